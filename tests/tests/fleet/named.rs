//! A folder of vouchers that says itself which practice structure they are of.

use crate::PROGRAMS;
use key_core::{
    Stick,
    fleet::{BadFolder, Fault, Fleet, Numbers, Offer, Plan, Programs},
};
use portal::structure::{Structure, StructureFolder};
use std::{fs, path::Path};
use tests::{
    report,
    workshop::{Workshop, write},
    world::{CODE, TODAY, World, first_opening},
};
use wire::{
    Realm,
    random::System,
    structure::{PRACTICE_LOCATOR, SignedLocator, VoucherKind},
};

const SEED: u8 = 7;
const PASSPHRASE: &str = "trois petits chats";

fn one() -> Numbers {
    Numbers::new(1, 1).unwrap()
}

fn named(folder: &Path) -> Result<Option<Plan>, Fault> {
    Plan::named(folder, one())
}

fn refused(folder: &Path) -> BadFolder {
    match named(folder) {
        Err(Fault::Folder(why)) => why,
        other => panic!("{other:?}"),
    }
}

fn lay(folder: &Path, locator: &SignedLocator) {
    fs::write(folder.join(PRACTICE_LOCATOR), wire::encode(locator)).unwrap();
}

fn add(folder: &Path, name: &str, structure: &Structure) {
    let signed = structure.voucher(&mut System::new(), VoucherKind::Account, TODAY + 86_400);
    fs::write(folder.join(name), wire::encode(&signed)).unwrap();
}

/// Whoever prepares has a real stick, and a folder for practice.
#[tokio::test]
async fn practice_sticks_are_of_the_structure_that_their_folder_names() {
    let (real, practice) = (
        World::start().await.unwrap(),
        World::in_realm(Realm::Practice).await.unwrap(),
    );
    let own = Stick::new(real.stick("own", VoucherKind::Account).unwrap());
    let table = Workshop::of(&practice, 1, 2, &PROGRAMS).unwrap();
    let vouchers = table.vouchers();
    assert!(named(&vouchers).unwrap().is_none());
    let plan = Plan::of(&vouchers, &own, one()).unwrap();
    assert_eq!(plan.realm, Realm::Prod, "nothing says otherwise");

    table.names(&practice).unwrap();
    // What starts no stick says nothing of whose the folder is.
    fs::write(vouchers.join("notice.txt"), "no voucher").unwrap();
    table
        .voucher(&practice, "slot", VoucherKind::Slot, 31)
        .unwrap();
    let plan = Plan::of(&vouchers, &own, Numbers::new(1, 2).unwrap()).unwrap();
    assert_eq!(plan.realm, Realm::Practice);
    assert_eq!(
        plan.structure,
        practice.structure.public().root.fingerprint()
    );
    let offer = Offer::read(&plan, &vouchers, 0, TODAY).unwrap();
    assert_eq!((offer.first, offer.count, offer.left), (1, 2, 2));
    let unusable: Vec<_> = offer
        .unusable
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        unusable,
        ["notice.txt", "slot"],
        "what names it is no bad voucher"
    );

    let programs = Programs::read(&table.programs(), None).unwrap();
    let fleet = Fleet::open(plan, programs, &vouchers, TODAY).unwrap();
    let stick = table.blank("cle").unwrap();
    assert_eq!(write(&fleet, &stick).unwrap().number, 1);
    assert_eq!(Stick::new(stick.clone()).realm().unwrap(), Realm::Practice);
    let made = first_opening(&stick, CODE).await.unwrap();
    assert_eq!(made.opened.space.realm(), Realm::Practice);
    // Once its vouchers are on sticks the folder still says whose it is.
    assert!(named(&vouchers).unwrap().is_some());
    report::promise("fleet.named", 1, 0).unwrap();
}

/// Vouchers from before another root begins are worth nothing, and make the folder nobody else's.
#[tokio::test]
async fn a_folder_stays_its_structures_when_the_root_is_renewed() {
    let world = World::in_realm(Realm::Practice).await.unwrap();
    let table = Workshop::of(&world, 1, 1, &[]).unwrap();
    let folder = StructureFolder::at(world.folder().join("structure"));
    let mut random = System::new();
    folder
        .write(&world.structure, PASSPHRASE, &mut random)
        .unwrap();
    let renewed = folder.renew_root(PASSPHRASE, &mut random).unwrap();
    let voucher = folder.voucher(
        PASSPHRASE,
        VoucherKind::Account,
        TODAY + 86_400,
        &mut random,
    );
    let vouchers = table.vouchers();
    fs::write(vouchers.join("new"), wire::encode(&voucher.unwrap())).unwrap();
    lay(&vouchers, &renewed);
    let plan = named(&vouchers).unwrap().unwrap();
    let offer = Offer::read(&plan, &vouchers, 0, TODAY).unwrap();
    assert_eq!((offer.left, offer.unusable.len()), (1, 1));
    // Of the root before alone, the new voucher is a stranger's.
    table.names(&world).unwrap();
    assert_eq!(refused(&vouchers), BadFolder::Mixed);
}

#[tokio::test]
async fn a_folder_that_is_not_to_be_believed_is_not_taken() {
    let practice = World::seeded(Realm::Practice, SEED).await.unwrap();
    let real = practice.mirrored(SEED).unwrap();
    let other = World::in_realm(Realm::Practice).await.unwrap();
    let table = Workshop::of(&practice, 1, 2, &[]).unwrap();
    let vouchers = table.vouchers();
    let locator = practice.structure.public().locator;
    let file = vouchers.join(PRACTICE_LOCATOR);
    let mut checked = 0;
    let mut is_refused = |why| {
        assert_eq!(refused(&vouchers), why);
        checked += 1;
    };

    // With the same keys the realm alone tells them apart.
    lay(&vouchers, &real.public().locator);
    is_refused(BadFolder::RealLocator);
    let forged = SignedLocator {
        roots: locator.roots.clone(),
        locator: other.structure.public().locator.locator,
    };
    lay(&vouchers, &forged);
    is_refused(BadFolder::Locator);
    // Whoever is real stays so, whatever roots are said to be its own.
    let forged = SignedLocator {
        roots: other.structure.public().locator.roots,
        locator: real.public().locator.locator,
    };
    lay(&vouchers, &forged);
    is_refused(BadFolder::RealLocator);
    lay(&vouchers, &other.structure.public().locator);
    is_refused(BadFolder::OtherVouchers);
    let whole = wire::encode(&locator);
    for cut in 0..whole.len() {
        fs::write(&file, &whole[..cut]).unwrap();
        is_refused(BadFolder::Locator);
    }
    let longer = [whole.clone(), vec![0; 1]].concat();
    let far_too_long = [whole.clone(), vec![0; SignedLocator::MAX]].concat();
    for bytes in [longer, far_too_long] {
        fs::write(&file, bytes).unwrap();
        is_refused(BadFolder::Locator);
    }
    for at in 0..whole.len() {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        fs::write(&file, flipped).unwrap();
        assert!(matches!(named(&vouchers), Err(Fault::Folder(_))), "{at}");
    }
    // A link leads out of the folder; a folder is no file.
    fs::remove_file(&file).unwrap();
    fs::write(practice.folder().join("elsewhere"), &whole).unwrap();
    std::os::unix::fs::symlink(practice.folder().join("elsewhere"), &file).unwrap();
    is_refused(BadFolder::Locator);
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    is_refused(BadFolder::Locator);
    fs::remove_dir(&file).unwrap();

    lay(&vouchers, &locator);
    assert!(named(&vouchers).unwrap().is_some());
    add(&vouchers, "real", &real);
    is_refused(BadFolder::RealVouchers);
    fs::remove_file(vouchers.join("real")).unwrap();
    add(&vouchers, "other", &other.structure);
    is_refused(BadFolder::Mixed);
    fs::remove_file(vouchers.join("other")).unwrap();
    // Nothing was begun in it.
    assert_eq!(fs::read_dir(&vouchers).unwrap().count(), 3);
    report::promise("fleet.named_refused", checked + whole.len(), 0).unwrap();
}
