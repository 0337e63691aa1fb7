//! How a stick comes to its keys, for a first opening and for a second stick alike.

use crate::{
    authenticator::{self, Outputs},
    opening::{Timings, unseal_unfinished},
    portal::{Attempt, Gates, Portal},
    stick::Stick,
    trouble::{Result, Trouble},
    watch::WallWatch,
};
use crypto::{
    code::Code,
    keys::{DeviceSecret, KemKey, SigningKey},
    stick::{
        Cell, Cle, Enrolled, Envelope, GateOutput, Header, HeaderStage, LocalHeadKey, Passkey,
    },
};
use wire::{
    KeyId, Random, SigPublic, Signed,
    api::{RegisterStart, WebauthnAnswer, WebauthnOptions},
    gate::EnrolmentKeys,
    structure::{Locator, SignedLocator, SignedVoucher, VoucherKind},
};

/// A stick whose gates have given it keys, and whose code has been asked of them.
pub(crate) struct Enrolling {
    pub(crate) header: Header,
    pub(crate) ds: DeviceSecret,
    pub(crate) voucher: SignedVoucher,
    pub(crate) locator: SignedLocator,
    pub(crate) gates: Gates,
    attempt: Attempt,
    success: SigningKey,
    lineage: SigningKey,
    local_head: LocalHeadKey,
    /// Receives the shares of a recovery.
    pub(crate) ceremony: Option<KemKey>,
    seq: u64,
}

/// An enrolled stick: its envelope lies on both copies and was opened from there.
pub(crate) struct Sealed {
    pub(crate) enrolling: Enrolling,
    pub(crate) envelope: Envelope,
    pub(crate) outputs: Outputs,
    pub(crate) answer: WebauthnAnswer,
}

/// A passkey as the portal asked for it, and what the portal will hear of it.
pub(crate) struct Made {
    passkey: Passkey,
    outputs: Outputs,
    pub(crate) answer: WebauthnAnswer,
}

/// Fresh signing keys of an enrolment or a renewal.
pub(crate) struct FreshKeys {
    pub(crate) success: SigningKey,
    pub(crate) lineage: SigningKey,
    order: bool,
    spare: SigPublic,
}

impl FreshKeys {
    pub(crate) fn make(random: &mut dyn Random) -> Self {
        Self {
            success: SigningKey::make(random),
            lineage: SigningKey::make(random),
            order: coin(random),
            // Stands for the second cell; its private half is thrown away here.
            spare: SigningKey::make(random).public(),
        }
    }

    /// What one gate is told; it sees two success keys, in the same order everywhere.
    pub(crate) fn at(&self, possession: &SigningKey) -> EnrolmentKeys {
        EnrolmentKeys {
            possession: possession.public(),
            success: in_order(self.order, self.success.public(), self.spare),
            lineage: self.lineage.public(),
        }
    }
}

/// Draws the device secret, writes it down, then asks the gates for keys and about the code. Can be
/// begun again after any interruption: gates give the same stick the same keys.
///
/// `start` asks the portal to begin the registration. It comes before the gates are asked about the
/// code, and so do the passkey it asks for and a trial write: trouble with portal or stick must not
/// cost tries.
pub(crate) async fn begin(
    stick: &Stick,
    code: &Code,
    kind: VoucherKind,
    start: impl AsyncFnOnce(&Portal, &Signed<RegisterStart>) -> Result<WebauthnOptions>,
    random: &mut dyn Random,
) -> Result<(Enrolling, Portal, Made)> {
    // Before anything is written, or a try is spent: it may be somebody else's.
    if stick.prepared_for()?.is_some_and(|made| made != kind) {
        return Err(Trouble::StickState("it was prepared for another use"));
    }
    if stick.sealed()? {
        return resume(stick, code, start, random).await;
    }
    let (draft, key_id, ds, locator, voucher, seq) = draw(stick, random)?;
    let places: Locator = locator
        .verify(draft.realm, &draft.structure)
        .map_err(|_| Trouble::StickDamaged)?;
    let gates = Gates::new(&places)?;
    let fresh = FreshKeys::make(random);
    let publics = gates
        .enrol(
            &draft.gates,
            key_id,
            &ds,
            |possession| fresh.at(possession),
            &voucher,
        )
        .await?;
    let header = draft.complete(key_id, &publics)?;
    let portal = Portal::new(&places)?;
    let options = start(&portal, &register_start(&header, &ds, &voucher)?).await?;
    let made = Made::as_asked(&header, &options).await?;
    stick.try_writing()?;
    let x = crate::opening::stretch(code, &ds, &header)?;
    let all = header.gates.len();
    let attempt = gates.evaluate(&header, &ds, &x, all, all, random).await?;
    let local_head = LocalHeadKey::make(random);
    let enrolling = Enrolling {
        header,
        ds,
        voucher,
        locator,
        gates,
        attempt,
        success: fresh.success,
        lineage: fresh.lineage,
        local_head,
        ceremony: None,
        seq,
    };
    Ok((enrolling, portal, made))
}

/// Takes up an enrolment whose envelope lies on the stick already, with the code chosen then: the
/// gates may have heard its success key, so that it must stay.
async fn resume(
    stick: &Stick,
    code: &Code,
    start: impl AsyncFnOnce(&Portal, &Signed<RegisterStart>) -> Result<WebauthnOptions>,
    random: &mut dyn Random,
) -> Result<(Enrolling, Portal, Made)> {
    let timings = &mut Timings::default();
    let open = unseal_unfinished(stick, code, random, &WallWatch::start(), timings).await?;
    let voucher = open
        .voucher
        .ok_or(Trouble::StickState("it already opens a space"))?;
    // Told even where it ends here: the code was right, and its tries are given back.
    open.gates
        .succeed(&open.header, &open.envelope.success, &open.attempt)
        .await;
    let (answered, needed) = (open.attempt.outputs.len(), open.header.gates.len());
    if answered < needed {
        return Err(Trouble::GatesAway { answered, needed });
    }
    let options = start(
        &open.portal,
        &register_start(&open.header, &open.ds, &voucher)?,
    )
    .await?;
    let made = Made::as_asked(&open.header, &options).await?;
    let enrolling = Enrolling {
        header: open.header,
        ds: open.ds,
        voucher,
        locator: open.locator,
        gates: open.gates,
        attempt: open.attempt,
        success: open.envelope.success,
        lineage: open.envelope.lineage,
        local_head: open.envelope.local_head,
        ceremony: open.envelope.ceremony,
        seq: open.seq,
    };
    Ok((enrolling, open.portal, made))
}

/// What starts a registration: the portal binds the voucher to the first gate's possession key.
fn register_start(
    header: &Header,
    ds: &DeviceSecret,
    voucher: &SignedVoucher,
) -> Result<Signed<RegisterStart>> {
    let gate = header.gates.first().ok_or(Trouble::StickDamaged)?.gate;
    let (realm, key_id) = (header.realm, header.key_id);
    let possession = ds.possession(realm, &key_id, &gate);
    let start = RegisterStart {
        realm,
        key_id,
        possession: possession.public(),
        voucher: voucher.clone(),
    };
    Ok(possession.sign(realm, &start))
}

impl Made {
    async fn as_asked(header: &Header, options: &WebauthnOptions) -> Result<Self> {
        let (passkey, json, outputs) = authenticator::register(header, &options.options).await?;
        let answer = WebauthnAnswer {
            ceremony: options.ceremony,
            credential: json,
        };
        Ok(Self {
            passkey,
            outputs,
            answer,
        })
    }
}

impl Enrolling {
    /// The key that the first gate knows this stick by: it signs what the stick asks of its portal.
    pub(crate) fn possession(&self) -> Result<SigningKey> {
        let gate = self.header.gates.first().ok_or(Trouble::StickDamaged)?.gate;
        let (realm, key_id) = (self.header.realm, &self.header.key_id);
        Ok(self.ds.possession(realm, key_id, &gate))
    }

    /// Begins the registration anew and makes another passkey: a challenge lives two minutes.
    pub(crate) async fn register(&self, portal: &Portal, path: &str) -> Result<Made> {
        let start = register_start(&self.header, &self.ds, &self.voucher)?;
        let options: WebauthnOptions = portal.post(path, &start).await?;
        Made::as_asked(&self.header, &options).await
    }

    /// Seals the envelope, writes it on both copies, opens it from there and tells the gates.
    pub(crate) async fn seal(
        mut self,
        stick: &Stick,
        made: Made,
        random: &mut dyn Random,
    ) -> Result<Sealed> {
        let envelope = Envelope {
            passkey: made.passkey,
            success: self.success.copied(),
            lineage: self.lineage.copied(),
            local_head: self.local_head.copied(),
            ceremony: self.ceremony.as_ref().map(KemKey::copied),
        };
        self.write(stick, &envelope, Some(self.voucher.clone()), random)?;
        self.gates
            .succeed(&self.header, &envelope.success, &self.attempt)
            .await;
        Ok(Sealed {
            enrolling: self,
            envelope,
            outputs: made.outputs,
            answer: made.answer,
        })
    }

    fn write(
        &mut self,
        stick: &Stick,
        envelope: &Envelope,
        voucher: Option<SignedVoucher>,
        random: &mut dyn Random,
    ) -> Result<()> {
        self.seq += 1;
        let place = Writing {
            seq: self.seq,
            header: &self.header,
            ds: &self.ds,
            locator: &self.locator,
            voucher,
        };
        let is_finished = place.voucher.is_none();
        let cle = place.seal(envelope, &self.attempt.outputs, random)?;
        if is_finished {
            stick.write_both(&cle)?;
        } else {
            stick.write_unfinished(&cle)?;
        }
        reopen(stick, &self.header, &self.ds, &self.attempt.outputs)
    }
}

impl Sealed {
    /// The voucher has served: both copies are written without it, and without what a recovery needed.
    pub(crate) fn finish(
        mut self,
        stick: &Stick,
        random: &mut dyn Random,
    ) -> Result<(Enrolling, Envelope, Outputs)> {
        self.envelope.ceremony = None;
        self.enrolling.write(stick, &self.envelope, None, random)?;
        Ok((self.enrolling, self.envelope, self.outputs))
    }
}

/// A copy about to be written.
pub(crate) struct Writing<'a> {
    pub(crate) seq: u64,
    pub(crate) header: &'a Header,
    pub(crate) ds: &'a DeviceSecret,
    pub(crate) locator: &'a SignedLocator,
    pub(crate) voucher: Option<SignedVoucher>,
}

impl Writing<'_> {
    /// Seals the envelope into one of two cells, by chance; the other holds random bytes.
    pub(crate) fn seal(
        self,
        envelope: &Envelope,
        outputs: &[GateOutput],
        random: &mut dyn Random,
    ) -> Result<Cle> {
        let real = Cell::seal(envelope, self.ds, self.header, self.seq, outputs, random)?;
        let other = Cell::random(random);
        Ok(Cle::Enrolled(Enrolled {
            seq: self.seq,
            header: HeaderStage::Complete(self.header.clone()),
            ds: self.ds.copied(),
            locator: self.locator.clone(),
            voucher: self.voucher,
            cells: Some(in_order(coin(random), real, other)),
        }))
    }
}

/// Reads the newest copy past the cache and opens it: only then is it relied on.
pub(crate) fn reopen(
    stick: &Stick,
    header: &Header,
    ds: &DeviceSecret,
    outputs: &[GateOutput],
) -> Result<()> {
    match stick.newest()?.cle {
        Cle::Enrolled(Enrolled {
            seq,
            cells: Some(cells),
            ..
        }) => crate::opening::open_cells(&cells, ds, header, seq, outputs)
            .map(drop)
            .map_err(|_| Trouble::StickDamaged),
        _ => Err(Trouble::StickDamaged),
    }
}

type Drawn = (
    crypto::stick::HeaderDraft,
    KeyId,
    DeviceSecret,
    SignedLocator,
    SignedVoucher,
    u64,
);

/// Takes up an enrolment where it stands: the device secret is on the stick before any gate hears
/// of it.
fn draw(stick: &Stick, random: &mut dyn Random) -> Result<Drawn> {
    let newest = stick.newest()?.cle.seq();
    match stick.unfinished()?.cle {
        Cle::Prepared(prepared) => {
            let seq = newest + 1;
            let key_id = KeyId::random(random);
            let ds = DeviceSecret::make(random);
            stick.write_unfinished(&Cle::Enrolled(Enrolled {
                seq,
                header: HeaderStage::Draft(prepared.draft.clone(), key_id),
                ds: ds.copied(),
                locator: prepared.locator.clone(),
                voucher: Some(prepared.voucher.clone()),
                cells: None,
            }))?;
            Ok((
                prepared.draft,
                key_id,
                ds,
                prepared.locator,
                prepared.voucher,
                seq,
            ))
        }
        Cle::Enrolled(Enrolled {
            seq,
            header,
            ds,
            locator,
            voucher: Some(voucher),
            ..
        }) => {
            let (draft, key_id) = match header {
                HeaderStage::Draft(draft, key_id) => (draft, key_id),
                HeaderStage::Complete(header) => (header.draft(), header.key_id),
            };
            Ok((draft, key_id, ds, locator, voucher, seq))
        }
        Cle::Enrolled(_) => Err(Trouble::StickState("it already opens a space")),
    }
}

/// One random bit.
fn coin(random: &mut dyn Random) -> bool {
    let [byte] = wire::random::bytes(random);
    byte & 1 == 1
}

/// Two things, in the order of a coin.
fn in_order<T>(swapped: bool, a: T, b: T) -> [T; 2] {
    if swapped { [b, a] } else { [a, b] }
}
