//! What is kept: the stores, the ordinary backup, the gate's backup.

use super::{Check, DAY, Verdict, check};
use crate::{backup, settings::Settings, store::StoreError};
use std::{net::TcpStream, time::Duration};

/// What to do where the gate's backup lies with what it is a backup of.
pub(crate) const BACKUP_INSIDE: &str = "the sealed gate backup lies in the data folder: a disk that \
    fails takes both, and every stick then needs a recovery. Move it to another disk, and name it in \
    gate.backup of settings.toml";

/// Days after which a backup is old.
const BACKUP_DAYS: u64 = 2;

pub(super) fn stores(settings: &Settings) -> Check {
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

pub(super) fn gate_backup(settings: &Settings) -> Check {
    if backup_is_inside(settings) {
        check("gate backup", Verdict::Soon, BACKUP_INSIDE)
    } else {
        check("gate backup", Verdict::Good, "apart from the data folder")
    }
}

pub(super) fn backups(settings: &Settings, now: u64) -> Check {
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

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::{
        doctor::examine,
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
