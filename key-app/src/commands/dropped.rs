//! Papers that helpers put in: brought by the helper, looked at, taken or refused by the person.

use super::{
    Answer,
    entrusted::refused,
    papers::{cleaned, destination, header, opened, opened_mut, raw},
};
use crate::{
    desk::Desk,
    dto::{self, DroppedView, Problem},
};
use key_core::{Space, Trouble};
use std::io::Cursor;
use tauri::{
    State,
    ipc::{Request, Response},
};
use wire::{DropId, random::System};
use zeroize::Zeroizing;

/// A helper puts a paper into a folder of somebody else. The body is the paper; mandate, folder, name and
/// media type come as headers, percent-encoded. Says whether a photo may tell where it was taken.
#[tauri::command]
pub(crate) async fn put_entrusted(desk: State<'_, Desk>, request: Request<'_>) -> Answer<bool> {
    let id = dto::mandate(&header(&request, "mandate"))?;
    let (place, drop) = (destination(&request)?, named(&header(&request, "once"))?);
    let (bytes, media) = (raw(&request)?, header(&request, "media"));
    let stripped = cleaned(bytes).await?;
    let may_tell_place = stripped.may_tell_place();
    let content = Zeroizing::new(stripped.bytes);
    let length = content.len() as u64;
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        let mut held = desk.entrusted().await;
        let mandate = held.mandate(id).ok_or_else(Problem::gone)?;
        let (folder, title) = (place.folder, &place.title);
        let (content, random) = (Cursor::new(content), &mut System::new());
        space
            .put_entrusted(
                mandate, drop, folder, title, &media, content, length, None, random,
            )
            .await
            .map_err(refused)?;
        Ok(may_tell_place)
    })
    .await
}

/// What waits for the person.
#[tauri::command]
pub(crate) async fn dropped(desk: State<'_, Desk>) -> Answer<Vec<DroppedView>> {
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let all = space.dropped().await?;
        let views = all.iter().map(|dropped| {
            let before = dropped.replaces.and_then(|id| {
                let list = space.list(dropped.folder);
                list.into_iter().find(|view| view.id == id)
            });
            DroppedView::of(dropped, before.map(|view| view.title))
        });
        let views = views.collect();
        desk.entrusted().await.wait(all);
        Ok(views)
    })
    .await
}

#[tauri::command]
pub(crate) async fn read_dropped(desk: State<'_, Desk>, id: String) -> Answer<Response> {
    let id = named(&id)?;
    let mut stops = desk.stops();
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        let held = desk.entrusted().await;
        let dropped = held.waiting(id).ok_or_else(Problem::gone)?;
        let content = tokio::select! {
            biased;
            _ = stops.changed() => return Err(Problem::stopped()),
            content = space.read_dropped(dropped) => content?,
        };
        Ok(Response::new(content.to_vec()))
    })
    .await
}

/// The person keeps it: it is a paper of theirs from then on.
#[tauri::command]
pub(crate) async fn take_dropped(desk: State<'_, Desk>, id: String) -> Answer<()> {
    let id = named(&id)?;
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let mut held = desk.entrusted().await;
        let dropped = held.waiting(id).ok_or_else(Problem::gone)?;
        let (folder, title, length) = (dropped.folder, dropped.title.clone(), dropped.length);
        if let Err(trouble) = space.take_dropped(dropped, &mut System::new()).await {
            // It was done where it waits no more and lies in the folder: then only the answer was lost.
            let gone = !waits(space, id).await.unwrap_or(true);
            let papers = space.list(folder);
            let mut papers = papers.iter();
            if !(gone && papers.any(|paper| paper.title == title && paper.length == length)) {
                return Err(trouble.into());
            }
        }
        held.decided(id);
        Ok(())
    })
    .await
}

/// The person does not keep it: it goes.
#[tauri::command]
pub(crate) async fn refuse_dropped(desk: State<'_, Desk>, id: String) -> Answer<()> {
    let id = named(&id)?;
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let mut held = desk.entrusted().await;
        let dropped = held.waiting(id).ok_or_else(Problem::gone)?;
        if let Err(trouble) = space.refuse_dropped(dropped, &mut System::new()).await {
            // What waits no more is gone, as was wanted: only the answer was lost.
            if waits(space, id).await.unwrap_or(true) {
                return Err(trouble.into());
            }
        }
        held.decided(id);
        Ok(())
    })
    .await
}

/// Whether one still waits for the person to decide.
async fn waits(space: &mut Space, id: DropId) -> Result<bool, Trouble> {
    Ok(space.dropped().await?.iter().any(|other| other.id == id))
}

fn named(id: &str) -> Answer<DropId> {
    DropId::from_hex(id).ok_or_else(Problem::gone)
}
