//! What testssl.sh says of the portal: TLS 1.3 and nothing older, nothing found but what an authority of
//! one's own brings with it.

use super::{place, run};
use crate::{report, world::World};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::process::Command;

/// What a certificate of `portal init --local-ca` brings with it, and why none of it weakens an opening:
/// the app trusts the one authority whose hash the structure signed (protocol section 7.1).
const LOCAL: [(&str, &str); 3] = [
    (
        "cert_chain_of_trust",
        "no browser knows that authority, and none is asked",
    ),
    (
        "cert_revocation",
        "it publishes no list: a new locator names another authority",
    ),
    (
        "cert_validityPeriod",
        "it counts for years: a portal that nobody tends must not shut people out",
    ),
];

/// Runs it and judges every finding.
///
/// # Errors
/// Names each finding of medium severity or worse that has no reason above.
pub async fn tls() -> Result<()> {
    let world = World::start().await?;
    let notes = tempfile::tempdir()?;
    let file = notes.path().join("found.json");
    let mut tool = Command::new("testssl");
    tool.args([
        "--quiet",
        "--color",
        "0",
        "--warnings",
        "off",
        "--nodns",
        "none",
    ])
    .arg("--jsonfile")
    .arg(&file)
    .arg(world.portal()?.addr().to_string());
    let (_, said) = run(tool).await?;
    let found = std::fs::read_to_string(&file).with_context(|| said.clone())?;
    let found: Vec<Value> = serde_json::from_str(&found)?;
    std::fs::write(place("../target/reports/testssl.txt"), &said)?;
    let of = |id: &str| {
        let finding = found.iter().find(|f| f["id"] == id);
        finding
            .map(|f| text(f, "finding"))
            .with_context(|| format!("testssl did not look at {id}:\n{said}"))
    };
    let newest = of("TLS1_3")?;
    ensure!(newest.starts_with("offered"), "TLS 1.3: {newest}");
    for old in ["SSLv2", "SSLv3", "TLS1", "TLS1_1", "TLS1_2"] {
        let answer = of(old)?;
        ensure!(answer.starts_with("not offered"), "{old}: {answer}");
    }
    let (mut excused, mut bad, mut unseen) = (Vec::new(), Vec::new(), Vec::new());
    for finding in &found {
        let (id, severity) = (text(finding, "id"), text(finding, "severity"));
        let reason = LOCAL.iter().find(|(known, _)| *known == id);
        match (&*severity, reason) {
            ("MEDIUM" | "HIGH" | "CRITICAL" | "FATAL", Some((_, why))) => {
                excused.push(json!({ "id": id, "finding": finding["finding"], "why": why }));
            }
            ("MEDIUM" | "HIGH" | "CRITICAL" | "FATAL", None) => bad.push(finding.to_string()),
            // The tool could not look: its own OpenSSL is too old or too new for it.
            ("WARN", _) => unseen.push(json!({ "id": id, "finding": finding["finding"] })),
            _ => {}
        }
    }
    let seen = json!({
        "findings": found.len(), "medium_or_worse": bad.len(), "of_a_local_authority": excused,
        "not_looked_at": unseen,
    });
    report::entry("tls", "testssl", seen)?;
    ensure!(bad.is_empty(), "{}", bad.join("\n"));
    Ok(())
}

fn text(finding: &Value, key: &str) -> String {
    finding[key].as_str().unwrap_or_default().to_owned()
}
