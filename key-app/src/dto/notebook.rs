//! Who has what was lent, on the page.

use key_core::sheets::{Lent, Loan, read_loan_key};
use serde::Serialize;

const KINDS: [(Lent, &str, &str); 3] = [
    (Lent::Stick, "stick", "Clé"),
    (Lent::Computer, "computer", "Ordinateur"),
    (Lent::Phone, "phone", "Téléphone"),
];

/// One loan.
#[derive(Serialize)]
pub(crate) struct LoanView {
    key: String,
    kind: &'static str,
    number: u32,
    name: String,
    note: Option<String>,
    since: u64,
}

impl LoanView {
    /// One loan of the notebook.
    pub(crate) fn of((key, loan): (&str, &Loan)) -> Option<Self> {
        let (lent, number) = read_loan_key(key)?;
        let (_, kind, _) = KINDS.iter().find(|(one, ..)| *one == lent)?;
        Some(Self {
            key: key.to_owned(),
            kind,
            number,
            name: loan.name.clone(),
            note: loan.note.clone(),
            since: loan.since,
        })
    }

    /// What a thing is called in a file of the structure's.
    pub(crate) fn french(lent: Lent) -> &'static str {
        let kind = KINDS.iter().find(|(one, ..)| *one == lent);
        kind.map_or("", |(.., word)| word)
    }
}

/// What the page means.
pub(crate) fn lent(kind: &str) -> Option<Lent> {
    let found = KINDS.iter().find(|(_, word, _)| *word == kind);
    found.map(|(lent, ..)| *lent)
}
