//! Somebody sends headers, bodies or reads answers a few bytes at a time, on every connection that one
//! address gets, at the portal's default limits; meanwhile a person elsewhere opens and reads.

use super::run;
use crate::{
    report,
    screen::Stopwatch,
    world::{CODE, World, open},
};
use anyhow::{Context, Result, ensure};
use key_core::{Stick, stick::Folder as StickFolder};
use serde_json::{Value, json};
use std::{io::Cursor, process::Command, time::Duration};
use tokio::time::{Interval, MissedTickBehavior};
use wire::{folder::Folder, random::System};

/// Connections that the slow address asks for: more than one address gets.
const CONNECTIONS: &str = "400";
/// The person comes this often: one stick may ask its gate 120 times a minute, and an opening asks a few.
const EVERY: Duration = Duration::from_secs(3);
/// Bytes of the paper.
const PAPER: usize = 1 << 20;

/// The three ways, each for `seconds`.
///
/// # Errors
/// Where the person is not served, or the tool did not attack.
pub async fn slow(seconds: u32) -> Result<()> {
    let world = World::start().await?;
    // The person's own address is another one than that of the slow clients.
    world.recorder().comes_from([127, 0, 0, 2].into());
    let (stick, _) = world.new_space("cle").await?;
    // As long without anybody in the way: what the machine itself needs.
    let mut served = vec![("quiet", quiet(seconds, &stick).await?)];
    let address = format!("https://{}", world.portal()?.addr());
    for (name, words) in [
        ("slow_headers", vec!["-H", "-i", "5", "-u", "/v1/health"]),
        (
            "slow_body",
            vec![
                "-B",
                "-i",
                "5",
                "-s",
                "60000",
                "-f",
                "application/cbor",
                "-u",
                "/v1/register/finish",
            ],
        ),
        (
            "slow_read",
            vec![
                "-X",
                "-k",
                "3",
                "-n",
                "2",
                "-w",
                "1",
                "-y",
                "2",
                "-z",
                "1",
                "-u",
                "/v1/openapi.json",
            ],
        ),
    ] {
        served.push((name, attacked(&address, &words, seconds, &stick).await?));
    }
    for (name, seen) in served {
        report::entry("slow", name, seen)?;
    }
    Ok(())
}

/// Serves the person again and again for as long as the attack lasts; answers with the longest.
async fn attacked(
    address: &str,
    words: &[&str],
    seconds: u32,
    stick: &StickFolder,
) -> Result<Value> {
    let (path, words) = words.split_last().context("a path")?;
    let mut tool = Command::new("slowhttptest");
    tool.args(words).arg(format!("{address}{path}")).args([
        "-c",
        CONNECTIONS,
        "-r",
        "100",
        "-p",
        "3",
        "-l",
        &seconds.to_string(),
    ]);
    let mut attack = tokio::spawn(run(tool));
    let mut ticks = ticks();
    let (mut times, mut longest) = (0, 0.0f64);
    let (_, said) = loop {
        tokio::select! {
            ended = &mut attack => break ended??,
            taken = async { ticks.tick().await; serve(stick).await } => {
                times += 1;
                longest = longest.max(taken.context("the person was not served")?);
            }
        }
    };
    ensure!(
        times > 0,
        "the attack was over before the person was served"
    );
    let said = without_colours(&said);
    ensure!(
        said.contains("SLOW"),
        "slowhttptest did not attack:\n{said}"
    );
    let last = |what: &str| {
        let line = said.lines().rfind(|line| line.trim().starts_with(what));
        let word = line.and_then(|line| line.split_whitespace().next_back());
        word.unwrap_or("unknown").to_owned()
    };
    Ok(json!({
        "served": times, "longest_ms": longest, "connections_left": last("connected:"),
        "connections_closed": last("closed:"), "its_own_address_is_served": last("service available:"),
    }))
}

/// The same person for as long as one attack.
async fn quiet(seconds: u32, stick: &StickFolder) -> Result<Value> {
    let watch = Stopwatch::start();
    let (mut times, mut longest, mut ticks) = (0, 0.0f64, ticks());
    while watch.seconds() < f64::from(seconds) {
        ticks.tick().await;
        longest = longest.max(serve(stick).await?);
        times += 1;
    }
    Ok(json!({ "served": times, "longest_ms": longest }))
}

fn ticks() -> Interval {
    let mut ticks = tokio::time::interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}

/// The tool paints what it says.
fn without_colours(said: &str) -> String {
    let mut parts = said.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| {
        let after = part
            .find(|c: char| c.is_ascii_alphabetic())
            .map(|end| &part[end + 1..]);
        plain + after.unwrap_or_default()
    })
}

/// Opens, puts a paper in, reads it, locks; milliseconds.
async fn serve(stick: &StickFolder) -> Result<f64> {
    let watch = Stopwatch::start();
    let random = &mut System::new();
    let mut space = open(stick, CODE).await?.space;
    let content = Cursor::new(vec![7; PAPER]);
    let id = space
        .put_paper(
            Folder::Papiers,
            "t",
            "application/pdf",
            content,
            PAPER as u64,
            random,
        )
        .await?;
    ensure!(
        space.read(Folder::Papiers, id).await?.len() == PAPER,
        "the paper came back short"
    );
    space.lock(&Stick::new(stick.clone()), random).await?;
    Ok((watch.seconds() * 1_000.0).round())
}
