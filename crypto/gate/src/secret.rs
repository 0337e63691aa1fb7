//! A gate secret: the VOPRF key of one stick at one gate.
//!
//! RFC 9497, ristretto255-SHA512, mode VOPRF (0x01).

use crate::rng::ForVoprf;
use core::fmt;
use voprf::{BlindedElement, Group, Ristretto255, VoprfServer};
use wire::{GateId, KeyId, Random, Realm};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Which secret: one stick's enrolment at one gate of one realm. Nothing in it is secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecretId {
    /// Where gate and stick live.
    pub realm: Realm,
    /// The gate that evaluates with the secret.
    pub gate_id: GateId,
    /// The stick's enrolment.
    pub key_id: KeyId,
}

/// The VOPRF secret key of one stick at one gate. Destroying it is what revokes the stick.
///
/// Wiped when dropped; it lies in a box, so that moving it leaves no copy behind. It has neither
/// `Clone` nor `Serialize` nor `Deref`, and its `Debug` shows stars.
pub struct GateSecret(Box<VoprfServer<Ristretto255>>);

/// The public key of a [`GateSecret`]. The stick's header names it; proofs are checked against it.
///
/// 32 bytes, a canonical ristretto255 element (RFC 9496 section 4.3.2), never the identity.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct VoprfPublic([u8; 32]);

/// What a gate answers: `BlindEvaluate` of RFC 9497 section 3.3.2.
///
/// No `Debug`: it would put an answer in a log beside an address (protocol section 4.8).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Evaluated {
    /// The evaluated element: 32 bytes, a canonical ristretto255 element.
    pub element: [u8; 32],
    /// The DLEQ proof (RFC 9497 section 2.2): scalars c ‖ s, 32 little-endian bytes each.
    pub proof: [u8; 64],
}

/// The blinded element is no canonical ristretto255 element, or it is the identity.
///
/// The client's fault; nothing was evaluated. Blind again and make a new attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the blinded element is not a usable ristretto255 element: the client must blind again")]
pub struct EvaluateError;

impl GateSecret {
    /// Makes a fresh secret: `DeriveKeyPair` of a random seed (RFC 9497 section 3.2.1), empty info.
    #[must_use]
    pub fn generate(random: &mut dyn Random) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        loop {
            random.fill(&mut seed[..]);
            // Refused with a probability below 2^-250: then another seed.
            if let Ok(server) = VoprfServer::new_from_seed(&seed[..], &[]) {
                return Self(Box::new(server));
            }
        }
    }

    /// The public key that belongs to it.
    #[must_use]
    pub fn public(&self) -> VoprfPublic {
        VoprfPublic(Ristretto255::serialize_elem(self.0.get_public_key()).into())
    }

    /// Evaluates a blinded element and proves it was done with this secret.
    ///
    /// Call it only after the attempt's decrement is durable. `random` must never repeat itself:
    /// two proofs made with the same bytes give the secret away.
    ///
    /// # Errors
    /// [`EvaluateError`] where `blinded` is not canonical or is the identity.
    pub fn evaluate(
        &self,
        blinded: &[u8; 32],
        random: &mut dyn Random,
    ) -> Result<Evaluated, EvaluateError> {
        let blinded = BlindedElement::deserialize(blinded).map_err(|_| EvaluateError)?;
        let answer = self.0.blind_evaluate(&mut ForVoprf(random), &blinded);
        Ok(Evaluated {
            element: answer.message.serialize().into(),
            proof: answer.proof.serialize().into(),
        })
    }

    /// Reads a secret scalar: 32 little-endian bytes, canonical, not zero.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let server = VoprfServer::new_with_key(bytes).ok()?;
        Some(Self(Box::new(server)))
    }

    /// The secret scalar, for the two places that keep it: its file and its sealed backup.
    pub(crate) fn expose_bytes(&self) -> Zeroizing<[u8; 32]> {
        let mut pair = self.0.serialize();
        let (secret, _public) = pair.split_at(32);
        let mut out = Zeroizing::new([0; 32]);
        out.copy_from_slice(secret);
        pair[..].zeroize();
        out
    }
}

impl fmt::Debug for GateSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("GateSecret(***)")
    }
}

/// The server inside wipes its scalar; a test asks it.
impl ZeroizeOnDrop for GateSecret {}

impl VoprfPublic {
    /// The element's 32 bytes, as they stand in a stick's header.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; 32] {
        self.0
    }
}

impl AsRef<[u8]> for VoprfPublic {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for VoprfPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d, ..] = self.0;
        write!(f, "VoprfPublic({a:02x}{b:02x}{c:02x}{d:02x}…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{RFC_SECRET, Script, Seeded, hex, rfc_secret, unhex};
    use proptest::prelude::*;
    use voprf::{EvaluationElement, Proof, VoprfClient};

    type Client = VoprfClient<Ristretto255>;

    /// The client's side: checks the proof against `public` and unblinds.
    fn finalize(
        client: &Client,
        input: &[u8],
        answer: &Evaluated,
        public: VoprfPublic,
    ) -> voprf::Result<Vec<u8>> {
        client
            .finalize(
                input,
                &EvaluationElement::deserialize(&answer.element)?,
                &Proof::deserialize(&answer.proof)?,
                Ristretto255::deserialize_elem(public.as_ref())?,
            )
            .map(|output| output.to_vec())
    }

    #[test]
    fn rfc_9497_vectors() {
        let file = include_str!("../vectors/rfc9497-voprf-ristretto255.json");
        let file: serde_json::Value = serde_json::from_str(file).unwrap();
        let secret = GateSecret::from_bytes(&unhex(file["skSm"].as_str().unwrap())).unwrap();
        assert_eq!(hex(secret.public().as_ref()), file["pkSm"]);

        for vector in file["vectors"].as_array().unwrap() {
            let field = |name: &str| unhex(vector[name].as_str().unwrap());
            let input = field("Input");
            let blind = Client::blind(&input, &mut ForVoprf(&mut Script::of(&field("Blind"))));
            let blind = blind.unwrap();
            let blinded: [u8; 32] = blind.message.serialize().into();
            assert_eq!(
                hex(&blinded),
                vector["BlindedElement"],
                "{}",
                vector["name"]
            );

            let mut scalar = Script::of(&field("ProofRandomScalar"));
            let answer = secret.evaluate(&blinded, &mut scalar).unwrap();
            assert_eq!(hex(&answer.element), vector["EvaluationElement"]);
            assert_eq!(hex(&answer.proof), vector["Proof"]);
            let output = finalize(&blind.state, &input, &answer, secret.public()).unwrap();
            assert_eq!(hex(&output), vector["Output"]);
        }
    }

    #[test]
    fn another_key_is_another_answer_and_its_proof_is_refused() {
        let mut random = Seeded(0);
        let (here, elsewhere) = (
            GateSecret::generate(&mut random),
            GateSecret::generate(&mut random),
        );
        let blind = Client::blind(b"x", &mut ForVoprf(&mut random)).unwrap();
        let blinded = blind.message.serialize().into();
        let a = here.evaluate(&blinded, &mut random).unwrap();
        let b = elsewhere.evaluate(&blinded, &mut random).unwrap();

        assert_ne!(a.element, b.element);
        assert!(finalize(&blind.state, b"x", &a, here.public()).is_ok());
        let swapped = [(&a, elsewhere.public()), (&b, here.public())];
        for (answer, public) in swapped {
            let refused = finalize(&blind.state, b"x", answer, public);
            assert_eq!(refused, Err(voprf::Error::ProofVerification));
        }
    }

    #[test]
    fn identity_and_non_canonical_elements_are_refused() {
        let identity = [0; 32];
        // RFC 9496 appendix A.2: a non-canonical field element, a negative one, a non-square.
        let bad = [
            "00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371",
        ];
        let bad = bad.map(|text| unhex(text).try_into().unwrap());
        for element in bad.iter().chain([&identity]) {
            assert!(rfc_secret().evaluate(element, &mut Seeded(0)) == Err(EvaluateError));
        }
    }

    #[test]
    fn zero_long_and_unreduced_scalars_are_no_secret() {
        assert!(GateSecret::from_bytes(&[0; 32]).is_none());
        assert!(GateSecret::from_bytes(&[0xff; 32]).is_none());
        assert!(GateSecret::from_bytes(&[1; 31]).is_none());
        assert!(GateSecret::from_bytes(&[1; 33]).is_none());
    }

    #[test]
    fn debug_shows_stars_and_drop_wipes() {
        fn wiped<T: ZeroizeOnDrop>() {}
        wiped::<VoprfServer<Ristretto255>>();
        assert_eq!(format!("{:?}", rfc_secret()), "GateSecret(***)");
        assert_eq!(hex(&rfc_secret().expose_bytes()[..]), RFC_SECRET);
        assert_eq!(
            format!("{:?}", rfc_secret().public()),
            "VoprfPublic(c803e2cc…)"
        );
    }

    proptest! {
        #[test]
        fn whatever_is_sent_is_answered_or_refused(blinded in any::<[u8; 32]>()) {
            let _ = rfc_secret().evaluate(&blinded, &mut Seeded(0));
        }

        #[test]
        fn any_secret_comes_back_from_its_bytes(seed in any::<u32>()) {
            let secret = GateSecret::generate(&mut Seeded(seed.into()));
            let again = GateSecret::from_bytes(&secret.expose_bytes()[..]).unwrap();
            prop_assert_eq!(secret.public(), again.public());
        }
    }
}
