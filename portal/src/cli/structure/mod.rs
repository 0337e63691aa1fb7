//! The verbs of a structure's own keys: offline.
//!
//! - `init` makes them · `voucher` signs the right to start a stick · `name` says who signs what · `locator` where
//!   sticks go

mod init;
mod locator;
mod name;
mod voucher;

use clap::Subcommand;
use url::Url;
use wire::structure::Locator;

use self::{
    init::InitWords,
    locator::LocatorWords,
    name::{AttesterWords, OfficerWords, PublisherWords, RootWords},
    voucher::VoucherWords,
};

const DAY: u64 = 86_400;

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Makes a structure: root, officer and backup keys, each under the passphrase.
    Init(InitWords),
    /// Signs vouchers: each is the right to start one stick.
    Voucher(VoucherWords),
    /// Names a publisher: makes the key that signs the board, and certifies it.
    Publisher(PublisherWords),
    /// Names an attester: makes the key that signs what people learnt, and adds it to the structure's list.
    Attester(AttesterWords),
    /// Names another officer in the place of the one before, who no longer counts.
    Officer(OfficerWords),
    /// Makes the root that follows, and puts its locator into a data folder.
    Root(RootWords),
    /// Signs the next locator, and puts it into a data folder.
    Locator(LocatorWords),
}

/// Does what the verb says.
pub(super) fn run(verb: Verb) -> anyhow::Result<()> {
    match verb {
        Verb::Init(words) => init::make(words),
        Verb::Voucher(words) => voucher::sign(words),
        Verb::Publisher(words) => name::publisher(words),
        Verb::Attester(words) => name::attester(words),
        Verb::Officer(words) => name::officer(words),
        Verb::Root(words) => name::root(words),
        Verb::Locator(words) => locator::relocate(words),
    }
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
