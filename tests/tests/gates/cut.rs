//! The line to one gate is cut at every request of a renewal and of a first opening: the stick always
//! opens again, and copies of what it was die at every gate.

use super::{ORDER, copy, counted, lock, renew, three};
use key_core::{
    Stick, Trouble, WallWatch,
    stick::{Folder, Stage},
};
use tests::{
    lying::{
        cut::{Lost, cut, nothing},
        liar::Liar,
        lies,
        scene::wrong_codes,
    },
    pulled::{End, Failing},
    report,
    world::{CODE, World, code, first_opening, open},
};
use wire::{Code, gate::Order, random::System, structure::VoucherKind};

/// Bytes of each file of a stick.
const FILE: u64 = 8_192;

/// The stick opens, twice, and no more tries are gone than were under way.
async fn opens(stick: &Folder, gates: u32) {
    for most in [gates, 0] {
        let opened = open(stick, CODE).await.unwrap();
        assert!(wrong_codes(&opened) <= most, "{:?}", opened.notices);
        lock(opened.space, stick).await;
    }
}

/// Every copy made before the last renewal is dead at every gate.
async fn all_dead(world: &World, copies: &[Folder]) {
    for copy in copies {
        for site in &world.sites {
            assert_eq!(counted(site, copy).await, Err(Code::GateDestroyed));
        }
    }
    let last = copies.last().unwrap();
    assert!(matches!(open(last, CODE).await, Err(Trouble::Revoked)));
}

/// Cuts the line to one gate at each of its requests during a renewal.
async fn renewal(gate: usize, lost: Lost) {
    let world = three().await;
    let liar = Liar::before_site(&world.sites[gate]).await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    lock(made.opened.space, &stick).await;
    let (mut copies, mut cuts) = (Vec::new(), 0);
    loop {
        copies.push(copy(&world, &stick, &format!("copy-{cuts}")));
        liar.tell(cut("POST /v1/gate/*", cuts, lost));
        let outcome = renew(&stick).await;
        let told = liar.honest();
        if told.lies == 0 {
            outcome.unwrap();
            break;
        }
        // Two tries at most are under way: of the old key and of the new one.
        opens(&stick, 2).await;
        renew(&stick).await.unwrap();
        cuts += 1;
    }
    // The third gate is not asked about the old key: two others have answered.
    assert!(cuts >= 10, "{cuts} requests");
    opens(&stick, 0).await;
    all_dead(&world, &copies).await;
    let what = match lost {
        Lost::Request => "request",
        Lost::Answer => "answer",
    };
    report::promise(&format!("gates.renewal.{what}.{}", gate + 1), cuts, 0).unwrap();
}

#[tokio::test]
async fn each_request_of_a_renewal_to_the_first_gate() {
    renewal(0, Lost::Request).await;
}

#[tokio::test]
async fn each_request_of_a_renewal_to_the_second_gate() {
    renewal(1, Lost::Request).await;
}

#[tokio::test]
async fn each_request_of_a_renewal_to_the_third_gate() {
    renewal(2, Lost::Request).await;
}

#[tokio::test]
async fn each_answer_of_the_first_gate_to_a_renewal() {
    renewal(0, Lost::Answer).await;
}

#[tokio::test]
async fn each_answer_of_the_second_gate_to_a_renewal() {
    renewal(1, Lost::Answer).await;
}

#[tokio::test]
async fn each_answer_of_the_third_gate_to_a_renewal() {
    renewal(2, Lost::Answer).await;
}

#[tokio::test]
async fn a_copy_opens_nothing_although_one_gate_has_not_heard_of_the_renewal() {
    let mut world = three().await;
    let (stick, made) = world.new_space("cle").await.unwrap();
    lock(made.opened.space, &stick).await;
    let stolen = copy(&world, &stick, "stolen");
    let liar = Liar::before_site(&world.sites[1]).await.unwrap();
    liar.tell(lies::instead(ORDER, |asked| {
        let order = wire::decode_canonical::<Order>(&asked.body, Order::MAX);
        matches!(order, Ok(Order::Commit(_))).then(nothing)
    }));
    assert!(renew(&stick).await.is_err());
    assert!(liar.honest().lies > 0);
    drop(liar);
    // The gates before and after it have.
    assert_eq!(counted(&world.sites[1], &stolen).await, Ok(0));
    for site in [0, 2] {
        assert_eq!(
            counted(&world.sites[site], &stolen).await,
            Err(Code::GateDestroyed)
        );
    }
    world.sites[1].restart().await.unwrap();
    assert!(matches!(open(&stolen, CODE).await, Err(Trouble::Revoked)));
    opens(&stick, 2).await;
    all_dead(&world, &[stolen]).await;
}

#[tokio::test]
async fn the_stick_pulled_at_each_write_of_a_renewal() {
    let world = three().await;
    let (stick, made) = world.new_space("cle").await.unwrap();
    lock(made.opened.space, &stick).await;
    let (mut copies, mut write) = (Vec::new(), 0);
    'writes: loop {
        for within in [1, FILE / 2, FILE - 1, FILE] {
            copies.push(copy(&world, &stick, &format!("copy-{write}-{within}")));
            let pulled = Failing::after(write * FILE + within, &stick, End::Pulled);
            let (handle, watch) = (Stick::new(pulled.clone()), WallWatch::start());
            let outcome = key_core::renew(&handle, &code(CODE), &mut System::new(), &watch).await;
            if !pulled.ended() {
                outcome.unwrap();
                break 'writes;
            }
            outcome.unwrap_err();
            opens(&stick, 2).await;
        }
        write += 1;
    }
    assert!(write >= 3, "{write} writes");
    opens(&stick, 0).await;
    all_dead(&world, &copies).await;
    report::promise(
        "gates.renewal.pulled",
        usize::try_from(write).unwrap() * 4,
        0,
    )
    .unwrap();
}

/// Cuts the line to one gate at each of its requests during a first opening.
async fn first(gate: usize, lost: Lost) -> usize {
    let world = three().await;
    let liar = Liar::before_site(&world.sites[gate]).await.unwrap();
    let mut cuts = 0;
    loop {
        let stick = world
            .stick(&format!("cle-{cuts}"), VoucherKind::Account)
            .unwrap();
        liar.tell(cut("POST /v1/gate/*", cuts, lost));
        let outcome = first_opening(&stick, CODE).await;
        if liar.honest().lies == 0 {
            outcome.unwrap();
            return cuts;
        }
        drop(outcome);
        if Stick::new(stick.clone()).stage().unwrap() == Stage::New {
            first_opening(&stick, CODE).await.unwrap();
        }
        opens(&stick, 2).await;
        cuts += 1;
    }
}

#[tokio::test]
async fn each_request_of_a_first_opening() {
    let mut cuts = 0;
    for gate in [0, 2] {
        cuts += first(gate, Lost::Request).await;
    }
    assert!(cuts >= 12, "{cuts} requests");
    report::promise("gates.first_opening.request", cuts, 0).unwrap();
}

#[tokio::test]
async fn each_answer_to_a_first_opening() {
    let mut cuts = 0;
    for gate in [0, 2] {
        cuts += first(gate, Lost::Answer).await;
    }
    assert!(cuts >= 12, "{cuts} answers");
    report::promise("gates.first_opening.answer", cuts, 0).unwrap();
}

#[tokio::test]
async fn a_first_opening_cut_half_way_loses_no_try_however_often_it_is_taken_up() {
    let mut world = three().await;
    let liar = Liar::before(&world).await.unwrap();
    let stick = world.stick("cle", VoucherKind::Account).unwrap();
    liar.tell(cut("POST /v1/stage", 0, Lost::Request));
    assert!(matches!(
        first_opening(&stick, CODE).await,
        Err(Trouble::Unreachable)
    ));
    liar.honest();
    // Its envelope is sealed, its space is not made, and now one gate is away.
    world.sites[2].stop().await;
    for _ in 0..12 {
        let refused = first_opening(&stick, CODE).await.unwrap_err();
        let said = matches!(
            refused,
            Trouble::GatesAway {
                answered: 2,
                needed: 3
            }
        );
        assert!(said, "{refused:?}");
    }
    for site in [0, 1] {
        assert_eq!(counted(&world.sites[site], &stick).await, Ok(0));
    }
    world.sites[2].restart().await.unwrap();
    first_opening(&stick, CODE).await.unwrap();
    opens(&stick, 0).await;
}
