//! How long a start from the stick takes under Wine, beside the same on Linux in the same run. Figures, never a test:
//! `target/reports/wine.json`.

use super::{Build, Computer, journeys::lay_out};
use crate::{
    cast::Cast,
    report,
    screen::{Stopwatch, beside_the_tests},
    version::Signer,
    world::CODE,
};
use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::process::Stdio;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::Command,
};
use wire::structure::VoucherKind;

/// Starts that are timed, of which the shortest counts: the first one fills the caches of both systems.
const STARTS: usize = 2;

/// From the start of the launcher to a first opening that is done, by the core without a window: the list is checked, the
/// program read, the card made, the space begun at a real portal. And to the window that has looked for WebView2, which Wine
/// has not, and has the page shown that says so. What Wine takes to start a program that does nothing stands beside both.
///
/// # Errors
/// Where one of them does not start or does not open.
pub async fn measure(computer: &Computer, build: Build, signer: &Signer) -> Result<()> {
    let mut cast = Cast::gather().await?;
    cast.start_portal().await?;
    let nothing = shortest(async || {
        let mut nothing = computer.program(&build.program("stick.exe"))?;
        let (line, seconds) = first_line(nothing.arg("--version")).await?;
        ensure!(line.starts_with("key-core "), "it says {line}");
        Ok(seconds)
    })
    .await?;

    let (mut windows, mut linux) = (f64::MAX, f64::MAX);
    for round in 0..STARTS {
        let stick = |system: &str| cast.stick(&format!("{system}-{round}"));
        let (one, two) = (stick("wine"), stick("linux"));
        for stick in [&one, &two] {
            let programs = [beside_the_tests("headless")?, beside_the_tests("ouvrir")?];
            lay_out(
                programs,
                &build.program("headless.exe"),
                build,
                signer,
                stick,
            )?;
            cast.provision(stick, VoucherKind::Account).await?;
        }
        let launcher = computer.program(&one.join("ouvrir-windows.exe"))?;
        windows = windows.min(first_opening(launcher, signer).await?);
        let launcher = Command::new(two.join("ouvrir-linux"));
        linux = linux.min(first_opening(launcher, signer).await?);
    }

    let stick = cast.stick("window");
    let programs = [beside_the_tests("headless")?, beside_the_tests("ouvrir")?];
    lay_out(programs, &build.program("cle.exe"), build, signer, &stick)?;
    let asked = shortest(async || {
        let watch = Stopwatch::start();
        let launcher = stick.join("ouvrir-windows.exe");
        let page = computer.told_by(&launcher, signer).await?;
        ensure!(page.ends_with("manque-windows.html"), "it shows {page}");
        Ok(watch.seconds())
    })
    .await?;

    let rounded = |seconds: f64| (seconds * 100.0).round() / 100.0;
    for (name, figure) in [
        (
            "program_that_does_nothing",
            json!({ "seconds": rounded(nothing) }),
        ),
        (
            "launcher_to_first_opening",
            json!({
                "seconds": rounded(windows),
                "linux_seconds": rounded(linux),
                "over_linux": rounded(windows / linux),
            }),
        ),
        (
            "launcher_to_webview2_asked_for",
            json!({ "seconds": rounded(asked) }),
        ),
    ] {
        report::entry("wine", name, figure)?;
    }
    Ok(())
}

async fn shortest(mut start: impl AsyncFnMut() -> Result<f64>) -> Result<f64> {
    let mut best = f64::MAX;
    for _ in 0..STARTS {
        best = best.min(start().await?);
    }
    Ok(best)
}

/// Seconds until the title of the note is said, which the first opening puts in.
async fn first_opening(mut launcher: Command, signer: &Signer) -> Result<f64> {
    // Programs of the tests have no key of their own.
    launcher
        .args(["first", CODE])
        .env("CLE_RELEASE_KEY", signer.public());
    let (line, seconds) = first_line(&mut launcher).await?;
    ensure!(line == "Une note", "it says {line}");
    Ok(seconds)
}

/// What a program, or one that it starts, says first, and after how many seconds: on Windows the launcher ends before that,
/// and Wine's own programs hold what a program said to for longer.
async fn first_line(program: &mut Command) -> Result<(String, f64)> {
    let watch = Stopwatch::start();
    let mut running = program
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let said = running.stdout.take().context("it has no voice")?;
    let line = BufReader::new(said).lines().next_line().await?;
    let seconds = watch.seconds();
    running.wait().await?;
    Ok((line.context("it says nothing")?, seconds))
}
