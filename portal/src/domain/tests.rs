//! The space's rules on the memory engine: a person's story, and each refusal beside it.

mod commits;
mod deceased;
mod deletion;
mod idle;
mod moving_in;
mod orders;
mod papers;
mod passkeys;
mod security_keys;

use url::Url;
use wire::{
    BlobId, Code, GateId, Hash, Signed,
    api::{RegisterStart, SyncAnswer, SyncRequest, WebauthnOptions},
    folder::Folder,
    log::{Head, Op, RekeyCause},
    manifest::Manifest,
    random::System,
    structure::VoucherKind,
};

use super::{
    DAY, Outcome, Place, anchors, blobs,
    commit::{self, Ground},
    expiry, login, manifests, outbox,
    passkeys::Passkeys,
    policy::State,
    register,
    session::{self, Session},
    staging::{self, Bench},
    sync,
};
use crate::{
    fixtures::{Authenticator, Draft, NOW, ORIGIN, Person, REALM, RP, SigKey, structure, voucher},
    records::{Slot, Usage},
    store::{Memory, Read, Store, Table, Tx},
};

struct Portal {
    store: Store,
    place: Place,
    now: u64,
}

impl Portal {
    fn new() -> Self {
        Self {
            store: Store::start(Memory::new()).unwrap(),
            place: structure().0,
            now: NOW,
        }
    }

    fn run<T: Send + 'static>(
        &self,
        rule: impl FnOnce(&mut Tx<'_>, &Place, &Passkeys, u64) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let (place, now) = (self.place.clone(), self.now);
        Ok(self.store.write(move |tx| {
            let passkeys = Passkeys::new(RP, &Url::parse(ORIGIN).unwrap()).unwrap();
            rule(tx, &place, &passkeys, now)
        })?)
    }

    fn begin(&self, person: &Person, stick: &str) -> Outcome<WebauthnOptions> {
        let request = person.begin(stick, voucher(VoucherKind::Account));
        self.start(request, register::By::Account)
    }

    fn begin_slot(&self, person: &Person, stick: &str) -> Outcome<WebauthnOptions> {
        let request = person.begin(stick, voucher(VoucherKind::Slot));
        self.start(request, register::By::Slot(person.account))
    }

    fn start(&self, request: Signed<RegisterStart>, by: register::By) -> Outcome<WebauthnOptions> {
        self.run(move |tx, place, passkeys, now| {
            register::start(tx, place, passkeys, &request, by, now, &mut System::new())
        })
    }

    fn stage(&self, bench: Bench, draft: &Draft) -> Outcome<()> {
        let items = draft.staged();
        self.run(move |tx, _, _, now| staging::stage(tx, &bench, items, now))
    }

    fn genesis(&self, draft: &Draft) -> Outcome<Head> {
        let answer = draft.registration.clone().unwrap();
        let voucher =
            self.run(move |tx, _, _, now| register::voucher_of(tx, &answer.ceremony, now))?;
        self.stage(Bench::of_voucher(&voucher), draft)?;
        self.finish(draft)
    }

    fn finish(&self, draft: &Draft) -> Outcome<Head> {
        let bytes = draft.bytes();
        self.run(move |tx, place, passkeys, now| {
            let certified = crate::helpers::Certified::default();
            let ground = Ground {
                certified: &certified,
                place,
                passkeys,
                now,
            };
            commit::genesis(tx, &ground, &bytes)
        })
    }

    fn commit(&self, session: Session, draft: &Draft) -> Outcome<Head> {
        self.stage(Bench::of_account(&session.account), draft)?;
        let bytes = draft.bytes();
        self.run(move |tx, place, passkeys, now| {
            let certified = crate::helpers::Certified::default();
            let ground = Ground {
                certified: &certified,
                place,
                passkeys,
                now,
            };
            commit::commit(tx, &ground, &session, &bytes)
        })
    }

    fn login_start(&self) -> WebauthnOptions {
        let options =
            self.run(|tx, _, passkeys, now| login::start(tx, passkeys, now, &mut System::new()));
        options.unwrap()
    }

    fn open(&self, passkey: &Authenticator) -> Outcome<Session> {
        let answer = passkey.open(&self.login_start());
        self.run(move |tx, place, passkeys, now| {
            let opened = login::finish(tx, place, passkeys, &answer, now, &mut System::new())?;
            Ok(session::prove(tx, place.realm, &opened.token, now)?.session)
        })
    }

    fn put(&self, session: Session, folder: Folder, manifest: &Manifest) -> Outcome<()> {
        let bytes = wire::encode(manifest);
        self.run(move |tx, _, _, now| manifests::put(tx, &session, folder, &bytes, now))
    }

    fn upload(&self, session: Session, blob: BlobId, size: u64) -> Outcome<()> {
        self.run(move |tx, place, _, now| {
            blobs::reserve(tx, place, &session, &blob, size, now)?;
            blobs::keep(tx, &blob, Hash([0; 32]), now)
        })
    }

    fn sync(&self, session: Session, request: SyncRequest) -> Outcome<SyncAnswer> {
        self.run(move |tx, place, _, now| sync::answer(tx, place, &session, &request, now))
    }

    fn used(&self, session: Session) -> u64 {
        let all = SyncRequest {
            log: Head::NONE,
            manifests: Vec::new(),
        };
        self.sync(session, all).unwrap().used
    }

    fn sweep(&self) -> usize {
        self.run(|tx, _, _, now| expiry::sweep(tx, now, 10_000))
            .unwrap()
    }
}

/// A portal with one space, its owner, their stick, and a session.
fn opened(name: &'static str) -> (Portal, Person, Authenticator, Session) {
    let portal = Portal::new();
    let (person, passkey) = moved_in(&portal, name);
    let session = portal.open(&passkey).unwrap();
    (portal, person, passkey, session)
}

fn moved_in(portal: &Portal, name: &'static str) -> (Person, Authenticator) {
    let mut person = Person::new(name);
    let mut passkey = Authenticator::new(name);
    let options = portal.begin(&person, "first").unwrap();
    let draft = person.genesis(&mut passkey, &options);
    assert_eq!(portal.genesis(&draft), Ok(person.head));
    (person, passkey)
}

fn code<T: core::fmt::Debug>(outcome: Outcome<T>) -> Code {
    outcome.unwrap_err().code
}
