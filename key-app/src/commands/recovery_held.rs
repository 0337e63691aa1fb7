//! A holder's side of recovery: who asks, the pictures of this screen, and the word that it is them.

use super::{Answer, papers::opened, people::bynames};
use crate::{
    desk::Desk,
    dto::{HeldView, Problem, account},
};
use key_core::{
    Space, Trouble,
    recovery::{Held, Pictures},
};
use tauri::State;
use wire::{AccountId, Code, random::System};

#[tauri::command]
pub(crate) async fn held(desk: State<'_, Desk>) -> Answer<Vec<HeldView>> {
    desk.unless_shut(async {
        let space = desk.space().await;
        all(opened(&space)?).await
    })
    .await
}

/// The request with this number is this person's: they have no card.
#[tauri::command]
pub(crate) async fn point_held(
    desk: State<'_, Desk>,
    of: String,
    number: String,
) -> Answer<Vec<HeldView>> {
    let of = account(&of)?;
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        let held = one(space, of).await?;
        match space.point(&held, number.trim()).await {
            Err(Trouble::Refused(refusal)) if refusal.code == Code::NotFound => {
                return Err(Problem::no_such_request());
            }
            pointed => pointed?,
        }
        all(space).await
    })
    .await
}

/// The pictures of this screen; none while the other one has not answered. The page asks until they are there.
#[tauri::command]
pub(crate) async fn compare_held(desk: State<'_, Desk>, of: String) -> Answer<Option<Pictures>> {
    let of = account(&of)?;
    desk.unless_shut(async {
        let space = desk.unseen().await;
        let space = opened(&space)?;
        let held = one(space, of).await?;
        let mut lies = desk.entrusted().await;
        if lies.comparing(&held).is_none() {
            match space.compare(&held, &mut System::new()) {
                // Their program has not promised anything yet.
                Err(Trouble::NothingWaits) if held.waiting().is_some() => {}
                begun => lies.compare(begun?),
            }
        }
        match lies.comparing(&held) {
            None => Ok(None),
            Some(comparing) if comparing.has_met() => Ok(space.see(&held, comparing).await?),
            // Kept before it is shown: where the answer is lost, the same is shown again.
            Some(comparing) => {
                space.meet(comparing).await?;
                Ok(None)
            }
        }
    })
    .await
}

/// The pictures are the same, and this is the person.
#[tauri::command]
pub(crate) async fn approve_held(desk: State<'_, Desk>, of: String) -> Answer<Vec<HeldView>> {
    let of = account(&of)?;
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        let held = one(space, of).await?;
        let mut lies = desk.entrusted().await;
        let comparing = lies.comparing(&held).ok_or(Trouble::NothingWaits)?;
        space.approve(&held, comparing, &mut System::new()).await?;
        lies.compared();
        all(space).await
    })
    .await
}

/// The pictures differ, or this is not the person: the request ends.
#[tauri::command]
pub(crate) async fn refuse_held(desk: State<'_, Desk>, of: String) -> Answer<Vec<HeldView>> {
    let of = account(&of)?;
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        space.refuse(&one(space, of).await?).await?;
        desk.entrusted().await.compared();
        all(space).await
    })
    .await
}

/// Stops every key of this person at once, or lets them go again.
#[tauri::command]
pub(crate) async fn freeze_held(desk: State<'_, Desk>, of: String, freeze: bool) -> Answer<()> {
    let of = account(&of)?;
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        Ok(space.suspend_held(&one(space, of).await?, freeze).await?)
    })
    .await
}

async fn all(space: &Space) -> Answer<Vec<HeldView>> {
    let (held, names) = (space.held().await?, bynames(space).await?);
    Ok(held.iter().map(|held| HeldView::of(held, &names)).collect())
}

/// As they are now: what a page showed may be over.
async fn one(space: &Space, of: AccountId) -> Answer<Held> {
    let all = space.held().await?;
    let found = all.into_iter().find(|held| held.account() == of);
    Ok(found.ok_or(Trouble::NothingWaits)?)
}
