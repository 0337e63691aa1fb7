//! The ways into other sites. What is secret crosses to the page only while somebody looks at it.

use super::{
    Answer,
    papers::{opened, opened_mut},
    written::{given, needed},
};
use crate::{
    desk::Desk,
    dto::{self, LoginSecret, LoginView, Problem, TotpView},
};
use key_core::sheets::{Login, Sheet, login_key, make_password, read_totp, totp_code};
use serde::Deserialize;
use tauri::State;
use wire::random::System;
use zeroize::Zeroizing;

/// What becomes of a secret that is there already.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub(crate) enum Wish {
    Keep,
    Typed {
        text: String,
    },
    /// Nobody thinks of it, and it never crosses to the page while it is made.
    Make,
}

/// What is copied.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum What {
    Name,
    Password,
    Code,
}

#[tauri::command]
pub(crate) async fn logins(desk: State<'_, Desk>) -> Answer<Vec<LoginView>> {
    desk.unless_shut(async {
        let space = desk.space().await;
        Ok(views(&opened(&space)?.sheet().await?))
    })
    .await
}

/// Keeps a login: a new one, where no key is given. A new one kept again with the same `once` is there once.
#[tauri::command]
#[expect(clippy::too_many_arguments, reason = "a form has as many fields")]
pub(crate) async fn keep_login(
    desk: State<'_, Desk>,
    key: Option<String>,
    once: String,
    site: String,
    address: String,
    name: String,
    password: Wish,
    note: Wish,
    totp: Wish,
) -> Answer<Vec<LoginView>> {
    let random = &mut System::new();
    let (site, address, name) = (needed(&site)?, given(&address)?, given(&name)?);
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let (key, before) = match key {
            Some(key) => {
                let sheet = space.sheet::<Login>().await?;
                let before = sheet.get(&key).cloned().ok_or_else(Problem::gone)?;
                (key, before)
            }
            None => (login_key(dto::object(&once)?), Login::default()),
        };
        let login = Login {
            site,
            address,
            name,
            password: match password {
                Wish::Keep => before.password,
                Wish::Typed { text } => given(&text)?,
                Wish::Make => Some(make_password(random).to_string()),
            },
            note: match note {
                Wish::Typed { text } => given(&text)?,
                Wish::Keep | Wish::Make => before.note,
            },
            totp: match totp {
                Wish::Typed { text } => match given(&text)? {
                    None => None,
                    Some(text) => Some(read_totp(&text).ok_or_else(Problem::totp)?.to_string()),
                },
                Wish::Keep | Wish::Make => before.totp,
            },
        };
        let sheet = space.note_down(&key, Some(login), random).await?;
        Ok(views(&sheet))
    })
    .await
}

#[tauri::command]
pub(crate) async fn remove_login(desk: State<'_, Desk>, key: String) -> Answer<Vec<LoginView>> {
    if !key.starts_with("login/") {
        return Err(Problem::gone());
    }
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let sheet = space
            .note_down::<Login>(&key, None, &mut System::new())
            .await?;
        Ok(views(&sheet))
    })
    .await
}

/// What is secret of a login, to show while a button is held.
#[tauri::command]
pub(crate) async fn show_login(desk: State<'_, Desk>, key: String) -> Answer<LoginSecret> {
    let login = of(&desk, &key).await?;
    Ok(LoginSecret {
        password: login.password.map(Zeroizing::new),
        note: login.note.map(Zeroizing::new),
    })
}

/// The code that counts now, by the portal's time: the clock of a public computer is often wrong.
#[tauri::command]
pub(crate) async fn login_code(desk: State<'_, Desk>, key: String) -> Answer<TotpView> {
    let (code, left) = code(&desk, &key).await?;
    Ok(TotpView { code, left })
}

/// Puts one thing of a login into the computer's clipboard for half a minute.
#[tauri::command]
pub(crate) async fn copy_login(desk: State<'_, Desk>, key: String, what: What) -> Answer<()> {
    let turn = desk.turn();
    let text = match what {
        What::Code => code(&desk, &key).await?.0,
        What::Name => Zeroizing::new(of(&desk, &key).await?.name.ok_or_else(Problem::gone)?),
        What::Password => {
            Zeroizing::new(of(&desk, &key).await?.password.ok_or_else(Problem::gone)?)
        }
    };
    // While the desk is held, no shut has taken the clipboard's content away before this is there.
    let _held = desk.space().await;
    desk.same(turn)?;
    desk.clipboard()
        .put(text)
        .map_err(|_| Problem::no_clipboard())
}

async fn code(desk: &Desk, key: &str) -> Answer<(Zeroizing<String>, u64)> {
    let login = of(desk, key).await?;
    let now = desk
        .unless_shut(async {
            let mut space = desk.space().await;
            let space = opened_mut(&mut space)?;
            space.refresh().await?;
            Ok(space.time())
        })
        .await?;
    let secret = login.totp.ok_or_else(Problem::gone)?;
    totp_code(&secret, now).ok_or_else(Problem::totp)
}

async fn of(desk: &Desk, key: &str) -> Answer<Login> {
    desk.unless_shut(async {
        let space = desk.space().await;
        let sheet = opened(&space)?.sheet::<Login>().await?;
        sheet.get(key).cloned().ok_or_else(Problem::gone)
    })
    .await
}

fn views(sheet: &Sheet<Login>) -> Vec<LoginView> {
    let mut views: Vec<_> = sheet.iter().map(LoginView::from).collect();
    views.sort_by_key(LoginView::order);
    views
}
