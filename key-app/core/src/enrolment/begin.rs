//! An enrolment begins, or is taken up where it stands.

use super::{Enrolling, FreshKeys, Made, passkey::register_start};
use crate::{
    opening::{Timings, unseal_unfinished},
    portal::{Gates, Portal},
    stick::Stick,
    trouble::{Result, Trouble},
    watch::WallWatch,
};
use crypto::{
    code::Code,
    keys::DeviceSecret,
    stick::{Cle, Enrolled, HeaderStage, LocalHeadKey},
};
use wire::{
    KeyId, Random, Signed,
    api::{RegisterStart, WebauthnOptions},
    structure::{Locator, SignedLocator, SignedVoucher, VoucherKind},
};

/// Draws the device secret, writes it down, then asks the gates for keys and about the code. Can be
/// begun again after any interruption: gates give the same stick the same keys.
///
/// `start` asks the portal to begin the registration. It comes before the gates are asked about the
/// code, and so do the passkey it asks for and a trial write: trouble with portal or stick must not
/// cost tries.
pub(crate) async fn begin(
    stick: &Stick,
    code: &Code,
    kind: VoucherKind,
    start: impl AsyncFnOnce(&Portal, &Signed<RegisterStart>) -> Result<WebauthnOptions>,
    random: &mut dyn Random,
) -> Result<(Enrolling, Portal, Made)> {
    // Before anything is written, or a try is spent: it may be somebody else's.
    if stick.prepared_for()?.is_some_and(|made| made != kind) {
        return Err(Trouble::StickState("it was prepared for another use"));
    }
    if stick.sealed()? {
        return resume(stick, code, start, random).await;
    }
    let (draft, key_id, ds, locator, voucher, seq) = draw(stick, random)?;
    let places: Locator = locator
        .verify(draft.realm, &draft.structure)
        .map_err(|_| Trouble::StickDamaged)?;
    let gates = Gates::new(&places)?;
    let fresh = FreshKeys::make(random);
    let publics = gates
        .enrol(
            &draft.gates,
            key_id,
            &ds,
            |possession| fresh.at(possession),
            &voucher,
        )
        .await?;
    let header = draft.complete(key_id, &publics)?;
    let portal = Portal::new(&places)?;
    let options = start(&portal, &register_start(&header, &ds, &voucher)?).await?;
    let made = Made::as_asked(&header, &options).await?;
    stick.try_writing()?;
    let x = crate::opening::stretch(code, &ds, &header)?;
    let all = header.gates.len();
    let attempt = gates.evaluate(&header, &ds, &x, all, all, random).await?;
    let local_head = LocalHeadKey::make(random);
    let enrolling = Enrolling {
        header,
        ds,
        voucher,
        locator,
        gates,
        attempt,
        success: fresh.success,
        lineage: fresh.lineage,
        local_head,
        ceremony: None,
        seq,
    };
    Ok((enrolling, portal, made))
}

/// Takes up an enrolment whose envelope lies on the stick already, with the code chosen then: the
/// gates may have heard its success key, so that it must stay.
async fn resume(
    stick: &Stick,
    code: &Code,
    start: impl AsyncFnOnce(&Portal, &Signed<RegisterStart>) -> Result<WebauthnOptions>,
    random: &mut dyn Random,
) -> Result<(Enrolling, Portal, Made)> {
    let timings = &mut Timings::default();
    let open = unseal_unfinished(stick, code, random, &WallWatch::start(), timings).await?;
    let voucher = open
        .voucher
        .ok_or(Trouble::StickState("it already opens a space"))?;
    // Told even where it ends here: the code was right, and its tries are given back.
    open.gates
        .succeed(&open.header, &open.envelope.success, &open.attempt)
        .await;
    let (answered, needed) = (open.attempt.outputs.len(), open.header.gates.len());
    if answered < needed {
        return Err(Trouble::GatesAway { answered, needed });
    }
    let options = start(
        &open.portal,
        &register_start(&open.header, &open.ds, &voucher)?,
    )
    .await?;
    let made = Made::as_asked(&open.header, &options).await?;
    let enrolling = Enrolling {
        header: open.header,
        ds: open.ds,
        voucher,
        locator: open.locator,
        gates: open.gates,
        attempt: open.attempt,
        success: open.envelope.success,
        lineage: open.envelope.lineage,
        local_head: open.envelope.local_head,
        ceremony: open.envelope.ceremony,
        seq: open.seq,
    };
    Ok((enrolling, open.portal, made))
}

type Drawn = (
    crypto::stick::HeaderDraft,
    KeyId,
    DeviceSecret,
    SignedLocator,
    SignedVoucher,
    u64,
);

/// Takes up an enrolment where it stands: the device secret is on the stick before any gate hears
/// of it.
fn draw(stick: &Stick, random: &mut dyn Random) -> Result<Drawn> {
    let newest = stick.newest()?.cle.seq();
    match stick.unfinished()?.cle {
        Cle::Prepared(prepared) => {
            let seq = newest + 1;
            let key_id = KeyId::random(random);
            let ds = DeviceSecret::make(random);
            stick.write_unfinished(&Cle::Enrolled(Enrolled {
                seq,
                header: HeaderStage::Draft(prepared.draft.clone(), key_id),
                ds: ds.copied(),
                locator: prepared.locator.clone(),
                voucher: Some(prepared.voucher.clone()),
                cells: None,
            }))?;
            Ok((
                prepared.draft,
                key_id,
                ds,
                prepared.locator,
                prepared.voucher,
                seq,
            ))
        }
        Cle::Enrolled(Enrolled {
            seq,
            header,
            ds,
            locator,
            voucher: Some(voucher),
            ..
        }) => {
            let (draft, key_id) = match header {
                HeaderStage::Draft(draft, key_id) => (draft, key_id),
                HeaderStage::Complete(header) => (header.draft(), header.key_id),
            };
            Ok((draft, key_id, ds, locator, voucher, seq))
        }
        Cle::Enrolled(_) => Err(Trouble::StickState("it already opens a space")),
    }
}
