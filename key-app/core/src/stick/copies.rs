//! Two copies of each file. One is written, read back and found good before the other is touched:
//! whenever the stick is pulled, at least one good copy is there.

use super::medium::Medium;
use crate::trouble::{Result, Trouble};
use crypto::stick::{
    Cle, Enrolled, HeaderDraft, HeaderStage, Heads, HeadsFile, LocalHeadKey, Prepared,
};
use wire::{Hash, Random, Realm, structure::SignedLocator};

const CLE: [&str; 2] = ["cle-a.bin", "cle-b.bin"];
const REPERE: [&str; 2] = ["repere-a.bin", "repere-b.bin"];

/// How the two copies of `cle.bin` are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// Both good and equal.
    Sound,
    /// One is damaged, missing or older.
    OneCopy,
}

/// How far a stick is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Prepared, or its first opening was cut: it wants a first opening.
    New,
    /// It opens a space.
    Ready,
}

/// What wiping found and took away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Blanked {
    /// Files that were there.
    pub files: u32,
    /// Bytes of them, each read back as zero.
    pub bytes: u64,
}

/// A stick.
pub struct Stick {
    medium: Box<dyn Medium>,
}

/// A good copy and where it lies.
pub(crate) struct Copy {
    pub(crate) cle: Cle,
    pub(crate) original: Original,
}

/// A good copy's bytes, and the side they lie on.
pub(crate) struct Original {
    bytes: zeroize::Zeroizing<Vec<u8>>,
    pub(super) side: usize,
}

impl Stick {
    /// The stick on `medium`.
    #[must_use]
    pub fn new(medium: impl Medium + 'static) -> Self {
        Self {
            medium: Box::new(medium),
        }
    }

    /// Whether it is still plugged in.
    #[must_use]
    pub fn present(&self) -> bool {
        self.medium.present()
    }

    /// How far it is.
    ///
    /// # Errors
    /// [`Trouble`] where no copy is good.
    pub fn stage(&self) -> Result<Stage> {
        let opens = |copy: &Copy| {
            matches!(
                copy.cle,
                Cle::Enrolled(Enrolled {
                    cells: Some(_),
                    voucher: None,
                    ..
                })
            )
        };
        Ok(if self.copies()?.iter().any(opens) {
            Stage::Ready
        } else {
            Stage::New
        })
    }

    /// The realm it lives in.
    ///
    /// # Errors
    /// [`Trouble`] where no copy is good.
    pub fn realm(&self) -> Result<Realm> {
        self.structure().map(|(realm, _, _)| realm)
    }

    /// The structure that it belongs to: the realm, the fingerprint of the first root, and where the
    /// portal is said to be.
    pub(crate) fn structure(&self) -> Result<(Realm, Hash, SignedLocator)> {
        let (home, locator) = self.home()?;
        Ok((home.realm, home.structure, locator))
    }

    /// Where it belongs, and where the portal is said to be: all that a security key wants to know.
    pub(crate) fn home(&self) -> Result<(HeaderDraft, SignedLocator)> {
        let cle = self.newest()?.cle;
        let home = match &cle {
            Cle::Prepared(Prepared { draft, .. })
            | Cle::Enrolled(Enrolled {
                header: HeaderStage::Draft(draft, _),
                ..
            }) => draft.clone(),
            Cle::Enrolled(Enrolled {
                header: HeaderStage::Complete(header),
                ..
            }) => header.draft(),
        };
        Ok((home, cle.locator().clone()))
    }

    /// Whether nobody has begun to open a space with it: then its pins are nobody's yet.
    pub(crate) fn is_only_prepared(&self) -> Result<bool> {
        let copies = self.copies()?;
        Ok(copies
            .iter()
            .all(|copy| matches!(copy.cle, Cle::Prepared(_))))
    }

    /// Whether an envelope lies in the copy that is on its way, or in the newest.
    pub(crate) fn sealed(&self) -> Result<bool> {
        Ok(matches!(
            self.unfinished()?.cle,
            Cle::Enrolled(Enrolled { cells: Some(_), .. })
        ))
    }

    /// How its copies are.
    ///
    /// # Errors
    /// [`Trouble`] where neither is good.
    pub fn condition(&self) -> Result<Condition> {
        let copies = self.copies()?;
        let sound = matches!(&copies[..], [a, b] if *a.original.bytes == *b.original.bytes);
        Ok(if sound {
            Condition::Sound
        } else {
            Condition::OneCopy
        })
    }

    /// Overwrites every file of a key with zeros, reads it back past the cache and removes it: the stick is blank
    /// again. What a flash chip keeps of overwritten blocks is out of reach; what it opened is closed by a revocation.
    ///
    /// # Errors
    /// [`Trouble`] where the stick takes no writing, or does not keep what is written. Said again, it goes on.
    pub fn wipe(&self) -> Result<Blanked> {
        let mut blanked = Blanked::default();
        for name in CLE.iter().chain(&REPERE) {
            let Some(bytes) = self.medium.read(name).map_err(Trouble::reading)? else {
                continue;
            };
            self.put(name, &vec![0; bytes.len()])?;
            self.medium.remove(name).map_err(Trouble::writing)?;
            if self.medium.read(name).map_err(Trouble::reading)?.is_some() {
                return Err(forgets());
            }
            blanked.files += 1;
            blanked.bytes += bytes.len() as u64;
        }
        Ok(blanked)
    }

    /// Writes the newest good copy over its twin. Where both are equal this only shows that the
    /// stick can be written. Never while a renewal runs: the twin may be the one that opens.
    ///
    /// # Errors
    /// [`Trouble::ReadOnly`] or another reason why it cannot.
    pub fn mend(&self) -> Result<()> {
        self.spread(&self.newest()?.original)
    }

    /// Writes one copy over its twin.
    pub(crate) fn spread(&self, original: &Original) -> Result<()> {
        self.put(CLE[1 - original.side], &original.bytes)
    }

    /// Good copies, the newest first. A copy that is equal to the first counts too.
    pub(crate) fn copies(&self) -> Result<Vec<Copy>> {
        let mut copies = Vec::new();
        let mut damaged = false;
        for (side, name) in CLE.iter().enumerate() {
            let Some(bytes) = self.medium.read(name).map_err(Trouble::reading)? else {
                continue;
            };
            let bytes = zeroize::Zeroizing::new(bytes);
            match Cle::from_bytes(&bytes) {
                Ok(cle) => copies.push(Copy {
                    cle,
                    original: Original { bytes, side },
                }),
                Err(_) => damaged = true,
            }
        }
        copies.sort_by_key(|copy| core::cmp::Reverse(copy.cle.seq()));
        match copies.is_empty() {
            false => Ok(copies),
            true if damaged => Err(Trouble::StickDamaged),
            true => Err(Trouble::StickState("it was not prepared by a structure")),
        }
    }

    /// The newest good copy.
    pub(crate) fn newest(&self) -> Result<Copy> {
        self.copies()?
            .into_iter()
            .next()
            .ok_or(Trouble::StickDamaged)
    }

    /// Writes both copies, the older or damaged one first.
    pub(crate) fn write_both(&self, cle: &Cle) -> Result<()> {
        let first = self.write_one(cle)?;
        self.write_side(1 - first, cle)
    }

    /// Writes only the older or damaged copy, and says which side it lies on.
    pub(crate) fn write_one(&self, cle: &Cle) -> Result<usize> {
        let side = match self.copies() {
            Ok(copies) => match &copies[..] {
                [newest, ..] => 1 - newest.original.side,
                [] => 0,
            },
            Err(Trouble::StickState(_) | Trouble::StickDamaged) => 0,
            Err(other) => return Err(other),
        };
        self.write_side(side, cle)?;
        Ok(side)
    }

    /// The pinned heads: the newer of two good copies.
    pub(crate) fn heads(&self, key: &LocalHeadKey, realm: Realm) -> Result<Option<HeadsFile>> {
        let mut best: Option<HeadsFile> = None;
        for name in REPERE {
            let Some(bytes) = self.medium.read(name).map_err(Trouble::reading)? else {
                continue;
            };
            if let Ok(file) = HeadsFile::open(&bytes, key, realm)
                && best.as_ref().is_none_or(|b| b.seq < file.seq)
            {
                best = Some(file);
            }
        }
        Ok(best)
    }

    /// Pins of these heads what is to be kept, if they moved on. Returns whether anything was written.
    pub(crate) fn pin(
        &self,
        heads: &Heads,
        kept: Heads,
        key: &LocalHeadKey,
        realm: Realm,
        random: &mut dyn Random,
    ) -> Result<bool> {
        let before = self.heads(key, realm)?;
        if let Some(before) = &before {
            before.heads.allows(heads)?;
            if before.heads == kept {
                return Ok(false);
            }
        }
        let seq = before.map_or(0, |b| b.seq) + 1;
        let file = HeadsFile { seq, heads: kept };
        // One after the other: while one is being written the other still pins what it pinned.
        for name in REPERE {
            self.put(name, &file.seal(key, realm, random)?)?;
        }
        Ok(true)
    }

    pub(super) fn write_side(&self, side: usize, cle: &Cle) -> Result<()> {
        let bytes = cle
            .to_bytes()
            .map_err(|_| Trouble::StickState("it names too many addresses"))?;
        self.put(CLE[side], &bytes)
    }

    /// Writes, reads back past the cache, compares.
    fn put(&self, name: &str, bytes: &[u8]) -> Result<()> {
        self.medium.write(name, bytes).map_err(Trouble::writing)?;
        match self.medium.read(name).map_err(Trouble::reading)? {
            Some(read) if read == bytes => Ok(()),
            _ => Err(forgets()),
        }
    }
}

fn forgets() -> Trouble {
    Trouble::writing(std::io::Error::new(
        std::io::ErrorKind::InvalidData,
        "it does not keep what is written",
    ))
}

impl core::fmt::Debug for Stick {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Stick(…)")
    }
}
