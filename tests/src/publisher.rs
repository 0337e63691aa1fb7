//! Whoever keeps the board of a world's structure: publishes at a portal as its admin would, and signs
//! by hand what no portal would put up.

use crate::{
    cast::{Cast, done},
    world::World,
};
use anyhow::Result;
use portal::{
    Settings,
    board::{Saying, announce, publish},
    clock::Clock,
    structure::{PublisherKey, Structure as Keys},
};
use serde_json::Value;
use std::path::Path;
pub use wire::board::Closing;
use wire::{
    Realm, Signed,
    board::{Board, Publisher as Certificate, SignedBoard, Structure},
    random::System,
};

/// The catalogue that comes with the app.
pub const CATALOGUE: &str = include_str!("../../key-app/core/data/catalogue.json");

const YEAR: u64 = 365 * 86_400;

/// A publisher.
pub struct Publisher {
    /// Its key.
    pub key: PublisherKey,
    /// By which the root names it.
    pub certificate: Signed<Certificate>,
}

impl Publisher {
    /// A new one that a structure names for a year from `now`.
    #[must_use]
    pub fn of(structure: &Keys, realm: Realm, now: u64) -> Self {
        let key = PublisherKey::generate(&mut System::new());
        let certificate = structure.root().name_publisher(realm, &key, now, YEAR);
        Self { key, certificate }
    }

    /// Publishes at the portal of a world, and says what is up then.
    ///
    /// # Errors
    /// Where the portal refuses it.
    pub fn publish(&self, world: &World, catalogue: Option<&Value>) -> Result<Board> {
        let saying = Saying {
            structure: house(),
            catalogue: catalogue.map(|catalogue| catalogue.to_string().into_bytes()),
        };
        let settings = Settings::read(&world.data())?;
        let signer = (&self.key, &self.certificate);
        Ok(publish(&settings, signer, saying, world.clock.now())?)
    }

    /// Says at the portal of a world that the structure closes.
    ///
    /// # Errors
    /// Where the portal refuses it.
    pub fn close(&self, world: &World, closing: Closing) -> Result<Board> {
        let settings = Settings::read(&world.data())?;
        let signer = (&self.key, &self.certificate);
        Ok(announce(
            &settings,
            signer,
            Some(closing),
            world.clock.now(),
        )?)
    }

    /// Signs a board, whatever it says.
    #[must_use]
    pub fn sign(&self, structure: &Keys, board: &Board) -> SignedBoard {
        let roots = structure.public().locator.roots;
        self.key.sign_board(roots, &self.certificate, board)
    }
}

impl Cast {
    /// `portal structure publisher`.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub async fn name_publisher(&self) -> Result<()> {
        let mut name = self.program("portal");
        name.args(["structure", "publisher", "--structure"])
            .arg(self.path("structure"))
            .arg("--out")
            .arg(self.path("publisher"))
            .arg("--passphrase-file")
            .arg(self.path("passphrase"))
            .arg("--publisher-passphrase-file")
            .arg(self.path("passphrase"));
        done(name).await
    }

    /// `stick catalogue`, which refuses what an app would.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub async fn check_catalogue(&self, file: &Path) -> Result<()> {
        let mut check = self.program("stick");
        check.arg("catalogue").arg(file);
        done(check).await
    }

    /// `portal board publish`.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub async fn publish(&self, said: &Structure, catalogue: Option<&Path>) -> Result<()> {
        let mut publish = self.program("portal");
        publish
            .args(["board", "publish", "--name", &said.name])
            .args(["--phone", &said.phone])
            .arg("--data")
            .arg(self.portal_data())
            .arg("--publisher")
            .arg(self.path("publisher"))
            .arg("--passphrase-file")
            .arg(self.path("passphrase"));
        for (word, text) in [("--place", &said.place), ("--hours", &said.hours)] {
            if let Some(text) = text {
                publish.args([word, text]);
            }
        }
        if let Some(file) = catalogue {
            publish.arg("--catalogue").arg(file);
        }
        done(publish).await
    }
}

/// How to reach an invented structure.
#[must_use]
pub fn house() -> Structure {
    Structure {
        name: "Maison des droits".into(),
        phone: "01 99 00 12 34".into(),
        place: Some("3 rue des Lilas".into()),
        hours: Some("mardi et jeudi, 14 h à 17 h".into()),
    }
}

/// The app's own catalogue with one more service, which `change` may change.
///
/// # Errors
/// Where it is none.
pub fn catalogue_with(change: impl FnOnce(&mut Value)) -> Result<Value> {
    let mut catalogue: Value = serde_json::from_str(CATALOGUE)?;
    let mut service = serde_json::json!({
        "id": "maison-des-droits", "theme": "justice_droits", "picture": "hand-heart",
        "name": "Permanence du mardi", "what": "Une personne vous aide.", "who": "Tout le monde.",
        "words": ["permanence"], "site": "https://maison.example.org/permanence",
        "phone": "01 99 00 12 34", "local": null,
        "when": {
            "kind": "monthly_window", "opens_day": 1, "opens_day_february": 1, "closes_day": 9,
            "closes_month_offset": 0, "text": "Au début du mois.",
        },
        "confidence": "search", "checked": "2026-11-22", "sources": ["https://maison.example.org/"],
    });
    change(&mut service);
    if let Some(services) = catalogue["services"].as_array_mut() {
        services.push(service);
    }
    Ok(catalogue)
}
