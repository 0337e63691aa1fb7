//! Another computer: a process with an empty home, which has nothing but the stick and the code.

use anyhow::{Context, Result, ensure};
use crypto::code::Code;
use key_core::{Stick, Timings, WallWatch, stick::Folder};
use serde::{Deserialize, Serialize};
use std::{io::Read, path::Path, process::Stdio};
use tests::cast::{Cast, files_below};
use tokio::io::AsyncWriteExt;
use wire::{Hash, folder::Folder as Theme};

/// What the second computer is told, on its standard input: never on a command line.
#[derive(Serialize, Deserialize)]
pub(crate) struct Told {
    pub(crate) code: String,
}

/// What it read.
#[derive(Serialize, Deserialize)]
pub(crate) struct Seen {
    /// Title and SHA-256 of everything in the folder of identity papers and in the private one.
    pub(crate) objects: Vec<(String, String)>,
    pub(crate) unlock_ms: UnlockMs,
}

/// Milliseconds of an opening.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct UnlockMs {
    argon2: f64,
    gates: f64,
    webauthn: f64,
    slot: f64,
    log: f64,
    manifests: f64,
    total: f64,
}

impl From<Timings> for UnlockMs {
    fn from(t: Timings) -> Self {
        let ms = |d: std::time::Duration| (d.as_secs_f64() * 10_000.0).round() / 10.0;
        Self {
            argon2: ms(t.argon2),
            gates: ms(t.gates),
            webauthn: ms(t.webauthn),
            slot: ms(t.slot),
            log: ms(t.log),
            manifests: ms(t.manifests),
            total: ms(t.total),
        }
    }
}

/// Opens, reads everything, locks, and prints what it saw as one line of JSON.
pub(crate) async fn play(stick: &Path) -> Result<()> {
    let mut told = String::new();
    std::io::stdin().read_to_string(&mut told)?;
    let told: Told = serde_json::from_str(&told).context("no code was told")?;
    let code = Code::digits(&told.code).context("the code has no digits")?;
    let stick = Stick::new(Folder::new(stick));
    let mut random = wire::random::System::new();
    let opened = key_core::open(&stick, &code, &mut random, &WallWatch::start()).await?;
    let mut objects = Vec::new();
    for theme in [Theme::Papiers, Theme::Private] {
        for view in opened.space.list(theme) {
            let content = opened.space.read(theme, view.id).await?;
            objects.push((view.title, Hash::of(&content).to_hex()));
        }
    }
    let unlock_ms = opened.timings.into();
    opened.space.lock(&stick, &mut random).await?;
    println!("{}", serde_json::to_string(&Seen { objects, unlock_ms })?);
    Ok(())
}

/// Another computer, with an empty home: what it read, and every file it left there.
pub(crate) async fn second_computer(
    cast: &Cast,
    stick: &Path,
    digits: &str,
) -> Result<(Seen, Vec<String>)> {
    let home = tempfile::tempdir()?;
    let mut playing = cast
        .program("demo")
        .arg("--second-computer")
        .arg(stick)
        .env_clear()
        .env("HOME", home.path())
        .env("TMPDIR", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .current_dir(home.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let told = serde_json::to_vec(&Told {
        code: digits.to_owned(),
    })?;
    playing
        .stdin
        .take()
        .context("nobody listens")?
        .write_all(&told)
        .await?;
    let output = playing.wait_with_output().await?;
    ensure!(
        output.status.success(),
        "the second computer did not open the space"
    );
    Ok((
        serde_json::from_slice(&output.stdout)?,
        files_below(home.path())?,
    ))
}
