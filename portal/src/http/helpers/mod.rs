//! Who may help, and who asks to.

mod ask;
mod elsewhere;
mod find;

pub(super) use ask::ask;
pub(super) use elsewhere::elsewhere;
pub(super) use find::find;
