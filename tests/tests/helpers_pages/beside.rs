//! Somebody beside the person: in sight on every screen, never in the way, and written down.

use key_core::help::{Deed, Posture};
use tests::{
    screen::{Chromium, Page, VIEWS, everywhere},
    world::{CODE, World, open},
};

#[tokio::test(flavor = "multi_thread")]
async fn somebody_beside_the_person_is_in_sight_and_written_down() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("aicha").await.unwrap();
    for (language, view, size) in everywhere() {
        let mut page = chromium.home(stick.path(), language, size).await.unwrap();
        page.click("door-helpers").await.unwrap();
        page.click("beside").await.unwrap();
        page.on("beside").await.unwrap();
        page.seen(&format!("beside {language} {view}"))
            .await
            .unwrap();
    }
    let mut page = chromium.home(stick.path(), "fr", VIEWS[0].1).await.unwrap();
    page.click("door-helpers").await.unwrap();
    page.click("beside").await.unwrap();
    page.refill("beside-who", "Amel, et une interprète")
        .await
        .unwrap();
    page.click("beside-ok").await.unwrap();
    page.on("home").await.unwrap();
    let said = page.told("beside-now").await.unwrap();
    assert!(
        said.contains("Amel") && said.contains("accompagne"),
        "{said}"
    );
    page.seen("home beside").await.unwrap();
    // One press changes how she helps, and what was before is written down.
    page.click("beside-now").await.unwrap();
    page.on("beside").await.unwrap();
    page.click("posture-teach").await.unwrap();
    page.on("home").await.unwrap();
    page.until("beside-now", |said| said.contains("forme"))
        .await
        .unwrap();
    page.click("beside-now").await.unwrap();
    page.click("beside-end").await.unwrap();
    page.on("home").await.unwrap();
    page.gone("beside-now").await.unwrap();
    page.click("door-helpers").await.unwrap();
    page.find("done-1").await.unwrap();
    let mut space = open(&stick, CODE).await.unwrap().space;
    let journal = space.journal().await.unwrap();
    let postures: Vec<_> = journal.iter().map(|done| done.posture).collect();
    assert_eq!(postures, [Some(Posture::Teach), Some(Posture::Accompany)]);
    let who = journal[0].words.as_deref();
    assert_eq!(
        (journal[0].deed, who),
        (Deed::Session, Some("Amel, et une interprète"))
    );
    // Whoever leaves while somebody helps leaves a line too.
    page.click("beside").await.unwrap();
    page.refill("beside-who", "Sami").await.unwrap();
    page.click("beside-ok").await.unwrap();
    page.on("home").await.unwrap();
    page.click("leave").await.unwrap();
    let left = async || {
        let mut space = open(&stick, CODE).await.unwrap().space;
        space.journal().await.unwrap().len()
    };
    for _ in 0..20 {
        if left().await == 3 {
            return;
        }
    }
    panic!("the last part was not written down");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_beside_takes_nobody_away_from_what_they_write() {
    let chromium = Chromium::start().await.unwrap();
    let mut world = World::start().await.unwrap();
    let (stick, _) = world.new_space("aicha").await.unwrap();
    let mut page = chromium.home(stick.path(), "fr", VIEWS[0].1).await.unwrap();
    page.click("door-helpers").await.unwrap();
    page.click("beside").await.unwrap();
    page.fill("beside-who", "Amel").await.unwrap();
    page.click("beside-ok").await.unwrap();
    page.on("home").await.unwrap();
    page.click("door-papers").await.unwrap();
    page.click("folder-3").await.unwrap();
    page.click("add-note").await.unwrap();
    page.fill("note-name", "Docteur").await.unwrap();
    // What is not kept yet is asked about first.
    page.click("beside-now").await.unwrap();
    page.find("unsent-dialog").await.unwrap();
    page.click("unsent-stay").await.unwrap();
    page.gone("unsent-dialog").await.unwrap();
    let written = "return document.querySelector('[data-test=note-name]').value";
    assert_eq!(page.ask(written).await.unwrap(), "Docteur");
    page.click("beside-now").await.unwrap();
    page.click("unsent-leave").await.unwrap();
    page.on("beside").await.unwrap();
    page.click("back").await.unwrap();
    page.on("new-note").await.unwrap();
    page.click("back").await.unwrap();
    page.on("folder").await.unwrap();
    // A change leads back to where it was made, and so does the end.
    page.click("beside-now").await.unwrap();
    assert_eq!(chosen(&page).await, "accompany");
    page.click("posture-teach").await.unwrap();
    page.on("folder").await.unwrap();
    page.click("beside-now").await.unwrap();
    assert_eq!(chosen(&page).await, "teach");
    // A change that did not happen is not shown as one.
    world.stop().await;
    page.click("posture-do").await.unwrap();
    page.until("beside-trouble", |said| said.contains("portail"))
        .await
        .unwrap();
    assert_eq!(chosen(&page).await, "teach");
    world.restart().await.unwrap();
    page.click("beside-end").await.unwrap();
    page.on("folder").await.unwrap();
    page.gone("beside-now").await.unwrap();
    page.close().await.unwrap();
}

/// How somebody helps, as the screen shows it.
async fn chosen(page: &Page) -> String {
    let radio = "return document.querySelector('[name=posture]:checked').value";
    let found = page.ask(radio).await.unwrap();
    found.as_str().unwrap_or_default().to_owned()
}
