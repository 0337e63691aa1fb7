//! Commits: what they bring, and the clock they are read by.

use super::*;

#[test]
fn the_same_commit_again_gets_the_same_answer() {
    let portal = Portal::new();
    let (mut person, mut passkey) = (Person::new("bilal"), Authenticator::new("bilal"));
    let options = portal.begin(&person, "first").unwrap();
    let draft = person.genesis(&mut passkey, &options);
    let head = portal.genesis(&draft).unwrap();
    assert_eq!(portal.finish(&draft), Ok(head));
    let session = portal.open(&passkey).unwrap();
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Argent);
    let head = portal.commit(session, &draft).unwrap();
    assert_eq!(portal.commit(session, &draft), Ok(head));
}

#[test]
fn what_was_staged_must_be_what_it_says() {
    let portal = Portal::new();
    let (mut person, mut passkey) = (Person::new("ivan"), Authenticator::new("ivan"));
    let options = portal.begin(&person, "first").unwrap();
    let genesis = person.genesis(&mut passkey, &options);
    let mut draft = genesis.clone();
    draft.registration = Some(Authenticator::new("another").register(&options));
    assert_eq!(
        code(portal.genesis(&draft)),
        Code::LogRefused,
        "a credential"
    );
    let mut draft = genesis.clone();
    draft.anchors[0].0 = wire::SlotId([1; 16]);
    assert_eq!(code(portal.genesis(&draft)), Code::LogRefused, "an anchor");
    draft.anchors[0] = (genesis.anchors[0].0, vec![1].into());
    assert_eq!(
        code(portal.genesis(&draft)),
        Code::Malformed,
        "no anchor at all"
    );
    portal.genesis(&genesis).unwrap();
    let session = portal.open(&passkey).unwrap();

    // Each kind of item, signed by somebody else: the log names it, the portal does not believe it.
    let (head, folders) = (person.head, person.folders.clone());
    for forged in ["box", "manifest", "payload"] {
        let mut draft = Draft::default();
        let wrong = match forged {
            "payload" => {
                person.policy(&mut draft);
                Code::LogRefused
            }
            _ => {
                person.epoch(&mut draft, Folder::Famille);
                Code::LogRefused
            }
        };
        let mut other = Person::new("somebody else");
        (other.head, other.account, other.folders) = (head, person.account, folders.clone());
        let mut stolen = Draft::default();
        match forged {
            "payload" => other.policy(&mut stolen),
            _ => other.epoch(&mut stolen, Folder::Famille),
        }
        // Signed by the owner, naming what another signed.
        let op = stolen.entries[0].view().unwrap().op;
        let mut draft = Draft {
            items: stolen.items,
            package: stolen.package,
            ..Draft::default()
        };
        person.head = head;
        let signer = match forged {
            "payload" => person.root(),
            _ => person.author(),
        };
        let op = match (forged, op) {
            ("box", Op::Epoch(mut epoch)) => {
                epoch.boxes[0].recipient = person.reader().fingerprint();
                Op::Epoch(epoch)
            }
            ("manifest", Op::Epoch(mut epoch)) => {
                let mut own = Draft::default();
                person.folders.clone_from(&folders);
                person.epoch(&mut own, Folder::Famille);
                person.head = head;
                let Op::Epoch(mine) = own.entries[0].view().unwrap().op else {
                    unreachable!("an epoch")
                };
                epoch.boxes = mine.boxes;
                draft.items.push(own.items[0].clone());
                Op::Epoch(epoch)
            }
            (_, op) => op,
        };
        person.log(&mut draft, &op, &[&signer]);
        let wrong = if forged == "manifest" {
            Code::StaleGeneration
        } else {
            wrong
        };
        assert_eq!(code(portal.commit(session, &draft)), wrong, "{forged}");
        person.head = head;
        person.folders.clone_from(&folders);
    }
}

#[test]
fn a_second_stick_comes_and_the_first_goes() {
    let (portal, mut person, first, session) = opened("jade");
    let slot = portal.begin_slot(&person, "second").unwrap();
    let mut second = Authenticator::new("jade's second");
    let mut draft = Draft::default();
    person.add_slot(&mut draft, &mut second, &slot);
    portal.commit(session, &draft).unwrap();
    let other = portal.open(&second).unwrap();

    let mut draft = Draft::default();
    person.revoke(&mut draft, session.slot);
    portal.commit(other, &draft).unwrap();
    assert_eq!(code(portal.open(&first)), Code::CredentialUnknown);
    let live = portal.run(move |tx, _, _, _| session::live(tx, &session).map(drop));
    assert_eq!(code(live), Code::Unauthorized);
    let rows = portal.run(move |tx, _, _, _| {
        let key = [session.account.as_ref(), session.slot.as_ref()].concat();
        Ok((
            tx.get(Table::Tokens, &session.token.0)?,
            tx.get_record::<Slot>(&key)?,
        ))
    });
    assert_eq!(rows, Ok((None, None)));
    assert_eq!(portal.used(other), 0);
    // Whoever signs as before the rekey learns that keys were renewed.
    let mut stale = Draft::default();
    person.generation = 1;
    person.policy(&mut stale);
    assert_eq!(code(portal.commit(other, &stale)), Code::StaleGeneration);
}

#[test]
fn a_policy_brings_its_package_and_payloads() {
    let (portal, mut person, _, session) = opened("karim");
    let mut draft = Draft::default();
    person.policy(&mut draft);
    let without = Draft {
        package: None,
        ..draft.clone()
    };
    assert_eq!(code(portal.commit(session, &without)), Code::LogRefused);
    portal.commit(session, &draft).unwrap();
    let rows = portal.run(move |tx, _, _, _| {
        let account = session.account;
        Ok((
            tx.get(Table::Packages, account.as_ref())?.is_some(),
            tx.scan(Table::Payloads, account.as_ref(), None, 9)?.len(),
        ))
    });
    assert_eq!(rows, Ok((true, 1)));
    // A rekey must bring a new one.
    let mut draft = Draft::default();
    person.rekey(&mut draft, RekeyCause::Compromise);
    assert_eq!(code(portal.commit(session, &draft)), Code::LogRefused);
}

#[test]
fn entries_ahead_of_the_clock_and_ops_to_come_are_refused() {
    let (portal, mut person, _, session) = opened("lina");
    let head = person.head;
    person.time = NOW + 601;
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Loisirs);
    assert_eq!(code(portal.commit(session, &draft)), Code::ClockAhead);
    (person.head, person.time) = (head, NOW + 600);
    for (op, why) in [
        // Nobody asks for a recovery.
        (Op::Veto(wire::CeremonyId([0; 16])), Code::LogRefused),
        (Op::Revoke(wire::MandateId([0; 16])), Code::LogRefused),
    ] {
        let mut draft = Draft::default();
        let signer = person.author();
        person.log(&mut draft, &op, &[&signer]);
        assert_eq!(code(portal.commit(session, &draft)), why);
        person.head = head;
    }
    let mut other = Draft::default();
    person.head = Head {
        seq: head.seq,
        hash: Hash([1; 32]),
    };
    person.epoch(&mut other, Folder::Loisirs);
    assert_eq!(code(portal.commit(session, &other)), Code::LogConflict);
}

#[test]
fn a_commit_for_somebody_else_is_refused() {
    let (portal, mut person, _, session) = opened("quentin");
    let (_, passkey) = moved_in(&portal, "rosa");
    let other = portal.open(&passkey).unwrap();
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Justice);
    assert_eq!(code(portal.commit(other, &draft)), Code::LogConflict);
    portal.commit(session, &draft).unwrap();
    assert_eq!(
        code(portal.commit(other, &draft)),
        Code::Forbidden,
        "nor its answer"
    );
}

#[test]
fn a_log_that_is_ahead_of_a_clock_set_right_goes_on() {
    let (mut portal, mut person, passkey, _) = opened("odile");
    portal.now = NOW + 1_000_000;
    let session = portal.open(&passkey).unwrap();
    person.time = portal.now;
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Argent);
    portal.commit(session, &draft).unwrap();

    portal.now = NOW;
    let session = portal.open(&passkey).unwrap();
    let before = (person.head, person.folders.clone());
    person.time += 1;
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Argent);
    assert_eq!(code(portal.commit(session, &draft)), Code::ClockAhead);
    (person.head, person.folders) = before;
    person.time -= 1;
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Argent);
    assert_eq!(portal.commit(session, &draft), Ok(person.head));
}
