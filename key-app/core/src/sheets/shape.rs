//! Bytes of a sheet (protocol 6.9), and how two of them become one.

use crate::trouble::{Result, Trouble};
use crypto::space::Kind;
use minicbor::{Decode, Encode};
use std::collections::BTreeMap;

/// What a slip can hold.
pub(crate) trait Content:
    Clone + Encode<()> + for<'b> Decode<'b, ()> + Send + Sync + 'static
{
    /// The kind of object that a sheet of it is.
    const KIND: Kind;
}

/// Longest sheet, in bytes.
const LONGEST: usize = 1 << 20;
/// Longest name of a slip, in bytes.
const LONGEST_NAME: usize = 80;
/// What was taken away is remembered so long, for computers that have not heard of it: a year.
const REMEMBERED: u64 = 366 * 86_400;
const VERSION: u32 = 1;

/// Small things by their names. Of two computers that change the same thing the later one counts; whatever
/// else they change, both count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet<T> {
    slips: BTreeMap<String, Slip<T>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Slip<T> {
    changed: u64,
    content: Option<T>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct Written<T> {
    #[n(0)]
    version: u32,
    #[n(1)]
    slips: Vec<WrittenSlip<T>>,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct WrittenSlip<T> {
    #[n(0)]
    name: String,
    #[n(1)]
    changed: u64,
    #[n(2)]
    content: Option<T>,
}

impl<T> Default for Sheet<T> {
    fn default() -> Self {
        Self {
            slips: BTreeMap::new(),
        }
    }
}

impl<T> Sheet<T> {
    /// What stands under a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.slips.get(name)?.content.as_ref()
    }

    /// Everything there is, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.slips
            .iter()
            .filter_map(|(name, slip)| Some((name.as_str(), slip.content.as_ref()?)))
    }

    /// Everything there is, by name, with the time of its last change in Unix seconds.
    pub(crate) fn slips(&self) -> impl Iterator<Item = (&str, u64, &T)> {
        self.slips
            .iter()
            .filter_map(|(name, slip)| Some((name.as_str(), slip.changed, slip.content.as_ref()?)))
    }

    /// Number of things there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[expect(private_bounds, reason = "what a slip can hold is decided here alone")]
impl<T: Content> Sheet<T> {
    /// Puts something under a name, or takes it away, at a time in Unix seconds. Later than what stood
    /// there, whatever the clock says.
    ///
    /// # Errors
    /// [`Trouble::Full`] where the name or the sheet would be too long.
    pub(crate) fn put(&mut self, name: &str, content: Option<T>, now: u64) -> Result<()> {
        if name.is_empty() || name.len() > LONGEST_NAME {
            return Err(Trouble::Full);
        }
        let before = self.slips.get(name).map_or(0, |slip| slip.changed);
        let changed = now.max(before.saturating_add(1));
        self.slips
            .insert(name.to_owned(), Slip { changed, content });
        let forgotten = now.saturating_sub(REMEMBERED);
        self.slips
            .retain(|_, slip| slip.content.is_some() || slip.changed >= forgotten);
        self.fits()
    }

    /// A sheet of things by their names, each with the time of its last change.
    ///
    /// # Errors
    /// [`Trouble::Full`] where a name or the sheet would be too long.
    pub(crate) fn of(slips: impl Iterator<Item = (String, u64, T)>) -> Result<Self> {
        let mut sheet = Self::default();
        for (name, changed, content) in slips {
            if !(1..=LONGEST_NAME).contains(&name.len()) {
                return Err(Trouble::Full);
            }
            let content = Some(content);
            sheet.slips.insert(name, Slip { changed, content });
        }
        sheet.fits()?;
        Ok(sheet)
    }

    /// Whether it is short enough to be kept.
    ///
    /// # Errors
    /// [`Trouble::Full`].
    pub(crate) fn fits(&self) -> Result<()> {
        if self.bytes().len() > LONGEST {
            return Err(Trouble::Full);
        }
        Ok(())
    }

    /// Takes in another one: under each name the later thing counts, and of two at the same second the
    /// one with the greater bytes, so that every computer comes to the same.
    pub(crate) fn merge(&mut self, other: Self) {
        for (name, theirs) in other.slips {
            match self.slips.get(&name) {
                Some(ours) if ours.rank() >= theirs.rank() => {}
                _ => {
                    self.slips.insert(name, theirs);
                }
            }
        }
    }

    /// Puts back the things of another one: what is not here, whoever took it away, and what is older here.
    /// Answers how many.
    ///
    /// # Errors
    /// [`Trouble::Full`] where the sheet would be too long.
    pub(crate) fn put_back(&mut self, other: Self) -> Result<usize> {
        let mut new = 0;
        for (name, mut theirs) in other.slips {
            let Slip { changed, content } = &theirs;
            let (is_newer, after) = match self.slips.get(&name) {
                None => (true, 0),
                Some(ours) if ours.content.is_none() => (true, ours.changed.saturating_add(1)),
                Some(ours) => (*changed > ours.changed, 0),
            };
            if is_newer && content.is_some() {
                theirs.changed = after.max(*changed);
                self.slips.insert(name, theirs);
                new += 1;
            }
        }
        self.fits()?;
        Ok(new)
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let slips = self.slips.iter().map(|(name, slip)| WrittenSlip {
            name: name.clone(),
            changed: slip.changed,
            content: slip.content.clone(),
        });
        wire::encode(&Written {
            version: VERSION,
            slips: slips.collect(),
        })
    }

    /// Reads what [`Sheet::bytes`] wrote, and nothing else.
    ///
    /// # Errors
    /// [`Trouble::Newer`] where a later version of the program wrote it, [`Trouble::Unverified`].
    pub(crate) fn read(bytes: &[u8]) -> Result<Self> {
        let mut decoder = minicbor::Decoder::new(bytes);
        let version = match decoder.array() {
            Ok(Some(_)) => decoder.u32().map_err(|_| Trouble::Unverified)?,
            _ => return Err(Trouble::Unverified),
        };
        if version > VERSION {
            return Err(Trouble::Newer);
        }
        let written: Written<T> =
            wire::decode_canonical(bytes, LONGEST).map_err(|_| Trouble::Unverified)?;
        let rising = written.slips.is_sorted_by(|a, b| a.name < b.name);
        let named = |slip: &WrittenSlip<T>| (1..=LONGEST_NAME).contains(&slip.name.len());
        if written.version != VERSION || !rising || !written.slips.iter().all(named) {
            return Err(Trouble::Unverified);
        }
        let slips = written.slips.into_iter().map(|slip| {
            let WrittenSlip {
                name,
                changed,
                content,
            } = slip;
            (name, Slip { changed, content })
        });
        Ok(Self {
            slips: slips.collect(),
        })
    }
}

impl<T: Content> Slip<T> {
    fn rank(&self) -> (u64, Vec<u8>) {
        (self.changed, wire::encode(&self.content))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::Setting;
    use proptest::prelude::*;

    fn some_sheet() -> impl Strategy<Value = Sheet<Setting>> {
        let slip = ("[a-c]", 0..4_u64, proptest::option::of("[x-z]"));
        proptest::collection::vec(slip, 0..6).prop_map(|slips| {
            let mut sheet = Sheet::default();
            for (name, changed, content) in slips {
                let content = content.map(Setting);
                sheet.slips.insert(name, Slip { changed, content });
            }
            sheet
        })
    }

    fn merged(one: &Sheet<Setting>, other: &Sheet<Setting>) -> Sheet<Setting> {
        let mut both = one.clone();
        both.merge(other.clone());
        both
    }

    proptest! {
        #[test]
        fn what_is_put_back_twice_is_there_once(a in some_sheet(), b in some_sheet()) {
            let mut sheet = a.clone();
            let new = sheet.put_back(b.clone()).unwrap();
            prop_assert!(b.iter().all(|(name, _)| sheet.get(name).is_some()));
            prop_assert!(a.iter().all(|(name, _)| sheet.get(name).is_some()));
            prop_assert!(new <= b.len());
            let again = sheet.clone();
            prop_assert_eq!(sheet.put_back(b).unwrap(), 0);
            prop_assert_eq!(&sheet, &again);
            // Another computer that heard of neither comes to the same.
            prop_assert_eq!(merged(&a, &again), again);
        }

        #[test]
        fn computers_come_to_the_same_in_whatever_order(a in some_sheet(), b in some_sheet(), c in some_sheet()) {
            prop_assert_eq!(merged(&a, &b), merged(&b, &a));
            prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
            prop_assert_eq!(merged(&a, &a), a);
        }

        #[test]
        fn what_is_written_is_read(sheet in some_sheet()) {
            prop_assert_eq!(Sheet::read(&sheet.bytes()).ok(), Some(sheet));
        }

        #[test]
        fn whatever_else_is_there_is_refused(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            if let Ok(sheet) = Sheet::<Setting>::read(&bytes) {
                prop_assert_eq!(sheet.bytes(), bytes);
            }
        }

        #[test]
        fn the_last_change_counts_whatever_the_clock_says(before in some_sheet(), now in 0..4_u64) {
            let mut sheet = before.clone();
            prop_assert!(sheet.put("a", Some(Setting("new".into())), now).is_ok());
            let after = merged(&sheet, &before);
            prop_assert_eq!(after.get("a"), Some(&Setting("new".into())));
        }
    }

    #[test]
    fn a_later_version_is_told_apart_from_damage() {
        let later = wire::encode(&(2_u32, "something else"));
        assert!(matches!(
            Sheet::<Setting>::read(&later),
            Err(Trouble::Newer)
        ));
        for damaged in [&[][..], &[0x80], &[0x82, 0x00, 0x80], b"\x82\x01"] {
            assert!(matches!(
                Sheet::<Setting>::read(damaged),
                Err(Trouble::Unverified)
            ));
        }
    }

    #[test]
    fn too_much_is_refused_and_changes_nothing_at_the_portal() {
        let mut sheet = Sheet::default();
        let long = Setting("x".repeat(LONGEST));
        assert!(matches!(sheet.put("a", Some(long), 1), Err(Trouble::Full)));
        let name = "x".repeat(LONGEST_NAME + 1);
        assert!(matches!(sheet.put(&name, None, 1), Err(Trouble::Full)));
    }

    #[test]
    fn what_was_taken_away_is_remembered_for_a_year() {
        let mut sheet = Sheet::<Setting>::default();
        assert!(sheet.put("a", None, 1_000).is_ok());
        assert!(sheet.put("b", None, 1_000 + REMEMBERED).is_ok());
        assert!(sheet.slips.contains_key("a"));
        assert!(sheet.put("c", None, 1_001 + REMEMBERED).is_ok());
        assert!(!sheet.slips.contains_key("a"));
    }

    #[test]
    fn its_bytes_are_frozen() {
        let mut sheet = Sheet::default();
        assert!(sheet.put("size", Some(Setting("150".into())), 7).is_ok());
        assert!(sheet.put("font", None, 9).is_ok());
        let bytes = [
            0x82, 0x01, 0x82, 0x82, 0x64, b'f', b'o', b'n', b't', 0x09, 0x83, 0x64, b's', b'i',
            b'z', b'e', 0x07, 0x63, b'1', b'5', b'0',
        ];
        assert_eq!(sheet.bytes(), bytes);
    }
}
