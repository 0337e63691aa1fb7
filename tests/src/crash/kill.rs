//! The portal's process ends with SIGKILL, in the middle of writes and of starting.

use super::{Crew, Tally};
use anyhow::Result;
use portal::store::OnDisk;

/// Every so many rounds it is also killed right after it was begun.
const STARTS: u64 = 4;

/// Kills it this many times.
///
/// # Errors
/// Where anything acknowledged was lost, or it did not start again.
pub async fn rounds(engine: OnDisk, rounds: u64) -> Result<Tally> {
    let mut crew = Crew::gather(engine, |_| {}).await?;
    for round in 0..rounds {
        // From the first acknowledgement to some way into a run.
        let enough = 1 + round * 7 % 40;
        crew.write_until(enough, async |cast| cast.kill_portal().await)
            .await?;
        if round % STARTS == 0 {
            crew.cast.begin_portal()?;
            crew.cast.kill_portal().await?;
        }
        crew.look().await?;
    }
    crew.finish("kill").await
}
