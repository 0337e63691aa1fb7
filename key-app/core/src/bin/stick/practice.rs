//! `stick practice`: invented people on practice sticks.

use super::{now, read};
use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use crypto::code::Code;
use jiff::tz::TimeZone;
use key_core::{
    Opened, Stick, WallWatch,
    fleet::{Numbers, Plan},
    practice::{self, Exercise, PEOPLE, Person},
    stick::Folder,
};
use std::path::PathBuf;
use wire::{Hash, Realm, random::System, structure::SignedLocator};

#[derive(Subcommand)]
pub(super) enum Verb {
    /// Fills the space of a practice stick; opens it for the first time where nobody has.
    Fill(Whose),
    /// Makes a practice stick as on the first day, whatever was done with it, and fills it.
    Reset {
        #[command(flatten)]
        whose: Whose,
        /// Fingerprint of the practice structure's root, 64 hexadecimal digits.
        #[arg(long)]
        structure: String,
        /// Locator file of the practice structure.
        #[arg(long)]
        locator: PathBuf,
        /// Folder of practice vouchers. The one that is used is removed from it.
        #[arg(long)]
        vouchers: PathBuf,
    },
}

/// Which stick, and who it is.
#[derive(Args)]
pub(super) struct Whose {
    /// Folder of the stick.
    #[arg(long)]
    stick: PathBuf,
    /// Who: mariam, lucien or ana.
    #[arg(long, default_value = "mariam", value_parser = person)]
    person: &'static Person,
    /// The stick's code, six digits.
    #[arg(long, default_value = practice::CODE)]
    code: String,
}

pub(super) fn run(verb: Verb) -> Result<()> {
    let asking = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    asking.block_on(async {
        match verb {
            Verb::Fill(whose) => {
                let (stick, code) = whose.read()?;
                let (mut random, watch) = (System::new(), WallWatch::start());
                let opened = practice::open(&stick, &code, &mut random, &watch).await?;
                whose.fill(&stick, opened).await
            }
            Verb::Reset {
                whose,
                structure,
                locator,
                vouchers,
            } => {
                let (stick, code) = whose.read()?;
                let plan = Plan {
                    numbers: Numbers::new(1, 1)?,
                    structure: Hash::from_hex(structure.trim())
                        .context("the structure's fingerprint has 64 hexadecimal digits")?,
                    realm: Realm::Practice,
                    locator: wire::decode_canonical(&read(&locator)?, SignedLocator::MAX)
                        .context("the locator file is damaged")?,
                };
                let (mut random, watch) = (System::new(), WallWatch::start());
                let exercise = Exercise {
                    plan: &plan,
                    vouchers: &vouchers,
                    person: whose.person,
                    code: &code,
                    now: now()?,
                    zone: &TimeZone::system(),
                };
                let put = exercise.begin_on(&stick, &mut random, &watch).await?;
                whose.say(put);
                Ok(())
            }
        }
    })
}

impl Whose {
    fn read(&self) -> Result<(Stick, Code)> {
        let code = Code::digits(&self.code).context("a code has six digits")?;
        Ok((Stick::new(Folder::new(&self.stick)), code))
    }

    async fn fill(&self, stick: &Stick, opened: Opened) -> Result<()> {
        let mut space = opened.space;
        let mut random = System::new();
        let today = space.today(&TimeZone::system());
        let put = practice::fill(&mut space, self.person, today, &mut random).await?;
        space.lock(stick, &mut random).await?;
        self.say(put);
        Ok(())
    }

    fn say(&self, put: usize) {
        println!(
            "{}: {put} things. The code is {}.",
            self.person.name, self.code
        );
    }
}

fn person(id: &str) -> Result<&'static Person, String> {
    practice::person(id).ok_or_else(|| {
        let known: Vec<&str> = PEOPLE.iter().map(|person| person.id).collect();
        format!("one of {}", known.join(", "))
    })
}
