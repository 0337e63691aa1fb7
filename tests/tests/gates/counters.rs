//! Tries are counted, exactly and before anything is evaluated: by fifty requests at once, over a stop,
//! a restored backup, and a clock that jumps.

use super::three;
use futures_util::future::join_all;
use std::collections::BTreeMap;
use tests::{
    knock::{Door, Knock},
    report,
    world::{TODAY, World},
};
use wire::{Code, Realm, api::Evaluated, gate::Standing, structure::VoucherKind};

/// Requests at once.
const CROWD: usize = 50;
/// Before the sixth, seventh, … try in a row.
const WAITS: [u64; 5] = [60, 300, 1_800, 3_600, 3_600];

/// A stick of nobody's, enrolled at the first gate of a world.
async fn enrolled(world: &World) -> (Knock, Door) {
    let stick = Knock::fresh(Realm::Prod);
    let door = Door::of(&world.sites[0]).unwrap();
    let papers = world.papers(VoucherKind::Account, TODAY + 86_400);
    stick.enrol(&door, papers.voucher).await.unwrap();
    (stick, door)
}

/// Fifty tries at once: what was evaluated, and how often each refusal was given.
async fn crowd(stick: &Knock, door: &Door) -> (Vec<Evaluated>, BTreeMap<&'static str, usize>) {
    let challenges = join_all((0..CROWD).map(|_| door.challenge())).await;
    let requests = challenges.into_iter();
    let requests: Vec<_> = requests
        .map(|challenge| stick.request(door, challenge.unwrap()))
        .collect();
    let asked = requests.iter().map(|request| stick.evaluate(door, request));
    let (mut evaluated, mut refused) = (Vec::new(), BTreeMap::new());
    for answer in join_all(asked).await {
        match answer.unwrap() {
            Ok(answer) => evaluated.push(answer),
            Err(refusal) => *refused.entry(refusal.code.as_str()).or_default() += 1,
        }
    }
    assert_eq!(evaluated.len() + refused.values().sum::<usize>(), CROWD);
    (evaluated, refused)
}

#[tokio::test]
async fn fifty_at_once_get_ten_tries_in_all() {
    let mut world = three().await;
    let (stick, mut door) = enrolled(&world).await;
    let mut numbers = Vec::new();
    let mut asked = 0;
    let (evaluated, refused) = crowd(&stick, &door).await;
    asked += CROWD;
    assert_eq!(evaluated.len(), 5, "{refused:?}");
    assert_eq!(refused[Code::GateWait.as_str()], CROWD - 5);
    numbers.extend(evaluated.iter().map(|answer| answer.tries.in_a_row));
    for wait in WAITS {
        // What was counted is counted whatever happens to the portal.
        world.restart().await.unwrap();
        door = Door::of(&world.sites[0]).unwrap();
        let (evaluated, refused) = crowd(&stick, &door).await;
        assert!(evaluated.is_empty(), "{refused:?}");
        world.clock.advance(wait);
        let (evaluated, refused) = crowd(&stick, &door).await;
        assert_eq!(evaluated.len(), 1, "{refused:?}");
        numbers.extend(evaluated.iter().map(|answer| answer.tries.in_a_row));
        asked += 2 * CROWD;
    }
    // Each try has its number: none was evaluated uncounted, and none counted twice.
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=10).collect::<Vec<u32>>());
    world.clock.advance(1_000_000);
    let (evaluated, refused) = crowd(&stick, &door).await;
    asked += CROWD;
    assert!(evaluated.is_empty());
    assert_eq!(refused[Code::GateFrozen.as_str()], CROWD);
    let answer = stick.status(&door).await.unwrap().unwrap();
    assert_eq!(answer.standing, Standing::Frozen);
    let tries = answer.tries;
    assert_eq!(
        (tries.in_a_row, tries.enrolment, tries.lifetime, tries.left),
        (10, 10, 10, 0)
    );
    // Another gate has heard nothing of it: each counts its own.
    let other = Door::of(&world.sites[1]).unwrap();
    let unknown = stick.status(&other).await.unwrap().unwrap_err();
    assert_eq!(unknown.code, Code::GateRefused);
    report::promise("gates.parallel", asked, numbers.len() - 10).unwrap();
}

#[tokio::test]
async fn one_request_fifty_times_is_one_try() {
    let world = three().await;
    let (stick, door) = enrolled(&world).await;
    let request = stick.request(&door, door.challenge().await.unwrap());
    let asked = (0..CROWD).map(|_| stick.evaluate(&door, &request));
    let answers = join_all(asked).await;
    let mut elements = std::collections::BTreeSet::new();
    for answer in answers {
        let answer = answer.unwrap().unwrap();
        assert_eq!(answer.tries.in_a_row, 1);
        elements.insert(answer.element.0);
    }
    assert_eq!(elements.len(), 1);
    // One challenge serves one try, however many want it at once.
    let challenge = door.challenge().await.unwrap();
    let requests: Vec<_> = (0..CROWD)
        .map(|_| stick.request(&door, challenge))
        .collect();
    let asked = requests
        .iter()
        .map(|request| stick.evaluate(&door, request));
    let answers = join_all(asked).await;
    let evaluated = answers.iter().filter(|answer| matches!(answer, Ok(Ok(_))));
    assert_eq!(evaluated.count(), 1);
    let tries = stick.status(&door).await.unwrap().unwrap().tries;
    assert_eq!((tries.in_a_row, tries.lifetime), (2, 2));
    // Its success, told by fifty at once, is given back once.
    let good = stick.request(&door, door.challenge().await.unwrap());
    stick.evaluate(&door, &good).await.unwrap().unwrap();
    let told = (0..CROWD).map(|_| stick.succeed(&door, &good));
    for told in join_all(told).await {
        let told = told.unwrap().unwrap();
        assert_eq!((told.in_a_row, told.enrolment, told.lifetime), (2, 2, 2));
    }
    let tries = stick.status(&door).await.unwrap().unwrap().tries;
    assert_eq!((tries.in_a_row, tries.enrolment, tries.lifetime), (0, 2, 2));
    report::promise("gates.repeated", 3 * CROWD, 0).unwrap();
}

#[tokio::test]
async fn a_restored_gate_gives_three_tries_to_fifty_at_once() {
    let mut world = three().await;
    let (stick, door) = enrolled(&world).await;
    for _ in 0..2 {
        stick.attempt(&door).await.unwrap().unwrap();
    }
    let backup = world.folder().join("backup");
    world
        .portal()
        .unwrap()
        .backup(backup.clone())
        .await
        .unwrap();
    // Between the backup and the loss: these are forgotten, so that fewer are left than were.
    for _ in 0..2 {
        stick.attempt(&door).await.unwrap().unwrap();
    }
    world.stop().await;
    std::fs::remove_dir_all(world.data()).unwrap();
    let coming = world.come_back(&backup, "gate-backup", "new-machine");
    coming.await.unwrap();
    let door = Door::of(&world.sites[0]).unwrap();
    let (evaluated, refused) = crowd(&stick, &door).await;
    assert_eq!(evaluated.len(), 3, "{refused:?}");
    assert_eq!(refused[Code::GateFrozen.as_str()], CROWD - 3);
    world.clock.advance(1_000_000);
    let (evaluated, refused) = crowd(&stick, &door).await;
    assert!(evaluated.is_empty());
    assert_eq!(refused[Code::GateFrozen.as_str()], CROWD);
    report::promise("gates.restored", 2 * CROWD, 0).unwrap();
}

#[tokio::test]
async fn a_clock_that_jumps_gives_no_try_and_takes_none() {
    let mut world = three().await;
    let (stick, door) = enrolled(&world).await;
    crowd(&stick, &door).await;
    let wait = async |door: &Door| {
        let refusal = stick.attempt(door).await.unwrap().unwrap_err();
        assert_eq!(refusal.code, Code::GateWait);
        refusal.retry_after_s.unwrap()
    };
    assert_eq!(wait(&door).await, 60);
    world.clock.advance(59);
    assert_eq!(wait(&door).await, 1);
    // A year back: the wait begins again at its own length, never longer, over a stop too.
    world.clock.set(TODAY - 365 * 86_400);
    assert_eq!(wait(&door).await, 60);
    world.clock.advance(30);
    world.restart().await.unwrap();
    let door = Door::of(&world.sites[0]).unwrap();
    assert_eq!(wait(&door).await, 30);
    world.clock.advance(30);
    let (evaluated, _) = crowd(&stick, &door).await;
    assert_eq!(evaluated.len(), 1);
    // Ten years ahead: the wait is over, for one try.
    world.clock.set(TODAY + 3_650 * 86_400);
    let (evaluated, _) = crowd(&stick, &door).await;
    assert_eq!(evaluated.len(), 1);
    assert_eq!(wait(&door).await, 1_800);
    let tries = stick.status(&door).await.unwrap().unwrap().tries;
    assert_eq!((tries.in_a_row, tries.left), (7, 3));
    // A challenge given before the jump is not good after it.
    let challenge = door.challenge().await.unwrap();
    world.clock.advance(1_800);
    let late = stick.request(&door, challenge);
    let refusal = stick.evaluate(&door, &late).await.unwrap().unwrap_err();
    assert_eq!(refusal.code, Code::CeremonyExpired);
    report::promise("gates.clock", 3 * CROWD, 0).unwrap();
}
