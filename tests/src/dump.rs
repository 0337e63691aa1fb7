//! The memory of another process, as somebody who holds the computer reads it: every readable mapping,
//! and what of a list of secrets lies there.

use crate::canary::forms;
use aho_corasick::AhoCorasick;
use anyhow::{Context, Result};
use std::{
    collections::BTreeMap,
    fs::File,
    io::ErrorKind,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
};

/// Bytes of a page, as `/proc/PID/pagemap` counts them.
const PAGE: u64 = 4_096;
/// Bits of a page that is in memory or in swap.
const THERE: u64 = 0b11 << 62;
/// Most bytes read at once.
const PIECE: u64 = 16 << 20;

/// Secrets to look for, each under its name.
pub struct Wanted {
    names: Vec<String>,
    automaton: AhoCorasick,
    /// The secret of each pattern.
    of: Vec<usize>,
    longest: usize,
}

impl Wanted {
    /// Bytes as they are, and words in every form in which something could hold them.
    ///
    /// # Errors
    /// Where they are too many to look for.
    pub fn new(bytes: &[(String, Vec<u8>)], words: &[(String, String)]) -> Result<Self> {
        let (mut names, mut patterns, mut of) = (Vec::new(), Vec::new(), Vec::new());
        let plain = bytes
            .iter()
            .map(|(name, secret)| (name, vec![secret.clone()]));
        let written = words.iter().map(|(name, word)| (name, forms(word)));
        for (name, shapes) in plain.chain(written) {
            of.extend(shapes.iter().map(|_| names.len()));
            patterns.extend(shapes);
            names.push(name.clone());
        }
        Ok(Self {
            longest: patterns.iter().map(Vec::len).max().unwrap_or(1),
            automaton: AhoCorasick::new(&patterns)?,
            names,
            of,
        })
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// Which of them the memory of process `pid` holds, with the places.
    ///
    /// # Errors
    /// Where the system does not let this process look.
    pub fn found_in(&self, pid: u32) -> Result<BTreeMap<String, Vec<String>>> {
        let process = PathBuf::from(format!("/proc/{pid}"));
        let memory = File::open(process.join("mem")).context("no right to read that memory")?;
        let pages = File::open(process.join("pagemap"))?;
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for mapping in mappings(&process)? {
            for (start, end) in mapping.there(&pages)? {
                let mut at = start;
                while at < end {
                    let length = PIECE.min(end - at);
                    let mut piece = vec![0; usize::try_from(length)?];
                    match memory.read_exact_at(&mut piece, at) {
                        Ok(()) => self.note(&piece, at, &mapping.name, &mut found),
                        // Given back meanwhile, or of a device.
                        Err(gone) if gone.raw_os_error().is_some() => {}
                        Err(gone) if gone.kind() == ErrorKind::UnexpectedEof => {}
                        Err(other) => return Err(other.into()),
                    }
                    // What lies across two pieces is in the second one whole.
                    let next = at + length;
                    at = if next < end {
                        next - self.longest as u64
                    } else {
                        next
                    };
                }
            }
        }
        Ok(found)
    }

    fn note(&self, piece: &[u8], at: u64, name: &str, found: &mut BTreeMap<String, Vec<String>>) {
        for hit in self.automaton.find_overlapping_iter(piece) {
            let secret = &self.names[self.of[hit.pattern().as_usize()]];
            let place = format!("{:x} {name}", at + hit.start() as u64);
            found.entry(secret.clone()).or_default().push(place);
        }
    }
}

/// Process `pid` and every process that it started, its own first.
///
/// # Errors
/// Where processes cannot be listed.
pub fn family(pid: u32) -> Result<Vec<(u32, String)>> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir("/proc")? {
        let entry = entry?;
        let Some(Ok(pid)) = entry.file_name().to_str().map(str::parse::<u32>) else {
            continue;
        };
        // "pid (name) state parent …"; the name may hold anything.
        let Ok(line) = std::fs::read_to_string(entry.path().join("stat")) else {
            continue;
        };
        if let (Some(open), Some(close)) = (line.find('('), line.rfind(')')) {
            let parent = line[close + 1..].split_whitespace().nth(1);
            let parent: u32 = parent.context("a parent")?.parse()?;
            all.push((pid, parent, line[open + 1..close].to_owned()));
        }
    }
    let mut family: Vec<(u32, String)> = Vec::new();
    let mut known = vec![pid];
    while let Some(one) = known.pop() {
        known.extend(
            all.iter()
                .filter(|(_, parent, _)| *parent == one)
                .map(|(pid, ..)| *pid),
        );
        family.extend(
            all.iter()
                .filter(|(pid, ..)| *pid == one)
                .map(|(pid, _, name)| (*pid, name.clone())),
        );
    }
    Ok(family)
}

struct Mapping {
    start: u64,
    end: u64,
    name: String,
}

impl Mapping {
    /// Runs of pages that are in memory or in swap: a web view reserves far more than it uses.
    fn there(&self, pages: &File) -> Result<Vec<(u64, u64)>> {
        let mut runs: Vec<(u64, u64)> = Vec::new();
        let mut at = self.start;
        while at < self.end {
            let pieces = ((self.end - at) / PAGE).min(1 << 16);
            let mut entries = vec![0; usize::try_from(pieces * 8)?];
            if pages.read_exact_at(&mut entries, at / PAGE * 8).is_err() {
                return Ok(runs);
            }
            for entry in entries.as_chunks::<8>().0 {
                if u64::from_le_bytes(*entry) & THERE != 0 {
                    match runs.last_mut() {
                        Some((_, end)) if *end == at => *end += PAGE,
                        _ => runs.push((at, at + PAGE)),
                    }
                }
                at += PAGE;
            }
        }
        Ok(runs)
    }
}

fn mappings(process: &Path) -> Result<Vec<Mapping>> {
    let text = std::fs::read_to_string(process.join("maps"))?;
    let mut mappings = Vec::new();
    for line in text.lines() {
        let mut words = line.split_whitespace();
        let (Some(range), Some(rights)) = (words.next(), words.next()) else {
            continue;
        };
        let (start, end) = range.split_once('-').context("a range")?;
        if rights.starts_with('r') {
            mappings.push(Mapping {
                start: u64::from_str_radix(start, 16)?,
                end: u64::from_str_radix(end, 16)?,
                name: words.nth(3).unwrap_or("anonymous").to_owned(),
            });
        }
    }
    Ok(mappings)
}
