//! What is the person's to take along or to end: dates for another calendar, and the whole space.

use super::{
    Answer,
    papers::{opened, opened_mut},
    prove,
};
use crate::{
    chooser::{beside, keep},
    desk::Desk,
    dto::{Home, Problem, Proof},
};
use jiff::tz::TimeZone;
use key_core::{
    Space,
    dates::{Due, What, calendar},
};
use std::path::PathBuf;
use tauri::{AppHandle, Runtime, State};

/// Saves the dates for another calendar. False where the person thinks better of it.
#[tauri::command]
pub(crate) async fn save_dates<R: Runtime>(
    app: AppHandle<R>,
    desk: State<'_, Desk>,
) -> Answer<bool> {
    let turn = desk.turn();
    // The question may stand there for minutes: nothing is decrypted for it.
    let Some(place) = desk.chooser().place(&app, "mes-dates.ics").await else {
        return Ok(false);
    };
    desk.same(turn)?;
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        let agenda = space.agenda(space.today(&TimeZone::system())).await?;
        let title = |due: &Due| title(space, due);
        save(
            place,
            calendar(&agenda.due, title, space.time()).into_bytes(),
        )
        .await?;
        Ok(true)
    })
    .await
}

/// Signs the deletion of the space. It can be taken back for seven days, by opening it.
#[tauri::command]
pub(crate) async fn delete_space(desk: State<'_, Desk>, code: Proof) -> Answer<Home> {
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let administration = prove::administer(&desk, space, &code).await?;
        administration.delete_account().await?;
        Ok(Home::of(space, &[]))
    })
    .await
}

#[tauri::command]
pub(crate) async fn keep_space(desk: State<'_, Desk>) -> Answer<Home> {
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        space.cancel_delete().await?;
        Ok(Home::of(space, &[]))
    })
    .await
}

/// Writes something beside its place, then puts it there whole.
pub(super) async fn save(place: PathBuf, bytes: Vec<u8>) -> Answer<()> {
    let written = tokio::task::spawn_blocking(move || {
        use std::io::Write;
        let mut file = beside(&place)?;
        file.write_all(&bytes)?;
        keep(file, &place)
    });
    match written.await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) | Err(_) => Err(Problem::not_saved()),
    }
}

fn title(space: &Space, due: &Due) -> String {
    match &due.what {
        What::Own { title, .. } => title.clone(),
        What::Service(id) => space
            .catalogue()
            .service(id)
            .map_or_else(|| id.clone(), |service| service.name.clone()),
        What::Paper { paper, .. } => {
            let mut all = space.everything();
            all.find(|view| view.id == *paper)
                .map(|view| view.title)
                .unwrap_or_default()
        }
    }
}
