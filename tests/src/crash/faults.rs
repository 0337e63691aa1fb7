//! What the system answers the portal goes wrong: a sync that fails, a write that finds no room. The
//! faults come from libfiu, which stands between the program and its C library and is told when.

use super::{Crew, Tally};
use crate::cast::Cast;
use anyhow::{Context, Result, ensure};
use portal::store::OnDisk;
use std::path::Path;
use tokio::process::Command;

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A sync answers EIO.
    Sync,
    /// A write answers ENOSPC.
    Full,
}

/// The two libraries of libfiu, as Debian lays them.
const LIBRARIES: [&str; 2] = [
    "/usr/lib/fiu/fiu_run_preload.so",
    "/usr/lib/fiu/fiu_posix_preload.so",
];

impl Fault {
    /// Its name in the report.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sync => "failing_sync",
            Self::Full => "no_room",
        }
    }

    /// In libfiu's words: from now on one call in so many fails.
    fn words(self, one_in: u64) -> String {
        let (call, error) = match self {
            Self::Sync => ("sync/*", 5),
            // How stores write, and nothing that wakes threads or speaks to the network.
            Self::Full => ("rw/pwrite", 28),
        };
        let probability = 1.0 / one_in as f64;
        format!("enable_random name=posix/io/{call},probability={probability},failinfo={error}")
    }
}

/// Everybody writes, then calls begin to fail until the portal has stopped; this many times.
///
/// # Errors
/// Where anything acknowledged was lost, nobody was refused anything, or libfiu is not there.
pub async fn rounds(engine: OnDisk, fault: Fault, rounds: u64) -> Result<Tally> {
    for library in LIBRARIES {
        ensure!(
            Path::new(library).exists(),
            "libfiu is not there: install fiu-utils"
        );
    }
    let orders = tempfile::tempdir()?;
    let pipe = orders.path().join("fiu").display().to_string();
    let environment = vec![
        ("LD_PRELOAD".to_owned(), LIBRARIES.join(" ")),
        ("FIU_CTRL_FIFO".to_owned(), pipe.clone()),
    ];
    let surround = |cast: &mut Cast| cast.surround_portal(environment);
    let mut crew = Crew::gather(engine, surround).await?;
    for round in 0..rounds {
        let words = fault.words(1 + round % 6);
        let enough = 1 + round * 7 % 40;
        let refused = crew
            .write_until(enough, async |cast| {
                let pid = cast.portal_pid().context("the portal runs")?;
                let mut order = Command::new("fiu-ctrl");
                order.args(["-f", &pipe, "-c", &words]).arg(pid.to_string());
                let told = order.output().await.context("fiu-ctrl does not start")?;
                let said = String::from_utf8_lossy(&told.stderr);
                ensure!(told.status.success(), "{said}");
                Ok(())
            })
            .await?;
        ensure!(refused > 0, "the portal went on after {}", fault.name());
        crew.cast.kill_portal().await?;
        crew.look().await?;
    }
    crew.finish(fault.name()).await
}
