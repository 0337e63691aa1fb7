//! Who signs what people learnt, in a world's structure; and the programs that name a key, put it in, and verify.

use crate::{
    cast::{Cast, done},
    world::World,
};
use anyhow::{Context, Result, ensure};
use portal::{Settings, attestation, clock::Clock, structure::AttesterKey};
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};
use wire::{
    Realm,
    attestation::{Attester, Attesters, Statement},
    random::System,
};

/// The name of a world's structure on its attestations.
pub const HOUSE: &str = "Maison des droits";
const DAY: u64 = 86_400;

/// Puts a key into a world's portal, as its admin would: the list that names it.
///
/// # Errors
/// Where the portal refuses it.
pub fn install(world: &World, realm: Realm) -> Result<Statement> {
    let (key, now) = (AttesterKey::generate(&mut System::new()), world.clock.now());
    let attesters = Attesters {
        realm,
        attesters: vec![Attester {
            key: key.public(),
            name: HOUSE.into(),
            not_before: now - DAY,
            not_after: now + 365 * DAY,
        }],
    };
    let statement = Statement {
        roots: world.structure.public().locator.roots,
        attesters: world.structure.root().name_attesters(&attesters),
    };
    let settings = Settings::read(&world.data())?;
    attestation::install(&settings, (&key, &statement), now)?;
    Ok(statement)
}

/// `portal attestation verify`, the real program.
///
/// # Errors
/// Where it does not start.
pub fn verify(file: &Path, structure: &Path, more: &[&str]) -> Result<Output> {
    let test = std::env::current_exe()?;
    let folder = test.ancestors().nth(2);
    let folder = folder.context("tests lie in target/…/deps")?;
    let mut program = Command::new(folder.join("portal"));
    program.args(["attestation", "verify"]).arg(file);
    program.arg("--structure").arg(structure).args(more);
    Ok(program.output()?)
}

/// Somebody else's verifier on a badge: what it found, as JSON.
///
/// # Errors
/// Where it does not believe the badge; says what it said.
pub fn elsewhere(badge: &Path, name: &str) -> Result<serde_json::Value> {
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let python = tests.join("../target/tools/badges/bin/python");
    ensure!(python.exists(), "./cle test prepares the Python of badges");
    let said = Command::new(python)
        .arg(tests.join("badges/verify.py"))
        .arg(badge)
        .arg(name)
        .output()?;
    let why = String::from_utf8_lossy(&said.stderr).into_owned();
    ensure!(said.status.success(), "{why}");
    Ok(serde_json::from_slice(&said.stdout)?)
}

impl Cast {
    /// `portal structure attester`: makes a key, and the list that names it.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub async fn name_attester(&self) -> Result<()> {
        let mut name = self.program("portal");
        name.args(["structure", "attester", "--name", HOUSE, "--structure"])
            .arg(self.path("structure"))
            .arg("--out")
            .arg(self.path("attester"))
            .arg("--passphrase-file")
            .arg(self.path("passphrase"))
            .arg("--attester-passphrase-file")
            .arg(self.path("passphrase"));
        done(name).await
    }

    /// `portal attestation install`.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub async fn install_attester(&self) -> Result<()> {
        let mut install = self.program("portal");
        install
            .args(["attestation", "install", "--data"])
            .arg(self.portal_data())
            .arg("--from")
            .arg(self.path("attester"))
            .arg("--passphrase-file")
            .arg(self.path("passphrase"));
        done(install).await
    }
}
