//! Whoever holds the device secret of a stick, and speaks to gates without the app: over HTTP, by signed
//! messages, as fast as it likes.

use crate::{recorder::both_ends, site::Site};
use anyhow::{Context, Result, bail, ensure};
use crypto::{
    keys::{DeviceSecret, SigningKey},
    stick::{Cle, Enrolled, HeaderStage},
};
use key_core::stick::{Folder, Medium};
use minicbor::{Decode, Encode};
use reqwest::{Client, header};
use serde_json::Value;
use wire::{
    AttemptId, Challenge, Code, GateId, KeyId, Realm, Refusal, Signed,
    api::{self, Evaluated, GateChallenge, GateKey, StatusAnswer},
    gate::{Element, Enrol, EnrolmentKeys, Evaluate, Order, Status, Success, Tries},
    random::System,
    structure::SignedVoucher,
};

/// A blinded element (RFC 9497 appendix A.1.2.1).
const BLINDED: &str = "863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945";

/// What a gate answers, or why it does not.
pub type Answer<T> = core::result::Result<T, Refusal>;

/// The holder of a device secret.
pub struct Knock {
    realm: Realm,
    /// The stick, as gates know it.
    pub key_id: KeyId,
    ds: DeviceSecret,
    success: SigningKey,
}

/// One gate, as somebody who trusts its authority reaches it.
pub struct Door {
    gate: GateId,
    base: String,
    client: Client,
}

impl Door {
    /// The gate of a site, asked where its portal listens.
    ///
    /// # Errors
    /// Where it is stopped.
    pub fn of(site: &Site) -> Result<Self> {
        let tls = site.data().join("tls");
        let (_, client) = both_ends(&tls.join("chain.pem"), &tls.join("server.key"))?;
        let settings = portal::Settings::read(&site.data())?;
        Ok(Self {
            gate: settings.gate_id()?,
            base: format!("https://{}", site.portal()?.addr()),
            client: Client::builder()
                .use_preconfigured_tls(client)
                .no_proxy()
                .build()?,
        })
    }

    /// A single-use challenge.
    ///
    /// # Errors
    /// Where it gives none.
    pub async fn challenge(&self) -> Result<Challenge> {
        let given = self.post("challenge", Vec::new()).await?;
        let GateChallenge { challenge } = given.context("no challenge")?;
        Ok(challenge)
    }

    async fn post<T>(&self, path: &str, body: Vec<u8>) -> Result<Answer<T>>
    where
        T: Encode<()> + for<'b> Decode<'b, ()>,
    {
        let mut request = self.client.post(format!("{}/v1/gate/{path}", self.base));
        if !body.is_empty() {
            request = request.header(header::CONTENT_TYPE, api::CBOR).body(body);
        }
        let response = request.send().await?;
        let is_good = response.status().is_success();
        let body = response.bytes().await?;
        if is_good {
            return Ok(Ok(wire::decode_canonical(&body, api::MAX_ANSWER)?));
        }
        let problem: Value = serde_json::from_slice(&body)?;
        let code = problem["code"].as_str().and_then(Code::parse);
        let Some(code) = code else {
            bail!("a refusal without its reason: {problem}");
        };
        Ok(Err(Refusal {
            code,
            retry_after_s: problem["retry_after"].as_u64(),
        }))
    }
}

impl Knock {
    /// With a device secret that no stick has.
    #[must_use]
    pub fn fresh(realm: Realm) -> Self {
        let mut random = System::new();
        Self {
            realm,
            key_id: KeyId::random(&mut random),
            ds: DeviceSecret::make(&mut random),
            success: SigningKey::make(&mut random),
        }
    }

    /// With what lies in the clear on a stick, or on a copy of one.
    ///
    /// # Errors
    /// Where it was never opened.
    pub fn of(stick: &Folder) -> Result<Self> {
        let bytes = stick.read("cle-a.bin")?.context("no stick")?;
        match Cle::from_bytes(&bytes)? {
            Cle::Enrolled(Enrolled {
                header: HeaderStage::Complete(header),
                ds,
                ..
            }) => Ok(Self {
                realm: header.realm,
                key_id: header.key_id,
                ds,
                success: SigningKey::make(&mut System::new()),
            }),
            _ => bail!("a stick without keys at its gates"),
        }
    }

    /// Enrols at a gate.
    ///
    /// # Errors
    /// Where it refuses.
    pub async fn enrol(&self, door: &Door, voucher: SignedVoucher) -> Result<()> {
        let possession = self.possession(door);
        let spare = SigningKey::make(&mut System::new());
        let enrol = Enrol {
            gate: door.gate,
            key_id: self.key_id,
            keys: EnrolmentKeys {
                possession: possession.public(),
                success: [self.success.public(), spare.public()],
                lineage: spare.public(),
            },
            voucher,
        };
        let signed = possession.sign(self.realm, &enrol);
        let made: Answer<GateKey> = door.post("enrol", signed.to_bytes()).await?;
        ensure!(made.is_ok(), "{made:?}");
        Ok(())
    }

    /// A request for one try.
    #[must_use]
    pub fn request(&self, door: &Door, challenge: Challenge) -> Signed<Evaluate> {
        let message = Evaluate {
            gate: door.gate,
            key_id: self.key_id,
            attempt: AttemptId::random(&mut System::new()),
            challenge,
            blinded: Element::from_hex(BLINDED).unwrap_or(Element([0; 32])),
        };
        self.possession(door).sign(self.realm, &message)
    }

    /// Makes one try.
    ///
    /// # Errors
    /// Where the gate does not speak as one.
    pub async fn evaluate(
        &self,
        door: &Door,
        request: &Signed<Evaluate>,
    ) -> Result<Answer<Evaluated>> {
        door.post("evaluate", request.to_bytes()).await
    }

    /// One try with a challenge of its own.
    ///
    /// # Errors
    /// Where the gate does not speak as one.
    pub async fn attempt(&self, door: &Door) -> Result<Answer<Evaluated>> {
        let request = self.request(door, door.challenge().await?);
        self.evaluate(door, &request).await
    }

    /// Says that a try was good.
    ///
    /// # Errors
    /// Where the gate does not speak as one.
    pub async fn succeed(&self, door: &Door, request: &Signed<Evaluate>) -> Result<Answer<Tries>> {
        let message = Success {
            gate: door.gate,
            key_id: self.key_id,
            attempt: request.claimed()?.attempt,
        };
        let order = Order::Success(self.success.sign(self.realm, &message));
        door.post("order", wire::encode(&order)).await
    }

    /// How the stick stands.
    ///
    /// # Errors
    /// Where the gate does not speak as one.
    pub async fn status(&self, door: &Door) -> Result<Answer<StatusAnswer>> {
        let message = Status {
            gate: door.gate,
            key_id: self.key_id,
            challenge: door.challenge().await?,
        };
        let signed = self.possession(door).sign(self.realm, &message);
        door.post("status", signed.to_bytes()).await
    }

    fn possession(&self, door: &Door) -> SigningKey {
        self.ds.possession(self.realm, &self.key_id, &door.gate)
    }
}
