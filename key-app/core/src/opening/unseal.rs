//! From a code to an open envelope, then to a session.

use super::Timings;
use crate::{
    authenticator::{self, Ask, Outputs},
    portal::{Attempt, Gates, Portal},
    stick::Stick,
    trouble::{Result, Trouble},
    watch::Watch,
};
use crypto::{
    Opening,
    code::Code,
    keys::DeviceSecret,
    stick::{Cell, Cle, Enrolled, Envelope, GateOutput, Header, HeaderStage, Stretched},
};
use wire::{
    Random, Signed,
    api::{Session, WebauthnAnswer, WebauthnOptions},
    gate::{Abort, Order},
    structure::{Locator, SignedLocator, SignedVoucher},
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
}

/// x from the code. Costs one Argon2id of 64 MiB.
pub(crate) fn stretch(code: &Code, ds: &DeviceSecret, header: &Header) -> Result<Stretched> {
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
    code: &Code,
    random: &mut dyn Random,
    watch: &dyn Watch,
    timings: &mut Timings,
) -> Result<Unsealed> {
    let mut copies = closed_copies(stick)?;
    let places = verified(&copies[0].enrolled.locator, &copies[0].header)?;
    let (gates, portal) = (Gates::new(&places)?, Portal::new(&places)?);
    let closed = if renewal_in_flight(&copies) {
        choose(&mut copies, &gates).await
    } else {
        copies.swap_remove(0)
    };
    let Closed {
        header,
        enrolled,
        cells,
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
    let attempt = gates.evaluate(&header, &ds, &x, wanted, random).await?;
    timings.gates = watch.elapsed() - start;

    let envelope = match open_cells(&cells, &ds, &header, seq, &attempt.outputs) {
        Ok(envelope) => envelope,
        Err(Opening::Refused) => return Err(wrong_code(&attempt)),
        Err(_) => return Err(Trouble::StickDamaged),
    };
    let unsealed = Unsealed {
        header,
        ds,
        locator,
        voucher,
        seq,
        envelope,
        attempt,
        gates,
        portal,
    };
    if !copies.is_empty() {
        finish_renewal(stick, &copies, &unsealed).await;
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
    let session: Session = portal.post("v1/login/finish", &answer).await?;
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
            closed.push(Closed {
                header: header.clone(),
                enrolled,
                cells,
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

/// The newer copy, unless fewer than t gates know its key: then the older one, at no cost.
async fn choose(copies: &mut Vec<Closed>, gates: &Gates) -> Closed {
    let newer = &copies[0];
    let known = gates
        .status(&newer.header, &newer.enrolled.ds)
        .await
        .into_iter()
        .filter(Result::is_ok)
        .count();
    let index = usize::from(known < usize::from(newer.header.threshold));
    copies.remove(index)
}

/// Finishes the renewal whose newer copy has opened, or undoes the one whose older copy has. Where
/// that does not work now, the next opening does it.
async fn finish_renewal(stick: &Stick, others: &[Closed], open: &Unsealed) {
    let Some(other) = others
        .iter()
        .find(|c| c.header.key_id != open.header.key_id)
    else {
        return;
    };
    let settled = if other.enrolled.seq < open.seq {
        open.gates
            .commit(&open.header, other.header.key_id, &open.envelope.success)
            .await
    } else {
        abort(open, other).await
    };
    if settled.is_ok() && other.enrolled.seq < open.seq {
        // R5: the older copy may go only once every gate has destroyed its key.
        let _ = stick.mend();
    }
}

async fn abort(open: &Unsealed, pending: &Closed) -> Result<()> {
    for gate in open.header.gates.iter().map(|g| g.gate) {
        let message = Abort {
            gate,
            key_id: open.header.key_id,
            next: pending.header.key_id,
        };
        let signed: Signed<Abort> = open.envelope.lineage.sign(open.header.realm, &message);
        open.gates.order(&gate, &Order::Abort(signed)).await?;
    }
    Ok(())
}
