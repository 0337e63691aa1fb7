//! What the portal acknowledged is there after it was killed in the middle of writes, and after the
//! system failed it. `./cle check` plays many more rounds, and cuts the power too.

use portal::store::OnDisk;
use tests::crash::{
    faults::{self, Fault},
    kill,
};

/// Kills for each engine.
const KILLS: u64 = 20;
/// Faults for each engine and kind.
const FAULTS: u64 = 8;

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_kills_on_redb() {
    let tally = kill::rounds(OnDisk::Redb, KILLS).await.unwrap();
    assert_eq!(tally.rounds, KILLS);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_kills_on_sled() {
    let tally = kill::rounds(OnDisk::Sled, KILLS).await.unwrap();
    assert_eq!(tally.rounds, KILLS);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_acknowledged_that_a_failed_sync_lost_on_redb() {
    faults::rounds(OnDisk::Redb, Fault::Sync, FAULTS)
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_acknowledged_that_a_failed_sync_lost_on_sled() {
    faults::rounds(OnDisk::Sled, Fault::Sync, FAULTS)
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_acknowledged_that_found_no_room_on_redb() {
    faults::rounds(OnDisk::Redb, Fault::Full, FAULTS)
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_acknowledged_that_found_no_room_on_sled() {
    faults::rounds(OnDisk::Sled, Fault::Full, FAULTS)
        .await
        .unwrap();
}
