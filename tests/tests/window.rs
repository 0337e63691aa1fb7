//! The real window under WebKitWebDriver and Xvfb, on a real portal and a real stick: what a newcomer
//! does, what happens when the stick is pulled out, and the ways to leave.

use fantoccini::key::Key;
use tests::{
    papers::pdf,
    screen::{Display, Stopwatch, Window, figure, task},
    volume::Volume,
    world::{CODE, OTHER_CODE, World},
};
use wire::{random::System, structure::VoucherKind};

#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_opens_puts_in_a_paper_leaves_and_finds_it_again() {
    let world = World::start().await.unwrap();
    let stick = world.stick("cle", VoucherKind::Account).unwrap();
    let display = Display::start().unwrap();
    let paper = world.folder().join("Attestation CAF.pdf");
    std::fs::write(
        &paper,
        pdf("Attestation", 40_000, &mut System::new()).unwrap(),
    )
    .unwrap();

    // First opening, with the card read back.
    let mut window = Window::open(&display, stick.path()).await.unwrap();
    window.on("language").await.unwrap();
    window.shoot("language").await.unwrap();
    window.click("lang-ok").await.unwrap();
    let code = window.text("first-code").await.unwrap();
    window.shoot("first-code").await.unwrap();
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(code.len(), 6, "six digits are proposed");
    window.press_code(&code).await.unwrap();
    window.press_code(&code).await.unwrap();
    let card = window.text("card-code").await.unwrap();
    window.shoot("card").await.unwrap();
    assert!(
        !window.has("card-later").await.unwrap(),
        "later is for practice only"
    );
    window.click("card-have").await.unwrap();
    window.fill("card-field", "AAAAA-AAAAA").await.unwrap();
    window.click("card-ok").await.unwrap();
    window
        .until("card-trouble", |said| !said.is_empty())
        .await
        .unwrap();
    window.refill("card-field", &card).await.unwrap();
    window.click("card-ok").await.unwrap();
    window.on("home").await.unwrap();
    window.shoot("home").await.unwrap();
    window.leave().await.unwrap();

    // Task 1: plug in, start, choose the language.
    let watch = Stopwatch::start();
    let mut window = Window::open(&display, stick.path()).await.unwrap();
    window.on("language").await.unwrap();
    window.click("lang-ok").await.unwrap();
    window.on("code").await.unwrap();
    task(1, window.pressed(), watch.seconds()).unwrap();

    // A wrong code first; then task 2: open.
    window.type_code(OTHER_CODE).await.unwrap();
    window
        .until("code-trouble", |said| said.contains('9'))
        .await
        .unwrap();
    window.shoot("wrong-code").await.unwrap();
    let (watch, before) = (Stopwatch::start(), window.pressed());
    window.type_code(&code).await.unwrap();
    window.on("home").await.unwrap();
    task(2, window.pressed() - before, watch.seconds()).unwrap();
    assert!(
        window.text("notices").await.unwrap().contains('1'),
        "one wrong code is told"
    );

    // Task 4: put in a paper and find it. The file chooser counts as one press more.
    let (watch, before) = (Stopwatch::start(), window.pressed());
    window.click("door-papers").await.unwrap();
    window.shoot("papers").await.unwrap();
    window.click("folder-7").await.unwrap();
    window.choose("add-file-input", &[&paper]).await.unwrap();
    window
        .until("added", |said| said.contains('1'))
        .await
        .unwrap();
    assert!(
        window
            .text("paper-0")
            .await
            .unwrap()
            .starts_with("Attestation CAF")
    );
    window.click("paper-0").await.unwrap();
    window
        .until_attribute("viewer", "data-state", "shown")
        .await
        .unwrap();
    task(4, window.pressed() - before + 1, watch.seconds()).unwrap();
    window.shoot("paper").await.unwrap();

    // A note, written and rewritten.
    window.click("back").await.unwrap();
    window.shoot("folder").await.unwrap();
    window.click("back").await.unwrap();
    window.click("folder-0").await.unwrap();
    window.click("add-note").await.unwrap();
    window.fill("note-name", "Ma note").await.unwrap();
    window.fill("note-text", "mardi 5 mai 2026").await.unwrap();
    window.click("note-keep").await.unwrap();
    window.on("folder").await.unwrap();
    window.click("paper-0").await.unwrap();
    window
        .until("paper-text", |said| said == "mardi 5 mai 2026")
        .await
        .unwrap();
    window.click("note-edit").await.unwrap();
    window
        .refill("note-text", "mercredi 6 mai 2026")
        .await
        .unwrap();
    window.click("note-keep").await.unwrap();
    window
        .until("paper-text", |said| said == "mercredi 6 mai 2026")
        .await
        .unwrap();

    // Task 6: leave.
    let watch = Stopwatch::start();
    window.leave().await.unwrap();
    task(6, 1, watch.seconds()).unwrap();

    // And everything is there again.
    let mut window = Window::home(&display, stick.path(), &code).await.unwrap();
    window.click("door-papers").await.unwrap();
    window.click("folder-0").await.unwrap();
    window.click("paper-0").await.unwrap();
    window
        .until("paper-text", |said| said == "mercredi 6 mai 2026")
        .await
        .unwrap();
    window.leave().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn pulling_the_stick_out_shuts_the_window_and_plugging_it_in_opens_it_again() {
    let world = World::start().await.unwrap();
    let mut volume = Volume::possible().then(|| Volume::mount().unwrap());
    let stick = match &volume {
        Some(volume) => volume.path(),
        None => world.folder().join("cle"),
    };
    world.stick_at(&stick, VoucherKind::Account).unwrap();
    let folder = key_core::stick::Folder::new(&stick);
    tests::world::first_opening(&folder, CODE).await.unwrap();
    let display = Display::start().unwrap();
    let mut window = Window::home(&display, &stick, CODE).await.unwrap();
    window.click("door-papers").await.unwrap();
    window.click("folder-0").await.unwrap();
    window.click("add-note").await.unwrap();
    window.fill("note-name", "Pas encore gardée").await.unwrap();
    window.mark().await.unwrap();

    match &mut volume {
        Some(volume) => volume.pull().unwrap(),
        None => std::fs::rename(&stick, stick.with_extension("out")).unwrap(),
    }
    window.find("locked-removed").await.unwrap();
    window.shoot("locked-removed").await.unwrap();
    let page = window
        .ask("return document.documentElement.outerHTML")
        .await
        .unwrap();
    assert!(!page.as_str().unwrap().contains("Pas encore gardée"));
    // The page started anew: nothing of the session is in its memory either.
    window.shut().await.unwrap();
    window.click("open-again").await.unwrap();
    window.on("no-stick").await.unwrap();

    match &mut volume {
        Some(volume) => volume.plug_in().unwrap(),
        None => std::fs::rename(stick.with_extension("out"), &stick).unwrap(),
    }
    window.click("try-again").await.unwrap();
    window.click("lang-ok").await.unwrap();
    window.type_code(CODE).await.unwrap();
    window.on("home").await.unwrap();

    // Once more, with an eye on the screen alone.
    window.mark().await.unwrap();
    let home = display.changed_from(&[]).unwrap();
    match &mut volume {
        Some(volume) => volume.pull().unwrap(),
        None => std::fs::rename(&stick, stick.with_extension("out")).unwrap(),
    }
    let watch = Stopwatch::start();
    while display.pixels().unwrap() == home {
        assert!(watch.seconds() < 30.0, "the screen still shows the space");
    }
    figure("locked_after_pull_ms", watch.seconds() * 1_000.0).unwrap();
    window.shut().await.unwrap();
    window.find("locked-removed").await.unwrap();
    window.leave().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_three_times_leaves_at_once_whatever_was_typed() {
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let display = Display::start().unwrap();
    let mut window = Window::home(&display, stick.path(), CODE).await.unwrap();
    window.click("door-papers").await.unwrap();
    window.click("folder-0").await.unwrap();
    window.click("add-note").await.unwrap();
    window.fill("note-name", "Un secret").await.unwrap();
    // "Fermer et partir" asks once, because the note is not kept; staying loses nothing.
    window.click("leave").await.unwrap();
    window.click("unsent-stay").await.unwrap();
    let kept = window
        .find("note-name")
        .await
        .unwrap()
        .prop("value")
        .await
        .unwrap();
    assert_eq!(kept.as_deref(), Some("Un secret"));
    for _ in 0..3 {
        // The third one may already find nobody.
        let _ = window.key(Key::Escape).await;
    }
    window.left().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_computers_language_comes_first_and_can_be_changed_at_any_time() {
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let display = Display::start().unwrap();
    let mut window = Window::speaking(&display, stick.path(), "en_GB.UTF-8")
        .await
        .unwrap();
    window
        .until("title", |said| said == "Choose your language")
        .await
        .unwrap();
    window.click("lang-ok").await.unwrap();
    window.type_code(CODE).await.unwrap();
    window.until("title", |said| said == "Hello").await.unwrap();
    window.click("settings").await.unwrap();
    window.click("settings-language").await.unwrap();
    window.click("lang-fr").await.unwrap();
    window.click("lang-ok").await.unwrap();
    window
        .until("title", |said| said == "Réglages")
        .await
        .unwrap();
    assert_eq!(
        window
            .ask("return document.documentElement.lang")
            .await
            .unwrap(),
        "fr"
    );
    window.leave().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_stick_holds_can_be_looked_at_and_searched() {
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    std::fs::write(stick.path().join("LISEZ-MOI.html"), "<h1>Bonjour</h1>").unwrap();
    key_core::contents::write_list(stick.path()).unwrap();
    let display = Display::start().unwrap();
    let mut window = Window::home(&display, stick.path(), CODE).await.unwrap();
    window.click("settings").await.unwrap();
    window.click("stick-contents").await.unwrap();
    let table = window.text("stick-table").await.unwrap();
    for name in [
        "cle-a.bin",
        "cle-b.bin",
        "repere-a.bin",
        "repere-b.bin",
        "LISEZ-MOI.html",
    ] {
        assert!(table.contains(name), "{name} in {table}");
    }
    window.fill("stick-search", "Samia").await.unwrap();
    window
        .until("stick-found", |said| said.contains('0'))
        .await
        .unwrap();
    window.shoot("stick").await.unwrap();
    window.find("stick-calm").await.unwrap();

    std::fs::write(stick.path().join("lettre.txt"), "Chère Samia").unwrap();
    window.click("back").await.unwrap();
    window.click("stick-contents").await.unwrap();
    window.find("stick-unlisted").await.unwrap();
    window.fill("stick-search", "samia").await.unwrap();
    window
        .until("stick-found", |said| said.contains('1'))
        .await
        .unwrap();
    window.leave().await.unwrap();
}
