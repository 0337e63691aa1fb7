//! From a code to an open envelope, then to a session.

use super::Timings;
use crate::{
    authenticator::{self, Ask, Outputs},
    portal::{Attempt, Gates, Portal},
    stick::{Original, Stick},
    trouble::{Result, Trouble},
    watch::Watch,
};
use crypto::{
    Opening,
    code::Code as PersonCode,
    keys::DeviceSecret,
    stick::{Cell, Cle, Enrolled, Envelope, GateOutput, Header, HeaderStage, Stretched},
};
use wire::{
    Code, Random,
    api::{Session, WebauthnAnswer, WebauthnOptions},
    structure::{Locator, SignedLocator, SignedVoucher, VoucherKind},
};

/// A stick whose envelope is open.
pub(crate) struct Unsealed {
    pub(crate) header: Header,
    pub(crate) ds: DeviceSecret,
    pub(crate) locator: SignedLocator,
    pub(crate) voucher: Option<SignedVoucher>,
    pub(crate) seq: u64,
    pub(crate) envelope: Envelope,
    pub(crate) attempt: Attempt,
    pub(crate) gates: Gates,
    pub(crate) portal: Portal,
    /// A renewal was cut, and could be neither finished nor undone now: both copies are needed.
    pub(crate) in_flight: bool,
}

impl Unsealed {
    /// The outputs, where every gate has answered: only then can a cell be sealed anew.
    pub(crate) fn all_outputs(&self) -> Option<&[GateOutput]> {
        (self.attempt.outputs.len() == self.header.gates.len()).then_some(&self.attempt.outputs)
    }
}

/// One complete copy, not yet open.
struct Closed {
    header: Header,
    enrolled: Enrolled,
    cells: [Cell; 2],
    original: Original,
}

impl Closed {
    /// Whether it is of a recovery that was not finished, or not seen to be.
    fn is_recovery(&self) -> bool {
        let voucher = self.enrolled.voucher.as_ref();
        let claimed = voucher.and_then(|voucher| voucher.voucher.claimed().ok());
        claimed.is_some_and(|voucher| voucher.kind == VoucherKind::Recovery)
    }
}

/// What becomes of a copy whose keys the gates were told to destroy. Costs no try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// So many gates have destroyed its keys that it never opens again.
    Over,
    /// Every gate has its keys: they were told of another one.
    Lives,
    /// Not every gate has heard of it, or answers.
    Open,
}

/// What became of the copy that lies beside a recovery.
///
/// # Errors
/// [`Trouble`] where no copy is good.
pub(crate) async fn fate_beside(stick: &Stick) -> Result<Fate> {
    let mut copies = closed_copies(stick)?.into_iter();
    match copies.find(|copy| !copy.is_recovery()) {
        Some(before) => fate(&before).await,
        None => Ok(Fate::Over),
    }
}

async fn fate(closed: &Closed) -> Result<Fate> {
    let gates = Gates::new(&verified(&closed.enrolled.locator, &closed.header)?)?;
    let answers = gates.status(&closed.header, &closed.enrolled.ds).await;
    let gone = |answer: &Result<_>| matches!(answer, Err(Trouble::Revoked));
    let gone = answers.iter().filter(|answer| gone(answer)).count();
    let (all, needed) = (
        closed.header.gates.len(),
        usize::from(closed.header.threshold),
    );
    Ok(if gone > all - needed {
        Fate::Over
    } else if answers.len() == all && answers.iter().all(Result::is_ok) {
        Fate::Lives
    } else {
        Fate::Open
    })
}

/// x from the code. Costs one Argon2id of 64 MiB.
pub(crate) fn stretch(code: &PersonCode, ds: &DeviceSecret, header: &Header) -> Result<Stretched> {
    Stretched::derive(code, ds, header)
        .map_err(|_| Trouble::StickState("this computer has too little free memory"))
}

/// Tries both cells after one evaluation.
pub(crate) fn open_cells(
    cells: &[Cell; 2],
    ds: &DeviceSecret,
    header: &Header,
    seq: u64,
    outputs: &[GateOutput],
) -> crypto::Result<Envelope> {
    let [a, b] = cells;
    let (first, second) = (
        a.open(ds, header, seq, outputs),
        b.open(ds, header, seq, outputs),
    );
    match (first, second) {
        (Ok(envelope), _) | (_, Ok(envelope)) => Ok(envelope),
        (Err(error), Err(_)) => Err(error),
    }
}

/// Asks the gates about the code and opens the envelope.
pub(crate) async fn unseal(
    stick: &Stick,
    code: &PersonCode,
    random: &mut dyn Random,
    watch: &dyn Watch,
    timings: &mut Timings,
) -> Result<Unsealed> {
    let mut copies = closed_copies(stick)?;
    let mut in_flight = stick.kept()?.is_some();
    if in_flight
        && copies.len() > 1
        && let Some(begun) = copies.iter().position(Closed::is_recovery)
    {
        // The copy of before opens until its keys are destroyed: from then on the other one does.
        let is_done = fate(&copies[1 - begun]).await? == Fate::Over;
        copies.swap_remove(if is_done { 1 - begun } else { begun });
        in_flight = !is_done;
    }
    let mut unsealed = unseal_among(stick, code, copies, random, watch, timings).await?;
    unsealed.in_flight |= in_flight;
    Ok(unsealed)
}

/// The same for a copy that is on its way to a space.
pub(crate) async fn unseal_unfinished(
    stick: &Stick,
    code: &PersonCode,
    random: &mut dyn Random,
    watch: &dyn Watch,
    timings: &mut Timings,
) -> Result<Unsealed> {
    let mut copies = closed_copies(stick)?;
    copies.retain(|copy| copy.enrolled.voucher.is_some());
    if copies.is_empty() {
        return Err(Trouble::StickState("it already opens a space"));
    }
    unseal_among(stick, code, copies, random, watch, timings).await
}

async fn unseal_among(
    stick: &Stick,
    code: &PersonCode,
    mut copies: Vec<Closed>,
    random: &mut dyn Random,
    watch: &dyn Watch,
    timings: &mut Timings,
) -> Result<Unsealed> {
    let places = verified(&copies[0].enrolled.locator, &copies[0].header)?;
    let (gates, portal) = (Gates::new(&places)?, Portal::new(&places)?);
    let closed = if renewal_in_flight(&copies) {
        choose(&mut copies, &gates).await?
    } else {
        copies.swap_remove(0)
    };
    let Closed {
        header,
        enrolled,
        cells,
        original,
    } = closed;
    let Enrolled {
        seq,
        ds,
        locator,
        voucher,
        ..
    } = enrolled;

    let start = watch.elapsed();
    let x = stretch(code, &ds, &header)?;
    timings.argon2 = watch.elapsed() - start;

    let start = watch.elapsed();
    // A used voucher still on the stick wants the envelope sealed anew, which takes every gate.
    let wanted = match voucher {
        Some(_) => header.gates.len(),
        None => usize::from(header.threshold),
    };
    let attempt = gates
        .evaluate(
            &header,
            &ds,
            &x,
            wanted,
            usize::from(header.threshold),
            random,
        )
        .await?;
    timings.gates = watch.elapsed() - start;

    let envelope = match open_cells(&cells, &ds, &header, seq, &attempt.outputs) {
        Ok(envelope) => envelope,
        Err(Opening::Refused) => return Err(wrong_code(&attempt)),
        Err(_) => return Err(Trouble::StickDamaged),
    };
    let mut unsealed = Unsealed {
        header,
        ds,
        locator,
        voucher,
        seq,
        envelope,
        attempt,
        gates,
        portal,
        in_flight: false,
    };
    if let Some(twin) = copies
        .iter()
        .find(|c| c.header.key_id != unsealed.header.key_id)
    {
        unsealed.in_flight = settle_renewal(stick, twin, &unsealed, &original)
            .await
            .is_err();
    }
    Ok(unsealed)
}

/// Signs in with the envelope's passkey.
pub(crate) async fn log_in(unsealed: &Unsealed, ask: Ask) -> Result<(Portal, Session, Outputs)> {
    let portal = &unsealed.portal;
    let options: WebauthnOptions = portal.ask("v1/login/start").await?;
    let (credential, outputs) = authenticator::assert(
        &unsealed.header,
        &unsealed.envelope.passkey,
        &options.options,
        ask,
    )
    .await?;
    let answer = WebauthnAnswer {
        ceremony: options.ceremony,
        credential,
    };
    let session: Session = match portal.post("v1/login/finish", &answer).await {
        // With its voucher still there its credential has perhaps never arrived. Without, it has gone.
        Err(gone) if gone.code() == Some(Code::CredentialUnknown) && unsealed.voucher.is_none() => {
            return Err(Trouble::Revoked);
        }
        entered => entered?,
    };
    Ok((portal.with_session(&session.token), session, outputs))
}

fn wrong_code(attempt: &Attempt) -> Trouble {
    match attempt.tries {
        Some(tries) if tries.left == 0 => Trouble::Frozen,
        Some(tries) => Trouble::WrongCode(tries),
        None => Trouble::StickDamaged,
    }
}

/// Copies that can be opened with a code, the newest first.
fn closed_copies(stick: &Stick) -> Result<Vec<Closed>> {
    let mut closed = Vec::new();
    for copy in stick.copies()? {
        if let Cle::Enrolled(mut enrolled) = copy.cle
            && let Some(cells) = enrolled.cells.take()
            && let HeaderStage::Complete(header) = &enrolled.header
        {
            let header = header.clone();
            closed.push(Closed {
                header,
                enrolled,
                cells,
                original: copy.original,
            });
        }
    }
    if closed.is_empty() {
        return Err(Trouble::StickState(
            "it was never opened: begin with the first opening",
        ));
    }
    Ok(closed)
}

fn verified(locator: &SignedLocator, header: &Header) -> Result<Locator> {
    locator
        .verify(header.realm, &header.structure)
        .map_err(|_| Trouble::StickDamaged)
}

/// Two copies with different keys: a renewal was cut.
fn renewal_in_flight(copies: &[Closed]) -> bool {
    matches!(copies, [new, old] if new.header.key_id != old.header.key_id)
}

/// The newer copy, or the older one where so many gates do not know the newer key that t cannot.
/// Costs no try. A gate that does not answer says nothing about either.
async fn choose(copies: &mut Vec<Closed>, gates: &Gates) -> Result<Closed> {
    let newer = &copies[0];
    let (mut known, mut unknown, mut silent) = (0, 0, Trouble::Unreachable);
    for answer in gates.status(&newer.header, &newer.enrolled.ds).await {
        match answer {
            Ok(_) => known += 1,
            Err(Trouble::Revoked) => unknown += 1,
            Err(other) if other.code() == Some(Code::GateRefused) => unknown += 1,
            Err(other) => silent = other,
        }
    }
    let (all, needed) = (
        newer.header.gates.len(),
        usize::from(newer.header.threshold),
    );
    if known >= needed {
        Ok(copies.remove(0))
    } else if unknown > all - needed {
        Ok(copies.remove(1))
    } else if known + unknown > 0 && silent.is_away() {
        let answered = known + unknown;
        Err(Trouble::GatesAway { answered, needed })
    } else {
        Err(silent)
    }
}

/// Finishes the renewal whose newer copy has opened, or undoes the one whose older copy has; then
/// the copy that opened goes on both sides. Where a gate does not acknowledge, both copies stay as
/// they are and the next opening tries again.
async fn settle_renewal(
    stick: &Stick,
    twin: &Closed,
    open: &Unsealed,
    original: &Original,
) -> Result<()> {
    if twin.enrolled.seq < open.seq {
        open.gates
            .commit(
                &open.header,
                &open.ds,
                twin.header.key_id,
                &open.envelope.success,
            )
            .await?;
    } else {
        open.gates
            .abort(&open.header, twin.header.key_id, &open.envelope.lineage)
            .await?;
    }
    stick.spread(original)
}
