//! Real security keys, as `key-core` wants them: who speaks to the device, for each system in a file of its
//! own.
//!
//! - `usb` Linux and macOS, by crate ctap-hid-fido2 · `windows` the system's webauthn.dll
//!
//! Not here: what is asked of a device, and what is believed of its answer (`key-core/src/security_key`).
//! Apart from `key-core` because what it links speaks to hardware and, on Windows, to memory (ADR 0021).
//!
//! **Untested on hardware.** docs/platforms.md says what was tried instead.

#[cfg(any(target_os = "linux", target_os = "macos"))]
mod usb;
#[cfg(windows)]
mod windows;

use key_core::security_key::Device;
use std::sync::Arc;

/// The security key that is plugged into this computer, if there is one when it is asked.
#[cfg(any(target_os = "linux", target_os = "macos"))]
#[must_use]
pub fn plugged() -> Device {
    Arc::new(usb::Usb)
}

/// The security key that is plugged into this computer, if there is one when it is asked.
#[cfg(windows)]
#[must_use]
pub fn plugged() -> Device {
    Arc::new(windows::System)
}
