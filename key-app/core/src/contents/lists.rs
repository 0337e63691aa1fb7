//! The lists on a stick: written for a version, and what those that count name.

use super::{
    Signature,
    files::{files_below, hash_of},
    own_size,
};
use crate::trouble::{Result, Trouble};
use release::{FRONT, Fault, LIST, List, PublicKey, SIGNATURE, Side, side::SIDES};
use semver::Version;
use std::{collections::BTreeMap, fs, path::Path};
use wire::Hash;

/// Writes the list of a version: every file below `folder` but the stick's own and the list itself.
///
/// # Errors
/// [`Trouble::Stick`] where a file cannot be read or the list cannot be written.
pub fn write_list(folder: &Path) -> Result<Hash> {
    let mut text = String::new();
    for (name, path) in files_below(folder)? {
        if own_size(&name).is_none() && ![LIST, SIGNATURE].contains(&&*name) {
            text.push_str(&format!("{}  {name}\n", hash_of(&path)?.to_hex()));
        }
    }
    fs::write(folder.join(LIST), &text).map_err(Trouble::writing)?;
    Ok(Hash::of(text.as_bytes()))
}

/// What is expected of a file.
pub(super) enum Expected {
    /// These bytes.
    Sum(Hash),
    /// The list itself, or its signature.
    OfTheList,
}

/// What the lists on a stick say.
pub(super) struct Listed {
    pub(super) expected: BTreeMap<String, Expected>,
    pub(super) list: Option<Hash>,
    pub(super) signature: Signature,
    /// Signatures that are not good.
    pub(super) wrong: Vec<String>,
}

/// A list on a stick, and the folder that it speaks of.
struct OfFolder {
    above: &'static str,
    list: List,
    version: Option<Version>,
    signature: Signature,
}

/// Reads the lists: of each side, or of the one version that lies beside the key files.
pub(super) fn listed(stick: &Path, key: Option<&PublicKey>) -> Result<Listed> {
    let lists = lists_that_count(stick, key)?;
    let mut all = Listed {
        expected: BTreeMap::new(),
        list: None,
        signature: Signature::Missing,
        wrong: Vec::new(),
    };
    let mut newest: Option<&OfFolder> = None;
    for of in &lists {
        let below = |name: &str| match of.above {
            "" => name.to_owned(),
            above => format!("{above}/{name}"),
        };
        for (name, hash) in of.list.lines() {
            all.expected.insert(below(name), Expected::Sum(*hash));
        }
        all.expected.insert(below(LIST), Expected::OfTheList);
        all.expected.insert(below(SIGNATURE), Expected::OfTheList);
        if of.signature == Signature::Wrong {
            all.wrong.push(below(SIGNATURE));
        }
        // Of two that are equal the first is started.
        if newest.is_none_or(|other| other.version < of.version) {
            newest = Some(of);
        }
    }
    if let Some(of) = newest {
        for name in FRONT {
            if let Some(hash) = of.list.lines().get(name) {
                all.expected.insert(name.to_owned(), Expected::Sum(*hash));
            }
        }
        all.list = Some(of.list.hash());
        all.signature = of.signature.clone();
    }
    Ok(all)
}

/// Where one list is signed as it should be, one that is not names nothing: anybody could have put it there. What
/// lies at the top is a version only where neither side is one.
fn lists_that_count(stick: &Path, key: Option<&PublicKey>) -> Result<Vec<OfFolder>> {
    let mut lists = Vec::new();
    for above in [SIDES[0], SIDES[1], ""] {
        let folder = stick.join(above);
        if above.is_empty() && !lists.is_empty() {
            break;
        }
        if let Some(list) = List::read(&folder).map_err(Trouble::reading)? {
            let (version, signature) = signature(&folder, key)?;
            lists.push(OfFolder {
                above,
                list,
                version,
                signature,
            });
        }
    }
    let is_good = |of: &OfFolder| matches!(of.signature, Signature::Good(_));
    if lists.iter().any(is_good) {
        lists.retain(is_good);
    }
    Ok(lists)
}

/// Which version a folder holds, and who signed that.
fn signature(folder: &Path, key: Option<&PublicKey>) -> Result<(Option<Version>, Signature)> {
    let side = match Side::read(folder, key) {
        Ok(side) => side,
        Err(Fault::Unsigned) => None,
        Err(Fault::Reading(error)) => return Err(Trouble::reading(error)),
        Err(_) => return Ok((None, Signature::Wrong)),
    };
    let Some(signed) = side.as_ref().and_then(Side::signed) else {
        return Ok((None, Signature::Missing));
    };
    let version = Some(signed.version.clone());
    match key {
        Some(_) => Ok((version, Signature::Good(signed.clone()))),
        None => Ok((version, Signature::Unchecked)),
    }
}
