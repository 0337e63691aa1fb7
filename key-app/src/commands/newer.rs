//! A newer version of the programs, put on the stick in use from the portal.

use super::{Answer, papers::opened};
use crate::{desk::Desk, dto::Problem};
use core::time::Duration;
use key_core::{
    WallWatch, Watch,
    contents::PublicKey,
    update::{Progress, Shelf},
};
use serde::Serialize;
use std::{path::PathBuf, sync::Arc};
use tauri::State;

/// How often somebody is taken to be there while it comes.
const LOOK: Duration = Duration::from_secs(30);
/// How long after the press: then the space is shut as it is when nobody is there.
const PATIENCE: Duration = Duration::from_secs(20 * 60);

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
/// the stick then starts what it started before. Whoever pressed is taken to be there for a while, whatever a portal does.
#[tauri::command]
pub(crate) async fn take_version(desk: State<'_, Desk>) -> Answer<()> {
    let watch = WallWatch::start();
    let key = PublicKey::compiled().ok_or_else(Problem::gone)?;
    let folder = desk.folder().clone();
    let at = folder.path().to_owned();
    let renewed = desk.renewal().begin(folder).ok_or_else(Problem::gone)?;
    let _stops = renewed.stops();
    let stays = async {
        let mut ticks = tokio::time::interval(LOOK);
        while watch.elapsed() < PATIENCE {
            ticks.tick().await;
            desk.touch();
        }
        core::future::pending::<Answer<()>>().await
    };
    let takes = async {
        let shelf = shelf(&desk).await?;
        let (medium, running) = (Arc::clone(&renewed), running());
        let said = |progress| renewed.say(progress);
        let fetched = shelf.fetch(&at, medium, &key, running.as_deref(), said);
        fetched.await?;
        Ok(())
    };
    desk.unless_shut(async {
        tokio::select! {
            done = takes => done,
            done = stays => done,
        }
    })
    .await
}

/// Where the program that runs lies, where the system says it.
fn running() -> Option<PathBuf> {
    Some(std::env::current_exe().ok()?.parent()?.to_owned())
}

/// How far the version is that is on its way; nothing where none is. The page asks by itself.
#[tauri::command]
pub(crate) fn version_progress(desk: State<'_, Desk>) -> Option<Fetched> {
    let Progress { done, of } = desk.renewal().now()?;
    Some(Fetched { done, of })
}

async fn shelf(desk: &Desk) -> Answer<Shelf> {
    Ok(opened(&*desk.unseen().await)?.shelf())
}
