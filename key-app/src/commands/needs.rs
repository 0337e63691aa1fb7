//! What a paper is, and which papers a service asks for.

use super::{
    Answer,
    papers::{find, opened, opened_mut},
};
use crate::{
    desk::Desk,
    dto::{self, Kind, NeedView, Paper, Problem},
};
use jiff::{civil::Date, tz::TimeZone};
use key_core::{
    catalogue::{kinds, needs},
    sheets::Day,
};
use tauri::State;
use wire::random::System;

#[tauri::command]
pub(crate) fn kinds(desk: State<'_, Desk>) -> Answer<Vec<Kind>> {
    desk.touch();
    let kinds = kinds::bundled().map_err(|_| Problem::gone())?;
    Ok(kinds.kinds.iter().map(Kind::from).collect())
}

/// Says what a paper is; 0 for none in particular. Its last day is YYYY-MM-DD.
#[tauri::command]
pub(crate) async fn classify(
    desk: State<'_, Desk>,
    folder: u8,
    id: String,
    kind: u16,
    expires: Option<String>,
) -> Answer<Paper> {
    let (folder, id) = (dto::folder(folder)?, dto::object(&id)?);
    let known = kinds::bundled().is_ok_and(|kinds| kinds.of_code(kind).is_some());
    if kind != 0 && !known {
        return Err(Problem::gone());
    }
    let expires = match expires {
        None => None,
        Some(written) => {
            let date: Date = written.parse().map_err(|_| Problem::gone())?;
            Some(Day::of(date).ok_or_else(Problem::gone)?.0)
        }
    };
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let kind = crypto::space::Kind(kind);
        space
            .classify(folder, id, kind, expires, &mut System::new())
            .await?;
        find(space, folder, id)
    })
    .await
}

/// What a service asks for, and how it stands; nothing where nobody has written it down.
#[tauri::command]
pub(crate) async fn needed(desk: State<'_, Desk>, service: String) -> Answer<Option<NeedView>> {
    let needs = needs::bundled().map_err(|_| Problem::gone())?;
    let Some(need) = needs.of_service(&service) else {
        return Ok(None);
    };
    let space = desk.space().await;
    let space = opened(&space)?;
    let zone = TimeZone::system();
    let needed = space.needed(need, space.today(&zone), &zone);
    Ok(Some(NeedView::of(need, needed)))
}

#[tauri::command]
pub(crate) async fn search_papers(desk: State<'_, Desk>, words: String) -> Answer<Vec<Paper>> {
    let space = desk.space().await;
    let found = opened(&space)?.search(&words);
    Ok(found.into_iter().map(Paper::from).collect())
}
