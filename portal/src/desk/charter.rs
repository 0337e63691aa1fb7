//! What a person and the structure agree on when something is lent: in easy French, to be read together and
//! printed. Names are written by hand: no page of the desk asks for one.

use axum::response::Response;
use maud::html;

use super::{
    form::Asked,
    frame::Frame,
    guard::Me,
    reply,
    stock::{kind_of, label, value},
};
use crate::records::Kind;

/// The charter of one thing.
pub(super) async fn see(me: Me, Asked(asked): Asked) -> Response {
    let kind = kind_of(asked.text("genre")).unwrap_or(Kind::Stick);
    let number = asked.text("numero").parse::<u32>().ok();
    let frame = Frame {
        title: "Charte de prêt",
        screen: "charter",
        me: Some(&me),
        ..Frame::default()
    };
    let body = html! {
        p class="noprint hint" { "Lisez cette page à voix haute, ensemble. Puis imprimez-la en deux exemplaires." }
        p class="charter" { (label(kind)) " numéro " @match number { Some(number) => strong { (number) }, None => "…………" } }
        ol class="charter" data-test="charter-text" {
            @for sentence in sentences(kind) { li { (sentence) } }
        }
        table class="signatures" {
            caption { "Lu et accepté, le …………………………" }
            thead { tr { th scope="col" { "La personne" } th scope="col" { "La structure" } } }
            tbody { tr { td { "Nom et signature" } td { "Nom et signature" } } }
        }
        p class="noprint" { a class="button" href={ "/pro/stock?genre=" (value(kind)) } data-test="back" { "Retour à la liste" } }
    };
    reply::page(&frame, &body)
}

fn sentences(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Stick => STICK,
        Kind::Computer => COMPUTER,
        Kind::Phone => PHONE,
    }
}

const STICK: &[&str] = &[
    "La structure vous prête cette clé.",
    "La clé est pour vous. Ne la prêtez pas.",
    "La clé ne contient aucun papier. Vos papiers sont dans votre espace.",
    "Gardez votre code pour vous. Ne l’écrivez pas sur la clé.",
    "Rangez la carte de secours loin de la clé.",
    "Clé perdue ? Prévenez vite la structure. Elle vous aide à bloquer la clé.",
    "Vous ne voulez plus de la clé ? Rapportez-la. La structure l’efface.",
    "Votre espace reste à vous, même sans cette clé.",
    "La structure note le numéro, le jour et l’état de la clé.",
    "Votre nom reste dans le carnet de la structure.",
];

const COMPUTER: &[&str] = &[
    "La structure vous prête cet ordinateur.",
    "L’ordinateur est pour vous. Ne le prêtez pas.",
    "Prenez-en soin. Gardez-le au sec.",
    "Vos papiers sont dans votre espace. Ne les gardez pas sur l’ordinateur.",
    "Ordinateur perdu, volé ou cassé ? Prévenez vite la structure.",
    "Au retour, la structure efface tout ce qui est dessus.",
    "La structure note le numéro, le jour et l’état de l’ordinateur.",
    "Votre nom reste dans le carnet de la structure.",
];

const PHONE: &[&str] = &[
    "La structure vous prête ce téléphone.",
    "Le téléphone est pour vous. Ne le prêtez pas.",
    "Prenez-en soin. Gardez-le au sec.",
    "Mettez un code sur le téléphone. Gardez ce code pour vous.",
    "Téléphone perdu, volé ou cassé ? Prévenez vite la structure.",
    "Au retour, la structure efface tout ce qui est dessus.",
    "La structure note le numéro, le jour et l’état du téléphone.",
    "Votre nom reste dans le carnet de la structure.",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::desk::stock::KINDS;

    #[test]
    fn every_sentence_is_short() {
        let mut looked_at = 0;
        for kind in KINDS {
            for sentence in sentences(kind)
                .iter()
                .flat_map(|line| line.split(['.', '?']))
            {
                let words = sentence.split_whitespace().count();
                assert!(words <= 12, "{words}: {sentence}");
                looked_at += 1;
            }
        }
        assert!(looked_at > 30);
    }
}
