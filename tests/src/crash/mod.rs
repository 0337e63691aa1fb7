//! People write through the real app while the portal's process or its disk fails. Afterwards every
//! edit that was acknowledged must be there, whole.
//!
//! - `writer` one person who writes, and knows what was acknowledged
//! - `crew` several of them on one portal, and the rounds of a run
//! - `kill` the process ends with SIGKILL, also while it starts · `faults` syncs fail, the disk is full
//! - `disk` a file system of its own, whose power is cut · `reopen` how long a large store takes to open
//! - `tally` what was counted, and the report

mod crew;
pub mod disk;
pub mod faults;
pub mod kill;
pub mod reopen;
mod tally;
mod writer;

pub use self::crew::Crew;
pub use self::tally::Tally;
pub use self::writer::Writer;
