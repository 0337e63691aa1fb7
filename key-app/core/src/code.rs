//! Which codes a person may have: six digits proposed by the app, or five pictograms of sixteen.

use crate::trouble::{Result, Trouble};
use crypto::code::{Code, PICTOGRAMS};
use wire::Random;

/// Digits of a code.
pub const DIGITS: usize = 6;
/// Pictograms of a code.
pub const PICTURES: usize = 5;

/// Proposes six digits that the policy allows.
pub fn propose_digits(random: &mut dyn Random) -> String {
    loop {
        let proposal: String = (0..DIGITS)
            .map(|_| char::from(b'0' + below(10, random)))
            .collect();
        if choose_digits(&proposal).is_ok() {
            return proposal;
        }
    }
}

/// Proposes five pictograms that the policy allows.
pub fn propose_pictograms(random: &mut dyn Random) -> Vec<u8> {
    loop {
        let proposal: Vec<u8> = (0..PICTURES).map(|_| below(PICTOGRAMS, random)).collect();
        if choose_pictograms(&proposal).is_ok() {
            return proposal;
        }
    }
}

/// A new code of digits, if others would not try it first: no repeats, no runs, no years or dates.
///
/// # Errors
/// [`Trouble::CodePolicy`] saying why not.
pub fn choose_digits(typed: &str) -> Result<Code> {
    let digits: Vec<u8> = typed.bytes().filter(u8::is_ascii_digit).collect();
    if digits.len() != DIGITS {
        return Err(Trouble::CodePolicy("it must have six digits"));
    }
    check_sequence(&digits)?;
    if looks_like_a_date(&digits) {
        return Err(Trouble::CodePolicy("it looks like a date or a year"));
    }
    Code::digits(typed).map_err(|_| Trouble::CodePolicy("it must have six digits"))
}

/// A new code of pictograms, under the same rules.
///
/// # Errors
/// [`Trouble::CodePolicy`] saying why not.
pub fn choose_pictograms(chosen: &[u8]) -> Result<Code> {
    if chosen.len() != PICTURES {
        return Err(Trouble::CodePolicy("it must have five pictures"));
    }
    check_sequence(chosen)?;
    Code::pictograms(chosen).map_err(|_| Trouble::CodePolicy("one picture does not exist"))
}

/// Fewer than three different signs, two repeated halves, or steps that are all the same.
fn check_sequence(signs: &[u8]) -> Result<()> {
    let mut different = signs.to_vec();
    different.sort_unstable();
    different.dedup();
    let half = signs.len() / 2;
    if different.len() < 3 || signs[..half] == signs[signs.len() - half..] {
        return Err(Trouble::CodePolicy("it repeats itself"));
    }
    let step = i16::from(signs[1]) - i16::from(signs[0]);
    if signs
        .windows(2)
        .all(|w| i16::from(w[1]) - i16::from(w[0]) == step)
    {
        return Err(Trouble::CodePolicy("it is a simple run"));
    }
    Ok(())
}

/// 1 to 31 then 1 to 12 then anything, the same turned round, or a year 1900–2099 at either end.
fn looks_like_a_date(digits: &[u8]) -> bool {
    let pair = |at: usize| (digits[at] - b'0') * 10 + (digits[at + 1] - b'0');
    let day = |n: u8| (1..=31).contains(&n);
    let month = |n: u8| (1..=12).contains(&n);
    let year = |at: usize| matches!(pair(at), 19 | 20);
    (day(pair(0)) && month(pair(2))) || (month(pair(2)) && day(pair(4))) || year(0) || year(2)
}

/// A uniform number below `bound`, by rejection.
fn below(bound: u8, random: &mut dyn Random) -> u8 {
    let limit = u8::MAX - u8::MAX % bound;
    loop {
        let [byte] = wire::random::bytes(random);
        if byte < limit {
            return byte % bound;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::random::System;

    #[test]
    fn what_others_would_try_first_is_refused() {
        for typed in [
            "111111", "121212", "123123", "123456", "654321", "010190", "199012", "741985", "12345",
        ] {
            assert!(choose_digits(typed).is_err(), "{typed}");
        }
        assert!(choose_pictograms(&[1, 2, 3, 4, 5]).is_err());
        assert!(choose_pictograms(&[7, 7, 7, 7, 7]).is_err());
    }

    #[test]
    fn ordinary_codes_are_allowed_and_proposals_too() {
        assert!(choose_digits("482907").is_ok());
        assert!(choose_pictograms(&[3, 15, 0, 7, 11]).is_ok());
        let mut random = System::new();
        for _ in 0..200 {
            assert!(choose_digits(&propose_digits(&mut random)).is_ok());
            assert!(choose_pictograms(&propose_pictograms(&mut random)).is_ok());
        }
    }
}
