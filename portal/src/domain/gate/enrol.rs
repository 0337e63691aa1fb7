//! A stick enrols: its voucher is bound to its possession key for good.

use wire::{
    Code, Signed,
    gate::{Element, Enrol},
};

use super::{Secrets, claimed, counters, here, not_gone};
use crate::{
    domain::{
        Outcome, Place, ensure,
        policy::{self, Action, Role, State},
        voucher,
    },
    records::{GateKey, GateVoucher, Stage},
    store::{Read, Record, Tx},
};

/// Enrols a stick, or answers the same again. Until the first good code the same possession key
/// may bring other success and lineage keys: the first opening may have been cut short.
pub(crate) fn enrol(
    tx: &mut Tx<'_>,
    place: &Place,
    secrets: &mut dyn Secrets,
    request: &Signed<Enrol>,
    now: u64,
) -> Outcome<Element> {
    let possession = claimed(request)?.keys.possession;
    let asked = request
        .verify(place.realm, &possession)
        .map_err(|_| Code::GateRefused)?;
    here(place, &asked.gate)?;
    policy::permit(Role::Gate, Action::GateEnrol, State::None)?;
    let id = asked.voucher.voucher.claimed();
    let id = id.map_err(|_| Code::VoucherRefused)?.id;
    let bound: Option<GateVoucher> = tx.get_record(&id.0)?;
    // What was bound in time stays good for whoever bound it, whoever the root or the officer is since.
    if let Some(bound) = bound {
        let same = bound.possession == possession && bound.key_id == asked.key_id;
        ensure(same, Code::VoucherUsed)?;
        let row: GateKey = tx.get_record(&asked.key_id.0)?.ok_or(Code::Damaged)?;
        not_gone(&row)?;
        if row.keys != asked.keys {
            ensure(!row.proven && row.stage == Stage::Live, Code::VoucherUsed)?;
            let row = GateKey {
                keys: asked.keys,
                ..row.clone()
            };
            secrets.back_up(asked.key_id, &row.to_bytes())?;
            tx.put_record(asked.key_id.0, &row);
        }
        return Ok(row.public);
    }
    let voucher = voucher::believe(&asked.voucher, place.realm, &place.root, now)?;
    ensure(voucher.gates.contains(&place.gate), Code::VoucherRefused)?;
    let taken = tx.get_record::<GateKey>(&asked.key_id.0)?;
    ensure(taken.is_none(), Code::GateRefused)?;
    let row = GateKey {
        voucher: id,
        keys: asked.keys,
        public: secrets.make(asked.key_id)?,
        line: asked.key_id,
        stage: Stage::Live,
        next: None,
        proven: false,
        since: now,
    };
    secrets.back_up(asked.key_id, &row.to_bytes())?;
    let bound = GateVoucher {
        possession,
        key_id: asked.key_id,
        since: now,
    };
    tx.put_record(id.0, &bound);
    tx.put_record(row.line.0, &counters::fresh());
    tx.put_record(asked.key_id.0, &row);
    Ok(row.public)
}
