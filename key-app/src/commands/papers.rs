//! Papers and notes.

use super::{Answer, feed::Feed};
use crate::{
    desk::Desk,
    dto::{self, Added, Paper, Problem},
};
use key_core::{
    ObjectView, Space,
    paper::{Stripped, without_traces},
};
use percent_encoding::percent_decode_str;
use tauri::{
    AppHandle, Runtime, State,
    ipc::{InvokeBody, Request, Response},
};
use wire::{ObjectId, folder::Folder, limits, random::System};
use zeroize::Zeroizing;

#[tauri::command]
pub(crate) async fn list(desk: State<'_, Desk>, folder: u8) -> Answer<Vec<Paper>> {
    let space = desk.space().await;
    Ok(papers(opened(&space)?.list(dto::folder(folder)?)))
}

#[tauri::command]
pub(crate) async fn bin(desk: State<'_, Desk>, folder: u8) -> Answer<Vec<Paper>> {
    let space = desk.space().await;
    Ok(papers(opened(&space)?.bin(dto::folder(folder)?)))
}

#[tauri::command]
pub(crate) async fn read(desk: State<'_, Desk>, folder: u8, id: String) -> Answer<Response> {
    let mut stops = desk.stops();
    desk.unless_shut(async {
        let space = desk.space().await;
        let reading = opened(&space)?.read(dto::folder(folder)?, dto::object(&id)?);
        let content = tokio::select! {
            biased;
            _ = stops.changed() => return Err(Problem::stopped()),
            content = reading => content?,
        };
        Ok(Response::new(content.to_vec()))
    })
    .await
}

/// The body is the paper; folder, name and media type come as headers, percent-encoded, and `once`: put in again
/// with the same one, the paper is there once.
#[tauri::command]
pub(crate) async fn put_paper<R: Runtime>(
    app: AppHandle<R>,
    desk: State<'_, Desk>,
    request: Request<'_>,
) -> Answer<Added> {
    let place = destination(&request)?;
    let (bytes, media) = (raw(&request)?, header(&request, "media"));
    let stripped = cleaned(bytes).await?;
    let may_tell_place = stripped.may_tell_place();
    let paper = take_in(app, &desk, &place, &media, stripped.bytes).await?;
    Ok(Added {
        paper,
        may_tell_place,
    })
}

/// A paper that may go in, without where and when a photo was taken.
pub(super) async fn cleaned(bytes: &[u8]) -> Answer<Stripped> {
    if bytes.is_empty() {
        return Err(Problem::empty());
    }
    if bytes.len() as u64 > limits::PAPER {
        return Err(Problem::too_large());
    }
    let bytes = bytes.to_vec();
    let stripping = tokio::task::spawn_blocking(move || without_traces(bytes));
    stripping.await.map_err(|_| Problem::gone())
}

/// Seals a paper into a folder, and says how far it is.
pub(super) async fn take_in<R: Runtime>(
    app: AppHandle<R>,
    desk: &Desk,
    place: &Destination,
    media: &str,
    bytes: Vec<u8>,
) -> Answer<Paper> {
    let Destination { folder, id, title } = place;
    let content = Zeroizing::new(bytes);
    let length = content.len() as u64;
    desk.unless_shut(async {
        let (feed, stopped) = Feed::start(app, content, desk.stops());
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let random = &mut System::new();
        let putting = space.put_paper_as(*id, *folder, title, media, feed, length, random);
        let id = tokio::select! {
            biased;
            () = stopped => return Err(Problem::stopped()),
            id = putting => id?,
        };
        find(space, *folder, id)
    })
    .await
}

/// The body of a request that is nothing but bytes.
pub(super) fn raw<'a>(request: &'a Request<'_>) -> Answer<&'a [u8]> {
    match request.body() {
        InvokeBody::Raw(bytes) => Ok(bytes),
        InvokeBody::Json(_) => Err(Problem::gone()),
    }
}

/// What such a request says beside its body; nothing where it is silent.
pub(super) fn header(request: &Request<'_>, name: &str) -> String {
    let value = request
        .headers()
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    percent_decode_str(value).decode_utf8_lossy().into_owned()
}

/// Where a paper is to go, and under which name of the page and which title.
pub(super) struct Destination {
    pub(super) folder: Folder,
    id: ObjectId,
    pub(super) title: String,
}

/// Reads it from a request.
pub(super) fn destination(request: &Request<'_>) -> Answer<Destination> {
    let folder = header(request, "folder").parse();
    Ok(Destination {
        folder: dto::folder(folder.map_err(|_| Problem::gone())?)?,
        id: dto::object(&header(request, "once"))?,
        title: header(request, "title"),
    })
}

/// Stops the paper that is going in or being read. One whose last byte has gone is in.
#[tauri::command]
pub(crate) fn stop(desk: State<'_, Desk>) {
    desk.stop();
}

/// Whether the portal answers. A page that waits for it asks: nobody has done anything by that.
#[tauri::command]
pub(crate) async fn answers(desk: State<'_, Desk>) -> Answer<bool> {
    desk.unless_shut(async {
        let asking = opened(&*desk.unseen().await)?.answers();
        Ok(asking.await)
    })
    .await
}

/// Put in again with the same `once`, the note is there once.
#[tauri::command]
pub(crate) async fn put_note(
    desk: State<'_, Desk>,
    once: String,
    folder: u8,
    title: String,
    text: String,
) -> Answer<Paper> {
    let (id, folder) = (dto::object(&once)?, dto::folder(folder)?);
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let id = space
            .put_note_as(id, folder, &title, &text, &mut System::new())
            .await?;
        find(space, folder, id)
    })
    .await
}

#[tauri::command]
pub(crate) async fn rewrite_note(
    desk: State<'_, Desk>,
    folder: u8,
    id: String,
    text: String,
) -> Answer<Paper> {
    let (folder, id) = (dto::folder(folder)?, dto::object(&id)?);
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        space
            .rewrite_note(folder, id, &text, &mut System::new())
            .await?;
        find(space, folder, id)
    })
    .await
}

#[tauri::command]
pub(crate) async fn rename(
    desk: State<'_, Desk>,
    folder: u8,
    id: String,
    title: String,
) -> Answer<()> {
    let (folder, id) = (dto::folder(folder)?, dto::object(&id)?);
    desk.unless_shut(async {
        let mut space = desk.space().await;
        Ok(opened_mut(&mut space)?
            .rename(folder, id, &title, &mut System::new())
            .await?)
    })
    .await
}

#[tauri::command]
pub(crate) async fn move_to(desk: State<'_, Desk>, folder: u8, id: String, to: u8) -> Answer<()> {
    let (from, id, to) = (dto::folder(folder)?, dto::object(&id)?, dto::folder(to)?);
    desk.unless_shut(async {
        let mut space = desk.space().await;
        Ok(opened_mut(&mut space)?
            .move_to(from, id, to, &mut System::new())
            .await?)
    })
    .await
}

#[tauri::command]
pub(crate) async fn remove(desk: State<'_, Desk>, folder: u8, id: String) -> Answer<()> {
    let (folder, id) = (dto::folder(folder)?, dto::object(&id)?);
    desk.unless_shut(async {
        let mut space = desk.space().await;
        Ok(opened_mut(&mut space)?
            .delete(folder, id, &mut System::new())
            .await?)
    })
    .await
}

#[tauri::command]
pub(crate) async fn restore(desk: State<'_, Desk>, folder: u8, id: String) -> Answer<()> {
    let (folder, id) = (dto::folder(folder)?, dto::object(&id)?);
    desk.unless_shut(async {
        let mut space = desk.space().await;
        Ok(opened_mut(&mut space)?
            .restore(folder, id, &mut System::new())
            .await?)
    })
    .await
}

pub(super) fn opened(space: &Option<Space>) -> Answer<&Space> {
    space.as_ref().ok_or_else(Problem::locked)
}

pub(super) fn opened_mut(space: &mut Option<Space>) -> Answer<&mut Space> {
    space.as_mut().ok_or_else(Problem::locked)
}

fn papers(views: Vec<ObjectView>) -> Vec<Paper> {
    views.into_iter().map(Paper::from).collect()
}

pub(super) fn find(space: &Space, folder: Folder, id: ObjectId) -> Answer<Paper> {
    let view = space.list(folder).into_iter().find(|view| view.id == id);
    view.map(Paper::from).ok_or_else(Problem::gone)
}
