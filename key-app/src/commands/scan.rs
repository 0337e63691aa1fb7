//! Photos of a paper: what a camera saw becomes a page, and pages become a paper. The window holds them
//! until then; nothing of them stays here.

use super::{
    Answer,
    papers::{destination, header, opened, raw, take_in},
};
use crate::{
    desk::Desk,
    dto::{Paper, Problem},
};
use key_core::paper::scan::{self, Corners, Fault, Turns};
use tauri::{
    AppHandle, Runtime, State,
    ipc::{Request, Response},
};
use wire::limits;

/// What papers made here are.
const MEDIA: &str = "application/pdf";

/// The body is a photo; `turns` says by how many quarters it is turned. Answers with a picture that says
/// nothing but its pixels.
#[tauri::command]
pub(crate) async fn scan_photo(desk: State<'_, Desk>, request: Request<'_>) -> Answer<Response> {
    let photo = raw(&request)?.to_vec();
    let turns = header(&request, "turns").parse();
    let turns = Turns::new(turns.map_err(|_| Problem::gone())?);
    drawn(&desk, move || scan::upright(&photo, turns)).await
}

/// The body is such a picture; `corners` are eight numbers. Answers with the paper alone.
#[tauri::command]
pub(crate) async fn scan_page(desk: State<'_, Desk>, request: Request<'_>) -> Answer<Response> {
    let photo = raw(&request)?.to_vec();
    let corners = serde_json::from_str::<[(f32, f32); 4]>(&header(&request, "corners"));
    let corners = Corners::new(corners.map_err(|_| Problem::gone())?)?;
    drawn(&desk, move || scan::straightened(&photo, corners)).await
}

/// The body is every page, one after the other, and `lengths` says how long each is; folder and title as
/// with every paper.
#[tauri::command]
pub(crate) async fn put_scan<R: Runtime>(
    app: AppHandle<R>,
    desk: State<'_, Desk>,
    request: Request<'_>,
) -> Answer<Paper> {
    let place = destination(&request)?;
    let lengths = serde_json::from_str::<Vec<usize>>(&header(&request, "lengths"));
    let lengths = lengths.map_err(|_| Problem::gone())?;
    let pages = raw(&request)?.to_vec();
    let making = tokio::task::spawn_blocking(move || {
        let pages = apart(&pages, &lengths).ok_or(Fault::NotPicture)?;
        scan::pdf(pages)
    });
    let paper = making.await.map_err(|_| Problem::gone())??;
    if paper.len() as u64 > limits::PAPER {
        return Err(Problem::too_large());
    }
    take_in(app, &desk, &place, MEDIA, paper).await
}

/// Works on a picture away from the window, for an open space alone.
async fn drawn(
    desk: &Desk,
    work: impl FnOnce() -> Result<Vec<u8>, Fault> + Send + 'static,
) -> Answer<Response> {
    opened(&*desk.space().await)?;
    let working = tokio::task::spawn_blocking(work);
    desk.unless_shut(async { Ok(Response::new(working.await.map_err(|_| Problem::gone())??)) })
        .await
}

/// The pages, where their lengths fill the bytes exactly.
fn apart<'a>(mut bytes: &'a [u8], lengths: &[usize]) -> Option<Vec<&'a [u8]>> {
    let mut pages = Vec::new();
    for length in lengths {
        let (page, rest) = bytes.split_at_checked(*length)?;
        pages.push(page);
        bytes = rest;
    }
    bytes.is_empty().then_some(pages)
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn pages_fill_the_bytes_exactly() {
        let pages = apart(b"onethree", &[3, 5]).unwrap();
        assert_eq!(pages, [&b"one"[..], b"three"]);
        for lengths in [&[3][..], &[3, 6], &[usize::MAX, 9], &[9]] {
            assert_eq!(apart(b"onethree", lengths), None);
        }
        assert_eq!(apart(b"", &[]), Some(Vec::new()));
    }
}
