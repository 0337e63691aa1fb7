//! Sticks by the dozen: what they are made from is chosen, then whatever is plugged in is written. Vouchers are files of
//! the mediator; nothing of the open space goes into a stick (ADR 0039).

use super::{Answer, papers::opened, rights::save};
use crate::{
    desk::Desk,
    dto::{FleetView, OfferView, Problem},
    fleet::{Chosen, Lines, Work, at_work, lines},
};
use key_core::{
    WallWatch, Watch,
    contents::PublicKey,
    fleet::{
        Fault, Fleet, News, Numbers, Offer, Place, Plan, Probe, Programs, Table, reach, sheet,
        volumes::Computer,
    },
    sheets::{Lent, Loan, Sheet, read_loan_key},
};
use std::{
    collections::BTreeSet,
    path::PathBuf,
    sync::{Arc, Mutex},
};
use tauri::{AppHandle, Manager, Runtime, State};
use wire::Realm;

/// Chooses the folder of vouchers. Nothing where the person thinks better of it.
#[tauri::command]
pub(crate) async fn choose_vouchers<R: Runtime>(
    app: AppHandle<R>,
    desk: State<'_, Desk>,
) -> Answer<Option<OfferView>> {
    let turn = desk.turn();
    let Some(folder) = desk.chooser().folder(&app, "bons").await else {
        return Ok(None);
    };
    desk.same(turn)?;
    desk.fleet().vouchers = None;
    Ok(Some(offer(&desk, turn, folder).await?))
}

/// Chooses the folder of programs, where the stick in use does not have all of them.
#[tauri::command]
pub(crate) async fn choose_programs<R: Runtime>(
    app: AppHandle<R>,
    desk: State<'_, Desk>,
) -> Answer<Option<OfferView>> {
    let turn = desk.turn();
    let Some(folder) = desk.chooser().folder(&app, "programmes").await else {
        return Ok(None);
    };
    desk.same(turn)?;
    let chosen = desk.fleet().vouchers.clone().ok_or_else(Problem::gone)?;
    desk.fleet().programs = Some(folder);
    Ok(Some(offer(&desk, turn, chosen.folder).await?))
}

/// Begins to write whatever is plugged in. `whole`: each stick is filled once, to be certain of its size.
#[tauri::command]
pub(crate) async fn begin_fleet<R: Runtime>(
    app: AppHandle<R>,
    desk: State<'_, Desk>,
    first: u32,
    count: u32,
    whole: bool,
) -> Answer<FleetView> {
    let turn = desk.turn();
    let now = opened(&*desk.space().await)?.time();
    let numbers = Numbers::new(first, count)?;
    let (chosen, programs, before) = {
        let mut laid = desk.fleet();
        let chosen = laid.vouchers.clone().ok_or_else(Problem::gone)?;
        (chosen, laid.programs.clone(), laid.work.take())
    };
    let own = desk.folder().path().to_owned();
    let (vouchers, stick) = (chosen.folder, desk.stick());
    let mut spared = vec![own.clone(), vouchers.clone()];
    spared.extend(programs.clone());
    let fleet = tokio::task::spawn_blocking(move || {
        if let Some(before) = before {
            before.end();
        }
        let plan = Plan::of(&vouchers, &stick, numbers)?;
        if (plan.realm, plan.structure) != chosen.structure {
            return Err(Problem::of_fleet("folderChanged"));
        }
        let programs = read(&own, programs)?;
        Ok::<_, Problem>(Fleet::open(plan, programs, &vouchers, now)?)
    });
    let table = Table {
        fleet: Arc::new(fleet.await.map_err(|_| Problem::gone())??),
        spared,
        probe: if whole { Probe::Whole } else { Probe::Marks },
    };
    let (hand, inbox) = reach();
    let heard = Arc::new(Mutex::new(Lines::default()));
    let work = Work {
        fleet: Arc::clone(&table.fleet),
        numbers,
        lines: Arc::clone(&heard),
        hand,
        thread: Some(std::thread::spawn(move || {
            let watch = WallWatch::start();
            // The portal's time, whatever this computer's clock says.
            let clock = || Some(now + watch.elapsed().as_secs());
            let tell = &mut |place: &Place, news: News| {
                // Somebody plugs sticks in, or has one tried for an hour: shutting the space would stop it.
                app.state::<Desk>().touch();
                lines(&heard).hear(place, news);
            };
            let watched = table.watch(&computer(), inbox, &clock, tell);
            let mut heard = lines(&heard);
            heard.failed = watched.is_err();
            heard.over = true;
        })),
    };
    let view = FleetView::of(&work);
    let mut laid = desk.fleet();
    // Shut meanwhile: the work ends as it is dropped.
    desk.same(turn)?;
    laid.work = Some(work);
    Ok(view)
}

/// How far the sticks are; nothing where none are being prepared. The page asks by itself.
#[tauri::command]
pub(crate) fn fleet(desk: State<'_, Desk>) -> Option<FleetView> {
    desk.fleet().work.as_ref().map(FleetView::of)
}

/// Somebody said of this stick, twice, that what lies on it goes.
#[tauri::command]
pub(crate) fn erase_stick(desk: State<'_, Desk>, id: u64) -> Answer<()> {
    desk.touch();
    let laid = desk.fleet();
    let work = at_work(&laid)?;
    let place = lines(&work.lines).erasable(id);
    // It was pulled out while the question stood there.
    let place = place.ok_or_else(|| Problem::of_fleet("fleetGone"))?;
    work.hand.erase(place);
    Ok(())
}

/// The stick that a number was begun on is lost: the number goes on another one, with another voucher.
#[tauri::command]
pub(crate) async fn give_up_number(desk: State<'_, Desk>, number: u32) -> Answer<FleetView> {
    let now = opened(&*desk.space().await)?.time();
    let laid = desk.fleet();
    let work = at_work(&laid)?;
    work.fleet.give_up(number, now)?;
    Ok(FleetView::of(work))
}

/// Stops. What is being written goes on another day.
#[tauri::command]
pub(crate) async fn stop_fleet(desk: State<'_, Desk>) -> Answer<()> {
    desk.touch();
    let work = desk.fleet().work.take();
    if let Some(work) = work {
        let ending = tokio::task::spawn_blocking(|| work.end());
        ending.await.map_err(|_| Problem::gone())?;
    }
    Ok(())
}

/// Saves what is printed for the numbers: labels to stick on, or cards to hand out. False where the person thinks
/// better of it.
#[tauri::command]
pub(crate) async fn save_sheet<R: Runtime>(
    app: AppHandle<R>,
    desk: State<'_, Desk>,
    cards: bool,
    name: String,
    phone: String,
) -> Answer<bool> {
    desk.touch();
    let (numbers, realm) = {
        let laid = desk.fleet();
        let work = at_work(&laid)?;
        (work.numbers, work.fleet.plan().realm)
    };
    let said = sheet::Said::new(&name, &phone)?.for_practice(realm == Realm::Practice);
    let (named, pdf) = match cards {
        true => ("cartes.pdf", sheet::cards(&said, numbers)),
        false => ("etiquettes.pdf", sheet::labels(&said, numbers, 0)?),
    };
    let Some(place) = desk.chooser().place(&app, named).await else {
        return Ok(false);
    };
    save(place, pdf).await?;
    Ok(true)
}

/// What a folder of vouchers is good for, for sticks of the practice structure that it names, or else of the structure of
/// the stick in use. Where it is believed it is the one that was chosen.
async fn offer(desk: &Desk, turn: u64, vouchers: PathBuf) -> Answer<OfferView> {
    let (now, realm, lent) = {
        let space = desk.space().await;
        let space = opened(&space)?;
        // Without the portal nobody knows: sticks are prepared all the same.
        let loans: Sheet<Loan> = space.sheet().await.unwrap_or_default();
        (space.time(), space.realm(), lent(&loans))
    };
    let (own, stick) = (desk.folder().path().to_owned(), desk.stick());
    let programs = desk.fleet().programs.clone();
    let reading = tokio::task::spawn_blocking(move || {
        let plan = Plan::of(&vouchers, &stick, Numbers::new(1, 1)?)?;
        // Numbers of real sticks are no numbers of practice sticks.
        let lent = if plan.realm == realm {
            lent
        } else {
            Vec::new()
        };
        let last = lent.last().copied().unwrap_or_default();
        let programs = read(&own, programs).is_ok();
        let offer = Offer::read(&plan, &vouchers, last, now)?;
        let chosen = Chosen {
            folder: vouchers,
            structure: (plan.realm, plan.structure),
        };
        let view = OfferView::of(offer, lent, programs, plan.realm);
        Ok::<_, Fault>((view, chosen))
    });
    let (view, chosen) = reading.await.map_err(|_| Problem::gone())??;
    let mut laid = desk.fleet();
    desk.same(turn)?;
    laid.vouchers = Some(chosen);
    Ok(view)
}

/// Numbers of sticks that somebody has, in order.
fn lent(loans: &Sheet<Loan>) -> Vec<u32> {
    let keys = loans.iter().filter_map(|(key, _)| read_loan_key(key));
    let sticks = keys.filter(|(lent, _)| *lent == Lent::Stick);
    let numbers: BTreeSet<u32> = sticks.map(|(_, number)| number).collect();
    numbers.into_iter().collect()
}

/// The programs of the folder that was chosen, or of the stick in use.
fn read(own: &std::path::Path, chosen: Option<PathBuf>) -> Result<Programs, Fault> {
    let key = PublicKey::compiled();
    match chosen {
        Some(folder) => Programs::read(&folder, key.as_ref()),
        None => Programs::of_stick(own, key.as_ref()),
    }
}

/// This computer; in tests one whose volumes are named otherwise.
pub(super) fn computer() -> Computer {
    #[cfg(all(target_os = "linux", any(feature = "webdriver", feature = "bridge")))]
    if let Some(sys) = std::env::var_os("CLE_SYS") {
        return Computer::with_sys(sys.into());
    }
    Computer::here()
}
