//! The catalogue that counts: what it holds, what words find, and a site in the computer's own browser.

use super::Answer;
use crate::{
    browser,
    desk::Desk,
    dto::{Problem, Service},
};
use tauri::State;

#[tauri::command]
pub(crate) async fn services(desk: State<'_, Desk>) -> Answer<Vec<Service>> {
    desk.touch();
    let catalogue = desk.catalogue().await;
    Ok(catalogue.services.iter().map(Service::from).collect())
}

#[tauri::command]
pub(crate) async fn search_services(desk: State<'_, Desk>, words: String) -> Answer<Vec<String>> {
    desk.touch();
    let catalogue = desk.catalogue().await;
    let found = catalogue.search(&words);
    Ok(found.iter().map(|service| service.id.clone()).collect())
}

/// The page names a service, never an address.
#[tauri::command]
pub(crate) async fn open_site(desk: State<'_, Desk>, service: String) -> Answer<()> {
    desk.touch();
    let catalogue = desk.catalogue().await;
    let service = catalogue.service(&service).ok_or_else(Problem::gone)?;
    let site = service.site.clone().ok_or_else(Problem::gone)?;
    browser::show(site).await.map_err(|_| Problem::no_browser())
}
