//! What the desk answers: a page, another address, or in words why not.

use axum::{
    Json,
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{LOCATION, RETRY_AFTER, SET_COOKIE},
    },
    response::{Html, IntoResponse, Response},
};
use maud::{Markup, html};
use serde_json::json;
use wire::{Code, Refusal};

use super::{
    form::Form,
    frame::{self, Frame},
};
use crate::app::Shared;

/// What a page's handler returns.
pub(super) type Reply = Result<Response, Refused>;
/// What a handler that speaks with the script returns.
pub(super) type Spoken = Result<Response, Said>;

/// The cookie of a session. Its prefix binds it to this host, to TLS and to the whole of it.
const COOKIE: &str = "__Host-desk";

/// A refusal as a page.
#[derive(Debug)]
pub(super) struct Refused(pub(super) Refusal);

/// A refusal for the script: one sentence that it shows.
#[derive(Debug)]
pub(super) struct Said(pub(super) Refusal);

impl<T: Into<Refusal>> From<T> for Refused {
    fn from(why: T) -> Self {
        Self(why.into())
    }
}

impl<T: Into<Refusal>> From<T> for Said {
    fn from(why: T) -> Self {
        Self(why.into())
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let code = self.0.code;
        let frame = Frame {
            title: "Ce n’est pas possible",
            screen: "refused",
            ..Frame::default()
        };
        let body = html! {
            p role="alert" class="trouble" data-test="trouble" { (words(code)) }
            p {
                @if code == Code::Unauthorized {
                    a class="button first" href="/pro/entrer" data-test="enter" { "Entrer" }
                } @else {
                    a class="button" href="/pro" data-test="home" { "Retour à l’accueil" }
                }
            }
        };
        with_status(&self.0, page(&frame, &body))
    }
}

/// The session was over when a form was sent: nothing is written, and nothing that was typed is lost. Whoever comes in
/// beside this page sends it once more.
pub(super) fn ended(path: &str, form: &Form) -> Response {
    let frame = Frame {
        title: "Votre séance est finie",
        screen: "ended",
        ..Frame::default()
    };
    let body = html! {
        p role="alert" class="trouble" data-test="trouble" { "Rien n’est noté. Ce que vous avez écrit est encore là." }
        ol {
            li { p { "Entrez de nouveau. Un autre onglet s’ouvre." } p { a class="button" href="/pro/entrer" target="_blank" rel="noopener" data-test="enter" { "Entrer dans un autre onglet" } } }
            li {
                p { "Revenez sur cette page, puis touchez ce bouton." }
                form method="post" action=(path) { (form.hidden()) button class="first" data-test="send-again" { "Envoyer encore" } }
            }
        }
    };
    with_status(&Code::Unauthorized.into(), page(&frame, &body))
}

impl IntoResponse for Said {
    fn into_response(self) -> Response {
        let said = Json(json!({ "said": words(self.0.code) })).into_response();
        with_status(&self.0, said)
    }
}

fn with_status(refusal: &Refusal, mut response: Response) -> Response {
    let status = StatusCode::from_u16(refusal.code.status());
    *response.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if let Some(seconds) = refusal.retry_after_s {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    response
}

/// Whose fault it is, and what to do.
fn words(code: Code) -> &'static str {
    match code {
        Code::Unauthorized => "Votre séance est finie, ou ce lien ne sert plus. Entrez de nouveau.",
        Code::Forbidden => "Votre rôle ne permet pas cela. Demandez à un responsable.",
        Code::NotFound => "Il n’y a rien à cette adresse.",
        Code::TooManyRequests => "Trop de demandes à la fois. Attendez une minute.",
        Code::TooLarge => "C’est trop long. Écrivez moins.",
        Code::CredentialUnknown => {
            "Ce passkey n’ouvre pas le bureau. Demandez une invitation à un responsable."
        }
        Code::AssertionRefused | Code::CeremonyExpired => {
            "Le passkey n’a pas été accepté. Essayez encore une fois."
        }
        Code::Malformed | Code::MediaType | Code::MethodNotAllowed | Code::LengthRequired => {
            "Cette demande n’est pas complète. Revenez à la page et recommencez."
        }
        Code::QuotaReached => "La liste est pleine.",
        _ => "Le portail ne peut pas répondre. Rien n’est perdu. Prévenez l’administrateur.",
    }
}

/// A page.
pub(super) fn page(frame: &Frame<'_>, body: &Markup) -> Response {
    Html(frame::around(frame, body).into_string()).into_response()
}

/// A page that shows a form again, with what is wrong in it.
pub(super) fn again(frame: &Frame<'_>, body: &Markup) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page(frame, body)).into_response()
}

/// It is done: the browser asks for this page next, so that reloading does nothing twice.
pub(super) fn go(to: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(LOCATION, to);
    }
    response
}

/// Where the script goes next.
pub(super) fn next(to: &str) -> Response {
    Json(json!({ "next": to })).into_response()
}

/// The same answer with the cookie of a session.
pub(super) fn with_session(response: Response, token: &[u8; 32]) -> Response {
    with_cookie(response, &wire::Hash(*token).to_hex(), "")
}

/// The same answer, and the cookie goes.
pub(super) fn without_session(response: Response) -> Response {
    with_cookie(response, "", "; Max-Age=0")
}

fn with_cookie(mut response: Response, value: &str, more: &str) -> Response {
    let cookie = format!("{COOKIE}={value}; Path=/; Secure; HttpOnly; SameSite=Strict{more}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}

/// Ends the session that a request names: a browser has one.
pub(super) fn end_before(app: &Shared, headers: &HeaderMap) {
    if let Some(token) = token(headers) {
        app.desk.sessions.end(&token);
    }
}

/// The token of the session that a request names.
pub(super) fn token(headers: &HeaderMap) -> Option<[u8; 32]> {
    let lines = headers.get_all(axum::http::header::COOKIE).into_iter();
    let mut cookies = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'));
    let text = cookies.find_map(|one| one.trim().strip_prefix(COOKIE)?.strip_prefix('='))?;
    wire::Hash::from_hex(text).map(|token| token.0)
}
