//! Frozen bytes of what the structure's desk keeps. A failing line means that what earlier portals wrote would
//! no longer be read: write a new shape, never change these.

use wire::helper::Role;

use super::{frozen::stored, *};
use crate::store::Record;

fn all() -> Vec<(&'static str, String)> {
    let staff = StaffId([1; 16]);
    let member = |role, ended| {
        stored(&Staff {
            name: "Inès".into(),
            role,
            since: 7,
            ended,
        })
    };
    let invitation = |by| {
        stored(&StaffInvitation {
            staff,
            until: 9,
            by,
        })
    };
    let act = |by, act| stored(&StaffAct { time: 9, by, act });
    vec![
        ("officer", member(StaffRole::Officer, None)),
        ("mediator ended", member(StaffRole::Mediator, Some(9))),
        (
            "passkey",
            stored(&StaffPasskey {
                passkey: "{}".into(),
                staff,
                since: 7,
            }),
        ),
        ("invitation", invitation(None)),
        ("invitation of a colleague's", invitation(Some(staff))),
        ("invited", act(None, Act::Invited(staff))),
        ("entered", act(Some(staff), Act::Entered)),
        ("signed in", act(Some(staff), Act::SignedIn)),
        ("ended", act(Some(staff), Act::Ended(staff))),
        (
            "approved",
            act(Some(staff), Act::Approved("K7P2".into(), Role::Volunteer)),
        ),
        ("withdrawn", act(Some(staff), Act::Withdrawn("K7P2".into()))),
        ("certified", act(None, Act::Certified("K7P2".into()))),
        ("added", act(Some(staff), Act::Added(Kind::Stick, 1, 12))),
        (
            "moved",
            act(
                Some(staff),
                Act::Moved(Kind::Computer, 1, 12, ItemStage::Lost),
            ),
        ),
        (
            "approval",
            stored(&Approval {
                role: Role::Curator,
                by: staff,
                time: 9,
            }),
        ),
        (
            "item",
            stored(&Item {
                stage: ItemStage::Frozen,
                since: 7,
                by: staff,
            }),
        ),
        (
            "phone added",
            act(Some(staff), Act::Added(Kind::Phone, 3, 3)),
        ),
        ("recorded", act(Some(staff), Act::Recorded)),
        ("removed", act(Some(staff), Act::Removed)),
        (
            "exported",
            act(Some(staff), Act::Exported("2026-11".into())),
        ),
        ("tally", stored(&Tally { count: 300 })),
        ("attested", act(Some(staff), Act::Attested)),
        (
            "taken out",
            act(Some(staff), Act::TakenOut(Kind::Stick, 13, 24)),
        ),
    ]
}

fn step(with: Option<With>) -> Step {
    Step {
        to: ItemStage::Wiped,
        time: 7,
        by: StaffId([1; 16]),
        with,
    }
}

fn activity() -> Activity {
    Activity {
        kind: 0,
        participants: 1,
        place: 2,
        minutes: 30,
        posture: 1,
        themes: vec![4, 22],
        equipment: vec![1],
        autonomy: Some(2),
        level: None,
        gender: Some(1),
        age: Some(6),
        status: None,
        led_on: true,
        led_to: "CAF".into(),
        place_name: "Nord".into(),
        workshop: String::new(),
        step: "APL".into(),
        by: StaffId([1; 16]),
        time: 9,
        languages: Vec::new(),
        aids: Vec::new(),
    }
}

/// What has grown since: its first bytes are read, and never written again.
const GROWN: [&str; 2] = ["step", "activity"];

fn lines(text: &'static str) -> Vec<(&'static str, &'static str)> {
    text.lines()
        .filter_map(|line| line.split_once(": "))
        .collect()
}

#[test]
fn first_shapes_of_the_desk_are_frozen() {
    let mut frozen = lines(include_str!("frozen-desk-v1.txt"));
    frozen.retain(|(name, _)| !GROWN.contains(name));
    let found = all();
    let found: Vec<_> = found.iter().map(|(name, hex)| (*name, &**hex)).collect();
    assert_eq!(found, frozen);
}

#[test]
fn second_shapes_of_the_desk_are_frozen() {
    let proof = Proof {
        time: 6,
        files: 4,
        bytes: 32_768,
        others: 2,
    };
    let found = [
        ("step", stored(&step(None))),
        ("step with a proof", stored(&step(Some(With::Proof(proof))))),
        ("step on a word", stored(&step(Some(With::Word)))),
        (
            "step with the charter",
            stored(&step(Some(With::Charter(1, "ar".into())))),
        ),
        (
            "activity",
            stored(&Activity {
                languages: vec![0, 2],
                aids: vec![6],
                ..activity()
            }),
        ),
    ];
    let found: Vec<_> = found.iter().map(|(name, hex)| (*name, &**hex)).collect();
    assert_eq!(found, lines(include_str!("frozen-desk-v2.txt")));
}

#[test]
fn what_an_earlier_desk_wrote_is_read() {
    let first = lines(include_str!("frozen-desk-v1.txt"));
    let bytes = |name: &str| {
        let line = first.iter().find(|line| line.0 == name);
        data_encoding::HEXLOWER
            .decode(line.unwrap().1.as_bytes())
            .unwrap()
    };
    assert_eq!(Step::from_bytes(&bytes("step")).unwrap(), step(None));
    assert_eq!(
        Activity::from_bytes(&bytes("activity")).unwrap(),
        activity()
    );
}
