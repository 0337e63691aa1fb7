//! Changing a folder's list: an edit is applied to the newest list there is, and applied again when
//! another computer was faster. Two edits of one object keep both; an edit beats a deletion.

use super::Space;
use crate::{
    opening::Known,
    trouble::{Result, Trouble},
};
use crypto::{
    space::{Body, Draft, Kind, Object, seal_manifest},
    stick::FolderHead,
};
use wire::{BlobId, Code, DropId, ObjectId, Random, folder::Folder};

/// One change of one folder.
pub(crate) enum Edit {
    /// A new object. Where its id is there already, an earlier try was kept and its answer lost: this one counts.
    Add(Object),
    /// New objects, all with one change of the list.
    AddAll(Vec<Object>),
    /// Another content, made from the version given. `earlier` goes into the bin at the time given.
    Rewrite {
        object: Object,
        from: u64,
        earlier: Option<u64>,
    },
    /// Another name; `before` is the one it was made from.
    Rename {
        id: ObjectId,
        before: String,
        title: String,
        at: u64,
    },
    /// What a paper is, and its last day.
    Classify {
        id: ObjectId,
        kind: Kind,
        expires: Option<u32>,
        at: u64,
    },
    /// A paper that a helper put in: an object of the person's own, perhaps in the place of another, whose
    /// former version goes into the bin.
    Take {
        object: Object,
        drop: DropId,
        replaces: Option<ObjectId>,
    },
    /// A paper that a helper put in is not wanted.
    Refuse { drop: DropId },
    /// Out of the bin.
    Restore { id: ObjectId },
    /// Into the bin at the time given, as seen at the version given.
    Bin { id: ObjectId, from: u64, at: u64 },
    /// Out of the list altogether, as seen at the version given.
    Remove { id: ObjectId, from: u64 },
}

/// Tries before giving up: each loses only to somebody else's success.
const ROUNDS: usize = 8;

impl Space {
    /// Applies an edit and has the portal keep the new list.
    pub(crate) async fn edit(
        &mut self,
        folder: Folder,
        edit: &Edit,
        random: &mut dyn Random,
    ) -> Result<()> {
        for _ in 0..ROUNDS {
            match self.try_edit(folder, edit, random).await {
                Err(Trouble::Refused(refusal))
                    if matches!(refusal.code, Code::ManifestConflict | Code::StaleGeneration) =>
                {
                    // Somebody was faster: then there is something new.
                    if !self.refresh().await? {
                        return Err(Trouble::Unverified);
                    }
                }
                other => {
                    if matches!(other, Err(Trouble::Unreachable)) {
                        self.unanswered.extend(edit.blob());
                    }
                    return other;
                }
            }
        }
        Err(Trouble::Unreachable)
    }

    async fn try_edit(
        &mut self,
        folder: Folder,
        edit: &Edit,
        random: &mut dyn Random,
    ) -> Result<()> {
        self.known.live()?;
        let Known {
            log, keys, folders, ..
        } = &self.known;
        let view = folders.get(&folder).ok_or(Trouble::Unverified)?;
        let mut body = view.body.copied();
        let Some(refs) = apply(&mut body, edit, &self.unanswered, random)? else {
            return Ok(());
        };
        let draft = Draft {
            realm: log.realm,
            account: log.account,
            folder,
            epoch: view.head.epoch,
            seq: view.head.seq + 1,
            prev: view.head.hash,
            refs_added: refs.added,
            refs_removed: refs.removed,
            drops_taken: refs.taken,
            drops_refused: refs.refused,
        };
        let manifest = seal_manifest(&draft, &body, &view.key, &keys.author, random)
            .map_err(|_| Trouble::Paper("this folder is full"))?;
        let path = format!("v1/manifests/{}", folder.code());
        self.portal
            .send(reqwest::Method::PUT, &path, wire::encode(&manifest))
            .await?;
        let hash = manifest.header.hash();
        if let Some(view) = self.known.folders.get_mut(&folder) {
            view.head = FolderHead {
                seq: draft.seq,
                hash,
                ..view.head
            };
            view.body = body;
        }
        Ok(())
    }
}

impl Edit {
    /// The blob of what is written, by which it is known again.
    fn blob(&self) -> Option<BlobId> {
        match self {
            Edit::Add(object) | Edit::Rewrite { object, .. } => Some(object.blob),
            _ => None,
        }
    }
}

/// Blobs that a changed list starts and ceases to need.
#[derive(Default)]
struct Refs {
    added: Vec<BlobId>,
    removed: Vec<BlobId>,
    taken: Vec<DropId>,
    refused: Vec<DropId>,
}

/// Applies an edit to a list. `None`: nothing to write, because an edit beats a deletion, or because
/// the portal kept this very edit and said that it did not. `unanswered`: blobs of edits of this space that the
/// portal may have kept without saying so.
fn apply(
    body: &mut Body,
    edit: &Edit,
    unanswered: &[BlobId],
    random: &mut dyn Random,
) -> Result<Option<Refs>> {
    let mut refs = Refs::default();
    match edit {
        Edit::Add(object) | Edit::Rewrite { object, .. } if kept(body, object) => return Ok(None),
        Edit::Add(object) => insert(body, object.copied(), &mut refs),
        Edit::AddAll(objects) => {
            for object in objects {
                if !kept(body, object) {
                    insert(body, object.copied(), &mut refs);
                }
            }
            if refs.added.is_empty() {
                return Ok(None);
            }
        }
        Edit::Rewrite {
            object,
            from,
            earlier,
        } => match find(body, &object.id) {
            Some(theirs) if theirs.version == *from => {
                let before = core::mem::replace(theirs, object.copied());
                refs.added.push(object.blob);
                match earlier {
                    Some(at) => keep(body, before, *at, random),
                    None => refs.removed.push(before.blob),
                }
            }
            // An earlier try of this, and what it was made from lies in the bin already.
            Some(ours) if unanswered.contains(&ours.blob) => replace(ours, object, &mut refs),
            // Rewritten elsewhere meanwhile: ours stays beside theirs.
            Some(_) => {
                let ours = Object {
                    id: ObjectId::random(random),
                    ..object.copied()
                };
                insert(body, ours, &mut refs);
            }
            None => insert(body, object.copied(), &mut refs),
        },
        Edit::Take { object, .. } if kept(body, object) => return Ok(None),
        Edit::Take {
            object,
            drop,
            replaces,
        } => {
            let ours = replaces.and_then(|id| find(body, &id));
            match ours {
                Some(ours) => {
                    let next = Object {
                        id: ours.id,
                        version: ours.version + 1,
                        kind: ours.kind,
                        ..object.copied()
                    };
                    let before = core::mem::replace(ours, next);
                    refs.added.push(object.blob);
                    keep(body, before, object.dates.created, random);
                }
                None => insert(body, object.copied(), &mut refs),
            }
            refs.taken.push(*drop);
        }
        Edit::Refuse { drop } => refs.refused.push(*drop),
        Edit::Rename {
            id,
            before,
            title,
            at,
        } => {
            let theirs = find(body, id).ok_or(Trouble::Gone)?;
            let renamed_meanwhile = theirs.title != *before && theirs.title != *title;
            theirs.title = if renamed_meanwhile {
                format!("{title} – {}", theirs.title)
            } else {
                title.clone()
            };
            // Whoever renames it wants it: an edit beats a deletion.
            theirs.dates.deleted = None;
            theirs.dates.changed = *at;
            theirs.version += 1;
        }
        Edit::Classify {
            id,
            kind,
            expires,
            at,
        } => {
            let theirs = find(body, id).ok_or(Trouble::Gone)?;
            (theirs.kind, theirs.dates.expires) = (*kind, *expires);
            // Whoever says what it is wants it: an edit beats a deletion.
            theirs.dates.deleted = None;
            theirs.dates.changed = *at;
            theirs.version += 1;
        }
        Edit::Restore { id } => {
            let theirs = find(body, id).ok_or(Trouble::Gone)?;
            theirs.dates.deleted = None;
            theirs.version += 1;
        }
        Edit::Bin { id, from, at } => {
            let Some(theirs) = find(body, id).filter(|o| o.version == *from) else {
                return Ok(None);
            };
            theirs.dates.deleted = Some(*at);
            theirs.version += 1;
        }
        Edit::Remove { id, from } => {
            let Some(theirs) = find(body, id).filter(|o| o.version == *from) else {
                return Ok(None);
            };
            refs.removed.push(theirs.blob);
            body.objects.retain(|o| o.id != *id);
        }
    }
    Ok(Some(refs))
}

/// What something said before: an object of its own in the bin, whose blob is needed on.
fn keep(body: &mut Body, before: Object, at: u64, random: &mut dyn Random) {
    let mut earlier = Object {
        id: ObjectId::random(random),
        ..before
    };
    earlier.dates.deleted = Some(at);
    let place = body.objects.partition_point(|o| o.id < earlier.id);
    body.objects.insert(place, earlier);
}

/// Puts a later try in the place of an earlier one, which nobody needs any more.
fn replace(earlier: &mut Object, later: &Object, refs: &mut Refs) {
    let version = earlier.version + 1;
    let later = Object {
        version,
        ..later.copied()
    };
    refs.added.push(later.blob);
    refs.removed.push(core::mem::replace(earlier, later).blob);
}

/// A blob's name is drawn afresh for each content.
fn kept(body: &Body, object: &Object) -> bool {
    body.objects.iter().any(|o| o.blob == object.blob)
}

fn find<'b>(body: &'b mut Body, id: &ObjectId) -> Option<&'b mut Object> {
    body.objects.iter_mut().find(|o| o.id == *id)
}

/// Lists are in the order of their identifiers, each once.
fn insert(body: &mut Body, object: Object, refs: &mut Refs) {
    if let Some(earlier) = find(body, &object.id) {
        return replace(earlier, &object, refs);
    }
    refs.added.push(object.blob);
    let at = body.objects.partition_point(|o| o.id < object.id);
    body.objects.insert(at, object);
}
