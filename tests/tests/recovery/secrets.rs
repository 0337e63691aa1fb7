//! What crosses to a holder: no key of the person, no other share, no content, not even sealed.

use portal::{
    Settings,
    store::{Read, StoreError, Table},
};
use tests::{
    canary::{Canaries, count},
    recovering::{Home, LABEL, approve, ask, finish},
    report,
    world::{CODE, World, open},
};
use wire::{folder::Folder, random::System};

/// Tables of what is sealed for the person's own eyes.
const SEALED: [Table; 6] = [
    Table::Packages,
    Table::Boxes,
    Table::Manifests,
    Table::Slots,
    Table::Rolls,
    Table::Staged,
];

/// Every run of bytes that is long enough to be a secret or a ciphertext, out of a value.
fn pieces(value: &[u8]) -> impl Iterator<Item = &[u8]> {
    value.chunks_exact(48).skip(1)
}

#[tokio::test]
async fn nothing_of_the_person_crosses_to_a_holder() {
    let mut home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let random = &mut System::new();
    let canaries = Canaries::make(8, random);
    let mut space = open(&home.stick, CODE).await.unwrap().space;
    for pair in canaries.words().chunks(2) {
        space
            .put_note(Folder::Justice, &pair[0], &pair[1], random)
            .await
            .unwrap();
    }
    let account = space.account();
    space
        .lock(&key_core::Stick::new(home.stick.clone()), random)
        .await
        .unwrap();

    // What lies at the portal for the person, and for the other holders.
    home.world.stop().await;
    let settings = Settings::read(&home.world.data()).unwrap();
    let store = settings.file.engine.open(&settings.space_store()).unwrap();
    let rows: Result<Vec<_>, StoreError> = store.read(|read| {
        let mut found = Vec::new();
        for table in SEALED.into_iter().chain([Table::Payloads]) {
            for (key, value) in read.scan(table, account.as_ref(), None, usize::MAX)? {
                found.push((table, key, value));
            }
        }
        Ok(found)
    });
    let rows = rows.unwrap();
    store.close();
    home.world.restart().await.unwrap();
    home.reopen_holders().await.unwrap();

    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    asking.look(random).await.unwrap();
    let before = home.world.recorder().transcript().len();
    let held = tests::recovering::only(&home.amel).await.unwrap();
    let mut comparing = home.amel.compare(&held, random).unwrap();
    home.amel.meet(&mut comparing).await.unwrap();
    let between = home.world.recorder().transcript().len();
    asking.look(random).await.unwrap();
    let after = home.world.recorder().transcript().len();
    home.amel.see(&held, &mut comparing).await.unwrap().unwrap();
    home.amel.approve(&held, &comparing, random).await.unwrap();
    // What passed on the holder's own connection, both ways.
    let all = home.world.recorder().transcript();
    let crossed = [&all[before..between], &all[after..]].concat();
    assert!(crossed.len() > 4_000, "{} bytes", crossed.len());
    let own = home.helper.reader.fingerprint();
    let (mut looked, mut own_found) = (0, 0);
    for (table, key, value) in &rows {
        let is_own = *table == Table::Payloads && key.ends_with(own.as_ref());
        for piece in pieces(value) {
            let found = count(&crossed, piece);
            looked += 1;
            if is_own {
                own_found += found;
            } else {
                assert_eq!(found, 0, "{} crossed", table.name());
            }
        }
    }
    assert!(own_found > 0, "the search finds what is there");
    assert!(looked > 200, "{looked}");

    asking.look(random).await.unwrap();
    let opened = finish(asking, &new).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
    // And nothing of it passed anybody in the clear, the label that the person chose included.
    let all = home.world.recorder().transcript();
    assert_eq!(canaries.found_in(&all) + count(&all, LABEL.as_bytes()), 0);
    report::promise("recovery.helper", looked, 0).unwrap();
}

/// A22: shares, package and slots of before open nothing after a recovery.
#[tokio::test]
async fn what_was_arranged_before_opens_nothing_afterwards() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let before = open(&home.stick, CODE).await.unwrap().space;
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    let held = tests::recovering::only(&home.amel).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let opened = finish(asking, &new).await.unwrap();
    assert_eq!(opened.space.generation(), 2);
    // The slot: its session ended with it, and the stick opens nothing.
    let read = before.read(Folder::Argent, home.paper).await.unwrap_err();
    assert_eq!(read.code(), Some(wire::Code::Unauthorized));
    assert!(open(&home.stick, CODE).await.is_err());
    // The share: its suspend key freezes nobody any more.
    home.amel.suspend_held(&held, true).await.unwrap();
    let again = open(&new, tests::recovering::NEW_CODE).await.unwrap();
    home.is_whole(&again.space).await.unwrap();
    // What is kept for holders now is another thing under another policy.
    let fresh = tests::recovering::only(&home.amel).await.unwrap();
    assert!(fresh.waiting().is_none());
}
