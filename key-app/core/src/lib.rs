//! What a person holds, without a window: from a code to papers, and away again.
//!
//! - `stick/` the files on the medium: two copies, written so that pulling the stick never hurts
//! - `portal/` the only network code · `authenticator.rs` the stick as a WebAuthn authenticator
//! - `provision.rs` what a mediator writes · `fleet/` by the dozen · `first_opening.rs` · `opening/` from code to space
//! - `space/` papers and notes · `administration/` what the code is asked for again: a second stick,
//!   revocation, deletion · `renewal.rs` fresh keys for a stick that was guessed at
//! - `security_key/` a security key in the place of a stick
//! - `board.rs` what the structure says to everybody: its telephone number, a newer catalogue
//! - `catalogue/` services, from words to a site; kinds of paper; what a service asks for
//! - `sheets/` what the program keeps for the person beside papers and notes
//! - `dates/` from what a service says to a window of days
//! - `paper/` a paper before it is put in: without what a photo says about where and when; made of photos
//! - `export/` one file with everything, to take along and to put back elsewhere
//! - `help/` who may help, what a person lets them do, and what they did
//! - `recovery/` the way back in: asking, holding a share, freezing
//! - `practice/` invented people, in the realm that counts nowhere
//! - `contents/` every file of the stick against the published list · `update/` a newer version on it
//! - `wipe.rs` a stick that came back: what is somebody's goes, with a line that says so
//! - `code.rs` which codes are allowed · `trouble.rs` what went wrong, whose fault, what next
//!
//! Not here: a window, a clock (the portal's time counts), a primitive of cryptography.

mod administration;
mod authenticator;
pub mod board;
pub mod catalogue;
pub mod code;
pub mod contents;
pub mod dates;
mod enrolment;
pub mod export;
mod first_opening;
pub mod fleet;
pub mod help;
mod opening;
pub mod paper;
mod portal;
pub mod practice;
pub mod provision;
pub mod recovery;
mod renewal;
pub mod security_key;
pub mod sheets;
mod space;
pub mod stick;
mod trouble;
pub mod update;
mod watch;
pub mod wipe;

pub use administration::{Administration, Deletion};
pub use first_opening::{FirstOpening, first_opening};
pub use opening::{Notice, Opened, Timings, open};
pub use renewal::renew;
pub use security_key::open_with_security_key;
pub use space::{Agenda, Content, Needed, ObjectView, Space};
pub use stick::Stick;
pub use trouble::{Blame, Trouble};
pub use watch::{WallWatch, Watch};
