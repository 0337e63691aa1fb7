//! Every route of the portal's own description, asked with what fits it, what almost fits and what does
//! not, by a stranger and within a session: no answer is the portal's own failure, none is of a kind
//! that the description does not have.

use super::{place, run, succeeded};
use crate::{report, world::World};
use anyhow::{Context, Result, ensure};
use portal::settings::SettingsFile;
use serde_json::{Value, json};
use std::{collections::BTreeMap, path::Path, process::Command};
use walkdir::WalkDir;
use wire::Realm;

/// What is judged of each answer.
const JUDGED: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_headers_conformance,response_schema_conformance,unsupported_method,ignored_auth";
/// The same choices in each run: what is found once is found again.
const SEED: &str = "20261122";

/// Asks `examples` times each route, as a stranger and as the owner of a session.
///
/// # Errors
/// What was found, in the tool's words.
pub async fn contract(examples: usize) -> Result<()> {
    let world = World::with(Realm::Prod, widen).await?;
    let (_, made) = world.new_space("cle").await?;
    // The session lives as long as nobody locks the space.
    let token = token(&world.recorder().transcript())?;
    let stranger = ask(&world, examples, None).await?;
    let owner = ask(&world, examples, Some(&token)).await?;
    // What was stored meanwhile hurts nobody: the space is as it was.
    let mut space = made.opened.space;
    space.refresh().await?;
    ensure!(
        owner.get(&401) < stranger.get(&401),
        "the session is one: {owner:?}"
    );
    let seen = json!({ "examples_a_route": examples, "stranger": stranger, "owner": owner });
    report::entry("contract", "schemathesis", seen)
}

/// One run; answers with what was answered how often.
async fn ask(world: &World, examples: usize, token: Option<&str>) -> Result<BTreeMap<u64, u64>> {
    let address = format!("https://{}/v1/openapi.json", world.portal()?.addr());
    let notes = tempfile::tempdir()?;
    let mut tool = Command::new(place("../target/tools/contract/bin/st"));
    tool.args(["run", &address, "--checks", JUDGED, "--seed", SEED])
        .args(["--max-examples", &examples.to_string()])
        .args(["--phases", "examples,coverage,fuzzing"])
        .args([
            "--generation-database",
            "none",
            "--no-color",
            "--warnings",
            "off",
        ])
        .args(["--suppress-health-check", "all", "--request-timeout", "30"])
        // A stranger's body is not waited for: who still sends it may find the line cut, and asks again.
        .args(["--request-retries", "3"])
        .arg("--tls-verify")
        .arg(world.data().join("tls/ca.pem"))
        .args(["--report", "ndjson", "--report-dir"])
        .arg(notes.path())
        .env("SCHEMATHESIS_HOOKS", place("contract/hooks.py"))
        .env("SEEDS", place("../crypto/fuzz/seeds"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .current_dir(notes.path());
    if let Some(token) = token {
        tool.args(["--header", &format!("Authorization: Bearer {token}")])
            // It would end the session that everything else is asked in.
            .args(["--exclude-path", "/v1/logout"]);
    }
    let ran = run(tool).await?;
    succeeded(&ran)?;
    let answers = answers(notes.path())?;
    ensure!(answers.keys().all(|status| *status < 500), "{answers:?}");
    ensure!(
        answers.values().sum::<u64>() > 300,
        "hardly anything was asked: {answers:?}"
    );
    Ok(answers)
}

/// How often each status was answered, from the tool's own notes: a line of JSON for each event.
fn answers(notes: &Path) -> Result<BTreeMap<u64, u64>> {
    let mut answers = BTreeMap::new();
    for file in WalkDir::new(notes) {
        let file = file?;
        if file.path().extension().is_none_or(|kind| kind != "ndjson") {
            continue;
        }
        for line in std::fs::read_to_string(file.path())?.lines() {
            let event: Value = serde_json::from_str(line)?;
            let asked = &event["ScenarioFinished"]["recorder"]["interactions"];
            for one in asked.as_object().into_iter().flat_map(|all| all.values()) {
                if let Some(status) = one["response"]["status_code"].as_u64() {
                    *answers.entry(status).or_default() += 1;
                }
            }
        }
    }
    Ok(answers)
}

/// One address asks all of it, and leaves connections open behind it.
fn widen(settings: &mut SettingsFile) {
    let limits = &mut settings.limits;
    limits.connections_per_address = limits.connections;
    for limit in [
        &mut limits.key_per_minute,
        &mut limits.account_per_minute,
        &mut limits.address_per_minute,
        &mut limits.strangers_per_minute,
    ] {
        *limit = 1_000_000;
    }
}

/// The newest session's, as it travelled inside TLS.
fn token(transcript: &[u8]) -> Result<String> {
    let said = String::from_utf8_lossy(transcript);
    let (_, after) = said
        .rsplit_once("authorization: Bearer ")
        .context("no session was opened")?;
    Ok(after.chars().take(64).collect())
}
