//! What the person gets to see of a space, to be compared with what is true.

use key_core::{ObjectView, Space, Trouble};
use wire::{AccountId, Hash, SlotId, folder::Folder};

/// Names, dates and contents of all papers and notes, and who may open the space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    account: AccountId,
    slots: Vec<SlotId>,
    generation: u32,
    objects: Vec<ObjectView>,
}

impl View {
    /// What the lists show, the bins included.
    #[must_use]
    pub fn of(space: &Space) -> Self {
        let lists = Folder::ALL
            .into_iter()
            .flat_map(|folder| [space.list(folder), space.bin(folder)]);
        Self {
            account: space.account(),
            slots: space.slots(),
            generation: space.generation(),
            objects: lists.flatten().collect(),
        }
    }

    /// Every paper and note.
    #[must_use]
    pub fn objects(&self) -> &[ObjectView] {
        &self.objects
    }

    /// What differs, in words; `None` where nothing does.
    #[must_use]
    pub fn unlike(&self, truth: &View) -> Option<String> {
        if self.account != truth.account {
            return Some("it is another person's space".into());
        }
        if self.slots != truth.slots {
            return Some("other sticks open the space".into());
        }
        if self.generation != truth.generation {
            return Some("the account's keys are others".into());
        }
        let lost = truth.objects.iter().find(|o| !self.objects.contains(o));
        let false_one = self.objects.iter().find(|o| !truth.objects.contains(o));
        match (lost, false_one) {
            (None, None) => None,
            (_, Some(shown)) => Some(format!("“{}” is shown and is false", shown.title)),
            (Some(lost), None) => Some(format!("“{}” is not shown", lost.title)),
        }
    }
}

/// H of every content, in the order of the view.
///
/// # Errors
/// [`Trouble`] where one cannot be read.
pub async fn contents(space: &Space) -> Result<Vec<Hash>, Trouble> {
    let mut hashes = Vec::new();
    for object in View::of(space).objects {
        hashes.push(Hash::of(&space.read(object.folder, object.id).await?));
    }
    Ok(hashes)
}
