//! A folder's manifest is replaced.

use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use wire::{Code, folder::Folder};

use crate::{
    app::Shared,
    domain::manifests,
    http::{
        extract::{Owner, Raw},
        reply::{DONE, Reply},
    },
};

/// PUT /v1/manifests/{folder}
pub(in crate::http) async fn put(
    State(app): State<Shared>,
    Owner(owner): Owner,
    Path(folder): Path<String>,
    Raw(bytes): Raw,
) -> Reply<StatusCode> {
    let code = folder.parse().ok().and_then(Folder::from_code);
    let (folder, now) = (code.ok_or(Code::NotFound)?, app.now());
    app.write(move |tx| manifests::put(tx, &owner, folder, &bytes, now))
        .await?;
    Ok(DONE)
}
