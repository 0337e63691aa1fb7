//! What is written is frozen; what was not written so is refused.

use super::{Archive, Lists, Sheets, Writer};
use crate::{
    sheets::{Contact, Day, Login, Noted, Setting, Sheet, paper_key},
    space::ObjectView,
    trouble::Trouble,
};
use crypto::space::Kind;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::{
    collections::HashMap,
    io::{Cursor, Read, Write},
};
use wire::{ObjectId, folder::Folder};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

mod refused;
mod written;

const TODAY: Date = date(2026, 11, 22);

fn view(number: u8, folder: Folder, title: &str, kind: Kind, media: &str) -> ObjectView {
    ObjectView {
        id: ObjectId([number; 16]),
        folder,
        title: title.into(),
        kind,
        media: media.into(),
        length: 0,
        created: 1_795_305_600,
        changed: 1_795_392_000,
        expires: Day::of(date(2036, 12, 24))
            .filter(|_| kind.0 >= 16)
            .map(|day| day.0),
        deleted: None,
    }
}

/// What a small space holds: each with its content.
fn papers() -> [(ObjectView, &'static [u8]); 4] {
    let papers = Folder::Papiers;
    [
        (
            view(1, Folder::Private, "Codes <b>", Kind::NOTE, "text/plain"),
            b"",
        ),
        (
            view(2, papers, "Passeport", Kind(17), "application/pdf"),
            b"%PDF-1.7",
        ),
        (
            view(3, papers, "Passeport", Kind::PAPER, "image/jpeg"),
            b"\xff\xd8",
        ),
        (view(4, Folder::Social, "", Kind(999), "x/y"), b"?"),
    ]
}

fn sheet<T: crate::sheets::Content>(slips: Vec<(&str, T)>) -> Sheet<T> {
    let slips = slips.into_iter();
    Sheet::of(slips.map(|(name, content)| (name.to_owned(), 1_795_305_600, content))).unwrap()
}

fn sheets(with_logins: bool) -> Sheets {
    let passport = paper_key(ObjectId([2; 16]));
    let binned = paper_key(ObjectId([9; 16]));
    let day = Day::of(date(2026, 12, 31));
    let own = Noted::Own {
        title: "Docteur".into(),
        day: Day::of(date(2026, 11, 25)).unwrap(),
        minute: Some(570),
        done: false,
    };
    let followed = Noted::Service {
        from: day,
        done: None,
    };
    let login = Login {
        site: "CAF".into(),
        password: Some("p\"<&>".into()),
        ..Login::default()
    };
    let contact = Contact {
        name: "Ada".into(),
        phone: Some("01 99 00 12 34".into()),
        ..Contact::default()
    };
    Sheets {
        dates: sheet(vec![
            ("own/1", own),
            (&passport, Noted::Paper { done: day }),
            (&binned, Noted::Paper { done: day }),
            ("service/css", followed),
        ]),
        contacts: sheet(vec![("contact/1", contact)]),
        logins: with_logins.then(|| sheet(vec![("login/1", login)])),
        settings: sheet(vec![("language", Setting("fr".into()))]),
    }
}

fn written(with_logins: bool) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let mut writer = Writer::new(&mut out, TODAY);
    let mut files = HashMap::new();
    for (view, content) in papers() {
        files.insert(view.id, writer.paper(&view, content).unwrap());
    }
    writer.missing(&view(5, Folder::Social, "Perdu", Kind::PAPER, "image/png"));
    writer
        .finish(&Lists::of(&sheets(with_logins), &files))
        .unwrap();
    out.into_inner()
}

/// Every file of a ZIP, as another program reads it.
fn files(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(zip)).unwrap();
    let all = zip.len();
    let read = |place| {
        let mut file = zip.by_index(place).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        (file.name().unwrap().into_owned(), content)
    };
    (0..all).map(read).collect()
}

/// Not packed, whatever another crate of the workspace makes the default.
fn stored() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Stored)
}

fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(name.as_str(), stored()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn opened(zip: &[u8]) -> Result<usize, Trouble> {
    let mut archive = Archive::open(Cursor::new(zip))?;
    archive.check()?;
    Ok(archive.papers().len())
}
