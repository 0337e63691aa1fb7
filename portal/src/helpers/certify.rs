//! What an officer does at the portal's data folder, while it runs or not: certify, stop, sign the list
//! of revocations anew.

use minicbor::bytes::ByteVec;
use wire::{
    Signed,
    helper::{
        Helper, HelperNumber, Retired, Revocations, Role, SignedHelper, SignedRevocations, is_name,
    },
    limits,
};

use super::{
    Certified, File, HelpersError,
    asked::{answered, asked},
    lock,
};
use crate::{
    domain::DAY,
    folders::{self, at},
    settings::Settings,
    structure::Officiating,
};

/// Who is certified, and for how long.
#[derive(Debug, Clone)]
pub struct Certify {
    /// The number on the helper's own screen.
    pub number: HelperNumber,
    /// In what quality the helper helps.
    pub role: Role,
    /// Another name than the one they gave.
    pub name: Option<String>,
    /// Days.
    pub days: u64,
}

/// Certifies somebody who asked, and signs the list of revocations anew.
///
/// # Errors
/// [`HelpersError`]; what was certified before then stays.
pub fn certify(
    settings: &Settings,
    officer: &Officiating,
    words: Certify,
    now: u64,
) -> Result<Helper, HelpersError> {
    if !(1..=limits::HELPER_DAYS).contains(&words.days) {
        return Err(HelpersError::Rule("a helper is certified for 1 to 90 days"));
    }
    let realm = settings.realm();
    let path = settings.helpers();
    let _locked = lock(&path)?;
    // Whoever is certified may be certified again, without asking again.
    let asking = asked(settings, now)?.into_iter().map(|asked| Helper {
        realm,
        account: asked.account,
        generation: asked.generation,
        root: asked.root,
        author: asked.author,
        reader: asked.reader,
        role: words.role,
        name: asked.name,
        not_before: now.saturating_sub(DAY),
        not_after: now + words.days * DAY,
    });
    let mut file = File::read(&path)?;
    let before = claimed(&file)?.into_iter().map(|before| Helper {
        role: words.role,
        not_before: now.saturating_sub(DAY),
        not_after: now + words.days * DAY,
        ..before
    });
    let mut all: Vec<Helper> = before.chain(asking).collect();
    // The one who asked last is at the end.
    let place = all
        .iter()
        .rposition(|helper| helper.number() == words.number);
    let mut helper = all.swap_remove(place.ok_or(HelpersError::NobodyAsked)?);
    if let Some(name) = words.name {
        helper.name = name;
    }
    if !is_name(&helper.name) {
        return Err(HelpersError::Rule(
            "a name is one line of 60 characters at most",
        ));
    }
    let known = open(settings, &file)?;
    let mut stopped = known.stopped();
    if let Ok(place) = stopped.binary_search(&helper.author.fingerprint()) {
        stopped.remove(place);
    }
    let signed = officer.certify(&helper);
    signed
        .verify(realm, &settings.root()?.fingerprint(), now)
        .map_err(HelpersError::Officer)?;
    keep_others(&mut file, |other| {
        other.account != helper.account && now < other.not_after
    })?;
    if file.helpers.len() >= limits::HELPERS {
        return Err(HelpersError::Rule("a structure has 1,000 helpers at most"));
    }
    file.helpers.push(ByteVec::from(wire::encode(&signed)));
    put(settings, officer, file, stopped, known.number(), now)?;
    answered(settings, &helper.account)?;
    Ok(helper)
}

/// Stops a helper: from now on the portal serves nothing under a mandate of theirs, and no app begins
/// a new one.
///
/// # Errors
/// [`HelpersError`].
pub fn stop(
    settings: &Settings,
    officer: &Officiating,
    number: &HelperNumber,
    now: u64,
) -> Result<Helper, HelpersError> {
    let path = settings.helpers();
    let _locked = lock(&path)?;
    let mut file = File::read(&path)?;
    let all = claimed(&file)?;
    let helper = all.into_iter().find(|helper| helper.number() == *number);
    let helper = helper.ok_or(HelpersError::NotCertified)?;
    let known = open(settings, &file)?;
    let mut stopped = known.stopped();
    if let Err(place) = stopped.binary_search(&helper.author.fingerprint()) {
        stopped.insert(place, helper.author.fingerprint());
    }
    keep_others(&mut file, |other| other.account != helper.account)?;
    put(settings, officer, file, stopped, known.number(), now)?;
    Ok(helper)
}

/// Signs the list of revocations anew: an app refuses one older than seven days before a new mandate.
///
/// # Errors
/// [`HelpersError`].
pub fn refresh(settings: &Settings, officer: &Officiating, now: u64) -> Result<u64, HelpersError> {
    let path = settings.helpers();
    let _locked = lock(&path)?;
    let file = File::read(&path)?;
    let known = open(settings, &file)?;
    put(
        settings,
        officer,
        file,
        known.stopped(),
        known.number(),
        now,
    )?;
    Ok(known.number() + 1)
}

fn open(settings: &Settings, file: &File) -> Result<Certified, HelpersError> {
    let certified = Certified::of(file, settings.realm(), &settings.root()?.fingerprint());
    certified.ok_or_else(|| HelpersError::Damaged(settings.helpers()))
}

pub(super) fn claimed(file: &File) -> Result<Vec<Helper>, HelpersError> {
    let read = |bytes: &ByteVec| SignedHelper::from_bytes(bytes).ok()?.helper.claimed().ok();
    let all: Option<Vec<Helper>> = file.helpers.iter().map(read).collect();
    all.ok_or(HelpersError::Rule("the file of helpers is damaged"))
}

fn keep_others(file: &mut File, keep: impl Fn(&Helper) -> bool) -> Result<(), HelpersError> {
    let keeps: Vec<bool> = claimed(file)?.iter().map(keep).collect();
    let mut keeps = keeps.into_iter();
    file.helpers.retain(|_| keeps.next().unwrap_or(true));
    Ok(())
}

/// Writes the file with the next list of revocations. Certificates whose days are over leave it.
fn put(
    settings: &Settings,
    officer: &Officiating,
    mut file: File,
    helpers: Vec<wire::Hash>,
    number: u64,
    now: u64,
) -> Result<(), HelpersError> {
    keep_others(&mut file, |helper| now < helper.not_after)?;
    let list = Revocations {
        realm: settings.realm(),
        number: number + 1,
        issued: now,
        helpers,
    };
    let mut signed: SignedRevocations = officer.revoke(&list);
    // Whoever signs now may not have heard who was replaced: what the root said once stands.
    let before = retired_before(&file)?;
    let longer = |retired: &Signed<Retired>| retired.claimed().map_or(0, |r| r.officers.len());
    if before.as_ref().map_or(0, longer) > signed.retired.as_ref().map_or(0, longer) {
        signed.retired = before;
    }
    signed
        .open(settings.realm(), &settings.root()?.fingerprint())
        .map_err(HelpersError::Officer)?;
    file.revocations = Some(ByteVec::from(wire::encode(&signed)));
    let path = settings.helpers();
    Ok(folders::write(&path, &wire::encode(&file)).map_err(at(&path))?)
}

fn retired_before(file: &File) -> Result<Option<Signed<Retired>>, HelpersError> {
    let read = |bytes: &ByteVec| {
        wire::decode_canonical::<SignedRevocations>(bytes, SignedRevocations::MAX)
            .map_err(|_| HelpersError::Rule("the list of those who were stopped is damaged"))
    };
    let before = file.revocations.as_ref().map(read).transpose()?;
    Ok(before.and_then(|before| before.retired))
}

impl Certified {
    /// The number of the list of revocations; 0 where there is none yet.
    fn number(&self) -> u64 {
        self.standing().map_or(0, wire::helper::Standing::number)
    }

    fn stopped(&self) -> Vec<wire::Hash> {
        self.standing()
            .map(|standing| standing.helpers().to_vec())
            .unwrap_or_default()
    }
}
