//! How a scene comes to its past: a person's days with papers, notes, a second stick, a lost one.

use super::{liar::Liar, lies::read_sync, scene::Scene};
use crate::{
    canary::Canaries,
    world::{CODE, OTHER_CODE, World, code, open, unhurried},
};
use anyhow::{Context, Result};
use key_core::{Space, Stick, WallWatch, stick::Folder as StickFolder};
use std::io::Cursor;
use wire::{
    Random, Realm,
    api::{SyncAnswer, SyncRequest},
    folder::Folder,
    log::Head,
    random::System,
    structure::VoucherKind,
};

/// Bytes of the longest paper: some chunks.
const LONG: usize = 300_000;

impl Scene {
    /// One stick, papers and notes in some folders, opened and locked a few times.
    ///
    /// # Errors
    /// Where something of it does not work.
    pub async fn short() -> Result<Self> {
        let (world, liar) = begin().await?;
        let mut random = System::new();
        let canaries = Canaries::make(24, &mut random);
        let (stick, made) = world.new_space("cle").await?;
        let mut space = made.opened.space;
        let first = space.slot();
        furnish(&mut space, &canaries, &mut random).await?;
        let handle = Stick::new(stick.clone());
        space.lock(&handle, &mut random).await?;
        let mut past = Vec::new();
        for round in 0..2 {
            let mut space = space_of(&stick, CODE).await?;
            past.push(whole_answer(&liar)?);
            edit(&mut space, &canaries, round, &mut random).await?;
            space.lock(&handle, &mut random).await?;
        }
        Self::of(world, liar, stick, CODE, first, past, canaries).await
    }

    /// The same on a second stick, from which the first was revoked; then a new card was made.
    ///
    /// # Errors
    /// Where something of it does not work.
    pub async fn long() -> Result<Self> {
        Self::on_a_second_stick(true).await
    }

    /// The same on a second stick, while the first opens the space too.
    ///
    /// # Errors
    /// Where something of it does not work.
    pub async fn pair() -> Result<Self> {
        Self::on_a_second_stick(false).await
    }

    async fn on_a_second_stick(is_revoked: bool) -> Result<Self> {
        let (world, liar) = begin().await?;
        let (mut random, watch) = (System::new(), WallWatch::start());
        let canaries = Canaries::make(24, &mut random);
        let (lost, made) = world.new_space("lost").await?;
        let mut space = made.opened.space;
        furnish(&mut space, &canaries, &mut random).await?;
        let (first, gone) = (Stick::new(lost.clone()), space.slot());
        let stick = world.stick("cle", VoucherKind::Slot)?;
        let handle = Stick::new(stick.clone());
        space
            .administer(&first, &code(CODE), &mut random, &watch)
            .await?
            .add_stick(&handle, &code(OTHER_CODE), &mut random)
            .await?;
        space.lock(&first, &mut random).await?;

        let mut past = Vec::new();
        for round in 0..if is_revoked { 4 } else { 1 } {
            let mut space = space_of(&stick, OTHER_CODE).await?;
            past.push(whole_answer(&liar)?);
            edit(&mut space, &canaries, round, &mut random).await?;
            if round == 1 {
                let administration = space
                    .administer(&handle, &code(OTHER_CODE), &mut random, &watch)
                    .await?;
                administration.revoke(gone, &mut random).await?;
            }
            if round == 2 {
                let mut administration = space
                    .administer(&handle, &code(OTHER_CODE), &mut random, &watch)
                    .await?;
                administration.new_card(&mut random).await?;
            }
            space.lock(&handle, &mut random).await?;
        }
        Self::of(world, liar, stick, OTHER_CODE, gone, past, canaries).await
    }
}

/// A world whose portal lets itself be asked as often as it takes, with a liar before it.
///
/// # Errors
/// Where it does not start.
pub async fn begin() -> Result<(World, Liar)> {
    let world = World::with(Realm::Prod, unhurried).await?;
    let liar = Liar::before(&world).await?;
    Ok((world, liar))
}

/// The last answer to an app that asked for the whole space.
///
/// # Errors
/// Where nobody has asked for it.
pub fn whole_answer(liar: &Liar) -> Result<SyncAnswer> {
    let heard = liar.heard("POST /v1/sync");
    let whole = heard.iter().rev().find(|exchange| {
        let request = wire::decode_canonical::<SyncRequest>(&exchange.asked.body, 4 << 10);
        request.is_ok_and(|request| request.log == Head::NONE)
    });
    let truth = whole.and_then(|exchange| exchange.truth.as_ref());
    read_sync(&truth.context("nobody has opened yet")?.body).context("an answer to sync")
}

async fn space_of(stick: &StickFolder, code: &str) -> Result<Space> {
    Ok(open(stick, code).await?.space)
}

/// Papers of several sizes and notes, in four folders.
async fn furnish(space: &mut Space, canaries: &Canaries, random: &mut dyn Random) -> Result<()> {
    let words = canaries.words();
    for (index, size) in [LONG, 150_000, 2_000].into_iter().enumerate() {
        let mut content = vec![0; size];
        random.fill(&mut content);
        content[..words[index].len()].copy_from_slice(words[index].as_bytes());
        let (length, media) = (content.len() as u64, "application/octet-stream");
        let (folder, title) = (Folder::Papiers, &words[index + 3]);
        space
            .put_paper(folder, title, media, Cursor::new(content), length, random)
            .await?;
    }
    for (index, folder) in [Folder::Private, Folder::Argent, Folder::Logement]
        .into_iter()
        .enumerate()
    {
        let (title, text) = (&words[index + 6], &words[index + 9]);
        space.put_note(folder, title, text, random).await?;
    }
    Ok(())
}

/// A day's changes: a new note, a new name, something into the bin.
async fn edit(
    space: &mut Space,
    canaries: &Canaries,
    round: usize,
    random: &mut dyn Random,
) -> Result<()> {
    let words = canaries.words();
    let (title, text) = (&words[12 + 2 * round], &words[13 + 2 * round]);
    let note = space.put_note(Folder::Famille, title, text, random).await?;
    if round == 0 {
        space.delete(Folder::Famille, note, random).await?;
    }
    let private = space.list(Folder::Private)[0].id;
    let name = format!("{title} {round}");
    space
        .rename(Folder::Private, private, &name, random)
        .await?;
    Ok(())
}
