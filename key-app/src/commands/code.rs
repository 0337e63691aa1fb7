//! Codes: proposed, typed, and what they open.

use super::Answer;
use crate::{
    desk::Desk,
    dto::{Code as Typed, Home},
};
use crypto::code::Code;
use key_core::{WallWatch, code};
use serde::Serialize;
use tauri::State;
use wire::random::System;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Proposed {
    #[serde(skip_serializing_if = "Option::is_none")]
    digits: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pictures: Option<Vec<u8>>,
}

#[derive(Serialize)]
pub(crate) struct Opened {
    pub(super) home: Home,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) card: Option<String>,
}

#[tauri::command]
pub(crate) fn propose_code(kind: String) -> Proposed {
    let mut random = System::new();
    if kind == "pictures" {
        Proposed {
            digits: None,
            pictures: Some(code::propose_pictograms(&mut random)),
        }
    } else {
        Proposed {
            digits: Some(code::propose_digits(&mut random)),
            pictures: None,
        }
    }
}

/// Whether a code that the person chose alone is allowed.
#[tauri::command]
pub(crate) fn check_code(code: Typed) -> Answer<()> {
    chosen(&code).map(|_| ())
}

#[tauri::command]
pub(crate) async fn first_open(desk: State<'_, Desk>, code: Typed) -> Answer<Opened> {
    let chosen = chosen(&code)?;
    desk.touch();
    let turn = desk.turn();
    desk.unless_shut(async {
        let (stick, watch) = (desk.stick(), WallWatch::start());
        let made = key_core::first_opening(&stick, &chosen, &mut System::new(), &watch).await?;
        let home = Home::of(&made.opened.space, &made.opened.notices);
        let card = made.card.as_ref().map(|card| card.printed().to_string());
        desk.keep_card(made.card);
        desk.put(made.opened.space, turn).await?;
        Ok(Opened { home, card })
    })
    .await
}

#[tauri::command]
pub(crate) async fn open(desk: State<'_, Desk>, code: Typed) -> Answer<Opened> {
    let typed = code.read()?;
    desk.touch();
    let turn = desk.turn();
    desk.unless_shut(async {
        let (stick, watch) = (desk.stick(), WallWatch::start());
        let opened = key_core::open(&stick, &typed, &mut System::new(), &watch).await?;
        lay(&desk, opened, turn).await
    })
    .await
}

/// Lays a space on the desk that has just been opened, by whatever way.
pub(super) async fn lay(desk: &Desk, mut opened: key_core::Opened, turn: u64) -> Answer<Opened> {
    // What has been in the bin for 30 days goes now. Where it cannot, it goes the next time.
    if opened.space.deletion().is_none() {
        let _ = opened.space.empty_old_bins(&mut System::new()).await;
    }
    let home = Home::of(&opened.space, &opened.notices);
    desk.put(opened.space, turn).await?;
    Ok(Opened { home, card: None })
}

#[tauri::command]
pub(crate) fn confirm_card(desk: State<'_, Desk>, typed: String) -> bool {
    let is_card = desk.is_card(&typed);
    if is_card {
        desk.keep_card(None);
    }
    is_card
}

/// A code that the person chose, where it is not one that others try first.
pub(super) fn chosen(typed: &Typed) -> Answer<Code> {
    Ok(match typed {
        Typed::Digits { digits } => code::choose_digits(digits)?,
        Typed::Pictures { pictures } => code::choose_pictograms(pictures)?,
    })
}
