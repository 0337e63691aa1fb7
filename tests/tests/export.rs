//! A person takes everything along, and has it again at another portal.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use crypto::space::Kind;
use jiff::civil::{Date, date};
use key_core::{
    Space, Trouble,
    export::{Archive, Exported, Imported},
    sheets::{Contact, Day, Login, Setting, contact_key, login_key},
};
use std::{
    io::{Cursor, Write},
    process::Command,
};
use tests::world::{CODE, World, open};
use wire::{Code, ObjectId, Realm, folder::Folder, random::System};

/// The day of the tests' clock.
const TODAY: Date = date(2026, 11, 22);
const PASSPORT: Kind = Kind(17);

async fn put(
    space: &mut Space,
    folder: Folder,
    title: &str,
    media: &str,
    bytes: &[u8],
) -> ObjectId {
    let (content, length) = (Cursor::new(bytes.to_vec()), bytes.len() as u64);
    let random = &mut System::new();
    let putting = space.put_paper(folder, title, media, content, length, random);
    putting.await.unwrap()
}

async fn keep_login(space: &mut Space, password: &str) -> String {
    let random = &mut System::new();
    let login = Login {
        site: "CAF".into(),
        password: Some(password.into()),
        ..Login::default()
    };
    let name = login_key(ObjectId::random(random));
    space.note_down(&name, Some(login), random).await.unwrap();
    name
}

/// Papers in several folders, notes, something in the bin, and what is kept beside them.
async fn fill(space: &mut Space) {
    let random = &mut System::new();
    let pdf = tests::papers::pdf("Avis", 300_000, random).unwrap();
    put(
        space,
        Folder::Argent,
        "Avis d’impôt",
        "application/pdf",
        &pdf,
    )
    .await;
    put(
        space,
        Folder::Famille,
        "Photo",
        "image/jpeg",
        b"\xff\xd8\xff\xd9",
    )
    .await;
    // The same paper twice is two papers.
    put(
        space,
        Folder::Famille,
        "Photo",
        "image/jpeg",
        b"\xff\xd8\xff\xd9",
    )
    .await;
    let passport = put(space, Folder::Papiers, "Passeport", "application/pdf", &pdf).await;
    let end = Day::of(date(2026, 12, 24)).map(|day| day.0);
    space
        .classify(Folder::Papiers, passport, PASSPORT, end, random)
        .await
        .unwrap();
    for (title, text) in [("Ma note", "à ne pas oublier"), ("Vide", "")] {
        space
            .put_note(Folder::Private, title, text, random)
            .await
            .unwrap();
    }
    let binned = put(space, Folder::Social, "Jeté", "text/plain", b"binned words").await;
    space.delete(Folder::Social, binned, random).await.unwrap();
    space
        .follow("css", Some(date(2026, 12, 31)), TODAY, random)
        .await
        .unwrap();
    let docteur = ("Docteur", date(2026, 11, 25), Some(570));
    let adding = space.add_date(docteur.0, docteur.1, docteur.2, TODAY, random);
    let due = adding.await.unwrap().due;
    let end = due
        .iter()
        .find(|due| due.name.starts_with("paper/"))
        .unwrap();
    let (name, closes) = (end.name.clone(), end.window.closes);
    space
        .date_done(&name, closes, true, TODAY, random)
        .await
        .unwrap();
    let contact = Contact {
        name: "Ada".into(),
        phone: Some("01 99 00 12 34".into()),
        ..Contact::default()
    };
    let name = contact_key(ObjectId::random(random));
    space.note_down(&name, Some(contact), random).await.unwrap();
    keep_login(space, "s3cret words").await;
    let language = Some(Setting("fr".into()));
    space.note_down("language", language, random).await.unwrap();
}

async fn exported(space: &Space, with_logins: bool) -> (Vec<u8>, Exported) {
    let mut out = Cursor::new(Vec::new());
    let done = space.export(&mut out, with_logins, TODAY, |_, _| {}).await;
    (out.into_inner(), done.unwrap())
}

async fn imported(space: &mut Space, zip: &[u8]) -> Result<Imported, Trouble> {
    let zip = Cursor::new(zip.to_vec());
    space.import(zip, &mut System::new(), |_, _| {}).await
}

/// Everything that a space holds, but for identifiers of its own.
async fn held(space: &Space) -> String {
    let mut held = Vec::new();
    for folder in Folder::ALL {
        for view in space.list(folder) {
            let content = space.read(folder, view.id).await.unwrap();
            let hash = wire::Hash::of(&content).to_hex();
            let (title, media, kind) = (&view.title, &view.media, view.kind);
            let (created, expires, length) = (view.created, view.expires, view.length);
            held.push(format!(
                "{folder:?} {title} {media} {kind:?} {created} {expires:?} {length} {hash}"
            ));
        }
    }
    for due in space.agenda(TODAY).await.unwrap().due {
        let name = due.name.split_once('/').unwrap().0.to_owned();
        held.push(format!("{name} {:?} {:?}", due.state, due.window));
    }
    let contacts = space.sheet::<Contact>().await.unwrap();
    let settings = space.sheet::<Setting>().await.unwrap();
    held.extend(contacts.iter().map(|slip| format!("{slip:?}")));
    held.extend(settings.iter().map(|slip| format!("{slip:?}")));
    for (name, login) in space.sheet::<Login>().await.unwrap().iter() {
        held.push(format!("{name} {} {:?}", login.site, login.password));
    }
    held.sort();
    held.join("\n")
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_there_again_at_another_portal() {
    let (here, there) = (World::start().await.unwrap(), World::start().await.unwrap());
    let mut space = here.new_space("cle").await.unwrap().1.opened.space;
    fill(&mut space).await;
    let before = held(&space).await;
    // As a window does it: in a task of its own, telling how far it is.
    let (zip, told) = tokio::spawn(async move {
        let (mut out, mut told) = (Cursor::new(Vec::new()), Vec::new());
        let done = space.export(&mut out, true, TODAY, |done, of| told.push((done, of)));
        let expected = Exported {
            papers: 4,
            notes: 2,
            missing: 0,
        };
        assert_eq!(done.await.unwrap(), expected);
        (out.into_inner(), told)
    })
    .await
    .unwrap();
    assert_eq!(told, (0..=6).map(|done| (done, 6)).collect::<Vec<_>>());
    drop(here);

    let (stick, made) = there.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    let (mut space, zip) = tokio::spawn(async move {
        let mut told = Vec::new();
        let (random, read) = (&mut System::new(), Cursor::new(zip.clone()));
        let done = space.import(read, random, |done, of| told.push((done, of)));
        let expected = Imported {
            papers: 4,
            notes: 2,
            skipped: 0,
            slips: 6,
        };
        assert_eq!(done.await.unwrap(), expected);
        assert_eq!(told.last(), Some(&(6, 6)));
        (space, zip)
    })
    .await
    .unwrap();
    assert_eq!(held(&space).await, before);
    assert!(space.bin(Folder::Social).is_empty());

    // A second time, nothing is doubled, and another computer sees the same.
    let again = imported(&mut space, &zip).await.unwrap();
    let expected = Imported {
        skipped: 6,
        ..Imported::default()
    };
    assert_eq!(again, expected);
    let elsewhere = open(&stick, CODE).await.unwrap().space;
    assert_eq!(held(&elsewhere).await, before);
}

#[tokio::test]
async fn without_logins_no_password_leaves_and_the_bin_never_does() {
    let world = World::start().await.unwrap();
    let mut space = world.new_space("cle").await.unwrap().1.opened.space;
    fill(&mut space).await;
    let holds = |zip: &[u8], words: &str| {
        let words = words.as_bytes();
        zip.windows(words.len()).any(|window| window == words)
    };
    let (with, _) = exported(&space, true).await;
    let (without, _) = exported(&space, false).await;
    assert!(holds(&with, "s3cret words"));
    assert!(!holds(&without, "s3cret words"));
    for zip in [&with, &without] {
        assert!(!holds(zip, "binned words") && !holds(zip, "Jeté"));
        assert!(holds(zip, "à ne pas oublier") && holds(zip, "Passeport"));
    }
    // What was not taken along is not taken away where it comes to.
    let before = held(&space).await;
    imported(&mut space, &without).await.unwrap();
    assert_eq!(held(&space).await, before);
}

#[tokio::test]
async fn what_changed_meanwhile_stays_and_what_went_comes_back() {
    let world = World::start().await.unwrap();
    let mut space = world.new_space("cle").await.unwrap().1.opened.space;
    let random = &mut System::new();
    // The same paper twice: one of them goes, and one comes back.
    put(&mut space, Folder::Argent, "RIB", "text/plain", b"FR76").await;
    let paper = put(&mut space, Folder::Argent, "RIB", "text/plain", b"FR76").await;
    let note = space
        .put_note(Folder::Private, "Note", "one", random)
        .await
        .unwrap();
    let login = keep_login(&mut space, "before").await;
    let size = Some(Setting("18".into()));
    space.note_down("size", size, random).await.unwrap();
    let (zip, _) = exported(&space, true).await;

    space.delete(Folder::Argent, paper, random).await.unwrap();
    space
        .rewrite_note(Folder::Private, note, "two", random)
        .await
        .unwrap();
    space
        .note_down::<Login>(&login, None, random)
        .await
        .unwrap();
    let larger = Some(Setting("24".into()));
    space
        .note_down("size", larger.clone(), random)
        .await
        .unwrap();

    let expected = Imported {
        papers: 1,
        notes: 1,
        skipped: 1,
        slips: 1,
    };
    assert_eq!(imported(&mut space, &zip).await.unwrap(), expected);
    assert_eq!(space.list(Folder::Argent).len(), 2);
    assert_eq!(space.bin(Folder::Argent).len(), 1);
    let mut texts = Vec::new();
    for view in space.list(Folder::Private) {
        texts.push(space.read(Folder::Private, view.id).await.unwrap().to_vec());
    }
    texts.sort();
    assert_eq!(texts, [b"one", b"two"]);
    let settings = space.sheet::<Setting>().await.unwrap();
    assert_eq!(settings.get("size"), larger.as_ref());
    let logins = space.sheet::<Login>().await.unwrap();
    let back = logins.get(&login).and_then(|login| login.password.clone());
    assert_eq!(back.as_deref(), Some("before"));
}

#[tokio::test]
async fn a_file_that_was_changed_puts_nothing_back() {
    let world = World::start().await.unwrap();
    let mut space = world.new_space("cle").await.unwrap().1.opened.space;
    fill(&mut space).await;
    let (zip, _) = exported(&space, true).await;
    let mut other = world.new_space("autre").await.unwrap().1.opened.space;
    let empty = held(&other).await;
    let list = zip
        .windows(12)
        .rposition(|window| window == b"papiers.json");
    let places = [
        0,
        zip.len() / 3,
        zip.len() / 2,
        list.unwrap() - 60,
        zip.len() - 1,
    ];
    for at in places {
        let mut bent = zip.clone();
        bent[at] ^= 0x01;
        let refused = imported(&mut other, &bent).await;
        assert!(
            matches!(refused, Err(Trouble::NotAnExport(_))),
            "{at}: {refused:?}"
        );
        let refused = imported(&mut other, &zip[..at]).await;
        assert!(
            matches!(refused, Err(Trouble::NotAnExport(_))),
            "{at}: {refused:?}"
        );
    }
    assert_eq!(held(&other).await, empty);
    assert_eq!(imported(&mut other, &zip).await.unwrap().papers, 4);
}

#[tokio::test]
async fn a_paper_that_the_portal_lost_is_named_and_the_others_are_written() {
    let world = World::start().await.unwrap();
    let mut space = world.new_space("cle").await.unwrap().1.opened.space;
    put(
        &mut space,
        Folder::Argent,
        "Perdu",
        "text/plain",
        b"lost words",
    )
    .await;
    let blobs = walkdir::WalkDir::new(world.data().join("blobs")).into_iter();
    let mut blobs = blobs
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file());
    let lost = blobs.next().unwrap().into_path();
    assert!(blobs.next().is_none());
    put(
        &mut space,
        Folder::Argent,
        "Là",
        "text/plain",
        b"kept words",
    )
    .await;
    for is_gone in [false, true] {
        if is_gone {
            std::fs::remove_file(&lost).unwrap();
        } else {
            let mut bytes = std::fs::read(&lost).unwrap();
            bytes[100] ^= 1;
            std::fs::write(&lost, bytes).unwrap();
        }
        let (zip, done) = exported(&space, true).await;
        assert_eq!((done.papers, done.missing), (1, 1), "{is_gone}");
        let archive = Archive::open(Cursor::new(&zip[..])).unwrap();
        assert_eq!(archive.papers()[0].title, "Là");
        let page = String::from_utf8_lossy(&zip).into_owned();
        assert!(page.contains("<li>Perdu</li>"), "{is_gone}");
    }
}

#[tokio::test]
async fn a_portal_that_is_away_or_a_disk_that_is_full_is_said() {
    struct Full(Cursor<Vec<u8>>);
    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            match self.0.position() {
                0..100 => self.0.write(bytes),
                _ => Err(std::io::ErrorKind::StorageFull.into()),
            }
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    impl std::io::Seek for Full {
        fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
            self.0.seek(to)
        }
    }
    let mut world = World::start().await.unwrap();
    let mut space = world.new_space("cle").await.unwrap().1.opened.space;
    fill(&mut space).await;
    let mut full = Full(Cursor::new(Vec::new()));
    let said = space.export(&mut full, true, TODAY, |_, _| {}).await;
    assert!(
        matches!(
            said,
            Err(Trouble::File {
                doing: "written",
                ..
            })
        ),
        "{said:?}"
    );
    assert_eq!(
        said.map_err(|trouble| trouble.blame()),
        Err(key_core::Blame::Computer)
    );
    let (zip, _) = exported(&space, true).await;
    let before = held(&space).await;
    world.stop().await;
    let said = space
        .export(Cursor::new(Vec::new()), true, TODAY, |_, _| {})
        .await;
    assert!(matches!(said, Err(Trouble::Unreachable)), "{said:?}");
    let said = imported(&mut space, &zip).await;
    assert!(matches!(said, Err(Trouble::Unreachable)), "{said:?}");
    world.restart().await.unwrap();
    imported(&mut space, &zip).await.unwrap();
    assert_eq!(held(&space).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_line_is_cut_the_next_time_goes_on() {
    let mut world = World::start().await.unwrap();
    let mut space = world.new_space("cle").await.unwrap().1.opened.space;
    for number in 0..50_u8 {
        let folder = [Folder::Argent, Folder::Justice][usize::from(number % 2)];
        put(&mut space, folder, "Lettre", "text/plain", &[number]).await;
    }
    let before = held(&space).await;
    let (zip, _) = exported(&space, true).await;
    let mut space = world.new_space("autre").await.unwrap().1.opened.space;
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let read = Cursor::new(zip.clone());
    let importing = tokio::spawn(async move {
        let tell = move |done, _| tell.send(done).unwrap_or_default();
        let done = space.import(read, &mut System::new(), tell).await;
        (space, done)
    });
    while told.recv().await.is_some_and(|done| done < 30) {}
    world.stop().await;
    let (mut space, cut) = importing.await.unwrap();
    assert!(matches!(cut, Err(Trouble::Unreachable)), "{cut:?}");
    world.restart().await.unwrap();
    let rest = imported(&mut space, &zip).await.unwrap();
    assert_eq!(rest.papers + rest.skipped, 50);
    assert!(rest.skipped >= 20, "{rest:?}");
    assert_eq!(held(&space).await, before);
}

/// Asks until the portal has had enough of it.
async fn exhaust(space: &Space, paper: ObjectId) {
    loop {
        match space.read(Folder::Argent, paper).await {
            Ok(_) => {}
            Err(trouble) if trouble.code() == Some(Code::TooManyRequests) => return,
            Err(other) => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_portal_that_asks_to_wait_gives_and_gets_everything() {
    let busy = World::with(Realm::Prod, |file| file.limits.account_per_minute = 240);
    let busy = busy.await.unwrap();
    let mut space = busy.new_space("cle").await.unwrap().1.opened.space;
    let mut last = None;
    for number in 0..10 {
        let title = format!("Lettre {number}");
        last = Some(put(&mut space, Folder::Argent, &title, "text/plain", &[number]).await);
    }
    exhaust(&space, last.unwrap()).await;
    let (zip, done) = exported(&space, true).await;
    assert_eq!((done.papers, done.missing), (10, 0));

    let mut space = busy.new_space("autre").await.unwrap().1.opened.space;
    let only = put(&mut space, Folder::Argent, "Une", "text/plain", b"1").await;
    exhaust(&space, only).await;
    assert_eq!(imported(&mut space, &zip).await.unwrap().papers, 10);
    assert_eq!(space.list(Folder::Argent).len(), 11);
}

/// The ZIP is one for other programs, and its sums are those of its files.
#[tokio::test]
async fn another_program_reads_it() {
    const READ: &str = "
import hashlib, json, sys, zipfile
zip = zipfile.ZipFile(sys.argv[1])
assert zip.testzip() is None
listed = json.loads(zip.read('papiers.json'))
for paper in listed['papers']:
    assert hashlib.sha256(zip.read(paper['file'])).hexdigest() == paper['sha256'], paper
    assert zip.getinfo(paper['file']).file_size == paper['length'], paper
print(listed['version'], len(listed['papers']), len(zip.namelist()))
";
    let world = World::start().await.unwrap();
    let mut space = world.new_space("cle").await.unwrap().1.opened.space;
    fill(&mut space).await;
    let (zip, _) = exported(&space, true).await;
    let path = world.folder().join("export.zip");
    std::fs::write(&path, zip).unwrap();
    let read = Command::new("python3")
        .args(["-c", READ])
        .arg(&path)
        .output()
        .unwrap();
    assert!(
        read.status.success(),
        "{}",
        String::from_utf8_lossy(&read.stderr)
    );
    assert_eq!(String::from_utf8_lossy(&read.stdout).trim(), "1 6 12");
}
