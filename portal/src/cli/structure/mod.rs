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

/// A name that browsers take for a relying party: no number, no bare name of a local network (WebAuthn section 5.1.3, "valid
/// domain string", with a dot in it).
fn domain(text: &str) -> Result<String, &'static str> {
    let is_one = |host: url::Host| match host {
        url::Host::Domain(name) => {
            name == text && name.trim_end_matches('.') == name && name.contains('.')
        }
        url::Host::Ipv4(_) | url::Host::Ipv6(_) => false,
    };
    match url::Host::parse(text) {
        Ok(host) if is_one(host.clone()) => Ok(text.to_owned()),
        _ => Err(
            "a domain name with a dot, as acces.example.org or portail.local, in small letters: no address of numbers, \
                  no bare name. It stays the same for ever, and with another one no stick opens",
        ),
    }
}

/// Where browsers see the desk: the portal's own address where it is the relying party's, with its port.
fn origin(portal_url: &str, rp_id: &str) -> String {
    let url = Url::parse(portal_url).ok();
    let own = url.filter(|url| {
        url.host_str().is_some_and(|host| {
            host == rp_id
                || host
                    .strip_suffix(rp_id)
                    .is_some_and(|sub| sub.ends_with('.'))
        })
    });
    own.map_or_else(
        || format!("https://{rp_id}"),
        |url| url.origin().ascii_serialization(),
    )
}

fn random() -> wire::random::System {
    wire::random::System::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_structure_takes_no_name_with_which_no_stick_opens() {
        for name in ["acces.example.org", "portail.local", "xn--accs-8oa.fr"] {
            assert_eq!(domain(name).as_deref(), Ok(name));
        }
        for name in [
            "localhost",
            "portail",
            "192.168.1.10",
            "127.0.0.1",
            "[::1]",
            "::1",
            "",
            ".",
            "portail.",
            "Portail.local",
            "https://acces.example.org",
            "acces.example.org:9443",
            "acces.example.org/",
        ] {
            assert!(domain(name).is_err(), "{name}");
        }
    }

    #[test]
    fn the_desk_is_where_the_portal_is() {
        let at = |url| origin(url, "example.org");
        assert_eq!(at("https://example.org"), "https://example.org");
        assert_eq!(
            at("https://acces.example.org:9443/x"),
            "https://acces.example.org:9443"
        );
        assert_eq!(at("https://notexample.org:9443"), "https://example.org");
        assert_eq!(at("https://127.0.0.1:9443"), "https://example.org");
    }
}
