//! What an admin asks of the space's rows: one line that the portal answers where it runs, and that is
//! answered straight from the stores where it does not.

use std::fmt;

use wire::{AccountId, Code, mandate::MandateCode};

use crate::{
    app::{Shared, aside, open_stores},
    clock::Clock,
    control::{self, AskError},
    domain::{Outcome, deceased, idle},
    settings::Settings,
    store::Store,
};

/// One question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Question {
    /// Says that an account's owner died, on a day that ended at this second where one is named.
    Say(AccountId, Option<u64>),
    /// Takes that back.
    Withdraw(AccountId),
    /// Of whom it is said.
    Deceased,
    /// Who gave the mandate with this code.
    Giver(MandateCode),
    /// Which accounts nobody has opened for months, and until when that is known of each.
    Dormant,
}

fn words(code: Code) -> &'static str {
    match code {
        Code::NotFound => "there is no such account here, or nothing is said of it",
        Code::BeingDeleted => "its owner signed its deletion already",
        Code::Forbidden => {
            "somebody has opened this space in a month after that day: it may be another person's. Ask who did; say it without --on where it is the right one"
        }
        _ => code.as_str(),
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Say(account, None) => write!(f, "say {}", account.to_hex()),
            Self::Say(account, Some(died)) => write!(f, "say {} {died}", account.to_hex()),
            Self::Withdraw(account) => write!(f, "withdraw {}", account.to_hex()),
            Self::Deceased => f.write_str("deceased"),
            Self::Giver(code) => write!(f, "giver {code}"),
            Self::Dormant => f.write_str("dormant"),
        }
    }
}

impl Question {
    fn parse(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split(' ').collect();
        Some(match words.as_slice() {
            ["say", account] => Self::Say(AccountId::from_hex(account)?, None),
            ["say", account, died] => {
                Self::Say(AccountId::from_hex(account)?, Some(died.parse().ok()?))
            }
            ["withdraw", account] => Self::Withdraw(AccountId::from_hex(account)?),
            ["deceased"] => Self::Deceased,
            ["giver", code] => Self::Giver(MandateCode::parse(code)?),
            ["dormant"] => Self::Dormant,
            _ => return None,
        })
    }

    /// Asks it of the portal of a data folder, or of its stores where it does not run.
    pub(crate) fn ask(self, settings: &Settings, clock: &dyn Clock) -> Result<String, AskError> {
        let Some(said) = control::ask(settings, &format!("accounts {self}"), words)? else {
            let (space, _gate) = open_stores(settings)?;
            let answer = self.answer(&space, clock.now());
            return answer.map_err(|refusal| AskError::Rule(words(refusal.code)));
        };
        Ok(said)
    }

    /// The answer: a line for each account.
    fn answer(self, space: &Store, now: u64) -> Outcome<String> {
        let lines = |lines: Vec<String>| lines.concat();
        match self {
            Self::Say(account, died) => {
                let goes = space.write(move |tx| deceased::say(tx, &account, died, now))?;
                Ok(format!("{goes}\n"))
            }
            Self::Withdraw(account) => {
                space.write(move |tx| deceased::withdraw(tx, &account))?;
                Ok(String::new())
            }
            Self::Deceased => {
                let all = space.read(|read| deceased::all(read))?;
                let line = |one: &deceased::Standing| {
                    let goes = one.goes.map(|goes| format!(" {goes}")).unwrap_or_default();
                    format!("{} {}{goes}\n", one.account.to_hex(), one.since)
                };
                Ok(lines(all.iter().map(line).collect()))
            }
            Self::Giver(code) => {
                let found = space.read(|read| deceased::giver(read, &code))?;
                let found = found.ok_or(Code::NotFound)?;
                Ok(format!("{}\n", found.to_hex()))
            }
            Self::Dormant => {
                let all = space.read(|read| idle::dormant(read, now))?;
                let line =
                    |(account, since): &(AccountId, u64)| format!("{} {since}\n", account.to_hex());
                Ok(lines(all.iter().map(line).collect()))
            }
        }
    }
}

/// The portal that runs answers one.
pub(crate) async fn by_portal(app: &Shared, line: &str) -> Outcome<String> {
    let question = Question::parse(line).ok_or(Code::Malformed)?;
    let app = app.clone();
    aside(move || question.answer(&app.space, app.now())).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_one_line_and_is_read_as_it_was_asked() {
        let account = AccountId([7; 32]);
        let code = MandateCode::parse("K7P29XQ4M3TBK7P2").unwrap();
        for question in [
            Question::Say(account, None),
            Question::Say(account, Some(9)),
            Question::Withdraw(account),
            Question::Deceased,
            Question::Giver(code),
            Question::Dormant,
        ] {
            assert_eq!(Question::parse(&question.to_string()), Some(question));
        }
        for wrong in ["", "say", "say 07", "say 07 9 9", "deceased all", "open"] {
            assert_eq!(Question::parse(wrong), None, "{wrong}");
        }
    }
}
