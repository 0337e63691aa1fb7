//! What well-known tools find at a real portal, run against it over TLS: figures in `target/reports`.
//!
//! - `contract` schemathesis on every route of the portal's own description · `tls` testssl.sh ·
//!   `slow` slowhttptest while somebody else is served · `network` an opening at 256 kbit/s · `stick` minisign and
//!   sha256sum on a stick as it is handed out · `windows` programs for Windows under Wine

mod contract;
mod network;
mod slow;
mod stick;
mod tls;
mod windows;

pub use contract::contract;
pub use network::{network, network_person, network_portal};
pub use slow::slow;
pub use stick::stick;
pub use tls::tls;
pub use windows::windows;

use anyhow::{Context, Result, ensure};
use std::{path::PathBuf, process::Command};

/// A folder of this repository or of its target folder, seen from `tests`.
fn place(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Runs a tool to its end beside the portal, and answers with its exit code and all that it said.
async fn run(mut tool: Command) -> Result<(Option<i32>, String)> {
    let name = format!("{:?}", tool.get_program());
    let output = tokio::task::spawn_blocking(move || tool.output())
        .await?
        .with_context(|| format!("{name} is not here: ./cle check installs it"))?;
    let said = [output.stdout, output.stderr].concat();
    Ok((
        output.status.code(),
        String::from_utf8_lossy(&said).into_owned(),
    ))
}

fn succeeded((code, said): &(Option<i32>, String)) -> Result<()> {
    ensure!(*code == Some(0), "exit code {code:?}:\n{said}");
    Ok(())
}
