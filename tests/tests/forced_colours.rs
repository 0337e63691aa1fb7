//! The pages where a computer forces its own few colours on everything.

use tests::{
    screen::{Chromium, VIEWS},
    world::{CODE, World},
};
use wire::{folder::Folder, random::System};

#[tokio::test(flavor = "multi_thread")]
async fn edges_the_focus_and_what_is_chosen_show() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    let random = &mut System::new();
    space
        .put_note(Folder::Social, "Note", "a", random)
        .await
        .unwrap();
    drop(space);
    let mut page = chromium.open(stick.path(), VIEWS[0].1).await.unwrap();
    page.force_colours().await.unwrap();
    page.on("language").await.unwrap();
    page.plain_in_forced_colours("language").await.unwrap();
    page.click("lang-ok").await.unwrap();
    page.on("code").await.unwrap();
    page.click("code-shuffle").await.unwrap();
    page.plain_in_forced_colours("code").await.unwrap();
    page.click("code-shuffle").await.unwrap();
    page.type_code(CODE).await.unwrap();
    page.on("home").await.unwrap();
    page.plain_in_forced_colours("home").await.unwrap();
    for (way, screen) in [
        (&["door-papers"][..], "papers"),
        (&["folder-3"], "folder"),
        (&["add-note"], "new-note"),
        (&["back", "paper-0"], "note"),
        (&["back", "back", "folder-0", "contacts"], "contacts"),
        (&["add-contact"], "edit-contact"),
        (&["back", "back", "logins", "add-login"], "edit-login"),
        (&["back", "back", "back", "back", "door-dates"], "dates"),
        (&["add-date"], "new-date"),
        (&["back", "back", "settings"], "settings"),
        (&["settings-colours"], "colours"),
        (&["back", "rights"], "rights"),
        (&["back", "stick-contents"], "stick"),
        (&["help"], "help"),
    ] {
        for step in way {
            page.click(step).await.unwrap();
        }
        page.plain_in_forced_colours(screen).await.unwrap();
    }
    page.close().await.unwrap();
}
