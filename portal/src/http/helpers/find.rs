//! Who may help, as officers certified it.

use axum::extract::State;
use wire::{
    Code,
    api::{FindHelpers, HelpersAnswer},
    helper::HelperNumber,
};

use crate::{
    app::{self, Shared},
    http::{
        extract::{Owner, Sent},
        reply::{Canonical, Reply},
    },
};

/// POST /v1/helpers
pub(in crate::http) async fn find(
    State(app): State<Shared>,
    _: Owner,
    Sent { value }: Sent<FindHelpers>,
) -> Reply<Canonical<HelpersAnswer>> {
    let number = match value.number.as_deref() {
        Some(typed) => Some(HelperNumber::parse(typed).ok_or(Code::Malformed)?),
        None => None,
    };
    let time = app.now();
    let certified = app::aside(move || app.helpers.look()).await?;
    let helpers = match number {
        Some(number) => certified
            .numbered(&number, time)
            .into_iter()
            .cloned()
            .collect(),
        None => certified
            .all(time)
            .filter(|(_, helper)| helper.role.is_listed())
            .map(|(bytes, _)| bytes.clone())
            .collect(),
    };
    Ok(Canonical(HelpersAnswer {
        time,
        helpers,
        revocations: certified.revocations().cloned(),
    }))
}
