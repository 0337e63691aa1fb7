//! What an app that knows much asks for: little. Counted in requests and bytes, seen inside TLS.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::{Space, Stick};
use tests::{
    report,
    world::{CODE, World, open, unhurried},
};
use wire::{Realm, folder::Folder, random::System};

/// What was said since `before` bytes of the transcript.
struct Said(Vec<u8>);

impl Said {
    fn since(world: &World, before: usize) -> Self {
        Self(world.recorder().transcript().split_off(before))
    }

    fn bytes(&self) -> usize {
        self.0.len()
    }

    /// Requests whose first line begins so.
    fn requests(&self, line: &str) -> usize {
        memchr::memmem::find_iter(&self.0, line).count()
    }

    /// Requests of any kind.
    fn all(&self) -> usize {
        ["GET /", "POST /", "PUT /"]
            .iter()
            .map(|line| self.requests(line))
            .sum()
    }
}

fn mark(world: &World) -> usize {
    world.recorder().transcript().len()
}

async fn fill(space: &mut Space, folder: Folder, notes: usize) {
    let random = &mut System::new();
    for note in 0..notes {
        let title = format!("Papier {note}");
        space.put_note(folder, &title, "x", random).await.unwrap();
    }
}

#[tokio::test]
async fn one_small_request_tells_that_nothing_is_new() {
    let world = World::start().await.unwrap();
    let (_, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    fill(&mut space, Folder::Papiers, 60).await;
    for _ in 0..3 {
        let before = mark(&world);
        assert!(!space.refresh().await.unwrap());
        let said = Said::since(&world, before);
        assert_eq!((said.all(), said.requests("POST /v1/sync")), (1, 1));
        // Heads of twelve folders and the headers of HTTP, both ways.
        assert!(said.bytes() < 2_048, "{} bytes", said.bytes());
    }
}

#[tokio::test]
async fn a_change_moves_the_folder_it_is_in_and_no_other() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut here = made.opened.space;
    fill(&mut here, Folder::Papiers, 150).await;
    let mut there = open(&stick, CODE).await.unwrap().space;
    fill(&mut there, Folder::Argent, 1).await;

    let before = mark(&world);
    assert!(here.refresh().await.unwrap());
    let small = Said::since(&world, before);
    assert_eq!(small.all(), 1);
    assert_eq!(here.list(Folder::Argent).len(), 1);

    fill(&mut there, Folder::Papiers, 1).await;
    let before = mark(&world);
    assert!(here.refresh().await.unwrap());
    let large = Said::since(&world, before);
    assert_eq!(here.list(Folder::Papiers).len(), 151);
    // The large folder did not travel while it had not changed.
    assert!(
        small.bytes() < 4_096 && large.bytes() > 5 * small.bytes(),
        "{} and {} bytes",
        small.bytes(),
        large.bytes()
    );
}

#[tokio::test]
async fn two_thousand_papers_open_without_reading_one() {
    const PAPERS: usize = 2_000;
    let world = World::with(Realm::Prod, unhurried).await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    world.recorder().pause();
    let each = PAPERS.div_ceil(Folder::ALL.len());
    for folder in Folder::ALL {
        let left = PAPERS
            - Folder::ALL
                .iter()
                .map(|f| space.list(*f).len())
                .sum::<usize>();
        fill(&mut space, folder, each.min(left)).await;
    }
    let there = Stick::new(stick.clone());
    space.lock(&there, &mut System::new()).await.unwrap();
    world.recorder().resume();

    let before = mark(&world);
    let space = open(&stick, CODE).await.unwrap().space;
    let said = Said::since(&world, before);
    let listed: usize = Folder::ALL.iter().map(|f| space.list(*f).len()).sum();
    assert_eq!(listed, PAPERS);
    assert_eq!(said.requests("GET /v1/blobs"), 0);
    assert!(said.requests("POST /v1/sync") >= 1);
    report::promise("sync.2000_papers_bytes", said.bytes(), 0).unwrap();
}
