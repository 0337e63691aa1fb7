//! A security key in the place of a stick: a device of somebody else's make that keeps a passkey, verifies the
//! person by its own PIN, and evaluates the PRF (CTAP 2.1 hmac-secret). No code of ours, no gate, no device
//! secret: the rest of the way is the same.
//!
//! - here: what is asked of such a device. Who talks to real ones is another crate; tests bring one made of
//!   software
//! - `ceremony` what is asked for, and what is believed of the answer · `opening` from a PIN to a space

mod ceremony;
mod opening;

pub(crate) use ceremony::register;
pub use opening::open_with_security_key;

use crate::trouble::{Result, Trouble};
use core::time::Duration;
use std::sync::Arc;
use zeroize::Zeroizing;

/// A device that speaks CTAP 2. Calls wait for a finger: never on a thread that others need.
pub trait SecurityKey: Send + Sync {
    /// What it can do (authenticatorGetInfo).
    ///
    /// # Errors
    /// [`Fault`].
    fn info(&self) -> core::result::Result<Info, Fault>;

    /// Makes a credential with hmac-secret: discoverable, ES256, user-verified
    /// (authenticatorMakeCredential). Gives the authenticator data.
    ///
    /// # Errors
    /// [`Fault`].
    fn make(&self, asked: &Make<'_>) -> core::result::Result<Vec<u8>, Fault>;

    /// Signs, user-verified, by the newest credential it has for this site, and evaluates hmac-secret
    /// (authenticatorGetAssertion).
    ///
    /// # Errors
    /// [`Fault`].
    fn assert(&self, asked: &Assert<'_>) -> core::result::Result<Asserted, Fault>;
}

/// A security key, shared with the thread that waits for it.
pub type Device = Arc<dyn SecurityKey>;

/// What a device says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Info {
    /// It has hmac-secret: what the PRF is made of.
    pub prf: bool,
    /// It can keep a passkey.
    pub resident: bool,
    /// How it verifies whoever holds it.
    pub verifies: Verifies,
}

/// How a device knows its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verifies {
    /// By a PIN that this program asks for.
    Pin,
    /// By a PIN that nobody has set yet.
    NoPinYet,
    /// The system or the device asks by itself.
    Itself,
    /// Not at all.
    Never,
}

/// A credential to make.
pub struct Make<'a> {
    /// The relying party.
    pub rp_id: &'a str,
    /// The client data, JSON: its SHA-256 is what the device signs.
    pub client_data: &'a [u8],
    /// Under which user handle.
    pub user_handle: &'a [u8],
    /// Where the device has one of these, it makes none.
    pub exclude: &'a [Vec<u8>],
    /// The PIN, where the program asks for it.
    pub pin: Option<&'a Pin>,
}

/// An assertion to sign.
pub struct Assert<'a> {
    /// The relying party.
    pub rp_id: &'a str,
    /// The client data, JSON.
    pub client_data: &'a [u8],
    /// The one credential that may answer; any of the site's where there is none.
    pub allow: Option<&'a [u8]>,
    /// hmac-secret's first salt.
    pub first: [u8; 32],
    /// Its second one.
    pub second: Option<[u8; 32]>,
    /// The PIN, where the program asks for it.
    pub pin: Option<&'a Pin>,
}

/// What a device answered.
pub struct Asserted {
    /// Which credential.
    pub credential: Vec<u8>,
    /// The authenticator data, signed.
    pub authenticator_data: Vec<u8>,
    /// The signature.
    pub signature: Vec<u8>,
    /// The user handle it was made under.
    pub user_handle: Vec<u8>,
    /// hmac-secret's outputs, deciphered, one after the other.
    pub outputs: Zeroizing<Vec<u8>>,
}

/// The PIN of a security key. Never kept, never written.
pub struct Pin(Zeroizing<String>);

impl Pin {
    /// As it was typed.
    ///
    /// # Errors
    /// [`Fault::PinShape`] where no device would take it; none is asked then, and no try is spent.
    pub fn parse(typed: &str) -> Result<Self> {
        // CTAP 2.1 section 6.5.1: at least four characters, at most 63 bytes.
        if typed.chars().count() < 4 || typed.len() > 63 || typed.contains('\0') {
            return Err(Fault::PinShape.into());
        }
        Ok(Self(Zeroizing::new(typed.to_owned())))
    }

    /// For the device.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl core::fmt::Debug for Pin {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Pin(***)")
    }
}

/// Why a security key did not do what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// There is none.
    #[error("No security key is plugged in. Plug it in, then try again.")]
    Missing,
    /// There are more than one.
    #[error(
        "Several security keys are plugged in. Leave one, take out the others, then try again."
    )]
    Several,
    /// The system keeps the program from it.
    #[error("This computer does not let the program speak with the security key. Use another one.")]
    Barred,
    /// It has no hmac-secret, or cannot keep a passkey.
    #[error(
        "This security key cannot open a space: it lacks what makes a secret (PRF). Take another one."
    )]
    NoPrf,
    /// Nobody has set its PIN.
    #[error(
        "This security key has no PIN yet. Set one with the program of its maker, then try again."
    )]
    NoPin,
    /// No device takes such a PIN.
    #[error("The PIN of a security key has at least 4 signs.")]
    PinShape,
    /// Another PIN; so many tries are left, where it said so.
    #[error("The PIN of the security key is not right.{}", left(*.0))]
    WrongPin(Option<u32>),
    /// It wants to be plugged in anew after some wrong ones.
    #[error("Several wrong PINs. Take the security key out, plug it in again, then try again.")]
    PinPause,
    /// It has blocked itself for good.
    #[error(
        "The security key has blocked itself: too many wrong PINs. It opens this space no more. Take \
         another way in."
    )]
    PinBlocked,
    /// Nobody touched it.
    #[error("The security key was not touched in time. Try again, and touch it when it blinks.")]
    NotTouched,
    /// It was taken out in between.
    #[error("The security key was taken out. Plug it in again, then try again.")]
    TakenOut,
    /// It keeps a passkey of this space already.
    #[error("This security key opens this space already.")]
    Known,
    /// It keeps none for this portal, or one that the portal no longer knows.
    #[error("This security key opens no space here, or no longer.")]
    Stranger,
    /// It keeps as many passkeys as it can.
    #[error("This security key is full. Take another one.")]
    Full,
    /// Blocked on request, by a suspend key.
    #[error("This security key was blocked on request. Whoever blocked it can unblock it.")]
    Frozen,
    /// An answer that cannot be.
    #[error("The security key answered something that cannot be right. Take another one.")]
    Nonsense,
    /// Any other reason of its own.
    #[error("The security key refused. Take it out, plug it in again, then try again.")]
    Refused,
}

fn left(tries: Option<u32>) -> String {
    tries.map_or_else(String::new, |tries| format!(" {tries} tries are left."))
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Trouble::SecurityKey(fault)
    }
}

/// So long a device may keep silent. Each gives up by itself much sooner.
const PATIENCE: Duration = Duration::from_secs(100);

/// Asks a device, away from the threads that answer. One that brings its driver down has answered nonsense.
pub(crate) async fn aside<T: Send + 'static>(
    device: &Device,
    ask: impl FnOnce(&dyn SecurityKey) -> core::result::Result<T, Fault> + Send + 'static,
) -> Result<T> {
    let device = device.clone();
    let asking = tokio::task::spawn_blocking(move || ask(&*device));
    match tokio::time::timeout(PATIENCE, asking).await {
        Ok(asked) => Ok(asked.unwrap_or(Err(Fault::Nonsense))?),
        Err(_) => Err(Fault::NotTouched.into()),
    }
}

/// How the security key that is plugged in verifies whoever holds it, where it can be an opener at all. Nobody
/// has to touch it.
///
/// # Errors
/// [`Trouble::SecurityKey`].
pub async fn look(device: &Device) -> Result<Verifies> {
    let info = aside(device, |device| device.info()).await?;
    if !info.prf || !info.resident {
        return Err(Fault::NoPrf.into());
    }
    match info.verifies {
        Verifies::NoPinYet => Err(Fault::NoPin.into()),
        Verifies::Never => Err(Fault::NoPrf.into()),
        verifies => Ok(verifies),
    }
}

/// Whether a device can be an opener with what was typed, before anything is asked of anybody.
pub(crate) async fn fit(device: &Device, pin: Option<&Pin>) -> Result<()> {
    match (look(device).await?, pin) {
        (Verifies::Pin, None) => Err(Fault::PinShape.into()),
        _ => Ok(()),
    }
}
