//! Who lends and helps, on what a person takes along: as the structure's board says it, and nothing where none is
//! published.

use maud::{Markup, html};

use crate::app::{Shared, aside};

/// The structure's name and telephone number.
pub(super) async fn house(app: &Shared) -> Markup {
    let board = app.clone();
    let copy = aside(move || board.board.look()).await;
    html! {
        // A board that is damaged is said elsewhere, and keeps nobody from a loan.
        @if let Ok(copy) = copy {
            p data-test="house" { strong { (copy.structure.name) } " · Téléphone : " strong { (copy.structure.phone) } }
        }
    }
}
