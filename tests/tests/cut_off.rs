//! The network goes away while somebody is at work, in the pages on the real commands: what was done waits on its
//! screen, says so, asks before it is left, and goes by itself, once, when the portal answers again.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::stick::Folder as StickFolder;
use std::path::PathBuf;
use tests::{
    lying::{
        cut::{Lost, cut},
        liar::Liar,
    },
    papers::pdf,
    screen::{Browser, Chromium, VIEWS},
    world::{CODE, World, open},
};
use wire::{folder::Folder, random::System};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_goes_by_itself() {
    let (mut world, stick, chromium) = begin().await;
    let mut page = chromium.home(stick.path(), "fr", VIEWS[0].1).await.unwrap();
    at_private(&mut page).await;
    page.click("contacts").await.unwrap();
    page.click("add-contact").await.unwrap();
    page.fill("contact-name", "Docteur Martin").await.unwrap();
    world.stop().await;
    page.click("contact-keep").await.unwrap();
    told(&page, "contact-trouble").await;
    asks(&mut page).await;
    // What is changed meanwhile is what goes.
    page.fill("contact-phone", "01 99 00 12 34").await.unwrap();
    world.restart().await.unwrap();
    page.until("contact-0", |said| said.contains("01 99 00 12 34"))
        .await
        .unwrap();
    assert!(!page.has("contact-1").await.unwrap());

    page.click("back").await.unwrap();
    page.click("logins").await.unwrap();
    page.click("add-login").await.unwrap();
    page.fill("login-site", "CAF").await.unwrap();
    page.click("login-make").await.unwrap();
    world.stop().await;
    page.click("login-keep").await.unwrap();
    told(&page, "login-trouble").await;
    asks(&mut page).await;
    world.restart().await.unwrap();
    page.find("login-0").await.unwrap();
    assert!(!page.has("login-1").await.unwrap());

    for _ in 0..3 {
        page.click("back").await.unwrap();
    }
    page.click("door-dates").await.unwrap();
    page.click("add-date").await.unwrap();
    page.fill("date-title", "Docteur").await.unwrap();
    page.fill("date-day", "12").await.unwrap();
    world.stop().await;
    page.click("date-keep").await.unwrap();
    told(&page, "date-trouble").await;
    asks(&mut page).await;
    world.restart().await.unwrap();
    page.find("due-0").await.unwrap();
    assert!(!page.has("due-1").await.unwrap());
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_and_what_is_done_to_them_go_by_themselves() {
    let (mut world, stick, chromium) = begin().await;
    let papers = ["Une.pdf", "Deux.pdf"].map(|name| a_paper(&world, name));
    let mut page = chromium.home(stick.path(), "fr", VIEWS[0].1).await.unwrap();
    page.click("door-papers").await.unwrap();
    page.click("folder-3").await.unwrap();
    page.find("folder-empty").await.unwrap();
    world.stop().await;
    page.choose("add-file-input", &[&papers[0], &papers[1]])
        .await
        .unwrap();
    told(&page, "add-waiting").await;
    asks(&mut page).await;
    world.restart().await.unwrap();
    page.until("added", |said| said.contains('2'))
        .await
        .unwrap();
    assert!(!page.has("refused-0").await.unwrap());
    assert!(page.has("paper-1").await.unwrap());
    assert!(!page.has("paper-2").await.unwrap());

    page.click("paper-0").await.unwrap();
    page.click("paper-rename").await.unwrap();
    page.refill("rename-field", "Autre nom").await.unwrap();
    world.stop().await;
    page.click("rename-ok").await.unwrap();
    told(&page, "rename-trouble").await;
    world.restart().await.unwrap();
    page.until("title", |said| said == "Autre nom")
        .await
        .unwrap();

    page.click("paper-move").await.unwrap();
    world.stop().await;
    page.click("move-to-1").await.unwrap();
    told(&page, "move-trouble").await;
    world.restart().await.unwrap();
    page.gone("move-dialog").await.unwrap();

    world.stop().await;
    page.click("paper-delete").await.unwrap();
    told(&page, "paper-news").await;
    asks(&mut page).await;
    world.restart().await.unwrap();
    page.find("paper-undo").await.unwrap();
    page.close().await.unwrap();
    let space = open(&stick, CODE).await.unwrap().space;
    let counts = |folder| (space.list(folder).len(), space.bin(folder).len());
    assert_eq!(counts(Folder::Social), (1, 0));
    assert_eq!(counts(Folder::Papiers), (0, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_portal_kept_without_saying_so_is_there_once() {
    let (world, stick, chromium) = begin().await;
    let liar = Liar::before(&world).await.unwrap();
    let mut page = chromium.home(stick.path(), "fr", VIEWS[0].1).await.unwrap();
    page.click("door-papers").await.unwrap();
    page.click("folder-3").await.unwrap();
    page.click("add-note").await.unwrap();
    page.fill("note-name", "Docteur").await.unwrap();
    page.fill("note-text", "Demander une date.").await.unwrap();
    liar.tell(cut("PUT /v1/manifests/*", 0, Lost::Answer));
    page.click("note-keep").await.unwrap();
    // The portal answers other questions: it is sent again until its answer comes.
    told(&page, "note-trouble").await;
    assert!(liar.honest().lies > 0);
    page.on("folder").await.unwrap();
    page.find("paper-0").await.unwrap();
    assert!(!page.has("paper-1").await.unwrap());
    page.click("paper-0").await.unwrap();
    page.click("note-edit").await.unwrap();
    page.refill("note-text", "Demander deux dates.")
        .await
        .unwrap();
    liar.tell(cut("PUT /v1/manifests/*", 0, Lost::Answer));
    page.click("note-keep").await.unwrap();
    told(&page, "note-trouble").await;
    assert!(liar.honest().lies > 0);
    page.until("paper-text", |said| said.contains("deux"))
        .await
        .unwrap();
    page.close().await.unwrap();
    let space = open(&stick, CODE).await.unwrap().space;
    assert_eq!(space.list(Folder::Social).len(), 1);
    assert_eq!(space.bin(Folder::Social).len(), 1, "what it said before");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_left_behind_does_not_go_later() {
    let (mut world, stick, chromium) = begin().await;
    let mut page = chromium.home(stick.path(), "fr", VIEWS[0].1).await.unwrap();
    page.click("door-papers").await.unwrap();
    page.click("folder-3").await.unwrap();
    page.click("add-note").await.unwrap();
    page.fill("note-name", "Laissée").await.unwrap();
    page.fill("note-text", "a").await.unwrap();
    world.stop().await;
    page.click("note-keep").await.unwrap();
    told(&page, "note-trouble").await;
    page.click("back").await.unwrap();
    page.click("unsent-leave").await.unwrap();
    page.on("folder").await.unwrap();
    // What is done next goes the same way, and alone.
    page.click("add-note").await.unwrap();
    page.fill("note-name", "Gardée").await.unwrap();
    page.fill("note-text", "b").await.unwrap();
    page.click("note-keep").await.unwrap();
    told(&page, "note-trouble").await;
    world.restart().await.unwrap();
    page.until("paper-0", |said| said.contains("Gardée"))
        .await
        .unwrap();
    assert!(!page.has("paper-1").await.unwrap());
    page.close().await.unwrap();
}

async fn begin() -> (World, StickFolder, Chromium) {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    drop(made);
    (world, stick, Chromium::start().await.unwrap())
}

async fn at_private(page: &mut Browser) {
    page.click("door-papers").await.unwrap();
    page.click("folder-0").await.unwrap();
}

/// It says that it is not sent yet and will be.
async fn told(page: &Browser, name: &str) {
    page.until(name, |said| {
        said.contains("Internet") && said.contains("tout seul")
    })
    .await
    .unwrap();
}

/// Going back and leaving ask once; whoever stays loses nothing.
async fn asks(page: &mut Browser) {
    for way in ["back", "leave"] {
        page.click(way).await.unwrap();
        page.click("unsent-stay").await.unwrap();
        page.gone("unsent-dialog").await.unwrap();
    }
}

fn a_paper(world: &World, name: &str) -> PathBuf {
    let path = world.folder().join(name);
    let bytes = pdf("papier", 20_000, &mut System::new()).unwrap();
    std::fs::write(&path, bytes).unwrap();
    path
}
