//! The files of a backup: the settings, what they name, and the blobs.

use std::{fs, io, path::Path};

use super::Restored;
use crate::{
    StartError,
    backup::{
        BackupError, at,
        make::{BLOBS, SETTINGS},
        manifest::Manifest,
    },
    board, folders, helpers,
    settings::{FILE, Settings, SettingsError, SettingsFile},
};

/// The settings, which name only what lies in the data folder from now on.
pub(super) fn settings(from: &Path, data: &Path) -> Result<Settings, BackupError> {
    let source = from.join(SETTINGS);
    let text = source.join(FILE);
    let text = fs::read_to_string(&text).map_err(at(text))?;
    let mut file: SettingsFile = toml::from_str(&text).map_err(|error| {
        StartError::from(SettingsError::Toml {
            path: source.join(FILE),
            source: Box::new(error),
        })
    })?;
    file.structure.locator = "locator".into();
    file.structure.backup_key = "backup.pub".into();
    file.tls.chain = "tls/chain.pem".into();
    file.tls.key = "tls/server.key".into();
    file.gate.backup = "gate-backup".into();
    Ok(Settings {
        data: data.to_owned(),
        file,
    })
}

/// What the settings name.
pub(super) fn names(from: &Path, data: &Path) -> Result<(), BackupError> {
    let source = from.join(SETTINGS);
    folders::make(&data.join("tls")).map_err(at(data))?;
    for (name, is_needed) in [
        ("locator", true),
        ("backup.pub", true),
        ("tls/chain.pem", true),
        ("tls/server.key", true),
        ("tls/ca.pem", false),
        ("tls/ca.key", false),
        (board::FILE, false),
        (helpers::FILE, false),
        (helpers::ELSEWHERE, false),
    ] {
        let path = source.join(name);
        match fs::read(&path) {
            Ok(content) => folders::write(&data.join(name), &content).map_err(at(path))?,
            Err(error) if !is_needed && error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(at(path)(error)),
        }
    }
    Ok(())
}

pub(super) fn copy_blobs(
    from: &Path,
    manifest: &Manifest,
    settings: &Settings,
    restored: &mut Restored,
) -> Result<(), BackupError> {
    let target = settings.blobs();
    folders::make(&target).map_err(at(&target))?;
    let mut copies = Manifest::new(manifest.time);
    for name in manifest.files.keys() {
        if let Some(place) = name.strip_prefix(&format!("{BLOBS}/")) {
            copies.copy(&from.join(name), &target, place)?;
            restored.blobs += 1;
        }
    }
    // Their bytes are on the disk; now their names.
    for entry in fs::read_dir(&target).map_err(at(&target))? {
        let path = entry.map_err(at(&target))?.path();
        if path.is_dir() {
            folders::sync(Some(&path)).map_err(at(&path))?;
        }
    }
    folders::sync(Some(&target)).map_err(at(&target))
}
