//! One recovery: the stick that asks, by signatures and then a token; holders and the owner, in sessions.

mod ask;
mod enter;
mod hold;
mod start;

pub(super) use ask::{ask, challenge};
pub(super) use enter::{commit, enter, read, stage, sync};
pub(super) use hold::{hold, holds, own};
pub(super) use start::{card, register, start};

use wire::{Code, Signed, ceremony::CeremonyAsking};

use super::{extract::Origin, layers::Peer, reply::Refused};
use crate::{
    app::{Shared, aside},
    domain::ceremony::ask::proven,
};

/// Takes the request from its stick's own bucket if that stick signed it. Else it is taken from the
/// strangers', and refused.
async fn throttle(
    app: &Shared,
    origin: Origin,
    request: &Signed<CeremonyAsking>,
) -> Result<(), Refused> {
    let (store, place, asked) = (app.space.clone(), app.place.clone(), request.clone());
    let known = aside(move || store.read(|read| proven(read, &place, &asked))).await;
    match known {
        Ok((_, row)) => Ok(app.throttles.key(row.key_id)?),
        Err(refusal) => {
            if let Some(Peer(address)) = origin.0 {
                app.throttles.stranger(address)?;
            }
            match refusal.code {
                Code::Damaged | Code::Unavailable | Code::Malformed => Err(refusal.into()),
                _ => Err(Code::CeremonyRefused.into()),
            }
        }
    }
}
