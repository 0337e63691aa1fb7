//! Bits that change on the portal's disk: none is served as if it were right, and the backup brings
//! everything back.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::{Stick, Trouble, stick::Folder as Medium};
use portal::store::OnDisk;
use std::path::{Path, PathBuf};
use tests::{
    report,
    world::{CODE, World, open},
};
use walkdir::WalkDir;
use wire::{Code, ObjectId, folder::Folder, random::System};

/// Flips in each store.
const FLIPS: usize = 40;
/// Where the paper lies.
const PLACE: Folder = Folder::Argent;

/// A space with one paper, locked, and a backup of its portal.
struct Kept {
    stick: Medium,
    paper: ObjectId,
    pdf: Vec<u8>,
    backup: PathBuf,
}

impl Kept {
    async fn make(world: &World) -> Self {
        let random = &mut System::new();
        let pdf = tests::papers::pdf("Avis", 200_000, random).unwrap();
        let (stick, made) = world.new_space("cle").await.unwrap();
        let mut space = made.opened.space;
        let (content, length) = (std::io::Cursor::new(pdf.clone()), pdf.len() as u64);
        let media = "application/pdf";
        let paper = space
            .put_paper(PLACE, "Avis", media, content, length, random)
            .await
            .unwrap();
        space
            .lock(&Stick::new(stick.clone()), random)
            .await
            .unwrap();
        let backup = world.folder().join("backup");
        let running = world.portal().unwrap();
        running.backup(backup.clone()).await.unwrap();
        Self {
            stick,
            paper,
            pdf,
            backup,
        }
    }

    /// The space opens and the paper is the one that was put in.
    async fn is_whole(&self) -> bool {
        let space = open(&self.stick, CODE).await.unwrap().space;
        *space.read(PLACE, self.paper).await.unwrap() == self.pdf
    }

    /// The portal comes back from the backup on an empty machine, and all of it is there.
    async fn comes_back(&self, world: &mut World) {
        let coming = world.come_back(&self.backup, "gate-backup", "new-machine");
        coming.await.unwrap();
        assert!(self.is_whole().await);
    }
}

fn flip(file: &Path, whole: &[u8], at: usize) {
    let mut changed = whole.to_vec();
    changed[at] ^= 1 << (at % 8);
    std::fs::write(file, changed).unwrap();
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(walkdir::DirEntry::into_path).collect()
}

#[tokio::test]
async fn a_changed_paper_is_said_to_be_damaged_and_comes_back_from_the_backup() {
    let mut world = World::start().await.unwrap();
    let kept = Kept::make(&world).await;
    let space = open(&kept.stick, CODE).await.unwrap().space;
    let blobs = files_below(&world.data().join("blobs"));
    let [blob] = &blobs[..] else {
        panic!("one paper is one file: {blobs:?}");
    };
    let whole = std::fs::read(blob).unwrap();
    let mut checked = 0;
    for at in (0..whole.len()).step_by(whole.len() / 64) {
        flip(blob, &whole, at);
        let refused = space.read(PLACE, kept.paper).await;
        match refused {
            Err(Trouble::Refused(refusal)) => assert_eq!(refusal.code, Code::Damaged),
            other => panic!("byte {at}: {other:?}"),
        }
        checked += 1;
    }
    // A paper that is cut or gone is found out too.
    std::fs::write(blob, &whole[..whole.len() - 1]).unwrap();
    assert!(space.read(PLACE, kept.paper).await.is_err());
    std::fs::write(blob, &whole).unwrap();
    assert_eq!(*space.read(PLACE, kept.paper).await.unwrap(), kept.pdf);
    flip(blob, &whole, 100);
    kept.comes_back(&mut world).await;
    report::promise("damage.papers", checked, 0).unwrap();
}

async fn a_changed_store_is_refused(engine: OnDisk) {
    let mut world = World::on(engine).await.unwrap();
    let kept = Kept::make(&world).await;
    world.stop().await;
    let (whole, copy) = (world.data(), world.folder().join("copy"));
    let (mut refused, mut harmless) = (0, 0);
    for store in ["space", "gate/gate"] {
        let place = whole.join(format!("{store}.{}", engine.name()));
        for file in files_below(&place) {
            let content = std::fs::read(&file).unwrap();
            let name = file.strip_prefix(&whole).unwrap();
            // What was never written is zero, and most of it says nothing.
            let written: Vec<_> = (0..content.len()).filter(|at| content[*at] != 0).collect();
            for at in written.iter().step_by((written.len() / FLIPS).max(1)) {
                copy_all(&whole, &copy);
                flip(&copy.join(name), &content, *at);
                if world.move_to(copy.clone()).await.is_err() {
                    refused += 1;
                } else {
                    harmless += 1;
                    assert!(kept.is_whole().await, "byte {at} of {}", name.display());
                    world.stop().await;
                }
                std::fs::remove_dir_all(&copy).unwrap();
            }
        }
    }
    assert!(
        refused > FLIPS / 2,
        "{refused} refused, {harmless} harmless"
    );
    kept.comes_back(&mut world).await;
    let name = format!("damage.stores_on_{}", engine.name());
    report::promise(&name, refused + harmless, 0).unwrap();
}

fn copy_all(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.unwrap();
        let place = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir(place).unwrap();
        } else if entry.file_type().is_file() {
            std::fs::copy(entry.path(), place).unwrap();
        }
    }
}

#[tokio::test]
async fn a_changed_store_is_refused_or_serves_what_it_held_on_redb() {
    a_changed_store_is_refused(OnDisk::Redb).await;
}

#[tokio::test]
async fn a_changed_store_is_refused_or_serves_what_it_held_on_sled() {
    a_changed_store_is_refused(OnDisk::Sled).await;
}
