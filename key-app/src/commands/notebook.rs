//! The notebook of loans: which number somebody has. It is the structure's own, in its own space.

use super::{
    Answer,
    papers::{opened, opened_mut},
    written::{given, needed},
};
use crate::{
    chooser::{beside, keep},
    desk::Desk,
    dto::{LoanView, Problem, lent},
};
use jiff::{Timestamp, tz::TimeZone};
use key_core::sheets::{Loan, Sheet, lend, loan_key, loans_table, read_loan_key};
use std::io::Write;
use tauri::{AppHandle, Runtime, State};
use wire::random::System;

const NAME: &str = "carnet.csv";

#[tauri::command]
pub(crate) async fn loans(desk: State<'_, Desk>) -> Answer<Vec<LoanView>> {
    desk.unless_shut(async {
        let space = desk.space().await;
        Ok(views(&opened(&space)?.sheet().await?))
    })
    .await
}

/// Writes down who has a thing. `seen` is the name that the page shows beside this number, none for a new one: any other
/// name that a colleague has written meanwhile is not written over.
#[tauri::command]
pub(crate) async fn keep_loan(
    desk: State<'_, Desk>,
    kind: String,
    number: u32,
    name: String,
    note: String,
    seen: Option<String>,
) -> Answer<Vec<LoanView>> {
    let key = lent(&kind).and_then(|lent| loan_key(lent, number));
    let key = key.ok_or_else(Problem::empty)?;
    let (name, note) = (needed(&name)?, given(&note)?);
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        // What a colleague wrote since this page was shown.
        space.refresh().await?;
        let before: Sheet<Loan> = space.sheet().await?;
        let loan = lend(before.get(&key), seen.as_deref(), name, note, space.time());
        let loan = loan.ok_or_else(Problem::loan_there)?;
        let sheet = space
            .note_down(&key, Some(loan), &mut System::new())
            .await?;
        Ok(views(&sheet))
    })
    .await
}

/// Takes somebody out.
#[tauri::command]
pub(crate) async fn remove_loan(desk: State<'_, Desk>, key: String) -> Answer<Vec<LoanView>> {
    read_loan_key(&key).ok_or_else(Problem::gone)?;
    desk.unless_shut(async {
        let mut space = desk.space().await;
        let space = opened_mut(&mut space)?;
        let sheet = space
            .note_down::<Loan>(&key, None, &mut System::new())
            .await?;
        Ok(views(&sheet))
    })
    .await
}

/// Writes the whole notebook into a file that the person chooses. False where they think better of it.
#[tauri::command]
pub(crate) async fn export_loans<R: Runtime>(
    app: AppHandle<R>,
    desk: State<'_, Desk>,
) -> Answer<bool> {
    desk.touch();
    let turn = desk.turn();
    let Some(place) = desk.chooser().place(&app, NAME).await else {
        return Ok(false);
    };
    desk.same(turn)?;
    desk.unless_shut(async {
        let space = desk.space().await;
        let loans = opened(&space)?.sheet().await?;
        let day = |time: u64| {
            let time = i64::try_from(time).ok();
            let time = time.and_then(|time| Timestamp::from_second(time).ok());
            let zoned = time.map(|time| time.to_zoned(TimeZone::system()));
            zoned.map_or_else(String::new, |zoned| zoned.strftime("%d/%m/%Y").to_string())
        };
        let heads = ["Quoi", "Numéro", "Nom", "Remarque", "Depuis"];
        let word = |lent| LoanView::french(lent).to_owned();
        let table = loans_table(&loans, heads, word, day).map_err(|_| Problem::not_saved())?;
        let mut file = beside(&place).map_err(|_| Problem::not_saved())?;
        file.write_all(&table).map_err(|_| Problem::not_saved())?;
        keep(file, &place).map_err(|_| Problem::not_saved())?;
        Ok(true)
    })
    .await
}

fn views(sheet: &Sheet<Loan>) -> Vec<LoanView> {
    sheet.iter().filter_map(LoanView::of).collect()
}
