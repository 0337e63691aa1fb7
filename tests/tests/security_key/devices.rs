//! Security keys as they are: too old, without a PIN, with a wrong one, blocked, pulled out, two at once.

use super::*;

#[tokio::test]
async fn one_without_prf_is_refused_in_one_clear_sentence() {
    let home = Home::new().await;
    let old = SoftKey::new();
    old.inside().prf = false;
    let mut space = by_stick(&home).await;
    let trouble = add(&mut space, &home.stick, &old).await.unwrap_err();
    assert_eq!(
        trouble.to_string(),
        "This security key cannot open a space: it lacks what makes a secret (PRF). Take another one."
    );
    assert_eq!(old.inside().touched, 0, "nobody is asked to touch it");
    assert_eq!(space.slots().len(), 2, "nothing was added");
    refused(enter(&home.door, &old, PIN).await, Fault::NoPrf);
    // It says that it can, and gives no secret.
    home.key.inside().lie = Some(|asserted| asserted.outputs.clear());
    home.is_shut(Fault::NoPrf).await;
}

#[tokio::test]
async fn its_pin_is_its_own_affair() {
    let home = Home::new().await;
    refused(enter(&home.door, &home.key, "123").await, Fault::PinShape);
    for left in [7, 6] {
        let wrong = enter(&home.door, &home.key, "0000").await;
        let trouble = wrong.unwrap_err();
        let words = format!("The PIN of the security key is not right. {left} tries are left.");
        assert_eq!(trouble.to_string(), words);
    }
    refused(enter(&home.door, &home.key, "0000").await, Fault::PinPause);
    home.is_shut(Fault::PinPause).await;
    home.key.replug();
    home.enter().await.unwrap();
    for _ in 0..8 {
        home.key.replug();
        let _ = enter(&home.door, &home.key, "0000").await;
    }
    home.key.replug();
    home.is_shut(Fault::PinBlocked).await;
    // The other way in stays open.
    home.is_whole(&by_stick(&home).await).await;
}

#[tokio::test]
async fn one_that_nobody_gave_a_pin_is_no_opener() {
    let home = Home::new().await;
    let fresh = SoftKey::new();
    fresh.inside().pin = None;
    let mut space = by_stick(&home).await;
    refused(add(&mut space, &home.stick, &fresh).await, Fault::NoPin);
    assert_eq!(fresh.inside().touched, 0);
}

#[tokio::test]
async fn one_at_a_time_and_there() {
    let home = Home::new().await;
    home.key.inside().plugged = 0;
    home.is_shut(Fault::Missing).await;
    home.key.inside().plugged = 2;
    home.is_shut(Fault::Several).await;
    home.key.inside().plugged = 1;
    home.enter().await.unwrap();
}

#[tokio::test]
async fn taken_out_at_any_moment_nothing_is_half_done() {
    let home = Home::new().await;
    let mut space = by_stick(&home).await;
    let key = SoftKey::new();
    for asked in 0..3 {
        let mut next = vec![None; asked];
        next.push(Some(Fault::TakenOut));
        key.inside().next = next;
        refused(add(&mut space, &home.stick, &key).await, Fault::TakenOut);
        assert_eq!(space.slots().len(), 2);
    }
    let slot = add(&mut space, &home.stick, &key).await.unwrap();
    assert_eq!(
        enter(&home.door, &key, PIN).await.unwrap().space.slot(),
        slot
    );
    for asked in 0..2 {
        let mut next = vec![None; asked];
        next.push(Some(Fault::TakenOut));
        home.key.inside().next = next;
        home.is_shut(Fault::TakenOut).await;
    }
    home.key.inside().next = vec![None, Some(Fault::NotTouched)];
    home.is_shut(Fault::NotTouched).await;
    home.enter().await.unwrap();
}

#[tokio::test]
async fn twice_is_once() {
    let home = Home::new().await;
    let mut space = by_stick(&home).await;
    refused(add(&mut space, &home.stick, &home.key).await, Fault::Known);
    assert_eq!(space.slots().len(), 2);
}

#[tokio::test]
async fn an_answer_that_cannot_be_is_refused_before_the_portal_hears_of_it() {
    let home = Home::new().await;
    let lies: [fn(&mut key_core::security_key::Asserted); 9] = [
        |said| said.outputs.truncate(31),
        |said| said.outputs.extend([7; 32]),
        |said| said.outputs.fill(0),
        |said| said.credential.clear(),
        |said| said.credential = vec![1; 2_000],
        |said| said.authenticator_data[0] ^= 1,
        |said| said.authenticator_data[32] &= !0x04,
        |said| said.authenticator_data.truncate(36),
        |said| said.signature = vec![1; 70_000],
    ];
    for lie in lies {
        home.key.inside().lie = Some(lie);
        home.is_shut(Fault::Nonsense).await;
    }
    home.key.inside().lie = None;

    let key = SoftKey::new();
    let mut space = by_stick(&home).await;
    let starts: [fn(&mut Vec<u8>); 5] = [
        |data| data.truncate(54),
        |data| data[53] = 0xff,
        |data| data[32] &= !0x40,
        |data| data[3] ^= 1,
        |data| data.clear(),
    ];
    for lie in starts {
        key.inside().false_start = Some(lie);
        refused(add(&mut space, &home.stick, &key).await, Fault::Nonsense);
    }
    assert_eq!(space.slots().len(), 2);
}

/// Its driver breaks: the program goes on.
#[tokio::test]
async fn a_driver_that_breaks_down_breaks_nothing_else() {
    let home = Home::new().await;
    home.key.inside().lie = Some(|_| panic!("as a driver does with what it did not expect"));
    home.is_shut(Fault::Nonsense).await;
    home.key.inside().lie = None;
    home.enter().await.unwrap();
}
