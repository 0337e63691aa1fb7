//! The computer's own browser. It is another program: what it keeps, nobody here can take away again,
//! so the page says so before.

use std::io;
#[cfg(target_os = "linux")]
use std::process::Stdio;
use url::Url;

/// Shows a site of the catalogue. Nothing but an address over https is handed to the computer.
///
/// # Errors
/// Where this computer has no browser, or the address is another.
pub(crate) async fn show(site: Url) -> io::Result<()> {
    if site.scheme() != "https" {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    // It waits a moment, to hear whether the browser refuses.
    tokio::task::spawn_blocking(move || shown(site.as_str())).await?
}

/// A program of this computer finds its own libraries, where this one was started with those of the stick.
#[cfg(target_os = "linux")]
fn shown(site: &str) -> io::Result<()> {
    if !release::carried::in_use() {
        return open::that_detached(site);
    }
    let mut trouble = io::ErrorKind::NotFound.into();
    for mut browser in open::commands(site) {
        release::carried::leave(&mut browser);
        browser
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        match browser.spawn() {
            Ok(_) => return Ok(()),
            Err(error) => trouble = error,
        }
    }
    Err(trouble)
}

#[cfg(not(target_os = "linux"))]
fn shown(site: &str) -> io::Result<()> {
    open::that_detached(site)
}
