//! Taking everything along, and putting it back at another portal.

use super::{
    Answer,
    papers::{opened, opened_mut},
};
use crate::{
    chooser::{beside, keep},
    desk::Desk,
    dto::Problem,
};
use jiff::tz::TimeZone;
use serde::Serialize;
use std::fs::File;
use tauri::{AppHandle, Runtime, State};
use wire::random::System;

const NAME: &str = "mon-espace.zip";

/// What went along.
#[derive(Serialize)]
pub(crate) struct Taken {
    count: usize,
    /// What the portal has lost or damaged.
    missing: usize,
}

/// Writes the whole space into one ZIP. Nothing where the person thinks better of it.
#[tauri::command]
pub(crate) async fn export_all<R: Runtime>(
    app: AppHandle<R>,
    desk: State<'_, Desk>,
    with_logins: bool,
) -> Answer<Option<Taken>> {
    desk.touch();
    let turn = desk.turn();
    let Some(place) = desk.chooser().place(&app, NAME).await else {
        return Ok(None);
    };
    desk.same(turn)?;
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        let mut file = beside(&place).map_err(|_| Problem::not_saved())?;
        let today = space.today(&TimeZone::system());
        let said = |_, _| desk.touch();
        let exported = space
            .export(file.as_file_mut(), with_logins, today, said)
            .await?;
        keep(file, &place).map_err(|_| Problem::not_saved())?;
        Ok(Some(Taken {
            count: exported.papers + exported.notes,
            missing: exported.missing,
        }))
    })
    .await
}

/// Puts back what was taken along. Nothing where the person thinks better of it.
#[tauri::command]
pub(crate) async fn import_all<R: Runtime>(
    app: AppHandle<R>,
    desk: State<'_, Desk>,
) -> Answer<Option<usize>> {
    desk.touch();
    let turn = desk.turn();
    let Some(place) = desk.chooser().find(&app, NAME).await else {
        return Ok(None);
    };
    desk.same(turn)?;
    let zip = File::open(place).map_err(|_| Problem::not_export())?;
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let said = |_, _| desk.touch();
        let imported = space.import(zip, &mut System::new(), said).await?;
        Ok(Some(imported.papers + imported.notes))
    })
    .await
}
