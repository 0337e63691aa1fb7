//! The second door: a security key opens the space, with nothing beside it but a folder that was only
//! prepared. The portal is real; the security key is made of software, at the boundary where a real one is.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

mod devices;
mod door;
mod freezing;
mod lies;
mod renewed;

use key_core::{
    Opened, Space, Stick, Trouble, WallWatch, open_with_security_key,
    security_key::{Fault, Pin},
    stick::Folder as Medium,
};
use std::sync::Arc;
use tests::{
    soft_key::{PIN, SoftKey},
    world::{CODE, World, code, open},
};
use wire::{ObjectId, SlotId, folder::Folder, random::System, structure::VoucherKind};

/// Somebody with a stick, a security key, and a paper.
struct Home {
    world: World,
    stick: Medium,
    /// On the computer's disk: prepared, nothing more.
    door: Medium,
    key: Arc<SoftKey>,
    slot: SlotId,
    paper: ObjectId,
    content: Vec<u8>,
    card: String,
}

impl Home {
    async fn new() -> Self {
        Self::in_world(World::start().await.unwrap()).await
    }

    async fn in_world(world: World) -> Self {
        let random = &mut System::new();
        let (stick, made) = world.new_space("lina").await.unwrap();
        let card = made.card.unwrap().printed().to_string();
        let mut space = made.opened.space;
        let content = tests::papers::pdf("Avis", 40_000, random).unwrap();
        let (from, length) = (std::io::Cursor::new(content.clone()), content.len() as u64);
        let media = "application/pdf";
        let paper = space.put_paper(Folder::Argent, "Avis", media, from, length, random);
        let paper = paper.await.unwrap();
        let key = SoftKey::new();
        let slot = add(&mut space, &stick, &key).await.unwrap();
        space
            .lock(&Stick::new(stick.clone()), random)
            .await
            .unwrap();
        let door = world.stick("door", VoucherKind::Account).unwrap();
        Self {
            world,
            stick,
            door,
            key,
            slot,
            paper,
            content,
            card,
        }
    }

    async fn enter(&self) -> Result<Opened, Trouble> {
        enter(&self.door, &self.key, PIN).await
    }

    async fn is_whole(&self, space: &Space) {
        let read = space.read(Folder::Argent, self.paper).await.unwrap();
        assert_eq!(*read, self.content);
    }

    /// Says that the door is shut, and why.
    async fn is_shut(&self, why: Fault) {
        refused(self.enter().await, why);
    }
}

async fn add(space: &mut Space, stick: &Medium, key: &Arc<SoftKey>) -> Result<SlotId, Trouble> {
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let stick = Stick::new(stick.clone());
    let mut administration = space
        .administer(&stick, &code(CODE), random, &watch)
        .await?;
    let pin = Some(Pin::parse(PIN)?);
    administration
        .add_security_key(&key.device(), pin, random)
        .await
}

async fn enter(door: &Medium, key: &Arc<SoftKey>, pin: &str) -> Result<Opened, Trouble> {
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let stick = Stick::new(door.clone());
    let pin = Some(Pin::parse(pin)?);
    open_with_security_key(&stick, &key.device(), pin, random, &watch).await
}

#[track_caller]
fn refused<T>(result: Result<T, Trouble>, why: Fault) {
    match result {
        Err(Trouble::SecurityKey(fault)) => assert_eq!(fault, why),
        Err(other) => panic!("{why:?} was expected, not: {other}"),
        Ok(_) => panic!("{why:?} was expected"),
    }
}

async fn by_stick(home: &Home) -> Space {
    open(&home.stick, CODE).await.unwrap().space
}
