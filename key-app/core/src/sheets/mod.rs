//! What the program keeps for a person beside papers and notes: lists of small things, each list sealed
//! as one object of `private`.
//!
//! - `shape` bytes of a sheet, and how two of them become one · `agenda` what a person follows ·
//!   `settings` how the window looks and sounds · `contact` whom to call · `login` the ways into other sites ·
//!   `person` what a helper calls people · `loan` who has what a structure lent
//! - `password` one that nobody thought of · `otp` codes that change
//!
//! Not here: reading and keeping them at a portal (`space/`), a rule of a day (`dates/`).

mod agenda;
mod contact;
mod loan;
mod login;
mod otp;
mod password;
mod person;
mod settings;
mod shape;

pub use agenda::{Day, Noted, own_key, paper_key, service_key};
pub use contact::{Contact, contact_key};
pub use loan::{Lent, Loan, lend, loan_key, loans_table, read_loan_key};
pub use login::{Login, login_key};
pub use otp::{read_totp, totp_code};
pub use password::make_password;
pub use person::{Byname, person_key};
pub use settings::{MOST_SETTINGS, Setting};
pub(crate) use shape::Content;
pub use shape::Sheet;
