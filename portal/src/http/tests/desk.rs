//! Every page of the desk by everybody: a walk made from the page of its routes, and those who come with
//! something wrong.

mod figures;
mod people;
mod sessions;
mod stock;
mod throttle;
mod twice;
mod walk;

use wire::{
    helper::{HelperNumber, Role},
    random::System,
};

use super::{
    harness::{Answer, Portal, bearer},
    helpers::{ask as ask_to_help, certify},
};
use crate::{
    Deps, Settings,
    desk::{Body, IDLE_S, PAGES, Page, WHOLE_S},
    domain::{
        DAY,
        desk::{
            acts, approvals,
            policy::{Deed, Who, permit},
            staff,
        },
    },
    fixtures::{NOW, ORIGIN, install_attester},
    records::{Act, StaffId, StaffRole},
    store::{Read, Table},
};

/// Somebody of the staff with a passkey that no browser holds.
pub(super) async fn hired(portal: &Portal, name: &'static str, role: StaffRole) -> StaffId {
    let app = portal.running.app();
    let entered = app
        .write(move |tx| {
            let (_, token) = staff::invite(tx, (name, role), None, NOW, &mut System::new())?;
            staff::enter(tx, &token, (name.as_bytes(), "{}".into()), NOW)
        })
        .await;
    entered.unwrap()
}

/// The cookie of somebody who signed in now.
pub(super) fn signed_in(portal: &Portal, staff: StaffId) -> String {
    let now = crate::clock::Clock::now(&*portal.clock);
    portal.running.app().desk.let_in(staff, now)
}

/// What one of our own pages makes a browser say.
fn from_here(page: &Page, cookie: Option<&str>) -> Vec<(&'static str, String)> {
    let mut headers = vec![
        ("origin", ORIGIN.to_owned()),
        ("sec-fetch-site", "same-origin".to_owned()),
    ];
    match page.body {
        Body::Empty => {}
        Body::Form => headers.push((
            "content-type",
            "application/x-www-form-urlencoded".to_owned(),
        )),
        Body::Json => headers.push(("content-type", "application/json".to_owned())),
    }
    headers.extend(cookie.map(|cookie| ("cookie", cookie.to_owned())));
    headers
}

async fn ask(portal: &Portal, page: &Page, headers: &[(&str, String)]) -> Answer {
    let path = page
        .path
        .replace("{file}", "desk.css")
        .replace("/voir", "/voir?genre=cle&numero=1")
        .replace("/stock/retour", "/stock/retour?genre=cle&numero=1");
    let headers: Vec<_> = headers.iter().map(|(name, v)| (*name, &**v)).collect();
    let body: Option<&[u8]> = match page.body {
        Body::Empty => None,
        Body::Form => Some(b""),
        Body::Json => Some(b"{}"),
    };
    portal
        .ask(page.method.as_str(), &path, &headers, body)
        .await
}

fn is_outside(page: &Page) -> bool {
    permit(Who::Nobody, page.deed).is_ok()
}

/// Whether somebody without a session was shown the door.
fn shown_the_door(page: &Page, answer: &Answer) -> bool {
    if page.method == "GET" {
        answer.status == 303 && answer.headers["location"].starts_with("/pro/entrer")
    } else {
        answer.status == 401
    }
}

/// What a form says, as a browser sends it.
pub(super) async fn send(
    portal: &Portal,
    path: &str,
    cookie: &str,
    form: &[(&str, &str)],
) -> Answer {
    let mut body = url::form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(form);
    let headers = [
        ("cookie", cookie),
        ("origin", ORIGIN),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let body = body.finish();
    portal
        .ask("POST", path, &headers, Some(body.as_bytes()))
        .await
}

pub(super) async fn see(portal: &Portal, path: &str, cookie: &str) -> String {
    let answer = portal.ask("GET", path, &[("cookie", cookie)], None).await;
    assert_eq!(answer.status, 200, "{path}");
    String::from_utf8(answer.body).unwrap()
}

/// The four presses of a session.
fn four<'a>(theme: &'a str, place: &'a str, posture: &'a str) -> [(&'a str, &'a str); 4] {
    [
        ("theme", theme),
        ("duree", "30"),
        ("lieu", place),
        ("posture", posture),
    ]
}
