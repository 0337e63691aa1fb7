//! Places of the structure, by the name that somebody gave them.

use std::collections::BTreeMap;

use super::{Of, Row};
use crate::{
    domain::desk::{choices::OWN_PLACE, masking},
    records::Activity,
};

/// Sessions at places of the structure that have a name. A name with few sessions is in no row of its own: that it
/// stands there would tell already. They part a number that is shown, else there are none; homes are not among them.
pub(super) fn named(sessions: &[(Vec<u8>, Activity)], places: &[Row]) -> Vec<Row> {
    let is_own = |of: &Of| matches!(of, Of::Choice(one) if one.code == OWN_PLACE);
    let own = places.iter().find(|(of, _)| is_own(of));
    let Some((_, Some(all))) = own else {
        return Vec::new();
    };
    let mut names: BTreeMap<&str, u64> = BTreeMap::new();
    for (_, one) in sessions {
        if one.place == OWN_PLACE && !one.place_name.is_empty() {
            *names.entry(&one.place_name).or_default() += 1;
        }
    }
    names.retain(|_, count| *count >= masking::SMALLEST);
    if names.is_empty() {
        return Vec::new();
    }
    let mut counts: Vec<u64> = names.values().copied().collect();
    counts.push(all.saturating_sub(counts.iter().sum()));
    let names = names.keys().map(|name| Of::Named((*name).to_owned()));
    names
        .chain([Of::Unnamed])
        .zip(masking::parts(&counts))
        .collect()
}
