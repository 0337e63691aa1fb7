//! The owner's side of recovery: who keeps a share, a new card, and the veto.

use super::{Answer, papers::opened_mut, prove};
use crate::{
    desk::Desk,
    dto::{ArrangedView, Proof, ceremony},
};
use key_core::Trouble;
use serde::Deserialize;
use tauri::State;
use wire::{Code, random::System};

/// Somebody whom the person chose: by their number, and that of another structure where it is one of its.
#[derive(Deserialize)]
pub(crate) struct Named {
    number: String,
    structure: Option<String>,
}

#[tauri::command]
pub(crate) async fn recovery(desk: State<'_, Desk>) -> Answer<ArrangedView> {
    desk.unless_shut(async {
        let mut space = desk.space().await;
        Ok(opened_mut(&mut space)?.recovery().await?.into())
    })
    .await
}

/// These helpers keep a share from now on, and nobody else. They know the person by `label`.
#[tauri::command]
pub(crate) async fn arrange_recovery(
    desk: State<'_, Desk>,
    code: Proof,
    helpers: Vec<Named>,
    label: String,
) -> Answer<ArrangedView> {
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let mut holders = Vec::new();
        for Named { number, structure } in &helpers {
            holders.push(match structure {
                Some(structure) => space.holder_of_another(number, structure).await?,
                None => space.holder(number).await?,
            });
        }
        let mut administration = prove::administer(&desk, space, &code).await?;
        administration
            .arrange_recovery(&holders, label.trim(), &mut System::new())
            .await?;
        Ok(space.recovery().await?.into())
    })
    .await
}

/// Makes a new card, kept until it was read back. The one of before opens nothing any more.
#[tauri::command]
pub(crate) async fn new_card(desk: State<'_, Desk>, code: Proof) -> Answer<String> {
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let mut administration = prove::administer(&desk, space, &code).await?;
        let card = administration.new_card(&mut System::new()).await?;
        let printed = card.printed().to_string();
        desk.keep_card(Some(card));
        Ok(printed)
    })
    .await
}

/// It was not the owner who asks: the request ends. One that has ended meanwhile is what was wanted.
#[tauri::command]
pub(crate) async fn veto_recovery(desk: State<'_, Desk>, id: String) -> Answer<ArrangedView> {
    let id = ceremony(&id)?;
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        match space.veto(id).await {
            Err(Trouble::Refused(refusal)) if refusal.code == Code::LogRefused => {}
            vetoed => vetoed?,
        }
        Ok(space.recovery().await?.into())
    })
    .await
}
