//! How the window looks and sounds: kept in the space, meant by the page.

use super::{
    Answer,
    papers::{opened, opened_mut},
};
use crate::{desk::Desk, dto::Problem};
use key_core::sheets::{MOST_SETTINGS, Setting};
use std::collections::BTreeMap;
use tauri::State;
use wire::random::System;

/// Longest name and value, in bytes.
const LONGEST: usize = 32;

#[tauri::command]
pub(crate) async fn settings(desk: State<'_, Desk>) -> Answer<BTreeMap<String, String>> {
    desk.unless_shut(async {
        let space = desk.space().await;
        let sheet = opened(&space)?.sheet::<Setting>().await?;
        let pairs = sheet.iter().map(|(name, value)| (name, value.0.clone()));
        Ok(pairs
            .map(|(name, value)| (name.to_owned(), value))
            .collect())
    })
    .await
}

#[tauri::command]
pub(crate) async fn keep_setting(desk: State<'_, Desk>, name: String, value: String) -> Answer<()> {
    let plain = |text: &str| {
        (1..=LONGEST).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    if !plain(&name) || !plain(&value) {
        return Err(Problem::gone());
    }
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let before = space.sheet::<Setting>().await?;
        if before.len() >= MOST_SETTINGS && before.get(&name).is_none() {
            return Err(Problem::gone());
        }
        let setting = Some(Setting(value));
        space.note_down(&name, setting, &mut System::new()).await?;
        Ok(())
    })
    .await
}
