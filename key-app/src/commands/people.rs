//! What a helper calls people, for their own eyes.

use super::{
    Answer,
    papers::{opened, opened_mut},
};
use crate::{
    desk::Desk,
    dto::{Problem, account},
};
use key_core::{
    Space, Trouble,
    sheets::{Byname, Sheet, person_key},
};
use tauri::State;
use wire::random::System;

/// Names somebody, or takes the name away where it is empty.
#[tauri::command]
pub(crate) async fn call_person(desk: State<'_, Desk>, of: String, byname: String) -> Answer<()> {
    let (of, byname) = (account(&of)?, byname.trim());
    if byname.chars().count() > Byname::LONGEST || byname.chars().any(char::is_control) {
        return Err(Problem::too_large());
    }
    let called = (!byname.is_empty()).then(|| Byname(byname.to_owned()));
    desk.unless_shut(async {
        let mut space = desk.space().await;
        // Nothing is written where there is nothing to take away.
        if called.is_none() && opened(&space)?.sheet::<Byname>().await?.is_empty() {
            return Ok(());
        }
        let space = opened_mut(&mut space)?;
        let key = person_key(&of);
        space.note_down(&key, called, &mut System::new()).await?;
        Ok(())
    })
    .await
}

/// What the owner of the open space calls people. Where that cannot be read any more they go by their own
/// names: nobody is out of reach for it.
pub(super) async fn bynames(space: &Space) -> Answer<Sheet<Byname>> {
    match space.sheet().await {
        Err(Trouble::SheetDamaged | Trouble::Newer) => Ok(Sheet::default()),
        sheet => Ok(sheet?),
    }
}
