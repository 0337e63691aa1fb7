//! A hostile helper, who speaks the API with good keys of their own: what no mandate of theirs allows is
//! refused, and whatever is served stands in the journal.

mod counted;

use wire::{
    BlobId, Code, DropId, Hash, MandateId, Signed,
    api::{NoticesAnswer, Session},
    folder::Folder,
    log::{Grant, Op, RekeyCause, Rights},
    mandate::{
        Chain, ChainHead, Deed, DropRequest, Dropped, DropsAnswer, EntrustedAnswer, FolderAnswer,
        JournalAnswer, JournalEntry, JournalRequest, Line, MandateCode, Under,
    },
};

use super::harness::{Answer, Portal, bearer};
use crate::{
    Settings, accounts,
    backup::{GateBackup, restore},
    domain::DAY,
    fixtures::{Authenticator, Draft, NOW, Person, REALM, sealed, structure},
    helpers::{self, Certify},
    records::{Account, EntrustedRow},
    store::{Read, Table},
};

/// A person with a paper, and two helpers who are certified.
struct Scene {
    portal: Portal,
    owner: Person,
    owner_key: Authenticator,
    helper: Person,
    helper_key: Authenticator,
    other_key: Authenticator,
    blob: BlobId,
    id: MandateId,
}

const ID: MandateId = MandateId([0x51; 16]);

impl Scene {
    async fn begin() -> Self {
        let portal = Portal::start().await;
        let (mut owner, owner_key, _) = portal.move_in("owner").await;
        let (helper, helper_key, _) = portal.move_in("helper").await;
        let (other, other_key, _) = portal.move_in("other helper").await;
        let scene_settings = Settings::read(&portal.path("data")).unwrap();
        for (person, key) in [(&helper, &helper_key), (&other, &other_key)] {
            let session = portal.open(key).await;
            certify(&portal, &scene_settings, person, &session).await;
        }
        let session = portal.open(&owner_key).await;
        let blob = BlobId([0x61; 32]);
        let put = portal
            .put_blob(&session, blob, &owner.blob(blob, 2_000))
            .await;
        assert_eq!(put.status, 201);
        let list = owner.manifest(Folder::Argent, &[blob], &[]);
        let path = format!("/v1/manifests/{}", Folder::Argent.code());
        let put = portal
            .send("PUT", &path, &wire::encode(&list), Some(&session))
            .await;
        assert_eq!(put.status, 204);
        owner.wrote(&list);
        Self {
            portal,
            owner,
            owner_key,
            helper,
            helper_key,
            other_key,
            blob,
            id: ID,
        }
    }

    fn grant(&self, rights: Rights) -> Grant {
        Grant {
            mandate: ID,
            grantee: self.helper.account,
            author: self.helper.author().public().fingerprint(),
            reader: self.helper.reader().fingerprint(),
            folders: vec![Folder::Argent],
            rights,
            not_before: NOW,
            not_after: NOW + 31 * DAY,
            text: Hash([1; 32]),
            letters: Vec::new(),
            boxes: Vec::new(),
        }
    }

    /// Gives a mandate, or tries to.
    async fn give(&mut self, grant: Grant) -> Answer {
        let mut draft = Draft::default();
        let head = self.owner.head;
        let shown = (grant.mandate, (grant.folders.clone(), grant.reader));
        let sees = grant.rights.sees();
        self.owner.grant(&mut draft, grant, &self.helper);
        let session = self.portal.open(&self.owner_key).await;
        let answer = self.portal.commit(&session, &draft).await;
        if answer.status != 200 {
            self.owner.head = head;
        } else if sees {
            self.owner.granted.extend([shown]);
        }
        answer
    }

    /// The owner stops it, with a fresh key for the folder.
    async fn stop(&mut self) {
        let mut draft = Draft::default();
        let author = self.owner.author();
        self.owner.log(&mut draft, &Op::Revoke(ID), &[&author]);
        self.owner.granted.remove(&ID);
        self.owner.epoch(&mut draft, Folder::Argent);
        let session = self.portal.open(&self.owner_key).await;
        assert_eq!(self.portal.commit(&session, &draft).await.status, 200);
    }

    fn entry(&self, deed: Deed, head: ChainHead) -> (JournalEntry, Line) {
        let detail = sealed(528);
        let blobs = match deed {
            Deed::List | Deed::Session => Vec::new(),
            Deed::Read | Deed::Drop => vec![self.blob],
        };
        let entry = JournalEntry {
            realm: REALM,
            account: self.owner.account,
            chain: Chain::Mandate(ID),
            n: head.n + 1,
            prev: head.hash,
            author: self.helper.author().public(),
            deed,
            folder: Some(Folder::Argent),
            manifest: 1,
            blobs,
            detail: Line::detail_hash(&detail),
            time: NOW,
        };
        let line = Line {
            entry: self.helper.author().sign(&entry),
            detail,
        };
        (entry, line)
    }

    /// The same entry, changed and signed again.
    fn changed(&self, deed: Deed, head: ChainHead, change: impl Fn(&mut JournalEntry)) -> Line {
        let (mut entry, line) = self.entry(deed, head);
        change(&mut entry);
        Line {
            entry: self.helper.author().sign(&entry),
            ..line
        }
    }

    async fn asks(&self, deed: Deed, line: Line, session: &Session) -> Answer {
        let path = match deed {
            Deed::List | Deed::Session => "/v1/mandates/open",
            Deed::Read | Deed::Drop => "/v1/mandates/read",
        };
        self.portal.post(path, &Under { line }, Some(session)).await
    }

    async fn journal(&self) -> JournalAnswer {
        let session = self.portal.open(&self.owner_key).await;
        let all = JournalRequest { known: Vec::new() };
        self.portal
            .post("/v1/journal", &all, Some(&session))
            .await
            .read()
    }

    async fn helper_session(&self) -> Session {
        self.portal.open(&self.helper_key).await
    }
}

async fn certify(portal: &Portal, settings: &Settings, person: &Person, session: &Session) {
    let asking = wire::api::AskToHelp {
        name: person.name.into(),
    };
    let asked = portal.post("/v1/helpers/ask", &asking, Some(session)).await;
    assert_eq!(asked.status, 204);
    let asked = helpers::asked(settings, NOW).unwrap();
    let asked = asked.iter().find(|asked| asked.account == person.account);
    let words = Certify {
        number: asked.unwrap().number(REALM),
        role: wire::helper::Role::SocialWorker,
        name: None,
        days: 90,
    };
    helpers::certify(settings, &structure().1.officiate(), words, NOW).unwrap();
}

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

impl Scene {
    async fn bare<T>(&self, path: &str, session: &Session) -> T
    where
        T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()>,
    {
        let bearer = bearer(session);
        let headers = [("authorization", &*bearer)];
        self.portal.ask("POST", path, &headers, None).await.read()
    }

    async fn waiting(&self) -> DropsAnswer {
        let owner = self.portal.open(&self.owner_key).await;
        self.bare("/v1/drops", &owner).await
    }

    async fn bring(&self, session: &Session, blob: BlobId, bytes: &[u8]) -> Answer {
        let (bearer, mandate) = (bearer(session), self.id.to_hex());
        let headers = [
            ("content-type", wire::api::BLOB),
            ("authorization", &*bearer),
            ("x-mandate", &*mandate),
        ];
        let path = format!("/v1/mandates/blobs/{}", blob.to_hex());
        self.portal.ask("PUT", &path, &headers, Some(bytes)).await
    }

    fn dropped(&self, blob: BlobId, bytes: &[u8]) -> Dropped {
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
    async fn hand_over(
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
