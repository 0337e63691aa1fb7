//! Somebody beside the person, on the person's own stick: who, and how they help. Each part is written into the
//! journal when it ends.

use super::{Answer, papers::opened_mut};
use crate::{
    desk::Desk,
    dto::{self, Problem},
};
use key_core::{
    Space, WallWatch, Watch,
    help::{Beside, Posture},
};
use serde::Serialize;
use tauri::State;
use wire::random::System;

/// Who helps at this moment. Lies on the desk until it is written down.
pub(crate) struct Now {
    who: String,
    posture: Posture,
    since: WallWatch,
}

/// The same on the page.
#[derive(Serialize)]
pub(crate) struct NowView {
    who: String,
    posture: &'static str,
}

impl Now {
    /// Writes it down.
    pub(crate) async fn write(&self, space: &mut Space) -> Result<(), key_core::Trouble> {
        let beside = Beside {
            who: self.who.clone(),
            posture: self.posture,
            seconds: u32::try_from(self.since.elapsed().as_secs()).unwrap_or(u32::MAX),
            objects: Vec::new(),
        };
        space.write_session(&beside, &mut System::new()).await
    }
}

/// Somebody begins to help, or helps in another way; without a posture nobody does any more. What was before is
/// written down first: where it cannot be, nothing changes.
#[tauri::command]
pub(crate) async fn beside(
    desk: State<'_, Desk>,
    who: String,
    posture: Option<String>,
) -> Answer<Option<NowView>> {
    let posture = posture.as_deref().map(dto::posture).transpose()?;
    let who = who.trim().to_owned();
    let plain = !who.is_empty() && who.chars().count() <= 60 && !who.chars().any(char::is_control);
    if posture.is_some() && !plain {
        return Err(Problem::words());
    }
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let mut now = desk.beside().await;
        if let Some(before) = now.as_ref() {
            before.write(space).await?;
        }
        *now = posture.map(|posture| Now {
            who: who.clone(),
            posture,
            since: WallWatch::start(),
        });
        Ok(now.as_ref().map(|now| NowView {
            who: now.who.clone(),
            posture: dto::posture_name(now.posture),
        }))
    })
    .await
}
