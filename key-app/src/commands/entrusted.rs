//! The helper's side: people who gave a mandate, their folders, and reading under it.

use super::{Answer, papers::opened, people::bynames};
use crate::{
    desk::Desk,
    dto::{self, EntrustedView, Paper, Problem},
};
use key_core::{Trouble, help::Entrusted};
use tauri::{State, ipc::Response};
use wire::random::System;

#[tauri::command]
pub(crate) async fn entrusted(desk: State<'_, Desk>) -> Answer<Vec<EntrustedView>> {
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        let all = space.entrusted().await?;
        let names = bynames(space).await?;
        let died = space.over_by_death().await?;
        let view = |mandate: &Entrusted| {
            EntrustedView::of(mandate, &names, died.contains(&mandate.id), space.time())
        };
        let views = all.iter().map(view).collect();
        desk.entrusted().await.hold(all);
        Ok(views)
    })
    .await
}

/// Opens a folder under a mandate; the person reads it in their journal.
#[tauri::command]
pub(crate) async fn open_entrusted(
    desk: State<'_, Desk>,
    id: String,
    folder: u8,
    posture: Option<String>,
) -> Answer<Vec<Paper>> {
    let (id, folder) = (dto::mandate(&id)?, dto::folder(folder)?);
    let posture = posture.as_deref().map(dto::posture).transpose()?;
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        let mut held = desk.entrusted().await;
        let mandate = held.mandate(id).ok_or_else(Problem::gone)?;
        let shown = space
            .open_entrusted(mandate, folder, posture, &mut System::new())
            .await
            .map_err(refused)?;
        let papers = shown.list().into_iter().map(Paper::from).collect();
        held.show(id, shown);
        Ok(papers)
    })
    .await
}

/// Reads a paper of the folder that was opened last; the person reads it in their journal.
#[tauri::command]
pub(crate) async fn read_entrusted(
    desk: State<'_, Desk>,
    id: String,
    paper: String,
) -> Answer<Response> {
    let (id, paper) = (dto::mandate(&id)?, dto::object(&paper)?);
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        let mut held = desk.entrusted().await;
        let (mandate, shown) = held.shown(id).ok_or_else(Problem::gone)?;
        let content = space
            .read_entrusted(mandate, shown, paper, &mut System::new())
            .await
            .map_err(refused)?;
        Ok(Response::new(content.to_vec()))
    })
    .await
}

/// A mandate that was stopped is forbidden from then on: to its helper it is over.
pub(super) fn refused(trouble: Trouble) -> Problem {
    if trouble.code() == Some(wire::Code::Forbidden) {
        Problem::mandate_over()
    } else {
        trouble.into()
    }
}
