//! A person who was helped for a long time: what was seen of the journal stands in nobody's way.

use key_core::{
    Space, Stick, WallWatch,
    help::{Length, Rights, Terms},
};
use tests::{
    recovering::{Home, approve, ask, finish},
    world::{CODE, World, code, open},
};
use wire::{Random, folder::Folder, random::System};

/// Mandates, and the helper looked under each of them.
async fn helped(home: &Home, space: &mut Space, times: usize) {
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let stick = Stick::new(home.stick.clone());
    let terms = Terms {
        folders: vec![Folder::Argent],
        rights: Rights::See,
        length: Length::Day,
        person: "Lina".into(),
        structure: "Maison des droits".into(),
        place: "Lille".into(),
    };
    for _ in 0..times {
        let administration = space
            .administer(&stick, &code(CODE), random, &watch)
            .await
            .unwrap();
        let helper = (home.helper.clone(), "Mandat de Lina à Amel.".to_owned());
        administration
            .entrust(&[helper], &terms, random)
            .await
            .unwrap();
    }
    for mut mandate in home.amel.entrusted().await.unwrap() {
        look(home, &mut mandate, random).await;
    }
}

async fn look(home: &Home, mandate: &mut key_core::help::Entrusted, random: &mut dyn Random) {
    home.amel
        .open_entrusted(mandate, Folder::Argent, None, random)
        .await
        .unwrap();
}

/// Longer than what stick, anchor or share have room for.
const LONG: usize = 30;

#[tokio::test]
async fn long_help_stops_neither_a_new_card_nor_a_recovery() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let mut space = open(&home.stick, CODE).await.unwrap().space;
    helped(&home, &mut space, LONG).await;
    assert_eq!(space.journal().await.unwrap().len(), LONG);
    // Holders and card are arranged anew, with the journal seen.
    let stick = Stick::new(home.stick.clone());
    let mut administration = space
        .administer(&stick, &code(CODE), random, &watch)
        .await
        .unwrap();
    let card = administration.new_card(random).await.unwrap();
    space.lock(&stick, random).await.unwrap();
    // And the stick opens again, with what it remembers.
    let mut space = open(&home.stick, CODE).await.unwrap().space;
    assert_eq!(space.journal().await.unwrap().len(), LONG);
    drop(space);

    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, Some(card)).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let mut opened = finish(asking, &new).await.unwrap().space;
    assert_eq!(opened.journal().await.unwrap().len(), LONG);
    home.is_whole(&opened).await.unwrap();
}
