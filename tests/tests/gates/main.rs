//! A stick with three gates, each at a portal of its own, of which any two open it.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

mod counters;
mod cut;
mod deletion;
mod onward;
mod story;

use key_core::{Stick, Trouble, WallWatch, stick::Folder};
use tests::{
    knock::{Door, Knock},
    site::Site,
    world::{CODE, World, code, unhurried},
};
use wire::{Code, gate::Order, random::System};

const ORDER: &str = "POST /v1/gate/order";

/// A world with three gates.
async fn three() -> World {
    World::with_gates(3, unhurried).await.unwrap()
}

async fn lock(space: key_core::Space, stick: &Folder) {
    let handle = Stick::new(stick.clone());
    space.lock(&handle, &mut System::new()).await.unwrap();
}

async fn renew(stick: &Folder) -> Result<(), Trouble> {
    let (stick, watch) = (Stick::new(stick.clone()), WallWatch::start());
    key_core::renew(&stick, &code(CODE), &mut System::new(), &watch).await
}

/// A copy of everything on a stick, as somebody makes who has it in hand for a minute.
fn copy(world: &World, stick: &Folder, name: &str) -> Folder {
    let to = world.folder().join(name);
    std::fs::create_dir_all(&to).unwrap();
    for entry in std::fs::read_dir(stick.path()).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
    Folder::new(to)
}

/// How many wrong codes in a row a gate has counted, or why it does not say.
async fn counted(site: &Site, stick: &Folder) -> Result<u32, Code> {
    let door = Door::of(site).unwrap();
    let answer = Knock::of(stick).unwrap().status(&door).await.unwrap();
    answer
        .map(|answer| answer.tries.in_a_row)
        .map_err(|refusal| refusal.code)
}

/// Who controls a stick: what a portal hands on when one is added or the account is rekeyed.
fn is_set_keys(body: &[u8]) -> bool {
    let order = wire::decode_canonical::<Order>(body, Order::MAX);
    matches!(order, Ok(Order::SetKeys(_)))
}
