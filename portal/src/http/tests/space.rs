//! A person's space over the wire.

use std::path::Path;

use tokio::io::AsyncWriteExt;
use wire::{
    BlobId, Code,
    api::{self, SyncAnswer, SyncRequest},
    folder::Folder,
    log::{Head, RekeyCause},
};

use super::harness::{Portal, bearer};
use crate::{
    fixtures::{Draft, anchor},
    jobs,
    store::{Read, Table},
};

fn all() -> SyncRequest {
    SyncRequest {
        log: Head::NONE,
        manifests: Vec::new(),
    }
}

#[tokio::test]
async fn a_paper_goes_in_and_comes_back_after_a_restart() {
    let portal = Portal::start().await;
    let (mut person, passkey, draft) = portal.move_in("yara").await;
    let again = portal
        .post("/v1/register/finish", &draft.commit(), None)
        .await;
    assert_eq!(again.read::<Head>(), person.head, "the same request again");
    let session = portal.open(&passkey).await;
    let blob = BlobId([1; 32]);
    let paper = person.blob(blob, 1 << 20);
    assert_eq!(portal.put_blob(&session, blob, &paper).await.status, 201);
    let twice = portal.put_blob(&session, blob, &paper).await;
    assert_eq!(twice.code(), Code::BlobExists);
    let manifest = person.manifest(Folder::Papiers, &[blob], &[]);
    let bytes = wire::encode(&manifest);
    for _ in 0..2 {
        let put = portal
            .send("PUT", "/v1/manifests/1", &bytes, Some(&session))
            .await;
        assert_eq!(put.status, 204);
    }
    person.wrote(&manifest);
    let put = portal
        .send("PUT", "/v1/anchor", &anchor(), Some(&session))
        .await;
    assert_eq!(put.status, 204);
    let nowhere = portal
        .send("PUT", "/v1/manifests/12", &bytes, Some(&session))
        .await;
    assert_eq!(nowhere.code(), Code::NotFound);

    let portal = portal.restart("data").await;
    let read = portal.get_blob(&session, blob).await;
    assert_eq!((read.status, read.body == paper), (200, true));
    assert_eq!(read.headers["content-type"], api::BLOB);
    let answer: SyncAnswer = portal.post("/v1/sync", &all(), Some(&session)).await.read();
    assert_eq!((answer.used, answer.quota), (1 << 20, 2 << 20));
    assert!(answer.manifests.iter().any(|m| **m == bytes));
    let unknown = portal.get_blob(&session, BlobId([2; 32])).await;
    assert_eq!(unknown.code(), Code::NotFound);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_blob_that_is_not_what_it_says_leaves_nothing_behind() {
    let portal = Portal::start().await;
    let (person, passkey, _) = portal.move_in("zoe").await;
    let session = portal.open(&passkey).await;
    let blob = BlobId([1; 32]);
    let another = person.blob(BlobId([2; 32]), 4_096);
    let put = portal.put_blob(&session, blob, &another).await;
    assert_eq!(put.code(), Code::Malformed);
    let put = portal.put_blob(&session, blob, &[0; 600_000]).await;
    assert_eq!(put.code(), Code::Malformed);
    let put = portal.put_blob(&session, blob, b"").await;
    assert_eq!(put.code(), Code::Malformed);
    let huge = person.blob(blob, (2 << 20) + 1);
    let put = portal.put_blob(&session, blob, &huge).await;
    assert_eq!(put.code(), Code::QuotaReached);
    assert_eq!(portal.files(Path::new("data/blobs")), 0);
    let answer: SyncAnswer = portal.post("/v1/sync", &all(), Some(&session)).await.read();
    assert_eq!(answer.used, 0);
    let whole = person.blob(blob, 4_096);
    assert_eq!(portal.put_blob(&session, blob, &whole).await.status, 201);
    portal.running.stop().await;
}

#[tokio::test]
async fn an_upload_cut_in_the_middle_gives_its_room_back() {
    let portal = Portal::start().await;
    let (person, passkey, _) = portal.move_in("abel").await;
    let session = portal.open(&passkey).await;
    let blob = BlobId([1; 32]);
    let paper = person.blob(blob, 1 << 20);
    let head = upload_head(&session, blob, paper.len());
    let mut stream = portal.connect().await;
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&paper[..700_000]).await.unwrap();
    stream.flush().await.unwrap();
    // Nothing to wait for but the portal itself: it has reserved room, then gives it up.
    wait_until(&portal, |uploads, _| uploads == 1).await;
    drop(stream);
    wait_until(&portal, |uploads, files| uploads == 0 && files == 0).await;
    // Its name is free a moment after its room is.
    while portal.running.app().uploads.is_active(&blob) {
        tokio::task::yield_now().await;
    }
    assert_eq!(portal.put_blob(&session, blob, &paper).await.status, 201);
    portal.running.stop().await;
}

/// Looks until the number of uploads and of files is as expected.
async fn wait_until(portal: &Portal, is_so: impl Fn(usize, usize) -> bool) {
    let looking = look_until(portal, is_so);
    let patience = std::time::Duration::from_secs(60);
    tokio::time::timeout(patience, looking).await.unwrap();
}

async fn look_until(portal: &Portal, is_so: impl Fn(usize, usize) -> bool) {
    let app = portal.running.app();
    loop {
        let uploads = app.read(|read| Ok(read.scan(Table::Uploads, &[], None, 9)?.len()));
        let uploads = uploads.await.unwrap();
        if is_so(uploads, portal.files(Path::new("data/blobs"))) {
            return;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_portal_that_stops_lets_an_upload_end() {
    let portal = Portal::start().await;
    let (person, passkey, _) = portal.move_in("agathe").await;
    let session = portal.open(&passkey).await;
    let blob = BlobId([1; 32]);
    let paper = person.blob(blob, 1 << 20);
    let mut stream = portal.connect().await;
    let head = upload_head(&session, blob, paper.len());
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(&paper[..700_000]).await.unwrap();
    stream.flush().await.unwrap();
    wait_until(&portal, |uploads, _| uploads == 1).await;
    let Portal {
        running,
        folder,
        tls,
        ..
    } = portal;
    let stopping = tokio::spawn(running.stop());
    stream.write_all(&paper[700_000..]).await.unwrap();
    stream.flush().await.unwrap();
    assert_eq!(super::harness::read(&mut stream).await.status, 201);
    stopping.await.unwrap();
    drop((folder, tls));
}

fn upload_head(session: &api::Session, blob: BlobId, length: usize) -> String {
    format!(
        "PUT /v1/blobs/{} HTTP/1.1\r\nhost: localhost\r\ncontent-type: {}\r\n\
         authorization: {}\r\ncontent-length: {length}\r\n\r\n",
        blob.to_hex(),
        api::BLOB,
        bearer(session),
    )
}

#[tokio::test]
async fn what_a_crash_leaves_of_an_upload_is_cleaned_at_the_start() {
    let portal = Portal::start().await;
    let (_, passkey, _) = portal.move_in("basile").await;
    let session = portal.open(&passkey).await;
    let app = portal.running.app().clone();
    let owner = crate::domain::session::Session {
        account: session.account,
        slot: session.slot,
        token: wire::Hash([0; 32]),
    };
    let (place, blob) = (app.place.clone(), BlobId([1; 32]));
    app.write(move |tx| crate::domain::blobs::reserve(tx, &place, &owner, &blob, 1_000, 0))
        .await
        .unwrap();
    drop(app);
    std::fs::write(portal.path("data/blobs/staging/left#1"), b"half").unwrap();
    let final_place = portal.path("data/blobs/01");
    std::fs::create_dir(&final_place).unwrap();
    std::fs::write(final_place.join(blob.to_hex()), b"whole but unknown").unwrap();
    let portal = portal.restart("data").await;
    assert_eq!(portal.files(Path::new("data/blobs")), 0);
    let answer: SyncAnswer = portal.post("/v1/sync", &all(), Some(&session)).await.read();
    assert_eq!(answer.used, 0);
    portal.running.stop().await;
}

#[tokio::test]
async fn what_nothing_needs_goes_with_its_file_after_a_week() {
    let portal = Portal::start().await;
    let (person, passkey, _) = portal.move_in("celia").await;
    let session = portal.open(&passkey).await;
    let blob = BlobId([1; 32]);
    let paper = person.blob(blob, 2_048);
    assert_eq!(portal.put_blob(&session, blob, &paper).await.status, 201);
    portal.running.hourly().await.unwrap();
    assert_eq!(portal.files(Path::new("data/blobs")), 1);
    portal.clock.advance(7 * 86_400);
    jobs::hourly(portal.running.app()).await.unwrap();
    assert_eq!(portal.files(Path::new("data/blobs")), 0);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_damaged_blob_says_so() {
    let portal = Portal::start().await;
    let (person, passkey, _) = portal.move_in("didier").await;
    let session = portal.open(&passkey).await;
    let blob = BlobId([1; 32]);
    let paper = person.blob(blob, 2_048);
    assert_eq!(portal.put_blob(&session, blob, &paper).await.status, 201);
    let file = portal.path(&format!("data/blobs/01/{}", blob.to_hex()));
    std::fs::write(&file, b"shorter").unwrap();
    assert_eq!(portal.get_blob(&session, blob).await.code(), Code::Damaged);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(portal.get_blob(&session, blob).await.code(), Code::Damaged);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_wrong_answer_uses_its_challenge_up() {
    let portal = Portal::start().await;
    let (_, passkey, _) = portal.move_in("elsa").await;
    let options = portal
        .ask("POST", "/v1/login/start", &[], None)
        .await
        .read();
    let wrong = passkey.open_with(&options, 0x01, 0);
    let refused = portal.post("/v1/login/finish", &wrong, None).await;
    assert_eq!(refused.code(), Code::AssertionRefused);
    let right = passkey.open(&options);
    let refused = portal.post("/v1/login/finish", &right, None).await;
    assert_eq!(refused.code(), Code::CeremonyExpired);
    portal.running.stop().await;
}

#[tokio::test]
async fn staging_before_genesis_needs_a_registration_under_way() {
    let portal = Portal::start().await;
    let stage = wire::encode(&api::Stage {
        items: Draft::default().staged(),
    });
    for (ceremony, code) in [
        ("00".repeat(16), Code::CeremonyExpired),
        ("x".into(), Code::Malformed),
    ] {
        let headers = [("content-type", api::CBOR), ("x-ceremony", &*ceremony)];
        let answer = portal
            .ask("POST", "/v1/stage", &headers, Some(&stage))
            .await;
        assert_eq!(answer.code(), code);
    }
    let options: api::WebauthnOptions = portal
        .ask("POST", "/v1/login/start", &[], None)
        .await
        .read();
    let ceremony = options.ceremony.to_hex();
    let headers = [("content-type", api::CBOR), ("x-ceremony", &*ceremony)];
    let answer = portal
        .ask("POST", "/v1/stage", &headers, Some(&stage))
        .await;
    assert_eq!(
        answer.code(),
        Code::CeremonyExpired,
        "an opening is no registration"
    );
    portal.running.stop().await;
}

#[tokio::test]
async fn whoever_hangs_up_while_room_is_reserved_leaves_nothing_reserved() {
    use crate::http::{blobs, extract};
    use axum::extract::{Path as UrlPath, State};

    let portal = Portal::start().await;
    let (_, passkey, _) = portal.move_in("fanny").await;
    let session = portal.open(&passkey).await;
    let (app, blob) = (portal.running.app().clone(), BlobId([1; 32]));
    let owner = crate::domain::session::Session {
        account: session.account,
        slot: session.slot,
        token: wire::Hash([0; 32]),
    };
    // The store is busy.
    let (busy, free) = std::sync::mpsc::channel::<()>();
    let store = app.space.clone();
    let held = tokio::spawn(async move {
        let held = store.write_async(move |_| {
            let _ = free.recv();
            Ok::<_, crate::store::StoreError>(())
        });
        held.await
    });
    tokio::task::yield_now().await;
    let handler = blobs::put(
        State(app.clone()),
        extract::Owner(owner),
        UrlPath(blob.to_hex()),
        extract::Streamed {
            body: axum::body::Body::empty(),
            length: 1_000,
        },
    );
    let mut handler = Box::pin(handler);
    let begun = async {
        while !app.uploads.is_active(&blob) {
            assert!(futures_util::poll!(handler.as_mut()).is_pending());
            tokio::task::yield_now().await;
        }
    };
    let patience = std::time::Duration::from_secs(60);
    tokio::time::timeout(patience, begun).await.unwrap();
    drop(handler);
    drop(busy);
    held.await.unwrap().unwrap();
    let ended = async {
        while app.uploads.is_active(&blob) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(patience, ended).await.unwrap();
    let answer: SyncAnswer = portal.post("/v1/sync", &all(), Some(&session)).await.read();
    assert_eq!(answer.used, 0);
    drop(app);
    portal.running.stop().await;
}

#[tokio::test]
async fn an_upload_that_nobody_works_on_is_given_up_within_the_hour() {
    let portal = Portal::start().await;
    let (_, passkey, _) = portal.move_in("gael").await;
    let session = portal.open(&passkey).await;
    let app = portal.running.app().clone();
    let owner = crate::domain::session::Session {
        account: session.account,
        slot: session.slot,
        token: wire::Hash([0; 32]),
    };
    let [left, active] = [BlobId([1; 32]), BlobId([2; 32])];
    let _uploading = app.uploads.begin(active).unwrap();
    for blob in [left, active] {
        let (place, now) = (app.place.clone(), app.now());
        app.write(move |tx| crate::domain::blobs::reserve(tx, &place, &owner, &blob, 1_000, now))
            .await
            .unwrap();
    }
    let used = async || {
        let read = app.read(move |read| {
            let usage: Option<crate::records::Usage> = read.get_record(&session.account.0)?;
            Ok(usage.unwrap_or_default().blobs)
        });
        read.await.unwrap()
    };
    portal.running.hourly().await.unwrap();
    assert_eq!(used().await, 2_000);
    portal.clock.advance(900);
    portal.running.hourly().await.unwrap();
    assert_eq!(used().await, 1_000, "the other goes on");
}

#[tokio::test]
async fn a_commit_is_answered_while_its_orders_still_wait() {
    let portal = Portal::start().await;
    let (mut person, passkey, _) = portal.move_in("hadja").await;
    let session = portal.open(&passkey).await;
    let stick = super::gate::Stick("hadja");
    stick.enrol(&portal).await.read::<api::GateKey>();
    let app = portal.running.app().clone();
    let waiting = async || {
        let read = app.read(|read| Ok(read.scan(Table::Outbox, &[], None, 9)?.len()));
        read.await.unwrap()
    };
    // Somebody else is handing on, and takes long.
    let held = app.handing.lock().await;
    let mut draft = Draft::default();
    person.rekey(&mut draft, RekeyCause::Compromise);
    draft.orders = vec![stick.name_control_order()];
    assert_eq!(portal.commit(&session, &draft).await.status, 200);
    assert_eq!(waiting().await, 1);
    drop(held);
    let handed_on = async {
        while waiting().await > 0 {
            tokio::task::yield_now().await;
        }
    };
    let patience = std::time::Duration::from_secs(60);
    tokio::time::timeout(patience, handed_on).await.unwrap();
    stick.destroy_by_control(&portal).await;
    assert_eq!(stick.status(&portal).await.code(), Code::GateDestroyed);
    portal.running.stop().await;
}
