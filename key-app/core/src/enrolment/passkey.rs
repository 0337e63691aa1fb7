//! A passkey is made as the portal asks for it.

use crate::{
    authenticator::{self, Outputs},
    trouble::{Result, Trouble},
};
use crypto::{
    keys::DeviceSecret,
    stick::{Header, Passkey},
};
use wire::{
    Signed,
    api::{RegisterStart, WebauthnAnswer, WebauthnOptions},
    structure::SignedVoucher,
};

/// A passkey as the portal asked for it, and what the portal will hear of it.
pub(crate) struct Made {
    pub(super) passkey: Passkey,
    pub(super) outputs: Outputs,
    pub(crate) answer: WebauthnAnswer,
}

impl Made {
    pub(super) async fn as_asked(header: &Header, options: &WebauthnOptions) -> Result<Self> {
        let (passkey, json, outputs) = authenticator::register(header, &options.options).await?;
        let answer = WebauthnAnswer {
            ceremony: options.ceremony,
            credential: json,
        };
        Ok(Self {
            passkey,
            outputs,
            answer,
        })
    }
}

/// What starts a registration: the portal binds the voucher to the first gate's possession key.
pub(super) fn register_start(
    header: &Header,
    ds: &DeviceSecret,
    voucher: &SignedVoucher,
) -> Result<Signed<RegisterStart>> {
    let gate = header.gates.first().ok_or(Trouble::StickDamaged)?.gate;
    let (realm, key_id) = (header.realm, header.key_id);
    let possession = ds.possession(realm, &key_id, &gate);
    let start = RegisterStart {
        realm,
        key_id,
        possession: possession.public(),
        voucher: voucher.clone(),
    };
    Ok(possession.sign(realm, &start))
}
