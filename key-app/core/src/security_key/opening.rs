//! From a security key's PIN to a space, and to its administration.

use super::{Device, Fault, Pin, ceremony, fit};
use crate::{
    administration::Administration,
    authenticator::{Ask, Outputs},
    opening::{Entered, Notice, Opened, Timings, enter},
    portal::{Gates, Portal},
    space::{Opener, Space},
    stick::Stick,
    trouble::{Result, Trouble},
    watch::Watch,
};
use crypto::stick::HeaderDraft;
use std::sync::Arc;
use wire::{
    Code, Random, SlotId,
    api::{Session, WebauthnAnswer, WebauthnOptions},
    structure::Locator,
};

/// Opens the space that a security key opens. `stick` says where the portal is: any stick of the structure,
/// or a folder of this computer that was prepared as one. `pin` is the security key's own.
///
/// # Errors
/// [`Trouble`], each saying whose fault it is and what to do next.
pub async fn open_with_security_key(
    stick: &Stick,
    device: &Device,
    pin: Option<Pin>,
    random: &mut dyn Random,
    watch: &dyn Watch,
) -> Result<Opened> {
    let mut timings = Timings::default();
    let started = watch.elapsed();
    let (home, locator) = stick.home()?;
    let places: Locator = locator
        .verify(home.realm, &home.structure)
        .map_err(|_| Trouble::StickDamaged)?;
    fit(device, pin.as_ref()).await?;
    let portal = Portal::new(&places)?;
    let gates = Gates::new(&places)?;
    let pin = pin.map(Arc::new);

    let login = watch.elapsed();
    let (portal, session, credential, outputs) =
        log_in(&portal, device, &pin, &home, Ask::Open).await?;
    timings.webauthn = watch.elapsed() - login;

    let mut notices = Vec::new();
    let keeps = stick.is_only_prepared()?;
    let entered = Entered {
        portal,
        session,
        home,
        locator,
        credential,
        first: outputs.first,
        gates,
        untold: Vec::new(),
        opener: Opener::SecurityKey,
    };
    let realm = entered.home.realm;
    let pinned = |open: &crypto::keys::SlotOpen| {
        let pinned = match keeps {
            true => stick.heads(&open.local_head, realm)?.map(|file| file.heads),
            false => None,
        };
        if pinned.is_none() {
            notices.push(Notice::NothingPinned);
        }
        Ok(pinned)
    };
    // Nothing here is written on but pins: a newer locator is for the stick's own opening to keep.
    let (space, _) = enter(entered, pinned, watch, &mut timings).await?;
    let mut opened = Opened {
        space,
        notices,
        timings,
    };
    opened.look(random).await;
    opened.pin(stick, Ok(()), random)?;
    opened.timings.total = watch.elapsed() - started;
    Ok(opened)
}

impl Space {
    /// Asks for the security key's PIN again and opens the administration.
    ///
    /// # Errors
    /// As for an opening; [`Trouble::BeingDeleted`]; [`Trouble::Unverified`] where another security key was
    /// touched.
    pub async fn administer_with_security_key(
        &mut self,
        device: &Device,
        pin: Option<Pin>,
    ) -> Result<Administration<'_>> {
        self.known.live()?;
        if !matches!(self.opener, Opener::SecurityKey) {
            return Err(Trouble::StickState("the space was opened by another way"));
        }
        fit(device, pin.as_ref()).await?;
        let pin = pin.map(Arc::new);
        let (portal, session, _, outputs) =
            log_in(&self.portal, device, &pin, &self.home, Ask::Admin).await?;
        self.begin_administration(portal, &session, outputs).await
    }

    /// Whether a security key opened this space, and no stick.
    #[must_use]
    pub fn is_by_security_key(&self) -> bool {
        matches!(self.opener, Opener::SecurityKey)
    }

    /// Whether a slot of this space is opened by a security key: no gate stands before it.
    #[must_use]
    pub fn is_of_security_key(&self, slot: SlotId) -> bool {
        self.gate_keys(&slot)
            .is_ok_and(|keys| keys.gates.is_empty())
    }
}

/// Signs in with the security key's passkey.
async fn log_in(
    portal: &Portal,
    device: &Device,
    pin: &Option<Arc<Pin>>,
    home: &HeaderDraft,
    ask: Ask,
) -> Result<(Portal, Session, Vec<u8>, Outputs)> {
    let options: WebauthnOptions = portal.ask("v1/login/start").await?;
    let signed = ceremony::assert(device, pin, home, &options.options, ask).await?;
    let answer = WebauthnAnswer {
        ceremony: options.ceremony,
        credential: signed.answer,
    };
    let session: Session = match portal.post("v1/login/finish", &answer).await {
        Err(Trouble::Suspended) => return Err(Fault::Frozen.into()),
        Err(gone) if gone.code() == Some(Code::CredentialUnknown) => {
            return Err(Fault::Stranger.into());
        }
        entered => entered?,
    };
    let portal = portal.with_session(&session.token);
    Ok((portal, session, signed.credential, signed.outputs))
}
