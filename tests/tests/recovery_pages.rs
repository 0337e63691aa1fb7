//! The way back in, in Chromium, on the real commands, a real portal and real sticks: who keeps a share, a new
//! card, and a request that was not the person's.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::{
    Stick,
    help::Role,
    recovery::{Ending, Progress},
};
use tests::{
    helpers::another_structure,
    recovering::{Home, ask},
    screen::{Chromium, Page, VIEWS, everywhere},
    world::{CODE, World, open},
};
use wire::{elsewhere::StructureNumber, random::System};

async fn settled(page: &mut Page) {
    page.click("settings").await.unwrap();
    page.click("settings-others").await.unwrap();
    page.click("recovery").await.unwrap();
    page.on("recovery").await.unwrap();
    page.find("holders-choose").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn holders_are_chosen_on_screens_for_everybody() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (_, amel) = world.new_space("amel").await.unwrap();
    let (_, omar) = world.new_space("omar").await.unwrap();
    for (made, name, role) in [
        (&amel, "Amel B.", Role::SocialWorker),
        (&omar, "Omar D.", Role::Officer),
    ] {
        let space = &made.opened.space;
        world.certify(space, name, role).await.unwrap();
    }
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let name = format!("lina-{}", at("").replace(' ', "-"));
        let (person, _) = world.new_space(&name).await.unwrap();
        let mut page = chromium.home(person.path(), language, size).await.unwrap();
        settled(&mut page).await;
        page.find("holders-none").await.unwrap();
        page.seen(&at("recovery none")).await.unwrap();
        page.click("holders-choose").await.unwrap();
        page.on("holders").await.unwrap();
        page.find("helper-0").await.unwrap();
        page.click("helper-0").await.unwrap();
        page.find("holders-one").await.unwrap();
        page.click("helper-1").await.unwrap();
        page.gone("holders-one").await.unwrap();
        page.seen(&at("holders")).await.unwrap();
        page.click("holders-go-on").await.unwrap();
        page.on("holders-code").await.unwrap();
        page.fill("holders-label", "La dame au chien")
            .await
            .unwrap();
        // A wrong code chooses nobody.
        page.fill("code-field", "999999").await.unwrap();
        page.click("holders-ok").await.unwrap();
        page.told("holders-trouble").await.unwrap();
        page.gone("busy").await.unwrap();
        page.seen(&at("holders-code")).await.unwrap();
        page.fill("code-field", CODE).await.unwrap();
        page.click("holders-ok").await.unwrap();
        page.on("recovery").await.unwrap();
        page.find("holder-1").await.unwrap();
        page.until("holders-label", |said| said.contains("La dame au chien"))
            .await
            .unwrap();
        page.seen(&at("recovery")).await.unwrap();
        page.close().await.unwrap();
        let mut space = open(&person, CODE).await.unwrap().space;
        let arranged = space.recovery().await.unwrap();
        let names: Vec<_> = arranged.holders.iter().map(|kept| &*kept.name).collect();
        assert_eq!(names.len(), 2);
        assert!(names.contains(&"Amel B.") && names.contains(&"Omar D."));
    }
    // Both know everybody by the words that were typed.
    let held = amel.opened.space.held().await.unwrap();
    assert_eq!(held.len(), everywhere().count());
    assert!(held.iter().all(|held| held.label() == "La dame au chien"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_holder_is_found_by_number_and_one_alone_is_said_to_be_one() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (_, amel) = world.new_space("amel").await.unwrap();
    let space = &amel.opened.space;
    world
        .certify(space, "Amel B.", Role::Mediator)
        .await
        .unwrap();
    let (person, _) = world.new_space("lina").await.unwrap();
    let mut page = chromium
        .home(person.path(), "fr", VIEWS[0].1)
        .await
        .unwrap();
    settled(&mut page).await;
    page.click("holders-choose").await.unwrap();
    page.click("give-number").await.unwrap();
    page.fill("give-number-field", "2222-2222").await.unwrap();
    page.click("give-number-find").await.unwrap();
    page.until("give-trouble", |said| said.contains("numéro"))
        .await
        .unwrap();
    let number = space.helper_number().to_string();
    page.refill("give-number-field", &number).await.unwrap();
    page.click("give-number-find").await.unwrap();
    page.find("holders-one").await.unwrap();
    page.click("holders-go-on").await.unwrap();
    page.fill("holders-label", "Lina").await.unwrap();
    page.fill("code-field", CODE).await.unwrap();
    page.click("holders-ok").await.unwrap();
    page.until("holder-0", |said| said.contains("22 novembre 2026"))
        .await
        .unwrap();
    page.close().await.unwrap();
    let held = space.held().await.unwrap();
    assert_eq!(held.len(), 1);
    assert_eq!(held[0].label(), "Lina");
}

/// Nobody here has the number: the number of another structure is asked for, and leads to its keeper.
#[tokio::test(flavor = "multi_thread")]
async fn a_holder_of_another_structure_is_found_by_two_numbers() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (_, omar) = world.new_space("omar").await.unwrap();
    let omar = omar.opened.space;
    let other = another_structure();
    let helper = world.certify(&omar, "Omar D.", Role::Officer).await;
    let helper = helper.unwrap();
    world.vouched(&other, &helper).unwrap();
    world.stop_helper(&helper).unwrap();
    let structure = StructureNumber::of(&other.public().root.fingerprint()).to_string();
    let number = omar.helper_number().to_string();
    for (at, (language, view, size)) in everywhere().enumerate() {
        let (person, _) = world.new_space(&format!("lina-{at}")).await.unwrap();
        let mut page = chromium.home(person.path(), language, size).await.unwrap();
        settled(&mut page).await;
        page.click("holders-choose").await.unwrap();
        // Nobody helps here, so the field stands open at once.
        page.find("give-nobody").await.unwrap();
        page.fill("give-number-field", &number).await.unwrap();
        page.click("give-number-find").await.unwrap();
        page.find("give-structure-field").await.unwrap();
        page.seen(&format!("holders elsewhere {language} {view}"))
            .await
            .unwrap();
        page.fill("give-structure-field", &structure).await.unwrap();
        page.click("give-number-find").await.unwrap();
        page.find("holders-one").await.unwrap();
        page.click("holders-go-on").await.unwrap();
        page.fill("holders-label", "Lina").await.unwrap();
        page.fill("code-field", CODE).await.unwrap();
        page.click("holders-ok").await.unwrap();
        page.find("holder-0").await.unwrap();
        page.close().await.unwrap();
    }
    assert_eq!(omar.held().await.unwrap().len(), everywhere().count());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_card_is_read_back_and_the_old_one_is_dead() {
    let chromium = Chromium::start().await.unwrap();
    let arranged = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let mut newest = arranged.card.clone();
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let mut page = chromium
            .home(arranged.stick.path(), language, size)
            .await
            .unwrap();
        settled(&mut page).await;
        page.click("card-anew").await.unwrap();
        page.on("new-card").await.unwrap();
        page.seen(&at("new-card")).await.unwrap();
        page.fill("code-field", CODE).await.unwrap();
        page.click("new-card-ok").await.unwrap();
        page.on("card").await.unwrap();
        page.find("card-old").await.unwrap();
        page.seen(&at("card again")).await.unwrap();
        let code = page.text("card-code").await.unwrap();
        assert_ne!(code, newest);
        page.click("card-have").await.unwrap();
        // The old one is not the one that was made.
        page.fill("card-field", &newest).await.unwrap();
        page.click("card-ok").await.unwrap();
        page.told("card-trouble").await.unwrap();
        page.refill("card-field", &code).await.unwrap();
        page.click("card-ok").await.unwrap();
        page.on("home").await.unwrap();
        page.close().await.unwrap();
        newest = code;
    }
    let stick = Stick::new(arranged.stick.clone());
    let card = arranged.card().unwrap();
    let dead = key_core::recovery::suspend_by_card(&stick, &card, true).await;
    assert!(matches!(dead, Err(key_core::Trouble::CardUnknown)));
    let mut space = open(&arranged.stick, CODE).await.unwrap().space;
    assert_eq!(space.recovery().await.unwrap().holders.len(), 2);
    arranged.is_whole(&space).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_did_not_ask_refuses_from_home() {
    let chromium = Chromium::start().await.unwrap();
    let arranged = Home::arranged(World::start().await.unwrap()).await.unwrap();
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let name = format!("found{}", at("").replace(' ', "-"));
        let found = arranged.new_stick(&name).unwrap();
        let mut asking = ask(&found, arranged.card()).await.unwrap();
        let mut page = chromium
            .home(arranged.stick.path(), language, size)
            .await
            .unwrap();
        page.find("asked").await.unwrap();
        page.seen(&at("home asked")).await.unwrap();
        page.click("veto").await.unwrap();
        page.find("veto-dialog").await.unwrap();
        page.seen(&at("veto-dialog")).await.unwrap();
        page.click("veto-yes").await.unwrap();
        page.told("veto-news").await.unwrap();
        page.gone("asked").await.unwrap();
        page.accessible(&at("home vetoed")).await.unwrap();
        page.close().await.unwrap();
        let ended = asking.look(&mut System::new()).await.unwrap().progress;
        assert_eq!(ended, Progress::Ended(Ending::Vetoed));
    }
}
