//! A voucher becomes a credential.

mod finish;
mod security_key;
mod slot;
mod start;

pub(super) use finish::finish;
pub(super) use security_key::security_key;
pub(super) use slot::slot;
pub(super) use start::start;
