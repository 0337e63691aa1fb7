//! The catalogue: what it holds, what words find, and a site in the computer's own browser.

use super::Answer;
use crate::{
    browser,
    desk::Desk,
    dto::{Problem, Service},
};
use key_core::catalogue::{self, Catalogue};
use tauri::State;

#[tauri::command]
pub(crate) fn services(desk: State<'_, Desk>) -> Answer<Vec<Service>> {
    desk.touch();
    Ok(catalogue()?.services.iter().map(Service::from).collect())
}

#[tauri::command]
pub(crate) fn search_services(desk: State<'_, Desk>, words: String) -> Answer<Vec<&'static str>> {
    desk.touch();
    let found = catalogue()?.search(&words);
    Ok(found.iter().map(|service| service.id.as_str()).collect())
}

/// The page names a service, never an address.
#[tauri::command]
pub(crate) async fn open_site(desk: State<'_, Desk>, service: String) -> Answer<()> {
    desk.touch();
    let service = catalogue()?.service(&service).ok_or_else(Problem::gone)?;
    let site = service.site.clone().ok_or_else(Problem::gone)?;
    browser::show(site).await.map_err(|_| Problem::no_browser())
}

fn catalogue() -> Answer<&'static Catalogue> {
    catalogue::bundled().map_err(|_| Problem::gone())
}
