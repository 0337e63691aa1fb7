//! Every page of the desk on one page: method, path, deed, body, throttle, seconds. What is not on it is not
//! there.

use axum::{Router, http::Method, middleware, routing};
use wire::Code;

use super::{
    activity, acts, attestations, charter, door, export, figures, guard, helpers, home, invitation,
    lending, look, needs, reply::Refused, stock, team,
};
use crate::{app::Shared, domain::desk::policy::Deed};

/// What body a page takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    /// None.
    Empty,
    /// A form.
    Form,
    /// What the script sends.
    Json,
}

/// Whose bucket a request is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Throttle {
    /// By address and all together: nobody has proved anything.
    Stranger,
    /// The same, and tries to come in are fewer. Each begins once: only its beginning counts.
    Knock,
    /// By whoever signed in, once that is proved; else as a stranger's.
    Staff,
    /// The same, and what writes is less.
    Writes,
}

/// One line of the page.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) method: Method,
    pub(crate) path: &'static str,
    pub(crate) deed: Deed,
    pub(crate) body: Body,
    pub(crate) throttle: Throttle,
    pub(crate) seconds: u64,
}

macro_rules! pages {
    ($($method:ident $path:literal $deed:ident $body:ident $throttle:ident $seconds:literal;)*) => {
        /// The page.
        pub(crate) static PAGES: &[Page] = &[$(Page {
            method: Method::$method,
            path: $path,
            deed: Deed::$deed,
            body: Body::$body,
            throttle: Throttle::$throttle,
            seconds: $seconds,
        },)*];
    };
}

pages! {
    GET  "/pro/style/{file}"       FetchLook        Empty Stranger 10;
    GET  "/pro/script/{file}"      FetchLook        Empty Stranger 10;
    GET  "/pro/fonts/{file}"       FetchLook        Empty Stranger 10;
    // Coming in
    GET  "/pro/entrer"             SeeDoor          Empty Stranger 10;
    POST "/pro/entrer/debut"       StartSignIn      Json  Knock    10;
    POST "/pro/entrer/fin"         FinishSignIn     Json  Stranger 15;
    GET  "/pro/invitation"         SeeInvitation    Empty Stranger 10;
    POST "/pro/invitation/debut"   StartInvitation  Json  Knock    10;
    POST "/pro/invitation/fin"     FinishInvitation Json  Stranger 15;
    POST "/pro/sortir"             SignOut          Form  Staff    10;
    // Inside
    GET  "/pro"                    SeeHome          Empty Staff    15;
    GET  "/pro/equipe"             SeeTeam          Empty Staff    15;
    POST "/pro/equipe/inviter"     Invite           Form  Writes   15;
    POST "/pro/equipe/terminer"    End              Form  Writes   15;
    GET  "/pro/historique"         ReadActs         Empty Staff    15;
    // Helpers
    GET  "/pro/aidants"            SeeHelpers       Empty Staff    15;
    POST "/pro/aidants/approuver"  Approve          Form  Writes   15;
    POST "/pro/aidants/retirer"    Withdraw         Form  Writes   15;
    // What is lent
    GET  "/pro/stock"              SeeStock         Empty Staff    15;
    GET  "/pro/stock/voir"         SeeItem          Empty Staff    15;
    POST "/pro/stock/ajouter"      AddItems         Form  Writes   30;
    POST "/pro/stock/etat"         MoveItems        Form  Writes   30;
    POST "/pro/stock/retirer"      TakeOutItems     Form  Writes   30;
    GET  "/pro/stock/retour"       SeeReturn        Empty Staff    15;
    POST "/pro/stock/efface"       WipeItem         Form  Writes   15;
    POST "/pro/stock/preter"       LendItem         Form  Writes   15;
    GET  "/pro/charte"             SeeCharter       Empty Staff    10;
    // Sessions and figures
    GET  "/pro/seances"            SeeSessions      Empty Staff    15;
    POST "/pro/seances/noter"      RecordSession    Form  Writes   15;
    POST "/pro/seances/retirer"    RemoveSession    Form  Writes   15;
    GET  "/pro/seances/export"     ExportSessions   Empty Writes   30;
    GET  "/pro/chiffres"           SeeFigures       Empty Staff    30;
    GET  "/pro/chiffres/export"    ExportFigures    Empty Staff    30;
    // What people would like to learn, and what they learnt
    GET  "/pro/besoins"            SeeNeeds         Empty Staff    15;
    POST "/pro/besoins/bilan"      TellNeeds        Form  Writes   15;
    GET  "/pro/attestations"       SeeAttestations  Empty Staff    15;
    POST "/pro/attestations/faire" Attest           Form  Writes   15;
}

/// The whole desk.
pub(crate) fn router(app: &Shared) -> Router<Shared> {
    let routed = PAGES.iter().fold(Router::new(), |router, page| {
        let guard = middleware::from_fn_with_state((app.clone(), page), guard::guard);
        router.route(page.path, answer(page).layer(guard))
    });
    routed.route("/pro/{*rest}", routing::any(nothing))
}

async fn nothing() -> Refused {
    Code::NotFound.into()
}

/// Who answers a page.
fn answer(page: &Page) -> routing::MethodRouter<Shared> {
    match page.deed {
        Deed::FetchLook => routing::get(look::fetch),
        Deed::SeeDoor => routing::get(door::see),
        Deed::StartSignIn => routing::post(door::start),
        Deed::FinishSignIn => routing::post(door::finish),
        Deed::SeeInvitation => routing::get(invitation::see),
        Deed::StartInvitation => routing::post(invitation::start),
        Deed::FinishInvitation => routing::post(invitation::finish),
        Deed::SignOut => routing::post(door::leave),
        Deed::SeeHome => routing::get(home::see),
        Deed::SeeTeam => routing::get(team::see),
        Deed::Invite => routing::post(team::invite),
        Deed::End => routing::post(team::end),
        Deed::ReadActs => routing::get(acts::see),
        Deed::SeeHelpers => routing::get(helpers::see),
        Deed::Approve => routing::post(helpers::approve),
        Deed::Withdraw => routing::post(helpers::withdraw),
        Deed::SeeStock => routing::get(stock::see),
        Deed::SeeItem => routing::get(stock::one),
        Deed::AddItems => routing::post(stock::add),
        Deed::MoveItems => routing::post(stock::change),
        Deed::TakeOutItems => routing::post(stock::take_out),
        Deed::SeeReturn => routing::get(lending::see),
        Deed::WipeItem => routing::post(lending::wipe),
        Deed::LendItem => routing::post(lending::lend),
        Deed::SeeCharter => routing::get(charter::see),
        Deed::SeeSessions => routing::get(activity::see),
        Deed::RecordSession => routing::post(activity::record),
        Deed::RemoveSession => routing::post(activity::remove),
        Deed::ExportSessions => routing::get(export::sessions),
        Deed::SeeFigures => routing::get(figures::see),
        Deed::ExportFigures => routing::get(figures::export),
        Deed::SeeNeeds => routing::get(needs::see),
        Deed::TellNeeds => routing::post(needs::tell),
        Deed::SeeAttestations => routing::get(attestations::see),
        Deed::Attest => routing::post(attestations::attest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_try_to_come_in_is_taken_where_it_begins() {
        for page in PAGES {
            let begins = page.path.ends_with("/debut");
            assert_eq!(page.throttle == Throttle::Knock, begins, "{}", page.path);
        }
    }

    #[test]
    fn whatever_writes_is_less() {
        for page in PAGES {
            // A file that is taken along is written down. Whoever leaves may always leave.
            let writes = page.body == Body::Form && page.deed != Deed::SignOut
                || page.deed == Deed::ExportSessions;
            assert_eq!(page.throttle == Throttle::Writes, writes, "{}", page.path);
        }
    }

    #[test]
    fn every_deed_has_a_page_and_only_reading_needs_no_body() {
        let routed: BTreeSet<_> = PAGES.iter().map(|page| page.deed).collect();
        assert_eq!(routed, Deed::ALL.iter().copied().collect());
        for page in PAGES {
            let reads = page.method == Method::GET;
            assert_eq!(reads, page.body == Body::Empty, "{}", page.path);
        }
    }
}
