//! One person who writes notes and gives them names, and knows which of it was acknowledged.

use super::Tally;
use crate::cast::Cast;
use anyhow::{Context, Result};
use key_core::{Space, Stick, Trouble, WallWatch, stick};
use wire::{ObjectId, folder::Folder, random::System, structure::VoucherKind};

/// Where the notes lie.
const FOLDER: Folder = Folder::Logement;
/// Notes a person keeps; further edits rename them, and now and then write one anew.
const NOTES: usize = 6;
/// Every so many edits write anew, unless names alone are changed.
const ANEW: u64 = 8;

/// A person at a computer.
pub struct Writer {
    name: String,
    stick: stick::Folder,
    digits: String,
    space: Space,
    notes: Vec<Note>,
    /// The number of the next edit: it is a note's new name.
    next: u64,
    names_alone: bool,
}

/// A note, and the edits of its name and its text.
struct Note {
    id: ObjectId,
    name: Edits,
    text: Edits,
}

/// Edits by their numbers.
struct Edits {
    /// The last one that was acknowledged.
    kept: u64,
    /// The last one that was tried.
    tried: u64,
}

impl Edits {
    fn at(edit: u64) -> Self {
        Self {
            kept: edit,
            tried: edit,
        }
    }

    /// What is there now, whether that is what it may be. From here on this is what was kept.
    fn found(&mut self, edit: u64) -> bool {
        let right = (self.kept..=self.tried).contains(&edit);
        self.kept = edit;
        right
    }
}

impl Writer {
    /// A new space on a new stick.
    ///
    /// # Errors
    /// Where the portal does not answer yet.
    pub async fn new(cast: &Cast, name: &str) -> Result<Self> {
        let folder = cast.stick(name);
        cast.provision(&folder, VoucherKind::Account).await?;
        let random = &mut System::new();
        let digits = key_core::code::propose_digits(random);
        let code = key_core::code::choose_digits(&digits)?;
        let stick = stick::Folder::new(folder);
        let watch = WallWatch::start();
        let made =
            key_core::first_opening(&Stick::new(stick.clone()), &code, random, &watch).await?;
        Ok(Self {
            name: name.to_owned(),
            stick,
            digits,
            space: made.opened.space,
            notes: Vec::new(),
            next: 1,
            names_alone: false,
        })
    }

    /// Changes names alone from now on: no text is stored, so nothing but the store's own care brings
    /// an edit to the disk.
    pub fn change_names_alone(&mut self) {
        self.names_alone = true;
    }

    /// One edit: a note for the first few times, then another name for one of them, or another text.
    /// `Ok` says that it was acknowledged.
    ///
    /// # Errors
    /// What the portal or its silence made of it.
    pub async fn edit(&mut self) -> Result<(), Trouble> {
        let edit = self.next;
        self.next += 1;
        let random = &mut System::new();
        let (title, text) = (edit.to_string(), text_of(&self.name, edit));
        if self.notes.len() < NOTES {
            let id = self.space.put_note(FOLDER, &title, &text, random).await?;
            let (name, text) = (Edits::at(edit), Edits::at(edit));
            self.notes.push(Note { id, name, text });
            return Ok(());
        }
        let turn = usize::try_from(edit).unwrap_or_default() % self.notes.len();
        let Some(Note {
            id,
            name: names,
            text: texts,
        }) = self.notes.get_mut(turn)
        else {
            return Ok(());
        };
        if edit.is_multiple_of(ANEW) && !self.names_alone {
            texts.tried = edit;
            self.space.rewrite_note(FOLDER, *id, &text, random).await?;
            texts.kept = edit;
        } else {
            names.tried = edit;
            self.space.rename(FOLDER, *id, &title, random).await?;
            names.kept = edit;
        }
        Ok(())
    }

    /// Looks, in the session that went through the crash, whether every acknowledged edit is there.
    ///
    /// # Errors
    /// Where the portal does not answer at all.
    pub async fn check(&mut self, tally: &mut Tally) -> Result<()> {
        if let Err(trouble) = self.space.refresh().await {
            anyhow::ensure!(
                matches!(
                    trouble,
                    Trouble::RolledBack | Trouble::Unverified | Trouble::Refused(_)
                ),
                "{}: {trouble}",
                self.name
            );
            println!("{}: {trouble}", self.name);
            tally.lost += 1;
            return Ok(());
        }
        self.compare(tally).await
    }

    /// The same after an opening with stick and code, as on another computer.
    ///
    /// # Errors
    /// Where it does not open.
    pub async fn open_and_check(&mut self, tally: &mut Tally) -> Result<()> {
        let code = key_core::code::choose_digits(&self.digits)?;
        let stick = Stick::new(self.stick.clone());
        let watch = WallWatch::start();
        let opened = key_core::open(&stick, &code, &mut System::new(), &watch).await;
        self.space = opened.with_context(|| self.name.clone())?.space;
        self.compare(tally).await
    }

    async fn compare(&mut self, tally: &mut Tally) -> Result<()> {
        let listed = self.space.list(FOLDER);
        for view in &listed {
            let content = self.space.read(FOLDER, view.id).await;
            let text = content.ok().and_then(|text| edit_of(&self.name, &text));
            let (Ok(name), Some(text)) = (view.title.parse::<u64>(), text) else {
                println!("{}: a note is torn", self.name);
                tally.torn += 1;
                continue;
            };
            match self.notes.iter_mut().find(|note| note.id == view.id) {
                Some(note) => {
                    let right = [note.name.found(name), note.text.found(text)];
                    tally.lost += right.iter().filter(|right| !**right).count() as u64;
                }
                // Its answer never came; it is there all the same.
                None => self.notes.push(Note {
                    id: view.id,
                    name: Edits::at(name),
                    text: Edits::at(text),
                }),
            }
        }
        let gone = |note: &Note| !listed.iter().any(|view| view.id == note.id);
        let missing = self.notes.iter().filter(|note| gone(note)).count();
        tally.lost += missing as u64;
        self.notes.retain(|note| !gone(note));
        Ok(())
    }
}

/// What the note of an edit says: as long as three pages for some, a line for others.
fn text_of(name: &str, edit: u64) -> String {
    let words = usize::try_from(edit * 2_711 % 3_000).unwrap_or_default();
    format!("{name} {edit}{}", " mot".repeat(words))
}

/// Which edit a text is of, where it is whole.
fn edit_of(name: &str, text: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(text).ok()?;
    let edit = text.split(' ').nth(1)?.parse().ok()?;
    (text == text_of(name, edit)).then_some(edit)
}
