//! Those who help, and the officer who certifies them.

use super::{Check, DAY, Verdict, check};
use crate::{
    attestation::{AttestationError, Kept},
    clock::Clock,
    helpers,
    settings::Settings,
};

/// Days before an officer or an attester ends that the admin is told: the root's folder may be far away.
const TOLD_DAYS: u64 = 60;
/// Days that a list of revocations has left when it is time to sign the next.
const LIST_DAYS: u64 = 2;

pub(super) fn helpers(settings: &Settings, now: u64) -> Check {
    let what = "helpers";
    match helpers::standing(settings, now) {
        Ok(None) => check(
            what,
            Verdict::Good,
            "none are certified: `portal helper certify`",
        ),
        Ok(Some((count, days))) => {
            let (verdict, words) = match days {
                None => (
                    Verdict::Bad,
                    "the list of those who were stopped is too old, and no new mandate begins: \
                     `portal helper refresh`"
                        .into(),
                ),
                Some(days) => (
                    if days > LIST_DAYS {
                        Verdict::Good
                    } else {
                        Verdict::Soon
                    },
                    format!("{count} are certified; sign their list again within {days} days"),
                ),
            };
            check(what, verdict, words)
        }
        Err(error) => check(what, Verdict::Bad, error.to_string()),
    }
}

/// Vouchers and certificates of an officer who ended are believed by nobody, and a new one is signed by the offline root.
pub(super) fn officer(settings: &Settings, now: u64) -> Check {
    let what = "officer";
    match helpers::officer_ends(settings) {
        Ok(None) => check(what, Verdict::Good, "not known: no officer signed here yet"),
        Ok(Some(end)) if end <= now => check(
            what,
            Verdict::Bad,
            "has ended, and nobody believes what they sign: `portal structure officer`",
        ),
        Ok(Some(end)) => ends(what, end, now),
        Err(error) => check(what, Verdict::Bad, error.to_string()),
    }
}

/// Without a key that counts the desk attests nothing. A backup does not take it along.
pub(super) fn attester(settings: &Settings, now: u64) -> Check {
    let what = "attester";
    match Kept::read(settings, now) {
        Ok(None) => check(
            what,
            Verdict::Good,
            "none is installed, and the desk attests nothing: `portal structure attester`",
        ),
        Ok(Some(kept)) => ends(what, kept.attester.not_after, now),
        Err(AttestationError::Over) => check(
            what,
            Verdict::Bad,
            "no longer counts, and the desk attests nothing: `portal structure attester`, then `portal attestation install`",
        ),
        Err(error) => check(what, Verdict::Bad, error.to_string()),
    }
}

/// Somebody whom the offline root named, and whom it names anew under the same word.
fn ends(what: &'static str, end: u64, now: u64) -> Check {
    let days = end.saturating_sub(now) / DAY;
    let verdict = if days > TOLD_DAYS {
        Verdict::Good
    } else {
        Verdict::Soon
    };
    let words = format!("counts for {days} more days; `portal structure {what}` makes the next");
    check(what, verdict, words)
}

pub(super) fn dormant(settings: &Settings, clock: &dyn Clock) -> Check {
    let what = "dormant";
    match helpers::dormant(settings, clock) {
        Ok(Some(all)) if all.is_empty() => check(what, Verdict::Good, "no helper is"),
        Ok(Some(all)) => {
            let words = format!(
                "{} helpers have not opened their space for six months and are not certified again: \
                 `portal helper dormant`",
                all.len()
            );
            check(what, Verdict::Soon, words)
        }
        Ok(None) => check(what, Verdict::Good, "not known: [idle] keeps no month"),
        Err(error) => check(what, Verdict::Soon, error.to_string()),
    }
}
