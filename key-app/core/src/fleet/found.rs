//! What lies on a stick before anything is written on it.

use super::{
    Fault, Ground, NotAFile, Programs, Refusal,
    marker::{MARKER, Marker},
    probe,
    write::is_there,
};
use crate::{
    contents::{LIST, own_size},
    stick::Stick,
    trouble::Trouble,
    wipe::OF_SYSTEMS,
};
use crypto::stick::{Cle, Prepared};
use std::{collections::BTreeMap, io, sync::atomic::AtomicBool};
use wire::{Realm, VoucherId};

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
    /// Somebody has, to practise: it is nobody's own.
    Practised,
    /// No good copy.
    Damaged,
}

impl Found {
    pub(super) fn on(
        ground: &impl Ground,
        programs: &Programs,
        stopped: &AtomicBool,
    ) -> Result<Self, Fault> {
        let files: BTreeMap<String, u64> = (ground.files().map_err(unread)?).into_iter().collect();
        let marker = match files.contains_key(MARKER) {
            true => ground.read(MARKER).map_err(Trouble::reading)?,
            false => None,
        };
        let began = marker.as_deref().is_some_and(Marker::may_be);
        let has_own = files.keys().any(|name| own_size(name).is_some());
        let has_list = |name: &String| {
            let above = name.strip_suffix(LIST);
            above.is_some_and(|above| ["", "a/", "b/"].contains(&above))
        };
        // Only where something says that a stick was made here is a file of a program's name a program.
        let made = began || has_own || files.keys().any(has_list);
        let mut foreign = Vec::new();
        for (name, bytes) in &files {
            let is_ours = own_size(name).is_some()
                || (name == MARKER && began)
                || (began && probe::is_of_probe(name))
                || OF_SYSTEMS.iter().any(|system| name.starts_with(system));
            let program = (programs.files().iter()).find(|program| program.name == *name);
            let is_program = match program {
                Some(program) => {
                    made || (program.bytes == *bytes && is_there(ground, program, stopped)?)
                }
                None => false,
            };
            if !is_ours && !is_program {
                foreign.push(name.clone());
            }
        }
        Ok(Self {
            foreign,
            marker: marker.and_then(|bytes| Marker::from_bytes(&bytes)),
            own: match has_own {
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
                Cle::Enrolled(_) => {
                    return Ok(match stick.realm() {
                        Ok(Realm::Practice) => Self::Practised,
                        _ => Self::Somebody,
                    });
                }
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
