//! People and offices that a person wants to find again.

use super::{
    Answer,
    papers::{opened, opened_mut},
    written::{given, needed},
};
use crate::{
    desk::Desk,
    dto::{self, ContactView, Problem},
};
use key_core::sheets::{Contact, Sheet, contact_key};
use tauri::State;
use wire::random::System;

#[tauri::command]
pub(crate) async fn contacts(desk: State<'_, Desk>) -> Answer<Vec<ContactView>> {
    desk.unless_shut(async {
        let space = desk.space().await;
        Ok(views(&opened(&space)?.sheet().await?))
    })
    .await
}

/// Keeps a contact: a new one, where no key is given. A new one kept again with the same `once` is there once.
#[tauri::command]
#[expect(clippy::too_many_arguments, reason = "a form has as many fields")]
pub(crate) async fn keep_contact(
    desk: State<'_, Desk>,
    key: Option<String>,
    once: String,
    name: String,
    phone: String,
    mail: String,
    address: String,
    note: String,
) -> Answer<Vec<ContactView>> {
    let contact = Contact {
        name: needed(&name)?,
        phone: given(&phone)?,
        mail: given(&mail)?,
        address: given(&address)?,
        note: given(&note)?,
    };
    let key = match key {
        Some(key) => key,
        None => contact_key(dto::object(&once)?),
    };
    change(&desk, &key, Some(contact)).await
}

#[tauri::command]
pub(crate) async fn remove_contact(desk: State<'_, Desk>, key: String) -> Answer<Vec<ContactView>> {
    change(&desk, &key, None).await
}

async fn change(desk: &Desk, key: &str, contact: Option<Contact>) -> Answer<Vec<ContactView>> {
    if !key.starts_with("contact/") {
        return Err(Problem::gone());
    }
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let sheet = space.note_down(key, contact, &mut System::new()).await?;
        Ok(views(&sheet))
    })
    .await
}

fn views(sheet: &Sheet<Contact>) -> Vec<ContactView> {
    let mut views: Vec<_> = sheet.iter().map(ContactView::from).collect();
    views.sort_by_key(ContactView::order);
    views
}
