//! Epochs in a commit: a folder's new key reaches exactly those the log names, with a manifest
//! that goes on from the one before.

use minicbor::bytes::ByteVec;
use wire::{
    Code,
    log::{Epoch, LogState},
    manifest::{BoxFor, KeyBox},
};

use super::signed;
use crate::{
    domain::{Outcome, ensure, mandates, manifests, staging::Items},
    records::BoxRow,
    store::Tx,
};

/// Replaces boxes and manifest of every folder that begins a new epoch.
pub(super) fn start(
    tx: &mut Tx<'_>,
    state: &LogState,
    epochs: &[Epoch],
    items: &Items,
    now: u64,
) -> Outcome<()> {
    for epoch in epochs {
        manifests::drop_boxes(tx, state, epoch.folder)?;
        mandates::drop_boxes(tx, state, epoch.folder)?;
        for named in &epoch.boxes {
            let bytes = items.get(&named.hash)?;
            if let BoxFor::Mandate(mandate) = named.why {
                mandates::check_box(state, epoch.folder, &mandate, &named.recipient, bytes)?;
                mandates::put_box(tx, state, epoch.folder, &mandate, bytes);
                continue;
            }
            let key_box: KeyBox = signed(state.realm, &state.keys.author, bytes)?;
            let fits = key_box.account == state.account
                && key_box.folder == epoch.folder
                && key_box.epoch == epoch.epoch
                && key_box.recipient == named.recipient
                && key_box.why == named.why;
            ensure(fits, Code::LogRefused)?;
            let row = BoxRow {
                signed: ByteVec::from(bytes.to_vec()),
            };
            tx.put_record(
                manifests::box_key(state, epoch.folder, &named.recipient),
                &row,
            );
        }
        let manifest = items.manifest(&epoch.manifest)?;
        manifests::accept(tx, state, epoch.folder, manifest, now)?;
    }
    Ok(())
}
