//! What became of each number and each voucher: a file beside the vouchers, one line for each step, synced
//! before the step is taken. A crash loses no number, and no voucher goes on two sticks.

use super::Fault;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{File, OpenOptions},
    io::{Read, Seek, SeekFrom, Write},
    path::Path,
};
use wire::VoucherId;

/// Name of the journal in the folder of the vouchers.
pub const JOURNAL: &str = "fleet.jsonl";
/// Longest journal that is read, in bytes: far more than all numbers take.
const LONGEST: u64 = 64 << 20;
/// Seconds by which two clocks of one workshop may differ.
const PATIENCE: u64 = 86_400;

/// How far a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It has a voucher, which lies on no stick yet.
    Taken,
    /// Its voucher may lie on a stick.
    Begun,
    /// Its stick was verified.
    Ready,
    /// Its stick is lost to it; the voucher is spent, and the number free.
    GivenUp,
}

/// What is known of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) voucher: VoucherId,
    pub(super) state: State,
    /// How many sticks it was tried on.
    pub(super) attempt: u32,
    /// Unix seconds of its last step, by this computer.
    pub(super) time: u64,
}

/// One line. Its shape is frozen.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    number: u32,
    voucher: String,
    state: State,
    attempt: u32,
    time: u64,
}

/// The file, kept open and locked.
#[derive(Debug)]
pub(super) struct Journal {
    file: File,
    /// Whether half a line stays behind what counts.
    torn: bool,
    numbers: BTreeMap<u32, Entry>,
    used: BTreeSet<VoucherId>,
}

impl Journal {
    /// Opens the journal of a folder, or begins it. A last line that a crash cut off is dropped: nothing
    /// was done after it.
    pub(super) fn open(folder: &Path, now: u64) -> Result<Self, Fault> {
        let path = folder.join(JOURNAL);
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(failed)?;
        file.try_lock()
            .map_err(|_| Fault::Journal("another program writes sticks with it".to_owned()))?;
        let mut text = Vec::new();
        (&mut file)
            .take(LONGEST)
            .read_to_end(&mut text)
            .map_err(failed)?;
        let whole = text
            .iter()
            .rposition(|b| *b == b'\n')
            .map_or(0, |at| at + 1);
        let mut journal = Self {
            file,
            torn: false,
            numbers: BTreeMap::new(),
            used: BTreeSet::new(),
        };
        for (at, line) in text[..whole].split_inclusive(|b| *b == b'\n').enumerate() {
            let damaged = || Fault::Journal(format!("line {} is damaged", at + 1));
            let line: Line = serde_json::from_slice(line).map_err(|_| damaged())?;
            let voucher = VoucherId::from_hex(&line.voucher).ok_or_else(damaged)?;
            let entry = Entry {
                voucher,
                state: line.state,
                attempt: line.attempt,
                time: line.time,
            };
            journal.know(line.number, entry);
        }
        let last = journal.numbers.values().map(|entry| entry.time).max();
        if last.is_some_and(|last| last > now.saturating_add(PATIENCE)) {
            return Err(Fault::Journal(
                "it is from a later day than this computer's: look at the date".to_owned(),
            ));
        }
        if whole < text.len() {
            journal.file.set_len(whole as u64).map_err(failed)?;
        }
        journal.file.seek(SeekFrom::End(0)).map_err(failed)?;
        journal.file.sync_all().map_err(failed)?;
        sync_folder(folder)?;
        Ok(journal)
    }

    /// The journal of a folder where there is one.
    pub(super) fn of(folder: &Path, now: u64) -> Result<Option<Self>, Fault> {
        match folder.join(JOURNAL).try_exists().map_err(failed)? {
            true => Self::open(folder, now).map(Some),
            false => Ok(None),
        }
    }

    /// Each number that was begun, in order, and how far it is.
    pub(super) fn states(&self) -> impl Iterator<Item = (u32, State)> {
        self.numbers
            .iter()
            .map(|(number, entry)| (*number, entry.state))
    }

    /// Writes one step down, durable when this returns.
    pub(super) fn note(&mut self, number: u32, entry: Entry) -> Result<(), Fault> {
        let line = Line {
            number,
            voucher: entry.voucher.to_hex(),
            state: entry.state,
            attempt: entry.attempt,
            time: entry.time,
        };
        let mut text = serde_json::to_vec(&line).map_err(|error| failed(error.into()))?;
        text.push(b'\n');
        if self.torn {
            return Err(Fault::Journal(
                "it could not be written on: begin again".to_owned(),
            ));
        }
        let end = self.file.stream_position().map_err(failed)?;
        if let Err(error) = self
            .file
            .write_all(&text)
            .and_then(|()| self.file.sync_data())
        {
            // Half a line would join the next one. Where it stays, whoever opens the journal next drops it.
            let taken_back = self.file.set_len(end);
            let taken_back = taken_back.and_then(|()| self.file.seek(SeekFrom::Start(end)));
            self.torn = taken_back.is_err();
            return Err(failed(error));
        }
        self.know(number, entry);
        Ok(())
    }

    pub(super) fn number(&self, number: u32) -> Option<Entry> {
        self.numbers.get(&number).copied()
    }

    /// The number that this voucher was for last.
    pub(super) fn of_voucher(&self, voucher: VoucherId) -> Option<(u32, Entry)> {
        let found = self
            .numbers
            .iter()
            .find(|(_, entry)| entry.voucher == voucher);
        found.map(|(number, entry)| (*number, *entry))
    }

    /// Every voucher that was ever given to a number.
    pub(super) fn used(&self) -> &BTreeSet<VoucherId> {
        &self.used
    }

    fn know(&mut self, number: u32, entry: Entry) {
        self.used.insert(entry.voucher);
        self.numbers.insert(number, entry);
    }
}

fn failed(error: std::io::Error) -> Fault {
    Fault::Journal(error.to_string())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> Result<(), Fault> {
    let folder = File::open(folder).map_err(failed)?;
    match folder.sync_all() {
        // Some file systems do not sync folders; the file itself is synced.
        Err(error) if error.kind() == std::io::ErrorKind::InvalidInput => Ok(()),
        other => other.map_err(failed),
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> Result<(), Fault> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_795_305_600;
    const ID: VoucherId = VoucherId([0xab; 16]);

    fn entry(voucher: VoucherId, state: State) -> Entry {
        Entry {
            voucher,
            state,
            attempt: 1,
            time: NOW,
        }
    }

    fn text(folder: &Path) -> String {
        std::fs::read_to_string(folder.join(JOURNAL)).unwrap()
    }

    #[test]
    fn its_lines_are_frozen() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = Journal::open(folder.path(), NOW).unwrap();
        for state in [State::Taken, State::Begun, State::Ready, State::GivenUp] {
            journal.note(41, entry(ID, state)).unwrap();
        }
        let line = |state: &str| {
            format!(
                "{{\"number\":41,\"voucher\":\"{}\",\"state\":\"{state}\",\"attempt\":1,\"time\":1795305600}}\n",
                "ab".repeat(16)
            )
        };
        let all = ["taken", "begun", "ready", "given-up"].map(line).concat();
        assert_eq!(text(folder.path()), all);
    }

    #[test]
    fn cut_at_any_byte_it_goes_on_from_the_last_whole_line() {
        let folder = tempfile::tempdir().unwrap();
        let other = VoucherId([7; 16]);
        let mut journal = Journal::open(folder.path(), NOW).unwrap();
        journal.note(1, entry(ID, State::Taken)).unwrap();
        let first = text(folder.path()).len();
        journal.note(1, entry(ID, State::Begun)).unwrap();
        drop(journal);
        let whole = text(folder.path());
        for cut in first..=whole.len() {
            std::fs::write(folder.path().join(JOURNAL), &whole[..cut]).unwrap();
            let mut journal = Journal::open(folder.path(), NOW).unwrap();
            let expected = match cut == whole.len() {
                true => State::Begun,
                false => State::Taken,
            };
            assert_eq!(journal.number(1).unwrap().state, expected, "{cut}");
            journal.note(2, entry(other, State::Taken)).unwrap();
            drop(journal);
            let journal = Journal::open(folder.path(), NOW).unwrap();
            assert_eq!(journal.number(1).unwrap().state, expected, "{cut}");
            assert_eq!(journal.of_voucher(other).unwrap().0, 2);
        }
    }

    #[test]
    fn damage_two_programs_and_a_wrong_clock_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = Journal::open(folder.path(), NOW).unwrap();
        journal.note(1, entry(ID, State::Taken)).unwrap();
        let said = |now| match Journal::open(folder.path(), now) {
            Err(Fault::Journal(why)) => why,
            other => panic!("{other:?}"),
        };
        assert!(said(NOW).contains("another program"));
        drop(journal);
        assert!(said(NOW - 2 * PATIENCE).contains("look at the date"));
        let damaged = text(folder.path()).replace("taken", "tokem") + "{}\n";
        std::fs::write(folder.path().join(JOURNAL), damaged).unwrap();
        assert!(said(NOW).contains("line 1 is damaged"));
    }
}
