//! From a code to an open space (protocol section 9, "Open").

mod chain;
mod folders;
mod log;
mod moved;
mod pinned;
mod unseal;
mod verify;

pub(crate) use chain::linked;
pub(crate) use folders::{FolderView, open_folders};
pub(crate) use log::{fetch, fetch_at, replay};
pub(crate) use pinned::{Chains, PINNED, SHARED, newest, take_in};
pub(crate) use unseal::{
    Fate, Unsealed, fate_beside, log_in, open_cells, stretch, unseal, unseal_unfinished,
};
pub(crate) use verify::{Known, Own, continues, matching_keys, seal_place};

use moved::newer_locator;

use crate::{
    authenticator::Ask,
    enrolment::{Writing, reopen},
    portal::{Gates, Portal, Untold},
    space::{Opener, Space},
    stick::{Condition, Stick},
    trouble::{Result, Trouble},
    watch::Watch,
};
use core::time::Duration;
use crypto::{
    code::Code,
    keys::{PrfOutput, SlotOpen},
    stick::{HeaderDraft, Heads},
};
use wire::{
    Random,
    api::{NoticesAnswer, Session},
    ceremony::OwnRecovery,
    limits,
    structure::SignedLocator,
};

/// An open space, and what the person should know about this opening.
#[derive(Debug)]
pub struct Opened {
    /// The space.
    pub space: Space,
    /// What to say, in this order.
    pub notices: Vec<Notice>,
    /// How long the steps took.
    pub timings: Timings,
}

/// Something to say at an opening. None of it stops the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// So many wrong codes since the last opening.
    WrongCodes(u32),
    /// So many wrong codes that fresh keys for the stick are advised.
    RenewalAdvised,
    /// So many wrong codes that a visit to the counter is advised.
    VisitAdvised,
    /// One copy on the stick was damaged; it was mended.
    CopyMended,
    /// The stick cannot be written, because it is protected, full or worn: nothing new is pinned, no
    /// administration.
    ReadOnly,
    /// The stick remembered nothing of the space: an older state could not be told.
    NothingPinned,
    /// Nobody had opened the space for two years, and it was to be erased: this opening has ended that.
    WasIdle,
    /// The structure had said that the person died: mandates were refused and the space was to go. This
    /// opening has ended that.
    SaidDead,
    /// Somebody asks to open this space again with the help of its holders. Whoever did not ask refuses it.
    RecoveryUnderWay,
    /// The computer allows too little memory to be kept off its disk: keys may be written there.
    MemoryNotLocked,
}

impl Notice {
    /// Said at every opening on such a computer.
    pub(crate) fn of_memory() -> Option<Self> {
        (!crypto::all_locked()).then_some(Self::MemoryNotLocked)
    }
}

/// How long each step of an opening took.
#[derive(Debug, Clone, Copy, Default)]
pub struct Timings {
    /// Argon2id.
    pub argon2: Duration,
    /// The gates' evaluations.
    pub gates: Duration,
    /// Assertion and session.
    pub webauthn: Duration,
    /// Fetching, and opening the slot's seals.
    pub slot: Duration,
    /// Verifying the log.
    pub log: Duration,
    /// Opening boxes and manifests.
    pub manifests: Duration,
    /// Everything.
    pub total: Duration,
}

/// Opens the space with the person's code.
///
/// # Errors
/// [`Trouble`], each saying whose fault it is and what to do next.
pub async fn open(
    stick: &Stick,
    code: &Code,
    random: &mut dyn Random,
    watch: &dyn Watch,
) -> Result<Opened> {
    let mut timings = Timings::default();
    let started = watch.elapsed();
    let unsealed = unseal(stick, code, random, watch, &mut timings).await?;
    let mut notices = Vec::new();

    let login = watch.elapsed();
    let told = unsealed.gates.succeed(
        &unsealed.header,
        &unsealed.envelope.success,
        &unsealed.attempt,
    );
    let ((tries, untold), entered) =
        futures_util::future::join(told, log_in(&unsealed, Ask::Open)).await;
    let (portal, session, outputs) = entered?;
    timings.webauthn = watch.elapsed() - login;
    if let Some(tries) = tries {
        if tries.in_a_row > 0 {
            notices.push(Notice::WrongCodes(tries.in_a_row));
        }
        if tries.lifetime >= limits::LIFETIME_VISIT {
            notices.push(Notice::VisitAdvised);
        } else if tries.enrolment >= 5 {
            notices.push(Notice::RenewalAdvised);
        }
    }

    let realm = unsealed.header.realm;
    let pinned = stick
        .heads(&unsealed.envelope.local_head, realm)?
        .map(|file| file.heads);
    if pinned.is_none() && unsealed.voucher.is_none() {
        notices.push(Notice::NothingPinned);
    }
    let entered = Entered {
        portal,
        session,
        home: unsealed.header.draft(),
        locator: unsealed.locator.clone(),
        credential: unsealed.envelope.passkey.credential.clone(),
        first: outputs.first,
        gates: unsealed.gates.clone(),
        untold,
        opener: Opener::Stick {
            key_id: unsealed.header.key_id,
            local_head: unsealed.envelope.local_head.copied(),
        },
    };
    let (space, newer) = enter(entered, |_| Ok(pinned), watch, &mut timings).await?;
    let mut opened = Opened {
        space,
        notices,
        timings,
    };
    opened.look(random).await;
    let settled = settle_stick(stick, unsealed, newer, random, &mut opened.notices);
    opened.pin(stick, settled, random)?;
    opened.timings.total = watch.elapsed() - started;
    Ok(opened)
}

/// Somebody who has shown the portal who they are, and has the first output of their PRF.
pub(crate) struct Entered {
    pub(crate) portal: Portal,
    pub(crate) session: Session,
    /// Where whatever opened it belongs.
    pub(crate) home: HeaderDraft,
    /// Where the portal is, as that says.
    pub(crate) locator: SignedLocator,
    pub(crate) credential: Vec<u8>,
    pub(crate) first: PrfOutput,
    pub(crate) gates: Gates,
    pub(crate) untold: Vec<Untold>,
    pub(crate) opener: Opener,
}

/// Fetches, verifies and opens the space, for every kind of opener alike. `pinned` gives what was seen
/// before. Gives the structure's newer locator too, where there is one.
pub(crate) async fn enter(
    entered: Entered,
    pinned: impl FnOnce(&SlotOpen) -> Result<Option<Heads>>,
    watch: &dyn Watch,
    timings: &mut Timings,
) -> Result<(Space, Option<SignedLocator>)> {
    let Entered {
        portal,
        session,
        home,
        locator,
        credential,
        first,
        gates,
        untold,
        opener,
    } = entered;
    let own = Own {
        realm: home.realm,
        rp_id: &home.rp_id,
        credential: &credential,
    };
    match Known::open(&portal, &session, &own, first, pinned, watch, timings).await {
        Ok(known) => {
            let newer = newer_locator(&portal, &home, &locator).await;
            let roots = newer.as_ref().unwrap_or(&locator).roots.clone();
            let space = Space::new(portal, known, home, opener, gates, roots, untold);
            Ok((space, newer))
        }
        Err(trouble) => {
            // Nobody will use this session. Whether the portal hears of it changes nothing.
            let _ = portal
                .send(reqwest::Method::POST, "v1/logout", Vec::new())
                .await;
            Err(trouble)
        }
    }
}

impl Opened {
    /// What follows every opening: what waits is said, what is over ends.
    pub(crate) async fn look(&mut self, random: &mut dyn Random) {
        let Self { space, notices, .. } = self;
        // What the portal hides here it could hide as well by saying that there is nothing.
        let own: Option<OwnRecovery> = space.portal.ask("v1/recovery").await.ok();
        if own.is_some_and(|own| own.under_way.is_some()) {
            notices.push(Notice::RecoveryUnderWay);
        }
        let said: Option<NoticesAnswer> = space.portal.ask("v1/notices").await.ok();
        if said.as_ref().is_some_and(|said| said.idle.is_some()) {
            notices.push(Notice::WasIdle);
        }
        if said.is_some_and(|said| said.deceased.is_some()) {
            notices.push(Notice::SaidDead);
        }
        if space.known.log.deleted.is_none() {
            // The portal refuses a mandate that is over; that nothing new is sealed to it is for this app
            // to see to, now or at the next opening.
            let _ = space.end_expired(random).await;
        }
    }

    /// What was seen is pinned. `settled` says how the stick took what was written on it before.
    pub(crate) fn pin(
        &mut self,
        stick: &Stick,
        settled: Result<()>,
        random: &mut dyn Random,
    ) -> Result<()> {
        let Self { space, notices, .. } = self;
        tolerate(stick, settled, notices)?;
        tolerate(stick, space.pin(stick, random).map(drop), notices)?;
        notices.extend(Notice::of_memory());
        Ok(())
    }
}

/// Leaves the stick as it should be: without a used voucher, with the newest addresses, with two good
/// copies.
fn settle_stick(
    stick: &Stick,
    mut unsealed: Unsealed,
    newer: Option<SignedLocator>,
    random: &mut dyn Random,
    notices: &mut Vec<Notice>,
) -> Result<()> {
    if unsealed.in_flight {
        return Ok(());
    }
    let rewrite = unsealed.voucher.is_some() || newer.is_some();
    // A recovery is over once its stick opens.
    unsealed.envelope.ceremony = None;
    if let (true, Some(outputs)) = (rewrite, unsealed.all_outputs()) {
        let writing = Writing {
            seq: unsealed.seq + 1,
            header: &unsealed.header,
            ds: &unsealed.ds,
            locator: newer.as_ref().unwrap_or(&unsealed.locator),
            voucher: None,
        };
        stick.write_both(&writing.seal(&unsealed.envelope, outputs, random)?)?;
        return reopen(stick, &unsealed.header, &unsealed.ds, outputs);
    }
    if stick.condition()? == Condition::OneCopy {
        stick.mend()?;
        add(notices, Notice::CopyMended);
    }
    Ok(())
}

/// A stick that is there but takes no writing stops nobody from reading.
fn tolerate(stick: &Stick, written: Result<()>, notices: &mut Vec<Notice>) -> Result<()> {
    match written {
        Err(
            Trouble::ReadOnly
            | Trouble::Stick {
                doing: "written", ..
            },
        ) if stick.present() => {
            add(notices, Notice::ReadOnly);
            Ok(())
        }
        other => other,
    }
}

fn add(notices: &mut Vec<Notice>, notice: Notice) {
    if !notices.contains(&notice) {
        notices.push(notice);
    }
}
