//! The next board is signed and put up: on disk before it is said to be there.

use std::{fs, path::Path};

use serde::{Deserialize, de::IgnoredAny};
use wire::{
    Signed,
    board::{Board, Closing, Publisher, SignedBoard, Structure},
    limits,
    structure::{SignedLocator, StructureError},
};

use super::{BoardError, current};
use crate::{
    domain::DAY,
    folders::{self, at},
    settings::Settings,
    structure::PublisherKey,
};

/// Days between the announcement that a structure closes and that day.
pub const NOTICE_DAYS: u64 = 92;

/// What a board shall say.
#[derive(Debug, Clone)]
pub struct Saying {
    /// How to reach the structure.
    pub structure: Structure,
    /// A catalogue in the place of the one that came with the app.
    pub catalogue: Option<Vec<u8>>,
}

/// Signs the next board of a portal, and puts it up. A portal that runs hands it out at once. That the
/// structure closes goes on being said.
///
/// # Errors
/// [`BoardError`]; the board of before then stays.
pub fn publish(
    settings: &Settings,
    signer: (&PublisherKey, &Signed<Publisher>),
    saying: Saying,
    now: u64,
) -> Result<Board, BoardError> {
    let _locked = lock(settings)?;
    let last = current(settings)?.map(|(_, board)| board);
    let (number, closing) = last.map_or((0, None), |last| (last.number, last.closing));
    let board = Board {
        realm: settings.realm(),
        number: number + 1,
        issued: now,
        structure: saying.structure,
        catalogue: saying.catalogue.map(Into::into),
        closing,
    };
    sign(settings, signer, &board, now)
}

/// Says on the board that the structure closes, or with `None` that it does not after all. Whatever else
/// stands on it stays.
///
/// # Errors
/// [`BoardError`], also where nothing was published before, and where people would have less than
/// [`NOTICE_DAYS`] days.
pub fn announce(
    settings: &Settings,
    signer: (&PublisherKey, &Signed<Publisher>),
    closing: Option<Closing>,
    now: u64,
) -> Result<Board, BoardError> {
    let _locked = lock(settings)?;
    let soonest = now.saturating_add(NOTICE_DAYS * DAY);
    if closing.as_ref().is_some_and(|closing| closing.on < soonest) {
        return Err(BoardError::Rule(
            "people need three months to take along what is theirs",
        ));
    }
    let Some((_, last)) = current(settings)? else {
        return Err(BoardError::Rule(
            "there is no board yet: `portal board publish` first",
        ));
    };
    let board = Board {
        number: last.number + 1,
        issued: now,
        closing,
        ..last
    };
    sign(settings, signer, &board, now)
}

fn lock(settings: &Settings) -> Result<fs::File, BoardError> {
    let path = settings.board();
    Ok(folders::lock(&path).map_err(at(&path))?)
}

fn sign(
    settings: &Settings,
    (key, certificate): (&PublisherKey, &Signed<Publisher>),
    board: &Board,
    now: u64,
) -> Result<Board, BoardError> {
    let closing = board.closing.as_ref().and_then(Closing::fault);
    if let Some(rule) = board.structure.fault().or(closing) {
        return Err(BoardError::Rule(rule));
    }
    board
        .catalogue
        .as_deref()
        .map(|catalogue| outline(catalogue))
        .transpose()?;
    let path = settings.path(&settings.file.structure.locator);
    let locator = fs::read(&path).map_err(at(&path))?;
    let locator: Result<SignedLocator, _> =
        wire::decode_canonical(&locator, SignedLocator::MAX).map_err(StructureError::from);
    let roots = locator.map_err(BoardError::Publisher)?.roots;
    put(settings, &key.sign_board(roots, certificate, board), now)
}

/// Puts up a board that was published at another portal of the structure.
///
/// # Errors
/// [`BoardError`], also where it comes before the one that is there.
pub fn install(settings: &Settings, from: &Path, now: u64) -> Result<Board, BoardError> {
    let bytes = fs::read(from).map_err(at(from))?;
    let signed: Result<SignedBoard, _> =
        wire::decode_canonical(&bytes, SignedBoard::MAX).map_err(StructureError::from);
    let signed = signed.map_err(BoardError::Publisher)?;
    let _locked = lock(settings)?;
    put(settings, &signed, now)
}

/// Writes a board that an app would believe now.
fn put(settings: &Settings, signed: &SignedBoard, now: u64) -> Result<Board, BoardError> {
    let pinned = settings.root()?.fingerprint();
    let board = signed.verify(settings.realm(), &pinned, now);
    let board = board.map_err(BoardError::Publisher)?;
    if let Some((_, known)) = current(settings)?
        && known.number >= board.number
    {
        return Err(BoardError::Older {
            number: board.number,
            known: known.number,
        });
    }
    let path = settings.board();
    folders::write(&path, &wire::encode(signed)).map_err(at(&path))?;
    Ok(board)
}

/// As much of a catalogue as a portal reads. Its rules are the app's: `stick catalogue` checks them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Outline {
    version: u32,
    services: Vec<IgnoredAny>,
}

fn outline(catalogue: &[u8]) -> Result<(), BoardError> {
    if catalogue.len() > limits::CATALOGUE {
        return Err(BoardError::Rule("a catalogue has 1 MiB at most"));
    }
    let outline: Outline = serde_json::from_slice(catalogue)?;
    if outline.version != 1 || outline.services.is_empty() {
        return Err(BoardError::Rule("a catalogue has version 1 and services"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fixtures::{NOW, REALM, publisher, saying, settled_on, structure},
        store::OnDisk,
        structure::RootKey,
    };
    use wire::random::System;

    #[test]
    fn each_board_has_the_next_number_and_lies_whole_on_disk() {
        for engine in OnDisk::ALL {
            let folder = tempfile::tempdir().unwrap();
            let (settings, _) = settled_on(folder.path(), engine, |_| {});
            assert!(current(&settings).unwrap().is_none());
            let (key, certificate) = publisher(NOW);
            for number in 1..=3 {
                let said = saying(Some(br#"{"version":1,"services":[{}]}"#));
                let board = publish(&settings, (&key, &certificate), said, NOW + number);
                let (_, kept) = current(&settings).unwrap().unwrap();
                assert_eq!(board.unwrap(), kept);
                assert_eq!((kept.number, kept.issued), (number, NOW + number));
            }
        }
    }

    #[test]
    fn what_no_app_would_believe_is_not_put_up() {
        let folder = tempfile::tempdir().unwrap();
        let (settings, _) = settled_on(folder.path(), OnDisk::Redb, |_| {});
        let (key, certificate) = publisher(NOW);
        let day = 86_400;
        let stranger = RootKey::generate(&mut System::new());
        let foreign = stranger.name_publisher(REALM, &key, NOW, day);
        let other_realm = structure().1.root();
        let other_realm = other_realm.name_publisher(wire::Realm::Prod, &key, NOW, day);
        let mut nameless = saying(None);
        nameless.structure.name.clear();
        let refused = [
            (saying(None), &foreign, NOW),
            (saying(None), &other_realm, NOW),
            (saying(None), &certificate, NOW + 400 * day),
            (nameless, &certificate, NOW),
            (saying(Some(b"{")), &certificate, NOW),
            (saying(Some(b"[]")), &certificate, NOW),
            (
                saying(Some(br#"{"version":1,"services":[]}"#)),
                &certificate,
                NOW,
            ),
            (
                saying(Some(br#"{"version":2,"services":[{}]}"#)),
                &certificate,
                NOW,
            ),
            (
                saying(Some(&vec![b' '; limits::CATALOGUE + 1])),
                &certificate,
                NOW,
            ),
        ];
        for (said, certificate, now) in refused {
            let put = publish(&settings, (&key, certificate), said.clone(), now);
            assert!(put.is_err(), "{said:?}");
            assert!(!settings.board().exists());
        }
    }

    #[test]
    fn another_portal_takes_a_board_over_and_never_an_earlier_one() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| {
            let place = folder.path().join(name);
            std::fs::create_dir(&place).unwrap();
            settled_on(&place, OnDisk::Redb, |_| {}).0
        };
        let (one, other) = (at("one"), at("other"));
        let (key, certificate) = publisher(NOW);
        publish(&one, (&key, &certificate), saying(None), NOW).unwrap();
        let first = folder.path().join("first");
        fs::copy(one.board(), &first).unwrap();
        publish(&one, (&key, &certificate), saying(None), NOW + 1).unwrap();
        assert_eq!(install(&other, &one.board(), NOW + 2).unwrap().number, 2);
        let back = install(&other, &first, NOW + 2);
        assert!(
            matches!(
                back,
                Err(BoardError::Older {
                    number: 1,
                    known: 2
                })
            ),
            "{back:?}"
        );
        fs::write(&first, b"nonsense").unwrap();
        assert!(install(&other, &first, NOW + 2).is_err());
        assert_eq!(current(&other).unwrap().unwrap().1.number, 2);
    }

    #[test]
    fn that_a_structure_closes_stays_said_until_it_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let (settings, _) = settled_on(folder.path(), OnDisk::Redb, |_| {});
        let (key, certificate) = publisher(NOW);
        let signer = (&key, &certificate);
        let closing = Closing {
            on: NOW + NOTICE_DAYS * DAY,
            message: "Nous fermons.".into(),
        };
        let early = announce(&settings, signer, Some(closing.clone()), NOW);
        assert!(
            matches!(early, Err(BoardError::Rule(_))),
            "nothing is there"
        );
        let catalogue = saying(Some(br#"{"version":1,"services":[{}]}"#));
        let before = publish(&settings, signer, catalogue, NOW).unwrap();
        assert_eq!(before.closing, None);
        for (on, message) in [
            (closing.on - 1, "Nous fermons."),
            (closing.on, "a\nb"),
            (closing.on, ""),
        ] {
            let message = message.into();
            let refused = announce(&settings, signer, Some(Closing { on, message }), NOW);
            assert!(matches!(refused, Err(BoardError::Rule(_))));
        }
        let said = announce(&settings, signer, Some(closing.clone()), NOW).unwrap();
        assert_eq!((said.number, &said.closing), (2, &Some(closing.clone())));
        assert_eq!(
            (said.structure, said.catalogue),
            (before.structure, before.catalogue)
        );
        let after = publish(&settings, signer, saying(None), NOW + 200 * DAY).unwrap();
        assert_eq!(after.closing, Some(closing));
        let back = announce(&settings, signer, None, NOW + 201 * DAY).unwrap();
        assert_eq!((back.number, back.closing), (4, None));
    }

    #[test]
    fn a_damaged_board_is_no_reason_to_count_from_one_again() {
        let folder = tempfile::tempdir().unwrap();
        let (settings, _) = settled_on(folder.path(), OnDisk::Redb, |_| {});
        let (key, certificate) = publisher(NOW);
        publish(&settings, (&key, &certificate), saying(None), NOW).unwrap();
        let mut bytes = fs::read(settings.board()).unwrap();
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        fs::write(settings.board(), bytes).unwrap();
        let next = publish(&settings, (&key, &certificate), saying(None), NOW);
        assert!(matches!(next, Err(BoardError::Damaged)), "{next:?}");
    }
}
