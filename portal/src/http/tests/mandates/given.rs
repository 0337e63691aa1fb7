//! A mandate is given: what its entry must say, and how many there may be.

use super::*;

#[tokio::test]
async fn a_grant_that_is_not_what_it_says_is_refused() {
    let mut scene = Scene::begin().await;
    let good = scene.grant(Rights::See);
    type Change = fn(&mut Grant);
    let cases: [(&str, Change, Code); 11] = [
        (
            "to oneself",
            |g| g.grantee = wire::AccountId([0; 32]),
            Code::HelperStopped,
        ),
        (
            "another author",
            |g| g.author = Hash([1; 32]),
            Code::LogRefused,
        ),
        (
            "another reader",
            |g| g.reader = Hash([1; 32]),
            Code::LogRefused,
        ),
        (
            "the private folder",
            |g| g.folders = vec![Folder::Private],
            Code::LogRefused,
        ),
        ("no folder", |g| g.folders.clear(), Code::LogRefused),
        (
            "folders out of order",
            |g| g.folders = vec![Folder::Argent, Folder::Famille],
            Code::LogRefused,
        ),
        (
            "an end before its start",
            |g| g.not_after = g.not_before,
            Code::LogRefused,
        ),
        (
            "over already",
            |g| (g.not_before, g.not_after) = (NOW - 2 * DAY, NOW - DAY),
            Code::LogRefused,
        ),
        (
            "for two years",
            |g| g.not_after = g.not_before + 730 * DAY,
            Code::LogRefused,
        ),
        (
            "from tomorrow",
            |g| g.not_before = NOW + DAY,
            Code::LogRefused,
        ),
        (
            "boxes for a right that sees nothing",
            |g| g.rights = Rights::Drop,
            Code::LogRefused,
        ),
    ];
    for (what, change, expected) in cases {
        let mut draft = Draft::default();
        let head = scene.owner.head;
        scene
            .owner
            .grant_as(&mut draft, good.clone(), &scene.helper, change);
        let session = scene.portal.open(&scene.owner_key).await;
        let answer = scene.portal.commit(&session, &draft).await;
        assert_eq!(answer.code(), expected, "{what}");
        scene.owner.head = head;
    }
    // To the owner's very account.
    let mut own = good.clone();
    own.grantee = scene.owner.account;
    assert_eq!(scene.give(own).await.code(), Code::LogRefused);
    assert_eq!(scene.give(good.clone()).await.status, 200);
    // The same mandate again.
    assert_eq!(scene.give(good).await.code(), Code::LogRefused);
    scene.portal.running.stop().await;
}

#[tokio::test]
async fn two_drops_never_have_one_name_and_two_people_never_give_one_mandate() {
    let mut scene = Scene::begin().await;
    assert_eq!(scene.give(scene.grant(Rights::Act)).await.status, 200);
    let mut second = scene.grant(Rights::Act);
    second.mandate = MandateId([0x54; 16]);
    assert_eq!(scene.give(second.clone()).await.status, 200);
    let session = scene.helper_session().await;
    for (mandate, blob, expected) in [
        (ID, BlobId([0x64; 32]), None),
        (second.mandate, BlobId([0x65; 32]), Some(Code::Forbidden)),
    ] {
        scene.id = mandate;
        let bytes = scene.owner.blob(blob, 1_500);
        assert_eq!(scene.bring(&session, blob, &bytes).await.status, 201);
        let drop = scene.dropped(blob, &bytes);
        let answer = scene.hand_over(&session, &drop, |_| {}).await;
        match expected {
            Some(code) => assert_eq!(answer.code(), code),
            None => assert_eq!(answer.status, 204),
        }
    }
    // Of two with one name, from a portal of before, the owner's list could mean either.
    let row = |mandate: MandateId| {
        let id = DropId([0x71; 16]);
        [&scene.owner.account.0[..], &mandate.0, &id.0].concat()
    };
    let (first, other) = (row(ID), row(second.mandate));
    let doubled = scene.portal.running.app().write(move |tx| {
        let known = tx.get(Table::Drops, &first)?.unwrap();
        tx.put(Table::Drops, other, known);
        Ok(())
    });
    doubled.await.unwrap();
    let owner = scene.portal.open(&scene.owner_key).await;
    let list = scene
        .owner
        .manifest_taking(Folder::Argent, &[DropId([0x71; 16])]);
    let path = format!("/v1/manifests/{}", Folder::Argent.code());
    let body = wire::encode(&list);
    let put = scene.portal.send("PUT", &path, &body, Some(&owner)).await;
    assert_eq!(put.code(), Code::ManifestRefused);

    // Somebody else gives the same helper a mandate of the same name: it could stand before the first.
    let (mut stranger, stranger_key, _) = scene.portal.move_in("stranger").await;
    let mut draft = Draft::default();
    stranger.grant(&mut draft, scene.grant(Rights::See), &scene.helper);
    let theirs = scene.portal.open(&stranger_key).await;
    let answer = scene.portal.commit(&theirs, &draft).await;
    assert_eq!(answer.code(), Code::LogRefused);
    scene.portal.running.stop().await;
}

#[tokio::test]
async fn a_helper_holds_so_many_mandates_and_what_is_over_makes_room() {
    let mut scene = Scene::begin().await;
    assert_eq!(scene.give(scene.grant(Rights::See)).await.status, 200);
    // Somebody else gave this helper as many as there may be, but one.
    let (owner, helper) = (scene.owner.account, scene.helper.account);
    let other = wire::AccountId([0xaa; 32]);
    let filled = scene.portal.running.app().write(move |tx| {
        let mut account: Account = tx.get_record(&owner.0)?.unwrap();
        let known = account.state.grants[&ID].clone();
        for n in 1..wire::limits::ENTRUSTED {
            let mut id = MandateId([0xbb; 16]);
            id.0[..8].copy_from_slice(&n.to_be_bytes());
            account.state.grants.insert(id, known.clone());
            let line = [&helper.0[..], &other.0, &id.0].concat();
            tx.put_record(line, &EntrustedRow { seq: 0 });
        }
        tx.put_record(other.0, &account);
        Ok(())
    });
    filled.await.unwrap();
    let mut more = scene.grant(Rights::See);
    more.mandate = MandateId([0x54; 16]);
    assert_eq!(scene.give(more.clone()).await.code(), Code::HelperFull);
    // A month after their end they no longer count, and are shown no longer.
    scene.portal.clock.advance((31 + 31) * DAY - 1);
    (more.not_before, more.not_after) = (NOW + 61 * DAY, NOW + 80 * DAY);
    assert_eq!(scene.give(more.clone()).await.code(), Code::HelperFull);
    scene.portal.clock.advance(1);
    assert_eq!(scene.give(more).await.status, 200);
    let session = scene.helper_session().await;
    let shown: EntrustedAnswer = scene.bare("/v1/mandates", &session).await;
    assert_eq!(shown.mandates.len(), 1);
    scene.portal.running.stop().await;
}

#[tokio::test]
async fn new_keys_for_as_many_mandates_as_there_may_be_are_one_commit() {
    let mut scene = Scene::begin().await;
    let shown: Vec<Folder> = Folder::ALL.into_iter().filter(|f| f.grantable()).collect();
    for n in 0..u8::try_from(wire::limits::MANDATES).unwrap() {
        let mut grant = scene.grant(Rights::See);
        (grant.mandate, grant.folders) = (MandateId([n; 16]), shown.clone());
        assert_eq!(scene.give(grant).await.status, 200, "{n}");
    }
    let mut draft = Draft::default();
    scene.owner.rekey(&mut draft, RekeyCause::Compromise);
    // Two things for each folder, a box for each that is shown, and the seals of the only slot.
    assert_eq!(draft.items.len(), 24 + 32 * 11 + 1);
    assert!(draft.bytes().len() < wire::limits::COMMIT / 2);
    let session = scene.portal.open(&scene.owner_key).await;
    for items in draft.items.chunks(wire::limits::STAGE_ITEMS) {
        let part = Draft {
            items: items.to_vec(),
            ..Draft::default()
        };
        scene.portal.stage(&session, &part).await;
    }
    let commit = draft.commit();
    let done = scene.portal.post("/v1/commit", &commit, Some(&session));
    assert_eq!(done.await.status, 200);
    scene.portal.running.stop().await;
}
