//! What was measured on screens: `target/reports/axe.json` and `target/reports/tasks.json`. Tests run
//! in processes of their own: each file is locked meanwhile.

use anyhow::Result;
use serde_json::{Value, json};
use std::{
    fs::OpenOptions,
    io::{Read, Seek, Write},
    path::PathBuf,
    time::Instant,
};

/// Since when a task has been going on.
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "how long a person waits is a figure, never a test"
    )]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Seconds so far.
    #[must_use]
    pub fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}

/// A task of a newcomer that was done: presses it took, and seconds of the machine.
///
/// # Errors
/// Where the report cannot be written.
pub fn task(task: u8, clicks: usize, seconds: f64) -> Result<()> {
    change("tasks.json", json!([]), |report| {
        if let Value::Array(tasks) = report {
            let seconds = (seconds * 100.0).round() / 100.0;
            tasks.retain(|each| each["task"] != task);
            tasks.push(json!({ "task": task, "clicks": clicks, "seconds": seconds, "ok": true }));
            tasks.sort_by_key(|each| each["task"].as_u64());
        }
    })
}

/// A figure of the window, into `target/reports/window.json`.
///
/// # Errors
/// Where the report cannot be written.
pub fn figure(name: &str, value: f64) -> Result<()> {
    change("window.json", json!({}), |report| {
        report[name] = json!((value * 10.0).round() / 10.0);
    })
}

/// A screen that was checked, and what was found on it.
pub(super) fn axe(screen: &str, violations: usize) -> Result<()> {
    let empty = json!({ "screens": 0, "violations": 0, "seen": [] });
    change("axe.json", empty, |report| {
        let add = |value: &Value, more: usize| json!(value.as_u64().unwrap_or(0) + more as u64);
        report["screens"] = add(&report["screens"], 1);
        report["violations"] = add(&report["violations"], violations);
        if let Value::Array(seen) = &mut report["seen"] {
            seen.push(json!(screen));
        }
    })
}

fn change(name: &str, empty: Value, edit: impl FnOnce(&mut Value)) -> Result<()> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/reports");
    std::fs::create_dir_all(&folder)?;
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(folder.join(name))?;
    file.lock()?;
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    let mut report = serde_json::from_str(&text).unwrap_or(empty);
    edit(&mut report);
    file.rewind()?;
    file.set_len(0)?;
    file.write_all(serde_json::to_string_pretty(&report)?.as_bytes())?;
    Ok(())
}
