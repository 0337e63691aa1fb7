//! Mandates of the person: given, seen, stopped, proven.

use super::{Answer, papers::opened_mut, prove, rights::save};
use crate::{
    desk::Desk,
    dto::{self, Agreed, MandateView, Problem, Proof},
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use key_core::{Space, help::Role};
use tauri::{AppHandle, Runtime, State};
use wire::random::System;

#[tauri::command]
pub(crate) async fn mandates(desk: State<'_, Desk>) -> Answer<Vec<MandateView>> {
    desk.unless_shut(async {
        let mut space = desk.space().await;
        all(opened_mut(&mut space)?).await
    })
    .await
}

/// Gives a mandate to each helper, all or none. Answers with the new ones.
#[tauri::command]
pub(crate) async fn entrust(
    desk: State<'_, Desk>,
    code: Proof,
    agreed: Agreed,
) -> Answer<Vec<MandateView>> {
    let terms = agreed.terms()?;
    let instead = agreed.instead.as_deref().map(dto::mandate).transpose()?;
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let mut helpers = Vec::new();
        for (number, text) in &agreed.helpers {
            let helper = space.helper(number).await?;
            // A judge's measure is no mandate, and only whoever can be in charge of one has an access.
            if dto::is_access(text) != (helper.role == Role::Curator) {
                return Err(Problem::gone());
            }
            helpers.push((helper, text.clone()));
        }
        space.refresh().await?;
        // The text says a day: one that has passed meanwhile is written anew.
        if day(space.time()) != day(agreed.from) {
            return Err(Problem::other_day());
        }
        let administration = prove::administer(&desk, space, &code).await?;
        let random = &mut System::new();
        let given = match instead {
            None => administration.entrust(&helpers, &terms, random).await?,
            Some(before) => {
                let given = administration.entrust_instead(before, &helpers, &terms, random);
                given.await?
            }
        };
        let mandates = space.mandates().await?.into_iter();
        let new = mandates.filter(|mandate| given.contains(&mandate.id));
        Ok(new.map(MandateView::from).collect())
    })
    .await
}

#[tauri::command]
pub(crate) async fn stop_mandate(desk: State<'_, Desk>, id: String) -> Answer<Vec<MandateView>> {
    let id = dto::mandate(&id)?;
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        space.stop_mandate(id, &mut System::new()).await?;
        all(space).await
    })
    .await
}

/// Saves what proves a mandate. False where the person thinks better of it.
#[tauri::command]
pub(crate) async fn save_mandate<R: Runtime>(
    app: AppHandle<R>,
    desk: State<'_, Desk>,
    id: String,
) -> Answer<bool> {
    let (id, turn) = (dto::mandate(&id)?, desk.turn());
    let proof = desk.unless_shut(async {
        let mut space = desk.space().await;
        Ok(opened_mut(&mut space)?.mandate_proof(id).await?)
    });
    let proof = proof.await?;
    let name = match dto::is_access(&proof.text) {
        true => "acces.preuve",
        false => "mandat.preuve",
    };
    let Some(place) = desk.chooser().place(&app, name).await else {
        return Ok(false);
    };
    desk.same(turn)?;
    desk.unless_shut(async {
        save(place, wire::encode(&proof)).await?;
        Ok(true)
    })
    .await
}

async fn all(space: &mut Space) -> Answer<Vec<MandateView>> {
    let mandates = space.mandates().await?;
    Ok(mandates.into_iter().map(MandateView::from).collect())
}

/// The day of a time where this computer is.
fn day(time: u64) -> Option<Date> {
    let at = Timestamp::from_second(time.try_into().ok()?).ok()?;
    Some(at.to_zoned(TimeZone::system()).date())
}
