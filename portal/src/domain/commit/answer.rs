//! The answer is remembered, so that the same bytes sent again change nothing.

use wire::{
    Hash,
    log::{Head, LogState},
};

use super::Ground;
use crate::{
    domain::{
        DAY, Outcome,
        expiry::{self, ANSWER_DAYS, Kind},
    },
    records::Answer,
    store::{Read, Tx},
};

pub(super) fn answered(tx: &Tx<'_>, bytes: &[u8]) -> Outcome<Option<Answer>> {
    Ok(tx.get_record(&expiry::answer_key(bytes).0)?)
}

/// Remembers the answer, so that the same bytes sent again change nothing.
pub(super) fn finish(
    tx: &mut Tx<'_>,
    ground: &Ground<'_>,
    bytes: &[u8],
    state: &LogState,
) -> Outcome<Head> {
    let key: Hash = expiry::answer_key(bytes);
    let answer = Answer {
        account: state.account,
        head: state.head,
        since: ground.now,
    };
    tx.put_record(key.0, &answer);
    expiry::schedule(tx, ground.now + ANSWER_DAYS * DAY, Kind::Answer, &key.0);
    Ok(state.head)
}
