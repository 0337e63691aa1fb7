//! Whom to ask: the structure of this stick, as it says itself.

use super::Answer;
use crate::{desk::Desk, dto::last_day};
use serde::Serialize;
use tauri::State;

/// How to reach the structure.
#[derive(Serialize)]
pub(crate) struct StructureView {
    name: String,
    phone: String,
    place: Option<String>,
    hours: Option<String>,
}

/// Nothing where the structure has said nothing, or what it said does not verify: help goes without it. It
/// is asked for with the stick alone, since who needs help may have forgotten the code.
#[tauri::command]
pub(crate) async fn structure(desk: State<'_, Desk>) -> Answer<Option<StructureView>> {
    desk.touch();
    let board = desk.read_board().await;
    Ok(board.structure().cloned().map(|said| StructureView {
        name: said.name,
        phone: said.phone,
        place: said.place,
        hours: said.hours,
    }))
}

/// That the structure closes.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClosingView {
    name: String,
    /// The last whole day, YYYY-MM-DD, where this computer is.
    last_day: jiff::civil::Date,
    message: String,
}

/// Takes on a newer catalogue where the structure has published one, and answers whether it closes. The page
/// asks once home is there: an opening does not wait for it.
#[tauri::command]
pub(crate) async fn read_board(desk: State<'_, Desk>) -> Answer<Option<ClosingView>> {
    let board = desk.read_board().await;
    let closing = board.structure().zip(board.closing());
    Ok(closing.and_then(|(structure, closing)| {
        Some(ClosingView {
            name: structure.name.clone(),
            last_day: last_day(closing.on)?,
            message: closing.message.clone(),
        })
    }))
}
