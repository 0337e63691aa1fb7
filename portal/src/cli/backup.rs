//! A backup is made and comes back; the rows alone go to another engine.

use std::path::{Path, PathBuf};

use super::passphrase;
use crate::{Settings, backup, clock, store::OnDisk, structure::read_backup_key};

pub(super) fn back_up(data: &Path, to: &Path) -> anyhow::Result<()> {
    backup::backup(&Settings::read(data)?, to, &clock::System)?;
    println!("The backup is whole: {}", to.display());
    Ok(())
}

pub(super) fn export(data: &Path, out: &Path) -> anyhow::Result<()> {
    let set_hash = backup::export(&Settings::read(data)?, out, &clock::System)?;
    println!("The rows are in {}.\nSet hash: {set_hash}", out.display());
    Ok(())
}

pub(super) fn import(into: &Path, from: &Path, engine: OnDisk) -> anyhow::Result<()> {
    let set_hash = backup::import(&Settings::read(into)?, from, engine)?;
    println!(
        "The stores are kept by {} now.\nSet hash: {set_hash}",
        engine.name()
    );
    Ok(())
}

#[derive(Debug, clap::Args)]
pub(super) struct RestoreWords {
    /// The folder of the backup.
    #[arg(long)]
    from: PathBuf,
    /// The new data folder.
    #[arg(long)]
    data: PathBuf,
    /// The folder of sealed gate backups.
    #[arg(long, requires = "backup_key")]
    gate_backup: Option<PathBuf>,
    /// The structure's backup.key.pem.
    #[arg(long, requires = "gate_backup")]
    backup_key: Option<PathBuf>,
    /// Its passphrase; asked for where this is not given.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
    /// What keeps the stores from now on; the engine of the backup where nothing is said.
    #[arg(long)]
    engine: Option<OnDisk>,
}

pub(super) fn restore(words: RestoreWords) -> anyhow::Result<()> {
    let gate_backup = match (words.gate_backup, words.backup_key) {
        (Some(folder), Some(key)) => {
            let passphrase = passphrase("the structure", words.passphrase_file.as_deref())?;
            let key = read_backup_key(&key, &passphrase)?;
            Some(backup::GateBackup { folder, key })
        }
        _ => None,
    };
    let restored =
        backup::restore_on(&words.from, &words.data, gate_backup.as_ref(), words.engine)?;
    println!(
        "Back: {} rows, {} blobs, {} gate keys ({} left out).",
        restored.rows, restored.blobs, restored.keys, restored.left_out
    );
    println!("Set hash of the rows: {}", restored.set_hash);
    println!(
        "That somebody died, where it was said after this backup, has to be said again: portal accounts \
         deceased."
    );
    println!(
        "Nobody comes in at the desk by a passkey of before this backup: their names and roles are back, some \
         perhaps of people who left since. Make a link for each who works there: portal staff invite."
    );
    if gate_backup.is_none() {
        println!(
            "No --gate-backup was given: spaces deleted after this backup are back. Copy its *.tombstone \
             files into {}/gate-backup before you start the portal.",
            words.data.display()
        );
    }
    if restored.deleted > 0 {
        println!(
            "{} spaces were deleted after this backup: they do not come back.",
            restored.deleted
        );
    }
    if restored.unreadable > 0 {
        println!(
            "{} sealed gate keys could not be opened: damaged, or sealed to another key. \
             Take another copy of them and restore again, into another folder.",
            restored.unreadable
        );
    }
    if restored.missing > 0 {
        println!(
            "{} sticks have no gate key: give --gate-backup and --backup-key, \
             or recover them at the counter.",
            restored.missing
        );
    }
    Ok(())
}
