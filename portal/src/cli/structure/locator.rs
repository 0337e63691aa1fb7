//! The next locator is signed: the portal's addresses, and its gates.

use std::path::PathBuf;

use anyhow::bail;
use wire::{
    GateId, Random, limits,
    structure::{GateAddress, Locator},
};

use super::{address, random, show_gates};
use crate::{
    cli::{gate_id, passphrase},
    init,
    structure::StructureFolder,
};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct LocatorWords {
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

pub(super) fn relocate(words: LocatorWords) -> anyhow::Result<()> {
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

fn moved(text: &str) -> Result<(GateId, String), &'static str> {
    let halves = text.split_once('=');
    let (gate, to) = halves.ok_or("a gate's id, `=`, its address")?;
    Ok((gate_id(gate)?, address(to)?))
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
