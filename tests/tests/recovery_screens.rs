//! Two screens at once in Chromium, on the real commands and a real portal: a code is forgotten or a stick is
//! lost, holders recognise the person, and the space is open with everything in it.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use fantoccini::key::Key;
use key_core::{
    Stick, Trouble,
    recovery::{Ending, Progress, RecoveryStage},
    stick::Folder as Medium,
};
use tests::{
    lying::{
        cut::{Lost, cut},
        liar::Liar,
    },
    recovering::{Home, LABEL, ask},
    screen::{Browser, Chromium, Page, VIEWS, everywhere},
    world::{CODE, World, open},
};
use wire::{folder::Folder, random::System};

const DAY: u64 = 86_400;

/// The stick of a holder, which lies beside the others.
fn holder(home: &Home, name: &str) -> Medium {
    Medium::new(home.world.folder().join(name))
}

async fn people(
    chromium: &Chromium,
    stick: &Medium,
    language: &str,
    size: (u32, u32, u32),
) -> Browser {
    let mut page = chromium.home(stick.path(), language, size).await.unwrap();
    page.click("door-people").await.unwrap();
    page.until("held-0", |said| said.contains(LABEL))
        .await
        .unwrap();
    page
}

/// Takes the code that the screen proposes, twice, and the request is on its way. Answers with the code.
async fn new_code(page: &mut Page) -> String {
    let code = choose_code(page).await;
    page.on("asking").await.unwrap();
    code
}

async fn choose_code(page: &mut Page) -> String {
    page.on("ask-code").await.unwrap();
    let shown = page
        .until("first-code", |said| digits(said).len() == 6)
        .await
        .unwrap();
    let code = digits(&shown);
    page.type_code(&code).await.unwrap();
    page.find("code-see-again").await.unwrap();
    page.type_code(&code).await.unwrap();
    code
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

async fn with_card(page: &mut Page, card: &str) {
    page.on("ask-card").await.unwrap();
    page.fill("card-field", card).await.unwrap();
    page.click("ask-card").await.unwrap();
}

/// Both look at their five pictures, which are the same.
async fn compare(person: &Page, helper: &mut Page) {
    helper.click("held-compare").await.unwrap();
    helper.find("compared").await.unwrap();
    person.find("compared").await.unwrap();
    assert_eq!(shown(person).await, shown(helper).await);
    assert_eq!(
        person.text("compared").await.unwrap(),
        helper.text("compared").await.unwrap()
    );
    // Whoever does not see the screen hears that there is something to compare.
    for page in [person, helper] {
        page.told("said").await.unwrap();
    }
}

/// The screen reader is told.
async fn said(page: &Page, words: &str) {
    page.until("said", |said| said.contains(words))
        .await
        .unwrap();
}

async fn shown(page: &Page) -> String {
    let numbers = "return document.querySelector('[data-test=compared]').dataset.pictures";
    page.ask(numbers)
        .await
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

async fn recognise(helper: &mut Page) {
    helper.click("compare-same").await.unwrap();
    helper.click("held-approve").await.unwrap();
    helper.on("held").await.unwrap();
    helper.find("held-approved").await.unwrap();
}

async fn state(page: &Page, state: &str) {
    page.until_attribute("asking", "data-state", state)
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_stick_is_replaced_on_screens_for_everybody() {
    let chromium = Chromium::start().await.unwrap();
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let new = home.new_stick(&format!("new-{language}-{view}")).unwrap();
        let mut person = chromium.open(new.path(), size).await.unwrap();
        person.speak(language).await.unwrap();
        person.click("lang-ok").await.unwrap();
        person.on("ask-card").await.unwrap();
        person.seen(&at("ask-card")).await.unwrap();
        // What is no card is said before anything is chosen.
        person.fill("card-field", "AAAA").await.unwrap();
        person.click("ask-card").await.unwrap();
        person.told("ask-trouble").await.unwrap();
        person.refill("card-field", "").await.unwrap();
        with_card(&mut person, &home.card).await;
        let code = new_code(&mut person).await;
        state(&person, "meeting").await;
        person.seen(&at("asking")).await.unwrap();

        let mut helper = people(&chromium, &holder(&home, "amel"), language, size).await;
        helper.seen(&at("people asked")).await.unwrap();
        helper.click("held-0").await.unwrap();
        helper.find("held-compare").await.unwrap();
        helper.seen(&at("held")).await.unwrap();
        compare(&person, &mut helper).await;
        person.seen(&at("asking compare")).await.unwrap();
        helper.seen(&at("compare")).await.unwrap();
        helper.click("compare-same").await.unwrap();
        helper.seen(&at("compare same")).await.unwrap();
        helper.click("held-approve").await.unwrap();
        helper.find("held-approved").await.unwrap();
        helper.seen(&at("held approved")).await.unwrap();
        helper.close().await.unwrap();

        state(&person, "ready").await;
        person.seen(&at("asking ready")).await.unwrap();
        person.click("ask-open").await.unwrap();
        person.on("home").await.unwrap();
        person.click("door-papers").await.unwrap();
        person
            .click(&format!("folder-{}", Folder::Argent.code()))
            .await
            .unwrap();
        person
            .until("paper-0", |said| said.contains("Avis"))
            .await
            .unwrap();
        person.close().await.unwrap();
        let again = open(&new, &code).await.unwrap();
        home.is_whole(&again.space).await.unwrap();
    }
    let lost = open(&home.stick, CODE).await.unwrap_err();
    assert!(matches!(lost, Trouble::Revoked), "{lost}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_code_is_replaced_on_the_same_stick() {
    let chromium = Chromium::start().await.unwrap();
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let size = VIEWS[0].1;
    // Before anybody has prepared the stick, the code screen says what to do.
    let mut person = chromium.open(home.stick.path(), size).await.unwrap();
    person.click("lang-ok").await.unwrap();
    person.click("code-forgotten").await.unwrap();
    person.find("forgotten-dialog").await.unwrap();
    assert!(!person.has("ask-begin").await.unwrap());
    person.seen("forgotten").await.unwrap();
    person.close().await.unwrap();

    home.prepare_own().unwrap();
    let mut person = chromium.open(home.stick.path(), size).await.unwrap();
    person.click("lang-ok").await.unwrap();
    person.click("code-forgotten").await.unwrap();
    person.seen("forgotten prepared").await.unwrap();
    person.click("ask-begin").await.unwrap();
    with_card(&mut person, &home.card).await;
    let code = new_code(&mut person).await;
    let mut helper = people(&chromium, &holder(&home, "omar"), "fr", size).await;
    helper.click("held-0").await.unwrap();

    // The program is shut and opened again: the request waits with the code that was chosen.
    person.close().await.unwrap();
    let mut person = chromium.open(home.stick.path(), size).await.unwrap();
    person.click("lang-ok").await.unwrap();
    person.click("code-forgotten").await.unwrap();
    person.click("ask-begin").await.unwrap();
    with_card(&mut person, &home.card).await;
    person.fill("code-field", &code).await.unwrap();
    person.click("ask-ok").await.unwrap();
    person.on("asking").await.unwrap();
    compare(&person, &mut helper).await;
    recognise(&mut helper).await;
    state(&person, "ready").await;
    person.click("ask-open").await.unwrap();
    person.on("home").await.unwrap();
    person.close().await.unwrap();
    assert_eq!(Stick::new(home.stick.clone()).recovery().unwrap(), None);
    let again = open(&home.stick, &code).await.unwrap();
    home.is_whole(&again.space).await.unwrap();
    let before = open(&home.stick, CODE).await.unwrap_err();
    assert!(matches!(before, Trouble::WrongCode(_)), "{before}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_stick_is_replaced_by_keyboard_alone() {
    let chromium = Chromium::start().await.unwrap();
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let size = VIEWS[0].1;
    let new = home.new_stick("new").unwrap();
    let person = chromium.open(new.path(), size).await.unwrap();
    person.press("lang-ok").await.unwrap();
    person.reach("card-field").await.unwrap();
    person.fill("card-field", &home.card).await.unwrap();
    person.key(Key::Enter).await.unwrap();
    let shown = person
        .until("first-code", |said| digits(said).len() == 6)
        .await
        .unwrap();
    person.reach("code-field").await.unwrap();
    person.fill("code-field", &digits(&shown)).await.unwrap();
    person.key(Key::Enter).await.unwrap();
    person.find("code-see-again").await.unwrap();
    person.fill("code-field", &digits(&shown)).await.unwrap();
    person.key(Key::Enter).await.unwrap();
    person.on("asking").await.unwrap();

    let amel = holder(&home, "amel");
    let helper = people(&chromium, &amel, "fr", size).await;
    for step in ["held-0", "held-compare", "compare-same", "held-approve"] {
        helper.press(step).await.unwrap();
    }
    helper.find("held-approved").await.unwrap();
    person.press("ask-open").await.unwrap();
    person.on("home").await.unwrap();
    helper.close().await.unwrap();
    person.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_card_both_holders_answer_and_the_wait_is_said() {
    let chromium = Chromium::start().await.unwrap();
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let mut person = without_card(&chromium, &home).await;
    person
        .until("asking-until", |said| said.contains("29 novembre"))
        .await
        .unwrap();
    person
        .until("asking-why", |said| {
            said.contains("7 jours") && said.contains("même structure")
        })
        .await
        .unwrap();
    person.seen("asking until").await.unwrap();
    opens_after(&home, &mut person, 7 * DAY).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_card_holders_of_two_structures_make_the_wait_two_days() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let home = Home::of_two_structures(world).await.unwrap();
    let mut person = without_card(&chromium, &home).await;
    person
        .until("asking-until", |said| said.contains("24 novembre"))
        .await
        .unwrap();
    person
        .until("asking-why", |said| {
            said.contains("2 jours") && !said.contains("structure")
        })
        .await
        .unwrap();
    person.seen("asking until two days").await.unwrap();
    home.world.clock.advance(2 * DAY - 3_600);
    person
        .until("asking-until", |said| said.contains("24 novembre"))
        .await
        .unwrap();
    opens_after(&home, &mut person, 3_600).await;
}

/// Without the card: both holders recognise the person, and the screen waits.
async fn without_card(chromium: &Chromium, home: &Home) -> Browser {
    let size = VIEWS[0].1;
    let new = home.new_stick("new").unwrap();
    let mut person = chromium.open(new.path(), size).await.unwrap();
    person.click("lang-ok").await.unwrap();
    person.click("ask-no-card").await.unwrap();
    new_code(&mut person).await;
    state(&person, "seeking").await;
    let number = person.told("asking-number").await.unwrap();
    person.seen("asking number").await.unwrap();
    for name in ["amel", "omar"] {
        let mut helper = people(chromium, &holder(home, name), "fr", size).await;
        helper.click("held-0").await.unwrap();
        if name == "amel" {
            helper.click("held-no-card").await.unwrap();
            helper.fill("held-number-field", "2222-2222").await.unwrap();
            helper.click("held-number-ok").await.unwrap();
            helper
                .until("held-news", |said| said.contains("Aucune demande"))
                .await
                .unwrap();
            helper.seen("held number").await.unwrap();
            helper.refill("held-number-field", &number).await.unwrap();
            helper.click("held-number-ok").await.unwrap();
        }
        compare(&person, &mut helper).await;
        recognise(&mut helper).await;
        helper.close().await.unwrap();
    }
    state(&person, "waiting").await;
    person
}

async fn opens_after(home: &Home, person: &mut Page, seconds: u64) {
    home.world.clock.advance(seconds + 60);
    state(person, "ready").await;
    person.click("ask-open").await.unwrap();
    person.on("home").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn pictures_that_differ_end_it_and_a_blocked_key_opens_nothing() {
    let chromium = Chromium::start().await.unwrap();
    let mut home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let size = VIEWS[0].1;
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    let random = &mut System::new();
    asking.look(random).await.unwrap();
    let mut helper = people(&chromium, &holder(&home, "amel"), "fr", size).await;
    helper.click("held-0").await.unwrap();
    // A portal that is away for a moment is said, and asked again.
    home.world.stop().await;
    helper.click("held-compare").await.unwrap();
    helper
        .until("compare-trouble", |said| said.contains("portail"))
        .await
        .unwrap();
    home.world.restart().await.unwrap();
    helper
        .until("compare-trouble", str::is_empty)
        .await
        .unwrap();
    while !helper.has("compare-differ").await.unwrap() {
        asking.look(random).await.unwrap();
    }
    helper.click("compare-differ").await.unwrap();
    helper.on("held").await.unwrap();
    let ended = asking.look(random).await.unwrap().progress;
    assert_eq!(ended, Progress::Ended(Ending::Refused));

    helper.click("held-freeze").await.unwrap();
    helper.find("freeze-dialog").await.unwrap();
    helper.seen("freeze-dialog").await.unwrap();
    helper.click("freeze-yes").await.unwrap();
    helper
        .until("held-news", |said| said.contains("bloquée"))
        .await
        .unwrap();
    let shut = open(&home.stick, CODE).await.unwrap_err();
    assert!(matches!(shut, Trouble::Suspended), "{shut}");
    helper.click("held-thaw").await.unwrap();
    helper
        .until("held-news", |said| said.contains("de nouveau"))
        .await
        .unwrap();
    let opened = open(&home.stick, CODE).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();

    // On the person's screen an ended request says why, and begins anew under another number.
    let stage = Stick::new(new.clone()).recovery().unwrap();
    assert_eq!(stage, Some(RecoveryStage::Begun));
    let mut person = chromium.open(new.path(), size).await.unwrap();
    person.click("lang-ok").await.unwrap();
    for _ in 0..2 {
        with_card(&mut person, &home.card).await;
        person
            .fill("code-field", tests::recovering::NEW_CODE)
            .await
            .unwrap();
        person.click("ask-ok").await.unwrap();
        person.on("asking").await.unwrap();
        if person.has("asking-ended").await.unwrap() {
            person.seen("asking ended").await.unwrap();
            said(&person, "refusé").await;
            person.click("ask-anew").await.unwrap();
        }
    }
    state(&person, "meeting").await;
    // Whoever stops it is asked once.
    person.click("ask-give-up").await.unwrap();
    person.find("give-up-dialog").await.unwrap();
    person.seen("give-up-dialog").await.unwrap();
    person.click("give-up-no").await.unwrap();
    person.gone("give-up-dialog").await.unwrap();
    state(&person, "meeting").await;
    person.click("ask-give-up").await.unwrap();
    person.click("give-up-yes").await.unwrap();
    person.on("language").await.unwrap();
    person.close().await.unwrap();
    helper.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_went_wrong_stays_on_the_screen_while_it_asks_by_itself() {
    let chromium = Chromium::start().await.unwrap();
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let liar = Liar::before(&home.world).await.unwrap();
    let size = VIEWS[0].1;
    let new = home.new_stick("new").unwrap();
    let mut person = chromium.open(new.path(), size).await.unwrap();
    person.click("lang-ok").await.unwrap();
    with_card(&mut person, &home.card).await;
    new_code(&mut person).await;
    state(&person, "meeting").await;
    let away = || cut("POST /v1/ceremony/ask", 0, Lost::Request);
    liar.tell(away());
    person
        .until("asking-trouble", |said| said.contains("portail"))
        .await
        .unwrap();
    // What only asking has met goes as soon as it is met no more.
    liar.honest();
    person.until("asking-trouble", str::is_empty).await.unwrap();
    // What the person wanted and did not get is said until they do something else.
    let mut helper = people(&chromium, &holder(&home, "amel"), "fr", size).await;
    helper.click("held-0").await.unwrap();
    compare(&person, &mut helper).await;
    liar.tell(away());
    person.click("ask-differ").await.unwrap();
    person
        .until("asking-trouble", |said| said.contains("portail"))
        .await
        .unwrap();
    person.gone("busy").await.unwrap();
    liar.honest();
    recognise(&mut helper).await;
    state(&person, "ready").await;
    assert!(
        !person.text("asking-trouble").await.unwrap().is_empty(),
        "it was taken away unread"
    );
    helper.close().await.unwrap();
    person.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_was_cut_as_it_began_goes_on_with_its_code() {
    let chromium = Chromium::start().await.unwrap();
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let liar = Liar::before(&home.world).await.unwrap();
    let new = home.new_stick("new").unwrap();
    let mut person = chromium.open(new.path(), VIEWS[0].1).await.unwrap();
    person.click("lang-ok").await.unwrap();
    with_card(&mut person, &home.card).await;
    liar.tell(cut("POST /v1/ceremony/start", 0, Lost::Answer));
    let code = choose_code(&mut person).await;
    person
        .until("code-trouble", |said| said.contains("portail"))
        .await
        .unwrap();
    assert!(liar.honest().lies > 0);
    // The stick has that code now: another one is neither proposed nor chosen.
    person.click("back").await.unwrap();
    with_card(&mut person, &home.card).await;
    person.find("ask-ok").await.unwrap();
    person.fill("code-field", &code).await.unwrap();
    person.click("ask-ok").await.unwrap();
    person.on("asking").await.unwrap();
    person.close().await.unwrap();
}

/// Two screens that show the same numbers must show the same pictures, whatever their versions.
#[test]
fn the_pictures_of_a_comparison_stay_in_their_places() {
    let pages = concat!(env!("CARGO_MANIFEST_DIR"), "/../key-app/ui/src");
    let names = |file: &str| -> Vec<String> {
        let text = std::fs::read_to_string(format!("{pages}/{file}")).unwrap();
        let icons = text.split("{ icon: \"").skip(1);
        icons
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect()
    };
    let all = [names("pictures.ts"), names("compared.ts")].concat();
    let frozen = "sun tree fish bird flower umbrella sailboat bicycle cat carrot bread coffee scissors chair \
        boot mountains bus briefcase calendar-dots camera gear-six globe-hemisphere-west heartbeat \
        hourglass-medium house-line lock-key music-notes phone scales signpost wallet trash";
    assert_eq!(all.join(" "), frozen);
}
