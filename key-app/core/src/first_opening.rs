//! The first opening: a prepared stick and a new code become a space (protocol section 9).

use crate::{
    administration::genesis,
    enrolment,
    opening::{self, Opened},
    portal::Portal,
    stick::Stick,
    trouble::{Result, Trouble},
    watch::Watch,
};
use crypto::{
    code::Code,
    recovery::CardCode,
    stick::{Cle, Enrolled},
};
use wire::{
    Code as Reason, Random, Signed,
    api::{RegisterStart, WebauthnOptions},
    log::Head,
    structure::VoucherKind,
};

/// A new space.
#[derive(Debug)]
pub struct FirstOpening {
    /// Open.
    pub opened: Opened,
    /// To be printed and read back; shown once. `None` where an earlier first opening had already
    /// made the space and only its end was missing: then a new card is made in the settings.
    pub card: Option<CardCode>,
}

/// Opens a prepared stick for the first time. After any interruption the same call takes it up
/// again, with the code that was chosen then.
///
/// # Errors
/// [`Trouble`]; the stick stays as it can be taken up again.
pub async fn first_opening(
    stick: &Stick,
    code: &Code,
    random: &mut dyn Random,
    watch: &dyn Watch,
) -> Result<FirstOpening> {
    if let Some(opened) = already_done(stick, code, random, watch).await? {
        return Ok(FirstOpening { opened, card: None });
    }
    let start = async |portal: &Portal, start: &Signed<RegisterStart>| -> Result<WebauthnOptions> {
        portal.post("v1/register/start", start).await
    };
    let (enrolling, portal, passkey) =
        enrolment::begin(stick, code, VoucherKind::Account, start, random).await?;
    let sealed = enrolling.seal(stick, passkey, random).await?;

    let card = CardCode::make(random);
    let time = portal.time().await?;
    let made = genesis::build(&sealed, &card, time, random)?;
    let within = portal.with_ceremony(sealed.answer.ceremony);
    within.stage(&made.items).await?;
    let _: Head = within.post("v1/register/finish", &made.commit).await?;

    // The voucher stays on the stick until the space has opened: the portal's word is not enough.
    let opened = opening::open(stick, code, random, watch).await?;
    Ok(FirstOpening {
        opened,
        card: Some(card),
    })
}

/// An earlier first opening may have been cut after the portal had made the space: then the code
/// opens it, and only the voucher is still on the stick.
async fn already_done(
    stick: &Stick,
    code: &Code,
    random: &mut dyn Random,
    watch: &dyn Watch,
) -> Result<Option<Opened>> {
    let Cle::Enrolled(Enrolled {
        cells: Some(_),
        voucher: Some(_),
        ..
    }) = stick.newest()?.cle
    else {
        return Ok(None);
    };
    match opening::open(stick, code, random, watch).await {
        Ok(opened) => Ok(Some(opened)),
        // The credential never arrived: register again, with the same handle.
        Err(Trouble::Refused(refusal)) if refusal.code == Reason::CredentialUnknown => Ok(None),
        Err(other) => Err(other),
    }
}
