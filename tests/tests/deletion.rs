//! A person deletes their space: seven days to take it back, then nothing of it stays at the portal.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::{Deletion, Space, Stick, Trouble, WallWatch, stick::Folder as StickFolder};
use portal::{
    Settings,
    backup::{Restored, export, import},
    store::{OnDisk, Read, StoreError, Table},
};
use std::{
    io::Cursor,
    path::{Path, PathBuf},
};
use tests::{
    report,
    world::{CODE, OTHER_CODE, TODAY, World, code, open},
};
use walkdir::WalkDir;
use wire::{ObjectId, folder::Folder, random::System, structure::VoucherKind};

const DAY: u64 = 86_400;

/// A space with papers and notes, and two sticks that open it.
struct Home {
    first: StickFolder,
    second: StickFolder,
    space: Space,
    paper: ObjectId,
    content: Vec<u8>,
}

async fn home(world: &World) -> Home {
    let (mut random, watch) = (System::new(), WallWatch::start());
    let (first, made) = world.new_space("first").await.unwrap();
    let mut space = made.opened.space;
    let content = tests::papers::pdf("Avis", 200_000, &mut random).unwrap();
    let paper = space
        .put_paper(
            Folder::Argent,
            "Avis",
            "application/pdf",
            Cursor::new(content.clone()),
            content.len() as u64,
            &mut random,
        )
        .await
        .unwrap();
    for note in ["un", "deux", "trois"] {
        space
            .put_note(Folder::Famille, note, note, &mut random)
            .await
            .unwrap();
    }
    let second = world.stick("second", VoucherKind::Slot).unwrap();
    space
        .administer(&Stick::new(first.clone()), &code(CODE), &mut random, &watch)
        .await
        .unwrap()
        .add_stick(&Stick::new(second.clone()), &code(OTHER_CODE), &mut random)
        .await
        .unwrap();
    Home {
        first,
        second,
        space,
        paper,
        content,
    }
}

async fn delete(space: &mut Space, stick: &StickFolder) -> Deletion {
    let (mut random, watch) = (System::new(), WallWatch::start());
    let stick = Stick::new(stick.clone());
    space
        .administer(&stick, &code(CODE), &mut random, &watch)
        .await
        .unwrap()
        .delete_account()
        .await
        .unwrap()
}

async fn lock(space: Space, stick: &StickFolder) {
    let stick = Stick::new(stick.clone());
    space.lock(&stick, &mut System::new()).await.unwrap();
}

async fn hourly(world: &World) {
    world.portal().unwrap().hourly().await.unwrap();
}

#[tokio::test]
async fn the_other_stick_takes_it_back_with_its_code() {
    let world = World::start().await.unwrap();
    let Home {
        first,
        second,
        mut space,
        paper,
        content,
    } = home(&world).await;
    let mut elsewhere = open(&second, OTHER_CODE).await.unwrap().space;
    let mut random = System::new();
    assert_eq!(space.deletion(), None);
    let deletion = delete(&mut space, &first).await;
    assert_eq!(deletion.until, TODAY + 7 * DAY);
    assert_eq!(space.deletion(), Some(deletion));

    // Nothing is left to do but to take it back or leave: here, and where it was not heard of yet.
    let put = space.put_note(Folder::Justice, "x", "y", &mut random).await;
    assert!(matches!(put, Err(Trouble::BeingDeleted)), "{put:?}");
    let read = space.read(Folder::Argent, paper).await;
    assert!(matches!(read, Err(Trouble::BeingDeleted)), "{read:?}");
    let note = space.list(Folder::Famille)[0].id;
    let binned = space.delete(Folder::Famille, note, &mut random).await;
    assert!(matches!(binned, Err(Trouble::BeingDeleted)), "{binned:?}");
    let watch = WallWatch::start();
    let stick = Stick::new(first.clone());
    let administered = space
        .administer(&stick, &code(CODE), &mut random, &watch)
        .await;
    assert!(matches!(administered, Err(Trouble::BeingDeleted)));
    let unheard = elsewhere
        .put_note(Folder::Justice, "x", "y", &mut random)
        .await;
    let refused = unheard.unwrap_err();
    assert_eq!(refused.code(), Some(wire::Code::BeingDeleted));
    assert!(elsewhere.refresh().await.unwrap());
    assert_eq!(elsewhere.deletion(), Some(deletion));
    lock(space, &first).await;
    lock(elsewhere, &second).await;

    world.clock.advance(7 * DAY - 60);
    hourly(&world).await;
    let opened = open(&second, OTHER_CODE).await.unwrap();
    let mut space = opened.space;
    assert_eq!(space.deletion(), Some(deletion));
    space.cancel_delete().await.unwrap();
    assert_eq!(space.deletion(), None);
    // Said again it changes nothing.
    space.cancel_delete().await.unwrap();
    assert_eq!(*space.read(Folder::Argent, paper).await.unwrap(), content);
    space
        .put_note(Folder::Justice, "Ouf", "gardé", &mut random)
        .await
        .unwrap();
    lock(space, &second).await;

    // Its orders are gone with it.
    world.clock.advance(30 * DAY);
    hourly(&world).await;
    assert_eq!(world.sites[0].secrets().unwrap(), 2);
    for (stick, digits) in [(&first, CODE), (&second, OTHER_CODE)] {
        let opened = open(stick, digits).await.unwrap();
        assert_eq!(opened.notices, []);
        assert_eq!(opened.space.list(Folder::Justice).len(), 1);
        assert_eq!(
            *opened.space.read(Folder::Argent, paper).await.unwrap(),
            content
        );
    }
    // It can be deleted again.
    let mut space = open(&first, CODE).await.unwrap().space;
    let deletion = delete(&mut space, &first).await;
    assert_eq!(deletion.until, TODAY + 44 * DAY - 60);
}

/// The names that a space goes by at its portal.
fn names(space: &Space) -> Vec<Vec<u8>> {
    let slots = space.slots().into_iter().map(|slot| slot.0.to_vec());
    [space.account().0.to_vec()]
        .into_iter()
        .chain(slots)
        .collect()
}

fn holds(bytes: &[u8], names: &[Vec<u8>]) -> bool {
    names
        .iter()
        .any(|name| memchr::memmem::find(bytes, name).is_some())
}

/// In which tables of a stopped portal a name stands, and how many rows were looked at.
fn found_in_stores(settings: &Settings, names: &[Vec<u8>]) -> (Vec<&'static str>, usize) {
    let (mut found, mut looked) = (Vec::new(), 0);
    for path in [settings.space_store(), settings.gate_store()] {
        let store = settings.file.engine.open(&path).unwrap();
        for table in Table::ALL {
            let rows: Result<_, StoreError> =
                store.read(|read| read.scan(*table, &[], None, usize::MAX));
            let rows = rows.unwrap();
            looked += rows.len();
            let stands = rows
                .iter()
                .any(|(key, value)| holds(key, names) || holds(value, names));
            found.extend(stands.then(|| table.name()));
        }
        store.close();
    }
    (found, looked)
}

/// Which files below a folder hold a name, byte for byte, and how many were read.
fn files_holding(folder: &Path, names: &[Vec<u8>]) -> (Vec<PathBuf>, usize) {
    let (mut found, mut read) = (Vec::new(), 0);
    for entry in WalkDir::new(folder) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            read += 1;
            let holds = holds(&std::fs::read(entry.path()).unwrap(), names);
            found.extend(holds.then(|| entry.into_path()));
        }
    }
    (found, read)
}

fn other(engine: OnDisk) -> OnDisk {
    match engine {
        OnDisk::Redb => OnDisk::Sled,
        OnDisk::Sled => OnDisk::Redb,
    }
}

fn files(folder: &Path) -> usize {
    let entries = WalkDir::new(folder).into_iter().map(Result::unwrap);
    entries.filter(|entry| entry.file_type().is_file()).count()
}

async fn nothing_stays(engine: OnDisk) {
    let mut world = World::on(engine).await.unwrap();
    let Home {
        first,
        second,
        mut space,
        ..
    } = home(&world).await;
    let names = names(&space);
    let neighbour = world.stick("neighbour", VoucherKind::Account).unwrap();
    tests::world::first_opening(&neighbour, OTHER_CODE)
        .await
        .unwrap();
    let settings = Settings::read(&world.data()).unwrap();
    delete(&mut space, &first).await;
    lock(space, &first).await;
    world.stop().await;
    let (before, _) = found_in_stores(&settings, &names);
    assert!(before.len() >= 8, "{before:?}");
    assert_eq!(files(&settings.blobs()), 4);
    world.restart().await.unwrap();

    world.clock.advance(7 * DAY);
    hourly(&world).await;
    // What destroys the sticks' keys has been let go, and is handed on.
    hourly(&world).await;
    for (stick, digits) in [(&first, CODE), (&second, OTHER_CODE)] {
        let refused = open(stick, digits).await.unwrap_err();
        assert!(matches!(refused, Trouble::Revoked), "{refused}");
        assert!(refused.to_string().contains("deleted"), "{refused}");
    }
    assert_eq!(world.sites[0].secrets().unwrap(), 1, "the neighbour's");
    open(&neighbour, OTHER_CODE).await.unwrap();
    world.stop().await;
    let (after, looked) = found_in_stores(&settings, &names);
    assert!(after.is_empty(), "{after:?}");
    assert_eq!(files(&settings.blobs()), 0);

    // Pages that an engine has freed keep old bytes until it writes there again: moved to the other
    // engine, the rows leave them behind.
    let (to, out) = (other(engine), world.folder().join("rows"));
    let clock = world.clock.clone();
    let moved = tokio::task::spawn_blocking(move || {
        export(&settings, &out, &*clock).unwrap();
        import(&settings, &out, to).unwrap()
    });
    moved.await.unwrap();
    let (left, read) = files_holding(&world.folder(), &names);
    assert!(left.is_empty(), "{left:?}");
    assert!(read > 10, "{read} files");
    let promise = format!("deletion.{}", engine.name());
    report::promise(&promise, looked, after.len()).unwrap();
}

#[tokio::test]
async fn after_seven_days_nothing_stays_on_redb() {
    nothing_stays(OnDisk::Redb).await;
}

#[tokio::test]
async fn after_seven_days_nothing_stays_on_sled() {
    nothing_stays(OnDisk::Sled).await;
}

/// Copies the gate's folder of sealed backups, as an admin does now and then.
fn keep_sealed(world: &World, name: &str) {
    let to = world.folder().join(name);
    std::fs::create_dir_all(&to).unwrap();
    for entry in std::fs::read_dir(world.folder().join("gate-backup")).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

async fn brought_back(world: &mut World, sealed: &str, to: &str) -> Restored {
    let backup = world.folder().join("backup");
    world.come_back(&backup, sealed, to).await.unwrap()
}

#[tokio::test]
async fn a_backup_of_before_does_not_bring_it_back() {
    let mut world = World::start().await.unwrap();
    let Home {
        first,
        second,
        space,
        ..
    } = home(&world).await;
    let names = names(&space);
    let neighbour = world.stick("neighbour", VoucherKind::Account).unwrap();
    tests::world::first_opening(&neighbour, OTHER_CODE)
        .await
        .unwrap();
    world
        .portal()
        .unwrap()
        .backup(world.folder().join("backup"))
        .await
        .unwrap();
    lock(space, &first).await;
    let (stick, watch) = (Stick::new(first.clone()), WallWatch::start());
    key_core::renew(&stick, &code(CODE), &mut System::new(), &watch)
        .await
        .unwrap();
    let mut space = open(&first, CODE).await.unwrap().space;
    delete(&mut space, &first).await;
    lock(space, &first).await;
    // Keys of sticks that a copy of the sealed backups still has, beside the tombstone.
    keep_sealed(&world, "old-copy");
    world.clock.advance(7 * DAY);
    hourly(&world).await;
    hourly(&world).await;
    keep_sealed(&world, "old-copy");

    for (sealed, left_out) in [("gate-backup", 0), ("old-copy", 2)] {
        let to = format!("restored-from-{sealed}");
        let restored = brought_back(&mut world, sealed, &to).await;
        assert_eq!(
            (restored.deleted, restored.keys, restored.left_out),
            (1, 1, left_out)
        );
        assert_eq!(restored.missing, 0, "nobody is sent to the counter for it");
        let refused = open(&second, OTHER_CODE).await;
        assert!(matches!(refused, Err(Trouble::Revoked)));
        // Its renewal is in no backup but in the old copy: without it the gate has never heard of it.
        let refused = open(&first, CODE).await.unwrap_err();
        let is_unheard = refused.code() == Some(wire::Code::GateRefused);
        let is_told = matches!(refused, Trouble::Revoked);
        assert_eq!((is_told, is_unheard), (left_out > 0, left_out == 0));
        open(&neighbour, OTHER_CODE).await.unwrap();
        hourly(&world).await;
        world.stop().await;
        let settings = Settings::read(&world.data()).unwrap();
        let (found, looked) = found_in_stores(&settings, &names);
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(files(&settings.blobs()), 0);
        report::promise("deletion.restore", looked, found.len()).unwrap();
    }
}
