//! A voucher becomes a credential.

mod finish;
mod slot;
mod start;

pub(super) use finish::finish;
pub(super) use slot::slot;
pub(super) use start::start;
