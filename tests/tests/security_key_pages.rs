//! A security key, in Chromium, on the real commands and a real portal, with a device made of software: added,
//! shown, blocked, taken out, and the way in where no stick is. Whatever it refuses is said in words.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use fantoccini::key::Key;
use key_core::{Trouble, stick::Folder as Medium};
use std::sync::Arc;
use tests::{
    screen::{Browser, Chromium, Page, VIEWS, everywhere},
    soft_key::{PIN, Port, SoftKey},
    world::{CODE, World, first_opening, open},
};
use wire::structure::VoucherKind;

/// A code that somebody chooses alone, and that is no day.
const CHOSEN: &str = "839274";
const VIEW: (u32, u32, u32) = VIEWS[0].1;

/// Somebody's stick, a folder of a computer that was only prepared, and a security key in its port.
struct Home {
    world: World,
    own: Medium,
    door: Medium,
    key: Arc<SoftKey>,
    port: Port,
}

impl Home {
    async fn new() -> Self {
        let world = World::start().await.unwrap();
        let place = world.folder().join("place");
        let own = world
            .stick_at(&place.join("cle"), VoucherKind::Account)
            .unwrap();
        first_opening(&own, CODE).await.unwrap();
        let door = world.stick("door", VoucherKind::Account).unwrap();
        let key = SoftKey::new();
        let port = Port::of(&key).unwrap();
        Self {
            world,
            own,
            door,
            key,
            port,
        }
    }

    /// The person's keys on the screen, opened by the stick.
    async fn sticks(&self, chromium: &Chromium, language: &str, size: (u32, u32, u32)) -> Browser {
        let opening = chromium.open_with_key(&self.port, self.own.path(), size);
        let mut page = opening.await.unwrap();
        page.enter(language, CODE).await.unwrap();
        to_the_sticks(&mut page).await;
        page
    }

    /// The same with the security key added to the space.
    async fn added(chromium: &Chromium) -> Self {
        let home = Self::new().await;
        let mut page = home.sticks(chromium, "fr", VIEW).await;
        add(&mut page).await;
        page.click("leave").await.unwrap();
        page.close().await.unwrap();
        home
    }

    /// The first screen of the folder that holds no keys, asking for the security key.
    async fn at_the_door(&self, chromium: &Chromium) -> Browser {
        let opening = chromium.open_with_key(&self.port, self.door.path(), VIEW);
        let mut page = opening.await.unwrap();
        page.click("skey-have").await.unwrap();
        page.on("open-security-key").await.unwrap();
        page
    }
}

async fn to_the_sticks(page: &mut Page) {
    page.on("home").await.unwrap();
    page.click("settings").await.unwrap();
    page.click("settings-others").await.unwrap();
    page.click("sticks").await.unwrap();
    page.on("sticks").await.unwrap();
    page.find("stick-own").await.unwrap();
}

/// From the sticks: the PIN, the code, two touches.
async fn add(page: &mut Page) {
    page.click("skey-add").await.unwrap();
    page.fill("skey-pin", PIN).await.unwrap();
    page.click("skey-add-ok").await.unwrap();
    page.fill("code-field", CODE).await.unwrap();
    page.click("skey-add-ok").await.unwrap();
    page.on("sticks").await.unwrap();
    page.told("sticks-news").await.unwrap();
}

async fn says(page: &Page, name: &str, words: &str) {
    page.until(name, |said| said.contains(words)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_security_key_is_added_blocked_and_taken_out_on_screens_for_everybody() {
    let chromium = Chromium::start().await.unwrap();
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let home = Home::new().await;
        home.key.inside().plugged = 0;
        let mut page = home.sticks(&chromium, language, size).await;
        page.click("skey-add").await.unwrap();
        page.on("add-security-key").await.unwrap();
        page.find("skey-plug").await.unwrap();
        page.seen(&at("add-security-key")).await.unwrap();
        home.key.inside().plugged = 1;
        page.fill("skey-pin", PIN).await.unwrap();
        page.seen(&at("add-security-key pin")).await.unwrap();
        page.click("skey-add-ok").await.unwrap();
        page.fill("code-field", CODE).await.unwrap();
        home.port.let_go();
        page.click("skey-add-ok").await.unwrap();
        page.find("skey-touch").await.unwrap();
        page.seen(&at("add-security-key touch")).await.unwrap();
        home.port.touch();
        page.on("sticks").await.unwrap();
        page.told("sticks-news").await.unwrap();
        assert_eq!(home.key.inside().touched, 2);
        page.seen(&at("sticks with a security key")).await.unwrap();

        page.click("stick-1").await.unwrap();
        page.on("other-stick").await.unwrap();
        page.click("stick-block").await.unwrap();
        let blocked = page.told("stick-done").await.unwrap();
        page.seen(&at("other-stick security key")).await.unwrap();
        let mut door = home.at_the_door(&chromium).await;
        door.fill("skey-pin", PIN).await.unwrap();
        door.click("skey-open-ok").await.unwrap();
        says(&door, "skey-open-trouble", "bloquée").await;
        door.close().await.unwrap();
        page.click("stick-unblock").await.unwrap();
        page.until("stick-done", |said| said != blocked)
            .await
            .unwrap();

        let opening = chromium.open_with_key(&home.port, home.door.path(), size);
        let mut door = opening.await.unwrap();
        door.speak(language).await.unwrap();
        door.seen(&at("language of a prepared stick"))
            .await
            .unwrap();
        door.click("skey-have").await.unwrap();
        door.fill("skey-pin", PIN).await.unwrap();
        door.seen(&at("open-security-key")).await.unwrap();
        home.port.let_go();
        door.click("skey-open-ok").await.unwrap();
        door.find("skey-touch").await.unwrap();
        door.seen(&at("open-security-key touch")).await.unwrap();
        home.port.touch();
        door.on("home").await.unwrap();
        door.close().await.unwrap();

        page.click("stick-remove").await.unwrap();
        page.fill("code-field", CODE).await.unwrap();
        page.click("remove-stick-ok").await.unwrap();
        page.on("sticks").await.unwrap();
        page.find("sticks-one").await.unwrap();
        page.close().await.unwrap();
        let mut door = home.at_the_door(&chromium).await;
        door.fill("skey-pin", PIN).await.unwrap();
        door.click("skey-open-ok").await.unwrap();
        says(&door, "skey-open-trouble", "n’ouvre aucun espace").await;
        door.close().await.unwrap();
        open(&home.own, CODE).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_added_and_opens_by_keyboard_alone() {
    let chromium = Chromium::start().await.unwrap();
    let home = Home::new().await;
    let page = home.sticks(&chromium, "fr", VIEW).await;
    page.press("skey-add").await.unwrap();
    page.reach("skey-pin").await.unwrap();
    page.fill("skey-pin", PIN).await.unwrap();
    page.key(Key::Enter).await.unwrap();
    page.reach("code-field").await.unwrap();
    page.fill("code-field", CODE).await.unwrap();
    page.key(Key::Enter).await.unwrap();
    says(&page, "sticks-news", "C’est fait").await;
    says(&page, "stick-1", "Clé de sécurité ajoutée le").await;
    page.press("leave").await.unwrap();
    page.close().await.unwrap();

    let opening = chromium.open_with_key(&home.port, home.door.path(), VIEW);
    let page = opening.await.unwrap();
    page.press("skey-have").await.unwrap();
    page.reach("skey-pin").await.unwrap();
    page.fill("skey-pin", "0000").await.unwrap();
    page.key(Key::Enter).await.unwrap();
    says(&page, "skey-open-trouble", "7 essais").await;
    page.until_focus("skey-pin").await.unwrap();
    page.fill("skey-pin", PIN).await.unwrap();
    page.key(Key::Enter).await.unwrap();
    page.on("home").await.unwrap();
    page.close().await.unwrap();
}

/// Whoever opened with it does with it what others do with their code.
#[tokio::test(flavor = "multi_thread")]
async fn in_the_space_it_stands_in_for_the_code() {
    let chromium = Chromium::start().await.unwrap();
    let home = Home::added(&chromium).await;
    let mut page = home.at_the_door(&chromium).await;
    page.fill("skey-pin", PIN).await.unwrap();
    page.click("skey-open-ok").await.unwrap();
    to_the_sticks(&mut page).await;
    says(&page, "stick-own", "Cette clé de sécurité").await;
    says(&page, "stick-1", "Clé ajoutée le").await;
    assert!(!page.has("skey-add").await.unwrap());
    page.seen("sticks by a security key").await.unwrap();

    // A new stick has a code of its own, and comes after the other in the list.
    home.world.clock.advance(60);
    page.click("stick-add").await.unwrap();
    page.on("add-stick").await.unwrap();
    let spare = home.world.stick("spare", VoucherKind::Slot).unwrap();
    page.find("first-code").await.unwrap();
    page.click("first-own").await.unwrap();
    for _ in 0..2 {
        page.fill("code-field", CHOSEN).await.unwrap();
        page.click("code-ok").await.unwrap();
        page.gone("first-own-how").await.unwrap();
    }
    page.fill("skey-pin", "0000").await.unwrap();
    page.click("add-stick-ok").await.unwrap();
    says(&page, "add-stick-trouble", "7 essais").await;
    page.seen("add-stick by a security key").await.unwrap();
    page.fill("skey-pin", PIN).await.unwrap();
    page.click("add-stick-ok").await.unwrap();
    page.on("sticks").await.unwrap();
    page.find("stick-2").await.unwrap();
    open(&spare, CHOSEN).await.unwrap();

    // The stick that was lost goes.
    page.click("stick-1").await.unwrap();
    page.click("stick-remove").await.unwrap();
    page.fill("skey-pin", PIN).await.unwrap();
    page.seen("remove-stick by a security key").await.unwrap();
    page.click("remove-stick-ok").await.unwrap();
    says(&page, "sticks-news", "enlevée").await;
    let gone = open(&home.own, CODE).await.unwrap_err();
    assert!(matches!(gone, Trouble::Revoked), "{gone}");
    page.click("back").await.unwrap();
    page.click("settings-others").await.unwrap();
    page.click("recovery").await.unwrap();
    page.click("card-anew").await.unwrap();
    page.fill("skey-pin", PIN).await.unwrap();
    page.click("new-card-ok").await.unwrap();
    page.on("card").await.unwrap();
    page.close().await.unwrap();
}

/// Whatever a security key refuses is said in one clear sentence, with what to do next.
#[tokio::test(flavor = "multi_thread")]
async fn every_refusal_is_said_in_words() {
    let chromium = Chromium::start().await.unwrap();
    let home = Home::added(&chromium).await;

    // What can be seen before anything is asked of anybody.
    home.key.inside().plugged = 2;
    let page = home.at_the_door(&chromium).await;
    says(&page, "skey-unfit", "plusieurs clés de sécurité").await;
    home.key.inside().plugged = 0;
    page.until("skey-unfit", str::is_empty).await.unwrap();
    says(&page, "skey-plug", "Branchez").await;
    {
        let mut inside = home.key.inside();
        (inside.plugged, inside.prf) = (1, false);
    }
    says(&page, "skey-unfit", "ne peut pas ouvrir un espace").await;
    page.seen("open-security-key no prf").await.unwrap();
    {
        let mut inside = home.key.inside();
        (inside.prf, inside.pin) = (true, None);
    }
    says(&page, "skey-unfit", "pas encore de code PIN").await;
    home.key.inside().pin = Some(PIN.to_owned());
    page.find("skey-pin").await.unwrap();
    page.close().await.unwrap();

    let mut page = home.at_the_door(&chromium).await;
    let mut refused = async |pin: &str, words: &str| {
        page.refill("skey-pin", pin).await.unwrap();
        page.click("skey-open-ok").await.unwrap();
        says(&page, "skey-open-trouble", words).await;
        page.gone("busy").await.unwrap();
    };
    use key_core::security_key::Fault;
    refused("123", "4 signes").await;
    for (fault, words) in [
        (Fault::NotTouched, "pas été touchée à temps"),
        (Fault::TakenOut, "a été retirée"),
        (Fault::Missing, "Aucune clé de sécurité"),
        (Fault::Barred, "Cet ordinateur bloque"),
        (Fault::Stranger, "n’ouvre aucun espace"),
        (Fault::Full, "est pleine"),
        (Fault::Refused, "refuse"),
        (Fault::Nonsense, "refuse"),
        (Fault::WrongPin(None), "Essayez encore"),
    ] {
        // It lets itself be looked at, and refuses what is asked then.
        home.key.inside().next = vec![None, Some(fault)];
        refused(PIN, words).await;
    }
    // It says that it can, and gives no secret.
    home.key.inside().lie = Some(|asserted| asserted.outputs.clear());
    refused(PIN, "ne peut pas ouvrir un espace").await;
    home.key.inside().lie = None;
    refused("0000", "7 essais").await;
    refused("0000", "6 essais").await;
    refused("0000", "Retirez la clé de sécurité").await;
    for left in ["4 essais", "3 essais"] {
        home.key.replug();
        refused("0000", left).await;
    }
    home.key.replug();
    refused("0000", "2 essais").await;
    refused("0000", "1 essai.").await;
    refused("0000", "bloquée pour toujours").await;
    home.key.replug();
    refused(PIN, "bloquée pour toujours").await;
    page.close().await.unwrap();
}

/// A security key that refuses after the code was typed does not ask for the code again.
#[tokio::test(flavor = "multi_thread")]
async fn what_goes_wrong_while_one_is_added_adds_nothing() {
    let chromium = Chromium::start().await.unwrap();
    let home = Home::new().await;
    let mut page = home.sticks(&chromium, "fr", VIEW).await;
    page.click("skey-add").await.unwrap();
    page.fill("skey-pin", "0000").await.unwrap();
    page.click("skey-add-ok").await.unwrap();
    page.fill("code-field", "999999").await.unwrap();
    page.click("skey-add-ok").await.unwrap();
    says(&page, "skey-add-trouble", "Ce code n’est pas le bon").await;
    page.fill("code-field", CODE).await.unwrap();
    page.click("skey-add-ok").await.unwrap();
    says(&page, "skey-add-trouble", "Ce code PIN n’est pas le bon").await;
    page.fill("skey-pin", PIN).await.unwrap();
    home.port.let_go();
    home.key.inside().touched = 0;
    page.click("skey-add-ok").await.unwrap();
    says(&page, "skey-touch", "2 fois").await;
    home.key.inside().next = vec![Some(key_core::security_key::Fault::NotTouched)];
    home.port.touch();
    says(&page, "skey-add-trouble", "pas été touchée à temps").await;
    assert_eq!(open(&home.own, CODE).await.unwrap().space.slots().len(), 1);
    page.click("skey-add-ok").await.unwrap();
    says(&page, "sticks-news", "C’est fait").await;
    // Once more the same one.
    page.click("skey-add").await.unwrap();
    page.fill("skey-pin", PIN).await.unwrap();
    page.click("skey-add-ok").await.unwrap();
    page.fill("code-field", CODE).await.unwrap();
    page.click("skey-add-ok").await.unwrap();
    says(&page, "skey-add-trouble", "ouvre déjà votre espace").await;
    page.close().await.unwrap();
}

/// A stick for something else, and one whose code is forgotten, show the way too.
#[tokio::test(flavor = "multi_thread")]
async fn any_stick_of_the_structure_shows_the_way() {
    let chromium = Chromium::start().await.unwrap();
    let home = Home::added(&chromium).await;
    let second = home.world.stick("second", VoucherKind::Slot).unwrap();
    let opening = chromium.open_with_key(&home.port, second.path(), VIEW);
    let mut page = opening.await.unwrap();
    page.on("no-stick").await.unwrap();
    page.seen("no-stick with a security key").await.unwrap();
    page.click("skey-have").await.unwrap();
    page.click("back").await.unwrap();
    page.on("no-stick").await.unwrap();
    page.click("skey-have").await.unwrap();
    page.fill("skey-pin", PIN).await.unwrap();
    page.click("skey-open-ok").await.unwrap();
    page.on("home").await.unwrap();
    page.close().await.unwrap();

    let opening = chromium.open_with_key(&home.port, home.own.path(), VIEW);
    let mut page = opening.await.unwrap();
    page.click("lang-ok").await.unwrap();
    page.click("code-forgotten").await.unwrap();
    page.click("skey-have").await.unwrap();
    page.fill("skey-pin", PIN).await.unwrap();
    page.click("skey-open-ok").await.unwrap();
    to_the_sticks(&mut page).await;
    says(&page, "stick-own", "Cette clé de sécurité").await;
    page.close().await.unwrap();
    open(&home.own, CODE).await.unwrap();
}
