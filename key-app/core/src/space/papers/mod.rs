//! Papers and notes: put in, read, rename, move, bin, take out of the bin.
//!
//! - `put` them in · `content` their bytes · `change` what is said of them · `bin` them

mod bin;
mod change;
mod content;
mod put;

pub(crate) use content::send_sealed;

use super::{ObjectView, Space};
use crate::trouble::{Result, Trouble};
use crypto::space::Object;
use wire::{ObjectId, folder::Folder};

/// Longest title, in characters; file names are cut to it.
const TITLE: usize = 200;

impl Space {
    /// Papers and notes of a folder that are not in the bin, oldest first.
    #[must_use]
    pub fn list(&self, folder: Folder) -> Vec<ObjectView> {
        self.views(folder, |object| object.dates.deleted.is_none())
    }

    /// Papers and notes of every folder that are not in the bin.
    pub fn everything(&self) -> impl Iterator<Item = ObjectView> {
        Folder::ALL.iter().flat_map(|folder| self.list(*folder))
    }

    /// What is in the bin of a folder.
    #[must_use]
    pub fn bin(&self, folder: Folder) -> Vec<ObjectView> {
        self.views(folder, |object| object.dates.deleted.is_some())
    }

    fn object(&self, folder: Folder, id: ObjectId) -> Result<&Object> {
        let view = self.known.folders.get(&folder).ok_or(Trouble::Gone)?;
        view.body
            .objects
            .iter()
            .find(|o| o.id == id)
            .ok_or(Trouble::Gone)
    }

    fn views(&self, folder: Folder, keep: impl Fn(&Object) -> bool) -> Vec<ObjectView> {
        let mut views: Vec<_> = self
            .known
            .folders
            .get(&folder)
            .into_iter()
            .flat_map(|view| &view.body.objects)
            .filter(|object| !object.kind.is_sheet() && keep(object))
            .map(|object| ObjectView::of(folder, object))
            .collect();
        views.sort_by_key(|view| (view.created, view.id));
        views
    }
}

pub(crate) fn shortened(title: &str) -> String {
    title
        .trim()
        .chars()
        .filter(|c| !c.is_control())
        .take(TITLE)
        .collect()
}
