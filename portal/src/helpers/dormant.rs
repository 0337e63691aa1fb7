//! Helpers whose own space nobody has opened for months: they are not certified again. Nothing else needs to
//! be done (ADR 0022): whoever opens nothing reads nothing, and a certificate ends by itself.

use std::collections::BTreeMap;

use wire::{AccountId, helper::HelperNumber};

use super::{File, HelpersError, certify::claimed};
use crate::{accounts, clock::Clock, settings::Settings};

/// The accounts of helpers that nobody has opened for six months, and since when that is known of each; `None`
/// where the portal keeps no month. Asks the portal where it runs.
///
/// # Errors
/// [`HelpersError`].
pub fn dormant(
    settings: &Settings,
    clock: &dyn Clock,
) -> Result<Option<BTreeMap<AccountId, u64>>, HelpersError> {
    if !settings.file.idle.delete {
        return Ok(None);
    }
    let file = File::read(&settings.helpers())?;
    let helpers = claimed(&file)?;
    if helpers.is_empty() {
        return Ok(Some(BTreeMap::new()));
    }
    let mut all = accounts::dormant(settings, clock)?;
    all.retain(|account, _| helpers.iter().any(|helper| helper.account == *account));
    Ok(Some(all))
}

/// Refuses whoever is certified with this number and dormant.
///
/// # Errors
/// [`HelpersError::Dormant`], or why it is not known.
pub fn is_awake(
    settings: &Settings,
    number: &HelperNumber,
    clock: &dyn Clock,
) -> Result<(), HelpersError> {
    let Some(dormant) = dormant(settings, clock)? else {
        return Ok(());
    };
    let file = File::read(&settings.helpers())?;
    let helper = claimed(&file)?
        .into_iter()
        .find(|helper| helper.number() == *number);
    match helper {
        Some(helper) if dormant.contains_key(&helper.account) => {
            Err(HelpersError::Dormant(helper.name))
        }
        _ => Ok(()),
    }
}
