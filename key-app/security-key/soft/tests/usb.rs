//! What `security-key` makes of a device on USB, through crate ctap-hid-fido2 as it is published.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::security_key::{Assert, Asserted, Device, Fault, Info, Make, Pin, Verifies};
use proptest::prelude::*;
use ring::digest;
use soft_security_key::{Instead, Soft, locked};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

const RP: &str = "acces.mesdroits.example";
const PIN: &str = "2468";

/// There is one USB: tests take turns.
static TURN: Mutex<()> = Mutex::new(());

struct Table {
    soft: Arc<Mutex<Soft>>,
    device: Device,
    _turn: MutexGuard<'static, ()>,
}

impl Table {
    fn new() -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        hidapi::unplug_all();
        let soft = Soft::new(PIN);
        Soft::plug(&soft);
        Self {
            soft,
            device: security_key::plugged(),
            _turn: turn,
        }
    }

    fn make(&self, pin: &str, exclude: &[Vec<u8>]) -> Result<Vec<u8>, Fault> {
        self.device.make(&Make {
            rp_id: RP,
            client_data: b"{\"type\":\"webauthn.create\"}",
            user_handle: &[9; 16],
            exclude,
            pin: Some(&Pin::parse(pin).unwrap()),
        })
    }

    fn assert(&self, pin: &str, allow: Option<&[u8]>, second: bool) -> Result<Asserted, Fault> {
        self.device.assert(&Assert {
            rp_id: RP,
            client_data: b"{\"type\":\"webauthn.get\"}",
            allow,
            first: [1; 32],
            second: second.then_some([2; 32]),
            pin: Some(&Pin::parse(pin).unwrap()),
        })
    }
}

#[test]
fn by_either_protocol_a_passkey_is_made_and_gives_its_secrets() {
    let table = Table::new();
    for protocols in [vec![], vec![1], vec![2, 1], vec![2]] {
        locked(&table.soft).protocols.clone_from(&protocols);
        let data = table.make(PIN, &[]).unwrap();
        assert_eq!(
            data[..32],
            *digest::digest(&digest::SHA256, RP.as_bytes()).as_ref()
        );
        assert_eq!(
            locked(&table.soft).protected,
            Some(3),
            "never without its PIN"
        );
        let id = data[55..87].to_vec();
        let said = table.assert(PIN, None, true).unwrap();
        let soft = locked(&table.soft);
        assert_eq!(said.credential, id, "{protocols:?}");
        assert_eq!(said.user_handle, [9; 16]);
        assert_eq!(said.outputs[..32], *soft.secret_of(&[1; 32]));
        assert_eq!(said.outputs[32..], *soft.secret_of(&[2; 32]));
        drop(soft);
        let daily = table.assert(PIN, Some(&id), false).unwrap();
        assert_eq!(daily.outputs[..], said.outputs[..32]);
        assert!(daily.signature.len() > 60 && daily.authenticator_data[32] & 0x05 == 0x05);
    }
}

#[test]
fn what_it_says_of_itself() {
    let table = Table::new();
    let info = || table.device.info().unwrap();
    let good = Info {
        prf: true,
        resident: true,
        verifies: Verifies::Pin,
    };
    assert_eq!(info(), good);
    locked(&table.soft).extensions = vec!["credProtect"];
    assert!(!info().prf);
    for (options, verifies, resident) in [
        (
            vec![("rk", true), ("clientPin", false)],
            Verifies::NoPinYet,
            true,
        ),
        (
            vec![("rk", true), ("clientPin", false), ("uv", true)],
            Verifies::Itself,
            true,
        ),
        (vec![("rk", false)], Verifies::Never, false),
        (vec![], Verifies::Never, false),
    ] {
        locked(&table.soft).options = options;
        let info = info();
        assert_eq!((info.verifies, info.resident), (verifies, resident));
    }
}

#[test]
fn its_pin_counts_down_wants_a_pause_and_blocks() {
    let table = Table::new();
    table.make(PIN, &[]).unwrap();
    let wrong = || table.assert("1357", None, false).map(drop).unwrap_err();
    assert_eq!(wrong(), Fault::WrongPin(Some(7)));
    assert_eq!(wrong(), Fault::WrongPin(Some(6)));
    assert_eq!(wrong(), Fault::PinPause);
    assert_eq!(wrong(), Fault::PinPause);
    assert_eq!(
        table.assert(PIN, None, false).map(drop),
        Err(Fault::PinPause)
    );
    Soft::unplug(&table.soft);
    assert_eq!(wrong(), Fault::Missing);
    Soft::plug(&table.soft);
    table.assert(PIN, None, false).unwrap();
    for _ in 0..4 {
        Soft::unplug(&table.soft);
        Soft::plug(&table.soft);
        let _ = (wrong(), wrong());
    }
    assert_eq!(wrong(), Fault::PinBlocked);
    assert_eq!(
        table.assert(PIN, None, false).map(drop),
        Err(Fault::PinBlocked)
    );
}

#[test]
fn none_two_and_one_that_is_kept_from_us() {
    let table = Table::new();
    Soft::plug(&Soft::new(PIN));
    assert_eq!(table.device.info(), Err(Fault::Several));
    hidapi::unplug_all();
    assert_eq!(table.device.info(), Err(Fault::Missing));
    hidapi::plug(Box::new(|_| None), true);
    assert_eq!(table.device.info(), Err(Fault::Barred));
}

#[test]
fn pulled_out_at_each_message() {
    let table = Table::new();
    table.make(PIN, &[]).unwrap();
    for command in [0x04, 0x06, 0x02] {
        locked(&table.soft).instead = Some((command, Instead::Gone));
        let gone = table.assert(PIN, None, true).map(drop);
        assert_eq!(gone, Err(Fault::TakenOut), "at {command:#x}");
        table.assert(PIN, None, true).unwrap();
    }
    locked(&table.soft).instead = Some((0x01, Instead::Gone));
    assert_eq!(table.make(PIN, &[]), Err(Fault::TakenOut));
}

#[test]
fn each_status_has_its_sentence() {
    let table = Table::new();
    let data = table.make(PIN, &[]).unwrap();
    assert_eq!(table.make(PIN, &[data[55..87].to_vec()]), Err(Fault::Known));
    assert_eq!(
        table.assert(PIN, Some(&[1; 4]), false).map(drop),
        Err(Fault::Stranger)
    );
    for (status, fault) in [
        (0x28, Fault::Full),
        (0x2f, Fault::NotTouched),
        (0x3a, Fault::NotTouched),
        (0x27, Fault::NotTouched),
        (0x35, Fault::NoPin),
        (0x16, Fault::NoPrf),
        (0x7f, Fault::Refused),
        (0xf3, Fault::Refused),
    ] {
        locked(&table.soft).instead = Some((0x01, Instead::Status(status)));
        assert_eq!(table.make(PIN, &[]), Err(fault), "{status:#x}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    /// Whatever a device answers: a fault, or the crate breaks off, which whoever asks takes for one. Never a
    /// secret.
    #[test]
    fn nonsense_is_no_secret(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0_usize..4) {
        let table = Table::new();
        table.make(PIN, &[]).unwrap();
        let command = [0x01, 0x02, 0x04, 0x06][at];
        locked(&table.soft).instead = Some((command, Instead::Bytes(bytes)));
        let lied = catch_unwind(AssertUnwindSafe(|| match command {
            // What is long enough to be taken apart by the app would have to be right.
            0x01 => table.make(PIN, &[]).is_ok_and(|data| data.len() > 37),
            _ => table.assert(PIN, None, true).is_ok_and(|said| {
                let right = locked(&table.soft).secret_of(&[1; 32]);
                !said.outputs.is_empty() && said.outputs[..32] != right
            }),
        }));
        prop_assert!(!lied.unwrap_or(false));
    }
}
