//! Sticks by the dozen: numbered, written several at once, verified by reading back, taken up again after
//! they were pulled out.
//!
//! - `plan` which numbers, for which structure · `programs` the folder that is the same on every stick
//! - `pool` vouchers, each for one stick · `journal` what became of numbers and vouchers, durable · `book` both
//! - `named` a folder of vouchers that says itself which practice structure they are of
//! - `offer` what a folder of vouchers is good for · `table` what is plugged in is written, several at once · `stop`
//! - `ground` a stick that takes whole programs · `held` the one that was there when it was opened
//! - `found` what lies on one · `marker` a stick in the making
//! - `write` one stick, from blank to verified · `probe` whether it is as large as it says · `progress` how far it is
//! - `spared` disks that nothing is written on · `fresh` what only the portal knows · `volumes` what is plugged in · `fault` why something is not done
//! - `sheet` labels to stick on, cards to hand out
//!
//! Not here: a secret. All that is written is public, so whoever prepares sticks can clone none.

mod book;
mod fault;
mod found;
mod fresh;
mod ground;
pub(crate) mod held;
mod journal;
mod marker;
mod named;
mod offer;
mod plan;
mod pool;
mod probe;
mod programs;
mod progress;
pub mod sheet;
pub(crate) mod spared;
mod stop;
mod table;
pub mod volumes;
mod write;

pub use book::{Fleet, Row};
pub use fault::{Fault, Refusal};
pub use fresh::{Clock, clock};
pub use ground::{Ground, NotAFile, Room};
pub use journal::{JOURNAL, State};
pub use named::BadFolder;
pub use offer::Offer;
pub use plan::{MOST, Numbers, Plan};
pub use pool::Unusable;
pub use probe::{Capacity, Probe};
pub use programs::Programs;
pub use table::{Hand, Inbox, News, Place, Table, reach};
pub use write::{Consent, Made, Step};
