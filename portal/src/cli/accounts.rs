//! The verbs of accounts: which spaces go, by their ids and days alone.

use std::path::PathBuf;

use anyhow::{anyhow, bail};
use clap::Subcommand;
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use wire::{AccountId, mandate::MandateCode};

use super::at;
use crate::{
    Settings, accounts,
    clock::{self, Clock},
};

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Shows the spaces that nobody has opened for two years, and on what day each one goes.
    Idle {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
    },
    /// Says that a person died: every mandate they gave is over at once, and their space goes after 92
    /// days. Whoever opens it with stick and code before ends that. Without an account: shows of whom it is
    /// said.
    Deceased(DeceasedWords),
}

#[derive(Debug, clap::Args)]
pub(super) struct DeceasedWords {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The account: `portal mandate verify` shows it of the file of a mandate.
    #[arg(long, value_parser = account)]
    account: Option<AccountId>,
    /// The account, by the code of a mandate that the person gave: it stands on the paper.
    #[arg(long, value_parser = code, conflicts_with = "account")]
    mandate: Option<MandateCode>,
    /// The day on which they died. Nobody may have opened the space in a later month; it is not kept.
    #[arg(long)]
    on: Option<Date>,
    /// It was a mistake: mandates count again.
    #[arg(long, conflicts_with = "on")]
    withdraw: bool,
}

/// Does what the verb says.
pub(super) fn run(verb: Verb) -> anyhow::Result<()> {
    match verb {
        Verb::Idle { data } => idle(&Settings::read(&data)?),
        Verb::Deceased(words) => deceased(&words, &clock::System),
    }
}

fn idle(settings: &Settings) -> anyhow::Result<()> {
    let all = accounts::idle(settings).map_err(|error| at(&settings.idle(), &error))?;
    for idle in &all {
        println!("{}  goes on {}", idle.account.to_hex(), day(idle.goes)?);
    }
    if all.is_empty() {
        println!("No space is idle.");
    }
    if !settings.file.idle.delete {
        println!("Idle spaces are kept: settings.toml says so.");
    }
    Ok(())
}

fn deceased(words: &DeceasedWords, clock: &dyn Clock) -> anyhow::Result<()> {
    let settings = Settings::read(&words.data)?;
    let account = match (words.account, words.mandate) {
        (None, None) if words.withdraw || words.on.is_some() => {
            bail!("whose? Name --account or --mandate")
        }
        (None, None) => return list(&settings, clock),
        (Some(account), _) => account,
        (None, Some(code)) => accounts::giver(&settings, code, clock)?,
    };
    let name = account.to_hex();
    if words.withdraw {
        accounts::withdraw(&settings, account, clock)?;
        println!("{name}: taken back. Mandates count again, and the person is told.");
        return Ok(());
    }
    let died = words.on.map(|on| over(on, clock.now())).transpose()?;
    let goes = accounts::say(&settings, account, died, clock)?;
    println!("{name}: every mandate they gave is over from now on.");
    println!("The space goes on {}.", day(goes)?);
    println!("Whoever opens it with stick and code before then ends this, and so does --withdraw.");
    Ok(())
}

fn list(settings: &Settings, clock: &dyn Clock) -> anyhow::Result<()> {
    let all = accounts::deceased(settings, clock)?;
    for one in &all {
        let (name, since) = (one.account.to_hex(), day(one.since)?);
        match one.goes {
            Some(goes) => println!("{name}  said on {since}  goes on {}", day(goes)?),
            None => println!("{name}  said on {since}  counts no longer"),
        }
    }
    if all.is_empty() {
        println!("It is said of nobody.");
    }
    Ok(())
}

/// When a day was over wherever on earth it was: half a day later than in UTC.
fn over(on: Date, now: u64) -> anyhow::Result<u64> {
    let next = on.checked_add(1.day())?.to_zoned(TimeZone::UTC)?;
    let begins = on.to_zoned(TimeZone::UTC)?.timestamp().as_second();
    if begins > i64::try_from(now)? {
        bail!("that day has not come");
    }
    let over = u64::try_from(next.timestamp().as_second())?;
    Ok(over.saturating_add(12 * 3_600))
}

fn account(typed: &str) -> anyhow::Result<AccountId> {
    AccountId::from_hex(typed).ok_or_else(|| anyhow!("an account has 64 hexadecimal digits"))
}

fn code(typed: &str) -> anyhow::Result<MandateCode> {
    MandateCode::parse(typed).ok_or_else(|| anyhow!("a code has four groups of four symbols"))
}

fn day(time: u64) -> anyhow::Result<String> {
    let time = Timestamp::from_second(time.try_into()?)?;
    Ok(time.strftime("%F").to_string())
}
