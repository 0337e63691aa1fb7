//! A security key on USB, by crate ctap-hid-fido2: CTAPHID, CTAP 2, the PIN's protocol and hmac-secret's are
//! the crate's. It is opened for each call and never kept.
//!
//! The crate tells most reasons in words alone, of which only the number at the front is read. It takes some
//! answers apart without looking at their length: what breaks there is caught by whoever asks, where the
//! program is built to unwind.

use anyhow::Error;
use ctap_hid_fido2::{
    FidoKeyHid, FidoKeyHidFactory, HidParam, LibCfg,
    fidokey::{
        AssertionExtension, CredentialExtension, GetAssertionArgsBuilder,
        MakeCredentialArgsBuilder,
        credential_management::credential_management_params::CredentialProtectionPolicy,
        get_assertion::get_assertion_params::Assertion,
    },
    get_fidokey_devices,
    public_key_credential_user_entity::PublicKeyCredentialUserEntity,
};
use key_core::security_key::{Assert, Asserted, Fault, Info, Make, SecurityKey, Verifies};
use zeroize::{Zeroize, Zeroizing};

/// Whatever is plugged in.
pub(crate) struct Usb;

impl SecurityKey for Usb {
    fn info(&self) -> Result<Info, Fault> {
        Ok(open()?.info)
    }

    fn make(&self, asked: &Make<'_>) -> Result<Vec<u8>, Fault> {
        let Open {
            device, protects, ..
        } = open()?;
        let mut extensions = vec![CredentialExtension::HmacSecret(Some(true))];
        if protects {
            // Nobody learns by the device alone that there is such a passkey.
            let always = CredentialProtectionPolicy::UserVerificationRequired;
            extensions.push(CredentialExtension::CredProtect(Some(always)));
        }
        let user = PublicKeyCredentialUserEntity::new(Some(asked.user_handle), None, None);
        // What the crate calls a challenge is what it hashes: the client data.
        let mut args = MakeCredentialArgsBuilder::new(asked.rp_id, asked.client_data)
            .user_entity(&user)
            .resident_key()
            .extensions(&extensions);
        for known in asked.exclude {
            args = args.exclude_authenticator(known);
        }
        if let Some(pin) = asked.pin {
            args = args.pin(pin.expose());
        }
        let made = device.make_credential_with_args(&args.build());
        made.map(|made| made.auth_data)
            .map_err(|error| fault(&device, &error))
    }

    fn assert(&self, asked: &Assert<'_>) -> Result<Asserted, Fault> {
        let Open { device, .. } = open()?;
        let salts = match asked.second {
            None => AssertionExtension::HmacSecret(Some(asked.first)),
            Some(second) => AssertionExtension::HmacSecret2(Some((asked.first, second))),
        };
        let mut args =
            GetAssertionArgsBuilder::new(asked.rp_id, asked.client_data).extensions(&[salts]);
        if let Some(allow) = asked.allow {
            args = args.credential_id(allow);
        }
        if let Some(pin) = asked.pin {
            args = args.pin(pin.expose());
        }
        let asserted = device
            .get_assertion_with_args(&args.build())
            .map_err(|error| fault(&device, &error))?;
        // The newest credential comes first, and it alone with its secret (CTAP 2.1 section 6.2.2).
        let first = asserted.into_iter().next().ok_or(Fault::Stranger)?;
        let outputs = outputs(first.extensions.clone());
        let Assertion {
            credential_id,
            auth_data,
            signature,
            user,
            mut extensions,
            ..
        } = first;
        extensions.iter_mut().for_each(wipe);
        // A device leaves the name out where only one was allowed (section 6.2.2, step 12).
        let credential = match (credential_id.is_empty(), asked.allow) {
            (true, Some(allow)) => allow.to_vec(),
            _ => credential_id,
        };
        Ok(Asserted {
            credential,
            authenticator_data: auth_data,
            signature,
            user_handle: user.id,
            outputs,
        })
    }
}

/// A device that was found alone, and what it said of itself.
struct Open {
    device: FidoKeyHid,
    info: Info,
    protects: bool,
}

fn open() -> Result<Open, Fault> {
    let mut found = get_fidokey_devices();
    let param: HidParam = match (found.pop(), found.is_empty()) {
        (None, _) => return Err(Fault::Missing),
        (Some(one), true) => one.param,
        (Some(_), false) => return Err(Fault::Several),
    };
    let silent = LibCfg {
        enable_keep_alive_msg: false,
        ..LibCfg::init()
    };
    let device = FidoKeyHidFactory::create_by_params(&[param], &silent);
    let device = device.map_err(|_| Fault::Barred)?;
    let said = device.get_info().map_err(|error| fault(&device, &error))?;
    let option = |name: &str| {
        let found = said.options.iter().find(|(option, _)| option == name);
        found.map(|(_, value)| *value)
    };
    let extension = |name: &str| said.extensions.iter().any(|known| known == name);
    let verifies = match (option("clientPin"), option("uv")) {
        (Some(true), _) => Verifies::Pin,
        (_, Some(true)) => Verifies::Itself,
        (Some(false), _) => Verifies::NoPinYet,
        (None, _) => Verifies::Never,
    };
    let info = Info {
        prf: extension("hmac-secret"),
        resident: option("rk") == Some(true),
        verifies,
    };
    // The older protocol where the device has it, for every device has had it longest.
    let protocols = &said.pin_uv_auth_protocols;
    let protocol = if protocols.contains(&2) && !protocols.contains(&1) {
        2
    } else {
        1
    };
    Ok(Open {
        info,
        protects: extension("credProtect"),
        device: device.with_pin_protocol_version(protocol),
    })
}

fn outputs(extensions: Vec<AssertionExtension>) -> Zeroizing<Vec<u8>> {
    let mut outputs = Zeroizing::new(Vec::with_capacity(64));
    for mut extension in extensions {
        match &extension {
            AssertionExtension::HmacSecret(Some(first)) => outputs.extend_from_slice(first),
            AssertionExtension::HmacSecret2(Some((first, second))) => {
                outputs.extend_from_slice(first);
                outputs.extend_from_slice(second);
            }
            _ => {}
        }
        wipe(&mut extension);
    }
    outputs
}

fn wipe(extension: &mut AssertionExtension) {
    match extension {
        AssertionExtension::HmacSecret(Some(first)) => first.zeroize(),
        AssertionExtension::HmacSecret2(Some((first, second))) => {
            first.zeroize();
            second.zeroize();
        }
        _ => {}
    }
}

/// What the crate's words mean: a status of CTAP 2.1 (section 8.2) where there is one.
fn fault(device: &FidoKeyHid, error: &Error) -> Fault {
    let words = error.to_string();
    let status = words
        .strip_prefix("response_status err = 0x")
        .and_then(|rest| rest.get(..2))
        .and_then(|digits| u8::from_str_radix(digits, 16).ok());
    match status {
        Some(0x19) => Fault::Known,
        Some(0x22 | 0x2e) => Fault::Stranger,
        Some(0x28) => Fault::Full,
        Some(0x05 | 0x27 | 0x2d | 0x2f | 0x3a) => Fault::NotTouched,
        Some(0x31 | 0x33) => {
            let left = device.get_pin_retries().ok();
            Fault::WrongPin(left.and_then(|left| u32::try_from(left).ok()))
        }
        Some(0x32 | 0x3c) => Fault::PinBlocked,
        Some(0x34) => Fault::PinPause,
        Some(0x35) => Fault::NoPin,
        Some(0x16 | 0x2b) => Fault::NoPrf,
        Some(_) => Fault::Refused,
        None if words.starts_with("read") || words.starts_with("write") => Fault::TakenOut,
        None => Fault::Nonsense,
    }
}
