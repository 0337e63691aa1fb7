//! A practice stick opened by a program, for an invented person.

use crate::{
    first_opening::first_opening,
    opening::{Opened, open as open_stick},
    stick::{Stage, Stick},
    trouble::{Result, Trouble},
    watch::Watch,
};
use crypto::code::Code;
use wire::{Random, Realm};

/// Opens a practice stick, for the first time where nobody has.
///
/// # Errors
/// [`Trouble::StickState`] where the stick is a real one, before anything is asked: no try of its code is spent, and
/// no space is made whose card nobody keeps.
pub async fn open(
    stick: &Stick,
    code: &Code,
    random: &mut dyn Random,
    watch: &dyn Watch,
) -> Result<Opened> {
    if stick.realm()? != Realm::Practice {
        return Err(Trouble::StickState(
            "it is a real stick: nothing invented goes on it",
        ));
    }
    match stick.stage()? {
        Stage::Ready => open_stick(stick, code, random, watch).await,
        Stage::New => Ok(first_opening(stick, code, random, watch).await?.opened),
    }
}
