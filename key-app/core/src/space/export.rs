//! Taking everything along.

use super::{ObjectView, Space, patience::patiently, view};
use crate::{
    export::{Exported, Lists, Sheets, Writer},
    sheets::{Content, Sheet},
    trouble::Result,
};
use crypto::space::Kind;
use jiff::civil::Date;
use std::{
    collections::HashMap,
    io::{Seek, Write},
};
use wire::{ObjectId, folder::Folder};

impl Space {
    /// Writes everything into one ZIP: papers and notes that are not in the bin, dates, contacts, settings, and a
    /// page. **In the clear**: whoever has the file reads all of it, and with `with_logins` every password. Each
    /// paper is held in memory alone, and verified before a byte of it is written. `progress` is told how many of
    /// how many papers are done.
    ///
    /// A paper or sheet that the portal has lost or damaged counts in [`Exported::missing`], and papers are named on the
    /// page; everything else is written. What was written counts once this returned and the caller has synced it: where it
    /// fails, remove the file.
    ///
    /// # Errors
    /// [`crate::Trouble::File`] where `out` takes no more; [`crate::Trouble`] of the portal.
    pub async fn export<W: Write + Seek + Send>(
        &self,
        out: W,
        with_logins: bool,
        today: Date,
        mut progress: impl FnMut(usize, usize) + Send,
    ) -> Result<Exported> {
        let views: Vec<_> = self.everything().collect();
        let mut exported = Exported {
            papers: 0,
            notes: 0,
            missing: 0,
        };
        let mut writer = Writer::new(out, today);
        let mut files = HashMap::new();
        progress(0, views.len());
        for (place, view) in views.iter().enumerate() {
            match self.still_there(view).await? {
                None => {
                    writer.missing(view);
                    exported.missing += 1;
                }
                Some(content) => {
                    files.insert(view.id, writer.paper(view, &content)?);
                    match view.kind {
                        Kind::NOTE => exported.notes += 1,
                        _ => exported.papers += 1,
                    }
                }
            }
            progress(place + 1, views.len());
        }
        let missing = &mut exported.missing;
        let sheets = Sheets {
            dates: self.sheet_still_there(missing).await?,
            contacts: self.sheet_still_there(missing).await?,
            settings: self.sheet_still_there(missing).await?,
            logins: match with_logins {
                true => Some(self.sheet_still_there(missing).await?),
                false => None,
            },
        };
        writer.finish(&Lists::of(&sheets, &files))?;
        Ok(exported)
    }

    /// The content of a paper; `None` where the portal does not have it any more as it was.
    async fn still_there(&self, view: &ObjectView) -> Result<Option<view::Content>> {
        let read = self.read_patiently(view.folder, view.id).await;
        match read {
            Ok(content) => Ok(Some(content)),
            Err(error) if error.is_of_one_paper() => Ok(None),
            Err(other) => Err(other),
        }
    }

    /// A sheet; an empty one, and one more that is missing, where the portal does not have it as it was.
    async fn sheet_still_there<T: Content>(&self, missing: &mut usize) -> Result<Sheet<T>> {
        match self.sheet_patiently().await {
            Err(error) if error.is_of_one_paper() => {
                *missing += 1;
                Ok(Sheet::default())
            }
            other => other,
        }
    }

    async fn sheet_patiently<T: Content>(&self) -> Result<Sheet<T>> {
        Ok(patiently!(self.sheet()))
    }

    pub(super) async fn read_patiently(
        &self,
        folder: Folder,
        id: ObjectId,
    ) -> Result<view::Content> {
        Ok(patiently!(self.read(folder, id)))
    }
}
