//! Manifests, blobs, and what is staged.

use super::*;

#[test]
fn manifests_are_replaced_by_compare_and_set() {
    let (portal, mut person, _, session) = opened("mona");
    let folder = Folder::Travail;
    let one = person.manifest(folder, &[], &[]);
    portal.put(session, folder, &one).unwrap();
    portal.put(session, folder, &one).unwrap();
    assert_eq!(
        code(portal.put(session, Folder::Argent, &one)),
        Code::ManifestRefused
    );
    let blob = BlobId([1; 32]);
    portal.upload(session, blob, 100).unwrap();
    let rival = person.manifest(folder, &[blob], &[]);
    assert_eq!(
        code(portal.put(session, folder, &rival)),
        Code::ManifestConflict
    );
    person.wrote(&one);
    let unknown = person.manifest(folder, &[BlobId([2; 32])], &[]);
    assert_eq!(
        code(portal.put(session, folder, &unknown)),
        Code::ManifestRefused
    );
    let both = person.manifest(folder, &[blob], &[blob]);
    assert_eq!(
        code(portal.put(session, folder, &both)),
        Code::ManifestRefused
    );
    let two = person.manifest(folder, &[blob], &[]);
    portal.put(session, folder, &two).unwrap();
    let elsewhere = person.manifest(Folder::Argent, &[blob], &[]);
    assert_eq!(
        code(portal.put(session, Folder::Argent, &elsewhere)),
        Code::ManifestRefused
    );
    let mut forged = person.manifest(Folder::Argent, &[], &[]);
    forged.ciphertext.push(0);
    assert_eq!(
        code(portal.put(session, Folder::Argent, &forged)),
        Code::ManifestRefused
    );
    person.generation = 2;
    let stale = person.manifest(Folder::Argent, &[], &[]);
    assert_eq!(
        code(portal.put(session, Folder::Argent, &stale)),
        Code::StaleGeneration
    );
    person.generation = 1;
    person.folders[usize::from(folder.code())].1 = 2;
    person.wrote(&two);
    let ahead = person.manifest(folder, &[], &[]);
    assert_eq!(
        code(portal.put(session, folder, &ahead)),
        Code::ManifestRefused
    );
}

#[test]
fn blobs_are_counted_written_once_and_freed_after_a_week() {
    let (mut portal, mut person, _, session) = opened("nora");
    let (blob, other) = (BlobId([1; 32]), BlobId([2; 32]));
    portal.upload(session, blob, 1_000).unwrap();
    portal.upload(session, other, 24).unwrap();
    assert_eq!(code(portal.upload(session, blob, 10)), Code::BlobExists);
    let quota = portal.place.quota;
    assert_eq!(
        code(portal.upload(session, BlobId([3; 32]), quota)),
        Code::QuotaReached
    );
    let huge = wire::limits::BLOB + 1;
    assert_eq!(
        code(portal.upload(session, BlobId([3; 32]), huge)),
        Code::TooLarge
    );
    assert_eq!(portal.used(session), 1_024);

    let manifest = person.manifest(Folder::Papiers, &[blob], &[]);
    portal.put(session, Folder::Papiers, &manifest).unwrap();
    person.wrote(&manifest);
    let token = session.token;
    let touch = move |portal: &Portal| {
        let touched = portal.run(move |tx, place, _, now| {
            let session = Session { token, ..session };
            session::touch(tx, &session, now).map(|()| place.quota)
        });
        touched.unwrap();
    };
    portal.now += 7 * DAY;
    touch(&portal);
    portal.sweep();
    assert_eq!(portal.used(session), 1_000, "what nothing needed has gone");
    assert_eq!(
        code(portal.upload(session, other, 24)),
        Code::BlobExists,
        "its name has served"
    );
    let manifest = person.manifest(Folder::Papiers, &[], &[blob]);
    portal.put(session, Folder::Papiers, &manifest).unwrap();
    portal.now += 7 * DAY - 1;
    touch(&portal);
    portal.sweep();
    assert_eq!(portal.used(session), 1_000, "a week is not over");
    portal.now += 1;
    portal.sweep();
    assert_eq!(portal.used(session), 0);
    let trash = portal.run(|tx, _, _, _| Ok(tx.scan(Table::Trash, &[], None, 9)?.len()));
    assert_eq!(trash, Ok(2));
}

#[test]
fn somebody_elses_blob_is_not_there() {
    let (portal, _, _, session) = opened("omar");
    let (_, passkey) = moved_in(&portal, "paola");
    let other = portal.open(&passkey).unwrap();
    let blob = BlobId([1; 32]);
    portal.upload(session, blob, 10).unwrap();
    let find = |session: Session| {
        portal.run(move |tx, _, _, _| blobs::find(tx, &session, &blob).map(drop))
    };
    find(session).unwrap();
    assert_eq!(code(find(other)), Code::NotFound);
}

#[test]
fn sessions_end_when_idle_and_staged_items_after_a_week() {
    let (mut portal, ..) = opened("samira");
    let (_, passkey) = moved_in(&portal, "tomas");
    let answer = passkey.open(&portal.login_start());
    let opened = portal
        .run(move |tx, place, passkeys, now| {
            login::finish(tx, place, passkeys, &answer, now, &mut System::new())
        })
        .unwrap();
    let prove = |portal: &Portal| {
        portal.run(move |tx, place, _, now| {
            let proof = session::prove(tx, place.realm, &opened.token, now)?;
            session::touch(tx, &proof.session, now)?;
            Ok((proof.is_stale, proof.state))
        })
    };
    assert_eq!(prove(&portal), Ok((false, State::Live)));
    portal.now += 599;
    assert_eq!(prove(&portal), Ok((true, State::Live)));
    portal.now += 600;
    assert_eq!(code(prove(&portal)), Code::Unauthorized);
    let bench = Bench::of_account(&opened.account);
    let draft = Draft {
        items: vec![vec![1; 100]],
        ..Draft::default()
    };
    portal.stage(bench, &draft).unwrap();
    let staged = |portal: &Portal| {
        portal.run(move |tx, _, _, _| {
            Ok(tx
                .get_record::<Usage>(opened.account.as_ref())?
                .map_or(0, |u| u.staged))
        })
    };
    assert_eq!(staged(&portal), Ok(100));
    portal.now += 7 * DAY;
    portal.sweep();
    assert_eq!(staged(&portal), Ok(0));
    let tokens = portal.run(|tx, _, _, _| {
        Ok(tx.scan(Table::Tokens, &[], None, 9)?.len()
            + tx.scan(Table::SlotTokens, &[], None, 9)?.len())
    });
    assert_eq!(tokens, Ok(0));
}

#[test]
fn a_bench_has_its_bound() {
    let (portal, _, _, session) = opened("ulysse");
    let bench = Bench::of_account(&session.account);
    for n in 0..32u8 {
        let draft = Draft {
            items: vec![vec![n; 1 << 20]],
            ..Draft::default()
        };
        portal.stage(bench, &draft).unwrap();
        portal.stage(bench, &draft).unwrap();
    }
    let more = Draft {
        items: vec![vec![99; 1]],
        ..Draft::default()
    };
    assert_eq!(code(portal.stage(bench, &more)), Code::QuotaReached);
}
