//! Helpers for whom another structure vouches. Their space lies here, their officer is elsewhere: they keep a
//! share of somebody's recovery, and so nobody needs to wait seven days for one house alone. They get no
//! mandate by it: for that an officer of this structure certifies them.

use std::{fs, io, path::PathBuf, sync::Arc};

use minicbor::{Decode, Encode, bytes::ByteVec};
use wire::{
    Hash, Realm,
    elsewhere::{Enquiry, StructureNumber, Vouched, is_short},
    helper::{Helper, HelperNumber, Role, SignedHelper, is_name},
    limits,
};

use super::{File as Own, HelpersError, asked::asked, certify::claimed, lock};
use crate::{
    domain::{DAY, Outcome},
    folders::{self, at},
    settings::Settings,
    structure::Officiating,
    watched::Watched,
};

/// Its name in the data folder, and in a backup.
pub(crate) const FILE: &str = "helpers.elsewhere";
/// How many there may be.
const MOST: usize = 200;
/// The longest file, in bytes.
const MAX: usize = MOST * (Vouched::MAX + 8) + 16;

/// The file: what other structures' officers handed out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
struct File {
    #[n(0)]
    vouched: Vec<Vouched>,
}

/// Somebody for whom another structure vouches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// Who.
    pub helper: Helper,
    /// The fingerprint of that structure's first root.
    pub structure: Hash,
    /// The number of that structure, as it stands on the paper it hands out.
    pub number: StructureNumber,
}

/// What an officer of another structure is asked to vouch for: the keys of somebody who asked here to help,
/// or is certified here.
///
/// # Errors
/// [`HelpersError`].
pub fn enquire(
    settings: &Settings,
    number: &HelperNumber,
    now: u64,
) -> Result<Enquiry, HelpersError> {
    let realm = settings.realm();
    let certified = claimed(&Own::read(&settings.helpers())?)?;
    let asking = asked(settings, now)?.into_iter().map(|asked| Enquiry {
        realm,
        account: asked.account,
        generation: asked.generation,
        root: asked.root,
        author: asked.author,
        reader: asked.reader,
        name: asked.name,
    });
    let mut all = certified.into_iter().map(Enquiry::from).chain(asking);
    all.find(|enquiry| enquiry.number() == *number)
        .ok_or(HelpersError::NobodyAsked)
}

/// What an officer says of somebody whose space lies at another structure.
#[derive(Debug, Clone)]
pub struct Vouch {
    /// The number on the helper's own screen.
    pub number: HelperNumber,
    /// In what quality the helper helps.
    pub role: Role,
    /// Another name than the one they gave.
    pub name: Option<String>,
    /// Days.
    pub days: u64,
}

/// The officer vouches: a certificate of few days. No list of those who were stopped goes with it, for it
/// would speak of everybody whom that officer ever certified.
///
/// # Errors
/// [`HelpersError`].
pub fn vouch(
    officer: &Officiating,
    enquiry: Enquiry,
    words: Vouch,
    now: u64,
) -> Result<Vouched, HelpersError> {
    if enquiry.number() != words.number {
        return Err(HelpersError::Rule(
            "these are the keys of another number: read it on the helper's own screen",
        ));
    }
    if !(1..=limits::VOUCHED_DAYS).contains(&words.days) {
        return Err(HelpersError::Rule("an officer vouches for 1 to 7 days"));
    }
    let name = words.name.unwrap_or(enquiry.name);
    if !is_name(&name) {
        return Err(HelpersError::Rule(
            "a name is one line of 60 characters at most",
        ));
    }
    let realm = enquiry.realm;
    let helper = Helper {
        realm,
        account: enquiry.account,
        generation: enquiry.generation,
        root: enquiry.root,
        author: enquiry.author,
        reader: enquiry.reader,
        role: words.role,
        name,
        not_before: now.saturating_sub(DAY),
        not_after: now.saturating_add(words.days * DAY),
    };
    let vouched = Vouched {
        certificate: ByteVec::from(wire::encode(&officer.certify(&helper))),
    };
    // What no app would believe is not handed out.
    believed(&vouched, realm, now).ok_or(HelpersError::Rule(
        "no app would believe this officer: the certificate has ended, or is of another realm",
    ))?;
    Ok(vouched)
}

/// Takes in what another structure's officer handed out. What was known of that helper goes.
///
/// # Errors
/// [`HelpersError`]; what was known before then stays.
pub fn admit(settings: &Settings, vouched: Vouched, now: u64) -> Result<Elsewhere, HelpersError> {
    let known = believed(&vouched, settings.realm(), now).ok_or(HelpersError::Rule(
        "this is not what an officer hands out, or it has ended: ask for it anew",
    ))?;
    if known.structure == settings.root()?.fingerprint() {
        return Err(HelpersError::Rule(
            "this is your own structure: certify the helper instead",
        ));
    }
    change(settings, now, |file| {
        file.vouched
            .retain(|other| account(other) != Some(known.helper.account));
        if file.vouched.len() >= MOST {
            return Err(HelpersError::Rule(
                "200 helpers of other structures at most",
            ));
        }
        file.vouched.push(vouched);
        Ok(())
    })?;
    Ok(known)
}

/// Forgets a helper of another structure: nobody can name them any more. Who named them before keeps them.
///
/// # Errors
/// [`HelpersError`].
pub fn dismiss(settings: &Settings, number: &HelperNumber, now: u64) -> Result<(), HelpersError> {
    change(settings, now, |file| {
        let before = file.vouched.len();
        file.vouched
            .retain(|vouched| claimed_number(vouched).as_ref() != Some(number));
        if file.vouched.len() == before {
            return Err(HelpersError::NotCertified);
        }
        Ok(())
    })
}

/// Everybody for whom another structure vouches at `now`.
///
/// # Errors
/// [`HelpersError`].
pub fn elsewhere(settings: &Settings, now: u64) -> Result<Vec<Elsewhere>, HelpersError> {
    let file = read(&settings.elsewhere())?;
    let realm = settings.realm();
    Ok(file
        .vouched
        .iter()
        .filter_map(|vouched| believed(vouched, realm, now))
        .collect())
}

/// What a running portal hands out of it.
#[derive(Debug)]
pub(crate) struct Vouchers {
    file: Watched<Arc<File>>,
}

impl Vouchers {
    /// Those in the file at this path.
    pub(crate) fn at(path: PathBuf) -> Self {
        let damaged =
            "the file of helpers of other structures is damaged: bring it back from a backup";
        Self {
            file: Watched::at(path, MAX, damaged),
        }
    }

    /// What was handed out for the helper with this number. Whoever reads it believes nothing of it unseen:
    /// dates and signatures are for the app.
    ///
    /// # Errors
    /// `Damaged` where the file is.
    pub(crate) fn numbered(&self, number: &HelperNumber) -> Outcome<Option<Vouched>> {
        let file = self
            .file
            .look(|bytes| wire::decode_canonical(&bytes, MAX).ok().map(Arc::new))?;
        let mut all = file.iter().flat_map(|file| &file.vouched);
        Ok(all
            .find(|vouched| claimed_number(vouched).as_ref() == Some(number))
            .cloned())
    }
}

fn change(
    settings: &Settings,
    now: u64,
    with: impl FnOnce(&mut File) -> Result<(), HelpersError>,
) -> Result<(), HelpersError> {
    let path = settings.elsewhere();
    let _locked = lock(&path)?;
    let mut file = read(&path)?;
    file.vouched
        .retain(|vouched| believed(vouched, settings.realm(), now).is_some());
    with(&mut file)?;
    Ok(folders::write(&path, &wire::encode(&file)).map_err(at(&path))?)
}

fn read(path: &std::path::Path) -> Result<File, HelpersError> {
    match fs::read(path) {
        Ok(bytes) => {
            wire::decode_canonical(&bytes, MAX).map_err(|_| HelpersError::Damaged(path.to_owned()))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(File::default()),
        Err(error) => Err(at(path)(error).into()),
    }
}

/// What counts at `now`, from whatever structure its own chain begins with.
fn believed(vouched: &Vouched, realm: Realm, now: u64) -> Option<Elsewhere> {
    let signed = SignedHelper::from_bytes(&vouched.certificate).ok()?;
    let structure = signed.roots.first.fingerprint();
    let root = signed.roots.current(realm, &structure).ok()?;
    let (_, helper) = signed.verify(realm, &structure, now).ok()?;
    is_short(&helper).then(|| Elsewhere {
        number: StructureNumber::of(&root.fingerprint()),
        helper,
        structure,
    })
}

fn claimed_helper(vouched: &Vouched) -> Option<Helper> {
    let signed = SignedHelper::from_bytes(&vouched.certificate).ok()?;
    signed.helper.claimed().ok()
}

fn claimed_number(vouched: &Vouched) -> Option<HelperNumber> {
    claimed_helper(vouched).map(|helper| helper.number())
}

fn account(vouched: &Vouched) -> Option<wire::AccountId> {
    claimed_helper(vouched).map(|helper| helper.account)
}
