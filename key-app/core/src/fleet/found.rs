//! What lies on a stick before anything is written on it.

use super::{
    Fault, Ground, NotAFile, Programs, Refusal,
    marker::{MARKER, Marker},
    probe,
};
use crate::{contents::own_size, stick::Stick, trouble::Trouble, wipe::OF_SYSTEMS};
use crypto::stick::{Cle, Prepared};
use std::{collections::BTreeMap, io};
use wire::VoucherId;

/// What lies on a stick.
pub(super) struct Found {
    /// Every file, by name, with its size in bytes.
    pub(super) files: BTreeMap<String, u64>,
    /// Neither on the list, nor a stick's own, nor of a system.
    pub(super) foreign: Vec<String>,
    /// A fleet was at it.
    pub(super) marker: Option<Marker>,
    /// Its key files.
    pub(super) own: Own,
}

/// How a stick's own files are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    /// None there.
    Blank,
    /// Prepared with this voucher, and nobody has begun to open it.
    Prepared(VoucherId),
    /// Somebody has.
    Somebody,
    /// No good copy.
    Damaged,
}

impl Found {
    pub(super) fn on(ground: &impl Ground, programs: &Programs) -> Result<Self, Fault> {
        let files: BTreeMap<String, u64> = (ground.files().map_err(unread)?).into_iter().collect();
        let is_foreign = |name: &str| {
            own_size(name).is_none()
                && name != MARKER
                && !probe::is_of_probe(name)
                && !OF_SYSTEMS.iter().any(|system| name.starts_with(system))
                && !programs.files().iter().any(|program| program.name == name)
        };
        let foreign = files.keys().filter(|name| is_foreign(name));
        let marker = match files.contains_key(MARKER) {
            true => ground.read(MARKER).map_err(Trouble::reading)?,
            false => None,
        };
        Ok(Self {
            foreign: foreign.cloned().collect(),
            marker: marker.and_then(|bytes| Marker::from_bytes(&bytes)),
            own: match files.keys().any(|name| own_size(name).is_some()) {
                true => Own::of(&Stick::new(ground.clone()))?,
                false => Own::Blank,
            },
            files,
        })
    }
}

impl Own {
    fn of(stick: &Stick) -> Result<Self, Fault> {
        let copies = match stick.copies() {
            Ok(copies) => copies,
            // Pins without a key file, or key files of which none is good.
            Err(Trouble::StickState(_) | Trouble::StickDamaged) => return Ok(Self::Damaged),
            Err(other) => return Err(other.into()),
        };
        let mut prepared = None;
        for copy in &copies {
            match &copy.cle {
                Cle::Enrolled(_) => return Ok(Self::Somebody),
                Cle::Prepared(found) => prepared = prepared.or_else(|| voucher(found)),
            }
        }
        Ok(prepared.map_or(Self::Damaged, Self::Prepared))
    }
}

fn unread(error: io::Error) -> Fault {
    match error.downcast() {
        Ok(NotAFile(name)) => Refusal::NotAFile(name).into(),
        Err(error) => Trouble::reading(error).into(),
    }
}

/// The id of a stick's voucher, as it claims.
pub(super) fn voucher(prepared: &Prepared) -> Option<VoucherId> {
    let claimed = prepared.voucher.voucher.claimed();
    claimed.ok().map(|voucher| voucher.id)
}
