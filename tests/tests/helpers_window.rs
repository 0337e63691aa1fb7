//! Two real windows at once under WebKitWebDriver and Xvfb, each on a stick of its own: a mandate is given in one, used in
//! the other, read about and stopped in the first.

use key_core::help::Role;
use tests::{
    screen::{Display, Stopwatch, Window, task},
    world::{CODE, World},
};
use wire::{folder::Folder, random::System};

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_give_use_and_stop_a_mandate() {
    let world = World::start().await.unwrap();
    let (person, made) = world.new_space("aicha").await.unwrap();
    let mut space = made.opened.space;
    for (folder, title) in [
        (Folder::Argent, "Attestation CAF"),
        (Folder::Logement, "Bail"),
    ] {
        space
            .put_note(folder, title, "Le texte.", &mut System::new())
            .await
            .unwrap();
    }
    drop(space);
    let (helper, made) = world.new_space("amel").await.unwrap();
    world
        .certify(&made.opened.space, "Amel B.", Role::SocialWorker)
        .await
        .unwrap();
    drop(made);
    let (here, there) = (Display::start().unwrap(), Display::start().unwrap());
    let mut person = Window::home(&here, person.path(), CODE).await.unwrap();
    let mut helper = Window::home(&there, helper.path(), CODE).await.unwrap();

    // Task 7: a mandate made, explained, signed, printed.
    let (watch, before) = (Stopwatch::start(), person.pressed());
    person.click("door-helpers").await.unwrap();
    person.click("helper-0").await.unwrap();
    person.click("theme-7").await.unwrap();
    person.click("give-go-on").await.unwrap();
    person.fill("consent-name", "Aïcha N.").await.unwrap();
    person.fill("consent-place", "Lille").await.unwrap();
    person.fill("code-field", CODE).await.unwrap();
    person.click("consent-ok").await.unwrap();
    person.on("given").await.unwrap();
    // The system's own question would stand there until somebody answers it.
    let counted = "window.printed = 0; window.print = () => { window.printed += 1; }";
    person.ask(counted).await.unwrap();
    person.click("mandate-print").await.unwrap();
    assert_eq!(person.ask("return window.printed").await.unwrap(), 1);
    let copies = "return document.querySelectorAll('.printed').length";
    assert_eq!(person.ask(copies).await.unwrap(), 2);
    let clicks = person.pressed() - before;
    task(7, clicks, watch.seconds()).unwrap();
    assert!(clicks <= 6, "{clicks}");

    // Task 8: used by the helper, who is offered no other folder and gets none.
    let (watch, before) = (Stopwatch::start(), helper.pressed());
    helper.click("door-people").await.unwrap();
    helper.click("person-0").await.unwrap();
    helper.find("theme-7").await.unwrap();
    assert!(!helper.has("theme-5").await.unwrap(), "not in the mandate");
    helper.click("theme-7").await.unwrap();
    helper
        .until("paper-0", |said| said.contains("Attestation CAF"))
        .await
        .unwrap();
    let clicks = helper.pressed() - before;
    task(8, clicks, watch.seconds()).unwrap();
    assert!(clicks <= 3, "{clicks}");
    let refused = "const done = arguments[0]; const ask = window.__TAURI_INTERNALS__.invoke; \
        ask('entrusted').then(([of]) => ask('open_entrusted', { id: of.id, folder: 5, posture: 'do' })) \
        .then(() => done('served'), (refusal) => done(refusal.kind))";
    let refused = helper
        .client()
        .execute_async(refused, Vec::new())
        .await
        .unwrap();
    assert_eq!(refused, "mandateOver");
    helper.click("paper-0").await.unwrap();
    helper
        .until("paper-text", |said| said.contains("Le texte."))
        .await
        .unwrap();

    // Task 5: the person sees who opened what, and stops the mandate.
    person.click("back").await.unwrap();
    person.click("back").await.unwrap();
    person.on("home").await.unwrap();
    let (watch, before) = (Stopwatch::start(), person.pressed());
    person.click("door-helpers").await.unwrap();
    person
        .until("done-0", |said| {
            said.contains("Amel B.") && said.contains("a lu") && said.contains("Attestation CAF")
        })
        .await
        .unwrap();
    person.click("stop-0").await.unwrap();
    person.click("stop-yes").await.unwrap();
    person.told("helpers-news").await.unwrap();
    let clicks = person.pressed() - before;
    task(5, clicks, watch.seconds()).unwrap();
    assert!(clicks <= 3, "{clicks}");

    // The next thing that the helper asks for is refused, in a sentence.
    helper.click("back").await.unwrap();
    helper.click("posture-do").await.unwrap();
    helper
        .until("person-trouble", |said| said.contains("arrêté"))
        .await
        .unwrap();
    person.leave().await.unwrap();
    helper.leave().await.unwrap();
}
