//! What the program keeps beside papers: followed through two computers at once, and from day to day.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use crypto::space::Kind;
use jiff::{
    civil::{Date, date},
    tz::TimeZone,
};
use key_core::{
    Agenda, Space, Trouble,
    dates::{State, What},
    sheets::{Noted, Setting},
};
use tests::world::{CODE, World, open};
use wire::{folder::Folder, random::System};

/// The day of the tests' clock.
const TODAY: Date = date(2026, 11, 22);

fn states(agenda: &Agenda) -> Vec<(String, State)> {
    let due = agenda.due.iter();
    due.map(|due| (due.name.clone(), due.state)).collect()
}

#[tokio::test]
async fn what_is_followed_on_one_computer_is_due_on_another() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    let mut space = made.opened.space;
    assert_eq!(space.today(&TimeZone::UTC), TODAY);
    assert_eq!(space.agenda(TODAY).await.unwrap().due, []);
    let end = Some(date(2026, 12, 31));
    space.follow("css", end, TODAY, &mut random).await.unwrap();
    space
        .add_date("Docteur", date(2026, 11, 25), Some(570), TODAY, &mut random)
        .await
        .unwrap();
    // The sheet is no paper: no list and no bin shows it.
    assert!(space.list(Folder::Private).is_empty());
    assert!(space.bin(Folder::Private).is_empty());

    let mut elsewhere = open(&stick, CODE).await.unwrap().space;
    let agenda = elsewhere.agenda(TODAY).await.unwrap();
    assert_eq!(agenda.due.len(), 2);
    let own = &agenda.due[0];
    assert!(matches!(&own.what, What::Own { title, minute: Some(570) } if title == "Docteur"));
    assert_eq!(agenda.due[1].name, "service/css");
    assert_eq!(agenda.due[1].state, State::Open);
    let (name, closes) = (own.name.clone(), own.window.closes);
    for (is_done, state) in [(true, State::Done), (false, State::Open)] {
        let agenda = elsewhere
            .date_done(&name, closes, is_done, TODAY, &mut random)
            .await
            .unwrap();
        assert_eq!(states(&agenda)[0], (name.clone(), state));
    }
    let agenda = elsewhere.unfollow(&name, TODAY, &mut random).await.unwrap();
    assert_eq!(states(&agenda), [("service/css".to_owned(), State::Open)]);
}

#[tokio::test]
async fn two_computers_change_the_same_sheet_and_neither_change_is_lost() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    let mut one = made.opened.space;
    let mut other = open(&stick, CODE).await.unwrap().space;
    // Both begin a sheet that the other does not know of, then both change what both have.
    for round in 0..3_u16 {
        let (here, there) = (format!("here-{round}"), format!("there-{round}"));
        keep(&mut one, &here, "1").await;
        keep(&mut other, &there, "2").await;
        keep(&mut one, "both", &round.to_string()).await;
        world.clock.advance(60);
        for space in [&mut one, &mut other] {
            space.refresh().await.unwrap();
            let sheet = space.sheet::<Setting>().await.unwrap();
            assert_eq!(sheet.len(), usize::from(round) * 2 + 3);
            assert_eq!(sheet.get(&here), Some(&Setting("1".into())));
            assert_eq!(sheet.get(&there), Some(&Setting("2".into())));
            assert_eq!(sheet.get("both"), Some(&Setting(round.to_string())));
        }
    }
    // Whoever changes it last has the last word, however long ago they last heard of the other.
    keep(&mut other, "both", "theirs").await;
    world.clock.advance(60);
    keep(&mut one, "both", "ours").await;
    other.refresh().await.unwrap();
    let sheet = other.sheet::<Setting>().await.unwrap();
    assert_eq!(sheet.get("both"), Some(&Setting("ours".into())));
    // A removal counts for both, too.
    other
        .note_down::<Setting>("both", None, &mut random)
        .await
        .unwrap();
    one.refresh().await.unwrap();
    let sheet = one.sheet::<Setting>().await.unwrap();
    assert_eq!(sheet.get("both"), None);
    assert_eq!(sheet.len(), 6);
}

async fn keep(space: &mut Space, name: &str, value: &str) {
    let setting = Some(Setting(value.to_owned()));
    space
        .note_down(name, setting, &mut System::new())
        .await
        .unwrap();
}

#[tokio::test]
async fn what_cannot_be_followed_is_refused_and_changes_nothing() {
    let world = World::start().await.unwrap();
    let (_stick, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    let mut space = made.opened.space;
    let day = date(2026, 12, 1);
    let past = Some(date(2025, 12, 31));
    let ancient = Some(date(1960, 1, 1));
    for (service, from) in [
        ("css", None),
        ("css", past),
        ("rsa-declaration", ancient),
        ("aah", Some(day)),
    ] {
        let refused = space.follow(service, from, TODAY, &mut random).await;
        assert!(
            matches!(refused, Err(Trouble::NoDate)),
            "{service} {from:?}"
        );
    }
    let refused = space.follow("nowhere", Some(day), TODAY, &mut random).await;
    assert!(matches!(refused, Err(Trouble::Gone)));
    for (title, minute) in [("  ", None), ("Docteur", Some(1_440))] {
        let refused = space.add_date(title, day, minute, TODAY, &mut random).await;
        assert!(matches!(refused, Err(Trouble::Gone)), "{title:?}");
    }
    let refused = space
        .date_done("service/css", day, true, TODAY, &mut random)
        .await;
    assert!(matches!(refused, Err(Trouble::Gone)));
    assert!(space.sheet::<Noted>().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_paper_that_ends_is_due_until_it_is_seen_to() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    let mut space = made.opened.space;
    let note = space
        .put_note(Folder::Papiers, "Note", "…", &mut random)
        .await
        .unwrap();
    let bytes = b"%PDF-1.7".to_vec();
    let length = bytes.len() as u64;
    let content = std::io::Cursor::new(bytes);
    let paper = space
        .put_paper(
            Folder::Papiers,
            "Passeport",
            "application/pdf",
            content,
            length,
            &mut random,
        )
        .await
        .unwrap();
    let end = key_core::sheets::Day::of(date(2026, 12, 24)).map(|day| day.0);
    for (id, kind) in [(note, Kind(16)), (paper, Kind::NOTE), (paper, Kind::DATES)] {
        let refused = space
            .classify(Folder::Papiers, id, kind, end, &mut random)
            .await;
        assert!(matches!(refused, Err(Trouble::Gone)), "{kind:?}");
    }
    space
        .classify(Folder::Papiers, paper, Kind(16), end, &mut random)
        .await
        .unwrap();

    let mut space = open(&stick, CODE).await.unwrap().space;
    let due = space.agenda(TODAY).await.unwrap().due;
    assert_eq!(due.len(), 1);
    let closes = due[0].window.closes;
    assert_eq!((closes, due[0].state), (date(2026, 12, 24), State::Open));
    for (is_done, state) in [(true, State::Done), (false, State::Open)] {
        let agenda = space
            .date_done(&due[0].name, closes, is_done, TODAY, &mut random)
            .await
            .unwrap();
        assert_eq!(agenda.due[0].state, state);
    }
    // Renewed: it ends later, and there is something to do again, later.
    let agenda = space
        .date_done(&due[0].name, closes, true, TODAY, &mut random)
        .await
        .unwrap();
    assert_eq!(agenda.due[0].state, State::Done);
    let later = key_core::sheets::Day::of(date(2036, 12, 24)).map(|day| day.0);
    space
        .classify(Folder::Papiers, paper, Kind(16), later, &mut random)
        .await
        .unwrap();
    let agenda = space.agenda(TODAY).await.unwrap();
    assert_eq!(agenda.due[0].state, State::Coming);
}

#[tokio::test]
async fn a_sheet_that_the_portal_damaged_stops_neither_an_export_nor_new_settings() {
    let world = World::start().await.unwrap();
    let (_stick, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    let mut space = made.opened.space;
    keep(&mut space, "size", "150").await;
    let own = date(2026, 12, 1);
    space
        .add_date("Docteur", own, None, TODAY, &mut random)
        .await
        .unwrap();
    for blob in walkdir::WalkDir::new(world.data().join("blobs")) {
        let blob = blob.unwrap();
        if blob.file_type().is_file() {
            let mut bytes = std::fs::read(blob.path()).unwrap();
            bytes[100] ^= 1;
            std::fs::write(blob.path(), bytes).unwrap();
        }
    }
    assert!(space.sheet::<Setting>().await.is_err());
    let mut zip = std::io::Cursor::new(Vec::new());
    let exported = space
        .export(&mut zip, true, TODAY, |_, _| {})
        .await
        .unwrap();
    assert_eq!((exported.papers, exported.missing), (0, 2));
    // Dates may come back with a backup: they are not written over.
    let refused = space.add_date("Autre", own, None, TODAY, &mut random).await;
    assert!(refused.is_err());
    keep(&mut space, "size", "200").await;
    let sheet = space.sheet::<Setting>().await.unwrap();
    assert_eq!(sheet.get("size"), Some(&Setting("200".into())));
}
