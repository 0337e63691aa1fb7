//! A client for the addresses of a locator: by TLS alone, and led nowhere else.

use super::SILENCE;
use crate::{
    portal::tls,
    trouble::{Result, Trouble},
};
use core::time::Duration;
use reqwest::{Client, ClientBuilder};
use url::Url;
use wire::structure::Trust;

/// One client for the addresses of one locator.
pub(in crate::portal) fn client(trust: &Trust) -> Result<Client> {
    built(unhurried(trust)?.read_timeout(SILENCE))
}

/// The same, but it waits for an answer as long as it takes.
pub(super) fn unhurried(trust: &Trust) -> Result<ClientBuilder> {
    let tls = tls::config(trust).map_err(|_| Trouble::Unreachable)?;
    Ok(Client::builder()
        .use_preconfigured_tls(tls)
        .https_only(true)
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .connect_timeout(Duration::from_secs(10)))
}

pub(super) fn built(client: ClientBuilder) -> Result<Client> {
    client.build().map_err(|_| Trouble::Unreachable)
}

pub(in crate::portal) fn addresses<'t>(texts: impl Iterator<Item = &'t str>) -> Result<Vec<Url>> {
    texts
        .map(|text| match Url::parse(text) {
            Ok(url) if url.scheme() == "https" && url.has_host() => Ok(url),
            _ => Err(Trouble::StickState("an address is wrong")),
        })
        .collect()
}
