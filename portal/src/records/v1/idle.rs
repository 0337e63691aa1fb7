//! When a space was opened last, as coarsely as will do.

use minicbor::{Decode, Encode};

/// The month in which an account was opened last, and what followed from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Opened {
    /// Months of thirty days since 1970-01-01.
    #[n(0)]
    pub(crate) month: u32,
    /// Since when it is said that the space goes.
    #[n(1)]
    pub(crate) noticed: Option<u64>,
    /// The same of a notice that the last opening ended: the app says so.
    #[n(2)]
    pub(crate) ended: Option<u64>,
}

super::first! {
    Opened in LastOpened;
}
