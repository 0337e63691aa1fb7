//! One file per role. Numbers are those of the table in `docs/protocol.md` section 13.

mod account;
mod device;
mod folder;
mod kem;
mod signing;
mod slot;

pub use account::{AdminKeys, AkAdmin, AkOpen, OpenKeys};
pub use device::DeviceSecret;
pub use folder::{FolderKey, ObjectKey};
pub use kem::KemKey;
pub(crate) use kem::seal;
pub use signing::SigningKey;
pub use slot::{AnchorBase, PrfOutput, SlotAdmin, SlotOpen, prf_admin_input, prf_open_input};

use crate::{hazmat::hkdf, secret::Secret};
use wire::{Label, Part, Realm, ctx};

/// HKDF with an empty salt and the `ctx` of `label`.
pub(crate) fn derive(
    ikm: &Secret<32>,
    realm: Realm,
    label: Label,
    parts: &[Part<'_>],
) -> Secret<32> {
    hkdf::derive(&[], ikm.expose(), &ctx(realm, label, parts))
}
