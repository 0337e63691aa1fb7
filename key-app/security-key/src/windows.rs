//! Windows keeps security keys to itself and asks for PIN and touch in a window of its own: webauthn.dll, which
//! it has since version 1903. Salts and outputs of hmac-secret pass since API version 4 (Windows 11 22H2).
//!
//! Every pointer that is handed over leads to something that lives until the call returns. What comes back is
//! copied out and given back to the system at once.

#![expect(
    unsafe_code,
    reason = "webauthn.dll speaks in pointers; nothing else in our crates does, and this file does nothing else"
)]

mod api;

use api::api;
use core::{ffi::c_void, ptr, slice};
use key_core::security_key::{Assert, Asserted, Fault, Info, Make, SecurityKey, Verifies};
use windows_sys::{
    Win32::{
        Foundation::HWND, Networking::WindowsWebServices::*,
        UI::WindowsAndMessaging::GetForegroundWindow,
    },
    core::HRESULT,
};
use zeroize::Zeroizing;

/// The first version of the API whose answers have a place for hmac-secret's outputs.
const WITH_OUTPUTS: u32 = WEBAUTHN_API_VERSION_4;
/// How long Windows waits for a finger.
const PATIENCE_MS: u32 = 60_000;
/// credProtect: never without verifying the person.
const ALWAYS_VERIFY: u32 = WEBAUTHN_USER_VERIFICATION_REQUIRED;

/// The system, and whatever is plugged in.
pub(crate) struct System;

impl SecurityKey for System {
    fn info(&self) -> Result<Info, Fault> {
        // SAFETY: takes nothing, gives a number.
        let version = unsafe { (api()?.version)() };
        Ok(Info {
            // What the device itself can do is not told before it is asked.
            prf: version >= WITH_OUTPUTS,
            resident: true,
            verifies: Verifies::Itself,
        })
    }

    fn make(&self, asked: &Make<'_>) -> Result<Vec<u8>, Fault> {
        let api = api()?;
        let (rp_id, nobody) = (wide(asked.rp_id), wide(" "));
        let relying_party = WEBAUTHN_RP_ENTITY_INFORMATION {
            dwVersion: WEBAUTHN_RP_ENTITY_INFORMATION_CURRENT_VERSION,
            pwszId: rp_id.as_ptr(),
            pwszName: rp_id.as_ptr(),
            pwszIcon: ptr::null(),
        };
        let mut handle = asked.user_handle.to_vec();
        let user = WEBAUTHN_USER_ENTITY_INFORMATION {
            dwVersion: WEBAUTHN_USER_ENTITY_INFORMATION_CURRENT_VERSION,
            cbId: length(&handle)?,
            pbId: handle.as_mut_ptr(),
            pwszName: nobody.as_ptr(),
            pwszIcon: ptr::null(),
            pwszDisplayName: nobody.as_ptr(),
        };
        let mut algorithm = WEBAUTHN_COSE_CREDENTIAL_PARAMETER {
            dwVersion: WEBAUTHN_COSE_CREDENTIAL_PARAMETER_CURRENT_VERSION,
            pwszCredentialType: WEBAUTHN_CREDENTIAL_TYPE_PUBLIC_KEY,
            lAlg: WEBAUTHN_COSE_ALGORITHM_ECDSA_P256_WITH_SHA256,
        };
        let algorithms = WEBAUTHN_COSE_CREDENTIAL_PARAMETERS {
            cCredentialParameters: 1,
            pCredentialParameters: &mut algorithm,
        };
        let mut data = asked.client_data.to_vec();
        let client = client_data(&mut data)?;
        let mut wanted: windows_sys::core::BOOL = 1;
        let mut protect = WEBAUTHN_CRED_PROTECT_EXTENSION_IN {
            dwCredProtect: ALWAYS_VERIFY,
            bRequireCredProtect: 0,
        };
        let mut extensions = [
            WEBAUTHN_EXTENSION {
                pwszExtensionIdentifier: WEBAUTHN_EXTENSIONS_IDENTIFIER_HMAC_SECRET,
                cbExtension: size_of_val(&wanted) as u32,
                pvExtension: ptr::from_mut(&mut wanted).cast::<c_void>(),
            },
            WEBAUTHN_EXTENSION {
                pwszExtensionIdentifier: WEBAUTHN_EXTENSIONS_IDENTIFIER_CRED_PROTECT,
                cbExtension: size_of_val(&protect) as u32,
                pvExtension: ptr::from_mut(&mut protect).cast::<c_void>(),
            },
        ];
        let mut known = Names::of(asked.exclude.iter().map(Vec::as_slice))?;
        let mut excluded = known.list();
        let options = WEBAUTHN_AUTHENTICATOR_MAKE_CREDENTIAL_OPTIONS {
            dwVersion: WEBAUTHN_AUTHENTICATOR_MAKE_CREDENTIAL_OPTIONS_VERSION_5,
            dwTimeoutMilliseconds: PATIENCE_MS,
            Extensions: WEBAUTHN_EXTENSIONS {
                cExtensions: extensions.len() as u32,
                pExtensions: extensions.as_mut_ptr(),
            },
            dwAuthenticatorAttachment: WEBAUTHN_AUTHENTICATOR_ATTACHMENT_CROSS_PLATFORM,
            bRequireResidentKey: 1,
            dwUserVerificationRequirement: WEBAUTHN_USER_VERIFICATION_REQUIREMENT_REQUIRED,
            dwAttestationConveyancePreference: WEBAUTHN_ATTESTATION_CONVEYANCE_PREFERENCE_NONE,
            pExcludeCredentialList: &mut excluded,
            ..Default::default()
        };
        let mut made = ptr::null_mut();
        // SAFETY: every pointer leads to a local above, all of which outlive the call.
        let told = unsafe {
            (api.make)(
                window(),
                &relying_party,
                &user,
                &algorithms,
                &client,
                &options,
                &mut made,
            )
        };
        done(told)?;
        // SAFETY: after a success it leads to what the system made, until it is freed below.
        let data = unsafe { made.as_ref() }
            .map(|made| copied(made.pbAuthenticatorData, made.cbAuthenticatorData));
        // SAFETY: it is the system's, and is not looked at again.
        unsafe { (api.free_made)(made) };
        data.ok_or(Fault::Nonsense)
    }

    fn assert(&self, asked: &Assert<'_>) -> Result<Asserted, Fault> {
        let api = api()?;
        let rp_id = wide(asked.rp_id);
        let mut data = asked.client_data.to_vec();
        let client = client_data(&mut data)?;
        let (mut first, mut second) = (asked.first, asked.second);
        let mut salt = WEBAUTHN_HMAC_SECRET_SALT {
            cbFirst: 32,
            pbFirst: first.as_mut_ptr(),
            cbSecond: if second.is_some() { 32 } else { 0 },
            pbSecond: second.as_mut().map_or(ptr::null_mut(), |s| s.as_mut_ptr()),
        };
        let mut salts = WEBAUTHN_HMAC_SECRET_SALT_VALUES {
            pGlobalHmacSalt: &mut salt,
            cCredWithHmacSecretSaltList: 0,
            pCredWithHmacSecretSaltList: ptr::null_mut(),
        };
        let mut known = Names::of(asked.allow.into_iter())?;
        let mut allowed = known.list();
        let options = WEBAUTHN_AUTHENTICATOR_GET_ASSERTION_OPTIONS {
            dwVersion: WEBAUTHN_AUTHENTICATOR_GET_ASSERTION_OPTIONS_VERSION_6,
            dwTimeoutMilliseconds: PATIENCE_MS,
            dwAuthenticatorAttachment: WEBAUTHN_AUTHENTICATOR_ATTACHMENT_CROSS_PLATFORM,
            dwUserVerificationRequirement: WEBAUTHN_USER_VERIFICATION_REQUIREMENT_REQUIRED,
            // The salts are hmac-secret's own: they have been through the PRF's hash already.
            dwFlags: WEBAUTHN_AUTHENTICATOR_HMAC_SECRET_VALUES_FLAG,
            pAllowCredentialList: match asked.allow {
                Some(_) => &mut allowed,
                None => ptr::null_mut(),
            },
            pHmacSecretSaltValues: &mut salts,
            ..Default::default()
        };
        let mut asserted = ptr::null_mut();
        // SAFETY: as above.
        let told =
            unsafe { (api.assert)(window(), rp_id.as_ptr(), &client, &options, &mut asserted) };
        done(told)?;
        // SAFETY: as above.
        let answer = unsafe { asserted.as_ref() }.map(|said| Asserted {
            credential: copied(said.Credential.pbId, said.Credential.cbId),
            authenticator_data: copied(said.pbAuthenticatorData, said.cbAuthenticatorData),
            signature: copied(said.pbSignature, said.cbSignature),
            user_handle: copied(said.pbUserId, said.cbUserId),
            outputs: outputs(said),
        });
        // SAFETY: as above.
        unsafe { (api.free_asserted)(asserted) };
        answer.ok_or(Fault::Nonsense)
    }
}

/// The outputs of an answer that has a place for them; wiped where the system keeps them.
fn outputs(said: &WEBAUTHN_ASSERTION) -> Zeroizing<Vec<u8>> {
    let mut outputs = Zeroizing::new(Vec::with_capacity(64));
    if said.dwVersion < WEBAUTHN_ASSERTION_VERSION_3 {
        return outputs;
    }
    // SAFETY: null, or the system's until the answer is freed.
    let Some(secret) = (unsafe { said.pHmacSecret.as_ref() }) else {
        return outputs;
    };
    for (at, length) in [
        (secret.pbFirst, secret.cbFirst),
        (secret.pbSecond, secret.cbSecond),
    ] {
        outputs.extend_from_slice(&Zeroizing::new(copied(at, length)));
        if !at.is_null() {
            // SAFETY: the system's own bytes, as long as it says, that nobody else reads any more.
            unsafe { ptr::write_bytes(at, 0, length as usize) };
        }
    }
    outputs
}

/// Names of credentials, as the system takes them.
struct Names {
    ids: Vec<Vec<u8>>,
    entries: Vec<WEBAUTHN_CREDENTIAL_EX>,
    pointers: Vec<*mut WEBAUTHN_CREDENTIAL_EX>,
}

impl Names {
    fn of<'a>(ids: impl Iterator<Item = &'a [u8]>) -> Result<Self, Fault> {
        let mut ids: Vec<Vec<u8>> = ids.map(<[u8]>::to_vec).collect();
        let entries = ids.iter_mut().map(|id| {
            Ok(WEBAUTHN_CREDENTIAL_EX {
                dwVersion: WEBAUTHN_CREDENTIAL_EX_CURRENT_VERSION,
                cbId: length(id)?,
                pbId: id.as_mut_ptr(),
                pwszCredentialType: WEBAUTHN_CREDENTIAL_TYPE_PUBLIC_KEY,
                dwTransports: WEBAUTHN_CTAP_TRANSPORT_USB,
            })
        });
        let entries = entries.collect::<Result<Vec<_>, Fault>>()?;
        Ok(Self {
            ids,
            entries,
            pointers: Vec::new(),
        })
    }

    /// Lives as long as these names, which are not touched meanwhile.
    fn list(&mut self) -> WEBAUTHN_CREDENTIAL_LIST {
        debug_assert_eq!(self.ids.len(), self.entries.len());
        self.pointers = self.entries.iter_mut().map(ptr::from_mut).collect();
        WEBAUTHN_CREDENTIAL_LIST {
            cCredentials: self.pointers.len() as u32,
            ppCredentials: self.pointers.as_mut_ptr(),
        }
    }
}

fn client_data(json: &mut [u8]) -> Result<WEBAUTHN_CLIENT_DATA, Fault> {
    Ok(WEBAUTHN_CLIENT_DATA {
        dwVersion: WEBAUTHN_CLIENT_DATA_CURRENT_VERSION,
        cbClientDataJSON: length(json)?,
        pbClientDataJSON: json.as_mut_ptr(),
        pwszHashAlgId: WEBAUTHN_HASH_ALGORITHM_SHA_256,
    })
}

/// Before whom the system asks: the window in front is the program's own.
fn window() -> HWND {
    // SAFETY: takes nothing, gives a handle that may be null.
    unsafe { GetForegroundWindow() }
}

fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

fn length(bytes: &[u8]) -> Result<u32, Fault> {
    u32::try_from(bytes.len()).map_err(|_| Fault::Refused)
}

fn copied(at: *const u8, length: u32) -> Vec<u8> {
    if at.is_null() || length == 0 {
        return Vec::new();
    }
    // SAFETY: the system says that so many bytes lie there, and frees them only when it is told to.
    unsafe { slice::from_raw_parts(at, length as usize) }.to_vec()
}

/// What the system's reasons mean.
fn done(told: HRESULT) -> Result<(), Fault> {
    match told.cast_unsigned() {
        0 => Ok(()),
        // NTE_EXISTS
        0x8009_000f => Err(Fault::Known),
        // NTE_NOT_FOUND
        0x8009_0011 => Err(Fault::Stranger),
        // NTE_TOKEN_KEYSET_STORAGE_FULL
        0x8009_0023 => Err(Fault::Full),
        // NTE_NOT_SUPPORTED
        0x8009_0029 => Err(Fault::NoPrf),
        // NTE_DEVICE_NOT_FOUND
        0x8009_0035 => Err(Fault::Missing),
        // NTE_USER_CANCELLED, ERROR_CANCELLED, ERROR_TIMEOUT
        0x8009_0036 | 0x8007_04c7 | 0x8007_05b4 => Err(Fault::NotTouched),
        _ => Err(Fault::Refused),
    }
}
