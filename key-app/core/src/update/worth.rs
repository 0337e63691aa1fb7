//! What each side of a stick starts: a newer version is written over the one that starts least.

use super::Refused;
use crate::{contents::PublicKey, trouble::Trouble};
use core::cmp::Ordering;
use release::{Fault, LINUX, Side, WINDOWS, side::SIDES, versions};
use semver::Version;
use std::path::Path;

/// What a side starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Worth {
    /// Nothing, on no computer.
    Nothing,
    /// Something, but not all of it is as its list says.
    Partly,
    /// A version, whole for all its systems.
    Whole,
}

/// Both sides of a stick.
pub(super) struct Sides([(Option<Side>, Worth); 2]);

impl Sides {
    /// Reads both, every byte.
    ///
    /// # Errors
    /// Where a side cannot be read, or is another key's: neither says that nothing is there.
    pub(super) fn on(stick: &Path, key: &PublicKey) -> Result<Self, Refused> {
        let [a, b] = versions(stick, Some(key));
        Ok(Self([judged(SIDES[0], a)?, judged(SIDES[1], b)?]))
    }

    /// The newest version that starts on some computer.
    pub(super) fn in_use(&self) -> Option<(&Side, Worth)> {
        let starts = self.0.iter().filter(|(_, worth)| *worth > Worth::Nothing);
        let starts = starts.filter_map(|(side, worth)| Some((side.as_ref()?, *worth)));
        // Of two that are equal the first is started.
        starts.rev().max_by_key(|(side, _)| side.version())
    }

    /// Number of the side that is worth least.
    pub(super) fn least(&self) -> usize {
        let [a, b] = &self.0;
        match rank(a).cmp(&rank(b)) {
            Ordering::Less => 0,
            Ordering::Greater => 1,
            // Of two that are equal the first is started.
            Ordering::Equal => usize::from(a.1 > Worth::Nothing),
        }
    }
}

fn rank((side, worth): &(Option<Side>, Worth)) -> (Worth, Option<&Version>) {
    let starts = side.as_ref().filter(|_| *worth > Worth::Nothing);
    (*worth, starts.and_then(Side::version))
}

fn judged(name: &str, side: Option<Result<Side, Fault>>) -> Result<(Option<Side>, Worth), Refused> {
    match side {
        Some(Ok(side)) => {
            let worth = worth(&side)?;
            Ok((Some(side), worth))
        }
        Some(Err(Fault::OtherKey)) => Err(Refused::OtherKey(name.to_owned())),
        Some(Err(Fault::Reading(error))) => Err(Trouble::reading(error).into()),
        // An update was cut, or the signature is torn.
        None | Some(Err(_)) => Ok((None, Worth::Nothing)),
    }
}

fn worth(side: &Side) -> Result<Worth, Refused> {
    let mut starts = false;
    for program in [LINUX, WINDOWS] {
        starts |= is_good(side.check_program(program))?;
    }
    Ok(match starts {
        false => Worth::Nothing,
        true if is_good(side.check_all())? => Worth::Whole,
        true => Worth::Partly,
    })
}

fn is_good(checked: Result<(), Fault>) -> Result<bool, Refused> {
    match checked {
        Err(Fault::Reading(error)) => Err(Trouble::reading(error).into()),
        checked => Ok(checked.is_ok()),
    }
}
