//! Who may help, and asking to be one of them.

use super::{Answer, papers::opened, written::needed};
use crate::{
    desk::Desk,
    dto::{FoundView, HelperView, HelpersView, OwnView},
};
use tauri::State;

#[tauri::command]
pub(crate) async fn helpers(desk: State<'_, Desk>) -> Answer<HelpersView> {
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        let helpers = space.helpers().await?;
        Ok(HelpersView {
            now: space.time(),
            helpers: helpers.iter().map(HelperView::from).collect(),
        })
    })
    .await
}

#[tauri::command]
pub(crate) async fn find_helper(desk: State<'_, Desk>, number: String) -> Answer<FoundView> {
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        let helper = HelperView::from(&space.helper(&number).await?);
        Ok(FoundView {
            now: space.time(),
            helper,
        })
    })
    .await
}

/// Somebody of another structure, who may keep a share.
#[tauri::command]
pub(crate) async fn find_elsewhere(
    desk: State<'_, Desk>,
    number: String,
    structure: String,
) -> Answer<FoundView> {
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        let holder = space.holder_of_another(&number, &structure).await?;
        Ok(FoundView {
            now: space.time(),
            helper: HelperView::elsewhere(&holder, &number, &structure),
        })
    })
    .await
}

#[tauri::command]
pub(crate) async fn own_helper(desk: State<'_, Desk>) -> Answer<OwnView> {
    desk.unless_shut(async {
        let space = desk.space().await;
        let space = opened(&space)?;
        let certificate = space.own_certificate().await?;
        Ok(OwnView {
            now: space.time(),
            number: space.helper_number().to_string(),
            certificate: certificate.as_ref().map(HelperView::from),
        })
    })
    .await
}

#[tauri::command]
pub(crate) async fn ask_to_help(desk: State<'_, Desk>, name: String) -> Answer<()> {
    let name = needed(&name)?;
    desk.unless_shut(async {
        let space = desk.space().await;
        Ok(opened(&space)?.ask_to_help(&name).await?)
    })
    .await
}
