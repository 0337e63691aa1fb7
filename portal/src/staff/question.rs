//! What a command beside the portal asks of the desk: one line that the portal answers where it runs, and that
//! is answered straight from the store where it does not.

use std::fmt;

use wire::{Code, Hash, Random, helper::HelperNumber};

use super::{helpers::HELPERS, people::Role};
use crate::{
    Deps,
    app::{Shared, aside, open_stores},
    control::{self, AskError},
    domain::{
        Outcome,
        desk::{
            approvals,
            staff::{self, Stands, Token},
        },
    },
    records::{Approval, StaffId, StaffRole},
    settings::Settings,
    store::Store,
};

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Question {
    Invite(Role, String),
    List,
    End(StaffId),
    Approved,
    Certified(HelperNumber),
    Stopped(HelperNumber),
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invite(role, name) => write!(f, "invite {role} {name}"),
            Self::List => f.write_str("list"),
            Self::End(id) => write!(f, "end {}", hex(id)),
            Self::Approved => f.write_str("approved"),
            Self::Certified(number) => write!(f, "certified {number}"),
            Self::Stopped(number) => write!(f, "stopped {number}"),
        }
    }
}

impl Question {
    fn parse(line: &str) -> Option<Self> {
        let (verb, about) = line.split_once(' ').unwrap_or((line, ""));
        match verb {
            "invite" => {
                let (role, name) = about.split_once(' ')?;
                Some(Self::Invite(Role::parse(role)?, name.to_owned()))
            }
            "list" if about.is_empty() => Some(Self::List),
            "end" => read_id(about).map(Self::End),
            "approved" if about.is_empty() => Some(Self::Approved),
            "certified" => HelperNumber::parse(about).map(Self::Certified),
            "stopped" => HelperNumber::parse(about).map(Self::Stopped),
            _ => None,
        }
    }

    pub(super) fn ask(self, settings: &Settings, deps: &Deps) -> Result<String, AskError> {
        // A name of two lines would be two questions.
        if self.to_string().contains(['\n', '\r']) {
            return Err(AskError::Rule(words(Code::Malformed)));
        }
        let Some(said) = control::ask(settings, &format!("staff {self}"), words)? else {
            let (space, _gate) = open_stores(settings)?;
            let answer = self.answer(&space, deps.clock.now(), (deps.random)());
            return answer.map_err(|refusal| AskError::Rule(words(refusal.code)));
        };
        Ok(said)
    }

    fn answer(self, space: &Store, now: u64, mut random: Box<dyn Random>) -> Outcome<String> {
        match self {
            Self::Invite(role, name) => {
                let invited = space.write(move |tx| {
                    staff::invite(tx, (&name, role.kept()), None, now, &mut *random)
                });
                let (_, token): (_, Token) = invited?;
                Ok(format!("{}\n", Hash(token).to_hex()))
            }
            Self::List => {
                let all = space.read(|read| staff::all(read))?;
                let line = |one: &staff::Member| {
                    let stands = match one.stands {
                        Stands::Invited => "invited",
                        Stands::In => "in",
                        Stands::Ended => "ended",
                    };
                    let role = match one.staff.role {
                        StaffRole::Officer => Role::Officer,
                        StaffRole::Mediator => Role::Mediator,
                    };
                    format!("{} {stands} {role} {}\n", hex(&one.id), one.staff.name)
                };
                Ok(all.iter().map(line).collect())
            }
            Self::Approved => {
                let all = space.read(|read| approvals::all(read, now))?;
                let line = |(number, row): &(HelperNumber, Approval)| {
                    let role = HELPERS.iter().find(|(role, _)| *role == row.role);
                    format!("{number} {}\n", role.map_or("", |(_, name)| name))
                };
                Ok(all.iter().map(line).collect())
            }
            Self::Certified(number) => {
                space.write(move |tx| approvals::withdraw(tx, &number, None, now))?;
                Ok(String::new())
            }
            Self::Stopped(number) => {
                space.write(move |tx| approvals::stopped(tx, &number, now))?;
                Ok(String::new())
            }
            Self::End(id) => {
                space.write(move |tx| staff::end(tx, id, None, now))?;
                Ok(String::new())
            }
        }
    }
}

/// The portal that runs answers one.
pub(crate) async fn by_portal(app: &Shared, line: &str) -> Outcome<String> {
    let question = Question::parse(line).ok_or(Code::Malformed)?;
    if let Question::End(id) = question {
        app.desk.end_all(&id);
    }
    let (app, random) = (app.clone(), app.random());
    aside(move || question.answer(&app.space, app.now(), random)).await
}

fn hex(id: &StaffId) -> String {
    data_encoding::HEXLOWER.encode(&id.0)
}

pub(super) fn read_id(text: &str) -> Option<StaffId> {
    let bytes = data_encoding::HEXLOWER.decode(text.as_bytes()).ok()?;
    bytes.try_into().ok().map(StaffId)
}

pub(super) fn words(code: Code) -> &'static str {
    match code {
        Code::Malformed => "a name is one line of 60 characters at most",
        Code::NotFound => "nobody who works at the desk has this id: see `portal staff list`",
        Code::QuotaReached => "too many people ever worked at this desk",
        _ => code.as_str(),
    }
}
