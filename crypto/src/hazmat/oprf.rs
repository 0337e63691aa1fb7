//! The client's side of the VOPRF (RFC 9497, ristretto255-SHA512, mode 0x01).

use super::rng::Older;
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
    let blinded = VoprfClient::<Ristretto255>::blind(input.expose(), &mut Older(random))
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
        let mut output = self
            .state
            .finalize(input.expose(), &element, &proof, key)
            .map_err(|_| Opening::GateLied)?;
        let secret = Secret::from_slice(&output).ok_or(Opening::GateLied);
        output[..].zeroize();
        secret
    }
}

/// Whether `element` is a valid, non-identity group element.
pub(crate) fn is_element(element: &Element) -> bool {
    BlindedElement::<Ristretto255>::deserialize(&element.0).is_ok()
}
