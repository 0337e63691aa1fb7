//! Mandates that are over: stopped, or of somebody who is gone.

use super::*;

impl Scene {
    /// The structure says that the owner died, beside the portal that runs.
    async fn say_deceased(&self) -> u64 {
        let (path, account) = (self.portal.path("data"), self.owner.account);
        let clock = self.portal.clock.clone();
        let said = tokio::task::spawn_blocking(move || {
            accounts::say(&Settings::read(&path).unwrap(), account, None, &*clock)
        });
        said.await.unwrap().unwrap()
    }

    /// Which mandates a session's account is told are over by a death.
    async fn over(&self, session: &Session) -> Vec<MandateId> {
        let answer: wire::mandate::OverAnswer = self.bare("/v1/mandates/over", session).await;
        answer.mandates
    }

    async fn told(&self) -> Option<u64> {
        let session = self.portal.open(&self.owner_key).await;
        let answer: NoticesAnswer = self.bare("/v1/notices", &session).await;
        answer.deceased
    }
}

#[tokio::test]
async fn a_mandate_that_was_stopped_or_whose_people_are_gone_serves_nothing() {
    let mut scene = Scene::begin().await;
    assert_eq!(scene.give(scene.grant(Rights::Act)).await.status, 200);
    let (_, line) = scene.entry(Deed::List, ChainHead::NONE);
    scene.stop().await;
    let session = scene.helper_session().await;
    let answer = scene.asks(Deed::List, line.clone(), &session).await;
    assert_eq!(answer.code(), Code::Forbidden);

    // The helper is stopped.
    let mut again = scene.grant(Rights::See);
    again.mandate = MandateId([0x52; 16]);
    assert_eq!(scene.give(again.clone()).await.status, 200);
    let settings = Settings::read(&scene.portal.path("data")).unwrap();
    let officer = structure().1.officiate();
    let all = helpers::list(&settings, NOW).unwrap();
    let helper = all
        .iter()
        .find(|h| h.account == scene.helper.account)
        .unwrap();
    helpers::stop(&settings, &officer, &helper.number(), NOW).unwrap();
    let line = scene.changed(Deed::List, ChainHead::NONE, |e| {
        e.chain = Chain::Mandate(again.mandate);
    });
    let answer = scene.asks(Deed::List, line.clone(), &session).await;
    assert_eq!(answer.code(), Code::HelperStopped);

    // The owner signs the deletion of the space: every mandate ends with it.
    let mut draft = Draft::default();
    let root = scene.owner.root();
    scene.owner.log(&mut draft, &Op::Delete, &[&root]);
    let owner = scene.portal.open(&scene.owner_key).await;
    assert_eq!(scene.portal.commit(&owner, &draft).await.status, 200);
    let answer = scene.asks(Deed::List, line, &session).await;
    assert_eq!(answer.code(), Code::Forbidden);
    scene.portal.running.stop().await;
}

#[tokio::test]
async fn the_mandates_of_somebody_who_died_are_over_until_somebody_opens_the_space() {
    let mut scene = Scene::begin().await;
    assert_eq!(scene.give(scene.grant(Rights::Act)).await.status, 200);
    assert_eq!(scene.told().await, None);
    let session = scene.helper_session().await;
    let (blob, other) = (BlobId([0x62; 32]), BlobId([0x63; 32]));
    let bytes = scene.owner.blob(blob, 1_000);
    assert_eq!(scene.bring(&session, blob, &bytes).await.status, 201);
    let good = scene.dropped(blob, &bytes);
    let put = scene.hand_over(&session, &good, |_| {}).await;
    assert_eq!(put.status, 204);
    let head = scene.journal().await.lines[0].line.entry.hash();
    let head = ChainHead { n: 1, hash: head };

    assert!(scene.over(&session).await.is_empty());
    assert_eq!(scene.say_deceased().await, NOW + 92 * DAY);
    assert_eq!(scene.over(&session).await, [ID]);
    let (_, line) = scene.entry(Deed::List, head);
    for refused in [
        scene.asks(Deed::List, line.clone(), &session).await,
        scene
            .asks(Deed::Read, scene.entry(Deed::Read, head).1, &session)
            .await,
        scene
            .bring(&session, other, &scene.owner.blob(other, 1_000))
            .await,
        scene.hand_over(&session, &good, |_| {}).await,
    ] {
        assert_eq!(refused.code(), Code::MandateOver);
    }

    // It was a mistake: nothing is lost, what waited waits.
    assert_eq!(scene.told().await, Some(NOW));
    assert!(scene.over(&session).await.is_empty());
    assert_eq!(scene.waiting().await.drops.len(), 1);
    let served = scene.asks(Deed::List, line, &session).await;
    assert_eq!(served.status, 200);
    // Nor does a mandate outlast its days by that.
    scene.say_deceased().await;
    scene.portal.clock.advance(31 * DAY);
    scene.told().await;
    let session = scene.helper_session().await;
    let (_, line) = scene.entry(Deed::List, head);
    let over = scene.asks(Deed::List, line, &session).await;
    assert_eq!(over.code(), Code::MandateOver);
    scene.portal.running.stop().await;
}

#[tokio::test]
async fn the_code_on_the_paper_says_whose_mandate_it_is() {
    let mut scene = Scene::begin().await;
    assert_eq!(scene.give(scene.grant(Rights::See)).await.status, 200);
    let session = scene.helper_session().await;
    let own: EntrustedAnswer = scene.bare("/v1/mandates", &session).await;
    let code = MandateCode::of(&own.mandates[0].grant);
    scene.stop().await;
    let (path, account) = (scene.portal.path("data"), scene.owner.account);
    let clock = scene.portal.clock.clone();
    scene.portal.running.stop().await;
    // Straight from the stores, where no portal runs.
    let settings = Settings::read(&path).unwrap();
    let found = accounts::giver(&settings, code, &*clock);
    assert_eq!(found.unwrap(), account);
    let nobody = MandateCode::parse("K7P29XQ4M3TBK7P2").unwrap();
    let error = accounts::giver(&settings, nobody, &*clock).unwrap_err();
    assert!(error.to_string().contains("no such account"), "{error}");
}

#[tokio::test]
async fn a_space_that_an_older_backup_brings_back_leaves_its_helpers_nothing() {
    let mut scene = Scene::begin().await;
    assert_eq!(scene.give(scene.grant(Rights::Act)).await.status, 200);
    let portal = &scene.portal;
    portal.running.backup(portal.path("backup")).await.unwrap();
    let mut draft = Draft::default();
    let root = scene.owner.root();
    scene.owner.log(&mut draft, &Op::Delete, &[&root]);
    let owner = portal.open(&scene.owner_key).await;
    assert_eq!(portal.commit(&owner, &draft).await.status, 200);
    portal.clock.advance(7 * DAY);
    portal.running.hourly().await.unwrap();

    let (from, to) = (portal.path("backup"), portal.path("restored"));
    let sealed = GateBackup {
        folder: portal.path("data/gate-backup"),
        key: gate::BackupPrivate::from_bytes(structure().1.backup().expose_bytes()),
    };
    let restored = tokio::task::spawn_blocking(move || restore(&from, &to, Some(&sealed)));
    assert_eq!(restored.await.unwrap().unwrap().deleted, 1);
    scene.portal = scene.portal.restart("restored").await;
    let session = scene.helper_session().await;
    for _ in 0..2 {
        let left: EntrustedAnswer = scene.bare("/v1/mandates", &session).await;
        assert!(left.mandates.is_empty());
        scene.portal.running.hourly().await.unwrap();
    }
    let app = scene.portal.running.app();
    let rows = app.glance(|read| Ok(read.scan(Table::Entrusted, &[], None, 9)?.len()));
    assert_eq!(rows, Ok(0));
    scene.portal.running.stop().await;
}
