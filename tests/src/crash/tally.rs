//! What a run counted, and `target/reports/crash.json`.

use crate::report;
use anyhow::{Result, ensure};
use portal::store::OnDisk;
use serde_json::json;

/// Rounds of one kind of crash on one engine.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// How often it crashed.
    pub rounds: u64,
    /// Edits that were acknowledged, all rounds together.
    pub acked: u64,
    /// Of these, how many were not there afterwards.
    pub lost: u64,
    /// Things that were there and were not whole.
    pub torn: u64,
    /// How often the portal did not start again.
    pub unreadable: u64,
}

impl Tally {
    /// Writes it under its engine and kind; says what is wrong where anything is.
    ///
    /// # Errors
    /// Where something was lost, torn or unreadable, or the report cannot be written.
    pub fn report(self, engine: OnDisk, kind: &str) -> Result<()> {
        report::crash(
            engine.name(),
            kind,
            &json!({
                "rounds": self.rounds, "acked": self.acked, "lost": self.lost,
                "torn": self.torn, "unreadable": self.unreadable,
            }),
        )?;
        println!("{} {kind}: {self:?}", engine.name());
        ensure!(
            self.acked > 0,
            "nothing was acknowledged: nothing was tried"
        );
        let whole = self.lost == 0 && self.torn == 0 && self.unreadable == 0;
        ensure!(whole, "{} {kind}: {self:?}", engine.name());
        Ok(())
    }
}
