//! A password that nobody thought of: five groups of four signs that cannot be taken for one another.

use wire::Random;
use zeroize::Zeroizing;

/// Without l, I, O, 0, 1: whoever copies it by hand must not have to guess.
const SIGNS: &[u8] = b"abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const GROUPS: usize = 5;
const GROUP: usize = 4;

/// A fresh one, about 116 bits strong. It holds a small and a large letter, a digit and a dash, for sites ask
/// for these.
pub fn make_password(random: &mut dyn Random) -> Zeroizing<String> {
    loop {
        let mut made = Zeroizing::new(String::with_capacity(GROUPS * (GROUP + 1)));
        for group in 0..GROUPS {
            if group > 0 {
                made.push('-');
            }
            for _ in 0..GROUP {
                made.push(sign(random));
            }
        }
        // Asking again keeps every password that is left equally likely.
        if asked_for(&made) {
            return made;
        }
    }
}

/// One sign, each equally likely: bytes beyond the last whole turn are drawn again.
fn sign(random: &mut dyn Random) -> char {
    let whole = 256 / SIGNS.len() * SIGNS.len();
    loop {
        let [byte] = wire::random::bytes::<1>(random);
        if usize::from(byte) < whole {
            return char::from(SIGNS[usize::from(byte) % SIGNS.len()]);
        }
    }
}

fn asked_for(made: &str) -> bool {
    let holds = |is: fn(&char) -> bool| made.chars().any(|c| is(&c));
    holds(char::is_ascii_lowercase)
        && holds(char::is_ascii_uppercase)
        && holds(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn it_is_what_sites_ask_for_and_hands_can_copy() {
        let mut random = wire::random::System::new();
        let mut seen = BTreeMap::new();
        for _ in 0..500 {
            let made = make_password(&mut random);
            assert_eq!(made.len(), 24);
            assert!(asked_for(&made), "{}", *made);
            assert!(!made.contains(['l', 'I', 'O', '0', '1']), "{}", *made);
            for sign in made.chars().filter(|c| *c != '-') {
                *seen.entry(sign).or_insert(0_u32) += 1;
            }
        }
        assert_eq!(seen.len(), SIGNS.len());
        // 10,000 signs, 175 of each expected: none is left out or favoured.
        assert!(seen.values().all(|n| (100..270).contains(n)), "{seen:?}");
    }
}
