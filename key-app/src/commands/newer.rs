//! A newer version of the programs, put on the stick in use from the portal.

use super::{Answer, papers::opened};
use crate::{desk::Desk, dto::Problem, renewing::Renewing};
use key_core::{
    contents::PublicKey,
    update::{Progress, Shelf},
};
use serde::Serialize;
use std::sync::Arc;
use tauri::State;

/// What the portal has and the stick has not.
#[derive(Serialize)]
pub(crate) struct Newer {
    version: String,
    /// Bytes to fetch.
    bytes: u64,
}

/// How far it is.
#[derive(Serialize)]
pub(crate) struct Fetched {
    done: u64,
    of: u64,
}

/// Whether a newer version is there for this stick. Nothing where the program is of no version.
#[tauri::command]
pub(crate) async fn newer_version(desk: State<'_, Desk>) -> Answer<Option<Newer>> {
    let Some(key) = PublicKey::compiled() else {
        return Ok(None);
    };
    desk.unless_shut(async {
        let shelf = shelf(&desk).await?;
        let newer = shelf.newer(desk.folder().path(), &key).await?;
        Ok(newer.map(|newer| Newer {
            version: newer.version.to_string(),
            bytes: newer.bytes,
        }))
    })
    .await
}

/// Puts that version on the stick. It goes on where the person looks at something else, and stops where the space is shut:
/// the stick then starts what it started before.
#[tauri::command]
pub(crate) async fn take_version(desk: State<'_, Desk>) -> Answer<()> {
    desk.touch();
    let key = PublicKey::compiled().ok_or_else(Problem::gone)?;
    let renewing = Renewing::begin(&desk).ok_or_else(Problem::gone)?;
    desk.unless_shut(async {
        let shelf = shelf(&desk).await?;
        let folder = desk.folder().clone();
        let said = |progress| {
            renewing.say(progress);
            desk.touch();
        };
        let at = folder.path().to_owned();
        shelf.fetch(&at, Arc::new(folder), &key, said).await?;
        Ok(())
    })
    .await
}

/// How far the version is that is on its way; nothing where none is. The page asks by itself.
#[tauri::command]
pub(crate) fn version_progress(desk: State<'_, Desk>) -> Option<Fetched> {
    let Progress { done, of } = desk.renewing()?;
    Some(Fetched { done, of })
}

async fn shelf(desk: &Desk) -> Answer<Shelf> {
    Ok(opened(&*desk.unseen().await)?.shelf())
}
