//! For whom another structure vouches: found by the number on their own screen alone, never listed.

use axum::extract::State;
use wire::{
    Code,
    elsewhere::{FindVouched, VouchedAnswer},
    helper::HelperNumber,
};

use crate::{
    app::{self, Shared},
    http::{
        extract::{Owner, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/helpers/elsewhere
pub(in crate::http) async fn elsewhere(
    State(app): State<Shared>,
    _: Owner,
    Sent { value }: Sent<FindVouched>,
) -> Reply<Canonical<VouchedAnswer>> {
    let number = HelperNumber::parse(&value.number).ok_or(Code::Malformed)?;
    let time = app.now();
    let vouched = app::aside(move || app.vouched.numbered(&number)).await?;
    Ok(Canonical(VouchedAnswer { time, vouched }))
}
