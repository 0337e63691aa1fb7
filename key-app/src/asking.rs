//! A recovery that this screen asks for. Gone from memory when the desk is shut: the stick takes it up again.

use crypto::code::Code;
use key_core::recovery::Requesting;

/// What is asked, and the code that the stick is to have.
pub(crate) struct Asking {
    pub(crate) requesting: Requesting,
    pub(crate) code: Code,
}
