//! A deleted space's sticks die at every gate, once its days are over and no sooner.

use super::{counted, lock, three};
use key_core::{Stick, Trouble, WallWatch};
use tests::world::{CODE, code, open};
use wire::{Code, random::System};

const WEEK: u64 = 7 * 86_400;

#[tokio::test]
async fn a_deleted_spaces_stick_dies_at_every_gate_also_at_one_that_was_away() {
    let mut world = three().await;
    let (mut random, watch) = (System::new(), WallWatch::start());
    let (folder, made) = world.new_space("cle").await.unwrap();
    world.portal().unwrap().hourly().await.unwrap();
    let mut space = made.opened.space;
    let stick = Stick::new(folder.clone());
    space
        .administer(&stick, &code(CODE), &mut random, &watch)
        .await
        .unwrap()
        .delete_account()
        .await
        .unwrap();
    lock(space, &folder).await;
    world.portal().unwrap().hourly().await.unwrap();
    for site in &world.sites {
        assert_eq!(counted(site, &folder).await, Ok(0), "its order is held");
    }

    world.sites[1].stop().await;
    world.clock.advance(WEEK);
    for _ in 0..2 {
        world.portal().unwrap().hourly().await.unwrap();
    }
    for site in [0, 2] {
        let gone = counted(&world.sites[site], &folder).await;
        assert_eq!(gone, Err(Code::GateDestroyed));
        assert_eq!(world.sites[site].secrets().unwrap(), 0);
    }
    assert!(matches!(open(&folder, CODE).await, Err(Trouble::Revoked)));

    // The portal stops and starts, too: the order outlives its space.
    world.restart().await.unwrap();
    world.sites[1].restart().await.unwrap();
    assert_eq!(counted(&world.sites[1], &folder).await, Ok(0), "not yet");
    world.portal().unwrap().hourly().await.unwrap();
    let gone = counted(&world.sites[1], &folder).await;
    assert_eq!(gone, Err(Code::GateDestroyed));
    assert_eq!(world.sites[1].secrets().unwrap(), 0);
}
