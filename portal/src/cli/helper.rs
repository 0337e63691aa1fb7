//! The verbs of helpers: an officer certifies them at the portal's data folder, and stops them.

use std::path::PathBuf;

use anyhow::{Context, anyhow, bail};
use clap::{Subcommand, ValueEnum};
use jiff::Timestamp;
use wire::helper::{HelperNumber, Role};

use super::{elsewhere, passphrase};
use crate::{
    Deps, Settings,
    clock::{self, Clock},
    helpers::{self, Certify},
    staff,
    structure::{Officiating, StructureFolder},
};

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Shows who asks to be certified.
    Asked {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
    },
    /// Shows who is certified.
    List {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
    },
    /// Shows whose own space nobody has opened for six months, and since when.
    Dormant {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
    },
    /// Certifies somebody who asked, while the portal runs or not.
    Certify(CertifyWords),
    /// Stops a helper at once: every mandate of theirs is refused from now on.
    Stop {
        #[command(flatten)]
        officer: OfficerWords,
        /// The helper's number.
        #[arg(long, value_parser = number)]
        number: HelperNumber,
    },
    /// Signs the list of those who were stopped anew. Do this once a week: without it no new mandate
    /// begins.
    Refresh {
        #[command(flatten)]
        officer: OfficerWords,
    },
    /// Helpers of another structure, whose space lies here: they keep shares, and get no mandate by it.
    #[command(subcommand)]
    Elsewhere(elsewhere::Verb),
}

#[derive(Debug, clap::Args)]
pub(super) struct OfficerWords {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The structure's folder, with the officer's key.
    #[arg(long)]
    structure: PathBuf,
    /// The passphrase; asked for where this is not given.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct CertifyWords {
    #[command(flatten)]
    officer: OfficerWords,
    /// The number that stands on the helper's own screen: read it there, not in a message.
    #[arg(long, value_parser = number, required_unless_present = "approved")]
    number: Option<HelperNumber>,
    /// In what quality the helper helps.
    #[arg(long, required_unless_present = "approved")]
    role: Option<RoleName>,
    /// Everybody whom an officer approved at the desk. Each number is shown before anything is signed: compare
    /// it with what the officer noted from the helper's own screen.
    #[arg(long, conflicts_with_all = ["number", "role", "name"])]
    approved: bool,
    /// With --approved: the numbers were compared already, nobody is asked.
    #[arg(long, requires = "approved")]
    compared: bool,
    /// Another name than the one they gave.
    #[arg(long)]
    name: Option<String>,
    /// Days the certificate counts.
    #[arg(long, default_value_t = wire::limits::HELPER_DAYS)]
    days: u64,
    /// Certifies them again although nobody has opened their space for six months.
    #[arg(long)]
    although_dormant: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum RoleName {
    SocialWorker,
    Mediator,
    Volunteer,
    Relative,
    Curator,
    Officer,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::SocialWorker => Role::SocialWorker,
            RoleName::Mediator => Role::Mediator,
            RoleName::Volunteer => Role::Volunteer,
            RoleName::Relative => Role::Relative,
            RoleName::Curator => Role::Curator,
            RoleName::Officer => Role::Officer,
        }
    }
}

/// Does what the verb says.
pub(super) fn run(verb: Verb) -> anyhow::Result<()> {
    let now = clock::System.now();
    match verb {
        Verb::Asked { data } => asked(&Settings::read(&data)?, now),
        Verb::List { data } => list(&Settings::read(&data)?, now),
        Verb::Dormant { data } => dormant(&Settings::read(&data)?),
        Verb::Certify(words) => certify(words, now),
        Verb::Elsewhere(verb) => elsewhere::run(verb, now),
        Verb::Stop { officer, number } => {
            let (settings, officer) = open(&officer)?;
            let helper = helpers::stop(&settings, &officer, &number, now);
            // Also where they were not certified yet: an approval must not outlive the word that stops them.
            let withdrawn = staff::stopped(&settings, number, &Deps::system());
            println!(
                "{} no longer helps. Their mandates are refused.",
                helper?.name
            );
            withdrawn.context("what an officer approved at the desk is still there")
        }
        Verb::Refresh { officer } => {
            let (settings, officer) = open(&officer)?;
            let number = helpers::refresh(&settings, &officer, now)?;
            println!("List {number} is signed. Sign the next one within seven days.");
            Ok(())
        }
    }
}

fn asked(settings: &Settings, now: u64) -> anyhow::Result<()> {
    let waiting = helpers::asked(settings, now)?;
    for asked in &waiting {
        let number = asked.number(settings.realm());
        println!("{number}  {}  {}", day(asked.since)?, asked.name);
    }
    if waiting.is_empty() {
        println!("Nobody asks.");
    }
    Ok(())
}

fn list(settings: &Settings, now: u64) -> anyhow::Result<()> {
    let all = helpers::list(settings, now)?;
    let dormant = helpers::dormant(settings, &clock::System)?;
    for helper in &all {
        let (number, until) = (helper.number(), day(helper.not_after)?);
        let since = dormant.as_ref().and_then(|all| all.get(&helper.account));
        let since = since.map(|since| day(*since)).transpose()?;
        let mark = since.map(|since| format!("  not opened since {since}"));
        println!(
            "{number}  until {until}  {:?}  {}{}",
            helper.role,
            helper.name,
            mark.unwrap_or_default()
        );
    }
    if dormant.is_none() {
        println!("{UNKNOWN}");
    }
    if all.is_empty() {
        println!("Nobody is certified.");
    }
    Ok(())
}

/// Where the portal keeps no month.
const UNKNOWN: &str =
    "Who is dormant is not known: [idle] in settings.toml keeps no month of an opening.";

fn dormant(settings: &Settings) -> anyhow::Result<()> {
    let now = clock::System.now();
    let Some(dormant) = helpers::dormant(settings, &clock::System)? else {
        println!("{UNKNOWN}");
        return Ok(());
    };
    let all = helpers::list(settings, now)?;
    let mut found = 0;
    for helper in all {
        if let Some(since) = dormant.get(&helper.account) {
            let (number, since, until) = (helper.number(), day(*since)?, day(helper.not_after)?);
            println!(
                "{number}  not opened since {since}  ends on {until}  {}",
                helper.name
            );
            found += 1;
        }
    }
    if found == 0 {
        println!("Nobody is dormant.");
    }
    Ok(())
}

fn certify(words: CertifyWords, now: u64) -> anyhow::Result<()> {
    let (Some(number), Some(role)) = (words.number.clone(), words.role) else {
        return approved(&words, now);
    };
    let (settings, officer) = open(&words.officer)?;
    let certify = Certify {
        number,
        role: role.into(),
        name: words.name,
        days: words.days,
    };
    one(&settings, &officer, certify, words.although_dormant, now)
}

/// Certifies everybody whom an officer approved at the desk. Whom it refuses stays approved.
fn approved(words: &CertifyWords, now: u64) -> anyhow::Result<()> {
    let deps = Deps::system();
    let settings = Settings::read(&words.officer.data)?;
    let waiting = staff::approved(&settings, &deps)?;
    if waiting.is_empty() {
        println!("Nobody is approved at the desk.");
        return Ok(());
    }
    let asking = helpers::asked(&settings, now)?.into_iter();
    let mut names: Vec<_> = asking
        .map(|one| (one.number(settings.realm()), one.name))
        .collect();
    let certified = helpers::list(&settings, now)?.into_iter();
    names.extend(certified.map(|one| (one.number(), one.name)));
    for (number, role) in &waiting {
        let name = names.iter().find(|(one, _)| one == number);
        let name = name.map_or("asks no longer", |(_, name)| name);
        println!("{number}  {role:?}  {name}");
    }
    if !words.compared {
        println!(
            "Compare each number with the one noted from the helper's own screen. All the same? yes/no"
        );
        let mut answer = String::new();
        std::io::stdin().read_line(&mut answer)?;
        if answer.trim() != "yes" {
            bail!("nothing was signed");
        }
    }
    let (settings, officer) = open(&words.officer)?;
    let mut refused = 0;
    for (number, role) in waiting {
        let certify = Certify {
            number: number.clone(),
            role,
            name: None,
            days: words.days,
        };
        match one(&settings, &officer, certify, words.although_dormant, now) {
            Ok(()) => staff::certified(&settings, number, &deps)?,
            Err(error) => {
                println!("{number}: {error}");
                refused += 1;
            }
        }
    }
    if refused > 0 {
        bail!("{refused} were not certified");
    }
    Ok(())
}

fn one(
    settings: &Settings,
    officer: &Officiating,
    certify: Certify,
    although_dormant: bool,
    now: u64,
) -> anyhow::Result<()> {
    if !although_dormant {
        helpers::is_awake(settings, &certify.number, &clock::System)?;
    }
    let helper = helpers::certify(settings, officer, certify, now)?;
    println!(
        "{} may help until {} ({:?}).",
        helper.name,
        day(helper.not_after)?,
        helper.role
    );
    Ok(())
}

fn open(words: &OfficerWords) -> anyhow::Result<(Settings, Officiating)> {
    let settings = Settings::read(&words.data)?;
    let passphrase = passphrase("the structure", words.passphrase_file.as_deref())?;
    let folder = StructureFolder::at(&words.structure);
    Ok((settings, folder.officiate(&passphrase)?))
}

pub(super) fn number(typed: &str) -> anyhow::Result<HelperNumber> {
    HelperNumber::parse(typed).ok_or_else(|| anyhow!("a number has three groups of four symbols"))
}

pub(super) fn day(time: u64) -> anyhow::Result<String> {
    let time = Timestamp::from_second(time.try_into()?)?;
    Ok(time.strftime("%F").to_string())
}
