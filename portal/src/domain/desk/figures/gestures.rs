//! Who made the gestures.

use super::{Of, Row};

/// Who made the gestures, and of how many sessions. It says no more than the postures do.
pub(super) fn gestures(postures: &[Row], whole: Option<u64>) -> Vec<Row> {
    let all: Option<Vec<u64>> = postures.iter().map(|(_, count)| *count).collect();
    let all = all.filter(|_| whole.is_some());
    let helper = all.as_ref().and_then(|all| all.last().copied());
    let own = all.map(|all| all.iter().rev().skip(1).sum());
    vec![
        (Of::ByThePerson, own),
        (Of::ByAHelper, helper),
        (Of::All, whole),
    ]
}

/// *Je forme* and *j'accompagne* are the person's own hands.
pub(super) fn share(postures: &[Row]) -> Option<u64> {
    let all: Option<Vec<u64>> = postures.iter().map(|(_, count)| *count).collect();
    let all = all?;
    let sum: u64 = all.iter().sum();
    let own = sum - all.last()?;
    (sum > 0).then(|| (own * 100 + sum / 2) / sum)
}
