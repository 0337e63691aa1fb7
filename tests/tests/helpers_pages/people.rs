//! What a helper calls somebody: shown to them alone, wherever they help.

use super::{CODE, Chromium, Rights, Role, System, Two, VIEWS, certified, everywhere, open};
use fantoccini::key::Key;
use key_core::sheets::{Byname, person_key};
use wire::folder::Folder;

const NAME: &str = "Aïcha N.";
const CALLED: &str = "La dame du mardi";

#[tokio::test(flavor = "multi_thread")]
async fn a_helper_calls_a_person_by_a_name_of_their_own() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    two.give_as(&[Folder::Argent], Rights::Act).await;
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let mut page = chromium
            .home(two.helper.path(), language, size)
            .await
            .unwrap();
        page.click("door-people").await.unwrap();
        page.until("person-0", |said| said.contains(NAME))
            .await
            .unwrap();
        page.click("person-0").await.unwrap();
        page.click("byname").await.unwrap();
        page.find("byname-dialog").await.unwrap();
        page.seen(&at("byname-dialog")).await.unwrap();
        page.fill("byname-field", CALLED).await.unwrap();
        page.click("byname-ok").await.unwrap();
        page.gone("byname-dialog").await.unwrap();
        page.until("title", |said| said.contains(CALLED) && said.contains(NAME))
            .await
            .unwrap();
        page.seen(&at("person called")).await.unwrap();
        page.click("theme-7").await.unwrap();
        page.find("paper-0").await.unwrap();
        page.until("person-of", |said| said.contains(CALLED))
            .await
            .unwrap();
        page.click("back").await.unwrap();
        page.until("title", |said| said.contains(CALLED))
            .await
            .unwrap();
        page.click("back").await.unwrap();
        page.until("person-0", |said| said.contains(CALLED))
            .await
            .unwrap();
        page.seen(&at("people called")).await.unwrap();
        page.close().await.unwrap();

        // On another computer too; and nothing of it once it is left empty.
        let mut page = chromium
            .home(two.helper.path(), language, size)
            .await
            .unwrap();
        page.click("door-people").await.unwrap();
        page.until("person-0", |said| said.contains(CALLED))
            .await
            .unwrap();
        page.click("person-0").await.unwrap();
        page.click("byname").await.unwrap();
        let erased = Key::Backspace.repeat(CALLED.len());
        page.fill("byname-field", &erased).await.unwrap();
        page.click("byname-ok").await.unwrap();
        page.until("title", |said| said == NAME).await.unwrap();
        page.close().await.unwrap();
    }
    let space = open(&two.helper, CODE).await.unwrap().space;
    assert!(space.sheet::<Byname>().await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_helper_calls_people_is_no_paper_and_nobody_elses() {
    let two = Two::meet().await;
    two.give_as(&[Folder::Argent], Rights::See).await;
    let (_, bruno) = certified(&two.world, "bruno", "Bruno", Role::Mediator).await;
    let mut space = open(&two.helper, CODE).await.unwrap().space;
    let key = person_key(&bruno.account);
    let called = Some(Byname(CALLED.to_owned()));
    let sheet = space
        .note_down(&key, called, &mut System::new())
        .await
        .unwrap();
    assert_eq!(sheet.get(&key).map(|byname| &*byname.0), Some(CALLED));
    assert!(space.list(Folder::Private).is_empty());
    // It belongs to somebody else: it goes along in no export.
    let mut zip = std::io::Cursor::new(Vec::new());
    let today = space.today(&jiff::tz::TimeZone::UTC);
    let exported = space
        .export(&mut zip, true, today, |_, _| {})
        .await
        .unwrap();
    assert_eq!((exported.papers, exported.missing), (0, 0));
    let zip = zip.into_inner();
    let found = |words: &[u8]| zip.windows(words.len()).any(|part| part == words);
    assert!(!found(CALLED.as_bytes()) && !found(bruno.account.to_hex().as_bytes()));
    // The window refuses what is no name.
    let chromium = Chromium::start().await.unwrap();
    let page = chromium
        .home(two.helper.path(), "fr", VIEWS[0].1)
        .await
        .unwrap();
    let long = "const [of, byname, done] = arguments; \
        window.__TAURI_INTERNALS__.invoke('call_person', { of, byname }) \
        .then(() => done('kept'), (refusal) => done(refusal.kind))";
    for (of, name, answer) in [
        (bruno.account.to_hex(), "a".repeat(61), "tooLarge"),
        (
            bruno.account.to_hex(),
            "deux\nlignes".to_owned(),
            "tooLarge",
        ),
        ("..".to_owned(), "Bruno".to_owned(), "gone"),
        (bruno.account.to_hex(), "é".repeat(60), "kept"),
    ] {
        let said = page
            .client()
            .execute_async(long, vec![of.into(), name.into()])
            .await
            .unwrap();
        assert_eq!(said, answer);
    }
    page.close().await.unwrap();
}
