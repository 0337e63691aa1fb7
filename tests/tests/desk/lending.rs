//! A stick is lent, comes back, is wiped with a proof that was read back, and goes out again to somebody else; the
//! charter in nine languages.

use super::enter;
use key_core::{stick::Folder, wipe::Returned};
use portal::staff::Role;
use std::{fs, path::PathBuf};
use tests::{
    screen::{Chromium, Desk, Stopwatch, figure},
    volume::Volume,
    world::{TODAY, World, first_opening},
};
use wire::structure::VoucherKind;

async fn stock_of(desk: &mut Desk, kind: &str, number: &str) {
    desk.visit(&format!("/pro/stock?genre={kind}"))
        .await
        .unwrap();
    desk.on("stock").await.unwrap();
    desk.fill("add-first", number).await.unwrap();
    desk.click("add").await.unwrap();
    desk.find("done").await.unwrap();
}

/// A stick with programs and their list, exFAT where this machine can mount it.
fn media(world: &World) -> (Option<Volume>, PathBuf) {
    let volume = Volume::possible().then(|| Volume::mount().unwrap());
    let path = match &volume {
        Some(volume) => volume.path(),
        None => world.folder().join("lent"),
    };
    fs::create_dir_all(&path).unwrap();
    fs::write(path.join("cle"), "a program").unwrap();
    key_core::contents::write_list(&path).unwrap();
    (volume, path)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stick_comes_back_is_wiped_with_proof_and_lent_again() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (_volume, path) = media(&world);
    let first = world.stick_at(&path, VoucherKind::Account).unwrap();
    let before = first_opening(&first, "582039").await.unwrap();
    fs::create_dir(path.join("Fatima")).unwrap();
    fs::write(path.join("Fatima/photo.jpg"), vec![7; 70_000]).unwrap();

    let mut desk = enter(&chromium, &world, "Omar", Role::Mediator).await;
    stock_of(&mut desk, "cle", "41").await;
    desk.click("item-41").await.unwrap();
    desk.on("item").await.unwrap();
    desk.click("charter").await.unwrap();
    desk.on("charter").await.unwrap();
    desk.click("language-ar").await.unwrap();
    desk.click("accept").await.unwrap();
    desk.on("item").await.unwrap();
    let steps = desk.text("steps").await.unwrap();
    assert!(steps.contains("charte acceptée, version 1"), "{steps}");
    assert!(steps.contains("العربية"), "{steps}");

    let (presses, watch) = (desk.pressed(), Stopwatch::start());
    desk.click("return").await.unwrap();
    desk.on("return").await.unwrap();
    desk.accessible("desk return lent").await.unwrap();
    desk.click("returned").await.unwrap();
    desk.until("stage", |said| said == "de retour")
        .await
        .unwrap();
    desk.accessible("desk return back").await.unwrap();
    let command = desk.text("command").await.unwrap();
    assert_eq!(
        command,
        "stick wipe --stick /media/cle --number 41 --for-ever"
    );
    // What the command does, at the hour of this portal.
    let folder = Folder::new(&path);
    let returned = Returned::read(&folder, None).unwrap();
    let others: Vec<_> = returned.others().iter().map(|other| &*other.name).collect();
    assert_eq!(others, ["Fatima/photo.jpg"]);
    let wiped = returned.wipe(41, TODAY + 60).unwrap();
    assert_eq!((wiped.files, wiped.others), (4, 1));
    let mut left: Vec<_> = fs::read_dir(&path)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["cle", "liste.sha256"]);
    // Wrong first: a symbol, another stick, a proof of before the loan.
    let line = wiped.to_string();
    let other = wire::Wiped {
        number: 42,
        ..wiped
    };
    let old = wire::Wiped { time: 7, ..wiped };
    for (typed, why) in [
        (line.replace("EFFACE-1 41", "EFFACE-1 14"), "ne se lit pas"),
        (other.to_string(), "numéro 42"),
        (old.to_string(), "avant le dernier prêt"),
    ] {
        desk.refill("proof", &typed).await.unwrap();
        desk.click("wiped").await.unwrap();
        desk.until("trouble", |said| said.contains(why))
            .await
            .unwrap();
    }
    desk.accessible("desk return refused").await.unwrap();
    desk.refill("proof", &line.to_lowercase()).await.unwrap();
    desk.click("wiped").await.unwrap();
    desk.until("stage", |said| said == "effacée").await.unwrap();
    let proved = desk.text("proved").await.unwrap();
    assert!(proved.contains("4 fichiers de clé et 1 autre,"), "{proved}");
    desk.accessible("desk return wiped").await.unwrap();
    desk.shoot("desk return wiped").await.unwrap();
    // Somebody else, with a new voucher, a space of their own.
    let again = world.stick_at(&path, VoucherKind::Account).unwrap();
    let after = first_opening(&again, "604815").await.unwrap();
    assert_ne!(
        after.opened.space.helper_number(),
        before.opened.space.helper_number()
    );
    desk.click("charter").await.unwrap();
    desk.on("charter").await.unwrap();
    desk.click("accept").await.unwrap();
    desk.on("item").await.unwrap();
    assert_eq!(desk.text("stage").await.unwrap(), "en prêt");
    figure("desk_return_seconds", watch.seconds()).unwrap();
    figure("desk_return_presses", (desk.pressed() - presses) as f64).unwrap();
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_computer_comes_back_on_somebodys_word() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let mut desk = enter(&chromium, &world, "Omar", Role::Mediator).await;
    for kind in ["ordinateur", "telephone"] {
        stock_of(&mut desk, kind, "3").await;
        desk.visit(&format!("/pro/charte?genre={kind}&numero=3&langue=uk"))
            .await
            .unwrap();
        desk.press("accept").await.unwrap();
        desk.on("item").await.unwrap();
        desk.press("return").await.unwrap();
        desk.on("return").await.unwrap();
        desk.press("returned").await.unwrap();
        desk.until("stage", |said| said == "de retour")
            .await
            .unwrap();
        desk.accessible(&format!("desk return {kind}"))
            .await
            .unwrap();
        desk.reach("word").await.unwrap();
        desk.key_of(' ').await.unwrap();
        desk.press("wiped").await.unwrap();
        desk.until("stage", |said| said.starts_with("effac"))
            .await
            .unwrap();
    }
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_charter_is_read_in_nine_languages() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let desk = enter(&chromium, &world, "Omar", Role::Mediator).await;
    let mut drafts = 0;
    for code in ["fr", "en", "ar", "uk", "es", "pt", "ro", "tr", "ru"] {
        desk.visit(&format!("/pro/charte?genre=cle&langue={code}"))
            .await
            .unwrap();
        desk.on("charter").await.unwrap();
        desk.accessible(&format!("desk charter {code}"))
            .await
            .unwrap();
        // The French text is always there: it is the one that counts.
        let french = desk.text("charter-text").await.unwrap();
        assert!(french.contains("aucun papier"), "{code}: {french}");
        drafts += usize::from(desk.has("draft").await.unwrap());
        // No voice is installed here: that is said, and nothing is offered that stays silent.
        let said = desk.text(&format!("no-voice-{code}")).await.unwrap();
        assert!(said.contains("pas de voix"), "{code}: {said}");
        if code != "fr" {
            let asked = "const text = document.querySelector('[data-test=charter-theirs]');
                 return [getComputedStyle(text).direction, text.children.length]";
            let seen = desk.ask(asked).await.unwrap();
            let way = if code == "ar" { "rtl" } else { "ltr" };
            assert_eq!(seen, serde_json::json!([way, 10]), "{code}");
        }
    }
    assert_eq!(drafts, 7);
    // A voice of this computer is offered, one that sends the text away is not; it reads every line.
    desk.visit("/pro/charte?genre=cle&langue=ar").await.unwrap();
    desk.on("charter").await.unwrap();
    let read = "const said = [];
         const voices = [{ lang: 'fr-FR', localService: true }, { lang: 'ar-SA', localService: false }];
         speechSynthesis.getVoices = () => voices;
         speechSynthesis.speak = (each) => said.push(each.text);
         Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set() {}, get() {} });
         speechSynthesis.dispatchEvent(new Event('voiceschanged'));
         const offered = ['fr', 'ar'].map((code) => !document.querySelector(`[data-test=listen-${code}]`).hidden);
         document.querySelector('[data-test=listen-fr]').click();
         return [offered, said.length]";
    let seen = desk.ask(read).await.unwrap();
    assert_eq!(seen, serde_json::json!([[true, false], 10]));
    desk.close().await.unwrap();
}
