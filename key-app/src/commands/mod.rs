//! Where a click enters: parse, call the core, answer with what the page may know.

mod along;
pub(crate) mod beside;
mod code;
mod contacts;
mod dates;
mod dropped;
mod entrusted;
mod feed;
mod fleet;
mod help;
mod helpers;
mod journal;
mod logins;
mod mandates;
mod needs;
mod newer;
mod notebook;
mod papers;
mod people;
mod practice;
mod prove;
mod recovery;
mod recovery_ask;
mod recovery_held;
mod rights;
mod scan;
mod security_key;
mod settings;
mod speech;
mod steps;
mod stick;
mod sticks;
mod written;

use crate::{
    desk::Desk,
    dto::{Problem, Start},
    guard::{self, Why},
};
use key_core::{Trouble, recovery::RecoveryStage, stick::Stage};
use tauri::{AppHandle, Runtime, State, ipc::Invoke};
use wire::structure::VoucherKind;

type Answer<T> = Result<T, Problem>;

/// Languages with complete texts.
const LANGUAGES: [&str; 9] = ["fr", "en", "ar", "uk", "es", "pt", "ro", "tr", "ru"];

/// Every command of the page.
pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        start,
        present,
        set_language,
        leave,
        code::propose_code,
        code::check_code,
        code::first_open,
        code::open,
        help::read_board,
        code::confirm_card,
        papers::list,
        papers::bin,
        papers::read,
        papers::put_paper,
        papers::stop,
        scan::scan_photo,
        scan::scan_page,
        scan::put_scan,
        papers::answers,
        papers::put_note,
        papers::rewrite_note,
        papers::rename,
        papers::move_to,
        papers::remove,
        papers::restore,
        dates::dates,
        dates::follow,
        dates::add_date,
        dates::unfollow,
        dates::date_done,
        needs::kinds,
        needs::classify,
        needs::needed,
        needs::search_papers,
        contacts::contacts,
        contacts::keep_contact,
        contacts::remove_contact,
        logins::logins,
        logins::keep_login,
        logins::remove_login,
        logins::show_login,
        logins::login_code,
        logins::copy_login,
        along::export_all,
        along::import_all,
        rights::save_dates,
        rights::delete_space,
        rights::keep_space,
        speech::speaks,
        speech::say,
        help::structure,
        helpers::helpers,
        helpers::find_helper,
        helpers::find_elsewhere,
        helpers::own_helper,
        helpers::ask_to_help,
        mandates::mandates,
        mandates::entrust,
        mandates::stop_mandate,
        mandates::save_mandate,
        journal::journal,
        beside::beside,
        dropped::put_entrusted,
        dropped::dropped,
        dropped::read_dropped,
        dropped::take_dropped,
        dropped::refuse_dropped,
        entrusted::entrusted,
        entrusted::open_entrusted,
        entrusted::read_entrusted,
        newer::newer_version,
        newer::take_version,
        newer::version_progress,
        notebook::loans,
        notebook::keep_loan,
        notebook::remove_loan,
        notebook::export_loans,
        people::call_person,
        recovery::recovery,
        recovery::arrange_recovery,
        recovery::new_card,
        recovery::veto_recovery,
        recovery_held::held,
        recovery_held::point_held,
        recovery_held::compare_held,
        recovery_held::approve_held,
        recovery_held::refuse_held,
        recovery_held::freeze_held,
        recovery_ask::check_card,
        recovery_ask::begin_recovery,
        recovery_ask::look_recovery,
        recovery_ask::differs_recovery,
        recovery_ask::give_up_recovery,
        recovery_ask::finish_recovery,
        settings::settings,
        settings::keep_setting,
        steps::services,
        steps::search_services,
        steps::open_site,
        stick::stick_contents,
        stick::search_stick,
        sticks::sticks,
        sticks::freeze_stick,
        sticks::revoke_stick,
        sticks::renew_stick,
        sticks::prepared_sticks,
        sticks::add_stick,
        sticks::freeze_by_card,
        fleet::choose_vouchers,
        fleet::choose_programs,
        fleet::begin_fleet,
        fleet::fleet,
        fleet::erase_stick,
        fleet::give_up_number,
        fleet::stop_fleet,
        fleet::save_sheet,
        practice::choose_practice,
        practice::practice,
        practice::reset_practice,
        security_key::look_security_key,
        security_key::open_with_security_key,
        security_key::add_security_key,
    ]
}

#[tauri::command]
fn start(desk: State<'_, Desk>) -> Start {
    let stick = match desk.stick().stage() {
        // Alone it opens nothing: it is said before a code is thought of.
        Ok(Stage::New) if matches!(desk.stick().prepared_for(), Ok(Some(VoucherKind::Slot))) => {
            "second"
        }
        Ok(Stage::New) => "new",
        Ok(Stage::Ready) => "ready",
        Err(Trouble::StickDamaged) => "damaged",
        Err(_) => "missing",
    };
    let recovery = match desk.stick().recovery() {
        Ok(Some(RecoveryStage::Prepared)) => Some("prepared"),
        Ok(Some(RecoveryStage::Begun)) => Some("begun"),
        Ok(None) | Err(_) => None,
    };
    let practice = desk
        .stick()
        .realm()
        .is_ok_and(|realm| realm == wire::Realm::Practice);
    Start {
        stick,
        recovery,
        practice,
        languages: languages(),
        language: desk.language(),
        largest: wire::limits::PAPER,
    }
}

/// Whether the stick is there. The page asks while somebody moves or types: somebody is there.
#[tauri::command]
fn present(desk: State<'_, Desk>) -> bool {
    desk.touch();
    desk.present()
}

#[tauri::command]
fn set_language(desk: State<'_, Desk>, language: String) {
    if LANGUAGES.contains(&language.as_str()) {
        desk.speak(&language);
    }
}

#[tauri::command]
async fn leave<R: Runtime>(app: AppHandle<R>) {
    guard::shut(&app, Why::Left).await;
    app.exit(0);
}

/// The computer's language first: it is the one that most people at it read.
fn languages() -> [&'static str; LANGUAGES.len()] {
    let mut languages = LANGUAGES;
    let first = language_of_the_computer();
    languages.sort_by_key(|language| *language != first);
    languages
}

/// The computer's language where its texts are complete, else French.
pub(crate) fn language_of_the_computer() -> &'static str {
    let wanted = sys_locale::get_locale().unwrap_or_default();
    let spoken = |language: &&&str| {
        wanted
            .split(['-', '_', '.'])
            .next()
            .is_some_and(|first| first.eq_ignore_ascii_case(language))
    };
    LANGUAGES
        .iter()
        .find(spoken)
        .copied()
        .unwrap_or(LANGUAGES[0])
}
