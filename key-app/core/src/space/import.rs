//! Putting back what was taken along, into this space or another one.

use super::{
    Content, Space,
    edit::Edit,
    papers::shortened,
    patience::{Patience, patiently},
};
use crate::{
    export::{Archive, Imported, Paper, seconds},
    sheets::Day,
    trouble::Result,
};
use crypto::{
    keys::ObjectKey,
    space::{Dates, Kind, Object},
};
use std::{
    collections::HashMap,
    io::{self, Read, Seek},
    sync::Arc,
};
use wire::{BlobId, Hash, ObjectId, Random, folder::Folder};

/// Papers that are put on a list at once: each change of a list sends the whole of it.
const AT_ONCE: usize = 20;

impl Space {
    /// Puts back what [`Space::export`] wrote, here or in a space at another portal: papers and notes into
    /// their folders, with title, kind, last day and the day on which they were put in; dates, contacts, logins
    /// and settings where they are newer than what is here. What is here already is skipped, so that whoever
    /// does it twice, or again after the line was cut, has everything once. Nothing is put back before the
    /// whole file was checked. `progress` is told how many of how many papers are done.
    ///
    /// # Errors
    /// [`crate::Trouble::NotAnExport`], `Newer`, `File`: nothing was changed. [`crate::Trouble::Full`]
    /// and what else the portal says: what was put back stays, and the next time goes on from there.
    pub async fn import<R: Read + Seek + Send>(
        &mut self,
        zip: R,
        random: &mut dyn Random,
        mut progress: impl FnMut(usize, usize) + Send,
    ) -> Result<Imported> {
        let mut archive = Archive::open(zip)?;
        archive.check()?;
        let mut here = self.here();
        let mut imported = Imported::default();
        let mut ids = HashMap::new();
        let all = archive.papers().len();
        progress(0, all);
        for (folder, papers) in batches(archive.papers()) {
            let (mut objects, mut trouble) = (Vec::new(), None);
            for paper in &papers {
                let content = archive.content(paper)?;
                if let Some(id) = self.taken(&mut here, folder, paper).await? {
                    imported.skipped += 1;
                    ids.insert(paper.file.clone(), id);
                } else {
                    match self.sealed(paper, content, random).await {
                        Ok(object) => {
                            ids.insert(paper.file.clone(), object.id);
                            objects.push(object);
                        }
                        Err(stopped) => {
                            trouble = Some(stopped);
                            break;
                        }
                    }
                }
                progress(ids.len(), all);
            }
            let notes = objects.iter().filter(|object| object.kind == Kind::NOTE);
            imported.notes += notes.count();
            imported.papers += objects.iter().filter(|o| o.kind.is_paper()).count();
            // Where the space is full, what was sent before that is kept.
            let edit = Edit::AddAll(objects);
            patiently!(self.edit(folder, &edit, random));
            if let Some(trouble) = trouble {
                return Err(trouble);
            }
        }
        let sheets = archive.lists().sheets(&ids, self.known.time)?;
        imported.slips += self.note_all(sheets.dates, random).await?;
        imported.slips += self.note_all(sheets.contacts, random).await?;
        if let Some(logins) = sheets.logins {
            imported.slips += self.note_all(logins, random).await?;
        }
        imported.slips += self.note_all(sheets.settings, random).await?;
        Ok(imported)
    }

    /// What is here, by what a paper of an export is first known by.
    fn here(&self) -> Here {
        let mut here = Here::new();
        for view in self.everything() {
            let key = (view.folder, view.title, view.length);
            here.entry(key).or_default().push(view.id);
        }
        here
    }

    /// The paper that is here already with the same title and content; each is taken once.
    async fn taken(
        &self,
        here: &mut Here,
        folder: Folder,
        paper: &Paper,
    ) -> Result<Option<ObjectId>> {
        let key = (folder, shortened(&paper.title), paper.length);
        let Some(alike) = here.get_mut(&key) else {
            return Ok(None);
        };
        for place in 0..alike.len() {
            let id = alike[place];
            let content = match self.read_patiently(folder, id).await {
                Ok(content) => content,
                // Lost or damaged there: then the one of the export is wanted.
                Err(error) if error.is_of_one_paper() => continue,
                Err(other) => return Err(other),
            };
            if Hash::from_hex(&paper.sha256) == Some(Hash::of(&content)) {
                alike.swap_remove(place);
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// Seals and uploads a paper or note; on no list yet.
    async fn sealed(
        &self,
        paper: &Paper,
        content: Content,
        random: &mut dyn Random,
    ) -> Result<Object> {
        let content = Shared(Arc::new(content));
        let mut patience = Patience::default();
        let (blob, key, record) = loop {
            let (blob, key) = (BlobId::random(random), ObjectKey::make(random));
            let content = io::Cursor::new(content.clone());
            match self.upload(blob, &key, content, paper.length).await {
                Ok(record) => break (blob, key, record),
                Err(trouble) => patience.wait(trouble).await?,
            }
        };
        Ok(Object {
            id: ObjectId::random(random),
            version: 1,
            key,
            blob,
            hash: record.hash,
            length: paper.length,
            title: shortened(&paper.title),
            kind: Kind(paper.kind_code),
            media: paper.media.clone(),
            dates: Dates {
                created: seconds(paper.created).min(self.known.time),
                changed: self.known.time,
                expires: paper.expires.and_then(Day::of).map(|day| day.0),
                deleted: None,
            },
        })
    }
}

/// Papers of one folder, few enough to be put on its list at once.
fn batches(papers: &[Paper]) -> Vec<(Folder, Vec<Paper>)> {
    let of = |folder: Folder| {
        let lie_there = papers
            .iter()
            .filter(move |paper| paper.folder == folder.code());
        lie_there.cloned().collect::<Vec<_>>()
    };
    let folders = Folder::ALL.into_iter().map(|folder| (folder, of(folder)));
    folders
        .flat_map(|(folder, papers)| {
            let some = papers.chunks(AT_ONCE).map(|some| (folder, some.to_vec()));
            some.collect::<Vec<_>>()
        })
        .collect()
}

type Here = HashMap<(Folder, String, u64), Vec<ObjectId>>;

/// One content for as many tries as an upload needs.
#[derive(Clone)]
struct Shared(Arc<Content>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}
