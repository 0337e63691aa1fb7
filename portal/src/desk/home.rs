//! The first page: what waits.

use axum::response::Response;
use maud::html;

use super::{frame::Frame, guard::Me, reply};

/// What waits.
pub(super) async fn see(me: Me) -> Response {
    let frame = Frame {
        title: "Accueil",
        screen: "home",
        me: Some(&me),
        ..Frame::default()
    };
    let body = html! {
        p { "Bonjour " (me.staff.name) "." }
        p { "Ce bureau ne montre aucun papier. Il n’ouvre l’espace de personne." }
    };
    reply::page(&frame, &body)
}
