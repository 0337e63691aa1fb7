//! The notebook of a structure: who has which number, in its own space alone.

use super::{CODE, Chromium, System, Two, everywhere, open};
use key_core::sheets::{Lent, Loan, loan_key};

const NAME: &str = "Fatima B.";

#[tokio::test(flavor = "multi_thread")]
async fn who_has_a_number_is_written_found_changed_and_taken_out() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let mut page = chromium
            .home(two.helper.path(), language, size)
            .await
            .unwrap();
        page.click("door-people").await.unwrap();
        page.click("to-notebook").await.unwrap();
        page.find("notebook-none").await.unwrap();
        page.seen(&at("notebook empty")).await.unwrap();
        for (kind, number, name) in [("stick", "41", NAME), ("phone", "7", "Omar")] {
            page.click("notebook-add").await.unwrap();
            page.find("loan-name").await.unwrap();
            if name == NAME {
                page.seen(&at("loan new")).await.unwrap();
                page.fill("loan-name", name).await.unwrap();
                page.click("loan-keep").await.unwrap();
                page.find("loan-trouble").await.unwrap();
                page.fill("loan-number", number).await.unwrap();
            } else {
                page.click(&format!("loan-{kind}")).await.unwrap();
                page.fill("loan-number", number).await.unwrap();
                page.fill("loan-name", name).await.unwrap();
            }
            page.click("loan-keep").await.unwrap();
            page.find("loan-0").await.unwrap();
        }
        // A number that has a name keeps it.
        page.click("notebook-add").await.unwrap();
        page.fill("loan-number", "041").await.unwrap();
        page.fill("loan-name", "Paul").await.unwrap();
        page.click("loan-keep").await.unwrap();
        page.until("loan-trouble", |said| !said.is_empty())
            .await
            .unwrap();
        page.click("back").await.unwrap();
        page.click("unsent-leave").await.unwrap();
        page.find("loan-1").await.unwrap();
        page.seen(&at("notebook")).await.unwrap();
        // By number, by name, by what nobody has.
        for (words, first) in [("41", NAME), ("omar", "Omar")] {
            page.refill("notebook-find", words).await.unwrap();
            page.until("loan-0", |said| said.contains(first))
                .await
                .unwrap();
            page.gone("loan-1").await.unwrap();
        }
        page.refill("notebook-find", "999").await.unwrap();
        page.until("notebook-unfound", |said| !said.is_empty())
            .await
            .unwrap();
        page.refill("notebook-find", "fatima").await.unwrap();
        page.until("loan-0", |said| said.contains("41") && said.contains(NAME))
            .await
            .unwrap();
        page.click("notebook-save").await.unwrap();
        page.until("notebook-news", |said| !said.is_empty())
            .await
            .unwrap();
        let table = std::fs::read_to_string(chromium.saved("carnet.csv")).unwrap();
        assert!(table.contains("\"Clé\";\"41\";\"Fatima B.\""), "{table}");
        page.click("loan-0").await.unwrap();
        page.find("loan-number").await.unwrap();
        page.seen(&at("loan")).await.unwrap();
        page.fill("loan-note", "rend en mars").await.unwrap();
        page.click("loan-keep").await.unwrap();
        page.until("loan-1", |said| said.contains(NAME))
            .await
            .unwrap();
        for _ in 0..2 {
            page.click("loan-0").await.unwrap();
            page.click("loan-remove").await.unwrap();
            page.click("remove-yes").await.unwrap();
            page.find("notebook-add").await.unwrap();
        }
        page.find("notebook-none").await.unwrap();
        page.close().await.unwrap();
    }
}

/// The portal keeps the notebook, and no byte of it says a name; it is no paper and goes along in no export.
#[tokio::test(flavor = "multi_thread")]
async fn no_name_of_the_notebook_reaches_the_portal() {
    let two = Two::meet().await;
    let mut space = open(&two.helper, CODE).await.unwrap().space;
    let key = loan_key(Lent::Stick, 41).unwrap();
    let loan = Loan {
        name: NAME.to_owned(),
        note: None,
        since: 7,
    };
    space
        .note_down(&key, Some(loan), &mut System::new())
        .await
        .unwrap();
    assert!(space.list(wire::folder::Folder::Private).is_empty());
    let mut zip = std::io::Cursor::new(Vec::new());
    let today = space.today(&jiff::tz::TimeZone::UTC);
    let exported = space
        .export(&mut zip, true, today, |_, _| {})
        .await
        .unwrap();
    assert_eq!((exported.papers, exported.missing), (0, 0));
    let mut searched = 0;
    let mut folders = vec![two.world.data()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if !path.is_file() {
                // Where the commands beside the portal speak to it.
                continue;
            }
            let bytes = std::fs::read(path).unwrap();
            let name = NAME.as_bytes();
            assert!(!bytes.windows(name.len()).any(|part| part == name));
            searched += 1;
        }
    }
    assert!(searched > 3, "{searched}");
    // Another stick of the space, another computer: it is there.
    let again = open(&two.helper, CODE).await.unwrap().space;
    let kept = again.sheet::<Loan>().await.unwrap();
    assert_eq!(kept.get(&key).map(|loan| &*loan.name), Some(NAME));
}
