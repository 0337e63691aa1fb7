//! Practice and what is real never meet, even where every key and every address is the same.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use jiff::{ToSpan, tz::TimeZone};
use key_core::{
    Stick, Trouble, WallWatch,
    dates::Due,
    practice::{self, PEOPLE, person},
    provision::provision,
    sheets::{Contact, Login, Sheet},
    stick::{Folder, Stage},
};
use tests::{
    report,
    world::{CODE, OTHER_CODE, TODAY, World, code, first_opening, open, papers_of},
};
use wire::{Code, Realm, folder::Folder as Theme, random::System, structure::VoucherKind};

const SEED: u8 = 7;
const LATER: u64 = TODAY + 30 * 86_400;

fn blank(world: &World, name: &str) -> Folder {
    let path = world.folder().join(name);
    std::fs::create_dir_all(&path).unwrap();
    Folder::new(path)
}

/// A stick of the other realm, whose structure has the same keys, before the portal of this one: its gate is asked
/// first, and gives the one answer that everybody gets who is not of it.
#[tokio::test]
async fn no_stick_of_one_realm_begins_at_a_portal_of_the_other() {
    for realm in [Realm::Prod, Realm::Practice] {
        let world = World::seeded(realm, SEED).await.unwrap();
        let mirrored = world.mirrored(SEED).unwrap();
        assert_eq!(mirrored.public().root, world.structure.public().root);
        let stick = blank(&world, "crossed");
        let papers = papers_of(&mirrored, VoucherKind::Account, LATER);
        provision(&Stick::new(stick.clone()), &papers, TODAY).unwrap();
        let refused = first_opening(&stick, CODE).await.unwrap_err();
        assert_eq!(refused.code(), Some(Code::GateRefused), "{refused:?}");
        assert_eq!(world.sites[0].secrets().unwrap(), 0, "no key at the gate");
        // A stick of its own realm, with the same keys, does.
        let own = world.stick("own", VoucherKind::Account).unwrap();
        first_opening(&own, CODE).await.unwrap();
    }
    report::promise("practice.begins", 2, 0).unwrap();
}

/// A header, a locator or a voucher of one realm in the place of the other's: refused before anything is written.
#[tokio::test]
async fn nothing_of_one_realm_is_written_beside_what_is_of_the_other() {
    let mut crossed = 0;
    for realm in [Realm::Prod, Realm::Practice] {
        let world = World::seeded(realm, SEED).await.unwrap();
        let mirrored = world.mirrored(SEED).unwrap();
        let good = world.papers(VoucherKind::Account, LATER);
        let other = papers_of(&mirrored, VoucherKind::Account, LATER);
        let mut mixed = vec![good.clone(), good.clone(), good];
        mixed[0].realm = other.realm;
        mixed[1].locator = other.locator.clone();
        mixed[2].voucher = other.voucher.clone();
        for papers in mixed {
            let stick = blank(&world, "mixed");
            let refused = provision(&Stick::new(stick.clone()), &papers, TODAY);
            assert!(
                matches!(refused, Err(Trouble::StickState(_))),
                "{refused:?}"
            );
            assert_eq!(std::fs::read_dir(stick.path()).unwrap().count(), 0);
            crossed += 1;
        }
    }
    report::promise("practice.crossed", crossed, 0).unwrap();
}

/// A stick that opens a space, before the same portal with the same rows and the other realm in its settings.
#[tokio::test]
async fn no_stick_of_one_realm_opens_at_a_portal_that_became_the_other() {
    for realm in [Realm::Prod, Realm::Practice] {
        let mut world = World::seeded(realm, SEED).await.unwrap();
        let (stick, made) = world.new_space("cle").await.unwrap();
        drop(made);
        open(&stick, CODE).await.unwrap();
        let settings = world.data().join("settings.toml");
        let was = std::fs::read_to_string(&settings).unwrap();
        let (from, to) = match realm {
            Realm::Prod => ("\"prod\"", "\"practice\""),
            Realm::Practice => ("\"practice\"", "\"prod\""),
        };
        assert!(was.contains(from));
        std::fs::write(&settings, was.replace(from, to)).unwrap();
        world.stop().await;
        // The locator and everything the structure signed are of the other realm: it does not even start.
        let started = world.move_to(world.data()).await;
        assert!(started.is_err(), "{started:?}");
        std::fs::write(&settings, was).unwrap();
        world.move_to(world.data()).await.unwrap();
        open(&stick, CODE).await.unwrap();
    }
    report::promise("practice.opens", 2, 0).unwrap();
}

#[tokio::test]
async fn an_invented_person_has_papers_that_say_so_and_days_to_come() {
    let world = World::in_realm(Realm::Practice).await.unwrap();
    for who in &PEOPLE {
        let (_, made) = world.new_space(who.id).await.unwrap();
        let mut space = made.opened.space;
        let mut random = System::new();
        let today = space.today(&TimeZone::UTC);
        let put = practice::fill(&mut space, who, today, &mut random)
            .await
            .unwrap();
        // Again the next day: nothing is there twice.
        let tomorrow = today.checked_add(1.day()).unwrap();
        let again = practice::fill(&mut space, who, tomorrow, &mut random)
            .await
            .unwrap();
        assert_eq!(put, again);
        let contacts: Sheet<Contact> = space.sheet().await.unwrap();
        let logins: Sheet<Login> = space.sheet().await.unwrap();
        let agenda = space.agenda(tomorrow).await.unwrap();
        let things =
            space.everything().count() + contacts.len() + logins.len() + agenda.sheet.len();
        assert_eq!(things, put, "{}", who.id);
        let papers: Vec<_> = space
            .everything()
            .filter(|view| view.kind.is_paper())
            .collect();
        for paper in &papers {
            assert!(paper.title.starts_with("EXERCICE"), "{}", paper.title);
            let content = space.read(paper.folder, paper.id).await.unwrap();
            let text = lopdf::Document::load_mem(&content).unwrap();
            assert!(text.extract_text(&[1]).unwrap().contains("EXERCICE"));
        }
        let soon = |due: &&Due| {
            due.window.closes >= tomorrow
                && due.window.closes <= tomorrow.checked_add(31.days()).unwrap()
        };
        assert!(agenda.due.iter().filter(soon).count() >= 2, "{}", who.id);
    }
    report::promise("practice.people", PEOPLE.len(), 0).unwrap();
}

#[tokio::test]
async fn nothing_invented_goes_into_a_real_space() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    let today = space.today(&TimeZone::UTC);
    let ana = person("ana").unwrap();
    let refused = practice::fill(&mut space, ana, today, &mut System::new()).await;
    assert!(
        matches!(refused, Err(Trouble::StickState(_))),
        "{refused:?}"
    );
    assert_eq!(space.everything().count(), 0);
    drop(space);
    // Nor does a reset touch a real stick, with a practice voucher or with a real one.
    let practice_world = World::in_realm(Realm::Practice).await.unwrap();
    for papers in [
        practice_world.papers(VoucherKind::Account, LATER),
        world.papers(VoucherKind::Account, LATER),
    ] {
        let refused = reset(&stick, &papers).await;
        assert!(
            matches!(refused, Err(Trouble::StickState(_))),
            "{refused:?}"
        );
        open(&stick, CODE).await.unwrap();
    }
}

#[tokio::test]
async fn a_real_stick_is_asked_for_nothing() {
    let world = World::start().await.unwrap();
    let (opens, made) = world.new_space("cle").await.unwrap();
    drop(made);
    let new = world.stick("new", VoucherKind::Account).unwrap();
    let before = std::fs::read(new.path().join("cle-a.bin")).unwrap();
    let refused = async |stick: &Folder, typed: &str| {
        let (stick, mut random) = (Stick::new(stick.clone()), System::new());
        let watch = WallWatch::start();
        let outcome = practice::open(&stick, &code(typed), &mut random, &watch).await;
        assert!(
            matches!(outcome, Err(Trouble::StickState(_))),
            "{outcome:?}"
        );
    };
    for typed in [CODE, OTHER_CODE] {
        refused(&opens, typed).await;
        refused(&new, typed).await;
    }
    // No space was begun with it, and no try was spent: the first wrong code leaves nine.
    assert_eq!(std::fs::read(new.path().join("cle-a.bin")).unwrap(), before);
    let wrong = open(&opens, OTHER_CODE).await;
    assert!(
        matches!(&wrong, Err(Trouble::WrongCode(tries)) if tries.left == 9),
        "{wrong:?}"
    );
}

async fn reset(
    stick: &Folder,
    papers: &key_core::provision::Provision,
) -> Result<key_core::Opened, Trouble> {
    let (stick, mut random) = (Stick::new(stick.clone()), System::new());
    practice::reset(
        &stick,
        papers,
        &code(CODE),
        TODAY,
        &mut random,
        &WallWatch::start(),
    )
    .await
}

#[tokio::test]
async fn whatever_was_done_with_it_a_practice_stick_is_as_on_the_first_day() {
    let world = World::in_realm(Realm::Practice).await.unwrap();
    let papers = || world.papers(VoucherKind::Account, LATER);
    // Never opened, and blank.
    let fresh = world.stick("fresh", VoucherKind::Account).unwrap();
    let empty = blank(&world, "empty");
    // Used; deleted; with a code that nobody remembers.
    let (used, made) = world.new_space("used").await.unwrap();
    let mut space = made.opened.space;
    space
        .put_note(Theme::Private, "t", "t", &mut System::new())
        .await
        .unwrap();
    drop(space);
    let other = world.stick("other", VoucherKind::Account).unwrap();
    first_opening(&other, OTHER_CODE).await.unwrap();
    for stick in [&fresh, &empty, &used, &other] {
        let opened = reset(stick, &papers()).await.unwrap();
        assert_eq!(opened.space.everything().count(), 0);
        drop(opened);
        let stick = Stick::new(stick.clone());
        assert_eq!(stick.stage().unwrap(), Stage::Ready);
        assert_eq!(stick.realm().unwrap(), Realm::Practice);
    }
    open(&other, CODE).await.unwrap();
}

#[tokio::test]
async fn wiped_and_with_a_new_voucher_it_is_a_real_one() {
    let practice = World::in_realm(Realm::Practice).await.unwrap();
    let real = World::start().await.unwrap();
    let (folder, made) = practice.new_space("cle").await.unwrap();
    drop(made);
    let stick = Stick::new(folder.clone());
    let papers = real.papers(VoucherKind::Account, LATER);
    // Not without a wipe.
    let refused = provision(&stick, &papers, TODAY);
    assert!(
        matches!(refused, Err(Trouble::StickState(_))),
        "{refused:?}"
    );
    open(&folder, CODE).await.unwrap();
    stick.wipe().unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    provision(&stick, &papers, TODAY).unwrap();
    first_opening(&folder, CODE).await.unwrap();
    assert_eq!(stick.realm().unwrap(), Realm::Prod);
}
