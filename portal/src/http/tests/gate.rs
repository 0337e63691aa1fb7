//! The gate over the wire, with real secrets on a real disk.

use std::path::Path;

use wire::{
    AttemptId, Code, KeyId,
    api::{Evaluated, GateKey, StatusAnswer},
    gate::{
        Commit, Destroy, Element, Enrol, EnrolmentKeys, Evaluate, Order, Prepare, SetKeys,
        Standing, Status, Success, Tries,
    },
    structure::VoucherKind,
};

use super::harness::{Answer, Portal};
use crate::{
    fixtures::{SigKey, structure, voucher},
    serve::Patience,
};

/// RFC 9497 appendix A.1.2.1: a blinded element.
const BLINDED: &str = "863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945";

/// A stick, as the gate knows it.
pub(super) struct Stick(pub(super) &'static str);

impl Stick {
    pub(super) fn id(&self) -> KeyId {
        crate::fixtures::key_id(self.0, "stick")
    }

    fn key(&self, role: &str) -> SigKey {
        SigKey::of(&format!("{role} of {}", self.0))
    }

    pub(super) async fn enrol(&self, portal: &Portal) -> Answer {
        let enrol = self.key("possession").sign(&Enrol {
            gate: structure().0.gate,
            key_id: self.id(),
            keys: self.keys(),
            voucher: voucher(VoucherKind::Account),
        });
        portal.post("/v1/gate/enrol", &enrol, None).await
    }

    pub(super) async fn evaluate(&self, portal: &Portal, n: u8) -> Answer {
        let ask = self.key("possession").sign(&Evaluate {
            gate: structure().0.gate,
            key_id: self.id(),
            attempt: AttemptId([n; 16]),
            challenge: portal.challenge().await,
            blinded: Element::from_hex(BLINDED).unwrap(),
        });
        portal.post("/v1/gate/evaluate", &ask, None).await
    }

    pub(super) async fn status(&self, portal: &Portal) -> Answer {
        let ask = self.key("possession").sign(&Status {
            gate: structure().0.gate,
            key_id: self.id(),
            challenge: portal.challenge().await,
        });
        portal.post("/v1/gate/status", &ask, None).await
    }

    async fn succeed(&self, portal: &Portal, n: u8) -> Answer {
        let order = Order::Success(self.key("success").sign(&Success {
            gate: structure().0.gate,
            key_id: self.id(),
            attempt: AttemptId([n; 16]),
        }));
        portal.post("/v1/gate/order", &order, None).await
    }

    fn keys(&self) -> EnrolmentKeys {
        EnrolmentKeys {
            possession: self.key("possession").public(),
            success: [self.key("success").public(), self.key("spare").public()],
            lineage: self.key("lineage").public(),
        }
    }

    pub(super) async fn prepare(&self, portal: &Portal, next: &Stick) {
        let prepare = self.key("lineage").sign(&Prepare {
            gate: structure().0.gate,
            key_id: self.id(),
            next: next.id(),
            keys: next.keys(),
        });
        let prepared = portal.post("/v1/gate/prepare", &prepare, None).await;
        prepared.read::<GateKey>();
    }

    pub(super) async fn commit(&self, portal: &Portal, next: &Stick) {
        let order = Order::Commit(next.key("success").sign(&Commit {
            gate: structure().0.gate,
            key_id: self.id(),
            next: next.id(),
        }));
        let done = portal.post("/v1/gate/order", &order, None).await;
        assert!(done.read::<Vec<u8>>().is_empty());
    }

    /// Names the control key, then destroys by it.
    pub(super) async fn destroy(&self, portal: &Portal) {
        self.name_control(portal).await;
        self.destroy_by_control(portal).await;
    }

    pub(super) async fn name_control(&self, portal: &Portal) {
        let order = self.name_control_order();
        let done = portal.post("/v1/gate/order", &order, None).await;
        assert!(done.read::<Vec<u8>>().is_empty());
    }

    pub(super) fn name_control_order(&self) -> Order {
        Order::SetKeys(self.key("lineage").sign(&SetKeys {
            gate: structure().0.gate,
            key_id: self.id(),
            suspend: self.key("suspend").public(),
            control: self.key("control").public(),
            n: 1,
        }))
    }

    pub(super) async fn destroy_by_control(&self, portal: &Portal) {
        self.destroy_known_as(portal, self).await;
    }

    /// What destroys by its control key the stick that was first known by another name.
    pub(super) fn destroy_order(&self, name: &Stick) -> Order {
        Order::Destroy(self.key("control").sign(&Destroy {
            gate: structure().0.gate,
            key_id: name.id(),
        }))
    }

    pub(super) async fn destroy_known_as(&self, portal: &Portal, name: &Stick) {
        let destroy = self.destroy_order(name);
        for _ in 0..2 {
            assert_eq!(
                portal.post("/v1/gate/order", &destroy, None).await.status,
                200
            );
        }
    }
}

#[tokio::test]
async fn a_stick_enrols_and_its_tries_last_over_a_restart() {
    let portal = Portal::start().await;
    let stick = Stick("fadila");
    stick.enrol(&portal).await.read::<GateKey>();
    let evaluated: Evaluated = stick.evaluate(&portal, 1).await.read();
    assert_eq!((evaluated.tries.in_a_row, evaluated.tries.left), (1, 9));
    let again: Evaluated = stick.evaluate(&portal, 2).await.read();
    assert_eq!(evaluated.element, again.element, "the same secret");
    assert_ne!(evaluated.proof, again.proof, "a fresh proof");

    let portal = portal.restart("data").await;
    let third: Evaluated = stick.evaluate(&portal, 3).await.read();
    assert_eq!(
        (third.element, third.tries.in_a_row),
        (evaluated.element, 3)
    );
    let told: Tries = stick.succeed(&portal, 3).await.read();
    assert_eq!((told.in_a_row, told.left), (2, 10));
    assert_eq!(portal.files(Path::new("data/gate/secrets")), 1);
    assert_eq!(portal.files(Path::new("data/gate-backup")), 1);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_wait_comes_with_its_seconds() {
    let portal = Portal::start().await;
    let stick = Stick("georges");
    stick.enrol(&portal).await.read::<GateKey>();
    for n in 1..=5 {
        stick.evaluate(&portal, n).await.read::<Evaluated>();
    }
    let refused = stick.evaluate(&portal, 6).await;
    assert_eq!(refused.code(), Code::GateWait);
    assert_eq!(refused.headers["retry-after"], "60");
    let problem: serde_json::Value = serde_json::from_slice(&refused.body).unwrap();
    assert_eq!(problem["retry_after"], 60);
    portal.clock.advance(60);
    assert_eq!(stick.evaluate(&portal, 6).await.status, 200);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_destroyed_stick_loses_its_secret_and_its_backup() {
    let portal = Portal::start().await;
    let (stick, stranger) = (Stick("hugo"), Stick("nobody"));
    stick.enrol(&portal).await.read::<GateKey>();
    stick.destroy(&portal).await;
    assert_eq!(portal.files(Path::new("data/gate/secrets")), 0);
    assert_eq!(portal.files(Path::new("data/gate-backup")), 0);
    assert_eq!(stick.status(&portal).await.code(), Code::GateDestroyed);
    assert_eq!(stick.evaluate(&portal, 1).await.code(), Code::GateDestroyed);
    assert_eq!(stranger.status(&portal).await.code(), Code::GateRefused);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_secret_without_a_record_waits_for_its_stick() {
    let portal = Portal::start().await;
    let (stick, lost) = (Stick("iris"), Stick("lost"));
    stick.enrol(&portal).await.read::<GateKey>();
    let files = portal.running.app().gate_files.clone();
    let mut making = files.with(Box::new(wire::random::System::new()));
    let public = crate::domain::gate::Secrets::make(&mut making, lost.id()).unwrap();
    assert_eq!(portal.files(Path::new("data/gate/secrets")), 2);
    let portal = portal.restart("data").await;
    let enrolled: GateKey = lost.enrol(&portal).await.read();
    assert_eq!(enrolled.public, public, "the one that a stop had cut off");
    let answer: StatusAnswer = stick.status(&portal).await.read();
    assert_eq!(answer.standing, Standing::Live);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_store_that_is_missing_is_not_begun_anew() {
    let portal = Portal::start().await;
    Stick("karl").enrol(&portal).await.read::<GateKey>();
    portal.running.stop().await;
    let data = portal.folder.path().join("data");
    std::fs::remove_file(data.join("gate/gate.redb")).unwrap();
    let settings = crate::Settings::read(&data).unwrap();
    let started = crate::start(settings, crate::Deps::system()).await;
    assert!(matches!(started, Err(crate::StartError::Io { .. })));
    assert_eq!(
        std::fs::read_dir(data.join("gate/secrets"))
            .unwrap()
            .count(),
        1
    );
}

#[tokio::test]
async fn one_sticks_haste_is_told_to_wait() {
    let mut settings = Portal::start().await;
    let stick = Stick("jonas");
    stick.enrol(&settings).await.read::<GateKey>();
    let mut words = crate::Settings::read(&settings.path("data")).unwrap();
    words.file.limits.key_per_minute = 2;
    std::fs::write(
        settings.path("data/settings.toml"),
        toml::to_string(&words.file).unwrap(),
    )
    .unwrap();
    settings = settings.restart("data").await;
    assert_eq!(stick.status(&settings).await.status, 200);
    assert_eq!(stick.status(&settings).await.status, 200);
    let refused = stick.status(&settings).await;
    assert_eq!(refused.code(), Code::TooManyRequests);
    assert!(refused.headers.contains_key("retry-after"));
    // Who does not hold the stick does not empty its bucket, nor is stopped by it.
    let stranger = Stick("nobody");
    for _ in 0..4 {
        assert_eq!(stranger.status(&settings).await.code(), Code::GateRefused);
    }
    settings.running.stop().await;
}

#[tokio::test]
async fn strangers_do_not_keep_a_stick_from_telling_of_its_success() {
    let portal = Portal::start_as(Patience::default(), |limits| {
        limits.strangers_per_minute = 5;
    })
    .await;
    let stick = Stick("lila");
    stick.enrol(&portal).await.read::<GateKey>();
    stick.evaluate(&portal, 1).await.read::<Evaluated>();
    let stranger = Stick("nobody");
    // Two were spent on enrolling and on a challenge.
    for _ in 0..3 {
        let refused = stranger.succeed(&portal, 1).await;
        assert_eq!(refused.code(), Code::GateRefused);
    }
    let refused = stranger.succeed(&portal, 1).await;
    assert_eq!(refused.code(), Code::TooManyRequests);
    stick.succeed(&portal, 1).await.read::<Tries>();
    portal.running.stop().await;
}
