//! The officer of a world's structure: certifies helpers at the portal, and stops them, as an officer
//! would beside it.

use crate::{
    cast::{Cast, done},
    world::World,
};
use anyhow::Result;
use key_core::{
    Space,
    help::{Helper, Role},
};
use portal::{
    Settings,
    clock::Clock,
    helpers::{self, Certify, Elsewhere, Vouch},
    structure::{Addresses, Officiating, Structure},
};
use wire::random::System;

impl World {
    /// The owner of a space asks, and is certified for ninety days.
    ///
    /// # Errors
    /// Where the portal refuses it.
    pub async fn certify(&self, space: &Space, name: &str, role: Role) -> Result<Helper> {
        space.ask_to_help(name).await?;
        let words = Certify {
            number: space.helper_number(),
            role,
            name: None,
            days: wire::limits::HELPER_DAYS,
        };
        let (settings, officer) = self.officer()?;
        Ok(helpers::certify(
            &settings,
            &officer,
            words,
            self.clock.now(),
        )?)
    }

    /// A helper is stopped.
    ///
    /// # Errors
    /// Where the portal refuses it.
    pub fn stop_helper(&self, helper: &Helper) -> Result<()> {
        let (settings, officer) = self.officer()?;
        helpers::stop(&settings, &officer, &helper.number(), self.clock.now())?;
        Ok(())
    }

    /// The list of those who were stopped is signed anew.
    ///
    /// # Errors
    /// Where the portal refuses it.
    pub fn refresh_helpers(&self) -> Result<()> {
        let (settings, officer) = self.officer()?;
        helpers::refresh(&settings, &officer, self.clock.now())?;
        Ok(())
    }

    /// An officer of another structure vouches for somebody certified here, and the portal takes that in, as
    /// `portal helper elsewhere` does.
    ///
    /// # Errors
    /// Where one of them refuses it.
    pub fn vouched(&self, other: &Structure, helper: &Helper) -> Result<Elsewhere> {
        let (settings, now) = (Settings::read(&self.data())?, self.clock.now());
        let enquiry = helpers::enquire(&settings, &helper.number(), now)?;
        let words = Vouch {
            number: helper.number(),
            role: helper.role,
            name: None,
            days: wire::limits::VOUCHED_DAYS,
        };
        let vouched = helpers::vouch(&other.officiate(), enquiry, words, now)?;
        Ok(helpers::admit(&settings, vouched, now)?)
    }

    /// The settings of the portal, and the officer.
    ///
    /// # Errors
    /// Where the settings do not read.
    pub fn officer(&self) -> Result<(Settings, Officiating)> {
        Ok((Settings::read(&self.data())?, self.structure.officiate()))
    }
}

/// A structure beside a world's own, with another root.
#[must_use]
pub fn another_structure() -> Structure {
    let place = "https://ailleurs.example".to_owned();
    let addresses = Addresses {
        rp_id: "ailleurs.example".to_owned(),
        origin: place.clone(),
        portal: place.clone(),
        gates: vec![place],
        trust: wire::structure::Trust::WebPki,
    };
    let (random, realm) = (&mut System::new(), wire::Realm::Prod);
    Structure::generate(random, realm, &addresses, crate::world::TODAY)
}

impl Cast {
    /// The owner of a space asks, and `portal helper certify` certifies them for ninety days.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub async fn certify(&self, space: &Space, name: &str, role: Role) -> Result<()> {
        space.ask_to_help(name).await?;
        let role = match role {
            Role::SocialWorker => "social-worker",
            Role::Mediator => "mediator",
            Role::Volunteer => "volunteer",
            Role::Relative => "relative",
            Role::Curator => "curator",
            Role::Officer => "officer",
        };
        let number = space.helper_number().to_string();
        let mut certify = self.program("portal");
        certify
            .args(["helper", "certify", "--number", &number, "--role", role])
            .arg("--data")
            .arg(self.portal_data())
            .arg("--structure")
            .arg(self.path("structure"))
            .arg("--passphrase-file")
            .arg(self.path("passphrase"));
        done(certify).await
    }
}
