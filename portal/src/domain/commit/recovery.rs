//! A policy in a commit: its package and payloads replace the old ones, so that whoever was removed
//! holds nothing that opens.

use minicbor::bytes::ByteVec;
use wire::{
    Code,
    recovery::{Package, Payload},
};

use super::Settling;
use crate::{
    domain::{Outcome, ceremony::index, ensure, staging::Items},
    records::{PackageRow, PayloadRow},
    store::{Read, Table, Tx},
};

/// Stores package and payloads of a new policy; without one there is nothing to store.
pub(super) fn replace(tx: &mut Tx<'_>, settling: &Settling<'_>, items: &Items) -> Outcome<()> {
    let state = settling.state;
    let (policy, signed) = match (&settling.changes.policy, &settling.commit.package) {
        (None, None) => return Ok(()),
        (Some(policy), Some(package)) => (policy, package),
        _ => return Err(Code::LogRefused.into()),
    };
    let package: Package = signed
        .verify(state.realm, &state.keys.root)
        .map_err(|_| Code::LogRefused)?;
    let fits = package.account == state.account
        && package.generation == state.keys.generation
        && package.policy == policy.hash(state.realm);
    ensure(fits, Code::LogRefused)?;
    let row = PackageRow {
        signed: ByteVec::from(signed.to_bytes()),
    };
    tx.put_record(state.account.0, &row);

    for (key, _) in tx.scan(Table::Payloads, state.account.as_ref(), None, usize::MAX)? {
        tx.delete(Table::Payloads, key);
    }
    let card = core::iter::once(policy.card.fingerprint());
    let recipients = policy.holders.iter().map(|h| h.reader).chain(card);
    for (recipient, hash) in recipients.zip(&policy.payloads) {
        let payload: Payload =
            items.read(hash, |bytes| wire::decode_canonical(bytes, Payload::MAX))?;
        ensure(payload.recipient == recipient, Code::LogRefused)?;
        let row = PayloadRow {
            bytes: ByteVec::from(items.get(hash)?.to_vec()),
        };
        let key = [state.account.as_ref(), recipient.as_ref()].concat();
        tx.put_record(key, &row);
    }
    index::arranged(tx, state, policy, items, settling.changes.ceremony)
}
