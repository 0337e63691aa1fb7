//! A structure is made: its root, officer and backup keys.

use std::path::PathBuf;

use anyhow::bail;
use wire::{limits, structure::Trust};

use super::{address, domain, origin, random, show_gates};
use crate::{
    cli::new_passphrase,
    clock::{self, Clock},
    init,
    settings::RealmName,
    structure::{Addresses, Structure, StructureFolder},
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct InitWords {
    /// The new folder: keep it offline.
    #[arg(long)]
    out: PathBuf,
    /// Https address of the portal.
    #[arg(long, value_parser = address)]
    portal_url: String,
    /// `WebAuthn` relying party id: the portal's domain name.
    #[arg(long, value_parser = domain)]
    rp_id: String,
    /// `WebAuthn` origin; where nothing is said that of the portal's address, if it is of the rp_id, or the rp_id by https.
    #[arg(long)]
    origin: Option<String>,
    /// Https address of a gate, once for each, in order; the portal's own alone where nothing is said.
    #[arg(long, value_parser = address)]
    gate_url: Vec<String>,
    /// Real people or a workshop.
    #[arg(long)]
    realm: RealmName,
    /// PEM certificate of the structure's own authority, where there is one already.
    #[arg(long)]
    authority: Option<PathBuf>,
    /// The passphrase; asked for where this is not given.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
}

pub(super) fn make(words: InitWords) -> anyhow::Result<()> {
    let passphrase = new_passphrase("the structure", words.passphrase_file.as_deref())?;
    let gates = match words.gate_url.is_empty() {
        true => vec![words.portal_url.clone()],
        false => words.gate_url,
    };
    if gates.len() > limits::GATES {
        bail!("a stick has at most {} gates", limits::GATES);
    }
    let addresses = Addresses {
        origin: words
            .origin
            .unwrap_or_else(|| origin(&words.portal_url, &words.rp_id)),
        gates,
        portal: words.portal_url,
        rp_id: words.rp_id,
        trust: match words.authority {
            Some(file) => init::trust_in(&file)?,
            None => Trust::WebPki,
        },
    };
    let (mut random, now) = (random(), clock::System.now());
    let made = Structure::generate(&mut random, words.realm.into(), &addresses, now);
    StructureFolder::at(&words.out).write(&made, &passphrase, &mut random)?;
    println!(
        "The structure's keys are in {}: keep it offline.",
        words.out.display()
    );
    let public = made.public();
    println!("Fingerprint: {}", public.root.fingerprint().to_hex());
    show_gates(&public.locator()?);
    Ok(())
}
