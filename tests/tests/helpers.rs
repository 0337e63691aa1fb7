//! Who may help: certified by an officer who read the number on the helper's own screen, found by the
//! person, and gone at once when stopped.

use anyhow::{Context, Result};
use key_core::{
    Trouble,
    help::{HelperNumber, Role},
};
use portal::{
    helpers::{self, Certify, HelpersError},
    structure::StructureFolder,
};
use tests::world::{CODE, TODAY, World, open};
use wire::{Code, random::System};

const DAY: u64 = 86_400;

#[tokio::test]
async fn a_helper_asks_is_certified_and_found() -> Result<()> {
    let world = World::start().await?;
    let (_, amel) = world.new_space("amel").await?;
    let (_, lina) = world.new_space("lina").await?;
    let (amel, lina) = (amel.opened.space, lina.opened.space);
    assert!(lina.helpers().await?.is_empty());
    assert!(amel.own_certificate().await?.is_none());

    let certified = world.certify(&amel, "Amel B.", Role::SocialWorker).await?;
    assert_eq!(certified.number(), amel.helper_number());
    assert_eq!(lina.helpers().await?, std::slice::from_ref(&certified));
    let typed = amel.helper_number().to_string().to_lowercase();
    assert_eq!(lina.helper(&typed).await?, certified);
    assert_eq!(amel.own_certificate().await?, Some(certified.clone()));
    // Nobody helps themselves.
    assert!(amel.helpers().await?.is_empty());
    assert!(matches!(
        amel.helper(&typed).await,
        Err(Trouble::OwnMandate)
    ));
    let nobody = lina.helper_number().to_string();
    assert!(matches!(
        amel.helper(&nobody).await,
        Err(Trouble::NoSuchHelper)
    ));
    assert!(matches!(
        lina.helper("K7P2").await,
        Err(Trouble::NoSuchHelper)
    ));

    // A relative's name says whose relative it is: it stands in no list.
    let (_, sami) = world.new_space("sami").await?;
    let sami = sami.opened.space;
    let brother = world.certify(&sami, "Sami", Role::Relative).await?;
    assert_eq!(lina.helpers().await?, std::slice::from_ref(&certified));
    let number = sami.helper_number().to_string();
    assert_eq!(lina.helper(&number).await?, brother);
    Ok(())
}

#[tokio::test]
async fn who_is_stopped_or_whose_days_are_over_is_found_no_more() -> Result<()> {
    let world = World::start().await?;
    let (_, amel) = world.new_space("amel").await?;
    let (_, lina) = world.new_space("lina").await?;
    let (amel, mut lina) = (amel.opened.space, lina.opened.space);
    let helper = world.certify(&amel, "Amel B.", Role::Mediator).await?;
    world.stop_helper(&helper)?;
    assert!(lina.helpers().await?.is_empty());
    // Certified again, which the officer may do without being asked again.
    world.certify(&amel, "Amel B.", Role::Mediator).await?;
    assert_eq!(lina.helpers().await?.len(), 1);

    // A structure that says nothing for a week has no new mandates.
    world.clock.advance(8 * DAY);
    reopened(&world, "lina", &mut lina).await?;
    assert!(matches!(lina.helpers().await, Err(Trouble::HelpersOld)));
    world.refresh_helpers()?;
    assert_eq!(lina.helpers().await?.len(), 1);

    world.clock.advance(83 * DAY);
    reopened(&world, "lina", &mut lina).await?;
    world.refresh_helpers()?;
    assert!(lina.helpers().await?.is_empty());
    Ok(())
}

/// A session ends after ten idle minutes, and time was moved.
async fn reopened(world: &World, name: &str, space: &mut key_core::Space) -> Result<()> {
    let folder = key_core::stick::Folder::new(world.folder().join(name));
    *space = open(&folder, CODE).await?.space;
    Ok(())
}

#[tokio::test]
async fn an_officer_certifies_only_who_asked_by_the_number_on_their_screen() -> Result<()> {
    let world = World::start().await?;
    let (_, amel) = world.new_space("amel").await?;
    let amel = amel.opened.space;
    let (settings, officer) = world.officer()?;
    let now = TODAY;
    let words = |number: HelperNumber| Certify {
        number,
        role: Role::Volunteer,
        name: None,
        days: 90,
    };
    let nobody = helpers::certify(&settings, &officer, words(amel.helper_number()), now);
    assert!(matches!(nobody, Err(HelpersError::NobodyAsked)));
    for bad in ["", " Amel", "Amel\nB"] {
        assert!(matches!(
            amel.ask_to_help(bad).await,
            Err(Trouble::Words(_))
        ));
    }
    amel.ask_to_help("Amel B.").await?;
    amel.ask_to_help("Amel Benali").await?;
    let waiting = helpers::asked(&settings, TODAY)?;
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].name, "Amel Benali");
    let other = HelperNumber::parse("0000-0000-0000").context("a number")?;
    let other = helpers::certify(&settings, &officer, words(other), now);
    assert!(matches!(other, Err(HelpersError::NobodyAsked)));
    for days in [0, 91] {
        let long = Certify {
            days,
            ..words(amel.helper_number())
        };
        let refused = helpers::certify(&settings, &officer, long, now);
        assert!(matches!(refused, Err(HelpersError::Rule(_))), "{days}");
    }
    let done = helpers::certify(&settings, &officer, words(amel.helper_number()), now)?;
    assert_eq!(
        (done.role, done.not_after),
        (Role::Volunteer, now + 90 * DAY)
    );
    Ok(())
}

#[tokio::test]
async fn a_damaged_file_of_helpers_helps_nobody() -> Result<()> {
    let world = World::start().await?;
    let (_, amel) = world.new_space("amel").await?;
    let (_, lina) = world.new_space("lina").await?;
    world
        .certify(&amel.opened.space, "Amel B.", Role::SocialWorker)
        .await?;
    let path = world.data().join("helpers");
    let mut bytes = std::fs::read(&path)?;
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes)?;
    let refused = lina
        .opened
        .space
        .helpers()
        .await
        .err()
        .and_then(|t| t.code());
    assert_eq!(refused, Some(Code::Damaged));
    Ok(())
}

#[tokio::test]
async fn an_officer_who_is_replaced_takes_their_helpers_with_them() -> Result<()> {
    let world = World::start().await?;
    let (_, amel) = world.new_space("amel").await?;
    let (_, lina) = world.new_space("lina").await?;
    let (amel, lina) = (amel.opened.space, lina.opened.space);
    world.certify(&amel, "Amel B.", Role::SocialWorker).await?;
    assert_eq!(lina.helpers().await?.len(), 1);

    // The root, out of its drawer, names another officer.
    let folder = StructureFolder::at(world.folder().join("structure"));
    let (mut random, passphrase) = (System::new(), "trois petits chats");
    folder.write(&world.structure, passphrase, &mut random)?;
    let (settings, before) = world.officer()?;
    folder.replace_officer(passphrase, TODAY, &mut random)?;
    let officer = folder.officiate(passphrase)?;
    assert_ne!(officer.fingerprint(), before.fingerprint());
    helpers::refresh(&settings, &officer, TODAY)?;
    assert!(lina.helpers().await?.is_empty());
    assert!(amel.own_certificate().await?.is_none());

    // The one before signs nothing any more: the list in the data folder names the root's word.
    let back = helpers::refresh(&settings, &before, TODAY);
    assert!(back.is_err(), "{back:?}");
    let words = Certify {
        number: amel.helper_number(),
        role: Role::SocialWorker,
        name: None,
        days: 90,
    };
    helpers::certify(&settings, &officer, words, TODAY)?;
    assert_eq!(lina.helpers().await?.len(), 1);
    // Once more: each who was replaced stays so.
    folder.replace_officer(passphrase, TODAY, &mut random)?;
    helpers::refresh(&settings, &folder.officiate(passphrase)?, TODAY)?;
    assert!(lina.helpers().await?.is_empty());
    Ok(())
}
