//! The computer's own browser. It is another program: what it keeps, nobody here can take away again,
//! so the page says so before.

use std::io;
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
    tokio::task::spawn_blocking(move || open::that_detached(site.as_str())).await?
}
