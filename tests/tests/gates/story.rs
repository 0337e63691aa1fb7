//! A life with three gates: one may be away, two may not, and what is revoked dies at all of them.

use super::{ORDER, copy, counted, is_set_keys, lock, renew, three};
use key_core::{Notice, Stick, Trouble, WallWatch, stick::Stage};
use std::io::Cursor;
use tests::{
    lying::{http::Answer, liar::Liar, lies},
    report,
    world::{CODE, OTHER_CODE, code, first_opening, open},
};
use wire::{Code, folder::Folder, random::System, structure::VoucherKind};

#[tokio::test]
async fn any_two_of_three_open() {
    let mut world = three().await;
    let mut random = System::new();
    let pdf = tests::papers::pdf("Avis", 200_000, &mut random).unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    let (content, length) = (Cursor::new(pdf.clone()), pdf.len() as u64);
    let paper = space
        .put_paper(
            Folder::Argent,
            "Avis",
            "application/pdf",
            content,
            length,
            &mut random,
        )
        .await
        .unwrap();
    lock(space, &stick).await;
    let mut checked = 0;

    // Another gate away: what it does not hear is no try anywhere.
    for away in [1, 2] {
        world.sites[away].stop().await;
        let there = 3 - away;
        assert!(
            matches!(open(&stick, OTHER_CODE).await, Err(Trouble::WrongCode(tries)) if tries.left == 9)
        );
        for site in [0, there] {
            assert_eq!(counted(&world.sites[site], &stick).await, Ok(1));
        }
        let opened = open(&stick, CODE).await.unwrap();
        assert_eq!(opened.notices, [Notice::WrongCodes(1)]);
        assert_eq!(
            *opened.space.read(Folder::Argent, paper).await.unwrap(),
            pdf
        );
        lock(opened.space, &stick).await;
        world.sites[away].restart().await.unwrap();
        assert_eq!(counted(&world.sites[away], &stick).await, Ok(0));
        checked += 1;
    }

    // With all there a code is tried at two of them.
    assert!(matches!(
        open(&stick, OTHER_CODE).await,
        Err(Trouble::WrongCode(_))
    ));
    let mut tried = 0;
    for site in &world.sites {
        tried += counted(site, &stick).await.unwrap();
    }
    assert_eq!(tried, 2);
    lock(open(&stick, CODE).await.unwrap().space, &stick).await;

    // Two away: one clear sentence, as often as one likes, and no try is gone.
    for site in [1, 2] {
        world.sites[site].stop().await;
    }
    for _ in 0..12 {
        let refused = open(&stick, CODE).await.unwrap_err();
        let away = matches!(
            refused,
            Trouble::GatesAway {
                answered: 1,
                needed: 2
            }
        );
        assert!(away, "{refused:?}");
        assert!(refused.to_string().contains("Try again later"), "{refused}");
        checked += 1;
    }
    assert_eq!(counted(&world.sites[0], &stick).await, Ok(0));
    for site in [1, 2] {
        world.sites[site].restart().await.unwrap();
    }
    let opened = open(&stick, CODE).await.unwrap();
    assert_eq!(opened.notices, []);
    assert_eq!(
        *opened.space.read(Folder::Argent, paper).await.unwrap(),
        pdf
    );

    // All away is something else: this computer's network, perhaps.
    for site in &mut world.sites {
        site.stop().await;
    }
    assert!(matches!(
        open(&stick, CODE).await,
        Err(Trouble::Unreachable)
    ));
    report::promise("gates.two_of_three", checked, 0).unwrap();
}

#[tokio::test]
async fn a_revoked_stick_dies_at_every_gate_also_at_one_that_was_away() {
    let mut world = three().await;
    let (mut random, watch) = (System::new(), WallWatch::start());
    let (lost, made) = world.new_space("lost").await.unwrap();
    let mut space = made.opened.space;
    let gone = space.slot();
    let kept = world.stick("kept", VoucherKind::Slot).unwrap();
    let (lost_stick, kept_stick) = (Stick::new(lost.clone()), Stick::new(kept.clone()));
    space
        .administer(&lost_stick, &code(CODE), &mut random, &watch)
        .await
        .unwrap()
        .add_stick(&kept_stick, &code(OTHER_CODE), &mut random)
        .await
        .unwrap();
    lock(space, &lost).await;
    let stolen = copy(&world, &lost, "stolen");
    world.portal().unwrap().hourly().await.unwrap();
    for site in &world.sites {
        assert_eq!(site.secrets().unwrap(), 2);
    }

    world.sites[1].stop().await;
    let mut space = open(&kept, OTHER_CODE).await.unwrap().space;
    let administration = space
        .administer(&kept_stick, &code(OTHER_CODE), &mut random, &watch)
        .await
        .unwrap();
    administration.revoke(gone, &mut random).await.unwrap();
    lock(space, &kept).await;
    world.portal().unwrap().hourly().await.unwrap();
    // The silent one holds up nobody; without it the stick is dead already.
    for site in [0, 2] {
        assert_eq!(
            counted(&world.sites[site], &lost).await,
            Err(Code::GateDestroyed)
        );
        assert_eq!(world.sites[site].secrets().unwrap(), 1);
    }
    assert!(matches!(open(&stolen, CODE).await, Err(Trouble::Revoked)));

    // The portal stops and starts, too: the order is not forgotten.
    world.restart().await.unwrap();
    world.sites[1].restart().await.unwrap();
    assert_eq!(counted(&world.sites[1], &lost).await, Ok(0), "not yet");
    world.portal().unwrap().hourly().await.unwrap();
    assert_eq!(
        counted(&world.sites[1], &lost).await,
        Err(Code::GateDestroyed)
    );
    assert_eq!(world.sites[1].secrets().unwrap(), 1);
    for folder in [&lost, &stolen] {
        assert!(matches!(open(folder, CODE).await, Err(Trouble::Revoked)));
    }

    // The stick that stays obeys the account's new keys at every gate: it can be revoked in its turn.
    let third = world.stick("third", VoucherKind::Slot).unwrap();
    let third_stick = Stick::new(third.clone());
    let mut space = open(&kept, OTHER_CODE).await.unwrap().space;
    let gone = space.slot();
    space
        .administer(&kept_stick, &code(OTHER_CODE), &mut random, &watch)
        .await
        .unwrap()
        .add_stick(&third_stick, &code(CODE), &mut random)
        .await
        .unwrap();
    lock(space, &kept).await;
    let mut space = open(&third, CODE).await.unwrap().space;
    let administration = space
        .administer(&third_stick, &code(CODE), &mut random, &watch)
        .await
        .unwrap();
    administration.revoke(gone, &mut random).await.unwrap();
    world.portal().unwrap().hourly().await.unwrap();
    for site in &world.sites {
        assert_eq!(counted(site, &kept).await, Err(Code::GateDestroyed));
        assert_eq!(site.secrets().unwrap(), 1);
    }
    report::promise("gates.revoked", 6, 0).unwrap();
}

#[tokio::test]
async fn a_stick_renewed_before_a_gate_heard_who_controls_it_is_revoked_there_too() {
    let world = three().await;
    let (mut random, watch) = (System::new(), WallWatch::start());
    // The third gate takes none of the portal's orders, for now.
    let liar = Liar::before_site(&world.sites[2]).await.unwrap();
    liar.tell(lies::instead(ORDER, |asked| {
        is_set_keys(&asked.body).then(|| Answer::refusal(Code::Unavailable))
    }));
    let (lost, made) = world.new_space("lost").await.unwrap();
    let mut space = made.opened.space;
    let gone = space.slot();
    let kept = world.stick("kept", VoucherKind::Slot).unwrap();
    let (lost_stick, kept_stick) = (Stick::new(lost.clone()), Stick::new(kept.clone()));
    space
        .administer(&lost_stick, &code(CODE), &mut random, &watch)
        .await
        .unwrap()
        .add_stick(&kept_stick, &code(OTHER_CODE), &mut random)
        .await
        .unwrap();
    lock(space, &lost).await;
    renew(&lost).await.unwrap();
    renew(&lost).await.unwrap();
    world.portal().unwrap().hourly().await.unwrap();
    assert!(liar.honest().lies > 0, "the portal was refused");

    let mut space = open(&kept, OTHER_CODE).await.unwrap().space;
    let administration = space
        .administer(&kept_stick, &code(OTHER_CODE), &mut random, &watch)
        .await
        .unwrap();
    administration.revoke(gone, &mut random).await.unwrap();
    world.portal().unwrap().hourly().await.unwrap();
    for site in &world.sites {
        assert_eq!(counted(site, &lost).await, Err(Code::GateDestroyed));
        assert_eq!(site.secrets().unwrap(), 1);
    }
    report::promise("gates.renewed_then_revoked", 3, 0).unwrap();
}

#[tokio::test]
async fn a_first_opening_without_one_gate_says_so_and_is_taken_up_again() {
    let mut world = three().await;
    let stick = world.stick("cle", VoucherKind::Account).unwrap();
    for away in [0, 1, 2] {
        world.sites[away].stop().await;
        let refused = first_opening(&stick, CODE).await.unwrap_err();
        let said = matches!(
            refused,
            Trouble::GatesAway {
                answered: 2,
                needed: 3
            }
        );
        assert!(said, "{refused:?}");
        world.sites[away].restart().await.unwrap();
    }
    assert_eq!(Stick::new(stick.clone()).stage().unwrap(), Stage::New);
    first_opening(&stick, CODE).await.unwrap();
    assert_eq!(Stick::new(stick.clone()).stage().unwrap(), Stage::Ready);
    let opened = open(&stick, CODE).await.unwrap();
    assert_eq!(opened.notices, []);
    report::promise("gates.first_opening", 3, 0).unwrap();
}
