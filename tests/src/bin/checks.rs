//! One of the checks with other people's tools: `checks contract`, `checks tls`, `checks slow`,
//! `checks network`, `checks stick`, `checks windows`.

use anyhow::Result;
use clap::{Parser, Subcommand};
use tests::checks;

/// Runs a tool against a real portal and says what it found.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    check: Check,
}

#[derive(Subcommand)]
enum Check {
    /// schemathesis on every route.
    Contract {
        /// Examples for each route and identity.
        #[arg(long, default_value_t = 120)]
        examples: usize,
    },
    /// testssl.sh.
    Tls,
    /// slowhttptest, three ways.
    Slow {
        /// Seconds of each way.
        #[arg(long, default_value_t = 40)]
        seconds: u32,
    },
    /// An opening at 256 kbit/s, in networks of their own.
    Network,
    /// minisign and sha256sum on the stick that `./cle check stick` made.
    Stick,
    /// Programs for Windows under Wine.
    Windows,
    /// The portal's end of it.
    #[command(hide = true)]
    NetworkPortal,
    /// The person's end of it.
    #[command(hide = true)]
    NetworkPerson,
}

#[tokio::main]
async fn main() -> Result<()> {
    match Arguments::parse().check {
        Check::Contract { examples } => checks::contract(examples).await,
        Check::Tls => checks::tls().await,
        Check::Slow { seconds } => checks::slow(seconds).await,
        Check::Network => checks::network().await,
        Check::Stick => checks::stick().await,
        Check::Windows => checks::windows().await,
        Check::NetworkPortal => checks::network_portal().await,
        Check::NetworkPerson => checks::network_person().await,
    }
}
