//! What happens without being asked: at the start, after a commit, every minute and hour. Each rule is a
//! function of a transaction and the time; here they only get called.

use std::time::Duration;

use tokio::time::interval;
use wire::{BlobId, Code, gate::Order};

use crate::{
    accounts,
    app::{App, Shared, aside},
    domain::{
        Outcome, blobs,
        ceremony::index,
        deletion,
        desk::acts,
        expiry,
        gate::{self, orders},
        idle, outbox,
    },
    erase,
    http::destroy,
    store::{Read, Table},
    tombstones,
};

/// How often what has ended goes.
const MINUTE: Duration = Duration::from_secs(60);
/// How often everything else is done.
const HOUR: Duration = Duration::from_secs(3_600);
/// Lines read in one transaction, so that nobody waits long behind it.
const PAGE: usize = 128;

/// Runs the work of every minute and of every hour until the portal stops.
pub(crate) async fn run(app: Shared) {
    let (mut minutes, mut hours) = (interval(MINUTE), interval(HOUR));
    loop {
        let done = tokio::select! {
            biased;
            _ = hours.tick() => {
                // By themselves: a gate that is silent does not hold up the cleaning.
                app.onward.tell();
                hourly(&app).await
            }
            _ = minutes.tick() => minutely(&app).await,
        };
        if let Err(refusal) = done {
            tracing::error!(code = refusal.code.as_str(), "the cleaning was cut short");
        }
    }
}

/// Hands orders to the portal's own gate whenever a commit brought some, until the portal stops.
pub(crate) async fn hand_on_when_told(app: Shared) {
    loop {
        app.orders.notified().await;
        hand_on(&app).await;
    }
}

/// What is done every minute.
async fn minutely(app: &Shared) -> Outcome<()> {
    sweep(app).await?;
    erase::run(app).await
}

/// Ends what has ended.
pub(crate) async fn sweep(app: &Shared) -> Outcome<()> {
    let now = app.now();
    while app.write(move |tx| expiry::sweep(tx, now, PAGE)).await? == PAGE {}
    while app
        .write_gate(move |tx| expiry::sweep(tx, now, PAGE))
        .await?
        == PAGE
    {}
    Ok(())
}

/// What is done every hour, but for the gates elsewhere.
pub(crate) async fn hourly(app: &Shared) -> Outcome<()> {
    sweep(app).await?;
    // Their trouble is told last: nothing else waits for a row that is damaged, or a folder that takes nothing.
    let idle = end_idle(app).await;
    let erased = erase::run(app).await;
    hand_on(app).await;
    give_up_uploads(app).await?;
    empty_trash(app).await?;
    destroy_gone(app).await?;
    forget_logins(app).await?;
    let (asking, now) = (app.clone(), app.now());
    aside(move || asking.asked.prune(now)).await?;
    idle.and(erased)
}

/// Looks once a day for spaces that nobody opens any more, and writes down which go.
async fn end_idle(app: &Shared) -> Outcome<()> {
    let _one_at_a_time = app.looking.lock().await;
    let now = app.now();
    let Some(mut look) = app.read(move |read| idle::begin(read, now)).await? else {
        return Ok(());
    };
    loop {
        let (place, mut next) = (app.place.clone(), look);
        let (done, after) = app
            .write(move |tx| Ok((idle::step(tx, &place, &mut next, now)?, next)))
            .await?;
        look = after;
        if done {
            break;
        }
    }
    let path = app.settings.idle();
    aside(move || accounts::put(&path, &look.noticed)).await
}

/// Forgets who came in at the desk, and when, half a year later.
async fn forget_logins(app: &Shared) -> Outcome<()> {
    let (now, mut after) = (app.now(), None);
    loop {
        let (old, next) = app
            .read(move |read| acts::old_logins(read, after.as_deref(), now, PAGE))
            .await?;
        if !old.is_empty() {
            app.write(move |tx| {
                for key in old {
                    tx.delete(Table::StaffActs, key);
                }
                Ok(())
            })
            .await?;
        }
        if next.is_none() {
            return Ok(());
        }
        after = next;
    }
}

/// Gives up uploads that began long ago and that nobody works on.
async fn give_up_uploads(app: &Shared) -> Outcome<()> {
    let now = app.now();
    for blob in app.read(move |read| blobs::forgotten(read, now)).await? {
        if !app.uploads.is_active(&blob) {
            app.blobs.delete(&blob).await?;
            app.write(move |tx| blobs::release(tx, &blob)).await?;
        }
    }
    Ok(())
}

/// Before the first request: no deleted space has come back, uploads that a stop cut are given up, and
/// secrets that a stop kept from being destroyed are. A secret without a record stays: its stick will enrol again, and a gate whose
/// store was lost must not lose its secrets too.
pub(crate) async fn recover(app: &Shared) -> Outcome<()> {
    let folder = app.settings.path(&app.settings.file.gate.backup);
    let space = app.space.clone();
    aside(move || tombstones::replay(&folder, &space)).await?;
    let now = app.now();
    app.write(move |tx| deletion::resume(tx, now)).await?;
    index_cards(app).await?;
    loop {
        let cut = app.read(|read| {
            let rows = read.scan(Table::Uploads, &[], None, PAGE)?.into_iter();
            Ok(rows
                .filter_map(|(key, _)| BlobId::from_slice(&key))
                .collect())
        });
        let cut: Vec<BlobId> = cut.await?;
        if cut.is_empty() {
            break;
        }
        for blob in cut {
            app.blobs.delete(&blob).await?;
            app.write(move |tx| blobs::release(tx, &blob)).await?;
        }
    }
    app.write(expiry::recount).await?;
    app.write_gate(expiry::recount).await?;
    destroy_gone(app).await
}

/// Finds cards of policies that an earlier version took.
async fn index_cards(app: &Shared) -> Outcome<()> {
    let mut after = None;
    loop {
        let from = after;
        let (done, next) = app
            .write(move |tx| {
                let mut at = from;
                Ok((index::catch_up(tx, &mut at)?, at))
            })
            .await?;
        if done {
            return Ok(());
        }
        after = next;
    }
}

/// Destroys secrets whose tombstones are durable.
async fn destroy_gone(app: &Shared) -> Outcome<()> {
    let (gate, files) = (app.gate.clone(), app.gate_files.clone());
    let gone = aside(move || {
        let keys = files.list()?;
        gate.read(|read| gate::gone(read, &keys))
    });
    destroy(app, gone.await?).await;
    Ok(())
}

/// Hands waiting orders to the portal's own gate. What the gate refuses by its rules is done with; what it cannot
/// take now waits for the next time.
pub(crate) async fn hand_on(app: &Shared) {
    if let Err(refusal) = try_hand_on(app).await {
        tracing::warn!(code = refusal.code.as_str(), "orders for the gate wait");
    }
}

async fn try_hand_on(app: &Shared) -> Outcome<()> {
    loop {
        let waiting = app.read(|read| outbox::waiting(read, PAGE)).await?;
        if waiting.is_empty() {
            return Ok(());
        }
        for (key, order) in waiting {
            hand_over(app, key, order).await?;
        }
    }
}

/// Hands one order over. No backup takes its moment between what the gate does and what the outbox
/// forgets, and two who hand on do not hand on the same.
async fn hand_over(app: &Shared, key: Vec<u8>, order: Order) -> Outcome<()> {
    let _one_at_a_time = app.handing.lock().await;
    let place = key.clone();
    if !app.read(move |read| outbox::waits(read, &place)).await? {
        return Ok(());
    }
    let (place, now) = (app.place.clone(), app.now());
    let mut secrets = app.gate_files.with(app.random());
    let done = app.write_gate(move |tx| orders::obey(tx, &place, &mut secrets, &order, now));
    match done.await {
        Ok(ordered) => destroy(app, ordered.destroy).await,
        Err(refusal) if matches!(refusal.code, Code::Unavailable | Code::Damaged) => {
            return Err(refusal);
        }
        Err(refusal) => {
            tracing::warn!(code = refusal.code.as_str(), "the gate refused an order");
        }
    }
    app.write(move |tx| {
        outbox::done(tx, &key);
        Ok(())
    })
    .await
}

/// Deletes the files of blobs that nothing knows any more.
pub(crate) async fn empty_trash(app: &App) -> Outcome<()> {
    loop {
        let trash = app
            .read(|read| Ok(read.scan(Table::Trash, &[], None, PAGE)?))
            .await?;
        if trash.is_empty() {
            return Ok(());
        }
        for (key, _) in trash {
            if let Some(blob) = BlobId::from_slice(&key) {
                app.blobs.delete(&blob).await?;
            }
            app.write(move |tx| {
                tx.delete(Table::Trash, key);
                Ok(())
            })
            .await?;
        }
    }
}
