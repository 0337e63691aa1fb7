//! A slot's anchor: rewritten by its own stick at lock, outside the log.

use minicbor::bytes::ByteVec;
use wire::{Code, slot::SealedAnchor};

use super::{
    Outcome,
    session::{self, Session},
};
use crate::{
    records::Slot,
    store::{Read, Tx},
};

/// Replaces the anchor of the session's own slot.
pub(crate) fn put(tx: &mut Tx<'_>, session: &Session, bytes: Vec<u8>) -> Outcome<()> {
    check(&bytes)?;
    session::live(tx, session)?;
    let key = [session.account.as_ref(), session.slot.as_ref()].concat();
    let slot: Slot = tx.get_record(&key)?.ok_or(Code::Damaged)?;
    let anchor = Some(ByteVec::from(bytes));
    tx.put_record(key, &Slot { anchor, ..slot });
    Ok(())
}

/// Whether the bytes are a sealed anchor; nobody here can read it.
pub(crate) fn check(bytes: &[u8]) -> Outcome<()> {
    wire::decode_canonical::<SealedAnchor>(bytes, SealedAnchor::MAX)
        .map(drop)
        .map_err(|_| Code::Malformed.into())
}
