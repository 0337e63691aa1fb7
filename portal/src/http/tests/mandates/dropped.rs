//! What a helper drops for the person.

use super::*;

impl Scene {
    pub(super) async fn waiting(&self) -> DropsAnswer {
        let owner = self.portal.open(&self.owner_key).await;
        self.bare("/v1/drops", &owner).await
    }

    pub(super) async fn bring(&self, session: &Session, blob: BlobId, bytes: &[u8]) -> Answer {
        let (bearer, mandate) = (bearer(session), self.id.to_hex());
        let headers = [
            ("content-type", wire::api::BLOB),
            ("authorization", &*bearer),
            ("x-mandate", &*mandate),
        ];
        let path = format!("/v1/mandates/blobs/{}", blob.to_hex());
        self.portal.ask("PUT", &path, &headers, Some(bytes)).await
    }

    pub(super) fn dropped(&self, blob: BlobId, bytes: &[u8]) -> Dropped {
        Dropped {
            realm: REALM,
            account: self.owner.account,
            mandate: self.id,
            id: DropId([0x71; 16]),
            folder: Folder::Argent,
            blob,
            ciphertext: Hash::of(bytes),
            recipient: self.owner.reader().fingerprint(),
            sealed: Hash::of(&wire::encode(&sealed(1_040))),
        }
    }

    /// Hands a drop over, changed and signed, with an entry for the one that is meant.
    pub(super) async fn hand_over(
        &self,
        session: &Session,
        good: &Dropped,
        change: impl Fn(&mut Dropped),
    ) -> Answer {
        let mut drop = good.clone();
        change(&mut drop);
        let line = self.changed(Deed::Drop, ChainHead::NONE, |entry| {
            entry.chain = Chain::Mandate(good.mandate);
            entry.blobs = vec![good.blob];
        });
        let drop: Signed<Dropped> = self.helper.author().sign(&drop);
        let request = DropRequest {
            line,
            drop,
            sealed: sealed(1_040),
        };
        self.portal
            .post("/v1/mandates/drop", &request, Some(session))
            .await
    }
}

#[tokio::test]
async fn a_drop_needs_the_right_its_blob_and_its_signature() {
    let mut scene = Scene::begin().await;
    assert_eq!(scene.give(scene.grant(Rights::See)).await.status, 200);
    let session = scene.helper_session().await;
    let blob = BlobId([0x63; 32]);
    let bytes = scene.owner.blob(blob, 1_500);
    assert_eq!(
        scene.bring(&session, blob, &bytes).await.code(),
        Code::Forbidden
    );
    scene.stop().await;
    let mut dropping = scene.grant(Rights::Drop);
    dropping.mandate = MandateId([0x53; 16]);
    assert_eq!(scene.give(dropping.clone()).await.status, 200);
    scene.id = dropping.mandate;
    // What is no blob of the owner's, and what nobody may bring.
    let own = scene.helper.blob(blob, 1_500);
    assert_eq!(
        scene.bring(&session, blob, &own).await.code(),
        Code::Malformed
    );
    let other = scene.portal.open(&scene.other_key).await;
    assert_eq!(
        scene.bring(&other, blob, &bytes).await.code(),
        Code::Forbidden
    );

    let good = scene.dropped(blob, &bytes);
    // Before its blob is there.
    let early = scene.hand_over(&session, &good, |_| {}).await;
    assert_eq!(early.code(), Code::ItemMissing);
    assert_eq!(scene.bring(&session, blob, &bytes).await.status, 201);
    type Change = fn(&mut Dropped);
    let cases: [(&str, Change, Code); 8] = [
        (
            "another folder",
            |d| d.folder = Folder::Logement,
            Code::Forbidden,
        ),
        (
            "another account",
            |d| d.account = wire::AccountId([1; 32]),
            Code::Forbidden,
        ),
        ("another mandate", |d| d.mandate = ID, Code::Forbidden),
        (
            "another blob",
            |d| d.blob = BlobId([1; 32]),
            Code::Forbidden,
        ),
        (
            "another realm",
            |d| d.realm = wire::Realm::Prod,
            Code::Forbidden,
        ),
        (
            "other bytes",
            |d| d.ciphertext = Hash([1; 32]),
            Code::Malformed,
        ),
        (
            "another seal",
            |d| d.sealed = Hash([1; 32]),
            Code::Malformed,
        ),
        (
            "an older reader",
            |d| d.recipient = Hash([1; 32]),
            Code::StaleGeneration,
        ),
    ];
    for (what, change, expected) in cases {
        let answer = scene.hand_over(&session, &good, change).await;
        assert_eq!(answer.code(), expected, "{what}");
    }
    assert!(scene.waiting().await.drops.is_empty());
    assert!(scene.journal().await.lines.is_empty());
    assert_eq!(scene.hand_over(&session, &good, |_| {}).await.status, 204);
    assert_eq!(scene.hand_over(&session, &good, |_| {}).await.status, 204);
    assert_eq!(scene.waiting().await.drops.len(), 1);
    assert_eq!(scene.journal().await.lines.len(), 1);
    // Only what waits, of this folder, is taken.
    let owner = scene.portal.open(&scene.owner_key).await;
    for (folder, drop, expected) in [
        (Folder::Argent, DropId([9; 16]), Some(Code::ManifestRefused)),
        (Folder::Famille, good.id, Some(Code::ManifestRefused)),
        (Folder::Argent, good.id, None),
        (Folder::Argent, good.id, Some(Code::ManifestRefused)),
    ] {
        let list = scene.owner.manifest_taking(folder, &[drop]);
        let path = format!("/v1/manifests/{}", folder.code());
        let body = wire::encode(&list);
        let answer = scene.portal.send("PUT", &path, &body, Some(&owner)).await;
        match expected {
            Some(code) => assert_eq!(answer.code(), code, "{folder:?}"),
            None => {
                assert_eq!(answer.status, 204);
                scene.owner.wrote(&list);
            }
        }
    }
    assert!(scene.waiting().await.drops.is_empty());
    assert_eq!(
        scene.portal.get_blob(&owner, blob).await.code(),
        Code::NotFound
    );
    scene.portal.running.stop().await;
}

#[tokio::test]
async fn a_drop_takes_no_blob_that_did_not_come_under_its_own_mandate() {
    let mut scene = Scene::begin().await;
    assert_eq!(scene.give(scene.grant(Rights::Act)).await.status, 200);
    let mut second = scene.grant(Rights::Act);
    second.mandate = MandateId([0x54; 16]);
    assert_eq!(scene.give(second.clone()).await.status, 200);
    let owner = scene.portal.open(&scene.owner_key).await;
    let session = scene.helper_session().await;
    // A paper that the owner is just putting in: there, and in no list yet.
    let own = BlobId([0x64; 32]);
    let bytes = scene.owner.blob(own, 1_500);
    assert_eq!(scene.portal.put_blob(&owner, own, &bytes).await.status, 201);
    let drop = scene.dropped(own, &bytes);
    let refused = scene.hand_over(&session, &drop, |_| {}).await;
    assert_eq!(refused.code(), Code::ItemMissing);
    // One that came under another mandate.
    let other = BlobId([0x65; 32]);
    let bytes = scene.owner.blob(other, 1_500);
    scene.id = second.mandate;
    assert_eq!(scene.bring(&session, other, &bytes).await.status, 201);
    scene.id = ID;
    let drop = scene.dropped(other, &bytes);
    let refused = scene.hand_over(&session, &drop, |_| {}).await;
    assert_eq!(refused.code(), Code::ItemMissing);
    scene.id = second.mandate;
    let drop = scene.dropped(other, &bytes);
    assert_eq!(scene.hand_over(&session, &drop, |_| {}).await.status, 204);

    // An older portal took it all the same: deciding, or the end of the mandate, removes no such blob.
    let key = [&scene.owner.account.0[..], &second.mandate.0, &other.0].concat();
    let forgotten = scene.portal.running.app().write(move |tx| {
        tx.delete(Table::DropBlobs, key);
        Ok(())
    });
    forgotten.await.unwrap();
    let list = scene.owner.manifest_taking(Folder::Argent, &[drop.id]);
    let path = format!("/v1/manifests/{}", Folder::Argent.code());
    let body = wire::encode(&list);
    let put = scene.portal.send("PUT", &path, &body, Some(&owner)).await;
    assert_eq!(put.status, 204);
    assert!(scene.waiting().await.drops.is_empty());
    assert_eq!(scene.portal.get_blob(&owner, other).await.status, 200);
    scene.portal.running.stop().await;
}
