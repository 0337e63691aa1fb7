//! What a person follows, and what is due of it.

use super::{Answer, papers::opened_mut};
use crate::{
    desk::Desk,
    dto::{self, Dates, Problem},
};
use jiff::{civil::Date, tz::TimeZone};
use key_core::Space;
use tauri::State;
use wire::random::System;

#[tauri::command]
pub(crate) async fn dates(desk: State<'_, Desk>) -> Answer<Dates> {
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        // The portal's clock may have passed midnight, and another computer may have changed something.
        space.refresh().await?;
        let today = today(space);
        Ok(Dates::of(space, &space.agenda(today).await?, today))
    })
    .await
}

/// Follows a service; `from` is YYYY-MM-DD.
#[tauri::command]
pub(crate) async fn follow(
    desk: State<'_, Desk>,
    service: String,
    from: Option<String>,
) -> Answer<Dates> {
    let from = from.as_deref().map(date).transpose()?;
    change(&desk, async |space, today| {
        space
            .follow(&service, from, today, &mut System::new())
            .await
    })
    .await
}

/// Keeps a day of the person's own: YYYY-MM-DD, and minutes since midnight where it has an hour. Kept
/// again with the same `once` it is there once.
#[tauri::command]
pub(crate) async fn add_date(
    desk: State<'_, Desk>,
    once: String,
    title: String,
    day: String,
    minute: Option<u16>,
) -> Answer<Dates> {
    let (id, day) = (dto::object(&once)?, date(&day)?);
    change(&desk, async |space, today| {
        space
            .add_date_as(id, &title, day, minute, today, &mut System::new())
            .await
    })
    .await
}

#[tauri::command]
pub(crate) async fn unfollow(desk: State<'_, Desk>, name: String) -> Answer<Dates> {
    change(&desk, async |space, today| {
        space.unfollow(&name, today, &mut System::new()).await
    })
    .await
}

#[tauri::command]
pub(crate) async fn date_done(
    desk: State<'_, Desk>,
    name: String,
    closes: String,
    done: bool,
) -> Answer<Dates> {
    let closes = date(&closes)?;
    change(&desk, async |space, today| {
        space
            .date_done(&name, closes, done, today, &mut System::new())
            .await
    })
    .await
}

async fn change(
    desk: &Desk,
    work: impl AsyncFnOnce(&mut Space, Date) -> Result<key_core::Agenda, key_core::Trouble>,
) -> Answer<Dates> {
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let today = today(space);
        let agenda = work(space, today).await?;
        Ok(Dates::of(space, &agenda, today))
    })
    .await
}

fn today(space: &Space) -> Date {
    space.today(&TimeZone::system())
}

fn date(written: &str) -> Answer<Date> {
    written.parse().map_err(|_| Problem::gone())
}
