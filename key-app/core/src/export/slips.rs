//! From sheets to the lists of an export, and back. Slips keep their names and the time of their change, so
//! that whoever puts them back twice changes nothing, and puts nothing old over something newer.

use super::shape::{
    Called, Chosen, Contacts, Dated, Dates, Entered, Logins, Settings, moment, seconds,
};
use crate::{
    sheets::{Contact, Content, Day, Login, Noted, Setting, Sheet, paper_key, service_key},
    trouble::{Result, Trouble},
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use std::collections::HashMap;
use wire::ObjectId;

/// What the program kept beside papers and notes.
pub(crate) struct Lists {
    pub(super) dates: Dates,
    pub(super) contacts: Contacts,
    pub(super) logins: Option<Logins>,
    pub(super) settings: Settings,
}

/// The sheets of a space; logins only where the person wants them in the open.
pub(crate) struct Sheets {
    pub(crate) dates: Sheet<Noted>,
    pub(crate) contacts: Sheet<Contact>,
    pub(crate) logins: Option<Sheet<Login>>,
    pub(crate) settings: Sheet<Setting>,
}

impl Lists {
    /// Lists of sheets; a paper is named by its file.
    pub(crate) fn of(sheets: &Sheets, files: &HashMap<ObjectId, String>) -> Self {
        let by_key: HashMap<_, _> = files
            .iter()
            .map(|(id, file)| (paper_key(*id), file))
            .collect();
        let paper = |name: &str| by_key.get(name).map(|file| (*file).clone());
        let dates = sheets.dates.slips();
        let dates: Vec<_> = dates
            .filter_map(|(name, changed, noted)| dated(name, moment(changed), noted, paper))
            .collect();
        let contacts: Vec<_> = sheets.contacts.slips().map(called).collect();
        let settings = sheets.settings.slips();
        let settings: Vec<_> = settings
            .map(|(name, changed, Setting(value))| Chosen {
                name: name.to_owned(),
                value: value.clone(),
                changed: moment(changed),
            })
            .collect();
        let entered = |logins: &Sheet<Login>| logins.slips().map(entered).collect::<Vec<_>>();
        Self {
            dates: dates.into(),
            contacts: contacts.into(),
            logins: sheets.logins.as_ref().map(entered).map(Logins::from),
            settings: settings.into(),
        }
    }

    /// Sheets of lists, none of whose slips is from after `now`; papers are found by their files, and what was
    /// noted of a paper that is not there is not.
    ///
    /// # Errors
    /// [`Trouble::NotAnExport`] where a name is not of its list, [`Trouble::Full`] where one is too long.
    pub(crate) fn sheets(&self, papers: &HashMap<String, ObjectId>, now: u64) -> Result<Sheets> {
        let dates = self.dates.dates.iter();
        let dates = dates.filter_map(|dated| noted(dated, papers).transpose());
        let contacts = self.contacts.contacts.iter().map(contact);
        let logins = self.logins.as_ref().map(|logins| logins.logins.iter());
        let settings = self.settings.settings.iter().map(|chosen| {
            let setting = Setting(chosen.value.clone());
            Ok((chosen.name.clone(), chosen.changed, setting))
        });
        Ok(Sheets {
            dates: sheet(dates, now)?,
            contacts: sheet(contacts, now)?,
            logins: logins
                .map(|logins| sheet(logins.map(login), now))
                .transpose()?,
            settings: sheet(settings, now)?,
        })
    }
}

type Slip<T> = Result<(String, Timestamp, T)>;

fn sheet<T: Content>(slips: impl Iterator<Item = Slip<T>>, now: u64) -> Result<Sheet<T>> {
    let slips: Vec<_> = slips
        .map(|slip| slip.map(|(name, changed, content)| (name, seconds(changed).min(now), content)))
        .collect::<Result<_>>()?;
    Sheet::of(slips.into_iter()).map_err(|_| Trouble::NotAnExport("one of its lists is too long"))
}

/// A name as a sheet of this kind has it.
fn named(id: &str, prefix: &str) -> Result<String> {
    if id.starts_with(prefix) {
        Ok(id.to_owned())
    } else {
        Err(Trouble::NotAnExport(
            "something on a list has the name of something else",
        ))
    }
}

fn dated(
    name: &str,
    changed: Timestamp,
    noted: &Noted,
    paper: impl Fn(&str) -> Option<String>,
) -> Option<Dated> {
    let date = |day: &Option<Day>| day.and_then(Day::date);
    Some(match noted {
        Noted::Service { from, done } => Dated::Service {
            service: name.strip_prefix(&service_key(""))?.to_owned(),
            from: date(from),
            done: date(done),
            changed,
        },
        Noted::Own {
            title,
            day,
            minute,
            done,
        } => Dated::Own {
            id: name.to_owned(),
            title: title.clone(),
            day: day.date()?,
            time: minute.and_then(time),
            done: *done,
            changed,
        },
        Noted::Paper { done } => Dated::Paper {
            file: paper(name)?,
            done: date(done),
            changed,
        },
    })
}

fn noted(
    dated: &Dated,
    papers: &HashMap<String, ObjectId>,
) -> Result<Option<(String, Timestamp, Noted)>> {
    let day = |date: &Option<Date>| date.and_then(Day::of);
    Ok(Some(match dated {
        Dated::Service {
            service,
            from,
            done,
            changed,
        } => {
            let (from, done) = (day(from), day(done));
            (
                service_key(service),
                *changed,
                Noted::Service { from, done },
            )
        }
        Dated::Own {
            id,
            title,
            day,
            time,
            done,
            changed,
        } => {
            let Some(day) = Day::of(*day) else {
                return Ok(None);
            };
            let own = Noted::Own {
                title: title.clone(),
                day,
                minute: time.map(minute),
                done: *done,
            };
            (named(id, "own/")?, *changed, own)
        }
        Dated::Paper {
            file,
            done,
            changed,
        } => {
            let Some(paper) = papers.get(file) else {
                return Ok(None);
            };
            let done = day(done);
            (paper_key(*paper), *changed, Noted::Paper { done })
        }
    }))
}

fn time(minute: u16) -> Option<Time> {
    let hour = i8::try_from(minute / 60).ok()?;
    Time::new(hour, i8::try_from(minute % 60).ok()?, 0, 0).ok()
}

fn minute(time: Time) -> u16 {
    let of = |part: i8| u16::from(part.unsigned_abs());
    of(time.hour()) * 60 + of(time.minute())
}

fn called((id, changed, contact): (&str, u64, &Contact)) -> Called {
    let Contact {
        name,
        phone,
        mail,
        address,
        note,
    } = contact.clone();
    Called {
        id: id.to_owned(),
        name,
        phone,
        mail,
        address,
        note,
        changed: moment(changed),
    }
}

fn contact(called: &Called) -> Slip<Contact> {
    let contact = Contact {
        name: called.name.clone(),
        phone: called.phone.clone(),
        mail: called.mail.clone(),
        address: called.address.clone(),
        note: called.note.clone(),
    };
    Ok((named(&called.id, "contact/")?, called.changed, contact))
}

fn entered((id, changed, login): (&str, u64, &Login)) -> Entered {
    let Login {
        site,
        address,
        name,
        password,
        note,
        totp,
    } = login.clone();
    Entered {
        id: id.to_owned(),
        site,
        address,
        name,
        password,
        note,
        totp,
        changed: moment(changed),
    }
}

fn login(entered: &Entered) -> Slip<Login> {
    let login = Login {
        site: entered.site.clone(),
        address: entered.address.clone(),
        name: entered.name.clone(),
        password: entered.password.clone(),
        note: entered.note.clone(),
        totp: entered.totp.clone(),
    };
    Ok((named(&entered.id, "login/")?, entered.changed, login))
}
