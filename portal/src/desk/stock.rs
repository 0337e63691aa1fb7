//! What the structure lends: the list, one thing with its steps, and what changes them.

use std::{collections::BTreeMap, ops::RangeInclusive};

use axum::extract::State;
use maud::{Markup, html};
use wire::Code;

use super::{
    acting::write_as,
    day::{day, moment},
    form::{Asked, Form},
    frame::Frame,
    guard::Me,
    lending,
    reply::{self, Reply},
};
use crate::{
    app::Shared,
    domain::desk::{
        charter, staff,
        stock::{self, AT_ONCE, KINDS, MOST, Refused, STAGES, Unproved, Why},
    },
    records::{Item, ItemStage as Stage, Kind, Proof, StaffId, Step, With},
};

/// Things on one page.
const PAGE: usize = 100;

/// The list of one kind.
pub(super) async fn see(State(app): State<Shared>, me: Me, Asked(asked): Asked) -> Reply {
    let done = match asked.text("fait") {
        "ajout" => Some("C’est fait : les numéros sont dans la liste."),
        "etat" => Some("C’est fait : l’état est changé."),
        _ => None,
    };
    list(&app, &me, &asked, (done, None)).await
}

/// Adds numbers.
pub(super) async fn add(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let kind = kind_of(form.text("genre")).ok_or(Code::Malformed)?;
    let Some(numbers) = numbers(&form) else {
        return list(&app, &me, &form, (None, Some(&words(&Refused::Numbers)))).await;
    };
    let (by, now) = (me.id, app.now());
    let added = write_as(&app, &me, move |tx, _| {
        stock::add(tx, kind, numbers, by, now)
    });
    match added.await {
        Ok(()) => Ok(reply::go(&format!(
            "/pro/stock?genre={}&fait=ajout",
            value(kind)
        ))),
        Err(Refused::Portal(refusal)) => Err(refusal.into()),
        Err(why) => list(&app, &me, &form, (None, Some(&words(&why)))).await,
    }
}

/// Changes the stage of numbers.
pub(super) async fn change(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let kind = kind_of(form.text("genre")).ok_or(Code::Malformed)?;
    let Some(to) = stage_of(form.text("vers")) else {
        return list(&app, &me, &form, (None, Some("Choisissez le nouvel état."))).await;
    };
    let Some(numbers) = numbers(&form) else {
        return list(&app, &me, &form, (None, Some(&words(&Refused::Numbers)))).await;
    };
    let (by, now) = (me.id, app.now());
    let back = match form.text("page") {
        "retour" => lending::path(kind, *numbers.start()),
        "une" => format!(
            "/pro/stock/voir?genre={}&numero={}&fait=etat",
            value(kind),
            numbers.start()
        ),
        _ => format!("/pro/stock?genre={}&fait=etat", value(kind)),
    };
    let changed = write_as(&app, &me, move |tx, _| {
        stock::change(tx, kind, numbers, to, by, now)
    });
    match changed.await {
        Ok(()) => Ok(reply::go(&back)),
        Err(Refused::Portal(refusal)) => Err(refusal.into()),
        Err(why) => list(&app, &me, &form, (None, Some(&words(&why)))).await,
    }
}

/// One thing, and where it can go.
pub(super) async fn one(State(app): State<Shared>, me: Me, Asked(asked): Asked) -> Reply {
    let kind = kind_of(asked.text("genre")).ok_or(Code::NotFound)?;
    let number: u32 = asked.text("numero").parse().map_err(|_| Code::NotFound)?;
    let (found, names) = app
        .read(move |read| Ok((stock::one(read, kind, number)?, names(read)?)))
        .await?;
    let (item, steps) = found.ok_or(Code::NotFound)?;
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

async fn list(
    app: &Shared,
    me: &Me,
    form: &Form,
    (done, trouble): (Option<&str>, Option<&str>),
) -> Reply {
    let kind = kind_of(form.text("genre")).unwrap_or(Kind::Stick);
    let only = stage_of(form.text("etat"));
    let after: u32 = form.text("apres").parse().unwrap_or(0);
    let (counts, rows, names) = app
        .read(move |read| {
            let rows = stock::page(read, (kind, only), after, PAGE)?;
            Ok((stock::counts(read)?, rows, names(read)?))
        })
        .await?;
    let frame = Frame {
        title: "Stock et prêts",
        screen: "stock",
        me: Some(me),
        done,
        ..Frame::default()
    };
    let body = html! {
        @if let Some(why) = trouble { p role="alert" class="trouble" data-test="trouble" { (why) } }
        (kinds(kind))
        (summary(kind, &counts))
        (notebook())
        @let shown = only.map(|only| stage(kind, only));
        h2 { (label_plural(kind)) @if let Some(shown) = shown { " : " (shown) } }
        (things(kind, only, &rows, &names))
        (changes(kind, form))
    };
    Ok(match trouble {
        Some(_) => reply::again(&frame, &body),
        None => reply::page(&frame, &body),
    })
}

fn kinds(here: Kind) -> Markup {
    html! {
        ul class="ways" aria-label="Ce qui est prêté" {
            @for kind in KINDS {
                @let current = (kind == here).then_some("true");
                li { a class="button" href={ "/pro/stock?genre=" (value(kind)) } aria-current=[current] data-test={ "kind-" (value(kind)) } { (label_plural(kind)) } }
            }
        }
    }
}

fn summary(kind: Kind, counts: &BTreeMap<(Kind, Stage), u64>) -> Markup {
    html! {
        table data-test="counts" {
            caption { "Combien, par état" }
            thead { tr { th scope="col" { "État" } th scope="col" class="number" { "Nombre" } } }
            tbody {
                @for one in STAGES.into_iter().filter(|one| counts.contains_key(&(kind, *one))) {
                    tr {
                        th scope="row" { a href={ "/pro/stock?genre=" (value(kind)) "&etat=" (stage_value(one)) } data-test={ "only-" (stage_value(one)) } { (stage(kind, one)) } }
                        td class="number" { (counts.get(&(kind, one)).copied().unwrap_or_default()) }
                    }
                }
            }
        }
    }
}

fn things(
    kind: Kind,
    only: Option<Stage>,
    rows: &[(u32, Item)],
    names: &BTreeMap<StaffId, String>,
) -> Markup {
    let more = (rows.len() == PAGE).then(|| rows.last().map(|(number, _)| *number));
    let filter = only.map(|only| format!("&etat={}", stage_value(only)));
    html! {
        @if rows.is_empty() { p data-test="items" { "Il n’y en a pas ici." } }
        @else {
            table data-test="items" {
                caption { "Par numéro" }
                thead { tr { th scope="col" { "Numéro" } th scope="col" { "État" } th scope="col" { "Depuis" } th scope="col" { "Noté par" } } }
                tbody {
                    @for (number, item) in rows {
                        tr {
                            th scope="row" { a href={ "/pro/stock/voir?genre=" (value(kind)) "&numero=" (number) } data-test={ "item-" (number) } { (number) } }
                            td { (stage(kind, item.stage)) }
                            td { (day(item.since)) }
                            td { (name(&item.by, names)) }
                        }
                    }
                }
            }
        }
        @if let Some(Some(last)) = more {
            p { a class="button" href={ "/pro/stock?genre=" (value(kind)) (filter.as_deref().unwrap_or_default()) "&apres=" (last) } data-test="more" { "Suite de la liste" } }
        }
    }
}

fn changes(kind: Kind, form: &Form) -> Markup {
    html! {
        section {
            h2 { "Changer l’état de plusieurs" }
            form method="post" action="/pro/stock/etat" {
                input type="hidden" name="genre" value=(value(kind));
                div class="row" {
                    (range("change", form))
                    p {
                        label for="vers" { "Nouvel état" }
                        select id="vers" name="vers" required data-test="to" {
                            option value="" { "Choisir" }
                            @for one in STAGES.into_iter().filter(|one| kind == Kind::Stick || !matches!(one, Stage::Practice | Stage::Frozen)) {
                                option value=(stage_value(one)) selected[form.text("vers") == stage_value(one)] { (stage(kind, one)) }
                            }
                        }
                    }
                }
                button data-test="change" { "Changer l’état" }
            }
        }
        section {
            h2 { "Ajouter des numéros" }
            form method="post" action="/pro/stock/ajouter" {
                input type="hidden" name="genre" value=(value(kind));
                div class="row" { (range("add", form)) }
                button data-test="add" { "Ajouter" }
            }
        }
    }
}

fn range(test: &str, form: &Form) -> Markup {
    html! {
        p {
            label for={ (test) "-du" } { "Du numéro" }
            input id={ (test) "-du" } name="du" inputmode="numeric" pattern="[0-9]{1,6}" size="7" required autocomplete="off" value=(form.text("du")) data-test={ (test) "-first" };
        }
        p {
            label for={ (test) "-au" } { "Au numéro " span class="hint" { "(vide : un seul)" } }
            input id={ (test) "-au" } name="au" inputmode="numeric" pattern="[0-9]{1,6}" size="7" autocomplete="off" value=(form.text("au")) data-test={ (test) "-last" };
        }
    }
}

fn notebook() -> Markup {
    html! {
        p class="hint" data-test="notebook" {
            "N’écrivez ici aucun nom de personne. Qui a quel numéro se note avec la clé de la structure : "
            "« Mes personnes », puis « Carnet des prêts ». Le portail ne peut pas le lire."
        }
    }
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
pub(super) fn proof_words(proof: &Proof) -> String {
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

fn names(read: &impl crate::store::Read) -> crate::domain::Outcome<BTreeMap<StaffId, String>> {
    let all = staff::all(read)?.into_iter();
    Ok(all.map(|one| (one.id, one.staff.name)).collect())
}

fn name<'a>(id: &StaffId, names: &'a BTreeMap<StaffId, String>) -> &'a str {
    names
        .get(id)
        .map_or("une personne inconnue", String::as_str)
}

/// Why nothing is changed.
pub(super) fn words(why: &Refused) -> String {
    match why {
        Refused::Step(number, why) => {
            format!("Numéro {number} : {} Rien n’est changé.", reason(*why))
        }
        Refused::There(number) => {
            format!("Le numéro {number} est déjà dans la liste. Rien n’est ajouté.")
        }
        Refused::NotThere(number) => {
            format!("Le numéro {number} n’est pas dans la liste. Rien n’est changé.")
        }
        Refused::Numbers => {
            format!("Écrivez des numéros de 1 à 999999, et {AT_ONCE} à la fois au plus.")
        }
        Refused::Full => format!("La liste est pleine : {MOST} au plus."),
        Refused::Proof(why) => unproved(*why),
        Refused::Portal(_) => "Le portail ne peut pas répondre.".to_owned(),
    }
}

fn reason(why: Why) -> &'static str {
    match why {
        Why::Same => "c’est déjà son état.",
        Why::SticksOnly => "cet état existe seulement pour une clé.",
        Why::NotLent => "personne ne l’a en prêt.",
        Why::NotBack => "il faut d’abord noter son retour.",
        Why::NotWiped => "il faut d’abord l’effacer.",
        Why::NothingOnIt => "il n’y a rien à effacer.",
        Why::NoProof => "touchez son numéro, puis donnez la preuve de l’effacement.",
    }
}

fn unproved(why: Unproved) -> String {
    match why {
        Unproved::Unreadable => {
            "Cette preuve ne se lit pas. Recopiez toute la ligne. Rien n’est changé.".to_owned()
        }
        Unproved::Other(number) => {
            format!("Cette preuve est celle du numéro {number}. Rien n’est changé.")
        }
        Unproved::Before => {
            "Cette preuve date d’avant le dernier prêt. Vérifiez l’heure de l’ordinateur qui efface. \
             Puis effacez la clé encore une fois."
                .to_owned()
        }
        Unproved::Used => {
            "Cette preuve n’est pas plus récente que la dernière gardée. Vérifiez l’heure de \
             l’ordinateur qui efface. Puis effacez la clé encore une fois."
                .to_owned()
        }
        Unproved::Ahead => {
            "La date de l’ordinateur qui a effacé la clé est fausse. Corrigez-la, puis recommencez."
                .to_owned()
        }
        Unproved::Nothing => {
            "La commande n’a trouvé aucun fichier de clé. Un autre dossier ? Effacez le bon. \
             La clé était déjà effacée ? Vérifiez-la, puis cochez la phrase."
                .to_owned()
        }
    }
}

fn numbers(form: &Form) -> Option<RangeInclusive<u32>> {
    let first: u32 = form.text("du").parse().ok()?;
    let last = match form.text("au") {
        "" => first,
        last => last.parse().ok()?,
    };
    Some(first..=last)
}

/// What one thing of a kind is called.
pub(super) fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::Stick => "Clé",
        Kind::Computer => "Ordinateur",
        Kind::Phone => "Téléphone",
    }
}

/// What several are called.
pub(super) fn label_plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Stick => "Clés",
        Kind::Computer => "Ordinateurs",
        Kind::Phone => "Téléphones",
    }
}

/// How a stage is called.
pub(super) fn stage(kind: Kind, stage: Stage) -> &'static str {
    match (stage, kind) {
        (Stage::Blank, Kind::Stick) => "vierge",
        (Stage::Blank, _) => "en stock",
        (Stage::Practice, _) => "pour l’entraînement",
        (Stage::Lent, _) => "en prêt",
        (Stage::Frozen, _) => "en prêt et bloquée",
        (Stage::Returned, _) => "de retour",
        (Stage::Wiped, Kind::Stick) => "effacée",
        (Stage::Wiped, _) => "effacé",
        (Stage::Lost, Kind::Stick) => "perdue",
        (Stage::Lost, _) => "perdu",
    }
}

/// A kind in an address or a form.
pub(super) fn value(kind: Kind) -> &'static str {
    match kind {
        Kind::Stick => "cle",
        Kind::Computer => "ordinateur",
        Kind::Phone => "telephone",
    }
}

/// A kind from there.
pub(super) fn kind_of(text: &str) -> Option<Kind> {
    KINDS.into_iter().find(|kind| value(*kind) == text)
}

fn stage_value(stage: Stage) -> &'static str {
    match stage {
        Stage::Blank => "vierge",
        Stage::Practice => "entrainement",
        Stage::Lent => "pret",
        Stage::Frozen => "bloque",
        Stage::Returned => "retour",
        Stage::Wiped => "efface",
        Stage::Lost => "perdu",
    }
}

fn stage_of(text: &str) -> Option<Stage> {
    STAGES.into_iter().find(|stage| stage_value(*stage) == text)
}
