//! Renewal of a stick: fresh device secret, gate keys and masks; every copy made of the old stick is
//! dead afterwards. Pulled out at any step, the stick opens (protocol section 9, R0–R5).

use crate::{
    enrolment::{FreshKeys, Writing, reopen},
    opening::{Timings, stretch, unseal},
    stick::{Condition, Stage, Stick},
    trouble::{Result, Trouble},
    watch::Watch,
};
use crypto::{
    code::Code,
    keys::DeviceSecret,
    stick::{Envelope, Passkey},
};
use wire::{KeyId, Random, gate::Standing};

/// Renews the stick under the same code.
///
/// # Errors
/// [`Trouble`]. The stick still opens: the next opening finishes or undoes what was begun.
pub async fn renew(
    stick: &Stick,
    code: &Code,
    random: &mut dyn Random,
    watch: &dyn Watch,
) -> Result<()> {
    // R0: both copies equal and writable, every gate knows the key.
    if stick.condition()? != Condition::Sound {
        return Err(Trouble::StickState("open it once more before renewing it"));
    }
    if stick.stage()? != Stage::Ready {
        return Err(Trouble::StickState("its first opening is not finished"));
    }
    stick.mend()?;
    let old = unseal(stick, code, random, watch, &mut Timings::default()).await?;
    old.gates
        .succeed(&old.header, &old.envelope.success, &old.attempt)
        .await;
    for answer in old.gates.all(&old.header, &old.ds).await? {
        if answer.standing != Standing::Live {
            return Err(Trouble::StickState("one of its gates is not ready"));
        }
    }

    // R1: a pending key at every gate, on the same counters.
    let (next, ds) = (KeyId::random(random), DeviceSecret::make(random));
    let fresh = FreshKeys::make(random);
    let publics = old
        .gates
        .prepare(
            &old.header,
            next,
            &ds,
            |possession| fresh.at(possession),
            &old.envelope.lineage,
        )
        .await?;

    // R2: trial, header, masks, envelope.
    let header = old.header.draft().complete(next, &publics)?;
    let x = stretch(code, &ds, &header)?;
    let trial = old
        .gates
        .evaluate(
            &header,
            &ds,
            &x,
            header.gates.len(),
            header.gates.len(),
            random,
        )
        .await?;
    let envelope = Envelope {
        passkey: Passkey {
            private: old.envelope.passkey.private.clone(),
            credential: old.envelope.passkey.credential.clone(),
            user_handle: old.envelope.passkey.user_handle,
            cred_random: old.envelope.passkey.cred_random.clone(),
        },
        success: fresh.success,
        lineage: fresh.lineage,
        local_head: old.envelope.local_head.copied(),
        ceremony: None,
    };
    let writing = Writing {
        seq: old.seq + 1,
        header: &header,
        ds: &ds,
        locator: &old.locator,
        voucher: None,
    };
    let cle = writing.seal(&envelope, &trial.outputs, random)?;

    // R3: one copy, read back and opened; the other still opens with the old key.
    stick.write_one(&cle)?;
    reopen(stick, &header, &ds, &trial.outputs)?;
    old.gates.succeed(&header, &envelope.success, &trial).await;

    // R4: pending becomes live, the old key is destroyed.
    old.gates
        .commit(&header, &ds, old.header.key_id, &envelope.success)
        .await?;

    // R5: the second copy.
    stick.mend()
}
