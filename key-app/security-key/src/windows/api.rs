//! The calls of webauthn.dll that are used, found when they are wanted: a Windows before version 1903 has no such library,
//! and a program that is linked to it does not even start there. It is taken from the system's own folder alone, never
//! from beside the program, where a stick could hold another one.

use core::ffi::c_void;
use key_core::security_key::Fault;
use std::sync::OnceLock;
use windows_sys::{
    Win32::{
        Foundation::{HMODULE, HWND},
        Networking::WindowsWebServices::{
            WEBAUTHN_ASSERTION, WEBAUTHN_AUTHENTICATOR_GET_ASSERTION_OPTIONS,
            WEBAUTHN_AUTHENTICATOR_MAKE_CREDENTIAL_OPTIONS, WEBAUTHN_CLIENT_DATA,
            WEBAUTHN_COSE_CREDENTIAL_PARAMETERS, WEBAUTHN_CREDENTIAL_ATTESTATION,
            WEBAUTHN_RP_ENTITY_INFORMATION, WEBAUTHN_USER_ENTITY_INFORMATION,
        },
        System::LibraryLoader::{GetProcAddress, LOAD_LIBRARY_SEARCH_SYSTEM32, LoadLibraryExW},
    },
    core::{HRESULT, PCSTR, PCWSTR, s, w},
};

/// The calls, as webauthn.h declares them.
pub(super) struct Api {
    pub(super) version: unsafe extern "system" fn() -> u32,
    pub(super) make: unsafe extern "system" fn(
        HWND,
        *const WEBAUTHN_RP_ENTITY_INFORMATION,
        *const WEBAUTHN_USER_ENTITY_INFORMATION,
        *const WEBAUTHN_COSE_CREDENTIAL_PARAMETERS,
        *const WEBAUTHN_CLIENT_DATA,
        *const WEBAUTHN_AUTHENTICATOR_MAKE_CREDENTIAL_OPTIONS,
        *mut *mut WEBAUTHN_CREDENTIAL_ATTESTATION,
    ) -> HRESULT,
    pub(super) free_made: unsafe extern "system" fn(*const WEBAUTHN_CREDENTIAL_ATTESTATION),
    pub(super) assert: unsafe extern "system" fn(
        HWND,
        PCWSTR,
        *const WEBAUTHN_CLIENT_DATA,
        *const WEBAUTHN_AUTHENTICATOR_GET_ASSERTION_OPTIONS,
        *mut *mut WEBAUTHN_ASSERTION,
    ) -> HRESULT,
    pub(super) free_asserted: unsafe extern "system" fn(*const WEBAUTHN_ASSERTION),
}

/// The calls of this computer.
///
/// # Errors
/// [`Fault::Barred`] where it has none.
pub(super) fn api() -> Result<&'static Api, Fault> {
    static API: OnceLock<Option<Api>> = OnceLock::new();
    API.get_or_init(find).as_ref().ok_or(Fault::Barred)
}

fn find() -> Option<Api> {
    // SAFETY: the name ends with a zero, and the library stays loaded until the program ends.
    let library = unsafe {
        LoadLibraryExW(
            w!("webauthn.dll"),
            core::ptr::null_mut(),
            LOAD_LIBRARY_SEARCH_SYSTEM32,
        )
    };
    if library.is_null() {
        return None;
    }
    // SAFETY: each call is found by the name under which webauthn.h declares it with the type of its field.
    unsafe {
        Some(Api {
            version: core::mem::transmute::<*const c_void, _>(call(
                library,
                s!("WebAuthNGetApiVersionNumber"),
            )?),
            make: core::mem::transmute::<*const c_void, _>(call(
                library,
                s!("WebAuthNAuthenticatorMakeCredential"),
            )?),
            free_made: core::mem::transmute::<*const c_void, _>(call(
                library,
                s!("WebAuthNFreeCredentialAttestation"),
            )?),
            assert: core::mem::transmute::<*const c_void, _>(call(
                library,
                s!("WebAuthNAuthenticatorGetAssertion"),
            )?),
            free_asserted: core::mem::transmute::<*const c_void, _>(call(
                library,
                s!("WebAuthNFreeAssertion"),
            )?),
        })
    }
}

fn call(library: HMODULE, name: PCSTR) -> Option<*const c_void> {
    // SAFETY: the library is loaded, and the name ends with a zero.
    let found = unsafe { GetProcAddress(library, name) }?;
    Some(found as *const c_void)
}
