//! The verbs of the board: what the structure says to everybody it serves.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Subcommand;
use wire::board::{Board, Closing, Structure};

use super::{at, passphrase};
use crate::{
    Settings,
    board::{self, Saying},
    clock::{self, Clock},
    structure::PublisherFolder,
};

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Signs what the structure says to everybody, and puts it up, while the portal runs or not.
    Publish(PublishWords),
    /// Puts up what was published at another portal of the structure.
    Install {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
        /// The file `board` of the other portal's data folder.
        #[arg(long)]
        from: PathBuf,
    },
}

/// What a structure that closes says.
#[derive(Debug, Subcommand)]
pub(super) enum Close {
    /// Says on the board that the structure closes. From then on no new space begins; everybody opens, and
    /// takes everything along, until that day and as long as the portal runs.
    Announce {
        #[command(flatten)]
        signer: SignerWords,
        /// The day, at least three months from now: 2027-06-30.
        #[arg(long, value_parser = on_day)]
        on: u64,
        /// What people read, on one line: where to go instead.
        #[arg(long)]
        message: String,
    },
    /// Takes that back.
    Withdraw {
        #[command(flatten)]
        signer: SignerWords,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct SignerWords {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The publisher's folder, made by `portal structure publisher`.
    #[arg(long)]
    publisher: PathBuf,
    /// The publisher's passphrase; asked for where this is not given.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct PublishWords {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The publisher's folder, made by `portal structure publisher`.
    #[arg(long)]
    publisher: PathBuf,
    /// The structure's name, as people know it.
    #[arg(long)]
    name: String,
    /// The telephone number that people are given: digits and spaces.
    #[arg(long)]
    phone: String,
    /// Where it is, on one line.
    #[arg(long)]
    place: Option<String>,
    /// When it is open, on one line.
    #[arg(long)]
    hours: Option<String>,
    /// A catalogue of services in the place of the one that came with the app. Check it before, with
    /// `stick catalogue`. Where nothing is said, the app's own counts.
    #[arg(long)]
    catalogue: Option<PathBuf>,
    /// The publisher's passphrase; asked for where this is not given.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
}

/// Does what the verb says.
pub(super) fn run(verb: Verb) -> anyhow::Result<()> {
    let now = clock::System.now();
    match verb {
        Verb::Publish(words) => publish(words, now),
        Verb::Install { data, from } => {
            say(&board::install(&Settings::read(&data)?, &from, now)?);
            Ok(())
        }
    }
}

fn publish(words: PublishWords, now: u64) -> anyhow::Result<()> {
    let settings = Settings::read(&words.data)?;
    let read = |file: &Path| fs::read(file).map_err(|error| at(file, &error));
    let saying = Saying {
        catalogue: words.catalogue.as_deref().map(read).transpose()?,
        structure: Structure {
            name: words.name,
            phone: words.phone,
            place: words.place,
            hours: words.hours,
        },
    };
    let passphrase = passphrase("the publisher", words.passphrase_file.as_deref())?;
    let (key, certificate) = PublisherFolder::at(words.publisher).read(&passphrase)?;
    say(&board::publish(
        &settings,
        (&key, &certificate),
        saying,
        now,
    )?);
    Ok(())
}

/// Announces a closing, or takes it back.
pub(super) fn close(verb: Close) -> anyhow::Result<()> {
    let (signer, closing) = match verb {
        Close::Announce {
            signer,
            on,
            message,
        } => (signer, Some(Closing { on, message })),
        Close::Withdraw { signer } => (signer, None),
    };
    let settings = Settings::read(&signer.data)?;
    let passphrase = passphrase("the publisher", signer.passphrase_file.as_deref())?;
    let (key, certificate) = PublisherFolder::at(signer.publisher).read(&passphrase)?;
    let now = clock::System.now();
    let board = board::announce(&settings, (&key, &certificate), closing, now)?;
    say(&board);
    Ok(())
}

fn on_day(typed: &str) -> anyhow::Result<u64> {
    let day: jiff::civil::Date = typed.parse()?;
    let begins = day.to_zoned(jiff::tz::TimeZone::UTC)?.timestamp();
    Ok(begins.as_second().try_into()?)
}

fn say(board: &Board) {
    let Structure { name, phone, .. } = &board.structure;
    println!("Board {} is up: {name}, {phone}.", board.number);
    match &board.catalogue {
        Some(catalogue) => println!("It brings a catalogue of {} bytes.", catalogue.len()),
        None => println!("It brings no catalogue: the one that came with the app counts."),
    }
    if let Some(closing) = &board.closing {
        let day = i64::try_from(closing.on).map(jiff::Timestamp::from_second);
        if let Ok(Ok(day)) = day {
            println!(
                "It says that the structure closes on {}: no new space begins.",
                day.strftime("%F")
            );
        }
    }
}
