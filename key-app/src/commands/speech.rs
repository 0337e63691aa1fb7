//! A voice for a computer whose pages have none.

use super::Answer;
use crate::{desk::Desk, dto::Problem, speech};
use tauri::{State, ipc::Response};

#[tauri::command]
pub(crate) async fn speaks(language: String) -> bool {
    speech::speaks(&language).await
}

/// The text as sound.
#[tauri::command]
pub(crate) async fn say(desk: State<'_, Desk>, text: String, language: String) -> Answer<Response> {
    desk.touch();
    desk.unless_shut(async {
        let sound = speech::say(&text, &language).await;
        sound.map(Response::new).ok_or_else(Problem::gone)
    })
    .await
}
