//! Whoever seizes the portal, its disk, its log and what it was ever sent reads nothing.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::{Stick, WallWatch};
use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};
use tests::{
    canary::{Canaries, count},
    report,
    world::{CODE, World, code, open},
};
use tracing_subscriber::fmt::MakeWriter;
use wire::{folder::Folder, random::System};

#[tokio::test]
async fn no_canary_is_in_the_portals_files_log_or_requests() {
    let log = Log::default();
    tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(log.clone())
        .init();
    let world = World::start().await.unwrap();
    let mut random = System::new();
    let canaries = Canaries::make(96, &mut random);
    let mut words = canaries.words().iter();
    let mut word = || words.next().unwrap().clone();

    let (folder, made) = world.new_space("cle").await.unwrap();
    let stick = Stick::new(folder.clone());
    let card = made.card.unwrap();
    let mut space = made.opened.space;
    for theme in Folder::ALL {
        // A paper with a title, a media type and a content; a note with a title and a text.
        let text = word();
        let pdf = tests::papers::pdf(&text, 20_000, &mut random).unwrap();
        let (length, title, media) = (pdf.len() as u64, word(), format!("x/{}", word()));
        let content = io::Cursor::new(pdf);
        let id = space
            .put_paper(theme, &title, &media, content, length, &mut random)
            .await
            .unwrap();
        space
            .put_note(theme, &word(), &word(), &mut random)
            .await
            .unwrap();
        space.rename(theme, id, &word(), &mut random).await.unwrap();
        let content = space.read(theme, id).await.unwrap();
        assert!(
            canaries.found_in(&content) > 0,
            "the search finds what is there"
        );
    }
    let watch = WallWatch::start();
    let mut administration = space
        .administer(&stick, &code(CODE), &mut random, &watch)
        .await
        .unwrap();
    let newer = administration.new_card(&mut random).await.unwrap();
    space.lock(&stick, &mut random).await.unwrap();
    let opened = open(&folder, CODE).await.unwrap();
    opened.space.lock(&stick, &mut random).await.unwrap();

    let (transcript, said) = (world.recorder().transcript(), log.bytes());
    assert!(transcript.len() > 12 * 40_000, "everything was recorded");
    assert!(count(&said, b"/v1/commit") > 0, "the log was recorded");
    let planted = Folder::ALL.len() * 6;
    assert!(planted >= 64);
    let found = canaries.found_below(&world.data())
        + canaries.found_below(&world.folder().join("gate-backup"))
        + canaries.found_in(&transcript)
        + canaries.found_in(&said);
    assert_eq!(found, 0);
    for card in [card, newer] {
        let printed = card.printed();
        let bare = printed.replace('-', "");
        for form in [printed.as_bytes(), bare.as_bytes()] {
            assert_eq!(count(&transcript, form) + count(&said, form), 0);
        }
    }
    // A PRF output has no way out: its word is nowhere in what was sent but in the API's shape.
    assert_eq!(
        count(&transcript, b"\"prf\"") + count(&transcript, b"hmac-secret\":{"),
        0
    );
    report::promise("blindness", planted, found).unwrap();
}

#[tokio::test]
async fn the_log_names_nobody() {
    let log = Log::default();
    tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::INFO)
        .with_writer(log.clone())
        .init();
    let world = World::start().await.unwrap();
    let (folder, made) = world.new_space("cle").await.unwrap();
    let account = made.opened.space.account();
    drop(made);
    open(&folder, CODE).await.unwrap();
    let said = log.bytes();
    assert!(
        count(&said, b"/v1/login/finish") > 0,
        "the log was recorded"
    );
    // The port the portal listens on is said; the address of whoever came is not.
    let lines = String::from_utf8_lossy(&said);
    let with_address = lines
        .lines()
        .filter(|l| l.contains("127.0.0.1") && !l.contains("the portal answers"));
    assert_eq!(with_address.count(), 0);
    assert_eq!(count(&said, account.to_hex().as_bytes()), 0);
    assert_eq!(count(&said, b"Bearer"), 0);
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn bytes(&self) -> Vec<u8> {
        self.0.lock().unwrap().clone()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}
