//! Where something may go from one stage to another: a table, and why not.

use super::STAGES;
use crate::records::{ItemStage as Stage, Kind};

/// Why something does not go from one stage to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// It is there already.
    Same,
    /// Only sticks are used for practice, or blocked.
    SticksOnly,
    /// It is with nobody.
    NotLent,
    /// It is with somebody, or lost: it must come back first.
    NotBack,
    /// It was with somebody, or in practice: what is on it must go first.
    NotWiped,
    /// Nobody had it: there is nothing on it.
    NothingOnIt,
    /// It came back: what wiped it must be said.
    NoProof,
}

/// Where something may go from each stage.
const STEPS: [(Stage, &[Stage]); 7] = {
    use Stage::{Blank, Frozen, Lent, Lost, Practice, Returned, Wiped};
    [
        (Blank, &[Practice, Lent, Lost]),
        (Practice, &[Wiped, Lost]),
        (Lent, &[Frozen, Returned, Lost]),
        (Frozen, &[Lent, Returned, Lost]),
        (Returned, &[Wiped, Lost]),
        (Wiped, &[Blank, Practice, Lent, Lost]),
        (Lost, &[Frozen, Returned]),
    ]
};

/// Says whether something of this kind goes from one stage to another.
///
/// # Errors
/// [`Why`] not.
pub(crate) fn step(kind: Kind, from: Stage, to: Stage) -> Result<(), Why> {
    use Stage as S;
    if from == to {
        return Err(Why::Same);
    }
    if kind != Kind::Stick && matches!(to, S::Practice | S::Frozen) {
        return Err(Why::SticksOnly);
    }
    if STEPS
        .iter()
        .any(|(stage, next)| *stage == from && next.contains(&to))
    {
        return Ok(());
    }
    Err(match (from, to) {
        (_, S::Returned | S::Frozen) => Why::NotLent,
        (S::Blank, S::Wiped) => Why::NothingOnIt,
        (S::Lent | S::Frozen | S::Lost, _) => Why::NotBack,
        _ => Why::NotWiped,
    })
}

/// Where something of this kind may go from a stage.
pub(crate) fn next(kind: Kind, from: Stage) -> impl Iterator<Item = Stage> {
    STAGES
        .into_iter()
        .filter(move |to| step(kind, from, *to).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_are_these() {
        let marks = |kind| -> Vec<String> {
            let mark = |from, to| {
                if step(kind, from, to).is_ok() {
                    'x'
                } else {
                    '-'
                }
            };
            let row = |from| STAGES.iter().map(|to| mark(from, *to)).collect();
            STAGES.into_iter().map(row).collect()
        };
        // From blank, practice, lent, frozen, returned, wiped, lost; to the same.
        let sticks = [
            "-xx---x", "-----xx", "---xx-x", "--x-x-x", "-----xx", "xxx---x", "---xx--",
        ];
        assert_eq!(marks(Kind::Stick), sticks);
        let others = [
            "--x---x", "-----xx", "----x-x", "--x-x-x", "-----xx", "x-x---x", "----x--",
        ];
        assert_eq!(marks(Kind::Computer), others);
        assert_eq!(marks(Kind::Phone), others);
    }

    #[test]
    fn a_refusal_says_why() {
        use Stage as S;
        let why = |from, to| step(Kind::Stick, from, to).unwrap_err();
        assert_eq!(why(S::Lent, S::Lent), Why::Same);
        assert_eq!(why(S::Blank, S::Returned), Why::NotLent);
        assert_eq!(why(S::Lent, S::Wiped), Why::NotBack);
        assert_eq!(why(S::Lost, S::Lent), Why::NotBack);
        assert_eq!(why(S::Returned, S::Lent), Why::NotWiped);
        assert_eq!(why(S::Practice, S::Lent), Why::NotWiped);
        assert_eq!(why(S::Blank, S::Wiped), Why::NothingOnIt);
        let computer = step(Kind::Computer, S::Blank, S::Practice);
        assert_eq!(computer.unwrap_err(), Why::SticksOnly);
    }
}
