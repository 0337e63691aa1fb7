//! Sheets at the portal: read whole, changed one slip at a time.

use super::{Space, edit::Edit, patience::patiently};
use crate::{
    sheets::{Content, Sheet},
    trouble::{Result, Trouble},
};
use crypto::{
    keys::ObjectKey,
    space::{Dates, Kind, Object},
};
use wire::{BlobId, ObjectId, Random, folder::Folder};

#[expect(
    private_bounds,
    reason = "what a sheet can hold is decided by the core"
)]
impl Space {
    /// A sheet, as every computer's changes make it together. Empty where nothing was kept yet.
    ///
    /// # Errors
    /// [`Trouble::SheetDamaged`] where the portal does not have it as it was; [`Trouble::Newer`] where a later version
    /// of the program wrote it.
    pub async fn sheet<T: Content>(&self) -> Result<Sheet<T>> {
        match self.whole_sheet().await {
            Err(error) if error.is_of_one_paper() => Err(Trouble::SheetDamaged),
            other => other,
        }
    }

    /// Whether something was ever written on a sheet. Nobody is asked.
    #[must_use]
    pub fn has_sheet<T: Content>(&self) -> bool {
        self.sheet_objects::<T>().next().is_some()
    }

    async fn whole_sheet<T: Content>(&self) -> Result<Sheet<T>> {
        let mut sheet = Sheet::default();
        for object in self.sheet_objects::<T>() {
            let bytes = self.read(Folder::Private, object.id).await?;
            sheet.merge(Sheet::read(&bytes)?);
        }
        Ok(sheet)
    }

    /// Puts something under a name of a sheet, or takes it away, and answers with the sheet. Durable when
    /// this returns. Where another computer changed the sheet meanwhile, both changes stay.
    ///
    /// # Errors
    /// As [`Space::sheet`]; [`Trouble::Full`] where the sheet would be too long.
    pub async fn note_down<T: Content>(
        &mut self,
        name: &str,
        content: Option<T>,
        random: &mut dyn Random,
    ) -> Result<Sheet<T>> {
        // The portal's clock moves on only where it is asked: without this, what was changed elsewhere
        // meanwhile would count as later.
        self.refresh().await?;
        let mut sheet = match self.sheet::<T>().await {
            // How a window looks can be chosen again. Whatever else the portal has damaged is not written
            // over: a backup may bring it back.
            Err(error) if T::KIND == Kind::SETTINGS && error.is_of_one_paper() => Sheet::default(),
            other => other?,
        };
        sheet.put(name, content, self.known.time)?;
        self.keep_sheet(&sheet, random).await?;
        if self.sheet_objects::<T>().count() > 1 {
            // Another computer was faster: what is shown is what both made.
            return self.sheet().await;
        }
        Ok(sheet)
    }

    /// Puts back the things of another sheet, all at once, and answers how many were not here or were older here.
    ///
    /// # Errors
    /// As [`Space::note_down`].
    pub(super) async fn note_all<T: Content>(
        &mut self,
        other: Sheet<T>,
        random: &mut dyn Random,
    ) -> Result<usize> {
        let mut sheet: Sheet<T> = patiently!(self.sheet());
        let new = sheet.put_back(other)?;
        if new > 0 {
            patiently!(self.keep_sheet(&sheet, random));
        }
        Ok(new)
    }

    /// Writes the sheet over the first of its objects; what the others held is in it, so they go.
    async fn keep_sheet<T: Content>(
        &mut self,
        sheet: &Sheet<T>,
        random: &mut dyn Random,
    ) -> Result<()> {
        let bytes = zeroize::Zeroizing::new(sheet.bytes());
        let length = bytes.len() as u64;
        let (blob, key) = (BlobId::random(random), ObjectKey::make(random));
        let record = self
            .upload(blob, &key, std::io::Cursor::new(bytes), length)
            .await?;
        let now = self.known.time;
        let mut before = self
            .sheet_objects::<T>()
            .map(|o| (o.id, o.version, o.dates.created));
        let first = before.next();
        let others: Vec<_> = before.collect();
        let (id, version, created) = first.unwrap_or_else(|| (ObjectId::random(random), 0, now));
        let object = Object {
            id,
            version: version + 1,
            key,
            blob,
            hash: record.hash,
            length,
            title: String::new(),
            kind: T::KIND,
            media: "application/cbor".to_owned(),
            dates: Dates {
                created,
                changed: now,
                expires: None,
                deleted: None,
            },
        };
        let edit = if first.is_some() {
            Edit::Rewrite {
                object,
                from: version,
                earlier: None,
            }
        } else {
            Edit::Add(object)
        };
        self.edit(Folder::Private, &edit, random).await?;
        for (id, from, _) in others {
            let edit = Edit::Remove { id, from };
            self.edit(Folder::Private, &edit, random).await?;
        }
        Ok(())
    }

    fn sheet_objects<T: Content>(&self) -> impl Iterator<Item = &Object> {
        let private = self.known.folders.get(&Folder::Private);
        let objects = private.into_iter().flat_map(|view| &view.body.objects);
        objects.filter(|object| object.kind == T::KIND)
    }
}
