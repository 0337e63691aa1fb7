//! A portal that lies to whoever comes by the second door.

use super::*;
use key_core::Blame;
use serde_json::{Value, json};
use tests::lying::{
    liar::{Liar, Lie},
    lies,
};
use wire::api::{Session, SyncAnswer, WebauthnOptions};

/// Changes the options of a ceremony.
fn options(route: &'static str, change: fn(&mut Value)) -> Box<dyn Lie> {
    lies::body(route, move |bytes| {
        let mut told: WebauthnOptions = wire::decode_canonical(&bytes, 1 << 16).unwrap();
        let mut value: Value = serde_json::from_str(&told.options).unwrap();
        change(&mut value);
        told.options = value.to_string();
        wire::encode(&told)
    })
}

async fn is_refused(home: &Home, liar: &Liar, what: &str, lie: Box<dyn Lie>) {
    liar.tell(lie);
    let trouble = home.enter().await.unwrap_err();
    assert_eq!(trouble.blame(), Blame::Portal, "{what}: {trouble}");
    assert!(liar.honest().lies > 0, "{what} was never told");
}

#[tokio::test]
async fn another_site_another_account_another_slot() {
    let home = Home::new().await;
    let (theirs, made) = home.world.new_space("omar").await.unwrap();
    let mut others = made.opened.space;
    let slot_of_others = others.slot();
    let account_of_others = others.account();
    add(&mut others, &theirs, &SoftKey::new()).await.unwrap();
    let own = by_stick(&home).await.slot();
    let liar = Liar::before(&home.world).await.unwrap();

    let start = "POST /v1/login/start";
    let other_site: [fn(&mut Value); 3] = [
        |asked| asked["publicKey"]["rpId"] = json!("evil.example"),
        |asked| asked["publicKey"]["rpId"] = json!("mesdroits.example"),
        |asked| drop(asked["publicKey"].as_object_mut().unwrap().remove("rpId")),
    ];
    let touched = home.key.inside().touched;
    for change in other_site {
        is_refused(&home, &liar, "another site", options(start, change)).await;
    }
    assert_eq!(
        home.key.inside().touched,
        touched,
        "nobody was asked to touch it"
    );

    let finish = "POST /v1/login/finish";
    let session = move |change: fn(&mut Session, SlotId, wire::AccountId), slot: SlotId| {
        lies::body(finish, move |bytes| {
            let mut told: Session = wire::decode_canonical(&bytes, 256).unwrap();
            change(&mut told, slot, account_of_others);
            wire::encode(&told)
        })
    };
    let as_slot = session(|told, slot, _| told.slot = slot, own);
    is_refused(&home, &liar, "the stick's slot", as_slot).await;
    let as_theirs = session(|told, slot, _| told.slot = slot, slot_of_others);
    is_refused(&home, &liar, "a slot of somebody else", as_theirs).await;
    let as_account = session(|told, _, account| told.account = account, own);
    is_refused(&home, &liar, "another account", as_account).await;

    // What the stick is sent, and what somebody else is sent.
    open(&home.stick, CODE).await.unwrap();
    let by_stick = newest(&liar);
    open(&theirs, CODE).await.unwrap();
    let by_others = newest(&liar);
    let (seals, anchor) = (by_stick.seals.clone(), by_stick.anchor.clone());
    let others_seals = lies::sync(move |told| told.seals = seals.clone());
    is_refused(&home, &liar, "the stick's seals", others_seals).await;
    let others_anchor = lies::sync(move |told| told.anchor = anchor.clone());
    is_refused(&home, &liar, "the stick's anchor", others_anchor).await;
    is_refused(
        &home,
        &liar,
        "no anchor",
        lies::sync(|told| told.anchor = None),
    )
    .await;
    is_refused(&home, &liar, "another space", lies::sync_is(&by_others)).await;
    home.is_whole(&home.enter().await.unwrap().space).await;
}

fn newest(liar: &Liar) -> SyncAnswer {
    let heard = liar.heard("POST /v1/sync");
    let answer = heard.last().unwrap().truth.clone().unwrap();
    lies::read_sync(&answer.body).unwrap()
}

#[tokio::test]
async fn an_older_state_is_told_by_the_anchor_and_by_the_folder() {
    let home = Home::new().await;
    let liar = Liar::before(&home.world).await.unwrap();
    let random = &mut System::new();
    let mut space = home.enter().await.unwrap().space;
    let old = newest(&liar);
    space
        .put_note(Folder::Argent, "une note", "un mot", random)
        .await
        .unwrap();
    space
        .lock(&Stick::new(home.door.clone()), random)
        .await
        .unwrap();
    // The anchor is the portal's to withhold; the folder remembers too.
    is_refused(&home, &liar, "how it was", lies::sync_is(&old)).await;
    home.enter().await.unwrap();
}

#[tokio::test]
async fn a_registration_for_another_site_makes_no_passkey() {
    let home = Home::new().await;
    let liar = Liar::before(&home.world).await.unwrap();
    let mut space = by_stick(&home).await;
    let key = SoftKey::new();
    liar.tell(options("POST /v1/register/security-key", |asked| {
        asked["publicKey"]["rp"]["id"] = json!("evil.example");
    }));
    let refused = add(&mut space, &home.stick, &key).await.unwrap_err();
    assert_eq!(refused.blame(), Blame::Portal);
    assert_eq!(key.inside().touched, 0);
    // What asks for less is not obeyed, and what asks for more gets nothing.
    liar.tell(options("POST /v1/register/security-key", |asked| {
        asked["publicKey"]["authenticatorSelection"]["userVerification"] = json!("discouraged");
        asked["publicKey"]["extensions"] = json!({ "prf": { "eval": { "first": "AAAA" } } });
    }));
    add(&mut space, &home.stick, &key).await.unwrap();
    liar.honest();
    home.is_whole(&enter(&home.door, &key, PIN).await.unwrap().space)
        .await;
}

#[tokio::test]
async fn neither_pin_nor_secret_leaves() {
    let home = Home::new().await;
    let liar = Liar::before(&home.world).await.unwrap();
    static SEEN: std::sync::Mutex<Vec<Vec<u8>>> = std::sync::Mutex::new(Vec::new());
    home.key.inside().pin = Some("a PIN of words".into());
    home.key.inside().lie = Some(|said| {
        let halves = said.outputs.chunks(32).map(<[u8]>::to_vec);
        SEEN.lock().unwrap().extend(halves);
    });
    let mut space = enter(&home.door, &home.key, "a PIN of words")
        .await
        .unwrap()
        .space;
    let pin = Some(Pin::parse("a PIN of words").unwrap());
    let administration = space
        .administer_with_security_key(&home.key.device(), pin)
        .await;
    drop(administration.unwrap());
    let seen = SEEN.lock().unwrap().clone();
    assert_eq!(seen.len(), 3, "one to open, two to administer");
    let sent = liar.sent();
    for secret in seen
        .iter()
        .map(Vec::as_slice)
        .chain([b"a PIN of words".as_slice()])
    {
        for form in [
            secret.to_vec(),
            data_encoding::HEXLOWER.encode(secret).into_bytes(),
            data_encoding::BASE64URL_NOPAD.encode(secret).into_bytes(),
            data_encoding::BASE64.encode(secret).into_bytes(),
        ] {
            assert!(memchr::memmem::find(&sent, &form).is_none());
        }
    }
}
