//! Twelve at once, a thousand one after the other, and a portal that is away meanwhile.

use crate::PROGRAMS;
use key_core::{
    contents::{Standing, contents},
    fleet::{
        Clock, Consent, Fault, Fleet, JOURNAL, Offer, Probe, Programs, State, Step, Unusable, clock,
    },
    stick::Folder,
};
use std::collections::BTreeSet;
use tests::{
    report,
    workshop::{Workshop, write},
    world::{CODE, TODAY, World, first_opening, open},
};

/// Every file of a stick is on its list, or its own.
fn is_clean(stick: &Folder) {
    let found = contents(stick.path(), None).unwrap();
    assert!(found.list.is_some());
    for line in &found.files {
        assert!(
            matches!(line.standing, Standing::Listed | Standing::Own),
            "{line:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twelve_at_once_and_two_of_them_open_a_space() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 41, 12, &PROGRAMS).unwrap();
    let fleet = table.fleet().unwrap();
    let sticks: Vec<Folder> = (0..12)
        .map(|stick| table.blank(&stick.to_string()).unwrap())
        .collect();
    let numbers: BTreeSet<u32> = std::thread::scope(|scope| {
        let writing: Vec<_> = sticks
            .iter()
            .map(|stick| scope.spawn(|| write(&fleet, stick).unwrap().number))
            .collect();
        let made = writing.into_iter().map(|one| one.join().unwrap());
        made.collect()
    });
    assert_eq!(numbers, (41..53).collect());
    assert!(
        fleet
            .rows()
            .iter()
            .all(|row| row.state == Some(State::Ready))
    );
    let keys: BTreeSet<Vec<u8>> = sticks
        .iter()
        .map(|stick| std::fs::read(stick.path().join("cle-a.bin")).unwrap())
        .collect();
    assert_eq!(keys.len(), 12, "each has a voucher of its own");
    for stick in &sticks {
        is_clean(stick);
    }
    for stick in &sticks[..2] {
        first_opening(stick, CODE).await.unwrap();
        open(stick, CODE).await.unwrap();
    }
    report::promise("fleet.dozen", sticks.len(), 0).unwrap();
}

#[tokio::test]
async fn a_thousand_and_each_number_and_voucher_once() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1_000, &[("cle", 7)]).unwrap();
    // Taken up again in the middle, as on another day.
    let mut made = BTreeSet::new();
    for half in 0..2 {
        let fleet = table.fleet().unwrap();
        for stick in 0..500 {
            let stick = table.blank(&format!("{half}-{stick}")).unwrap();
            assert!(made.insert(write(&fleet, &stick).unwrap().number));
        }
    }
    assert_eq!(made, (1..=1_000).collect());
    let fleet = table.fleet().unwrap();
    assert_eq!(fleet.vouchers(TODAY).unwrap().0, 0);
    let more = write(&fleet, &table.blank("one more").unwrap());
    assert!(more.unwrap_err().to_string().contains("no number to write"));
    report::promise("fleet.thousand", made.len(), 0).unwrap();
}

#[tokio::test]
async fn without_a_portal_sticks_are_written_and_it_is_said_that_nobody_was_asked() {
    let mut world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 2, &PROGRAMS).unwrap();
    assert_eq!(clock(&table.plan, TODAY).await.unwrap(), Clock::Right);
    let wrong = clock(&table.plan, TODAY + 40 * 86_400).await.unwrap();
    assert_eq!(wrong, Clock::Wrong);
    world.stop().await;
    assert_eq!(clock(&table.plan, TODAY).await.unwrap(), Clock::Unknown);
    let stick = table.blank("cle").unwrap();
    write(&table.fleet().unwrap(), &stick).unwrap();
    world.restart().await.unwrap();
    first_opening(&stick, CODE).await.unwrap();
}

#[tokio::test]
async fn a_stick_that_is_ready_stays_what_it_is() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 7, 2, &PROGRAMS).unwrap();
    let stick = table.blank("cle").unwrap();
    assert_eq!(write(&table.fleet().unwrap(), &stick).unwrap().number, 7);
    let before = std::fs::read(stick.path().join("cle-a.bin")).unwrap();
    // Plugged in again, another day, and with a program that somebody damaged meanwhile.
    std::fs::write(stick.path().join("cle"), "not it").unwrap();
    assert_eq!(write(&table.fleet().unwrap(), &stick).unwrap().number, 7);
    is_clean(&stick);
    let after = std::fs::read(stick.path().join("cle-a.bin")).unwrap();
    assert_eq!(before, after);
    // The second number is for another stick.
    let other = table.blank("other").unwrap();
    assert_eq!(write(&table.fleet().unwrap(), &other).unwrap().number, 8);
}

#[tokio::test]
async fn a_folder_of_vouchers_is_good_for_what_is_not_ready() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 41, 4, &PROGRAMS).unwrap();
    let offer = || Offer::read(&table.plan, &table.vouchers(), 0, TODAY).unwrap();
    let (first, count, left) = (offer().first, offer().count, offer().left);
    assert_eq!((first, count, left), (1, 4, 4));
    // Nothing was begun by looking.
    assert!(!table.vouchers().join(JOURNAL).exists());
    std::fs::write(table.vouchers().join("notice.txt"), "no voucher").unwrap();
    {
        let fleet = table.fleet().unwrap();
        for stick in ["a", "b", "c"] {
            write(&fleet, &table.blank(stick).unwrap()).unwrap();
        }
        // Whoever writes holds the journal.
        assert!(Offer::read(&table.plan, &table.vouchers(), 0, TODAY).is_err());
    }
    let next = offer();
    assert_eq!((next.first, next.count, next.left), (44, 1, 1));
    // What somebody has in another folder's number comes first.
    let after = |last| Offer::read(&table.plan, &table.vouchers(), last, TODAY);
    assert_eq!(
        (after(60).unwrap().first, after(7).unwrap().first),
        (61, 44)
    );
    assert_eq!(
        next.unusable,
        [("notice.txt".to_owned(), Unusable::Damaged)]
    );
    // One is stopped in the middle.
    let again = Fleet::open(
        table.plan.clone(),
        Programs::read(&table.programs(), None).unwrap(),
        &table.vouchers(),
        TODAY,
    );
    let again = again.unwrap();
    let torn = table.blank("torn").unwrap();
    let mut seen = Vec::new();
    let stopped = again.write(
        &torn,
        Consent::BlankOnly,
        Probe::Written,
        TODAY,
        &mut |number, step| {
            seen.push(number);
            if step == Step::Written {
                again.stop();
            }
        },
    );
    assert!(matches!(stopped, Err(Fault::Stopped(44))), "{stopped:?}");
    assert!(seen.iter().all(|number| *number == 44));
    drop(again);
    let next = offer();
    assert_eq!((next.first, next.count, next.left), (44, 1, 0));
    // Whoever stopped goes on: the same stick, the same number.
    let made = write(&table.fleet().unwrap(), &torn).unwrap();
    assert_eq!(made.number, 44);
    is_clean(&torn);
    let none = offer();
    assert_eq!((none.first, none.count), (45, 0));
}
