//! My sticks and security keys: each that opens the space, another one added, and one that is lost blocked or taken out.

use super::{
    Answer,
    code::chosen,
    papers::{opened, opened_mut},
    prove,
};
use crate::{
    desk::Desk,
    dto::{Code as Typed, Home, PreparedView, Problem, Proof, StickView},
};
use crypto::recovery::CardCode;
use key_core::{
    Space, Stick, Trouble, WallWatch, recovery,
    stick::{Folder, Stage},
};
use tauri::State;
use wire::{SlotId, random::System, structure::VoucherKind};

/// Every stick and security key of the space: the one in use, then the others as they came.
#[tauri::command]
pub(crate) async fn sticks(desk: State<'_, Desk>) -> Answer<Vec<StickView>> {
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        space.refresh().await?;
        Ok(all(space))
    })
    .await
}

/// Blocks another stick or security key at once, or lets it go again.
#[tauri::command]
pub(crate) async fn freeze_stick(desk: State<'_, Desk>, id: String, freeze: bool) -> Answer<()> {
    let slot = slot(&id)?;
    desk.unless_shut(async {
        let space = desk.space().await;
        Ok(opened(&space)?.suspend(slot, freeze).await?)
    })
    .await
}

/// Takes another stick or security key out for good. One that is out already is what was wanted.
#[tauri::command]
pub(crate) async fn revoke_stick(
    desk: State<'_, Desk>,
    code: Proof,
    id: String,
) -> Answer<Vec<StickView>> {
    let slot = slot(&id)?;
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let administration = prove::administer(&desk, space, &code).await?;
        match administration.revoke(slot, &mut System::new()).await {
            Err(Trouble::Gone) => {}
            revoked => revoked?,
        }
        Ok(all(space))
    })
    .await
}

/// Gives the stick in use fresh secrets under the same code: every copy of it is dead afterwards. The space is
/// opened with it anew.
#[tauri::command]
pub(crate) async fn renew_stick(desk: State<'_, Desk>, code: Typed) -> Answer<Home> {
    let code = code.read()?;
    let turn = desk.turn();
    desk.unless_shut(async {
        let (stick, watch, random) = (desk.stick(), WallWatch::start(), &mut System::new());
        {
            // Nobody writes on the stick or the space meanwhile.
            let space = desk.space().await;
            opened(&space)?;
            key_core::renew(&stick, &code, random, &watch).await?;
        }
        let again = key_core::open(&stick, &code, random, &watch).await?;
        let home = Home::of(&again.space, &again.notices);
        desk.put(again.space, turn).await?;
        Ok(home)
    })
    .await
}

/// How many sticks to add are plugged in beside this one, and what one was prepared for that is none of them. The
/// page asks while somebody looks for one.
#[tauri::command(async)]
pub(crate) fn prepared_sticks(desk: State<'_, Desk>) -> PreparedView {
    let (found, others) = prepared(desk.folder());
    PreparedView {
        found: found.len(),
        other: others.first().map(|kind| match kind {
            VoucherKind::Recovery => "recovery",
            VoucherKind::Account | VoucherKind::Slot => "account",
        }),
    }
}

/// Makes the one prepared stick beside this one open the space too, with the same code: nobody has to learn
/// another one. Whoever opened with a security key has chosen one for it.
#[tauri::command]
pub(crate) async fn add_stick(
    desk: State<'_, Desk>,
    code: Proof,
    own: Option<Typed>,
) -> Answer<Vec<StickView>> {
    let its_code = match (&code, own) {
        (Proof::Code(same), None) => same.read()?,
        (_, Some(own)) => chosen(&own)?,
        (Proof::Pin { .. }, None) => return Err(Problem::gone()),
    };
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let (mut beside, _) = prepared(desk.folder());
        let (Some(other), true) = (beside.pop(), beside.is_empty()) else {
            return Err(Problem::no_other_stick());
        };
        let mut administration = prove::administer(&desk, space, &code).await?;
        let random = &mut System::new();
        administration.add_stick(&other, &its_code, random).await?;
        Ok(all(space))
    })
    .await
}

/// Blocks every stick of the space that a card belongs to, or lets them go again. Whoever lost theirs does it
/// from any stick of the structure.
#[tauri::command]
pub(crate) async fn freeze_by_card(
    desk: State<'_, Desk>,
    card: String,
    freeze: bool,
) -> Answer<()> {
    let card = CardCode::parse(&card).map_err(|_| Problem::not_card())?;
    desk.touch();
    desk.unless_shut(async { Ok(recovery::suspend_by_card(&desk.stick(), &card, freeze).await?) })
        .await
}

pub(super) fn all(space: &Space) -> Vec<StickView> {
    let own = space.slot();
    let mut slots = space.slots();
    slots.sort_by_key(|slot| (*slot != own, space.added(*slot)));
    let view = |slot: &SlotId| StickView {
        id: slot.to_hex(),
        own: *slot == own,
        security_key: space.is_of_security_key(*slot),
        since: space.added(*slot),
    };
    slots.iter().map(view).collect()
}

/// Sticks to add in the folders beside this one's, for a computer puts each stick into one; and what the new ones
/// among the others were prepared for.
fn prepared(own: &Folder) -> (Vec<Stick>, Vec<VoucherKind>) {
    let beside = own.path().parent().and_then(|place| place.read_dir().ok());
    let folders = beside.into_iter().flatten().filter_map(Result::ok);
    let others = folders
        .map(|entry| entry.path())
        .filter(|path| path != own.path());
    let (mut sticks, mut other) = (Vec::new(), Vec::new());
    for stick in others.map(|path| Stick::new(Folder::new(path))) {
        match (stick.stage(), stick.prepared_for()) {
            (Ok(Stage::New), Ok(Some(VoucherKind::Slot))) => sticks.push(stick),
            (Ok(Stage::New), Ok(Some(kind))) => other.push(kind),
            _ => {}
        }
    }
    (sticks, other)
}

fn slot(id: &str) -> Answer<SlotId> {
    SlotId::from_hex(id).ok_or_else(Problem::gone)
}
