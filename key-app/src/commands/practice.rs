//! Practice sticks in the helper's window: each that is plugged in becomes as on the first day by one press. Nothing of
//! the open space goes into one (ADR 0041).

use super::{Answer, fleet::computer, papers::opened};
use crate::{
    desk::Desk,
    dto::{PracticeView, Problem},
    fleet::Practice,
};
use crypto::code::Code;
use jiff::tz::TimeZone;
use key_core::{
    WallWatch,
    fleet::Fault,
    practice::{CODE, Table, person},
};
use std::sync::{Arc, Mutex};
use tauri::{AppHandle, Runtime, State};
use wire::random::System;

/// Chooses the folder of practice vouchers. Nothing where the person thinks better of it.
#[tauri::command]
pub(crate) async fn choose_practice<R: Runtime>(
    app: AppHandle<R>,
    desk: State<'_, Desk>,
) -> Answer<Option<PracticeView>> {
    let turn = desk.turn();
    let now = opened(&*desk.space().await)?.time();
    let Some(vouchers) = desk.chooser().folder(&app, "bons").await else {
        return Ok(None);
    };
    // A folder that is refused leaves none: nothing is taken from one that was not chosen.
    desk.fleet().practice = None;
    let own = desk.folder().path().to_owned();
    let laying = tokio::task::spawn_blocking(move || {
        // What is no folder is said now, not beside the first stick.
        std::fs::read_dir(&vouchers).map_err(|error| Fault::Journal(error.to_string()))?;
        Table::lay(&computer(), vouchers, vec![own], now).map_err(|fault| match fault {
            Fault::Stick(_) => Problem::of_fleet("fleetVolumes"),
            fault => fault.into(),
        })
    });
    let table = laying.await.map_err(|_| Problem::gone())??;
    let practice = Practice {
        table: Arc::new(Mutex::new(table)),
        turn: Arc::default(),
    };
    let view = look(practice.clone(), now).await?;
    let mut laid = desk.fleet();
    desk.same(turn)?;
    laid.practice = Some(practice);
    Ok(Some(view))
}

/// The practice sticks that are plugged in; nothing where no vouchers were chosen. The page asks by itself.
#[tauri::command]
pub(crate) async fn practice(desk: State<'_, Desk>) -> Answer<Option<PracticeView>> {
    let Some(practice) = desk.fleet().practice.clone() else {
        return Ok(None);
    };
    let now = opened(&*desk.unseen().await)?.time();
    look(practice, now).await.map(Some)
}

/// Makes one practice stick as on the first day, and `who` it is. A space that is shut meanwhile stops it, as if the stick
/// had been pulled out.
#[tauri::command]
pub(crate) async fn reset_practice(
    desk: State<'_, Desk>,
    id: u64,
    who: String,
) -> Answer<PracticeView> {
    let who = person(&who).ok_or_else(Problem::gone)?;
    let now = opened(&*desk.space().await)?.time();
    let practice = desk.fleet().practice.clone().ok_or_else(Problem::gone)?;
    let code = Code::digits(CODE).map_err(|_| Problem::gone())?;
    let job = practice.table().begin(id).ok_or_else(Problem::gone)?;
    desk.unless_shut(async {
        let _turn = practice.turn.lock().await;
        let (mut random, watch, zone) = (System::new(), WallWatch::start(), TimeZone::system());
        let making = job.run(who, &code, now, &zone, &mut random, &watch);
        let outcome = Box::pin(making).await;
        // Whoever plugs in one after the other is there.
        desk.touch();
        practice.table().end(job, outcome, now);
        Ok(())
    })
    .await?;
    look(practice, now).await
}

async fn look(practice: Practice, now: u64) -> Answer<PracticeView> {
    let looking = tokio::task::spawn_blocking(move || {
        let mut table = practice.table();
        let looked = table.look(now);
        looked.map_err(|_| Problem::of_fleet("fleetVolumes"))?;
        Ok(PracticeView::of(&table))
    });
    looking.await.map_err(|_| Problem::gone())?
}
