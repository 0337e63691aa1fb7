//! Frozen bytes of what the structure's desk keeps. A failing line means that what earlier portals wrote would
//! no longer be read: write a new shape, never change these.

use wire::helper::Role;

use super::{frozen::stored, *};

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
            "step",
            stored(&Step {
                to: ItemStage::Wiped,
                time: 7,
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
        (
            "activity",
            stored(&Activity {
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
                by: staff,
                time: 9,
            }),
        ),
        ("tally", stored(&Tally { count: 300 })),
        ("attested", act(Some(staff), Act::Attested)),
    ]
}

#[test]
fn first_shapes_of_the_desk_are_frozen() {
    let frozen: Vec<(&str, &str)> = include_str!("frozen-desk-v1.txt")
        .lines()
        .filter_map(|line| line.split_once(": "))
        .collect();
    let found = all();
    let found: Vec<_> = found.iter().map(|(name, hex)| (*name, &**hex)).collect();
    assert_eq!(found, frozen);
}
