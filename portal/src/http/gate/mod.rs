//! The gate. Sticks speak by signatures; no session, no account.

mod challenge;
mod enrol;
mod evaluate;
mod order;
mod prepare;
mod status;

use wire::{Code, KeyId, Message, SigPublic, Signed, gate::EnrolmentKeys};

use super::{extract::Origin, layers::Peer, reply::Refused};
use crate::{
    app::{Shared, aside},
    domain::gate::speaks,
};

pub(super) use challenge::challenge;
pub(super) use enrol::enrol;
pub(super) use evaluate::evaluate;
pub(super) use order::order;
pub(super) use prepare::prepare;
pub(super) use status::status;

/// Takes the request from its stick's own bucket if one of the stick's keys signed it. Else it is
/// taken from the strangers', and refused: nobody empties the bucket of a stick they do not hold,
/// and guessing is not free.
async fn throttle<T: Message + 'static>(
    app: &Shared,
    origin: Origin,
    key_id: KeyId,
    message: &Signed<T>,
    key: fn(&EnrolmentKeys) -> SigPublic,
) -> Result<(), Refused> {
    let (store, realm, message) = (app.gate.clone(), app.place.realm, message.clone());
    let known = aside(move || store.read(|read| speaks(read, realm, &key_id, &message, key)));
    if known.await? {
        return Ok(app.throttles.key(key_id)?);
    }
    stranger(app, origin)?;
    Err(Code::GateRefused.into())
}

/// Takes the request from the strangers' bucket.
pub(super) fn stranger(app: &Shared, origin: Origin) -> Result<(), Refused> {
    match origin.0 {
        Some(Peer(address)) => Ok(app.throttles.stranger(address)?),
        None => Ok(()),
    }
}

/// What a message claims. One that claims nothing is a stranger's.
fn claimed<T: Message>(app: &Shared, origin: Origin, message: &Signed<T>) -> Result<T, Refused> {
    match message.claimed() {
        Ok(claimed) => Ok(claimed),
        Err(_) => {
            stranger(app, origin)?;
            Err(Code::Malformed.into())
        }
    }
}

/// Destroys secrets whose tombstones are durable. What fails is done by the hourly cleaning.
pub(crate) async fn destroy(app: &Shared, keys: Vec<KeyId>) {
    for key_id in keys {
        let files = app.gate_files.clone();
        if aside(move || files.destroy(key_id)).await.is_err() {
            tracing::error!("a destroyed stick's secret is still there: it is tried again hourly");
        }
    }
}
