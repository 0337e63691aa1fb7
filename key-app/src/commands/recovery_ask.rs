//! The side of whoever forgot the code or lost the stick: begun with a new code, looked at while others
//! answer, and opened at the end.

use super::{
    Answer,
    code::{Opened, chosen},
};
use crate::{
    asking::Asking,
    desk::Desk,
    dto::{Code as Typed, Home, Problem, StandingView},
};
use crypto::recovery::CardCode;
use key_core::{
    WallWatch,
    recovery::{self, Earlier, Step},
};
use serde::Serialize;
use tauri::State;
use wire::random::System;

/// What came of beginning: a request, or a space that had been opened before and lacked only its end.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Begun {
    Asking { standing: StandingView },
    Opened(Opened),
}

/// Whether what was typed can be a card at all. Which one it is, nobody is asked here.
#[tauri::command]
pub(crate) fn check_card(card: String) -> Answer<()> {
    CardCode::parse(&card).map_or_else(|_| Err(Problem::not_card()), |_| Ok(()))
}

/// Begins with the code that the stick is to have, or takes up what waits. `afresh` where one that has
/// ended is to begin anew.
#[tauri::command]
pub(crate) async fn begin_recovery(
    desk: State<'_, Desk>,
    code: Typed,
    card: Option<String>,
    afresh: bool,
) -> Answer<Begun> {
    let code = chosen(&code)?;
    let card = card.map(|typed| CardCode::parse(&typed)).transpose();
    let card = card.map_err(|_| Problem::not_card())?;
    desk.touch();
    let turn = desk.turn();
    desk.unless_shut(async {
        // Held to the end: a shut that comes meanwhile finds what was begun, and drops it.
        let mut lies = desk.asking().await;
        *lies = None;
        let (stick, watch, random) = (desk.stick(), WallWatch::start(), &mut System::new());
        let step = if afresh {
            recovery::begin(&stick, &code, card, random, &watch).await?
        } else {
            recovery::resume(&stick, &code, card, random, &watch).await?
        };
        match step {
            Step::Asking(mut requesting) => {
                let standing = requesting.look(random).await?.into();
                *lies = Some(Asking { requesting, code });
                Ok(Begun::Asking { standing })
            }
            Step::Opened(opened) => {
                drop(lies);
                let home = Home::of(&opened.space, &opened.notices);
                desk.put(opened.space, turn).await?;
                Ok(Begun::Opened(Opened { home, card: None }))
            }
        }
    })
    .await
}

/// How it stands. The page asks by itself: nobody has done anything by that.
#[tauri::command]
pub(crate) async fn look_recovery(desk: State<'_, Desk>) -> Answer<StandingView> {
    desk.unless_shut(async {
        let mut lies = desk.asking().await;
        let asking = lies.as_mut().ok_or_else(Problem::locked)?;
        Ok(asking.requesting.look(&mut System::new()).await?.into())
    })
    .await
}

/// The screens differ: nothing of it goes on.
#[tauri::command]
pub(crate) async fn differs_recovery(desk: State<'_, Desk>) -> Answer<()> {
    desk.touch();
    desk.unless_shut(async {
        let mut lies = desk.asking().await;
        let asking = lies.as_mut().ok_or_else(Problem::locked)?;
        asking.requesting.differs().await?;
        *lies = None;
        Ok(())
    })
    .await
}

/// The person gives it up: a stick that had another code keeps that one alone.
#[tauri::command]
pub(crate) async fn give_up_recovery(desk: State<'_, Desk>) -> Answer<()> {
    desk.touch();
    desk.unless_shut(async {
        let mut lies = desk.asking().await;
        let asking = lies.take().ok_or_else(Problem::locked)?;
        Ok(recovery::give_up(asking.requesting, &desk.stick()).await?)
    })
    .await
}

/// Opens the space again. Sticks of before are revoked.
#[tauri::command]
pub(crate) async fn finish_recovery(desk: State<'_, Desk>) -> Answer<Opened> {
    desk.touch();
    let turn = desk.turn();
    desk.unless_shut(async {
        let asking = desk.asking().await.take().ok_or_else(Problem::locked)?;
        let (stick, watch, random) = (desk.stick(), WallWatch::start(), &mut System::new());
        let Asking { requesting, code } = asking;
        let opened = requesting
            .finish(&stick, &code, Earlier::Revoke, random, &watch)
            .await?;
        let home = Home::of(&opened.space, &opened.notices);
        desk.put(opened.space, turn).await?;
        Ok(Opened { home, card: None })
    })
    .await
}
