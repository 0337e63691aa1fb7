//! The printed card: what is typed back opens, and a slip of the pen is seen before anything is asked.

use crate::support::{Fixed, Seeded};
use crypto::recovery::CardCode;
use wire::Realm;

const DATA: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECK: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

fn symbols(code: &CardCode) -> Vec<char> {
    code.printed().chars().filter(|c| *c != '-').collect()
}

fn parses(symbols: &[char]) -> bool {
    CardCode::parse(&symbols.iter().collect::<String>()).is_ok()
}

fn codes() -> impl Iterator<Item = CardCode> {
    let mut random = Seeded::new("cards");
    (0..40).map(move |_| CardCode::make(&mut random))
}

#[test]
fn what_is_printed_is_read_back() {
    for code in codes() {
        let printed = code.printed();
        assert_eq!(printed.len(), 27 + 5);
        let read = CardCode::parse(&printed).unwrap();
        assert_eq!(*read.printed(), *printed);
        assert_eq!(read.public(Realm::Prod), code.public(Realm::Prod));
        assert_eq!(read.key(Realm::Prod).public(), code.public(Realm::Prod).key);
        assert_ne!(
            code.public(Realm::Prod).tag,
            code.public(Realm::Practice).tag
        );
        assert_ne!(
            code.public(Realm::Prod).key,
            code.public(Realm::Practice).key
        );
    }
}

#[test]
fn hands_may_write_as_they_do() {
    // 26 × '1': its number modulo 37 is the check symbol.
    let ones = CardCode::make(&mut Fixed(1));
    let printed = ones.printed();
    let typed = [
        printed.to_lowercase(),
        printed.replace('-', " "),
        printed.replace('-', ""),
        printed.replace('-', "\u{a0}\t\n"),
        format!("  {}  ", *printed),
        printed.replace('1', "I"),
        printed.replace('1', "l"),
        printed.replacen('1', "i", 3).replacen('1', "L", 3),
    ];
    for typed in typed {
        let read = CardCode::parse(&typed).unwrap();
        assert_eq!(*read.printed(), *printed, "{typed}");
    }
    let zeros = CardCode::make(&mut Fixed(0)).printed();
    for o in ["O", "o"] {
        let read = CardCode::parse(&zeros.replace('0', o)).unwrap();
        assert_eq!(*read.printed(), *zeros);
    }
}

#[test]
fn any_single_slip_is_seen() {
    let mut tried = 0;
    for code in codes() {
        let good = symbols(&code);
        assert!(parses(&good));
        for at in 0..good.len() {
            let alphabet = if at == 26 { CHECK } else { DATA };
            for other in alphabet.chars().filter(|c| *c != good[at]) {
                let mut typed = good.clone();
                typed[at] = other;
                assert!(!parses(&typed), "{typed:?}");
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 40 * (26 * 31 + 36));
}

#[test]
fn two_neighbours_exchanged_are_seen() {
    let mut tried = 0;
    for code in codes() {
        let good = symbols(&code);
        for at in 0..26 {
            if good[at] == good[at + 1] {
                continue;
            }
            let mut typed = good.clone();
            typed.swap(at, at + 1);
            assert!(!parses(&typed), "{typed:?}");
            tried += 1;
        }
    }
    assert!(tried > 900, "{tried}");
}

#[test]
fn one_symbol_too_few_or_too_many_is_seen() {
    for code in codes() {
        let good = symbols(&code);
        for at in 0..good.len() {
            let mut short = good.clone();
            short.remove(at);
            assert!(!parses(&short));
            let mut long = good.clone();
            long.insert(at, '7');
            assert!(!parses(&long));
        }
    }
}

#[test]
fn symbols_of_no_card_are_refused() {
    let good = symbols(&CardCode::make(&mut Fixed(9)));
    assert!(parses(&good));
    for other in "*~$=U!é٣٧".chars() {
        let mut typed = good.clone();
        typed[3] = other;
        assert!(!parses(&typed), "{other}");
    }
    for typed in ["", "-", " ", "\0"] {
        assert!(CardCode::parse(typed).is_err());
    }
}

/// Worked by hand with Crockford's rule: the number modulo 37, here of 26 ones in base 32.
#[test]
fn the_check_symbol_is_crockfords() {
    let number = (0..26).fold(0u64, |rest, _| (rest * 32 + 1) % 37);
    let expected = CHECK.chars().nth(usize::try_from(number).unwrap());
    assert_eq!(
        symbols(&CardCode::make(&mut Fixed(1))).last().copied(),
        expected
    );
}
