//! Lists that the portal has damaged, through the pages: each says so on its screen, everything else works, and a
//! backup brings them back.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use jiff::civil::date;
use key_core::sheets::{Contact, Login, contact_key, login_key};
use std::path::Path;
use tests::{
    screen::{Browser, Chromium, VIEWS},
    world::World,
};
use wire::{ObjectId, random::System};

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_list_says_so_and_is_not_written_over() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    let random = &mut System::new();
    let day = date(2026, 12, 1);
    space
        .add_date("Docteur", day, None, day, random)
        .await
        .unwrap();
    let contact = Contact {
        name: "Docteur Martin".to_owned(),
        ..Contact::default()
    };
    let name = contact_key(ObjectId::random(random));
    space.note_down(&name, Some(contact), random).await.unwrap();
    let login = Login {
        site: "CAF".to_owned(),
        ..Login::default()
    };
    let name = login_key(ObjectId::random(random));
    space.note_down(&name, Some(login), random).await.unwrap();
    drop(space);

    flip(&world.data());
    let mut page = chromium.home(stick.path(), "fr", VIEWS[0].1).await.unwrap();
    page.click("door-dates").await.unwrap();
    said(&page, "dates-news").await;
    page.accessible("dates damaged fr 1024").await.unwrap();
    page.click("add-date").await.unwrap();
    page.fill("date-title", "Autre").await.unwrap();
    page.refill("date-day", "12").await.unwrap();
    page.pick("date-month", "12").await.unwrap();
    page.refill("date-year", "2026").await.unwrap();
    page.click("date-keep").await.unwrap();
    said(&page, "date-trouble").await;
    page.click("back").await.unwrap();
    page.click("unsent-leave").await.unwrap();
    page.click("back").await.unwrap();
    page.click("door-papers").await.unwrap();
    page.click("folder-0").await.unwrap();
    for list in ["contacts", "logins"] {
        page.click(list).await.unwrap();
        said(&page, &format!("{list}-news")).await;
        page.click("back").await.unwrap();
    }
    // Everything else works.
    page.click("add-note").await.unwrap();
    page.fill("note-name", "Note").await.unwrap();
    page.fill("note-text", "a").await.unwrap();
    page.click("note-keep").await.unwrap();
    page.click("paper-0").await.unwrap();
    page.until("paper-text", |text| text.contains('a'))
        .await
        .unwrap();
    page.close().await.unwrap();

    // As a backup brings them back: nothing of them was written over. The note is damaged instead.
    flip(&world.data());
    let mut page = chromium.home(stick.path(), "fr", VIEWS[0].1).await.unwrap();
    page.click("door-dates").await.unwrap();
    page.until("due-0", |text| text.contains("Docteur"))
        .await
        .unwrap();
    assert!(!page.has("due-1").await.unwrap());
    page.click("back").await.unwrap();
    page.click("door-papers").await.unwrap();
    page.click("folder-0").await.unwrap();
    for (list, first, name) in [
        ("contacts", "contact-0", "Martin"),
        ("logins", "login-0", "CAF"),
    ] {
        page.click(list).await.unwrap();
        page.until(first, |text| text.contains(name)).await.unwrap();
        page.click("back").await.unwrap();
    }
    page.close().await.unwrap();
}

async fn said(page: &Browser, name: &str) {
    page.until(name, |said| {
        said.contains("abîmée") && said.contains("structure")
    })
    .await
    .unwrap();
}

/// Changes one bit of everything that the portal keeps of contents, or changes it back.
fn flip(data: &Path) {
    for blob in walkdir::WalkDir::new(data.join("blobs")) {
        let blob = blob.unwrap();
        if blob.file_type().is_file() {
            let mut bytes = std::fs::read(blob.path()).unwrap();
            bytes[100] ^= 1;
            std::fs::write(blob.path(), bytes).unwrap();
        }
    }
}
