//! The verbs of a structure's own keys: offline.

use std::{fs, path::PathBuf};

use anyhow::bail;
use clap::{Subcommand, ValueEnum};
use url::Url;
use wire::{
    GateId, Random, limits,
    structure::{GateAddress, Locator, Trust, VoucherKind},
};

use super::{at, gate_id, passphrase};
use crate::{
    clock::{self, Clock},
    init,
    settings::RealmName,
    structure::{
        Addresses, AttesterFolder, AttesterKey, Naming, PublisherFolder, PublisherKey, Structure,
        StructureFolder,
    },
};

const DAY: u64 = 86_400;

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Makes a structure: root, officer and backup keys, each under the passphrase.
    Init(InitWords),
    /// Signs vouchers: each is the right to start one stick.
    Voucher {
        /// The structure's folder.
        #[arg(long)]
        structure: PathBuf,
        /// What the stick becomes.
        #[arg(long)]
        kind: Kind,
        /// Days it counts.
        #[arg(long, default_value_t = 31)]
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
    },
    /// Names a publisher: makes the key that signs the board, and certifies it.
    Publisher {
        /// The structure's folder.
        #[arg(long)]
        structure: PathBuf,
        /// The new folder of the publisher. The admin of a portal may keep it.
        #[arg(long)]
        out: PathBuf,
        /// Days the publisher counts.
        #[arg(long, default_value_t = 365)]
        days: u64,
        /// The structure's passphrase; asked for where this is not given.
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
        /// The publisher's new passphrase; asked for where this is not given.
        #[arg(long)]
        publisher_passphrase_file: Option<PathBuf>,
    },
    /// Names an attester: makes the key that signs what people learnt, and adds it to the structure's list.
    Attester {
        /// The structure's folder.
        #[arg(long)]
        structure: PathBuf,
        /// The structure's name, as it stands on attestations.
        #[arg(long)]
        name: String,
        /// The new folder, in which the key travels to the portal.
        #[arg(long)]
        out: PathBuf,
        /// Days the key counts.
        #[arg(long, default_value_t = 365)]
        days: u64,
        /// The keys of before count no more: one of them was stolen.
        #[arg(long)]
        alone: bool,
        /// The structure's passphrase; asked for where this is not given.
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
        /// The attester's new passphrase; asked for where this is not given.
        #[arg(long)]
        attester_passphrase_file: Option<PathBuf>,
    },
    /// Names another officer in the place of the one before, who no longer counts.
    Officer {
        /// The structure's folder.
        #[arg(long)]
        structure: PathBuf,
        /// The passphrase; asked for where this is not given.
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
    },
    /// Makes the root that follows, and puts its locator into a data folder.
    Root {
        /// The structure's folder.
        #[arg(long)]
        structure: PathBuf,
        /// The data folder it goes into.
        #[arg(long)]
        data: Option<PathBuf>,
        /// The passphrase; asked for where this is not given.
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
    },
    /// Signs the next locator, and puts it into a data folder.
    Locator(LocatorWords),
}

#[derive(Debug, clap::Args)]
pub(super) struct InitWords {
    /// The new folder: keep it offline.
    #[arg(long)]
    out: PathBuf,
    /// Https address of the portal.
    #[arg(long, value_parser = address)]
    portal_url: String,
    /// `WebAuthn` relying party id: the portal's domain name.
    #[arg(long)]
    rp_id: String,
    /// `WebAuthn` origin; the rp_id by https where nothing is said.
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

#[derive(Debug, clap::Args)]
pub(super) struct LocatorWords {
    /// The structure's folder.
    #[arg(long)]
    structure: PathBuf,
    /// PEM certificate of the authority that sticks shall trust.
    #[arg(long)]
    authority: Option<PathBuf>,
    /// New https addresses of the portal, in order.
    #[arg(long, value_parser = address)]
    portal_url: Vec<String>,
    /// A gate that has moved: its id, then its new https address.
    #[arg(long, value_name = "ID=URL", value_parser = moved)]
    gate: Vec<(GateId, String)>,
    /// Https address of one more gate. Sticks prepared from now on have a key there.
    #[arg(long, value_parser = address)]
    add_gate: Vec<String>,
    /// The data folder it goes into.
    #[arg(long)]
    data: Option<PathBuf>,
    /// The passphrase; asked for where this is not given.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Kind {
    /// The first stick of a new space.
    Account,
    /// One more stick of a space.
    Slot,
    /// The new stick of a recovery.
    Recovery,
}

/// Does what the verb says.
pub(super) fn run(verb: Verb) -> anyhow::Result<()> {
    match verb {
        Verb::Init(words) => make(words),
        Verb::Voucher {
            structure,
            kind,
            days,
            count,
            out,
            passphrase_file,
        } => {
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
            for voucher in vouchers {
                // Named by its id: whatever lies in the folder already stays.
                let id = voucher.voucher.claimed()?.id;
                let file = out.join(format!("voucher-{}", id.to_hex()));
                fs::write(&file, wire::encode(&voucher)).map_err(|error| at(&file, &error))?;
            }
            println!("{count} vouchers for {days} days: {}", out.display());
            Ok(())
        }
        Verb::Officer {
            structure,
            passphrase_file,
        } => {
            let passphrase = passphrase("the structure", passphrase_file.as_deref())?;
            let folder = StructureFolder::at(structure);
            folder.replace_officer(&passphrase, clock::System.now(), &mut random())?;
            println!(
                "Another officer signs from now on. Certify every helper again: `portal helper certify`. \
                 Vouchers of the one before are to be made anew."
            );
            Ok(())
        }
        Verb::Root {
            structure,
            data,
            passphrase_file,
        } => {
            let passphrase = passphrase("the structure", passphrase_file.as_deref())?;
            let folder = StructureFolder::at(structure);
            folder.renew_root(&passphrase, &mut random())?;
            if let Some(data) = data {
                init::install_locator(&data, &folder.public()?)?;
            }
            println!(
                "Another root signs from now on; sticks follow it by themselves. Start every portal again \
                 with the new locator, sign the list of helpers anew (`portal helper refresh`), name the \
                 publisher again, and make anew the vouchers of sticks that nobody has begun to open."
            );
            Ok(())
        }
        Verb::Publisher {
            structure,
            out,
            days,
            passphrase_file,
            publisher_passphrase_file,
        } => {
            let of_structure = passphrase("the structure", passphrase_file.as_deref())?;
            let own = passphrase("the publisher", publisher_passphrase_file.as_deref())?;
            let (mut random, now) = (random(), clock::System.now());
            let key = PublisherKey::generate(&mut random);
            let folder = StructureFolder::at(structure);
            let seconds = days.saturating_mul(DAY);
            let certificate = folder.name_publisher(&of_structure, &key, now, seconds)?;
            PublisherFolder::at(&out).write(&key, &certificate, &own, &mut random)?;
            println!("A publisher for {days} days: {}", out.display());
            Ok(())
        }
        Verb::Attester {
            structure,
            name,
            out,
            days,
            alone,
            passphrase_file,
            attester_passphrase_file,
        } => {
            let of_structure = passphrase("the structure", passphrase_file.as_deref())?;
            let own = passphrase("the attester", attester_passphrase_file.as_deref())?;
            let (mut random, now) = (random(), clock::System.now());
            let key = AttesterKey::generate(&mut random);
            let naming = Naming {
                name,
                seconds: days.saturating_mul(DAY),
                alone,
            };
            let folder = StructureFolder::at(structure);
            folder.name_attester(&of_structure, &key, naming, now, |list| {
                AttesterFolder::at(&out).write(&key, list, &own, &mut random)
            })?;
            println!("An attester for {days} days: {}", out.display());
            println!(
                "Hand out its file `attestations.structure` to everybody who wants to verify."
            );
            Ok(())
        }
        Verb::Locator(words) => relocate(words),
    }
}

fn make(words: InitWords) -> anyhow::Result<()> {
    let passphrase = passphrase("the structure", words.passphrase_file.as_deref())?;
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
            .unwrap_or_else(|| format!("https://{}", words.rp_id)),
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

fn relocate(words: LocatorWords) -> anyhow::Result<()> {
    let passphrase = passphrase("the structure", words.passphrase_file.as_deref())?;
    let trust = words.authority.as_deref().map(init::trust_in);
    let trust = trust.transpose()?;
    let folder = StructureFolder::at(words.structure);
    let mut locator = folder.public()?.locator()?;
    change_gates(&mut locator, words.gate, words.add_gate, &mut random())?;
    folder.relocate(&passphrase, |next| {
        next.gates = locator.gates;
        if let Some(trust) = trust {
            next.trust = trust;
        }
        if !words.portal_url.is_empty() {
            next.portals = words.portal_url;
        }
    })?;
    let public = folder.public()?;
    if let Some(data) = words.data {
        init::install_locator(&data, &public)?;
    }
    let locator = public.locator()?;
    println!("Locator {} is signed.", locator.seq);
    show_gates(&locator);
    Ok(())
}

/// Gates move, and others join them. None leaves: a stick that has a key there could not be revoked.
fn change_gates(
    locator: &mut Locator,
    moved: Vec<(GateId, String)>,
    added: Vec<String>,
    random: &mut dyn Random,
) -> anyhow::Result<()> {
    for (gate, address) in moved {
        let known = locator.gates.iter_mut().find(|known| known.gate == gate);
        match known {
            Some(known) => known.address = address,
            None => bail!("the locator names no gate {}", gate.to_hex()),
        }
    }
    locator
        .gates
        .extend(added.into_iter().map(|address| GateAddress {
            gate: GateId::random(random),
            address,
        }));
    if locator.gates.len() > limits::GATES {
        bail!("a stick has at most {} gates", limits::GATES);
    }
    Ok(())
}

/// What each gate's portal is made with.
fn show_gates(locator: &Locator) {
    if locator.gates.len() > 1 {
        for gate in &locator.gates {
            println!("Gate {}: {}", gate.gate.to_hex(), gate.address);
        }
        println!("Each is served by a portal of its own: portal init --gate ID");
    }
}

fn moved(text: &str) -> Result<(GateId, String), &'static str> {
    let halves = text.split_once('=');
    let (gate, to) = halves.ok_or("a gate's id, `=`, its address")?;
    Ok((gate_id(gate)?, address(to)?))
}

/// An address that sticks and portals will go to.
fn address(text: &str) -> Result<String, &'static str> {
    match Url::parse(text) {
        Ok(url) if url.scheme() == "https" && url.has_host() => Ok(text.to_owned()),
        _ => Err("https:// and a host"),
    }
}

fn random() -> wire::random::System {
    wire::random::System::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::structure;

    #[test]
    fn gates_move_and_join_and_none_leaves() {
        let (place, structure) = structure();
        let mut locator = structure.public().locator().unwrap();
        let word = format!("{}=https://a.example/x?y=z", place.gate.to_hex());
        let word = moved(&word).unwrap();
        let joins = vec!["https://b.example".to_owned(); 2];
        change_gates(&mut locator, vec![word], joins.clone(), &mut random()).unwrap();
        assert_eq!(locator.gates[0].gate, place.gate);
        assert_eq!(locator.gates[0].address, "https://a.example/x?y=z");
        assert_eq!(locator.gates.len(), 3);
        assert_ne!(locator.gates[1].gate, locator.gates[2].gate);
        let stranger = (GateId([7; 16]), String::new());
        assert!(change_gates(&mut locator, vec![stranger], vec![], &mut random()).is_err());
        let many = [joins.clone(), joins].concat();
        assert!(change_gates(&mut locator, vec![], many, &mut random()).is_err());
        assert!(moved("00=https://a.example").is_err());
        assert!(moved("https://a.example").is_err());
        assert!(moved(&format!("{}=http://a.example", place.gate.to_hex())).is_err());
    }
}
