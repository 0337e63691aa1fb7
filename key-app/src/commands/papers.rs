//! Papers and notes.

use super::Answer;
use crate::{
    desk::Desk,
    dto::{self, Paper, Problem},
};
use key_core::{ObjectView, Space};
use percent_encoding::percent_decode_str;
use tauri::{
    State,
    ipc::{InvokeBody, Request, Response},
};
use wire::{ObjectId, folder::Folder, random::System};

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
    let space = desk.space().await;
    let content = opened(&space)?
        .read(dto::folder(folder)?, dto::object(&id)?)
        .await?;
    Ok(Response::new(content.to_vec()))
}

/// The body is the paper; folder, name and media type come as headers, percent-encoded.
#[tauri::command]
pub(crate) async fn put_paper(desk: State<'_, Desk>, request: Request<'_>) -> Answer<Paper> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(Problem::gone());
    };
    let header = |name: &str| {
        let value = request
            .headers()
            .get(name)
            .and_then(|v| v.to_str().ok())
            .unwrap_or_default();
        percent_decode_str(value).decode_utf8_lossy().into_owned()
    };
    let folder = header("folder").parse().map_err(|_| Problem::gone())?;
    let (folder, title, media) = (dto::folder(folder)?, header("title"), header("media"));
    let content = std::io::Cursor::new(zeroize::Zeroizing::new(bytes.clone()));
    let length = bytes.len() as u64;
    let mut space = desk.space().await;
    let space = opened_mut(&mut space)?;
    let random = &mut System::new();
    let id = space
        .put_paper(folder, &title, &media, content, length, random)
        .await?;
    find(space, folder, id)
}

#[tauri::command]
pub(crate) async fn put_note(
    desk: State<'_, Desk>,
    folder: u8,
    title: String,
    text: String,
) -> Answer<Paper> {
    let folder = dto::folder(folder)?;
    let mut space = desk.space().await;
    let space = opened_mut(&mut space)?;
    let id = space
        .put_note(folder, &title, &text, &mut System::new())
        .await?;
    find(space, folder, id)
}

#[tauri::command]
pub(crate) async fn rename(
    desk: State<'_, Desk>,
    folder: u8,
    id: String,
    title: String,
) -> Answer<()> {
    let (folder, id) = (dto::folder(folder)?, dto::object(&id)?);
    let mut space = desk.space().await;
    Ok(opened_mut(&mut space)?
        .rename(folder, id, &title, &mut System::new())
        .await?)
}

#[tauri::command]
pub(crate) async fn move_to(desk: State<'_, Desk>, folder: u8, id: String, to: u8) -> Answer<()> {
    let (from, id, to) = (dto::folder(folder)?, dto::object(&id)?, dto::folder(to)?);
    let mut space = desk.space().await;
    Ok(opened_mut(&mut space)?
        .move_to(from, id, to, &mut System::new())
        .await?)
}

#[tauri::command]
pub(crate) async fn remove(desk: State<'_, Desk>, folder: u8, id: String) -> Answer<()> {
    let (folder, id) = (dto::folder(folder)?, dto::object(&id)?);
    let mut space = desk.space().await;
    Ok(opened_mut(&mut space)?
        .delete(folder, id, &mut System::new())
        .await?)
}

#[tauri::command]
pub(crate) async fn restore(desk: State<'_, Desk>, folder: u8, id: String) -> Answer<()> {
    let (folder, id) = (dto::folder(folder)?, dto::object(&id)?);
    let mut space = desk.space().await;
    Ok(opened_mut(&mut space)?
        .restore(folder, id, &mut System::new())
        .await?)
}

fn opened(space: &Option<Space>) -> Answer<&Space> {
    space.as_ref().ok_or_else(Problem::locked)
}

fn opened_mut(space: &mut Option<Space>) -> Answer<&mut Space> {
    space.as_mut().ok_or_else(Problem::locked)
}

fn papers(views: Vec<ObjectView>) -> Vec<Paper> {
    views.into_iter().map(Paper::from).collect()
}

fn find(space: &Space, folder: Folder, id: ObjectId) -> Answer<Paper> {
    let view = space.list(folder).into_iter().find(|view| view.id == id);
    view.map(Paper::from).ok_or_else(Problem::gone)
}
