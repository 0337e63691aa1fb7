//! A practice stick as on the first day, whatever was done with it: its code changed, blocked, its space deleted.

use crate::{
    first_opening,
    opening::{Opened, open},
    provision::{Provision, provision},
    stick::{Stage, Stick},
    trouble::{Result, Trouble},
    watch::Watch,
};
use crypto::code::Code;
use wire::{Random, Realm};

/// Wipes a practice stick, or takes a blank one, and opens a new practice space with it. Its old space is deleted
/// where the code still opens it; else the practice portal forgets it as one that nobody opens.
///
/// # Errors
/// [`Trouble::StickState`] where the stick or the voucher is a real one: nothing is changed then. Cut later, the same
/// call goes on, with the next voucher where the portal has seen this one; where it was cut in the middle of wiping,
/// after wiping again.
pub async fn reset(
    stick: &Stick,
    from: &Provision,
    code: &Code,
    now: u64,
    random: &mut dyn Random,
    watch: &dyn Watch,
) -> Result<Opened> {
    if from.realm != Realm::Practice {
        return Err(Trouble::StickState("the voucher is a real one"));
    }
    crate::provision::verified(from, now)?;
    match stick.realm() {
        Ok(Realm::Prod) => {
            return Err(Trouble::StickState(
                "it is a real stick: it is never made a practice one so",
            ));
        }
        Ok(Realm::Practice) => {
            if stick.stage()? == Stage::Ready {
                // Whoever practised may have changed the code, or taken the space out: then it stays behind.
                let _ = delete(stick, code, random, watch).await;
            }
            stick.wipe()?;
        }
        // Blank.
        Err(Trouble::StickState(_)) => {}
        Err(other) => return Err(other),
    }
    provision(stick, from, now)?;
    let made = first_opening(stick, code, random, watch).await?;
    Ok(made.opened)
}

async fn delete(
    stick: &Stick,
    code: &Code,
    random: &mut dyn Random,
    watch: &dyn Watch,
) -> Result<()> {
    let mut opened = open(stick, code, random, watch).await?;
    let administration = opened.space.administer(stick, code, random, watch).await?;
    administration.delete_account().await.map(drop)
}
