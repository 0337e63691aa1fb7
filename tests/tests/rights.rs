//! What a person may take along or end, in Chromium, on the real commands, a real portal and a real stick.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use fantoccini::Locator;
use tests::{
    publisher::{Closing, Publisher, catalogue_with},
    screen::{Chromium, VIEWS, everywhere},
    world::{CODE, OTHER_CODE, TODAY, World, open},
};
use wire::{folder::Folder, structure::VoucherKind};

#[tokio::test(flavor = "multi_thread")]
async fn a_space_is_deleted_and_taken_back_by_who_knows_what_it_means() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    for (language, view, size) in everywhere() {
        let mut page = chromium.open(stick.path(), size).await.unwrap();
        let at = |screen: &str| format!("{screen} {language} {view}");
        page.enter(language, CODE).await.unwrap();
        page.on("home").await.unwrap();
        page.click("settings").await.unwrap();
        page.click("rights").await.unwrap();
        page.accessible(&at("rights")).await.unwrap();
        page.click("delete-space").await.unwrap();
        page.accessible(&at("delete-space")).await.unwrap();
        page.shoot(&at("delete-space")).await.unwrap();
        page.click("delete-go-on").await.unwrap();
        page.accessible(&at("delete-space code")).await.unwrap();
        page.fill("code-field", OTHER_CODE).await.unwrap();
        page.click("delete-ok").await.unwrap();
        page.until("delete-trouble", |said| said.contains('9'))
            .await
            .unwrap();
        page.fill("code-field", CODE).await.unwrap();
        page.click("delete-ok").await.unwrap();
        // The tests' clock stands at the first second of 22 November: the 28th is the last whole day.
        page.until("deleting", |said| said.contains("28"))
            .await
            .unwrap();
        page.accessible(&at("deleting")).await.unwrap();
        page.click("leave").await.unwrap();
        page.close().await.unwrap();
        // The next opening, anywhere, says it before anything else, and takes it back.
        let mut page = chromium.open(stick.path(), size).await.unwrap();
        page.enter(language, CODE).await.unwrap();
        page.on("deleting").await.unwrap();
        page.click("deleting-keep").await.unwrap();
        page.on("home").await.unwrap();
        page.close().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn dates_go_into_another_calendar_after_a_warning() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let mut page = chromium.open(stick.path(), VIEWS[0].1).await.unwrap();
    page.enter("fr", CODE).await.unwrap();
    page.click("door-dates").await.unwrap();
    page.find("dates-none").await.unwrap();
    assert!(!page.has("dates-save").await.unwrap(), "nothing to save");
    page.click("add-date").await.unwrap();
    page.fill("date-title", "Docteur, Lyon").await.unwrap();
    page.fill("date-day", "25").await.unwrap();
    page.pick("date-hour", "570").await.unwrap();
    page.click("date-keep").await.unwrap();
    page.click("dates-save").await.unwrap();
    page.find("save-dialog").await.unwrap();
    page.accessible("save-dialog").await.unwrap();
    page.click("save-ok").await.unwrap();
    page.until("dates-news", |said| said.contains("enregistré"))
        .await
        .unwrap();
    let written = std::fs::read_to_string(chromium.saved("mes-dates.ics")).unwrap();
    assert!(written.contains("SUMMARY:Docteur\\, Lyon"), "{written}");
    assert!(written.contains("DTSTART:20261125T093000"), "{written}");
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_taken_along_and_put_back_at_another_portal() {
    let chromium = Chromium::start().await.unwrap();
    let here = World::start().await.unwrap();
    let (stick, mut made) = here.new_space("cle").await.unwrap();
    let random = &mut wire::random::System::new();
    let space = &mut made.opened.space;
    space
        .put_note(Folder::Argent, "RIB", "FR76", random)
        .await
        .unwrap();
    drop(made);
    let mut page = chromium.open(stick.path(), VIEWS[0].1).await.unwrap();
    page.enter("fr", CODE).await.unwrap();
    page.click("settings").await.unwrap();
    page.click("rights").await.unwrap();
    // Nothing is there yet that could be put back.
    page.click("import").await.unwrap();
    page.click("import-ok").await.unwrap();
    page.until("rights-news", |said| said.contains("paquet"))
        .await
        .unwrap();
    page.click("export").await.unwrap();
    page.find("export-dialog").await.unwrap();
    page.accessible("export-dialog").await.unwrap();
    page.click("export-ok").await.unwrap();
    page.until("rights-news", |said| said.contains("1 papier"))
        .await
        .unwrap();
    page.close().await.unwrap();
    assert!(chromium.saved("mon-espace.zip").is_file());

    let there = World::start().await.unwrap();
    let (stick, made) = there.new_space("cle").await.unwrap();
    drop(made);
    let mut page = chromium.open(stick.path(), VIEWS[0].1).await.unwrap();
    page.enter("fr", CODE).await.unwrap();
    page.click("settings").await.unwrap();
    page.click("rights").await.unwrap();
    for count in ["1 papier", "déjà"] {
        page.click("import").await.unwrap();
        page.click("import-ok").await.unwrap();
        page.until("rights-news", |said| said.contains(count))
            .await
            .unwrap();
    }
    for _ in 0..2 {
        page.click("back").await.unwrap();
    }
    page.click("door-papers").await.unwrap();
    page.until("folder-7", |said| said.contains('1'))
        .await
        .unwrap();
    page.click("folder-7").await.unwrap();
    page.click("paper-0").await.unwrap();
    page.until("paper-text", |said| said == "FR76")
        .await
        .unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn help_names_the_structure_and_steps_show_what_it_published() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    drop(made);
    let publisher = Publisher::of(&world.structure, wire::Realm::Prod, TODAY);
    let catalogue = catalogue_with(|_| {}).unwrap();
    publisher.publish(&world, Some(&catalogue)).unwrap();
    for (language, view, size) in everywhere() {
        let mut page = chromium.open(stick.path(), size).await.unwrap();
        page.speak(language).await.unwrap();
        // Before any code: whoever forgot it finds the number.
        page.click("help").await.unwrap();
        page.until("help-structure", |said| said.contains("01 99 00 12 34"))
            .await
            .unwrap();
        page.accessible(&format!("help structure {language} {view}"))
            .await
            .unwrap();
        page.click("help-close").await.unwrap();
        page.click("lang-ok").await.unwrap();
        page.type_code(CODE).await.unwrap();
        page.click("door-steps").await.unwrap();
        page.fill("steps-search", "permanence").await.unwrap();
        let found = Locator::Css("[data-test=service-0][data-service=maison-des-droits]");
        page.client().wait().for_element(found).await.unwrap();
        page.close().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_structure_that_closes_says_so_on_home_and_where_a_space_would_begin() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let late = world.stick("late", VoucherKind::Account).unwrap();
    let publisher = Publisher::of(&world.structure, wire::Realm::Prod, TODAY);
    publisher.publish(&world, None).unwrap();
    let closing = Closing {
        on: TODAY + 120 * 86_400,
        message: "La mairie continue : 3 rue des Lilas.".into(),
    };
    publisher.close(&world, closing).unwrap();
    for (language, view, size) in everywhere() {
        let mut page = chromium.home(stick.path(), language, size).await.unwrap();
        // The tests' clock stands at the first second of 22 November: 120 days later it is the 22nd of March.
        page.until("closing", |said| {
            said.contains("Lilas") && said.contains("21")
        })
        .await
        .unwrap();
        page.seen(&format!("home closing {language} {view}"))
            .await
            .unwrap();
        page.click("closing-take").await.unwrap();
        page.on("rights").await.unwrap();
        page.close().await.unwrap();
    }
    let mut page = chromium.open(late.path(), VIEWS[0].1).await.unwrap();
    page.speak("fr").await.unwrap();
    page.click("lang-ok").await.unwrap();
    let shown = page.text("first-code").await.unwrap();
    let code: String = shown.chars().filter(char::is_ascii_digit).collect();
    for _ in 0..2 {
        page.type_code(&code).await.unwrap();
    }
    page.until("code-trouble", |said| said.contains("ferme bientôt"))
        .await
        .unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_photo_was_taken_never_reaches_the_space() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    drop(made);
    let photo = world.folder().join("photo.png");
    std::fs::write(&photo, a_photo("Place Bellecour")).unwrap();
    let mut page = chromium.open(stick.path(), VIEWS[0].1).await.unwrap();
    page.enter("fr", CODE).await.unwrap();
    page.click("door-papers").await.unwrap();
    page.click("folder-2").await.unwrap();
    page.choose("add-file-input", &[&photo]).await.unwrap();
    page.find("added").await.unwrap();
    page.click("paper-0").await.unwrap();
    page.until_attribute("viewer", "data-state", "shown")
        .await
        .unwrap();
    page.close().await.unwrap();
    let space = open(&stick, CODE).await.unwrap().space;
    let kept = space.list(Folder::Famille);
    let bytes = space.read(Folder::Famille, kept[0].id).await.unwrap();
    assert!(bytes.starts_with(b"\x89PNG"));
    assert!(memchr::memmem::find(&bytes, b"Bellecour").is_none());
}

/// A picture that says where it was taken.
fn a_photo(place: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 8, 8);
    encoder.set_color(png::ColorType::Grayscale);
    encoder
        .add_text_chunk("Location".to_owned(), place.to_owned())
        .unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[127; 64]).unwrap();
    writer.finish().unwrap();
    assert!(memchr::memmem::find(&bytes, place.as_bytes()).is_some());
    bytes
}
