//! A paper costs no more memory than its size and eight megabytes, in app, portal and cipher
//! together: all run in this process. However many papers are taken along or put back, it is one.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::Space;
use peak_alloc::PeakAlloc;
use std::io::Read;
use tests::world::World;
use wire::{folder::Folder, random::System};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Largest paper there is.
const PAPER: usize = 25 << 20;
/// What may come on top.
const ROOM: usize = 8 << 20;

#[tokio::test]
async fn a_paper_costs_its_size_and_eight_megabytes_at_most() {
    let world = World::start().await.unwrap();
    let (_, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    world.recorder().pause();

    // Put in from a file that is never held whole: only buffers.
    let before = measure();
    let id = put(&mut space).await;
    let put_in = peak_above(before);
    assert!(put_in < ROOM, "putting in took {put_in} bytes");

    // Read whole, as a screen needs it: the paper and buffers.
    let before = measure();
    let content = space.read(Folder::Papiers, id).await.unwrap();
    let read = peak_above(before);
    assert_eq!(content.len(), PAPER);
    assert!(read < PAPER + ROOM, "reading took {read} bytes");
    drop(content);

    // Taken along and put back: one paper after the other, however many there are.
    put(&mut space).await;
    let path = world.folder().join("export.zip");
    let file = std::fs::File::create(&path).unwrap();
    let before = measure();
    let today = jiff::civil::date(2026, 11, 22);
    space.export(file, true, today, |_, _| {}).await.unwrap();
    let taken = peak_above(before);
    assert!(taken < PAPER + ROOM, "taking along took {taken} bytes");
    drop(space);
    let mut space = world.new_space("autre").await.unwrap().1.opened.space;
    let (file, random) = (std::fs::File::open(&path).unwrap(), &mut System::new());
    let before = measure();
    let done = space.import(file, random, |_, _| {}).await.unwrap();
    let put_back = peak_above(before);
    assert_eq!(done.papers, 2);
    assert!(
        put_back < PAPER + ROOM,
        "putting back took {put_back} bytes"
    );
    tests::report::promise("memory", 4, 0).unwrap();
}

async fn put(space: &mut Space) -> wire::ObjectId {
    let content = std::io::repeat(7).take(PAPER as u64);
    let (length, mut random) = (PAPER as u64, System::new());
    space
        .put_paper(Folder::Papiers, "t", "m", content, length, &mut random)
        .await
        .unwrap()
}

fn measure() -> usize {
    MEMORY.reset_peak_usage();
    MEMORY.current_usage()
}

fn peak_above(before: usize) -> usize {
    MEMORY.peak_usage().saturating_sub(before)
}
