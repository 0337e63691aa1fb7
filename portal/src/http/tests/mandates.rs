//! A hostile helper, who speaks the API with good keys of their own: what no mandate of theirs allows is
//! refused, and whatever is served stands in the journal.

mod counted;
mod dropped;
mod given;
mod over;
mod served;

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

    async fn bare<T>(&self, path: &str, session: &Session) -> T
    where
        T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()>,
    {
        let bearer = bearer(session);
        let headers = [("authorization", &*bearer)];
        self.portal.ask("POST", path, &headers, None).await.read()
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
