//! Who may help, and who asks to.

mod ask;
mod find;

pub(super) use ask::ask;
pub(super) use find::find;
