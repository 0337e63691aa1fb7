//! Looks a portal over before its admin has to: each check says what is right or what to do.

use std::{fmt, net::TcpStream, os::unix::fs::PermissionsExt, time::Duration};

use wire::structure::{SignedLocator, Trust};

use crate::{backup, board, clock::Clock, helpers, settings::Settings, store::StoreError, tls};

const DAY: u64 = 86_400;
/// Days before a certificate ends that the admin is told.
const TLS_DAYS: u64 = 30;
/// Days before a publisher ends that the admin is told.
const PUBLISHER_DAYS: u64 = 30;
/// Days after which a backup is old.
const BACKUP_DAYS: u64 = 2;
/// Bytes that should be free.
const FREE: u64 = 2 << 30;
/// 2026-01-01: a clock before it is wrong.
const BUILT: u64 = 1_767_225_600;

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// As it should be.
    Good,
    /// It works; something is to be done soon.
    Soon,
    /// It does not work, or will not keep its promises.
    Bad,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was looked at.
    pub what: &'static str,
    /// How it came out.
    pub verdict: Verdict,
    /// What was found, and what to do.
    pub words: String,
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.verdict {
            Verdict::Good => "ok  ",
            Verdict::Soon => "soon",
            Verdict::Bad => "BAD ",
        };
        write!(f, "{mark}  {:<12} {}", self.what, self.words)
    }
}

/// Looks over the portal of these settings.
#[must_use]
pub fn examine(settings: &Settings, clock: &dyn Clock) -> Vec<Check> {
    let now = clock.now();
    vec![
        folder(settings),
        time(settings, now),
        certificate(settings, now),
        locator(settings),
        board(settings, now),
        helpers(settings, now),
        officer(settings, now),
        dormant(settings, clock),
        stores(settings),
        disk(settings),
        gate_backup(settings),
        backups(settings, now),
    ]
}

fn check(what: &'static str, verdict: Verdict, words: impl Into<String>) -> Check {
    Check {
        what,
        verdict,
        words: words.into(),
    }
}

fn folder(settings: &Settings) -> Check {
    match std::fs::metadata(&settings.data) {
        Ok(meta) if meta.permissions().mode() & 0o077 == 0 => {
            check("data folder", Verdict::Good, "only its owner may enter")
        }
        Ok(_) => check("data folder", Verdict::Bad, "others may enter: chmod 700"),
        Err(error) => check("data folder", Verdict::Bad, error.to_string()),
    }
}

fn time(settings: &Settings, now: u64) -> Check {
    if now >= BUILT {
        let zone = &settings.file.timezone;
        let words = format!("plausible; keep it set by NTP; the desk says the hours of {zone}");
        check("clock", Verdict::Good, words)
    } else {
        check(
            "clock",
            Verdict::Bad,
            "in the past: set the clock, switch NTP on",
        )
    }
}

fn certificate(settings: &Settings, now: u64) -> Check {
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

fn locator(settings: &Settings) -> Check {
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

fn board(settings: &Settings, now: u64) -> Check {
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

/// Days before an officer ends that the admin is told: the root's folder may be far away.
const OFFICER_DAYS: u64 = 60;
/// Days that a list of revocations has left when it is time to sign the next.
const LIST_DAYS: u64 = 2;

fn helpers(settings: &Settings, now: u64) -> Check {
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
fn officer(settings: &Settings, now: u64) -> Check {
    let what = "officer";
    match helpers::officer_ends(settings) {
        Ok(None) => check(what, Verdict::Good, "not known: no officer signed here yet"),
        Ok(Some(end)) if end <= now => check(
            what,
            Verdict::Bad,
            "has ended, and nobody believes what they sign: `portal structure officer`",
        ),
        Ok(Some(end)) => {
            let days = (end - now) / DAY;
            let verdict = if days > OFFICER_DAYS {
                Verdict::Good
            } else {
                Verdict::Soon
            };
            let words =
                format!("counts for {days} more days; `portal structure officer` makes the next");
            check(what, verdict, words)
        }
        Err(error) => check(what, Verdict::Bad, error.to_string()),
    }
}

fn dormant(settings: &Settings, clock: &dyn Clock) -> Check {
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

fn stores(settings: &Settings) -> Check {
    let what = "stores";
    let engine = settings.file.engine;
    for path in [settings.space_store(), settings.gate_store()] {
        if !path.exists() {
            return check(
                what,
                Verdict::Bad,
                format!("{} is not there", path.display()),
            );
        }
        match engine.open(&path) {
            Ok(_) => {}
            Err(StoreError::InUse) => return running(settings),
            Err(error) => {
                return check(what, Verdict::Bad, format!("{}: {error}", path.display()));
            }
        }
    }
    if let Some(path) = backup::left_over(settings) {
        let words = format!("{} is of another engine: delete it", path.display());
        return check(what, Verdict::Soon, words);
    }
    let words = format!("kept by {}; the portal is not running", engine.name());
    check(what, Verdict::Good, words)
}

/// Somebody holds the stores: the portal, which then answers where it listens.
fn running(settings: &Settings) -> Check {
    let listen = settings.file.listen;
    let reached =
        listen.port() == 0 || TcpStream::connect_timeout(&listen, Duration::from_secs(3)).is_ok();
    if reached {
        let engine = settings.file.engine.name();
        let words = format!("kept by {engine}; held by the portal, which runs");
        check("stores", Verdict::Good, words)
    } else {
        check(
            "stores",
            Verdict::Bad,
            "held by a process that does not listen: look for it",
        )
    }
}

fn disk(settings: &Settings) -> Check {
    match rustix::fs::statvfs(&settings.data) {
        Ok(found) => {
            let free = found.f_bavail.saturating_mul(found.f_frsize);
            let verdict = if free >= FREE {
                Verdict::Good
            } else {
                Verdict::Soon
            };
            check("disk", verdict, format!("{} MiB free", free >> 20))
        }
        Err(error) => check("disk", Verdict::Bad, error.to_string()),
    }
}

/// What to do where the gate's backup lies with what it is a backup of.
pub(crate) const BACKUP_INSIDE: &str = "the sealed gate backup lies in the data folder: a disk that \
    fails takes both, and every stick then needs a recovery. Move it to another disk, and name it in \
    gate.backup of settings.toml";

/// Whether the gate's backup lies in the data folder.
pub(crate) fn backup_is_inside(settings: &Settings) -> bool {
    let whole = |path: &std::path::Path| {
        std::fs::canonicalize(path)
            .or_else(|_| std::path::absolute(path))
            .unwrap_or_else(|_| path.to_owned())
    };
    let backup = settings.path(&settings.file.gate.backup);
    // It is made at the first start: until then its parent says where it will be.
    let backup = match (backup.exists(), backup.parent()) {
        (false, Some(parent)) => parent.to_owned(),
        _ => backup,
    };
    whole(&backup).starts_with(whole(&settings.data))
}

fn gate_backup(settings: &Settings) -> Check {
    if backup_is_inside(settings) {
        check("gate backup", Verdict::Soon, BACKUP_INSIDE)
    } else {
        check("gate backup", Verdict::Good, "apart from the data folder")
    }
}

fn backups(settings: &Settings, now: u64) -> Check {
    match backup::last(settings) {
        None => check(
            "backup",
            Verdict::Soon,
            "none yet: `portal backup --to …`, every night",
        ),
        Some(last) => {
            let days = now.saturating_sub(last) / DAY;
            let verdict = if days <= BACKUP_DAYS {
                Verdict::Good
            } else {
                Verdict::Soon
            };
            check("backup", verdict, format!("{days} days old"))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::{
        fixtures::{NOW, settled_on, structure},
        init::{Certificate, Init, LocalTls, init},
        store::OnDisk,
    };

    #[test]
    fn the_engine_is_named() {
        for engine in OnDisk::ALL {
            let folder = tempfile::tempdir().unwrap();
            let (settings, _) = settled_on(folder.path(), engine, |_| {});
            let checks = examine(&settings, &crate::clock::Fixed::at(NOW));
            let stores = checks.iter().find(|check| check.what == "stores");
            let stores = stores.unwrap();
            assert_eq!(stores.verdict, Verdict::Good, "{stores}");
            assert!(stores.words.contains(engine.name()), "{stores}");
        }
    }

    #[test]
    fn a_gate_backup_beside_what_it_backs_up_is_pointed_out() {
        let folder = tempfile::tempdir().unwrap();
        let made = |name: &str, gate_backup: Option<PathBuf>| {
            let words = Init {
                data: folder.path().join(name),
                listen: "127.0.0.1:0".parse().unwrap(),
                certificate: Certificate::Local(
                    LocalTls::make(&["localhost".into()], NOW).unwrap(),
                ),
                gate_backup,
                engine: OnDisk::Redb,
                gate: None,
                backup_key: None,
            };
            init(words, &structure().1.public())
        };
        let inside = |name: &str, gate_backup: Option<PathBuf>| {
            let settings = made(name, gate_backup).unwrap();
            (backup_is_inside(&settings), gate_backup_verdict(&settings))
        };
        assert_eq!(inside("one", None), (true, Verdict::Soon));
        let apart = Some(folder.path().join("apart"));
        assert_eq!(inside("two", apart), (false, Verdict::Good));
        let nowhere = folder.path().join("not-plugged-in/backup");
        let refused = made("three", Some(nowhere)).unwrap_err();
        assert!(refused.to_string().contains("--gate-backup"), "{refused}");
        assert!(!folder.path().join("three").exists(), "nothing was made");
    }

    fn gate_backup_verdict(settings: &Settings) -> Verdict {
        let clock = crate::clock::Fixed::at(NOW);
        let checks = examine(settings, &clock);
        let found = checks.iter().find(|check| check.what == "gate backup");
        found.unwrap().verdict
    }
}
