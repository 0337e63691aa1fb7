//! The same pages in Chromium, on the real commands, a real portal and a real stick: every screen is
//! looked at by an accessibility checker, in two sizes, from left to right and from right to left, and every
//! journey is done by keyboard alone.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use fantoccini::{Locator, key::Key};
use std::path::PathBuf;
use tests::{
    papers::pdf,
    screen::{Chromium, Page, VIEWS, everywhere},
    world::{CODE, OTHER_CODE, World},
};
use wire::{Realm, random::System, structure::VoucherKind};

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_of_a_first_opening_is_accessible() {
    let chromium = Chromium::start().await.unwrap();
    for (language, view, size) in everywhere() {
        let world = World::in_realm(Realm::Practice).await.unwrap();
        let stick = world.stick("cle", VoucherKind::Account).unwrap();
        let mut page = chromium.open(stick.path(), size).await.unwrap();
        let at = |screen: &str| format!("{screen} {language} {view}");
        page.speak(language).await.unwrap();
        page.accessible(&at("language")).await.unwrap();
        page.click("lang-ok").await.unwrap();
        page.accessible(&at("first-code")).await.unwrap();
        page.click("code-kind-pictures").await.unwrap();
        page.accessible(&at("first-code pictures")).await.unwrap();
        page.click("code-kind-digits").await.unwrap();
        // Another one is proposed, once it is there.
        let shown = page.until("first-code", |said| digits(said).len() == 6);
        let code = digits(&shown.await.unwrap());
        page.type_code(&code).await.unwrap();
        page.accessible(&at("first-code hidden")).await.unwrap();
        page.type_code(&code).await.unwrap();
        page.on("card").await.unwrap();
        page.accessible(&at("card")).await.unwrap();
        page.click("card-have").await.unwrap();
        page.fill("card-field", "AAAAA").await.unwrap();
        page.click("card-ok").await.unwrap();
        page.told("card-trouble").await.unwrap();
        page.accessible(&at("card read")).await.unwrap();
        page.click("card-again").await.unwrap();
        page.click("card-later").await.unwrap();
        page.on("home").await.unwrap();
        page.accessible(&at("home practice")).await.unwrap();
        page.close().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_of_a_space_is_accessible() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    std::fs::write(stick.path().join("LISEZ-MOI.html"), "<h1>Bonjour</h1>").unwrap();
    key_core::contents::write_list(stick.path()).unwrap();
    let paper = a_paper(&world, "Attestation de droits.pdf");
    for (language, view, size) in everywhere() {
        let mut page = chromium.open(stick.path(), size).await.unwrap();
        let at = |screen: &str| format!("{screen} {language} {view}");
        page.speak(language).await.unwrap();
        page.click("lang-ok").await.unwrap();
        page.on("code").await.unwrap();
        page.accessible(&at("code")).await.unwrap();
        page.type_code(OTHER_CODE).await.unwrap();
        page.until("code-trouble", |said| said.contains('9'))
            .await
            .unwrap();
        page.accessible(&at("code wrong")).await.unwrap();
        page.click("code-kind-pictures").await.unwrap();
        page.accessible(&at("code pictures")).await.unwrap();
        page.click("code-forgotten").await.unwrap();
        page.accessible(&at("code forgotten")).await.unwrap();
        page.click("forgotten-close").await.unwrap();
        page.click("code-kind-digits").await.unwrap();
        page.type_code(CODE).await.unwrap();
        page.on("home").await.unwrap();
        page.accessible(&at("home")).await.unwrap();
        // This browser has no voices: the page says so, and does not stay silent.
        page.click("listen").await.unwrap();
        page.find("no-voice-dialog").await.unwrap();
        page.accessible(&at("no voice")).await.unwrap();
        page.click("no-voice-close").await.unwrap();
        page.click("help").await.unwrap();
        page.accessible(&at("help")).await.unwrap();
        page.click("help-close").await.unwrap();
        find_a_step(&mut page, &chromium, language, view).await;
        page.click("door-papers").await.unwrap();
        page.on("papers").await.unwrap();
        page.accessible(&at("papers")).await.unwrap();
        page.click("folder-3").await.unwrap();
        page.on("folder").await.unwrap();
        page.accessible(&at("folder")).await.unwrap();
        page.choose("add-file-input", &[&paper]).await.unwrap();
        page.find("added").await.unwrap();
        assert!(!page.has("refused-0").await.unwrap());
        page.accessible(&at("folder added")).await.unwrap();
        page.click("paper-0").await.unwrap();
        page.until_attribute("viewer", "data-state", "shown")
            .await
            .unwrap();
        page.accessible(&at("paper")).await.unwrap();
        page.click("paper-rename").await.unwrap();
        page.accessible(&at("rename")).await.unwrap();
        page.click("rename-cancel").await.unwrap();
        page.click("paper-move").await.unwrap();
        page.accessible(&at("move")).await.unwrap();
        page.click("move-cancel").await.unwrap();
        page.click("paper-delete").await.unwrap();
        page.find("paper-undo").await.unwrap();
        page.accessible(&at("paper deleted")).await.unwrap();
        page.click("back").await.unwrap();
        page.click("bin").await.unwrap();
        page.find("restore-0").await.unwrap();
        page.accessible(&at("bin")).await.unwrap();
        page.click("back").await.unwrap();
        page.click("add-note").await.unwrap();
        page.accessible(&at("new-note")).await.unwrap();
        page.click("note-keep").await.unwrap();
        page.told("note-trouble").await.unwrap();
        type_on_the_screen(&mut page, &at("keyboard")).await;
        page.refill("note-name", "À dire").await.unwrap();
        page.fill("note-text", "Demander une date.").await.unwrap();
        page.click("leave").await.unwrap();
        page.find("unsent-stay").await.unwrap();
        page.accessible(&at("unsent")).await.unwrap();
        page.click("unsent-stay").await.unwrap();
        page.click("note-keep").await.unwrap();
        page.click("paper-0").await.unwrap();
        page.until("paper-text", |said| said.contains("Demander"))
            .await
            .unwrap();
        page.accessible(&at("note")).await.unwrap();
        page.click("note-edit").await.unwrap();
        page.accessible(&at("edit-note")).await.unwrap();
        for _ in 0..4 {
            page.click("back").await.unwrap();
        }
        page.click("settings").await.unwrap();
        page.on("settings").await.unwrap();
        page.accessible(&at("settings")).await.unwrap();
        page.click("settings-language").await.unwrap();
        page.accessible(&at("choose-language")).await.unwrap();
        page.click("back").await.unwrap();
        page.click("stick-contents").await.unwrap();
        page.fill("stick-search", "Samia").await.unwrap();
        page.until("stick-found", |said| said.contains('0'))
            .await
            .unwrap();
        page.accessible(&at("stick")).await.unwrap();
        page.click("leave").await.unwrap();
        page.find("locked-left").await.unwrap();
        page.accessible(&at("locked")).await.unwrap();
        page.close().await.unwrap();
    }
    let mut page = chromium
        .open(&world.folder().join("nowhere"), VIEWS[0].1)
        .await
        .unwrap();
    page.on("no-stick").await.unwrap();
    page.accessible("no-stick").await.unwrap();
    page.click("try-again").await.unwrap();
    page.on("no-stick").await.unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_typed_anywhere_on_its_screen_opens_with_enter() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let mut page = chromium.open(stick.path(), VIEWS[0].1).await.unwrap();
    page.speak("fr").await.unwrap();
    page.click("lang-ok").await.unwrap();
    page.on("code").await.unwrap();
    // The title has the focus. On a button Enter presses that button, and nothing else.
    for digit in CODE.chars() {
        page.key_of(digit).await.unwrap();
    }
    reach(&page, "code-forgotten").await;
    page.key(Key::Enter).await.unwrap();
    page.find("forgotten-dialog").await.unwrap();
    page.key(Key::Escape).await.unwrap();
    page.gone("forgotten-dialog").await.unwrap();
    assert!(page.has("code-ok").await.unwrap());
    page.ask("document.querySelector('h1').focus()")
        .await
        .unwrap();
    page.key(Key::Enter).await.unwrap();
    page.on("home").await.unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_journey_is_done_by_keyboard_alone() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let stick = world.stick("cle", VoucherKind::Account).unwrap();
    let paper = a_paper(&world, "Avis d'impôt.pdf");
    let page = chromium.open(stick.path(), VIEWS[1].1).await.unwrap();
    press(&page, "lang-ok").await;
    let code = digits(&page.text("first-code").await.unwrap());
    for _ in 0..2 {
        reach(&page, "code-field").await;
        page.fill("code-field", &code).await.unwrap();
        page.key(Key::Enter).await.unwrap();
        page.until("code-trouble", |_| true).await.unwrap();
    }
    page.on("card").await.unwrap();
    let card = page.text("card-code").await.unwrap();
    press(&page, "card-have").await;
    reach(&page, "card-field").await;
    page.fill("card-field", &card).await.unwrap();
    page.key(Key::Enter).await.unwrap();
    page.on("home").await.unwrap();
    press(&page, "door-steps").await;
    reach(&page, "steps-search").await;
    page.fill("steps-search", "APL").await.unwrap();
    press(&page, "service-0").await;
    press(&page, "service-go").await;
    page.told("service-news").await.unwrap();
    assert_eq!(chromium.visited().unwrap(), "https://www.caf.fr/\n");
    press(&page, "back").await;
    press(&page, "back").await;
    press(&page, "door-papers").await;
    press(&page, "folder-6").await;
    page.on("folder").await.unwrap();
    // The file chooser is the computer's own; what stands before it is ours.
    reach(&page, "add-file").await;
    page.choose("add-file-input", &[&paper]).await.unwrap();
    page.find("paper-0").await.unwrap();
    press(&page, "paper-0").await;
    page.until_attribute("viewer", "data-state", "shown")
        .await
        .unwrap();
    press(&page, "paper-rename").await;
    page.find("rename-dialog").await.unwrap();
    // Escape closes the question, not the space, and the focus comes back.
    page.key(Key::Escape).await.unwrap();
    until_focus(&page, "paper-rename").await;
    press(&page, "paper-delete").await;
    page.find("paper-undo").await.unwrap();
    until_focus(&page, "paper-undo").await;
    page.key(Key::Enter).await.unwrap();
    page.find("paper-delete").await.unwrap();
    press(&page, "back").await;
    page.on("folder").await.unwrap();
    press(&page, "leave").await;
    page.find("locked-left").await.unwrap();
    page.close().await.unwrap();
}

/// From home to a service and back: by theme, and by words. Its site opens outside, after the warning.
async fn find_a_step(page: &mut Page, chromium: &Chromium, language: &str, view: &str) {
    let at = |screen: &str| format!("{screen} {language} {view}");
    page.click("door-steps").await.unwrap();
    page.on("steps").await.unwrap();
    page.accessible(&at("steps")).await.unwrap();
    page.click("life-others").await.unwrap();
    page.find("life-numerique_aide").await.unwrap();
    page.accessible(&at("steps all")).await.unwrap();
    page.click("life-argent_aides").await.unwrap();
    page.on("life-theme").await.unwrap();
    page.find("service-0").await.unwrap();
    assert!(!page.has("service-6").await.unwrap());
    page.accessible(&at("life-theme")).await.unwrap();
    // Nobody has looked it up: the page says so.
    page.click("service-0").await.unwrap();
    page.on("service").await.unwrap();
    page.find("service-unchecked").await.unwrap();
    page.accessible(&at("service unchecked")).await.unwrap();
    page.click("back").await.unwrap();
    page.find("service-0").await.unwrap();
    page.click("services-others").await.unwrap();
    page.find("service-6").await.unwrap();
    page.click("back").await.unwrap();
    page.fill("steps-search", "mutuelle gratuite")
        .await
        .unwrap();
    page.until("steps-found", |said| {
        said.chars().any(|c| c.is_alphabetic())
    })
    .await
    .unwrap();
    page.accessible(&at("steps found")).await.unwrap();
    page.click("service-0").await.unwrap();
    page.on("service").await.unwrap();
    page.until("service-checked", |said| said.contains("2026"))
        .await
        .unwrap();
    page.find("service-warning").await.unwrap();
    page.click("service-go").await.unwrap();
    page.told("service-news").await.unwrap();
    let visited = chromium.visited().unwrap();
    let site = "https://www.complementaire-sante-solidaire.gouv.fr/";
    assert_eq!(visited.lines().next_back(), Some(site));
    page.accessible(&at("service")).await.unwrap();
    page.click("back").await.unwrap();
    page.on("steps").await.unwrap();
    page.click("back").await.unwrap();
    page.on("home").await.unwrap();
}

/// Opens the keyboard on the screen beside the name of a note, looks at it, types one letter and shuts it.
async fn type_on_the_screen(page: &mut Page, screen: &str) {
    page.click("keyboard-note-name").await.unwrap();
    page.click("letters-latin").await.unwrap();
    let letter = "[data-test=keys] [data-skbtn=a]";
    let key = page.client().wait().for_element(Locator::Css(letter));
    let key = key.await.unwrap();
    page.accessible(screen).await.unwrap();
    key.click().await.unwrap();
    let written = "return document.querySelector('[data-test=note-name]').value";
    assert_eq!(page.ask(written).await.unwrap(), "a");
    page.click("keyboard-note-name").await.unwrap();
    assert!(!page.has("keyboard").await.unwrap());
}

async fn press(page: &Page, name: &str) {
    page.press(name).await.unwrap();
}

async fn reach(page: &Page, name: &str) {
    page.reach(name).await.unwrap();
}

async fn until_focus(page: &Page, name: &str) {
    page.until_focus(name).await.unwrap();
}

fn a_paper(world: &World, name: &str) -> PathBuf {
    let path = world.folder().join(name);
    std::fs::write(&path, pdf("Bonjour", 20_000, &mut System::new()).unwrap()).unwrap();
    path
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
