//! What goes wrong is said in a clear sentence, and nothing is lost.

use key_core::{
    Notice, Stick, Trouble, WallWatch,
    provision::provision,
    stick::{Folder, Medium},
};
use std::io::{Cursor, Read};
use tests::{
    pulled::{End, Failing},
    world::{CODE, OTHER_CODE, TODAY, World, code, first_opening, open},
};
use wire::{
    Code, Realm,
    folder::Folder as Theme,
    random::System,
    structure::{Locator, VoucherKind},
};

#[tokio::test]
async fn wrong_codes_are_counted_and_said_at_the_next_opening() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    drop(made);
    for left in [9, 8, 7] {
        match open(&stick, OTHER_CODE).await {
            Err(Trouble::WrongCode(tries)) => assert_eq!(tries.left, left),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(
        open(&stick, CODE).await.unwrap().notices,
        [Notice::WrongCodes(3)]
    );
    assert_eq!(open(&stick, CODE).await.unwrap().notices, []);
    match open(&stick, OTHER_CODE).await {
        Err(Trouble::WrongCode(tries)) => assert_eq!(tries.left, 9),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn ten_wrong_codes_freeze_the_stick_even_for_the_right_one() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    drop(made);
    for n in 1..=10 {
        let refused = open(&stick, OTHER_CODE).await.unwrap_err();
        match n {
            1..=9 => assert!(matches!(refused, Trouble::WrongCode(_)), "{n}: {refused:?}"),
            _ => assert!(matches!(refused, Trouble::Frozen), "{n}: {refused:?}"),
        }
        if n == 5 {
            assert!(matches!(
                open(&stick, CODE).await,
                Err(Trouble::Wait(1..=60))
            ));
        }
        world.clock.advance(3_600);
    }
    assert!(matches!(open(&stick, CODE).await, Err(Trouble::Frozen)));
}

#[tokio::test]
async fn a_portal_that_is_away_is_said_and_costs_nothing() {
    let mut world = World::start().await.unwrap();
    let (stick, mut made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    world.stop().await;
    assert!(matches!(
        open(&stick, CODE).await,
        Err(Trouble::Unreachable)
    ));
    let space = &mut made.opened.space;
    let put = space.put_note(Theme::Private, "n", "n", &mut random).await;
    assert!(matches!(put, Err(Trouble::Unreachable)));
    world.restart().await.unwrap();
    // The session outlives the portal's restart.
    space
        .put_note(Theme::Private, "n", "n", &mut random)
        .await
        .unwrap();
    assert_eq!(open(&stick, CODE).await.unwrap().notices, []);
}

#[tokio::test]
async fn another_certificate_is_told_apart_from_a_portal_that_is_away() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    drop(made);
    // A network in between answers at the portal's address with a certificate of its own: the stick
    // of one structure meets the portal of another.
    let other = World::start().await.unwrap();
    let address = world.structure.public().locator().unwrap().portals[0].clone();
    let moved = world.folder().join("between");
    std::fs::create_dir_all(&moved).unwrap();
    let mut papers = world.papers(VoucherKind::Account, TODAY + 86_400);
    let trust = other.structure.public().locator().unwrap().trust;
    papers.locator = {
        let mut structure = portal::structure::Structure::generate(
            &mut System::new(),
            Realm::Prod,
            &portal::structure::Addresses {
                rp_id: "acces.mesdroits.example".into(),
                origin: "https://acces.mesdroits.example".into(),
                portal: address.clone(),
                gates: vec![address],
                trust,
            },
            TODAY,
        );
        papers.voucher =
            structure.voucher(&mut System::new(), VoucherKind::Account, TODAY + 86_400);
        papers.structure = structure.public().root.fingerprint();
        structure.relocate(|_| {})
    };
    let between = Folder::new(moved);
    provision(&Stick::new(between.clone()), &papers, TODAY).unwrap();
    let refused = first_opening(&between, CODE).await.unwrap_err();
    assert!(matches!(refused, Trouble::OtherCertificate), "{refused:?}");
    open(&stick, CODE).await.unwrap();
}

#[tokio::test]
async fn a_full_stick_keeps_what_it_had() {
    let world = World::start().await.unwrap();
    let folder = world.stick("cle", VoucherKind::Account).unwrap();
    let full = Failing::after(3 * 8_192 + 100, &folder, End::Full);
    let mut random = System::new();
    let refused = key_core::first_opening(
        &Stick::new(full),
        &code(CODE),
        &mut random,
        &WallWatch::start(),
    )
    .await
    .unwrap_err();
    assert!(
        matches!(
            refused,
            Trouble::Stick {
                doing: "written",
                ..
            }
        ),
        "{refused:?}"
    );
    first_opening(&folder, CODE).await.unwrap();
}

#[tokio::test]
async fn a_stick_that_takes_no_writing_costs_no_tries() {
    let world = World::start().await.unwrap();
    let folder = world.stick("cle", VoucherKind::Account).unwrap();
    let mut random = System::new();
    // The device secret is still taken, then nothing any more.
    for left in core::iter::once(2 * 8_192 + 1).chain([1; 12]) {
        let full = Stick::new(Failing::after(left, &folder, End::Full));
        let watch = WallWatch::start();
        let refused = key_core::first_opening(&full, &code(CODE), &mut random, &watch).await;
        assert!(matches!(refused, Err(Trouble::Stick { .. })), "{refused:?}");
    }
    first_opening(&folder, CODE).await.unwrap();

    // Later, too: what is full, worn or failing still opens.
    let worn = Stick::new(Failing::after(0, &folder, End::Full));
    for name in ["repere-a.bin", "repere-b.bin"] {
        std::fs::remove_file(folder.path().join(name)).unwrap();
    }
    let watch = WallWatch::start();
    let opened = key_core::open(&worn, &code(CODE), &mut random, &watch)
        .await
        .unwrap();
    assert_eq!(opened.notices, [Notice::NothingPinned, Notice::ReadOnly]);
}

#[tokio::test]
async fn a_portal_that_moves_is_followed_by_its_sticks() {
    let mut world = World::start().await.unwrap();
    let (folder, made) = world.new_space("cle").await.unwrap();
    drop(made);
    let relocated = world.structure.relocate(|locator| {
        let first = locator.portals[0].clone();
        locator.portals = vec![first, "https://127.0.0.2:9".to_owned()];
    });
    std::fs::write(world.data().join("locator"), wire::encode(&relocated)).unwrap();
    world.restart().await.unwrap();
    for _ in 0..2 {
        assert_eq!(open(&folder, CODE).await.unwrap().notices, []);
        for name in ["cle-a.bin", "cle-b.bin"] {
            let bytes = folder.read(name).unwrap().unwrap();
            let cle = crypto::stick::Cle::from_bytes(&bytes).unwrap();
            assert_eq!(*cle.locator(), relocated);
        }
    }
}

/// A slip of the pen in an address that the root signed: whoever opened in between must not be shut out for good.
#[tokio::test]
async fn an_address_that_nobody_answers_at_is_not_followed() {
    let mut world = World::start().await.unwrap();
    let (folder, made) = world.new_space("cle").await.unwrap();
    drop(made);
    let kept = |folder: &Folder| {
        let bytes = folder.read("cle-a.bin").unwrap().unwrap();
        crypto::stick::Cle::from_bytes(&bytes)
            .unwrap()
            .locator()
            .clone()
    };
    let before = kept(&folder);
    let nowhere = "https://127.0.0.2:9";
    let slips: [&dyn Fn(&mut Locator); 2] = [
        &|locator| locator.portals = vec![nowhere.to_owned()],
        &|locator| locator.gates[0].address = nowhere.to_owned(),
    ];
    for slip in slips {
        let wrong = world.structure.relocate(slip);
        std::fs::write(world.data().join("locator"), wire::encode(&wrong)).unwrap();
        world.restart().await.unwrap();
        // The portal sends orders to its own gate in its own process: that the address is wrong shows here alone.
        for _ in 0..2 {
            open(&folder, CODE).await.unwrap();
            assert_eq!(kept(&folder), before);
        }
    }
    // Where the new one answers it is followed, though the old one is named no more.
    let address = before.locator.claimed().unwrap().portals[0].clone();
    // The same place, said otherwise.
    let elsewhere = address.replace("127.0.0.1", "127.1");
    assert_ne!(address, elsewhere);
    let moved = world.structure.relocate(|locator| {
        locator.portals = vec![elsewhere.clone()];
        locator.gates[0].address.clone_from(&elsewhere);
    });
    std::fs::write(world.data().join("locator"), wire::encode(&moved)).unwrap();
    world.restart().await.unwrap();
    for _ in 0..2 {
        open(&folder, CODE).await.unwrap();
        assert_eq!(kept(&folder), moved);
    }
}

#[tokio::test]
async fn a_wiped_stick_is_blank_and_can_be_prepared_again() {
    let world = World::start().await.unwrap();
    let (folder, made) = world.new_space("cle").await.unwrap();
    drop(made);
    let stick = Stick::new(folder.clone());
    let papers = world.papers(VoucherKind::Account, TODAY + 86_400);
    assert!(matches!(
        provision(&stick, &papers, TODAY),
        Err(Trouble::StickState(_))
    ));
    stick.wipe().unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    provision(&stick, &papers, TODAY).unwrap();
    first_opening(&folder, CODE).await.unwrap();
}

#[tokio::test]
async fn a_read_only_stick_opens_with_a_warning_and_without_administration() {
    let world = World::start().await.unwrap();
    let (folder, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    let mut space = made.opened.space;
    let id = space
        .put_note(Theme::Private, "n", "n", &mut random)
        .await
        .unwrap();
    let stick = Stick::new(Failing::after(0, &folder, End::ReadOnly));
    let watch = WallWatch::start();
    let mut opened = key_core::open(&stick, &code(CODE), &mut random, &watch)
        .await
        .unwrap();
    assert_eq!(opened.notices, [Notice::ReadOnly]);
    assert_eq!(&*opened.space.read(Theme::Private, id).await.unwrap(), b"n");
    opened
        .space
        .put_note(Theme::Private, "m", "m", &mut random)
        .await
        .unwrap();
    let refused = opened
        .space
        .administer(&stick, &code(CODE), &mut random, &watch)
        .await;
    assert!(matches!(refused, Err(Trouble::ReadOnly)), "{refused:?}");
    opened.space.lock(&stick, &mut random).await.unwrap();
}

#[tokio::test]
async fn one_damaged_copy_is_mended_and_two_are_said() {
    let world = World::start().await.unwrap();
    let (folder, made) = world.new_space("cle").await.unwrap();
    drop(made);
    for name in ["cle-a.bin", "cle-b.bin"] {
        let mut bytes = folder.read(name).unwrap().unwrap();
        bytes[1_000] ^= 1;
        folder.write(name, &bytes).unwrap();
        assert_eq!(
            open(&folder, CODE).await.unwrap().notices,
            [Notice::CopyMended]
        );
        assert_eq!(open(&folder, CODE).await.unwrap().notices, []);
    }
    for name in ["cle-a.bin", "cle-b.bin"] {
        folder.write(name, b"torn").unwrap();
    }
    assert!(matches!(
        open(&folder, CODE).await,
        Err(Trouble::StickDamaged)
    ));
}

#[tokio::test]
async fn a_lost_pin_is_said() {
    let world = World::start().await.unwrap();
    let (folder, made) = world.new_space("cle").await.unwrap();
    drop(made);
    for name in ["repere-a.bin", "repere-b.bin"] {
        std::fs::remove_file(folder.path().join(name)).unwrap();
    }
    assert_eq!(
        open(&folder, CODE).await.unwrap().notices,
        [Notice::NothingPinned]
    );
    assert_eq!(open(&folder, CODE).await.unwrap().notices, []);
}

#[tokio::test]
async fn a_stick_of_another_structure_is_refused() {
    let (world, other) = (World::start().await.unwrap(), World::start().await.unwrap());
    let mut papers = world.papers(VoucherKind::Account, TODAY + 86_400);
    papers.voucher = other.papers(VoucherKind::Account, TODAY + 86_400).voucher;
    let folder = world.folder().join("mixed");
    std::fs::create_dir_all(&folder).unwrap();
    let refused = provision(&Stick::new(Folder::new(folder)), &papers, TODAY).unwrap_err();
    assert!(matches!(refused, Trouble::StickState(_)), "{refused:?}");
}

#[tokio::test]
async fn practice_and_production_never_meet() {
    let practice = World::in_realm(Realm::Practice).await.unwrap();
    let (folder, made) = practice.new_space("cle").await.unwrap();
    drop(made);
    open(&folder, CODE).await.unwrap();
    let mut papers = practice.papers(VoucherKind::Account, TODAY + 86_400);
    papers.realm = Realm::Prod;
    let empty = practice.folder().join("empty");
    std::fs::create_dir_all(&empty).unwrap();
    assert!(provision(&Stick::new(Folder::new(empty)), &papers, TODAY).is_err());
}

#[tokio::test]
async fn an_expired_or_used_voucher_is_refused() {
    let world = World::start().await.unwrap();
    let late = world.stick("late", VoucherKind::Account).unwrap();
    world.clock.advance(31 * 86_400);
    let refused = first_opening(&late, CODE).await.unwrap_err();
    assert_eq!(refused.code(), Some(Code::VoucherExpired), "{refused:?}");
    world.clock.set(TODAY);

    let papers = world.papers(VoucherKind::Account, TODAY + 86_400);
    let sticks: Vec<Folder> = ["one", "two"]
        .iter()
        .map(|name| {
            let folder = world.folder().join(name);
            std::fs::create_dir_all(&folder).unwrap();
            provision(&Stick::new(Folder::new(&folder)), &papers, TODAY).unwrap();
            Folder::new(folder)
        })
        .collect();
    first_opening(&sticks[0], CODE).await.unwrap();
    let refused = first_opening(&sticks[1], CODE).await.unwrap_err();
    assert_eq!(refused.code(), Some(Code::VoucherUsed), "{refused:?}");

    let slot = world.stick("slot", VoucherKind::Slot).unwrap();
    let refused = first_opening(&slot, CODE).await.unwrap_err();
    assert!(matches!(refused, Trouble::StickState(_)), "{refused:?}");
}

#[tokio::test]
async fn papers_that_cannot_be_taken_are_named_and_change_nothing() {
    let world = World::start().await.unwrap();
    let (_, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    let mut random = System::new();
    let empty = space
        .put_paper(Theme::Argent, "t", "m", Cursor::new(vec![]), 0, &mut random)
        .await;
    assert!(
        matches!(empty, Err(Trouble::Paper("it is empty"))),
        "{empty:?}"
    );
    let length = (25 << 20) + 1;
    let large = space
        .put_paper(
            Theme::Argent,
            "t",
            "m",
            std::io::repeat(7),
            length,
            &mut random,
        )
        .await;
    assert!(
        matches!(large, Err(Trouble::Paper("it is larger than 25 MB"))),
        "{large:?}"
    );
    // The file shrinks, or its disk fails, while it is read.
    for length in [100_000, 1_000_000] {
        let failing = std::io::repeat(7).take(90_000).chain(Broken);
        let cut = space
            .put_paper(Theme::Argent, "t", "m", failing, length, &mut random)
            .await;
        assert!(
            matches!(cut, Err(Trouble::Paper("it cannot be read to its end"))),
            "{cut:?}"
        );
    }
    assert!(space.list(Theme::Argent).is_empty());
    let name = "é".repeat(300);
    let id = space
        .put_paper(Theme::Argent, &name, "m", Cursor::new(b"x"), 1, &mut random)
        .await
        .unwrap();
    assert_eq!(space.list(Theme::Argent)[0].title.chars().count(), 200);
    assert_eq!(&*space.read(Theme::Argent, id).await.unwrap(), b"x");
}

#[tokio::test]
async fn a_full_space_says_so_and_has_room_again_later() {
    let world = World::with(Realm::Prod, |file| file.limits.space_bytes = 3 << 20)
        .await
        .unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    let mut random = System::new();
    let mib = 1u64 << 20;
    let mut ids = Vec::new();
    for _ in 0..2 {
        let paper = std::io::repeat(1).take(mib);
        ids.push(
            space
                .put_paper(Theme::Argent, "t", "m", paper, mib, &mut random)
                .await
                .unwrap(),
        );
    }
    let paper = std::io::repeat(1).take(mib);
    let full = space
        .put_paper(Theme::Argent, "t", "m", paper, mib, &mut random)
        .await;
    assert!(matches!(full, Err(Trouble::Full)), "{full:?}");
    assert_eq!(space.list(Theme::Argent).len(), 2);

    // Thirty days in the bin, then seven more, and the room is free.
    space
        .delete(Theme::Argent, ids[0], &mut random)
        .await
        .unwrap();
    drop(space);
    world.clock.advance(31 * 86_400);
    let mut space = open(&stick, CODE).await.unwrap().space;
    assert_eq!(space.empty_old_bins(&mut random).await.unwrap(), 1);
    drop(space);
    world.clock.advance(8 * 86_400);
    world.portal().unwrap().hourly().await.unwrap();
    let mut space = open(&stick, CODE).await.unwrap().space;
    let paper = std::io::repeat(1).take(mib);
    space
        .put_paper(Theme::Argent, "t", "m", paper, mib, &mut random)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_clock_that_is_wrong_by_a_day_locks_nobody_out() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    drop(made);
    for now in [TODAY - 86_400, TODAY + 86_400] {
        world.clock.set(now);
        let mut space = open(&stick, CODE).await.unwrap().space;
        space
            .put_note(Theme::Private, "n", "n", &mut random)
            .await
            .unwrap();
        space
            .lock(&Stick::new(stick.clone()), &mut random)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn an_idle_session_ends() {
    let world = World::start().await.unwrap();
    let (_, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    world.clock.advance(11 * 60);
    let refused = space
        .put_note(Theme::Private, "n", "n", &mut System::new())
        .await
        .unwrap_err();
    assert_eq!(refused.code(), Some(Code::Unauthorized), "{refused:?}");
}

/// A disk that fails.
struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::Other.into())
    }
}
