//! Vouchers are signed: each is the right to start one stick.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::bail;
use clap::ValueEnum;
use wire::{
    Realm,
    structure::{PRACTICE_LOCATOR, SignedLocator, VoucherKind},
};

use super::{DAY, random};
use crate::{
    cli::{at, passphrase},
    clock::{self, Clock},
    structure::{Public, StructureFolder},
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct VoucherWords {
    /// The structure's folder.
    #[arg(long)]
    structure: PathBuf,
    /// What the stick becomes.
    #[arg(long)]
    kind: Kind,
    /// Days it counts, a year at most.
    #[arg(long, default_value_t = 31, value_parser = clap::value_parser!(u64).range(1..=366))]
    days: u64,
    /// How many. More than one lie in a folder.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    count: u32,
    /// The new file; the folder where there are several.
    #[arg(long)]
    out: PathBuf,
    /// The passphrase; asked for where this is not given.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(in crate::cli) enum Kind {
    /// The first stick of a new space.
    Account,
    /// One more stick of a space.
    Slot,
    /// The new stick of a recovery.
    Recovery,
}

/// One into a file, several into a folder.
pub(super) fn sign(words: VoucherWords) -> anyhow::Result<()> {
    let VoucherWords {
        structure,
        kind,
        days,
        count,
        out,
        passphrase_file,
    } = words;
    let passphrase = passphrase("the structure", passphrase_file.as_deref())?;
    let kind = match kind {
        Kind::Account => VoucherKind::Account,
        Kind::Slot => VoucherKind::Slot,
        Kind::Recovery => VoucherKind::Recovery,
    };
    let (mut random, expires) = (random(), clock::System.now() + days * DAY);
    let folder = StructureFolder::at(structure);
    if count == 1 {
        let voucher = folder.voucher(&passphrase, kind, expires, &mut random)?;
        fs::write(&out, wire::encode(&voucher)).map_err(|error| at(&out, &error))?;
        println!("A voucher for {days} days: {}", out.display());
        return Ok(());
    }
    let vouchers = folder.vouchers(&passphrase, kind, expires, count, &mut random)?;
    fs::create_dir_all(&out).map_err(|error| at(&out, &error))?;
    let public = folder.public()?;
    let lies = lying(&out, &public)?;
    if public.realm == Realm::Practice {
        // Of two copies of the structure's folder one may be older.
        if lies.is_none_or(|seq| seq <= public.locator().map_or(0, |locator| locator.seq)) {
            let file = out.join(PRACTICE_LOCATOR);
            fs::write(&file, wire::encode(&public.locator)).map_err(|error| at(&file, &error))?;
        }
        println!("For practice: {PRACTICE_LOCATOR} beside them says so. Keep them together.");
    }
    for voucher in vouchers {
        // Named by its id: whatever lies in the folder already stays.
        let id = voucher.voucher.claimed()?.id;
        let file = out.join(format!("voucher-{}", id.to_hex()));
        fs::write(&file, wire::encode(&voucher)).map_err(|error| at(&file, &error))?;
    }
    println!("{count} vouchers for {days} days: {}", out.display());
    Ok(())
}

/// The number of the practice locator that lies in the folder already, if it is this structure's.
fn lying(out: &Path, public: &Public) -> anyhow::Result<Option<u64>> {
    let file = out.join(PRACTICE_LOCATOR);
    let bytes = match fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(at(&file, &error)),
    };
    let known = wire::decode_canonical::<SignedLocator>(&bytes, SignedLocator::MAX).ok();
    let pinned = public.root.fingerprint();
    let known = known.and_then(|known| known.verify(Realm::Practice, &pinned).ok());
    match known {
        Some(known) if public.realm == Realm::Practice => Ok(Some(known.seq)),
        _ => bail!(
            "{} is another structure's, or damaged: choose an empty folder",
            file.display()
        ),
    }
}
