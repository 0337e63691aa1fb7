//! What a person learnt, attested: gestures are chosen, a name is typed if there shall be one, and the answer is the
//! file. The name goes into the file and nowhere else.

use axum::extract::State;
use maud::{Markup, html};
use wire::{Hash, Refusal};

use super::{
    acting::write_as,
    day::day,
    export::{self, Media},
    form::Form,
    frame::Frame,
    guard::Me,
    reply::{self, Reply},
};
use crate::{
    app::{Shared, aside},
    attestation::{self, Kept, Learnt, NAME, Name, NameFault},
    domain::desk::{
        acts,
        gestures::{self, GESTURES},
        tally::{Counted, count},
    },
    records::Act,
};

const PDF: Media = ("application/pdf", "pdf");
const JWT: Media = ("application/jwt", "jwt");

/// Why none is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Gesture,
    Name(NameFault),
    /// There is no key here, or it counts no more.
    Key,
}

/// The form.
pub(super) async fn see(State(app): State<Shared>, me: Me) -> Reply {
    let wrong = kept(&app).await?.is_none().then_some(Wrong::Key);
    let form = Form::default();
    let ticket = form.ticket_field(&mut *app.random());
    Ok(reply::page(&frame(&me), &page(&form, &ticket, wrong)))
}

/// Makes one.
pub(super) async fn attest(State(app): State<Shared>, me: Me, form: Form) -> Reply {
    let again = |wrong| {
        let ticket = form.ticket_field(&mut *app.random());
        Ok(reply::again(
            &frame(&me),
            &page(&form, &ticket, Some(wrong)),
        ))
    };
    let learnt = match read(&form, app.now()) {
        Ok(learnt) => learnt,
        Err(wrong) => return again(wrong),
    };
    let Some(kept) = kept(&app).await? else {
        return again(Wrong::Key);
    };
    let (by, now) = (me.id, app.now());
    let origin = app.settings.file.webauthn.origin.origin();
    let at = (app.settings.realm(), &*origin.ascii_serialization());
    let (what, is_badge) = (same(&form, &me), form.text("forme") == "badge");
    let mut issued = app.desk.issuing.hold().await;
    let badge = what.and_then(|what| issued.again(&what, (is_badge, learnt.name.is_some()), now));
    let is_new = badge.is_none();
    let made = match badge {
        Some(badge) => attestation::again(&learnt, &kept, at.0, badge),
        None => attestation::make(&learnt, &kept, at, now, &mut *app.random()),
    };
    let made = made.ok_or(wire::Code::Unavailable)?;
    // Written down before it leaves, once.
    let written = write_as(&app, &me, move |tx, _| {
        if is_new {
            count(tx, Counted::Attested, now)?;
            acts::write(tx, Some(by), Act::Attested, now)?;
        }
        Ok::<_, Refusal>(())
    });
    written.await?;
    if let Some(what) = what.filter(|_| is_new) {
        issued.keep(what, is_badge, made.badge.clone(), now);
    }
    Ok(if is_badge {
        export::file("badge", JWT, made.badge.into_bytes())
    } else {
        export::file("attestation", PDF, made.paper)
    })
}

/// What tells one attestation from another: the form, who sent it, the gestures and the name.
fn same(form: &Form, me: &Me) -> Option<Hash> {
    let mut what = form.ticket()?.to_vec();
    what.extend(me.id.0);
    for one in form.all("geste").chain([form.text("nom")]) {
        what.extend(one.as_bytes());
        what.push(0);
    }
    Some(Hash::of(&what))
}

/// The key that signs here. One that is not believed is none, and the log says why.
async fn kept(app: &Shared) -> Result<Option<Kept>, Refusal> {
    let (app, now) = (app.clone(), app.now());
    aside(move || {
        Ok(Kept::read(&app.settings, now).unwrap_or_else(|why| {
            tracing::warn!("attestations: {why}");
            None
        }))
    })
    .await
}

fn read(form: &Form, now: u64) -> Result<Learnt, Wrong> {
    let mut chosen: Vec<_> = form
        .all("geste")
        .map(|value| gestures::by_value(value).ok_or(Wrong::Gesture))
        .collect::<Result<_, _>>()?;
    chosen.sort_unstable_by_key(|one| one.code);
    chosen.dedup();
    if chosen.is_empty() {
        return Err(Wrong::Gesture);
    }
    Ok(Learnt {
        gestures: chosen,
        name: Name::read(form.text("nom")).map_err(Wrong::Name)?,
        day: day(now),
    })
}

fn frame(me: &Me) -> Frame<'_> {
    Frame {
        title: "Attestations",
        screen: "attestations",
        me: Some(me),
        ..Frame::default()
    }
}

fn page(form: &Form, ticket: &Markup, wrong: Option<Wrong>) -> Markup {
    html! {
        @if let Some(wrong) = wrong {
            p role="alert" class="trouble" data-test="trouble" { (words(wrong)) }
        }
        p { "La structure atteste ce qu’une personne a appris. La personne garde le fichier." }
        form method="post" action="/pro/attestations/faire" {
            (ticket)
            fieldset {
                legend { "Cette personne sait faire seule" }
                @for one in GESTURES {
                    @let chosen = form.all("geste").any(|value| value == one.value);
                    label class="pick" { input type="checkbox" name="geste" value=(one.value) checked[chosen] data-test={ "geste-" (one.value) }; " " (one.label) }
                }
            }
            p {
                label for="nom" { "Nom et prénom " span class="hint" { "(peut rester vide, on l’écrit alors à la main)" } }
                input id="nom" name="nom" maxlength=(NAME) autocomplete="off" dir="auto" value=(form.text("nom")) data-test="nom";
            }
            p class="hint" { "Le bureau ne garde pas le nom. Un nom dans un autre alphabet s’écrit à la main sur le papier." }
            div class="row" {
                button class="first" name="forme" value="pdf" data-test="make" { "Faire l’attestation (PDF)" }
                button name="forme" value="badge" data-test="make-badge" { "Le badge seul (Open Badges)" }
            }
        }
        p class="hint" { "Le PDF contient aussi le badge. La personne peut le mettre dans son espace, comme un papier." }
    }
}

fn words(wrong: Wrong) -> String {
    match wrong {
        Wrong::Gesture => "Choisissez au moins un geste de la liste.".to_owned(),
        Wrong::Name(NameFault::Long) => {
            format!("Le nom est trop long : {NAME} lettres au plus. Écrivez moins.")
        }
        Wrong::Name(NameFault::Unseen) => {
            "Le nom contient un signe qui ne se voit pas. Écrivez-le de nouveau.".to_owned()
        }
        Wrong::Key => {
            "La structure n’a pas de clé pour signer ici, ou sa clé ne compte plus. Prévenez l’administrateur.".to_owned()
        }
    }
}
