//! The notebook of a structure: who has what was lent. It lies in the structure's own space, and the portal, which
//! knows numbers alone, never reads it.

use super::shape::{Content, Sheet};
use crypto::space::Kind;
use minicbor::{Decode, Encode};

/// Who has something, under what it is and its number.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Loan {
    /// Who has it.
    #[n(0)]
    pub name: String,
    /// A short remark.
    #[n(1)]
    pub note: Option<String>,
    /// Since when, in Unix seconds.
    #[n(2)]
    pub since: u64,
}

impl Content for Loan {
    const KIND: Kind = Kind::LOANS;
}

/// What is lent, with numbers of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lent {
    /// A stick.
    Stick,
    /// A computer.
    Computer,
    /// A telephone.
    Phone,
}

impl Lent {
    const ALL: [(Self, &'static str); 3] = [
        (Self::Stick, "stick"),
        (Self::Computer, "computer"),
        (Self::Phone, "phone"),
    ];
}

/// The highest number.
const HIGHEST: u32 = 999_999;

/// The name of a loan in the sheet; none where the number is none that a label can have.
#[must_use]
pub fn loan_key(lent: Lent, number: u32) -> Option<String> {
    let (_, word) = Lent::ALL.iter().find(|(one, _)| *one == lent)?;
    (1..=HIGHEST)
        .contains(&number)
        .then(|| format!("loan/{word}/{number:06}"))
}

/// What a name in the sheet stands for.
#[must_use]
pub fn read_loan_key(key: &str) -> Option<(Lent, u32)> {
    let (word, number) = key.strip_prefix("loan/")?.split_once('/')?;
    let (lent, _) = Lent::ALL.iter().find(|(_, one)| *one == word)?;
    let number = number.parse().ok()?;
    (loan_key(*lent, number)? == key).then_some((*lent, number))
}

/// What is written down of who has something, `now` in Unix seconds. `seen` is the name that whoever writes saw beside
/// this number, none where they saw none. None where another name stands there: a name is never written over unseen.
/// Since when begins again with another name.
#[must_use]
pub fn lend(
    before: Option<&Loan>,
    seen: Option<&str>,
    name: String,
    note: Option<String>,
    now: u64,
) -> Option<Loan> {
    let Some(before) = before else {
        let since = now;
        return Some(Loan { name, note, since });
    };
    // What was sent again, because no answer came, stands there already.
    let is_again = before.name == name && before.note == note;
    if seen != Some(&before.name) && !is_again {
        return None;
    }
    let since = match before.name == name {
        true => before.since,
        false => now,
    };
    Some(Loan { name, note, since })
}

/// The whole notebook as a spreadsheet reads it, UTF-8 with its mark, `;` between cells. `word` says what each thing is
/// called, `day` how a time is written; `heads` stand above.
///
/// # Errors
/// Where memory does not take it.
pub fn loans_table(
    loans: &Sheet<Loan>,
    heads: [&str; 5],
    word: impl Fn(Lent) -> String,
    day: impl Fn(u64) -> String,
) -> std::io::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    writer.write_record(heads)?;
    for (key, loan) in loans.iter() {
        if let Some((lent, number)) = read_loan_key(key) {
            let note = loan.note.clone().unwrap_or_default();
            let cells = [word(lent), number.to_string(), loan.name.clone()];
            let cells = cells.into_iter().chain([note, day(loan.since)]);
            writer.write_record(cells.map(harmless))?;
        }
    }
    writer
        .into_inner()
        .map_err(|error| std::io::Error::other(error.to_string()))
}

/// A spreadsheet takes what begins so for a formula, and runs it.
fn harmless(text: String) -> String {
    const RUN: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if text.starts_with(RUN) {
        format!("'{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fatima() -> Loan {
        Loan {
            name: "Fatima".into(),
            note: None,
            since: 7,
        }
    }

    #[test]
    fn its_bytes_are_frozen() {
        let mut sheet = Sheet::default();
        let key = loan_key(Lent::Stick, 41).unwrap();
        assert!(sheet.put(&key, Some(fatima()), 5).is_ok());
        let bytes = *b"\x82\x01\x81\x83\x71loan/stick/000041\x05\x83\x66Fatima\xf6\x07";
        assert_eq!(sheet.bytes(), bytes);
        assert_eq!(Sheet::read(&bytes).ok(), Some(sheet));
        assert_eq!(Loan::KIND, Kind(7));
    }

    #[test]
    fn a_name_is_never_written_over_unseen() {
        let fatima = fatima();
        let lend = |before, seen, name: &str| lend(before, seen, name.to_owned(), None, 9);
        let since = |loan: Option<Loan>| loan.map(|loan| (loan.name, loan.since));
        // Nobody has it: also where whoever had it was taken out meanwhile.
        for seen in [None, Some("Fatima")] {
            assert_eq!(since(lend(None, seen, "Paul")), Some(("Paul".into(), 9)));
        }
        // A colleague wrote a name down meanwhile, or another one.
        for seen in [None, Some("Omar")] {
            assert_eq!(lend(Some(&fatima), seen, "Paul"), None);
        }
        let changed = lend(Some(&fatima), Some("Fatima"), "Paul");
        assert_eq!(since(changed), Some(("Paul".into(), 9)));
        assert_eq!(lend(Some(&fatima), None, "Fatima"), Some(fatima.clone()));
        let noted = super::lend(Some(&fatima), None, "Fatima".into(), Some("mars".into()), 9);
        assert_eq!(noted, None);
    }

    #[test]
    fn a_key_is_read_again_and_nothing_else_is_one() {
        for (lent, word) in Lent::ALL {
            let key = loan_key(lent, 41).unwrap();
            assert_eq!(key, format!("loan/{word}/000041"));
            assert_eq!(read_loan_key(&key), Some((lent, 41)));
        }
        assert_eq!(loan_key(Lent::Stick, 0), None);
        assert_eq!(loan_key(Lent::Stick, HIGHEST + 1), None);
        for other in [
            "loan/stick/41",
            "loan/x/000041",
            "person/1",
            "loan/stick/",
            "",
        ] {
            assert_eq!(read_loan_key(other), None, "{other}");
        }
    }

    #[test]
    fn a_table_runs_nothing() {
        let mut sheet = Sheet::default();
        let evil = Loan {
            name: "=HYPERLINK(\"x\")".into(),
            note: Some("a;b".into()),
            since: 7,
        };
        for (number, loan) in [(41, fatima()), (2, evil)] {
            let key = loan_key(Lent::Stick, number).unwrap();
            sheet.put(&key, Some(loan), 5).unwrap();
        }
        let heads = ["Quoi", "Numéro", "Nom", "Remarque", "Depuis"];
        let table = loans_table(&sheet, heads, |_| "Clé".into(), |_| "1/1".into()).unwrap();
        let text = String::from_utf8(table).unwrap();
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "\u{feff}\"Quoi\";\"Numéro\";\"Nom\";\"Remarque\";\"Depuis\"",
                "\"Clé\";\"2\";\"'=HYPERLINK(\"\"x\"\")\";\"a;b\";\"1/1\"",
                "\"Clé\";\"41\";\"Fatima\";\"\";\"1/1\"",
            ]
        );
    }
}
