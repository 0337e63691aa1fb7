//! Who did what.

use super::{Answer, papers::opened_mut};
use crate::{
    desk::Desk,
    dto::{DoneView, Problem},
};
use key_core::Trouble;
use tauri::State;

#[tauri::command]
pub(crate) async fn journal(desk: State<'_, Desk>) -> Answer<Vec<DoneView>> {
    desk.unless_shut(async {
        let mut space = desk.space().await;
        match opened_mut(&mut space)?.journal().await {
            Ok(done) => Ok(done.into_iter().map(DoneView::from).collect()),
            Err(Trouble::RolledBack | Trouble::Unverified) => Err(Problem::journal_altered()),
            Err(other) => Err(other.into()),
        }
    })
    .await
}
