//! Passkeys: registered, opened with, and refused.

use super::*;

#[test]
fn a_ceremony_serves_once_and_for_two_minutes() {
    let mut portal = Portal::new();
    let (mut person, mut passkey) = (Person::new("emil"), Authenticator::new("emil"));
    let options = portal.begin(&person, "first").unwrap();
    let draft = person.genesis(&mut passkey, &options);
    portal.now += 120;
    assert_eq!(code(portal.genesis(&draft)), Code::CeremonyExpired);
    portal.now = NOW;
    portal.genesis(&draft).unwrap();
    let answer = passkey.open(&portal.login_start());
    let finish = |portal: &Portal| {
        let answer = answer.clone();
        portal.run(move |tx, place, passkeys, now| {
            login::finish(tx, place, passkeys, &answer, now, &mut System::new())
        })
    };
    finish(&portal).unwrap();
    assert_eq!(code(finish(&portal)), Code::CeremonyExpired);
    let refused = portal.run({
        let answer = passkey.open_with(&portal.login_start(), 0x01, 0);
        move |tx, place, passkeys, now| {
            login::finish(tx, place, passkeys, &answer, now, &mut System::new())
        }
    });
    assert_eq!(code(refused), Code::AssertionRefused, "nobody was verified");
}

#[test]
fn a_stick_that_never_counted_does_not_begin_to() {
    // Once the portal had taken a 7, it would refuse the stick's own 0 for ever.
    let (portal, _, passkey, _) = opened("farid");
    let open = |counter: u32| {
        let answer = passkey.open_with(&portal.login_start(), 0x05, counter);
        portal.run(move |tx, place, passkeys, now| {
            login::finish(tx, place, passkeys, &answer, now, &mut System::new())
        })
    };
    assert_eq!(code(open(7)), Code::AssertionRefused);
    open(0).unwrap();
}

#[test]
fn prf_outputs_are_refused_unread() {
    let (portal, _, passkey, _) = opened("fatou");
    let mut answer = passkey.open(&portal.login_start());
    answer.credential = answer.credential.replace(
        r#""clientExtensionResults":{}"#,
        r#""clientExtensionResults":{"prf":{"results":{"first":"AAAA"}}}"#,
    );
    let refused = portal.run(move |tx, place, passkeys, now| {
        login::finish(tx, place, passkeys, &answer, now, &mut System::new())
    });
    assert_eq!(code(refused), Code::Malformed);
}

#[test]
fn an_unknown_passkey_is_told_so() {
    let (portal, person, ..) = opened("gaston");
    let mut stranger = Authenticator::new("stranger");
    let options = portal.begin(&person, "other").unwrap();
    stranger.register(&options);
    assert_eq!(code(portal.open(&stranger)), Code::CredentialUnknown);
}

#[test]
fn only_the_registration_begun_last_may_end() {
    let portal = Portal::new();
    let (mut person, mut passkey) = (Person::new("noor"), Authenticator::new("noor"));
    let shared = voucher(VoucherKind::Account);
    let request = person.begin("first", shared);
    let begin = || portal.start(request.clone(), register::By::Account);
    let (late, current) = (begin().unwrap(), begin().unwrap());
    let fresh = (person.head, person.folders.clone());
    let draft = person.genesis(&mut passkey, &late);
    assert_eq!(code(portal.genesis(&draft)), Code::CeremonyExpired);
    (person.head, person.folders) = fresh;
    let draft = person.genesis(&mut passkey, &current);
    assert_eq!(portal.genesis(&draft), Ok(person.head));
}

#[test]
fn only_so_many_ceremonies_wait_and_those_that_end_make_room() {
    let mut portal = Portal::new();
    let start = |portal: &Portal| {
        portal.run(|tx, _, passkeys, now| login::start(tx, passkeys, now, &mut System::new()))
    };
    let first = start(&portal).unwrap();
    let filled = portal.run(|tx, _, _, _| {
        for _ in 1..expiry::LIVE {
            expiry::admit(tx, expiry::Kind::Ceremony)?;
        }
        Ok(())
    });
    filled.unwrap();
    let refusal = start(&portal).unwrap_err();
    assert_eq!(refusal.code, Code::TooManyRequests);
    assert!(refusal.retry_after_s.is_some());
    // One is answered: there is room for one, and spending it twice makes no more.
    for _ in 0..2 {
        let ceremony = first.ceremony;
        let spent = portal.run(move |tx, _, _, _| login::spend(tx, &ceremony));
        spent.unwrap();
    }
    start(&portal).unwrap();
    assert_eq!(code(start(&portal)), Code::TooManyRequests);
    // One ends by itself.
    portal.now += 120;
    portal.sweep();
    start(&portal).unwrap();
    assert_eq!(code(start(&portal)), Code::TooManyRequests);
    // A number that came back from a backup without its challenges is put right.
    portal.run(|tx, _, _, _| expiry::recount(tx)).unwrap();
    start(&portal).unwrap();
}
