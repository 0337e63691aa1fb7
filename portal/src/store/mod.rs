//! Where data is stored: sealed bytes, kept whole, or not at all.
//!
//! - `tables` every table on one page; `records` how a stored shape grows old without being lost
//! - `handle` the `Store`: `write(|tx| …)` commits if and only if the closure says `Ok`
//! - `tx` and `reader` what a closure sees; `overlay` changes that are not committed yet
//! - `writer` the one thread that writes; `engine` what it asks of an engine
//! - `redb` and `sled` on disk, and `memory`: one place per engine, the only ones that know it;
//!   `on_disk` chooses; `tip` knows how far an engine came; `past`, `pieces`, `sum` and `room` are what sled lacks
//! - `conformance`, `model`, `faults`, `crash`, `damage`, `flips`: one story every engine must pass, and what goes wrong
//!
//! Not here: rules (`domain`), clocks, randomness, anything that knows what the bytes mean.

mod engine;
mod error;
mod handle;
mod memory;
mod on_disk;
mod overlay;
mod past;
mod pieces;
mod reader;
mod records;
mod redb;
mod room;
mod sled;
mod sum;
mod tables;
mod tip;
mod tx;
mod writer;

#[cfg(test)]
mod conformance;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod flips;
#[cfg(test)]
mod model;

pub use self::engine::{Change, Engine, Entry, Snapshot};
pub use self::error::{Cause, StoreError, WriteError};
pub use self::handle::Store;
pub use self::memory::Memory;
pub use self::on_disk::OnDisk;
pub use self::reader::{Read, Reader};
pub use self::records::{Chain, Migrate, Nothing, Record};
pub use self::redb::{Redb, RedbOptions};
pub use self::sled::Sled;
pub use self::sum::Sum;
pub use self::tables::Table;
pub use self::tx::Tx;
