//! Puts an invented person into a practice space. Done again, each thing is there once, with the days of today.

use super::{
    people::Person,
    sheet::{MARK, sheet},
};
use crate::{
    Space,
    sheets::{Contact, Login, contact_key, login_key, make_password},
    trouble::{Result, Trouble},
};
use crypto::space::Kind;
use jiff::{ToSpan, civil::Date};
use std::io::Cursor;
use wire::{Hash, ObjectId, Random, Realm};

/// Fills a practice space with an invented person's papers, notes, contacts, days and logins. Returns how many
/// things were put in.
///
/// # Errors
/// [`Trouble::StickState`] where the space is a real one: nothing is put in.
pub async fn fill(
    space: &mut Space,
    person: &Person,
    today: Date,
    random: &mut dyn Random,
) -> Result<usize> {
    if space.realm() != Realm::Practice {
        return Err(Trouble::StickState(
            "it opens a real space, where nothing invented belongs",
        ));
    }
    let mut put = 0;
    for (at, paper) in person.papers.iter().enumerate() {
        let id = id(person, "paper", at);
        let title = format!("{MARK} – {}", paper.title);
        let pdf = sheet(person, paper);
        let length = pdf.len() as u64;
        let (folder, media) = (paper.folder, "application/pdf");
        space
            .put_paper_as(id, folder, &title, media, Cursor::new(pdf), length, random)
            .await?;
        let expires = paper.ends_in.map(|days| day(today, days)).transpose()?;
        let expires = expires.and_then(days_of);
        space
            .classify(folder, id, Kind(paper.kind), expires, random)
            .await?;
        put += 1;
    }
    for (at, note) in person.notes.iter().enumerate() {
        let id = id(person, "note", at);
        space
            .put_note_as(id, note.folder, note.title, note.text, random)
            .await?;
        put += 1;
    }
    for (at, contact) in person.contacts.iter().enumerate() {
        let said = Contact {
            name: contact.name.to_owned(),
            phone: Some(contact.phone.to_owned()),
            note: (!contact.note.is_empty()).then(|| contact.note.to_owned()),
            ..Contact::default()
        };
        let name = contact_key(id(person, "contact", at));
        space.note_down(&name, Some(said), random).await?;
        put += 1;
    }
    for (at, date) in person.dates.iter().enumerate() {
        let id = id(person, "date", at);
        let on = day(today, date.in_days)?;
        space
            .add_date_as(id, date.title, on, date.minute, today, random)
            .await?;
        put += 1;
    }
    for (at, (site, address, name)) in person.logins.iter().enumerate() {
        let login = Login {
            site: (*site).to_owned(),
            address: Some((*address).to_owned()),
            name: Some((*name).to_owned()),
            password: Some(make_password(random).to_string()),
            ..Login::default()
        };
        let name = login_key(id(person, "login", at));
        space.note_down(&name, Some(login), random).await?;
        put += 1;
    }
    Ok(put)
}

/// The same thing has the same id each time: put again, it is there once.
fn id(person: &Person, what: &str, at: usize) -> ObjectId {
    let mut id = ObjectId([0; 16]);
    let hash = Hash::of(format!("practice/{}/{what}/{at}", person.id).as_bytes());
    let length = id.0.len();
    id.0.copy_from_slice(&hash.0[..length]);
    id
}

fn day(today: Date, days: i32) -> Result<Date> {
    today.checked_add(days.days()).map_err(|_| Trouble::NoDate)
}

/// Days since 1970-01-01.
fn days_of(date: Date) -> Option<u32> {
    crate::sheets::Day::of(date).map(|day| day.0)
}
