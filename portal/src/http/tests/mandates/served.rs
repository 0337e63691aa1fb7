//! What a mandate shows: under what entry, to whom, and until when.

use super::*;

#[tokio::test]
async fn what_a_mandate_shows_is_served_once_it_is_written_down() {
    let mut scene = Scene::begin().await;
    assert_eq!(scene.give(scene.grant(Rights::See)).await.status, 200);
    let session = scene.helper_session().await;
    let other = scene.portal.open(&scene.other_key).await;
    let none: EntrustedAnswer = scene.bare("/v1/mandates", &other).await;
    assert!(none.mandates.is_empty());
    let own: EntrustedAnswer = scene.bare("/v1/mandates", &session).await;
    assert_eq!((own.mandates.len(), own.mandates[0].keys.len()), (1, 1));
    let (_, line) = scene.entry(Deed::List, ChainHead::NONE);
    let hash = line.entry.hash();
    let first: FolderAnswer = scene.asks(Deed::List, line.clone(), &session).await.read();
    assert_eq!(first.time, NOW);
    // The answer was lost, perhaps: the same entry is answered again, and written once.
    let again: FolderAnswer = scene.asks(Deed::List, line, &session).await.read();
    assert_eq!(again, first);
    let head = ChainHead { n: 1, hash };
    let (_, line) = scene.entry(Deed::Read, head);
    let read = scene.asks(Deed::Read, line, &session).await;
    assert_eq!((read.status, read.body.len()), (200, 2_000));
    let journal = scene.journal().await;
    assert_eq!(journal.lines.len(), 2);
    scene.portal.running.stop().await;
}

#[tokio::test]
async fn entries_that_do_not_fit_serve_nothing_and_are_written_nowhere() {
    let mut scene = Scene::begin().await;
    assert_eq!(scene.give(scene.grant(Rights::See)).await.status, 200);
    let session = scene.helper_session().await;
    let start = ChainHead::NONE;
    type Change = fn(&mut JournalEntry);
    let cases: [(&str, Change, Code); 12] = [
        (
            "another folder",
            |e| e.folder = Some(Folder::Logement),
            Code::Forbidden,
        ),
        (
            "the private one",
            |e| e.folder = Some(Folder::Private),
            Code::Forbidden,
        ),
        ("no folder", |e| e.folder = None, Code::Forbidden),
        (
            "the owner's chain",
            |e| e.chain = Chain::Owner,
            Code::Forbidden,
        ),
        (
            "another mandate",
            |e| e.chain = Chain::Mandate(MandateId([9; 16])),
            Code::Forbidden,
        ),
        (
            "another account",
            |e| e.account = wire::AccountId([9; 32]),
            Code::Forbidden,
        ),
        (
            "another realm",
            |e| e.realm = wire::Realm::Prod,
            Code::Forbidden,
        ),
        ("another deed", |e| e.deed = Deed::Drop, Code::Forbidden),
        ("a gap", |e| e.n = 2, Code::JournalConflict),
        (
            "another before",
            |e| e.prev = Hash([1; 32]),
            Code::JournalConflict,
        ),
        (
            "another detail",
            |e| e.detail = Hash([1; 32]),
            Code::Malformed,
        ),
        ("tomorrow", |e| e.time += DAY, Code::ClockAhead),
    ];
    for (what, change, expected) in cases {
        for deed in [Deed::List, Deed::Read] {
            let line = scene.changed(deed, start, change);
            let answer = scene.asks(deed, line, &session).await;
            assert_eq!(answer.code(), expected, "{what} {deed:?}");
        }
    }
    // By keys that the grant does not name, and by nobody's.
    let (entry, line) = scene.entry(Deed::List, start);
    for signer in [scene.owner.author(), scene.helper.root()] {
        let forged = Line {
            entry: signer.sign(&entry),
            ..line.clone()
        };
        let answer = scene.asks(Deed::List, forged, &session).await;
        assert_eq!(answer.code(), Code::Forbidden);
    }
    // Papers that are not in the folder, or more than one, or none.
    let stranger = BlobId([0x62; 32]);
    for (blobs, expected) in [
        (vec![stranger], Code::NotFound),
        (vec![], Code::Malformed),
        (vec![scene.blob, scene.blob], Code::Malformed),
    ] {
        let line = scene.changed(Deed::Read, start, |e| e.blobs.clone_from(&blobs));
        let answer = scene.asks(Deed::Read, line, &session).await;
        assert_eq!(answer.code(), expected, "{blobs:?}");
    }
    assert!(scene.journal().await.lines.is_empty());
    scene.portal.running.stop().await;
}

#[tokio::test]
async fn a_mandate_serves_its_helper_alone_and_for_its_time() {
    let mut scene = Scene::begin().await;
    assert_eq!(scene.give(scene.grant(Rights::See)).await.status, 200);
    let (_, line) = scene.entry(Deed::List, ChainHead::NONE);
    // Another helper, with the very entry of the first.
    let other = scene.portal.open(&scene.other_key).await;
    let answer = scene.asks(Deed::List, line.clone(), &other).await;
    assert_eq!(answer.code(), Code::Forbidden);
    // The owner, by the helper's door.
    let owner = scene.portal.open(&scene.owner_key).await;
    let answer = scene.asks(Deed::List, line.clone(), &owner).await;
    assert_eq!(answer.code(), Code::Forbidden);
    // The helper, by the owner's doors: a session of one's own opens no space of others.
    let session = scene.helper_session().await;
    assert_eq!(
        scene.portal.get_blob(&session, scene.blob).await.code(),
        Code::NotFound
    );

    scene.portal.clock.advance(31 * DAY);
    let late = scene.helper_session().await;
    let answer = scene.asks(Deed::List, line.clone(), &late).await;
    assert_eq!(answer.code(), Code::MandateOver);
    // Ninety days and the certificate is over too; the mandate comes first, which the helper can do
    // nothing about.
    scene.portal.clock.advance(90 * DAY);
    let later = scene.helper_session().await;
    let answer = scene.asks(Deed::List, line, &later).await;
    assert_eq!(answer.code(), Code::MandateOver);
    scene.portal.running.stop().await;
}

#[tokio::test]
async fn an_entry_serves_again_for_two_minutes_and_not_once_more_later() {
    let mut scene = Scene::begin().await;
    assert_eq!(scene.give(scene.grant(Rights::See)).await.status, 200);
    let session = scene.helper_session().await;
    let (_, line) = scene.entry(Deed::Read, ChainHead::NONE);
    for _ in 0..2 {
        let answer = scene.asks(Deed::Read, line.clone(), &session).await;
        assert_eq!(answer.status, 200);
        scene.portal.clock.advance(119);
    }
    scene.portal.clock.advance(1);
    let late = scene.asks(Deed::Read, line.clone(), &session).await;
    assert_eq!(late.code(), Code::JournalConflict);
    // What follows is a look of its own, which the owner reads.
    let head = ChainHead {
        n: 1,
        hash: line.entry.hash(),
    };
    let (_, next) = scene.entry(Deed::Read, head);
    assert_eq!(scene.asks(Deed::Read, next, &session).await.status, 200);
    assert_eq!(scene.journal().await.lines.len(), 2);
    scene.portal.running.stop().await;
}

#[tokio::test]
async fn a_long_journal_comes_in_pieces() {
    const ENTRIES: u64 = 640;
    let mut scene = Scene::begin().await;
    assert_eq!(scene.give(scene.grant(Rights::See)).await.status, 200);
    let session = scene.helper_session().await;
    let mut head = ChainHead::NONE;
    for n in 1..=ENTRIES {
        let (_, line) = scene.entry(Deed::List, head);
        let hash = line.entry.hash();
        assert_eq!(scene.asks(Deed::List, line, &session).await.status, 200);
        head = ChainHead { n, hash };
    }
    let owner = scene.portal.open(&scene.owner_key).await;
    let (mut known, mut pieces) = (0, 0);
    loop {
        let request = JournalRequest {
            known: vec![(Chain::Mandate(ID), known)],
        };
        let answer = scene
            .portal
            .post("/v1/journal", &request, Some(&owner))
            .await;
        let answer: JournalAnswer = answer.read();
        for received in &answer.lines {
            known += 1;
            assert_eq!(received.line.entry.claimed().unwrap().n, known);
        }
        pieces += 1;
        if !answer.more {
            break;
        }
    }
    assert_eq!(known, ENTRIES);
    assert!(pieces > 1);
    scene.portal.running.stop().await;
}
