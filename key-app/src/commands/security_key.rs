//! A security key: whether one is plugged in, opening with it, and making it open the space too.

use super::{
    Answer,
    code::{Opened, lay},
    papers::opened_mut,
    prove,
    sticks::all,
};
use crate::{
    desk::Desk,
    dto::{Code as Typed, Proof, StickView},
};
use key_core::{
    WallWatch,
    security_key::{self, Verifies},
};
use serde::Serialize;
use tauri::State;
use wire::random::System;
use zeroize::Zeroizing;

/// The security key that is plugged in.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Looked {
    /// Whether this program asks for its PIN; elsewhere the system or the device does.
    asks_pin: bool,
}

/// Looks at the security key that is plugged in, without a touch. The page asks while somebody looks for it.
#[tauri::command]
pub(crate) async fn look_security_key(desk: State<'_, Desk>) -> Answer<Looked> {
    let verifies = security_key::look(desk.security_key()).await?;
    Ok(Looked {
        asks_pin: verifies == Verifies::Pin,
    })
}

/// Opens the space that the security key opens, whatever the stick or folder beside it opens.
#[tauri::command]
pub(crate) async fn open_with_security_key(
    desk: State<'_, Desk>,
    pin: Option<Zeroizing<String>>,
) -> Answer<Opened> {
    let pin = prove::read(pin.as_ref())?;
    desk.touch();
    let turn = desk.turn();
    desk.unless_shut(async {
        let (stick, watch, random) = (desk.stick(), WallWatch::start(), &mut System::new());
        let device = desk.security_key();
        let opened = key_core::open_with_security_key(&stick, device, pin, random, &watch).await?;
        lay(&desk, opened, turn).await
    })
    .await
}

/// Makes the security key that is plugged in open the space too. It is touched twice.
#[tauri::command]
pub(crate) async fn add_security_key(
    desk: State<'_, Desk>,
    code: Typed,
    pin: Option<Zeroizing<String>>,
) -> Answer<Vec<StickView>> {
    let (proof, pin) = (Proof::Code(code), prove::read(pin.as_ref())?);
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        // What cannot be is said before a try of the code is spent.
        security_key::look(desk.security_key()).await?;
        let mut administration = prove::administer(&desk, space, &proof).await?;
        let (device, random) = (desk.security_key(), &mut System::new());
        administration.add_security_key(device, pin, random).await?;
        Ok(all(space))
    })
    .await
}
