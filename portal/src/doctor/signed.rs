//! What is signed: the certificate, the locator, the board, the version for sticks.

use wire::structure::{SignedLocator, Trust};

use super::{Check, DAY, Verdict, check};
use crate::{board, settings::Settings, tls, version};

/// Days before a certificate ends that the admin is told.
const TLS_DAYS: u64 = 30;
/// Days before a publisher ends that the admin is told.
const PUBLISHER_DAYS: u64 = 30;

pub(super) fn certificate(settings: &Settings, now: u64) -> Check {
    let what = "certificate";
    let files = &settings.file.tls;
    let (chain, key) = (settings.path(&files.chain), settings.path(&files.key));
    if let Err(error) = tls::server(&chain, &key) {
        return check(what, Verdict::Bad, error.to_string());
    }
    let first = tls::read_chain(&chain).ok();
    let validity = first.and_then(|chain| tls::validity(chain.first()?));
    match validity {
        Some((from, to)) if from <= now && now < to => {
            let days = (to - now) / DAY;
            let verdict = if days > TLS_DAYS {
                Verdict::Good
            } else {
                Verdict::Soon
            };
            check(what, verdict, format!("counts for {days} more days"))
        }
        Some(_) => check(
            what,
            Verdict::Bad,
            "has ended or not begun: renew it, or set the clock",
        ),
        None => check(what, Verdict::Soon, "its dates cannot be read"),
    }
}

pub(super) fn locator(settings: &Settings) -> Check {
    let what = "locator";
    let bytes = std::fs::read(settings.path(&settings.file.structure.locator));
    let signed: Option<SignedLocator> = bytes
        .ok()
        .and_then(|b| wire::decode_canonical(&b, SignedLocator::MAX).ok());
    let root = settings.root().ok();
    let believed = signed
        .zip(root)
        .and_then(|(signed, root)| signed.verify(settings.realm(), &root.fingerprint()).ok());
    let Some(locator) = believed else {
        return check(
            what,
            Verdict::Bad,
            "not signed by this structure for this realm",
        );
    };
    let webauthn = &settings.file.webauthn;
    if locator.rp_id != webauthn.rp_id {
        return check(what, Verdict::Bad, "names another rp_id than settings.toml");
    }
    if locator.origin.trim_end_matches('/') != webauthn.origin.as_str().trim_end_matches('/') {
        return check(
            what,
            Verdict::Bad,
            "names another origin than settings.toml",
        );
    }
    let gate = settings.gate_id().ok();
    if !locator.gates.iter().any(|g| Some(g.gate) == gate) {
        return check(what, Verdict::Bad, "does not name this portal's gate");
    }
    let chain = tls::read_chain(&settings.path(&settings.file.tls.chain)).unwrap_or_default();
    match locator.trust {
        Trust::Authority(pin) if !chain.iter().any(|c| wire::Hash::of(c) == pin) => check(
            what,
            Verdict::Bad,
            "pins another authority than the certificate's: sign it again with \
             `portal structure locator --authority`",
        ),
        _ => check(
            what,
            Verdict::Good,
            format!("number {}, as signed", locator.seq),
        ),
    }
}

pub(super) fn board(settings: &Settings, now: u64) -> Check {
    let what = "board";
    match board::current(settings) {
        Ok(None) => check(
            what,
            Verdict::Soon,
            "none yet: `portal board publish` tells people the structure's telephone number",
        ),
        Ok(Some((publisher, _))) if !publisher.counts(now) => check(
            what,
            Verdict::Bad,
            "its publisher has ended, and no app believes it: `portal structure publisher`, then \
             publish again",
        ),
        Ok(Some((publisher, board))) => {
            let days = (publisher.not_after - now) / DAY;
            let verdict = if days > PUBLISHER_DAYS {
                Verdict::Good
            } else {
                Verdict::Soon
            };
            let words = format!(
                "number {}; its publisher counts for {days} more days",
                board.number
            );
            check(what, verdict, words)
        }
        Err(error) => check(what, Verdict::Bad, error.to_string()),
    }
}

pub(super) fn version(settings: &Settings) -> Check {
    let what = "programs";
    match version::current(settings) {
        Ok(None) => check(
            what,
            Verdict::Good,
            "sticks find no newer version here: `portal version install` puts one up",
        ),
        Ok(Some(signed)) => {
            let words = format!("sticks can take version {}", signed.version);
            match signed.development {
                true => check(what, Verdict::Soon, words + ", which is for trying only"),
                false => check(what, Verdict::Good, words),
            }
        }
        Err(error) => check(what, Verdict::Bad, error.to_string()),
    }
}
