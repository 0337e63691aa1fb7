//! A structure's root that is renewed: sticks follow, helpers stay, and the root before signs nothing more.

use anyhow::{Context, Result};
use key_core::{
    Stick, Trouble,
    board::{self, Board},
    help::Role,
    provision::provision,
    stick::{Folder, Medium},
};
use portal::{helpers, init, structure::StructureFolder};
use tests::{
    publisher::Publisher,
    world::{CODE, TODAY, World, first_opening, open},
};
use wire::{
    Realm,
    random::System,
    structure::{SignedLocator, VoucherKind},
};

const PASSPHRASE: &str = "trois petits chats";

#[tokio::test]
async fn sticks_follow_another_root_and_helpers_stay() -> Result<()> {
    let mut world = World::start().await?;
    let (lina_stick, lina) = world.new_space("lina").await?;
    let (amel_stick, amel) = world.new_space("amel").await?;
    world
        .certify(&amel.opened.space, "Amel B.", Role::SocialWorker)
        .await?;
    drop((lina, amel));
    let publisher = Publisher::of(&world.structure, Realm::Prod, TODAY);
    publisher.publish(&world, None)?;
    let says =
        async |stick: &Folder| board::fetch(&Board::bundled(), &Stick::new(stick.clone())).await;
    assert!(says(&lina_stick).await?.structure().is_some());
    // Prepared before, and first opened after.
    let late = world.stick("late", VoucherKind::Account)?;

    let folder = StructureFolder::at(world.folder().join("structure"));
    let mut random = System::new();
    folder.write(&world.structure, PASSPHRASE, &mut random)?;
    let renewed = folder.renew_root(PASSPHRASE, &mut random)?;
    init::install_locator(&world.data(), &folder.public()?)?;
    world.restart().await?;

    for stick in [&lina_stick, &amel_stick] {
        for _ in 0..2 {
            assert_eq!(open(stick, CODE).await?.notices, []);
        }
        assert_eq!(locator(stick)?, renewed);
    }
    // Lists and boards of the root before say nothing more to whoever knows the one that follows: its thief
    // could sign them.
    let (settings, _) = world.officer()?;
    let lina = open(&lina_stick, CODE).await?.space;
    let old = lina.helpers().await;
    assert!(matches!(old, Err(Trouble::HelpersOld)), "{old:?}");
    let old = says(&lina_stick).await;
    assert!(matches!(old, Err(Trouble::Unverified)), "{old:?}");
    // Whoever was certified stays so, by the list that the officer of the next root signs.
    helpers::refresh(&settings, &folder.officiate(PASSPHRASE)?, TODAY)?;
    assert_eq!(lina.helpers().await?.len(), 1);

    // A voucher from before is worth nothing any more; one from now is.
    let refused = first_opening(&late, CODE).await.unwrap_err();
    assert!(matches!(refused, Trouble::Refused(_)), "{refused:?}");
    let mut papers = world.papers(VoucherKind::Account, TODAY + 86_400);
    let expires = TODAY + 86_400;
    papers.voucher = folder.voucher(PASSPHRASE, VoucherKind::Account, expires, &mut random)?;
    papers.locator = renewed;
    std::fs::create_dir_all(world.folder().join("fresh"))?;
    let fresh = Folder::new(world.folder().join("fresh"));
    provision(&Stick::new(fresh.clone()), &papers, TODAY)?;
    first_opening(&fresh, CODE).await?;

    // The root before, in a thief's hands, signs newer locators: a stick that knows the root that follows
    // goes back to none of them.
    let back: SignedLocator = (0..3)
        .map(|_| world.structure.relocate(|_| {}))
        .last()
        .unwrap();
    std::fs::write(world.data().join("locator"), wire::encode(&back))?;
    world.restart().await?;
    for stick in [&lina_stick, &fresh] {
        open(stick, CODE).await?;
        assert_eq!(locator(stick)?.roots.successors.len(), 1);
    }
    Ok(())
}

fn locator(stick: &Folder) -> Result<SignedLocator> {
    let bytes = stick.read("cle-a.bin")?.context("a stick has two files")?;
    Ok(crypto::stick::Cle::from_bytes(&bytes)?.locator().clone())
}
