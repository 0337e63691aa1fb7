//! My sticks, in Chromium, on the real commands, a real portal and real sticks: one more, one blocked, one taken out,
//! and every one of them blocked with the card.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use fantoccini::key::Key;
use key_core::{Trouble, stick::Folder as Medium};
use std::path::{Path, PathBuf};
use tests::{
    recovering::Home,
    screen::{Browser, Chromium, Page, VIEWS, everywhere},
    world::{CODE, World, first_opening, open},
};
use wire::structure::VoucherKind;

/// A place where a computer puts sticks, with one that opens a space.
async fn place(world: &World, name: &str) -> (PathBuf, Medium) {
    let place = world.folder().join(name);
    let stick = world
        .stick_at(&place.join("cle"), VoucherKind::Account)
        .unwrap();
    first_opening(&stick, CODE).await.unwrap();
    (place, stick)
}

fn plug_in(world: &World, place: &Path, name: &str) -> Medium {
    world
        .stick_at(&place.join(name), VoucherKind::Slot)
        .unwrap()
}

async fn to_the_sticks(page: &mut Page) {
    page.click("settings").await.unwrap();
    page.click("settings-others").await.unwrap();
    page.click("sticks").await.unwrap();
    page.on("sticks").await.unwrap();
    page.find("stick-own").await.unwrap();
}

async fn news(page: &Page, name: &str, words: &str) {
    page.until(name, |said| said.contains(words)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn another_stick_is_added_blocked_and_taken_out_on_screens_for_everybody() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let (place, own) = place(&world, &format!("{language}-{view}")).await;
        let mut page = chromium.home(own.path(), language, size).await.unwrap();
        to_the_sticks(&mut page).await;
        page.find("sticks-one").await.unwrap();
        page.seen(&at("sticks one")).await.unwrap();
        page.click("stick-add").await.unwrap();
        page.on("add-stick").await.unwrap();
        page.seen(&at("add-stick")).await.unwrap();
        let second = plug_in(&world, &place, "second");
        page.find("add-stick-there").await.unwrap();
        page.told("said").await.unwrap();
        // A wrong code adds nothing.
        page.fill("code-field", "999999").await.unwrap();
        page.click("add-stick-ok").await.unwrap();
        page.told("add-stick-trouble").await.unwrap();
        page.gone("busy").await.unwrap();
        page.seen(&at("add-stick there")).await.unwrap();
        page.fill("code-field", CODE).await.unwrap();
        page.click("add-stick-ok").await.unwrap();
        page.on("sticks").await.unwrap();
        // Told apart by the day on which each was added.
        page.until("stick-1", |said| said.contains("2026"))
            .await
            .unwrap();
        page.until("stick-own", |said| said.contains("2026"))
            .await
            .unwrap();
        page.gone("busy").await.unwrap();
        page.seen(&at("sticks")).await.unwrap();
        open(&second, CODE).await.unwrap();

        page.click("stick-1").await.unwrap();
        page.on("other-stick").await.unwrap();
        page.click("stick-block").await.unwrap();
        page.find("stick-done").await.unwrap();
        page.seen(&at("other-stick")).await.unwrap();
        let shut = open(&second, CODE).await.unwrap_err();
        assert!(matches!(shut, Trouble::Suspended), "{shut}");
        let blocked = page.text("stick-done").await.unwrap();
        page.click("stick-unblock").await.unwrap();
        page.until("stick-done", |said| said != blocked)
            .await
            .unwrap();
        open(&second, CODE).await.unwrap();

        page.click("stick-remove").await.unwrap();
        page.on("remove-stick").await.unwrap();
        page.seen(&at("remove-stick")).await.unwrap();
        page.click("remove-stick-cancel").await.unwrap();
        page.on("other-stick").await.unwrap();
        page.click("stick-remove").await.unwrap();
        page.fill("code-field", CODE).await.unwrap();
        page.click("remove-stick-ok").await.unwrap();
        page.on("sticks").await.unwrap();
        page.find("sticks-one").await.unwrap();
        assert!(!page.has("stick-1").await.unwrap());
        page.close().await.unwrap();
        let gone = open(&second, CODE).await.unwrap_err();
        assert!(matches!(gone, Trouble::Revoked), "{gone}");
        open(&own, CODE).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_stick_is_added_and_taken_out_by_keyboard_alone() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (place, own) = place(&world, "here").await;
    let page: Browser = chromium.home(own.path(), "fr", VIEWS[0].1).await.unwrap();
    for step in ["settings", "settings-others", "sticks", "stick-add"] {
        page.press(step).await.unwrap();
    }
    page.on("add-stick").await.unwrap();
    // Of two nobody knows which is meant.
    let second = plug_in(&world, &place, "second");
    let third = plug_in(&world, &place, "third");
    news(&page, "add-stick-many", "une seule").await;
    std::fs::remove_dir_all(third.path()).unwrap();
    page.find("add-stick-there").await.unwrap();
    page.reach("code-field").await.unwrap();
    page.fill("code-field", CODE).await.unwrap();
    page.key(Key::Enter).await.unwrap();
    page.on("sticks").await.unwrap();
    for step in ["stick-1", "stick-block"] {
        page.press(step).await.unwrap();
    }
    news(&page, "stick-news", "bloquée").await;
    page.press("stick-remove").await.unwrap();
    page.on("remove-stick").await.unwrap();
    page.reach("code-field").await.unwrap();
    page.fill("code-field", CODE).await.unwrap();
    page.press("remove-stick-ok").await.unwrap();
    news(&page, "sticks-news", "enlevée").await;
    page.close().await.unwrap();
    let gone = open(&second, CODE).await.unwrap_err();
    assert!(matches!(gone, Trouble::Revoked), "{gone}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_stick_in_use_is_renewed_and_its_copies_open_nothing() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let (place, own) = place(&world, &format!("{language}-{view}")).await;
        let mut page = chromium.home(own.path(), language, size).await.unwrap();
        let stolen = place.join("stolen");
        std::fs::create_dir(&stolen).unwrap();
        for file in std::fs::read_dir(own.path()).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), stolen.join(file.file_name())).unwrap();
        }
        to_the_sticks(&mut page).await;
        page.click("stick-own").await.unwrap();
        page.on("renew-stick").await.unwrap();
        page.seen(&at("renew-stick")).await.unwrap();
        page.fill("code-field", "999999").await.unwrap();
        page.click("renew-stick-ok").await.unwrap();
        page.told("renew-stick-trouble").await.unwrap();
        page.gone("busy").await.unwrap();
        open(&Medium::new(&stolen), CODE).await.unwrap();
        page.fill("code-field", CODE).await.unwrap();
        page.click("renew-stick-ok").await.unwrap();
        page.on("sticks").await.unwrap();
        page.told("sticks-news").await.unwrap();
        // The space goes on, with all that the code is asked for.
        let second = plug_in(&world, &place, "second");
        page.click("stick-add").await.unwrap();
        page.find("add-stick-there").await.unwrap();
        page.fill("code-field", CODE).await.unwrap();
        page.click("add-stick-ok").await.unwrap();
        page.on("sticks").await.unwrap();
        page.find("stick-1").await.unwrap();
        page.click("leave").await.unwrap();
        page.close().await.unwrap();
        let copy = open(&Medium::new(&stolen), CODE).await.unwrap_err();
        assert!(matches!(copy, Trouble::Revoked), "{copy}");
        open(&own, CODE).await.unwrap();
        open(&second, CODE).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sticks_go_by_the_day_on_which_each_was_added() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (place, own) = place(&world, "here").await;
    let size = VIEWS[0].1;
    let mut page = chromium.home(own.path(), "fr", size).await.unwrap();
    for (name, days) in [("second", 3), ("third", 2), ("fourth", 0)] {
        world.clock.advance(days * 86_400);
        page.close().await.unwrap();
        page = chromium.home(own.path(), "fr", size).await.unwrap();
        to_the_sticks(&mut page).await;
        page.click("stick-add").await.unwrap();
        let other = plug_in(&world, &place, name);
        page.find("add-stick-there").await.unwrap();
        page.fill("code-field", CODE).await.unwrap();
        page.click("add-stick-ok").await.unwrap();
        page.on("sticks").await.unwrap();
        open(&other, CODE).await.unwrap();
    }
    page.find("stick-3").await.unwrap();
    news(&page, "stick-own", "Cette clé").await;
    news(&page, "stick-own", "22 novembre 2026").await;
    let mut shown = Vec::new();
    for place in 1..=3 {
        shown.push(page.text(&format!("stick-{place}")).await.unwrap());
    }
    let on = |day: &str| {
        let added = |said: &&String| {
            said.starts_with("Clé ajoutée le") && said.contains(&format!("{day} novembre 2026"))
        };
        shown.iter().filter(added).count()
    };
    assert_eq!((on("25"), on("27")), (1, 2), "{shown:?}");
    // Two of one day keep a number.
    let numbered = shown.iter().filter(|said| said.contains("numéro"));
    assert_eq!(numbered.count(), 2, "{shown:?}");
    page.seen("sticks of one day").await.unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stick_for_something_else_is_refused_before_the_code_is_typed() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (place, own) = place(&world, "here").await;
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let mut page = chromium.home(own.path(), language, size).await.unwrap();
        to_the_sticks(&mut page).await;
        page.click("stick-add").await.unwrap();
        page.on("add-stick").await.unwrap();
        let mut before = String::new();
        for kind in [VoucherKind::Account, VoucherKind::Recovery] {
            let other = place.join("other");
            world.stick_at(&other, kind).unwrap();
            before = page
                .until("add-stick-other", |said| !said.is_empty() && said != before)
                .await
                .unwrap();
            assert!(!page.has("code-field").await.unwrap());
            page.seen(&at(&format!("add-stick {kind:?}")))
                .await
                .unwrap();
            std::fs::remove_dir_all(&other).unwrap();
        }
        let second = plug_in(&world, &place, "second");
        page.find("add-stick-there").await.unwrap();
        page.close().await.unwrap();
        // Alone it says at once what it is.
        let page = chromium.open(second.path(), size).await.unwrap();
        page.on("no-stick").await.unwrap();
        page.seen(&at("no-stick second")).await.unwrap();
        page.close().await.unwrap();
        std::fs::remove_dir_all(second.path()).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_lost_a_stick_blocks_every_one_with_the_card() {
    let chromium = Chromium::start().await.unwrap();
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let another = home.world.folder().join("amel");
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        // Any stick of the structure will do: here one of somebody else.
        let mut page = chromium.open(&another, size).await.unwrap();
        page.speak(language).await.unwrap();
        page.click("lang-ok").await.unwrap();
        page.click("code-forgotten").await.unwrap();
        page.click("lost-stick").await.unwrap();
        page.on("lost-stick").await.unwrap();
        page.seen(&at("lost-stick")).await.unwrap();
        page.fill("card-field", "AAAA").await.unwrap();
        page.click("lost-block").await.unwrap();
        page.told("lost-news").await.unwrap();
        page.gone("busy").await.unwrap();
        page.refill("card-field", &home.card).await.unwrap();
        page.click("lost-block").await.unwrap();
        page.find("lost-done").await.unwrap();
        page.seen(&at("lost-stick blocked")).await.unwrap();
        let shut = open(&home.stick, CODE).await.unwrap_err();
        assert!(matches!(shut, Trouble::Suspended), "{shut}");
        let blocked = page.text("lost-done").await.unwrap();
        page.click("lost-unblock").await.unwrap();
        page.until("lost-done", |said| said != blocked)
            .await
            .unwrap();
        open(&home.stick, CODE).await.unwrap();
        page.click("back").await.unwrap();
        page.on("code").await.unwrap();
        page.close().await.unwrap();
        home.world.clock.advance(1);
    }
    // On a stick that was prepared to find the space again, by keyboard alone.
    let new = home.new_stick("new").unwrap();
    let page = chromium.open(new.path(), VIEWS[0].1).await.unwrap();
    page.press("lang-ok").await.unwrap();
    page.on("ask-card").await.unwrap();
    page.press("lost-stick").await.unwrap();
    page.on("lost-stick").await.unwrap();
    page.reach("card-field").await.unwrap();
    page.fill("card-field", &home.card).await.unwrap();
    page.key(Key::Enter).await.unwrap();
    news(&page, "lost-news", "bloquées").await;
    let shut = open(&home.stick, CODE).await.unwrap_err();
    assert!(matches!(shut, Trouble::Suspended), "{shut}");
    page.press("back").await.unwrap();
    page.on("ask-card").await.unwrap();
    page.close().await.unwrap();
}
