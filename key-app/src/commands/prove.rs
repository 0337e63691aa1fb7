//! What cannot be done without the person: the code is asked for again, or the PIN of the security key that opened
//! the space.

use super::Answer;
use crate::{desk::Desk, dto::Proof};
use key_core::{Administration, Space, WallWatch, security_key::Pin};
use wire::random::System;
use zeroize::Zeroizing;

/// The administration of the open space, for whoever shows that they are its person.
pub(super) async fn administer<'s>(
    desk: &Desk,
    space: &'s mut Space,
    proof: &Proof,
) -> Answer<Administration<'s>> {
    let administration = match proof {
        Proof::Pin { pin } => {
            let pin = read(pin.as_ref())?;
            space
                .administer_with_security_key(desk.security_key(), pin)
                .await?
        }
        Proof::Code(code) => {
            let (code, stick, watch) = (code.read()?, desk.stick(), WallWatch::start());
            let random = &mut System::new();
            space.administer(&stick, &code, random, &watch).await?
        }
    };
    Ok(administration)
}

/// A PIN as it was typed; none where nobody asks for one here.
pub(super) fn read(pin: Option<&Zeroizing<String>>) -> Answer<Option<Pin>> {
    Ok(pin.map(|typed| Pin::parse(typed)).transpose()?)
}
