//! The verb of mandates: whether a file proves what a paper says. No portal, no data folder, no network.

use std::{fs, io::Read, path::PathBuf};

use anyhow::{anyhow, bail};
use clap::Subcommand;
use jiff::{Timestamp, tz::TimeZone};
use wire::{
    Realm,
    log::{Grant, Rights},
    mandate::{MandateCode, Proof},
};

use super::at;

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Says what a file proves, and its code; exit code 1 where it proves nothing, or another mandate.
    Verify {
        /// The file that the app saved.
        file: PathBuf,
        /// The code that stands on the paper: the file must have the same.
        #[arg(long, value_parser = code)]
        code: Option<MandateCode>,
    },
}

/// Does what the verb says.
pub(super) fn run(verb: Verb) -> anyhow::Result<()> {
    let Verb::Verify { file, code } = verb;
    let named = |error: &dyn core::fmt::Display| anyhow!("{}: {error}", file.display());
    let mut bytes = Vec::new();
    // A byte more than any proof has: a larger file is refused without being read.
    let most = Proof::MAX as u64 + 1;
    fs::File::open(&file)
        .and_then(|open| open.take(most).read_to_end(&mut bytes))
        .map_err(|error| at(&file, &error))?;
    let proof = Proof::read(&bytes).map_err(|error| named(&error))?;
    let (account, grant) = proof.believe().map_err(|error| named(&error))?;
    if code.is_some_and(|printed| printed != proof.code()) {
        bail!(
            "the paper is of another mandate: this file has the code {}",
            proof.code()
        );
    }
    println!("{}\n", plain(proof.text.trim_end()));
    println!("The text above was agreed to, and nothing in it was changed since.");
    if proof.realm == Realm::Practice {
        println!("Mind: it was given in practice. It counts nowhere.");
    }
    println!("Given by the account:  {}", account.to_hex());
    println!("Given to the account:  {}", grant.grantee.to_hex());
    println!("They may:              {}", rights(&grant));
    println!("In the folders:        {}", folders(&grant));
    println!("From:                  {}", day(grant.not_before)?);
    println!("Until:                 {}", day(grant.not_after)?);
    println!("Code on the paper:     {}", proof.code());
    if code.is_none() {
        println!("Compare the code with the one on the paper, or give it with --code.");
    }
    println!("Whether it was stopped before its end, the person's own journal says.");
    Ok(())
}

/// The text as a terminal may show it. A file from anywhere can hold what moves the cursor, or the words:
/// then it would seem to say what nobody signed.
pub(super) fn plain(text: &str) -> String {
    let shown = |c: char| {
        let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        c == '\n' || !(c.is_control() || turns)
    };
    text.chars()
        .flat_map(|c| {
            let (kept, escaped) = (shown(c), c.escape_unicode());
            kept.then_some(c)
                .into_iter()
                .chain(escaped.filter(move |_| !kept))
        })
        .collect()
}

fn rights(grant: &Grant) -> &'static str {
    match grant.rights {
        Rights::See => "read",
        Rights::Drop => "put papers in, without reading",
        Rights::Act => "read, and put papers in",
    }
}

fn folders(grant: &Grant) -> String {
    let names: Vec<_> = grant
        .folders
        .iter()
        .map(|folder| format!("{folder:?}").to_lowercase())
        .collect();
    names.join(", ")
}

fn code(typed: &str) -> anyhow::Result<MandateCode> {
    MandateCode::parse(typed).ok_or_else(|| anyhow!("a code has four groups of four symbols"))
}

fn day(time: u64) -> anyhow::Result<String> {
    let time = Timestamp::from_second(time.try_into()?)?;
    Ok(time
        .to_zoned(TimeZone::UTC)
        .strftime("%F %H:%M UTC")
        .to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_moves_nothing_on_the_screen_it_is_shown_on() {
        assert_eq!(
            plain("L’aidante\nOlena, Олена, أولينا"),
            "L’aidante\nOlena, Олена, أولينا"
        );
        for (hostile, shown) in [
            ("a\u{1b}[2J", "a\\u{1b}[2J"),
            ("lit\rment", "lit\\u{d}ment"),
            ("a\u{9b}1A", "a\\u{9b}1A"),
            ("\u{202e}non", "\\u{202e}non"),
            ("\u{2066}\t", "\\u{2066}\\u{9}"),
        ] {
            assert_eq!(plain(hostile), shown);
        }
    }
}
