//! A person gives a mandate: to one helper, or at once to a few of one structure.

use super::{Helper, Mandate};
use crate::{
    administration::{
        Administration,
        parts::{Building, Renewed},
    },
    trouble::{Result, Trouble},
};
use crypto::{
    mandate::Words,
    space::{BoxPlace, seal_box},
};
use wire::{
    Hash, MandateId, Random,
    folder::Folder,
    limits,
    log::{Grant, Op, Rights},
    manifest::BoxFor,
};

/// How long a mandate lasts. The shortest is the usual one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Length {
    /// One day.
    #[default]
    Day,
    /// 31 days.
    Month,
    /// 182 days.
    Half,
    /// 365 days.
    Year,
}

impl Length {
    /// In days.
    #[must_use]
    pub fn days(self) -> u64 {
        match self {
            Length::Day => 1,
            Length::Month => 31,
            Length::Half => 182,
            Length::Year => 365,
        }
    }
}

/// What a person lets somebody do.
#[derive(Debug, Clone)]
pub struct Terms {
    /// The folders, never the private one.
    pub folders: Vec<Folder>,
    /// What may be done in them.
    pub rights: Rights,
    /// For how long.
    pub length: Length,
    /// The person, as they wish to be named.
    pub person: String,
    /// The structure that the helper is of.
    pub structure: String,
    /// Where the mandate is made.
    pub place: String,
}

/// Named mandates that may be given at once.
pub const AT_ONCE: usize = 5;

impl Administration<'_> {
    /// Gives a mandate to each helper, with the text that both keep; all or none. The helpers come from
    /// [`crate::Space::helpers`] or [`crate::Space::helper`] of this very session.
    ///
    /// # Errors
    /// [`Trouble::Terms`] where what is agreed breaks a rule; [`Trouble`] of the portal; nothing is
    /// given then.
    pub async fn entrust(
        self,
        helpers: &[(Helper, String)],
        terms: &Terms,
        random: &mut dyn Random,
    ) -> Result<Vec<MandateId>> {
        self.entrust_anew(None, helpers, terms, random).await
    }

    /// The same in the place of a mandate of before, which ends with it, at once. One that is over already
    /// is as good.
    ///
    /// # Errors
    /// As for [`Administration::entrust`]; the one of before goes on then.
    pub async fn entrust_instead(
        self,
        before: MandateId,
        helpers: &[(Helper, String)],
        terms: &Terms,
        random: &mut dyn Random,
    ) -> Result<Vec<MandateId>> {
        self.entrust_anew(Some(before), helpers, terms, random)
            .await
    }

    async fn entrust_anew(
        self,
        before: Option<MandateId>,
        helpers: &[(Helper, String)],
        terms: &Terms,
        random: &mut dyn Random,
    ) -> Result<Vec<MandateId>> {
        self.space.refresh().await?;
        self.space.read_words().await?;
        let folders = checked(terms, helpers.len())?;
        let known = &self.space.known;
        let mut building = Building::after(known);
        let before = before.filter(|before| known.log.grants.contains_key(before));
        let fresh = self
            .space
            .ending(&mut building, before.as_slice(), random)?;
        let others = known.log.grants.len() - before.as_slice().len();
        if others + helpers.len() > limits::MANDATES {
            return Err(Trouble::Terms("there are 32 mandates already"));
        }
        let (mut given, mut words) = (Vec::new(), Vec::new());
        for (helper, text) in helpers {
            if helper.account == known.log.account {
                return Err(Trouble::OwnMandate);
            }
            let mandate = MandateId::random(random);
            let said = said(helper, terms, text);
            let grant = self.grant(
                &mut building,
                mandate,
                helper,
                (&folders, &fresh),
                terms,
                &said,
                random,
            )?;
            building.by_root(&Op::Grant(Box::new(grant)), &self.keys);
            given.push(mandate);
            words.push((mandate, said));
        }
        building.send(&self.space.portal).await?;
        self.space.known.advance(&building.commit.entries)?;
        self.space.known.begin_anew(fresh);
        self.space.words.extend(words);
        Ok(given)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "a grant has a place, a helper, folders, words"
    )]
    fn grant(
        &self,
        building: &mut Building,
        mandate: MandateId,
        helper: &Helper,
        (folders, fresh): (&[Folder], &Renewed),
        terms: &Terms,
        said: &Words,
        random: &mut dyn Random,
    ) -> Result<Grant> {
        let known = &self.space.known;
        let (realm, account) = (known.log.realm, known.log.account);
        let mut letters = Vec::new();
        for reader in [known.keys.reader.public(), helper.reader] {
            let letter = said.seal(realm, &account, mandate, &reader, random);
            let letter = letter.map_err(|_| Trouble::Terms("its text is too long"))?;
            let bytes = wire::encode(&letter);
            letters.push(Hash::of(&bytes));
            building.item(bytes);
        }
        let mut boxes = Vec::new();
        let seen = if terms.rights.sees() { folders } else { &[] };
        for folder in seen {
            let view = known.folders.get(folder).ok_or(Trouble::Unverified)?;
            let (key, head) = match fresh.get(folder) {
                Some((fresh, _)) => (&fresh.key, fresh.head),
                None => (&view.key, view.head),
            };
            let place = BoxPlace {
                realm,
                account,
                folder: *folder,
                epoch: head.epoch,
            };
            let why = BoxFor::Mandate(mandate);
            let author = &known.keys.author;
            let key_box = seal_box(&place, key, &helper.reader, why, author, random)?;
            boxes.push(key_box.hash());
            building.item(key_box.to_bytes());
        }
        let now = known.time;
        Ok(Grant {
            mandate,
            grantee: helper.account,
            author: helper.author.fingerprint(),
            reader: helper.reader.fingerprint(),
            folders: folders.to_vec(),
            rights: terms.rights,
            not_before: now,
            not_after: now + terms.length.days() * Mandate::DAY,
            text: Hash::of(said.text.as_bytes()),
            letters,
            boxes,
        })
    }
}

/// The folders in order, if everything that is agreed may be agreed.
fn checked(terms: &Terms, helpers: usize) -> Result<Vec<Folder>> {
    if !(1..=AT_ONCE).contains(&helpers) {
        return Err(Trouble::Terms("a mandate is for one to five people"));
    }
    let mut folders = terms.folders.clone();
    folders.sort_unstable();
    folders.dedup();
    if folders.is_empty() || !folders.iter().all(|folder| folder.grantable()) {
        return Err(Trouble::Terms(
            "it is about themes that can be shared, at least one",
        ));
    }
    let names = [&terms.person, &terms.structure, &terms.place];
    let plain = |name: &String| {
        !name.trim().is_empty() && name.chars().count() <= 80 && !name.chars().any(char::is_control)
    };
    if !names.into_iter().all(plain) {
        return Err(Trouble::Terms(
            "names and place are one line of 80 characters at most",
        ));
    }
    Ok(folders)
}

fn said(helper: &Helper, terms: &Terms, text: &str) -> Words {
    Words {
        person: terms.person.trim().to_owned(),
        helper: helper.name.clone(),
        role: helper.role,
        structure: terms.structure.trim().to_owned(),
        place: terms.place.trim().to_owned(),
        text: text.to_owned(),
        author: helper.author,
        reader: helper.reader,
    }
}
