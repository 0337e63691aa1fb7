//! Somebody beside the person: in sight on every screen, never in the way, and written down.

use key_core::help::{Deed, Posture};
use tests::{
    screen::{Chromium, VIEWS, everywhere},
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
    page.on("helpers").await.unwrap();
    page.find("done-1").await.unwrap();
    page.gone("beside-now").await.unwrap();
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
