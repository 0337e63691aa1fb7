//! Keepers of another structure: named by two numbers that the person reads on paper and screen, and by
//! nothing that the portal says of itself.

use key_core::{
    Trouble,
    help::{Helper, Role},
};
use portal::{
    Settings,
    clock::Clock,
    helpers::{self, Vouch},
};
use tests::{
    helpers::another_structure,
    world::{CODE, World, open},
};
use wire::elsewhere::{StructureNumber, Vouched};

const DAY: u64 = 86_400;

#[tokio::test]
async fn two_numbers_lead_to_somebody_of_another_structure() {
    let world = World::start().await.unwrap();
    let (stick, lina) = world.new_space("lina").await.unwrap();
    let (_, omar) = world.new_space("omar").await.unwrap();
    let (lina, omar) = (lina.opened.space, omar.opened.space);
    let other = another_structure();
    let structure = StructureNumber::of(&other.public().root.fingerprint()).to_string();
    let number = omar.helper_number().to_string();

    // Nobody vouches yet; whoever never asked here has no keys that could be carried over.
    let nobody = lina.holder_of_another(&number, &structure).await;
    assert!(matches!(nobody, Err(Trouble::NoSuchHelper)), "{nobody:?}");
    let settings = Settings::read(&world.data()).unwrap();
    let unasked = helpers::enquire(&settings, &omar.helper_number(), world.clock.now());
    assert!(unasked.is_err());

    // Who asked is enough: this structure's own officer does not certify them.
    omar.ask_to_help("Omar D.").await.unwrap();
    let enquiry = helpers::enquire(&settings, &omar.helper_number(), world.clock.now()).unwrap();
    let vouch = |number, now| {
        let words = Vouch {
            number,
            role: Role::Officer,
            name: Some("Omar D., CCAS".into()),
            days: 7,
        };
        helpers::vouch(&other.officiate(), enquiry.clone(), words, now)
    };
    let strange = vouch(lina.helper_number(), world.clock.now());
    assert!(strange.is_err(), "a number of somebody else");
    let vouched = vouch(omar.helper_number(), world.clock.now()).unwrap();
    let known = helpers::admit(&settings, vouched.clone(), world.clock.now()).unwrap();
    assert_eq!(known.number.to_string(), structure);

    let typed = number.to_lowercase().replace('-', " ");
    let holder = lina.holder_of_another(&typed, &structure).await.unwrap();
    assert_eq!(holder.name, "Omar D., CCAS");
    assert_eq!(holder.account(), omar.account());
    // It gives no mandate: nobody finds them among those who help here.
    let here = lina.helper(&number).await;
    assert!(matches!(here, Err(Trouble::NoSuchHelper)), "{here:?}");
    let own = omar.holder_of_another(&number, &structure).await;
    assert!(matches!(own, Err(Trouble::OwnMandate)), "{own:?}");
    let home = StructureNumber::of(&world.structure.public().root.fingerprint()).to_string();
    for wrong in [home.as_str(), "0000-0000-0000", "", "1234"] {
        let refused = lina.holder_of_another(&number, wrong).await;
        assert!(matches!(refused, Err(Trouble::NoSuchHelper)), "{wrong}");
    }

    // An officer vouches for a week and no longer; a certificate of ninety days is for that structure's own.
    let words = Vouch {
        number: omar.helper_number(),
        role: Role::Officer,
        name: None,
        days: 8,
    };
    let now = world.clock.now();
    assert!(helpers::vouch(&other.officiate(), enquiry.clone(), words, now).is_err());
    let long = other.officiate().certify(&Helper {
        realm: wire::Realm::Prod,
        account: enquiry.account,
        generation: enquiry.generation,
        root: enquiry.root,
        author: enquiry.author,
        reader: enquiry.reader,
        role: Role::Officer,
        name: "Omar D.".into(),
        not_before: now,
        not_after: now + 90 * DAY,
    });
    let long = Vouched {
        certificate: wire::encode(&long).into(),
    };
    assert!(helpers::admit(&settings, long, now).is_err());

    // He vouched a week ago: the officer is asked anew, and the portal takes nothing old in.
    world.clock.advance(8 * DAY);
    let lina = open(&stick, CODE).await.unwrap().space;
    let old = lina.holder_of_another(&number, &structure).await;
    assert!(matches!(old, Err(Trouble::HelpersOld)), "{old:?}");
    assert!(helpers::admit(&settings, vouched, world.clock.now()).is_err());
    let again = vouch(omar.helper_number(), world.clock.now()).unwrap();
    helpers::admit(&settings, again, world.clock.now()).unwrap();
    assert_eq!(
        helpers::elsewhere(&settings, world.clock.now())
            .unwrap()
            .len(),
        1
    );
    lina.holder_of_another(&number, &structure).await.unwrap();

    helpers::dismiss(&settings, &omar.helper_number(), world.clock.now()).unwrap();
    let gone = lina.holder_of_another(&number, &structure).await;
    assert!(matches!(gone, Err(Trouble::NoSuchHelper)), "{gone:?}");
    let twice = helpers::dismiss(&settings, &omar.helper_number(), world.clock.now());
    assert!(twice.is_err());
}

/// What an officer of the own structure says is no second house.
#[tokio::test]
async fn the_own_structure_is_no_other_one() {
    let world = World::start().await.unwrap();
    let (_, omar) = world.new_space("omar").await.unwrap();
    let omar = omar.opened.space;
    let helper = world
        .certify(&omar, "Omar D.", Role::Officer)
        .await
        .unwrap();
    let refused = world.vouched(&world.structure, &helper).unwrap_err();
    assert!(
        refused.to_string().contains("your own structure"),
        "{refused}"
    );
    world.vouched(&another_structure(), &helper).unwrap();
    let settings = Settings::read(&world.data()).unwrap();
    let known = helpers::elsewhere(&settings, world.clock.now()).unwrap();
    assert_eq!(known.len(), 1);
}
