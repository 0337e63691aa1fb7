//! The client's side of the VOPRF (RFC 9497, ristretto255-SHA512, mode 0x01).

use super::{rng::Older, swept::swept_deep};
use crate::{Opening, Result, secret::Secret};
use voprf::{BlindedElement, EvaluationElement, Group, Proof, Ristretto255, VoprfClient};
use wire::{
    Random,
    gate::{Element, Proof as WireProof},
};
use zeroize::Zeroize;

/// A blinded input and what is needed to finish.
pub(crate) struct Blinded {
    state: VoprfClient<Ristretto255>,
    pub(crate) element: Element,
}

/// Blinds `input`.
pub(crate) fn blind(input: &Secret<32>, random: &mut dyn Random) -> Result<Blinded> {
    let blinded =
        swept_deep(|| VoprfClient::<Ristretto255>::blind(input.expose(), &mut Older(random)))
            .map_err(|_| Opening::Refused)?;
    let mut element = [0; Element::LEN];
    element.copy_from_slice(&blinded.message.serialize());
    Ok(Blinded {
        state: blinded.state,
        element: Element(element),
    })
}

impl Blinded {
    /// The output for `input`, if the gate used the key whose public half is `public`.
    pub(crate) fn finish(
        &self,
        input: &Secret<32>,
        evaluated: &Element,
        proof: &WireProof,
        public: &Element,
    ) -> Result<Secret<64>> {
        let element =
            EvaluationElement::deserialize(&evaluated.0).map_err(|_| Opening::GateLied)?;
        let proof = Proof::deserialize(&proof.0).map_err(|_| Opening::GateLied)?;
        let key =
            <Ristretto255 as Group>::deserialize_elem(&public.0).map_err(|_| Opening::Damaged)?;
        swept_deep(|| {
            let mut output = self
                .state
                .finalize(input.expose(), &element, &proof, key)
                .map_err(|_| Opening::GateLied)?;
            let secret = Secret::from_slice(&output).ok_or(Opening::GateLied);
            output[..].zeroize();
            secret
        })
    }
}

/// Whether `element` is a valid, non-identity group element.
pub(crate) fn is_element(element: &Element) -> bool {
    BlindedElement::<Ristretto255>::deserialize(&element.0).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use data_encoding::HEXLOWER;
    use serde_json::Value;

    /// The published blind, then zeros: a scalar is drawn from 64 bytes modulo the group's order.
    struct Script(Vec<u8>);

    impl Random for Script {
        fn fill(&mut self, out: &mut [u8]) {
            let known = self.0.len().min(out.len());
            out.fill(0);
            out[..known].copy_from_slice(&self.0[..known]);
            self.0.drain(..known);
        }
    }

    fn field(vector: &Value, name: &str) -> Vec<u8> {
        HEXLOWER
            .decode(vector[name].as_str().unwrap().as_bytes())
            .unwrap()
    }

    /// RFC 9497 appendix A.1.2, the client's side. Its inputs have 1 and 17 bytes, ours always 32:
    /// the library is asked itself, through the same source of randomness.
    #[test]
    fn rfc_9497_vectors() {
        let file = include_str!("../../gate/vectors/rfc9497-voprf-ristretto255.json");
        let set: Value = serde_json::from_str(file).unwrap();
        let key = Ristretto255::deserialize_elem(&field(&set, "pkSm")).unwrap();
        let vectors = set["vectors"].as_array().unwrap();
        assert_eq!(vectors.len(), 2);
        for vector in vectors {
            let input = field(vector, "Input");
            let mut script = Script(field(vector, "Blind"));
            let blinded =
                VoprfClient::<Ristretto255>::blind(&input, &mut Older(&mut script)).unwrap();
            assert_eq!(
                blinded.message.serialize()[..],
                field(vector, "BlindedElement")
            );
            let element =
                EvaluationElement::deserialize(&field(vector, "EvaluationElement")).unwrap();
            let mut bytes = field(vector, "Proof");
            let proof = Proof::deserialize(&bytes).unwrap();
            let output = blinded
                .state
                .finalize(&input, &element, &proof, key)
                .unwrap();
            assert_eq!(output[..], field(vector, "Output"));
            bytes[0] ^= 1;
            let proof = Proof::deserialize(&bytes).unwrap();
            assert!(
                blinded
                    .state
                    .finalize(&input, &element, &proof, key)
                    .is_err()
            );
        }
    }

    #[test]
    fn the_identity_and_what_is_no_element_are_told() {
        assert!(!is_element(&Element([0; 32])));
        assert!(!is_element(&Element([0xff; 32])));
        let input = Secret::from_bytes(&[7; 32]);
        assert!(is_element(
            &blind(&input, &mut Script(vec![9; 64])).unwrap().element
        ));
    }
}
