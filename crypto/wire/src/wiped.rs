//! What a program says of a stick that it has wiped, for whoever keeps the stock: one line, to be pasted or typed.
//! It names no space. Nobody signs it: its last eight symbols find a slip of the hand, not a lie.

use crate::{Hash, symbols};
use core::fmt;

/// First word of the line: its version.
const VERSION: &str = "EFFACE-1";
/// Symbols at its end.
const SYMBOLS: usize = 8;
/// A line that is longer is another thing.
const LONGEST: usize = 120;

/// That a stick was wiped: each file was overwritten, read back as blank past the cache, and is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wiped {
    /// The number on its label, as whoever wiped it said.
    pub number: u32,
    /// When, in Unix seconds by the clock of that computer.
    pub time: u64,
    /// Key files that were there.
    pub files: u32,
    /// Bytes that were overwritten, of all files.
    pub bytes: u64,
    /// Files of somebody's that were erased too.
    pub others: u32,
}

impl Wiped {
    /// Reads a line: case, and how many spaces there are, do not matter. `None` where a symbol is wrong.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        if typed.len() > LONGEST {
            return None;
        }
        let mut words = typed.split_whitespace();
        let version = words.next()?.eq_ignore_ascii_case(VERSION);
        let read = Self {
            number: words.next()?.parse().ok()?,
            time: words.next()?.parse().ok()?,
            files: words.next()?.parse().ok()?,
            bytes: words.next()?.parse().ok()?,
            others: words.next()?.parse().ok()?,
        };
        let symbols: String = words.collect();
        let symbols = symbols::parse::<SYMBOLS>(&symbols)?;
        (version && symbols == read.symbols()).then_some(read)
    }

    fn symbols(&self) -> [u8; SYMBOLS] {
        symbols::of(&Hash::of(self.words().as_bytes()).0)
    }

    fn words(&self) -> String {
        let Self {
            number,
            time,
            files,
            bytes,
            others,
        } = self;
        format!("{VERSION} {number} {time} {files} {bytes} {others}")
    }
}

impl fmt::Display for Wiped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", self.words())?;
        symbols::show(&self.symbols(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIPED: Wiped = Wiped {
        number: 41,
        time: 1_795_694_580,
        files: 4,
        bytes: 32_768,
        others: 0,
    };
    const LINE: &str = "EFFACE-1 41 1795694580 4 32768 0 NCJ3-FVNN";

    #[test]
    fn its_line_is_frozen() {
        assert_eq!(WIPED.to_string(), LINE);
        assert_eq!(Wiped::parse(LINE), Some(WIPED));
        let typed = LINE.to_lowercase().replace(' ', "   ");
        assert_eq!(Wiped::parse(&format!(" {typed}\n")), Some(WIPED));
    }

    #[test]
    fn one_wrong_symbol_is_found() {
        let mut changed = 0;
        for (at, symbol) in LINE.char_indices() {
            if symbol.is_ascii_digit() {
                let other = if symbol == '7' { "3" } else { "7" };
                let mut typed = LINE.to_owned();
                typed.replace_range(at..=at, other);
                assert_eq!(Wiped::parse(&typed), None, "{typed}");
                changed += 1;
            }
        }
        assert!(changed > 15);
        for cut in 0..LINE.len() {
            assert_eq!(Wiped::parse(&LINE[..cut]), None, "{cut}");
        }
        for more in ["x", " 0", &"0".repeat(200)] {
            assert_eq!(Wiped::parse(&format!("{LINE}{more}")), None);
        }
    }
}
