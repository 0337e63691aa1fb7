//! What is left of spaces whose days are over, removed step by step. Every step is durable, and each may
//! be the last before a stop: the next start goes on.

use wire::AccountId;

use crate::{
    app::{Shared, aside},
    domain::{
        Outcome, blobs, deletion,
        erasure::{self, HISTORY, KEYS, Page},
    },
    jobs,
    records::Erasure,
    store::{Reader, Table, Tx},
    tombstones,
};

/// Begins where days are over, and goes on where something is left.
pub(crate) async fn run(app: &Shared) -> Outcome<()> {
    let _one_at_a_time = app.erasing.lock().await;
    let now = app.now();
    for account in app.read(move |read| deletion::due(read, now)).await? {
        let place = app.place.clone();
        app.write(move |tx| erasure::begin(tx, &place, &account, now))
            .await?;
        app.orders_wait();
    }
    let left = app.read(|read| erasure::under_way(read)).await?;
    let is_some = !left.is_empty();
    let mut all = Ok(());
    for (account, row) in left {
        // One that cannot be ended now stops no other.
        all = all.and(erase(app, account, row).await);
    }
    if is_some {
        jobs::empty_trash(app).await?;
    }
    all
}

async fn erase(app: &Shared, account: AccountId, row: Erasure) -> Outcome<()> {
    let folder = app.settings.path(&app.settings.file.gate.backup);
    let since = row.since;
    // Before anything else goes: from here on no backup brings it back.
    aside(move || tombstones::write(&folder, &erasure::named(&account), since)).await?;
    rows(app, account, &KEYS).await?;
    if !give_up_uploads(app, account).await? {
        return Ok(());
    }
    each(
        app,
        move |read, after| erasure::blobs(read, &account, after),
        |tx, blob| blobs::discard(tx, &blob),
    )
    .await?;
    each(
        app,
        move |read, after| erasure::vouchers(read, &account, &row, after),
        |tx, (voucher, _)| erasure::forget_voucher(tx, &voucher),
    )
    .await?;
    each(
        app,
        move |read, after| erasure::answers(read, &account, after),
        |tx, request| {
            tx.delete(Table::Requests, request.0);
            Ok(())
        },
    )
    .await?;
    rows(app, account, &HISTORY).await?;
    // After everything that opens something: a file that cannot be written keeps none of that.
    let asking = app.clone();
    aside(move || asking.asked.forget(&account)).await?;
    app.write(move |tx| {
        erasure::end(tx, &account);
        Ok(())
    })
    .await
}

async fn rows(app: &Shared, account: AccountId, tables: &'static [Table]) -> Outcome<()> {
    while app
        .write(move |tx| erasure::rows(tx, &account, tables))
        .await?
    {}
    Ok(())
}

/// Whether none is left: one that somebody still sends ends by itself, for its session is gone.
async fn give_up_uploads(app: &Shared, account: AccountId) -> Outcome<bool> {
    let (mut after, mut is_done) = (None::<Vec<u8>>, true);
    loop {
        let page = app.read(move |read| erasure::uploads(read, &account, after.as_deref()));
        let page = page.await?;
        for blob in page.found {
            if app.uploads.is_active(&blob) {
                is_done = false;
                continue;
            }
            app.blobs.delete(&blob).await?;
            app.write(move |tx| blobs::release(tx, &blob)).await?;
        }
        after = page.next;
        if after.is_none() {
            return Ok(is_done);
        }
    }
}

/// Walks a table page by page, and changes what is found on each in one transaction.
async fn each<T: Send + 'static>(
    app: &Shared,
    look: impl Fn(&Reader<'_>, Option<&[u8]>) -> Outcome<Page<T>> + Clone + Send + 'static,
    change: impl Fn(&mut Tx<'_>, T) -> Outcome<()> + Clone + Send + 'static,
) -> Outcome<()> {
    let mut after = None::<Vec<u8>>;
    loop {
        let (look, from) = (look.clone(), after);
        let page = app.read(move |read| look(read, from.as_deref())).await?;
        if !page.found.is_empty() {
            let change = change.clone();
            app.write(move |tx| page.found.into_iter().try_for_each(|one| change(tx, one)))
                .await?;
        }
        after = page.next;
        if after.is_none() {
            return Ok(());
        }
    }
}
