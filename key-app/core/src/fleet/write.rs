//! One stick, from whatever it is to verified. Pulled out at any byte it is taken up again.

use super::{
    Capacity, Fault, Fleet, Ground, Probe, Refusal,
    book::Claim,
    found::{Found, Own, voucher},
    journal::State,
    marker::{MARKER, Marker},
    probe::Probed,
    programs::Program,
    progress::Progress,
    stop::{Stopping, is_stopped},
};
use crate::{
    provision::{Provision, provision},
    stick::{Condition, Stick},
    trouble::Trouble,
};
use crypto::stick::Cle;
use std::{
    io::{ErrorKind, Read},
    sync::atomic::AtomicBool,
};
use wire::Hash;

/// Names of foreign files that are shown.
const SHOWN: usize = 3;
/// Bytes for what a stick gets beside its programs: its own four files, the marker, folders.
const BESIDE: u64 = 64 << 10;

/// What a stick is that holds something already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Consent {
    /// Blank, or of this fleet: else it is refused.
    #[default]
    BlankOnly,
    /// Without any file, or of this fleet: it is perhaps a folder of somebody, and a file named as one of a stick is
    /// theirs.
    EmptyOnly,
    /// What it holds was said to go, for this very stick. Somebody's own is refused in any case.
    EraseForeign,
}

/// How far a stick is, for whoever watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It has its number; whether it is taken up again.
    Numbered {
        /// Whether it had it already.
        again: bool,
    },
    /// So many bytes of its programs are written, of so many.
    Writing {
        /// Written.
        done: u64,
        /// To write.
        all: u64,
    },
    /// So many bytes are written to try its room, of so many.
    Trying {
        /// Written.
        done: u64,
        /// To write.
        all: u64,
    },
    /// All is written.
    Written,
    /// So many of the bytes that try its room were read back, of so many.
    Reading {
        /// Read.
        done: u64,
        /// To read.
        all: u64,
    },
    /// All was read back.
    Verified,
}

/// A stick that is ready for its first opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// The number for its label.
    pub number: u32,
    /// What is known of its size.
    pub capacity: Capacity,
}

impl Fleet {
    /// Writes one stick and reads it back. The number comes from the stick where it was begun, else from the
    /// plan. `tell` hears each step, with the number.
    ///
    /// # Errors
    /// [`Fault`]; the same stick is then taken up again, but where it is said to be used no more.
    pub fn write(
        &self,
        ground: &impl Ground,
        consent: Consent,
        probe: Probe,
        now: u64,
        tell: &mut dyn FnMut(u32, Step),
    ) -> Result<Made, Fault> {
        let found = Found::on(ground, &self.programs, &self.stopped)?;
        let (known, again) = self.judge(&found, consent, now)?;
        // A folder is no stick: nothing is claimed of what it lies on.
        if consent != Consent::EmptyOnly && !ground.forget().map_err(Trouble::reading)? {
            return Err(Refusal::Remembered.into());
        }
        let missing = self.fits(ground, &found)?;
        let claim = match known {
            Some(claim) => claim,
            None => self.claim(now)?,
        };
        tell(claim.number, Step::Numbered { again });
        let how = How {
            consent,
            probe,
            now,
        };
        let done = self.make(ground, &found, &claim, &missing, how, tell);
        done.map_err(|fault| match fault {
            Fault::Stick(_) if is_stopped(&self.stopped) => Fault::Stopped(claim.number),
            Fault::Stick(_) if !ground.present() => Fault::Pulled(claim.number),
            fault => fault,
        })
    }

    /// Whether the stick may be written, and the number it has already.
    fn judge(
        &self,
        found: &Found,
        consent: Consent,
        now: u64,
    ) -> Result<(Option<Claim<'_>>, bool), Fault> {
        let told = consent == Consent::EraseForeign;
        let borne = match (found.own, found.marker) {
            (Own::Somebody, _) => return Err(Refusal::Somebody.into()),
            (Own::Practised, None) if !told => return Err(Refusal::Practised.into()),
            (Own::Damaged, None) => return Err(Refusal::Damaged.into()),
            (Own::Prepared(id), marker) => Some((id, marker.filter(|marker| marker.voucher == id))),
            (_, Some(marker)) => Some((marker.voucher, Some(marker))),
            (Own::Blank | Own::Practised, None) => None,
        };
        if !found.foreign.is_empty() && !told {
            return Err(foreign(found.foreign.iter()).into());
        }
        let known = match borne {
            Some((id, marker)) => self.resume(id, marker, now)?,
            None => None,
        };
        match known {
            Some(claim) => Ok((Some(claim), true)),
            // Nothing tells this folder from somebody's.
            None if consent == Consent::EmptyOnly && !found.files.is_empty() => {
                Err(foreign(found.files.keys()).into())
            }
            None if borne.is_none() => Ok((None, false)),
            // A marker alone, of another fleet or given up: no voucher lies here.
            None if found.own == Own::Blank => Ok((None, false)),
            None if told => Ok((None, false)),
            None => Err(Refusal::PreparedElsewhere.into()),
        }
    }

    /// The programs that are not there as they should be, if the stick has room for them.
    fn fits(&self, ground: &impl Ground, found: &Found) -> Result<Vec<&Program>, Fault> {
        let room = ground.room().map_err(Trouble::reading)?;
        if room.is_some_and(|room| room.read_only) {
            return Err(Refusal::ReadOnly.into());
        }
        let mut missing = Vec::new();
        for program in self.programs.files() {
            if found.files.get(&program.name) != Some(&program.bytes)
                || !is_there(ground, program, &self.stopped)?
            {
                missing.push(program);
            }
        }
        if let Some(room) = room {
            let taken = |bytes: u64| bytes.div_ceil(room.cluster) * room.cluster;
            let goes = missing.iter().map(|program| &program.name);
            let goes: u64 = goes
                .chain(&found.foreign)
                .filter_map(|name| found.files.get(name))
                .map(|bytes| taken(*bytes))
                .sum();
            let needs: u64 = missing.iter().map(|program| taken(program.bytes)).sum();
            let needs = needs + taken(BESIDE);
            let free = room.free + goes;
            if needs > free {
                return Err(Refusal::TooSmall { needs, free }.into());
            }
        }
        Ok(missing)
    }

    fn make(
        &self,
        ground: &impl Ground,
        found: &Found,
        claim: &Claim<'_>,
        missing: &[&Program],
        How {
            consent,
            probe,
            now,
        }: How,
        tell: &mut dyn FnMut(u32, Step),
    ) -> Result<Made, Fault> {
        let stick = Stick::new(ground.clone());
        let marker = Marker {
            number: claim.number,
            attempt: claim.attempt,
            voucher: claim.id,
        };
        // Until this is on the stick nothing else is.
        ground
            .write(MARKER, &marker.to_bytes())
            .map_err(Trouble::writing)?;
        // Windows says of a file, not of an empty stick, whether it is read past what is remembered.
        if consent != Consent::EmptyOnly && !ground.forget().map_err(Trouble::reading)? {
            ground.remove(MARKER).map_err(Trouble::writing)?;
            return Err(Refusal::Remembered.into());
        }
        let size = |name: &String| found.files.get(name).copied().unwrap_or_default();
        let goes: u64 = found.foreign.iter().map(size).sum();
        let all = goes + missing.iter().map(|program| program.bytes).sum::<u64>();
        {
            let writing = |done, all| Step::Writing { done, all };
            let mut step = |step| tell(claim.number, step);
            let told = &mut Progress::new(all, writing, &mut step);
            for name in &found.foreign {
                // Only removed, a letter is found again by whoever borrows the stick next.
                let zeros = std::io::repeat(0).take(size(name));
                let mut zeros = told.of(Stopping::new(zeros, &self.stopped));
                ground
                    .put_over(name, &mut zeros)
                    .map_err(Trouble::writing)?;
                ground.remove(name).map_err(Trouble::writing)?;
            }
        }
        let rubbish = found.files.keys();
        for name in rubbish.filter(|name| super::probe::is_of_probe(name)) {
            ground.remove(name).map_err(Trouble::writing)?;
        }
        if consent != Consent::EmptyOnly {
            ground.tidy().map_err(Trouble::writing)?;
        }
        let mut done = goes;
        for program in missing {
            tell(claim.number, Step::Writing { done, all });
            let content = self
                .programs
                .open(program)
                .map_err(|error| Fault::Programs(format!("{}: {error}", program.name)))?;
            let mut content = Stopping::new(content, &self.stopped);
            ground
                .put(&program.name, &mut content)
                .map_err(Trouble::writing)?;
            done += program.bytes;
        }
        ground.settle().map_err(Trouble::writing)?;
        // From here on the voucher may lie on this stick: it goes on no other one.
        claim.note(State::Begun, now)?;
        if !matches!(found.own, Own::Blank) && found.own != Own::Prepared(claim.id) {
            stick.wipe()?;
        }
        match provision(&stick, &self.provision(claim), now) {
            Err(Trouble::Stick { source, .. }) if source.kind() == ErrorKind::InvalidData => {
                claim.note(State::GivenUp, now)?;
                return Err(Fault::Forgets(claim.number));
            }
            provisioned => provisioned?,
        }
        let seed = Hash::of(&[&claim.id.0[..], &now.to_be_bytes()].concat());
        let again = self.programs.bytes();
        let mut step = |step| tell(claim.number, step);
        let probed = Probed::write(ground, probe, again, seed, &self.stopped, &mut step)?;
        step(Step::Written);
        // On Windows an empty stick said nothing of that before its programs were there.
        if !ground.forget().map_err(Trouble::reading)? {
            return Err(Refusal::Remembered.into());
        }
        let kept = self.comes_back(ground, &stick, claim).and_then(|programs| {
            Ok(programs && probed.comes_back(ground, &self.stopped, &mut step)?)
        });
        let keeps = match kept {
            // What was written over the books of its file system cannot even be read.
            Err(Fault::Stick(_)) if ground.present() && !is_stopped(&self.stopped) => false,
            kept => kept?,
        };
        if !keeps {
            claim.note(State::GivenUp, now)?;
            return Err(Fault::Forgets(claim.number));
        }
        probed.remove(ground)?;
        claim.note(State::Ready, now)?;
        ground.remove(MARKER).map_err(Trouble::writing)?;
        tell(claim.number, Step::Verified);
        Ok(Made {
            number: claim.number,
            capacity: probed.capacity,
        })
    }

    fn provision(&self, claim: &Claim<'_>) -> Provision {
        Provision {
            structure: self.plan.structure,
            realm: self.plan.realm,
            locator: self.plan.locator.clone(),
            voucher: claim.voucher.clone(),
        }
    }

    /// Whether every program and both key files come back as they were written.
    fn comes_back(
        &self,
        ground: &impl Ground,
        stick: &Stick,
        claim: &Claim<'_>,
    ) -> Result<bool, Fault> {
        for program in self.programs.files() {
            if !is_there(ground, program, &self.stopped)? {
                return Ok(false);
            }
        }
        let copies = match stick.copies() {
            Err(Trouble::StickDamaged | Trouble::StickState(_)) => return Ok(false),
            copies => copies?,
        };
        let ours = copies.iter().all(|copy| match &copy.cle {
            Cle::Prepared(prepared) => voucher(prepared) == Some(claim.id),
            Cle::Enrolled(_) => false,
        });
        Ok(ours && stick.condition()? == Condition::Sound)
    }
}

/// What was said of one stick, and when.
struct How {
    consent: Consent,
    probe: Probe,
    now: u64,
}

fn foreign<'a>(names: impl ExactSizeIterator<Item = &'a String>) -> Refusal {
    Refusal::Foreign {
        count: names.len(),
        first: names.take(SHOWN).cloned().collect(),
    }
}

/// Whether a program lies there byte for byte.
pub(super) fn is_there(
    ground: &impl Ground,
    program: &Program,
    stopped: &AtomicBool,
) -> Result<bool, Fault> {
    let Some(content) = ground.look(&program.name).map_err(Trouble::reading)? else {
        return Ok(false);
    };
    let hash = Hash::of_all(Stopping::new(content, stopped)).map_err(Trouble::reading)?;
    Ok(hash == program.hash)
}
