//! One thing: its stage, where it can go, and its steps.

use std::collections::BTreeMap;

use axum::extract::State;
use maud::{Markup, html};
use wire::Code;

use super::{
    list::list,
    name, names, notebook,
    said::{kind_of, label, stage, stage_value, value},
};
use crate::{
    app::Shared,
    desk::{
        day::{day, moment},
        form::Asked,
        frame::Frame,
        guard::Me,
        lending,
        reply::{self, Reply},
    },
    domain::desk::{charter, stock},
    records::{ItemStage as Stage, Kind, Proof, StaffId, Step, With},
};

/// One thing, and where it can go.
pub(in crate::desk) async fn one(State(app): State<Shared>, me: Me, Asked(asked): Asked) -> Reply {
    let kind = kind_of(asked.text("genre")).ok_or(Code::NotFound)?;
    let is_typed = asked.text("cherche") == "oui";
    let number: u32 = match asked.text("numero").parse() {
        Ok(number) => number,
        Err(_) if is_typed => {
            let why = "Écrivez un numéro, en chiffres.";
            return list(&app, &me, &asked, (None, Some(why))).await;
        }
        Err(_) => return Err(Code::NotFound.into()),
    };
    let (found, names) = app
        .read(move |read| Ok((stock::one(read, kind, number)?, names(read)?)))
        .await?;
    let Some((item, steps)) = found else {
        if !is_typed {
            return Err(Code::NotFound.into());
        }
        let why = format!("Le numéro {number} n’est pas dans la liste.");
        return list(&app, &me, &asked, (None, Some(&why))).await;
    };
    let title = format!("{} numéro {number}", label(kind));
    let frame = Frame {
        title: &title,
        screen: "item",
        me: Some(&me),
        done: match asked.text("fait") {
            "etat" => Some("C’est fait : l’état est changé."),
            "pret" => Some("C’est noté : la charte est acceptée, le prêt commence."),
            _ => None,
        },
        ..Frame::default()
    };
    let comes_back = matches!(
        item.stage,
        Stage::Lent | Stage::Frozen | Stage::Returned | Stage::Wiped
    );
    let plain = |to: &Stage| (item.stage, *to) != (Stage::Returned, Stage::Wiped);
    let body = html! {
        p { "État : " strong data-test="stage" { (stage(kind, item.stage)) } ", depuis le " (day(item.since)) "." }
        form method="post" action="/pro/stock/etat" {
            input type="hidden" name="page" value="une";
            input type="hidden" name="genre" value=(value(kind));
            input type="hidden" name="du" value=(number);
            fieldset {
                legend { "Changer l’état" }
                div class="row" {
                    @for to in stock::next(kind, item.stage).filter(plain) {
                        button name="vers" value=(stage_value(to)) data-test={ "vers-" (stage_value(to)) } { (stage(kind, to)) }
                    }
                }
            }
        }
        @if comes_back {
            p { a class="button first" href=(lending::path(kind, number)) data-test="return" { "Retour, effacement et nouveau prêt" } }
        }
        (notebook())
        p { a class="button" href={ "/pro/charte?genre=" (value(kind)) "&numero=" (number) } data-test="charter" { "Charte de prêt, à lire et à imprimer" } }
        (history(kind, &steps, &names))
        p { a class="button" href={ "/pro/stock?genre=" (value(kind)) } data-test="back" { "Retour à la liste" } }
    };
    Ok(reply::page(&frame, &body))
}

fn history(kind: Kind, steps: &[Step], names: &BTreeMap<StaffId, String>) -> Markup {
    html! {
        table data-test="steps" {
            caption { "Les étapes, la plus récente d’abord" }
            thead { tr { th scope="col" { "Quand" } th scope="col" { "État" } th scope="col" { "Noté par" } } }
            tbody {
                @for step in steps {
                    tr {
                        td { (moment(step.time)) }
                        td { (stage(kind, step.to)) @if let Some(with) = &step.with { br; span class="hint" { (with_words(with)) } } }
                        td { (name(&step.by, names)) }
                    }
                }
            }
        }
    }
}

/// What a step was made with.
fn with_words(with: &With) -> String {
    match with {
        With::Proof(proof) => proof_words(proof),
        With::Word => "rien de la personne n’est resté : dit par l’équipe".to_owned(),
        With::Charter(version, code) => {
            let language = charter::text(code).map_or(code.as_str(), |text| text.name);
            format!("charte acceptée, version {version}, lue en : {language}")
        }
    }
}

/// What a program read back of a stick.
pub(in crate::desk) fn proof_words(proof: &Proof) -> String {
    let others = match proof.others {
        0 => String::new(),
        1 => " et 1 autre".to_owned(),
        others => format!(" et {others} autres"),
    };
    let files = match proof.files {
        0 | 1 => "fichier",
        _ => "fichiers",
    };
    format!(
        "preuve : {} {files} de clé{others}, {} octets relus vides, le {}",
        proof.files,
        proof.bytes,
        moment(proof.time)
    )
}
