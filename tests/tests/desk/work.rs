//! A day at the desk: what waits, what is lent, a session in four presses, figures. Each page without a finding,
//! by keyboard too, and light.

use super::enter;
use anyhow::Result;
use fantoccini::key::Key;
use portal::staff::Role;
use serde_json::json;
use tests::{
    recovering::{Home, approve, ask, finish},
    report,
    screen::{Chromium, Desk, Stopwatch, figure, task},
    world::World,
};

/// Checks a page, and writes down what it weighs: bytes on the wire the first time, and without what a browser
/// keeps.
pub(super) async fn checked(desk: &Desk, screen: &str) -> Result<()> {
    desk.accessible(&format!("desk {screen}")).await?;
    desk.shoot(&format!("desk {screen}")).await?;
    let seen = desk
        .ask(
            "const page = performance.getEntriesByType('navigation')[0];
             const rest = performance.getEntriesByType('resource');
             return {
               page: page.encodedBodySize,
               rest: rest.reduce((sum, each) => sum + each.encodedBodySize, 0),
               requests: rest.length,
               elsewhere: rest.filter((each) => !each.name.startsWith(location.origin)).map((each) => each.name),
             };",
        )
        .await?;
    assert_eq!(seen["elsewhere"], json!([]), "{screen}");
    let (page, rest) = (seen["page"].as_u64(), seen["rest"].as_u64());
    let (page, rest) = (page.unwrap_or(0), rest.unwrap_or(0));
    assert!(page > 500, "{screen}: {page} bytes");
    report::entry(
        "desk",
        screen,
        json!({ "page_bytes": page, "look_bytes": rest }),
    )?;
    // A page of the desk and all it looks like fit into what one photo weighs.
    assert!(page + rest < 150_000, "{screen}: {page} + {rest} bytes");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn sticks_are_lent_and_come_back() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let mut desk = enter(&chromium, &world, "Omar", Role::Mediator).await;
    desk.click("to-stock").await.unwrap();
    desk.on("stock").await.unwrap();
    checked(&desk, "stock empty").await.unwrap();
    desk.fill("add-first", "1").await.unwrap();
    desk.fill("add-last", "1000").await.unwrap();
    desk.click("add").await.unwrap();
    desk.find("done").await.unwrap();
    checked(&desk, "stock 1000").await.unwrap();
    assert!(!desk.has("before").await.unwrap());
    desk.click("more").await.unwrap();
    desk.find("item-101").await.unwrap();
    checked(&desk, "stock second page").await.unwrap();
    // Back from a short page by keyboard alone, and to the start.
    desk.visit("/pro/stock?genre=cle&apres=990").await.unwrap();
    desk.find("item-991").await.unwrap();
    assert!(!desk.has("more").await.unwrap());
    desk.press("before").await.unwrap();
    desk.find("item-891").await.unwrap();
    desk.click("first").await.unwrap();
    desk.find("item-1").await.unwrap();
    // Wrong first: nothing is lost of what was typed.
    desk.fill("change-first", "12").await.unwrap();
    desk.pick("to", "efface").await.unwrap();
    desk.click("change").await.unwrap();
    let why = desk.told("trouble").await.unwrap();
    assert!(why.contains("rien à effacer"), "{why}");
    checked(&desk, "stock refused").await.unwrap();
    desk.pick("to", "pret").await.unwrap();
    desk.click("change").await.unwrap();
    desk.find("done").await.unwrap();
    desk.click("item-12").await.unwrap();
    desk.on("item").await.unwrap();
    checked(&desk, "item").await.unwrap();
    // By keyboard alone.
    desk.press("vers-retour").await.unwrap();
    desk.until("stage", |said| said == "de retour")
        .await
        .unwrap();
    // What came back is wiped with a proof: no button says it without one.
    assert!(!desk.has("vers-efface").await.unwrap());
    desk.press("charter").await.unwrap();
    desk.on("charter").await.unwrap();
    checked(&desk, "charter").await.unwrap();
    let text = desk.text("charter-text").await.unwrap();
    assert!(text.contains("La clé ne contient aucun papier."), "{text}");
    // Nobody accepts a loan of what is not ready.
    assert!(!desk.has("accept").await.unwrap());
    desk.press("back").await.unwrap();
    desk.on("stock").await.unwrap();
    for kind in ["ordinateur", "telephone"] {
        desk.click(&format!("kind-{kind}")).await.unwrap();
        desk.on("stock").await.unwrap();
        checked(&desk, &format!("stock {kind}")).await.unwrap();
    }
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_takes_four_presses_and_a_month_two() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let mut desk = enter(&chromium, &world, "Omar", Role::Mediator).await;
    desk.click("to-sessions").await.unwrap();
    desk.on("sessions").await.unwrap();
    checked(&desk, "sessions empty").await.unwrap();
    let (before, watch) = (desk.pressed(), Stopwatch::start());
    desk.click("theme-logement").await.unwrap();
    desk.click("duree-30").await.unwrap();
    desk.click("lieu-lieu_activite").await.unwrap();
    desk.click("posture-je_forme").await.unwrap();
    desk.find("done").await.unwrap();
    let presses = desk.pressed() - before;
    assert_eq!(presses, 4);
    task(11, presses, watch.seconds()).unwrap();
    // Enter in a field says nothing of who made the gestures: nothing is written, and all stays.
    desk.click("theme-social_sante").await.unwrap();
    desk.click("duree-45").await.unwrap();
    desk.click("lieu-domicile").await.unwrap();
    desk.click("more").await.unwrap();
    desk.fill("nom_lieu", "Maison du parc").await.unwrap();
    desk.key(Key::Enter).await.unwrap();
    let why = desk.told("trouble").await.unwrap();
    assert!(why.contains("posture"), "{why}");
    checked(&desk, "sessions without a posture").await.unwrap();
    desk.visit("/pro/seances").await.unwrap();
    let listed = desk.text("sessions").await.unwrap();
    assert_eq!(listed.matches("Retirer").count(), 1, "{listed}");
    // Without a theme nothing is written, and the rest stays pressed.
    desk.click("duree-60").await.unwrap();
    desk.click("lieu-domicile").await.unwrap();
    desk.click("posture-je_fais").await.unwrap();
    let why = desk.told("trouble").await.unwrap();
    assert!(why.contains("thème"), "{why}");
    checked(&desk, "sessions refused").await.unwrap();
    desk.click("theme-justice").await.unwrap();
    desk.click("posture-je_fais").await.unwrap();
    desk.find("done").await.unwrap();
    desk.click("more").await.unwrap();
    checked(&desk, "sessions").await.unwrap();
    let listed = desk.text("sessions").await.unwrap();
    assert!(
        listed.contains("Logement") && listed.contains("Justice"),
        "{listed}"
    );
    // By keyboard alone.
    desk.press("remove").await.unwrap();
    desk.until("done", |said| said.contains("retirée"))
        .await
        .unwrap();

    desk.visit("/pro").await.unwrap();
    let before = desk.pressed();
    desk.click("to-sessions").await.unwrap();
    desk.on("sessions").await.unwrap();
    desk.click("export-csv").await.unwrap();
    figure("desk_monthly_csv_clicks", (desk.pressed() - before) as f64).unwrap();
    assert_eq!(desk.pressed() - before, 2);
    desk.click("to-figures").await.unwrap();
    desk.on("figures").await.unwrap();
    checked(&desk, "figures").await.unwrap();
    let share = desk.text("share").await.unwrap();
    assert_eq!(share, "trop peu de séances");
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_sees_what_waits_and_approves_a_helper() {
    let chromium = Chromium::start().await.unwrap();
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let world = &home.world;
    let (_, lina) = world.new_space("ninon").await.unwrap();
    lina.opened.space.ask_to_help("Lina <b>").await.unwrap();
    let number = lina.opened.space.helper_number();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();

    let mut desk = enter(&chromium, world, "Ines", Role::Officer).await;
    let waits = desk.text("recoveries").await.unwrap();
    assert!(waits.contains("la carte et un gardien"), "{waits}");
    assert!(waits.contains("attend la réponse d’un gardien"), "{waits}");
    checked(&desk, "home").await.unwrap();
    desk.click("helpers-more").await.unwrap();
    desk.on("helpers").await.unwrap();
    checked(&desk, "helpers").await.unwrap();
    assert_eq!(desk.text("number").await.unwrap(), number.to_string());
    // By keyboard alone.
    desk.reach("compared").await.unwrap();
    desk.key_of(' ').await.unwrap();
    desk.pick("role", "volunteer").await.unwrap();
    desk.press("approve").await.unwrap();
    desk.find("done").await.unwrap();
    checked(&desk, "helpers approved").await.unwrap();
    // The key certifies all that were approved.
    let (settings, officer) = world.officer().unwrap();
    let deps = portal::Deps {
        clock: world.clock.clone(),
        ..portal::Deps::system()
    };
    let approved =
        tokio::task::block_in_place(|| portal::staff::approved(&settings, &deps)).unwrap();
    assert_eq!(approved, [(number.clone(), wire::helper::Role::Volunteer)]);
    let words = portal::helpers::Certify {
        number: number.clone(),
        role: approved[0].1,
        name: None,
        days: 90,
    };
    let now = portal::clock::Clock::now(&*world.clock);
    portal::helpers::certify(&settings, &officer, words, now).unwrap();
    // Until the command has told the portal, somebody is approved who does not ask.
    desk.visit("/pro/aidants").await.unwrap();
    let unasked = desk.text("unasked").await.unwrap();
    assert!(unasked.contains(&number.to_string()), "{unasked}");
    checked(&desk, "helpers unasked").await.unwrap();
    tokio::task::block_in_place(|| portal::staff::certified(&settings, number, &deps)).unwrap();
    desk.visit("/pro/aidants").await.unwrap();
    let certified = desk.text("certified").await.unwrap();
    assert!(
        certified.contains("Lina <b>") && certified.contains("bénévole"),
        "{certified}"
    );
    checked(&desk, "helpers certified").await.unwrap();
    desk.click("to-acts").await.unwrap();
    let acts = desk.text("acts").await.unwrap();
    for act in [
        "accord pour l’aidant",
        "certifié par la structure",
        "commande sur la machine du portail",
    ] {
        assert!(acts.contains(act), "{acts}");
    }
    checked(&desk, "acts").await.unwrap();

    // The recovery ends: nobody waits, and one was counted, which is too few to be said.
    desk.click("to-figures").await.unwrap();
    let paths = desk.text("figure-paths").await.unwrap();
    assert!(!paths.contains("masqué"), "{paths}");
    approve(&mut asking, &home.amel, 0).await.unwrap();
    finish(asking, &new).await.unwrap();
    desk.visit("/pro/chiffres").await.unwrap();
    for counted in ["figure-paths", "figure-took"] {
        let said = desk.text(counted).await.unwrap();
        assert_eq!(said.matches("masqué").count(), 1, "{said}");
    }
    desk.click("to-home").await.unwrap();
    assert_eq!(desk.text("recoveries").await.unwrap(), "Personne n’attend.");
    desk.close().await.unwrap();

    // Narrow, and magnified: nothing sticks out.
    for (name, size) in [("narrow", (360, 640, 2)), ("magnified", (320, 256, 4))] {
        let desk = enter(&chromium, world, name, Role::Officer).await;
        desk.resize(size).await.unwrap();
        for (path, screen) in [
            ("/pro", "home"),
            ("/pro/stock", "stock"),
            ("/pro/seances", "sessions"),
            ("/pro/chiffres", "figures"),
            ("/pro/aidants", "helpers"),
            ("/pro/equipe", "team"),
        ] {
            desk.visit(path).await.unwrap();
            desk.on(screen).await.unwrap();
            desk.accessible(&format!("desk {screen} {name}"))
                .await
                .unwrap();
        }
        desk.close().await.unwrap();
    }
}
