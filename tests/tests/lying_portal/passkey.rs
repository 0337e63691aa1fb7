//! WebAuthn: a challenge for somebody else, and questions for what must never leave.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use key_core::Blame;
use serde_json::{Value, json};
use tests::lying::{
    ledger::Ledger,
    lies,
    scene::{Memory, Scene},
};
use wire::{
    Hash,
    api::{WebauthnAnswer, WebauthnOptions},
};

const START: &str = "POST /v1/login/start";
const FINISH: &str = "POST /v1/login/finish";

#[tokio::test]
async fn challenges_for_others_and_questions_for_secrets() {
    let scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("passkey");
    for id in [
        "evil.example",
        "mesdroits.example",
        "example",
        "",
        "acces.mesdroits.example.",
        "ACCES.mesdroits.example",
        "acces.mesdroits.example.evil.example",
        "https://acces.mesdroits.example",
    ] {
        let lie = options(move |options| options["publicKey"]["rpId"] = json!(id));
        let what = format!("The portal asks for the passkey of “{id}”.");
        scene
            .attempt(&mut ledger, "A15.1", what, Memory::Pinned, lie)
            .await
            .unwrap();
    }
    let lie = options(|options| drop(options["publicKey"].as_object_mut().unwrap().remove("rpId")));
    let what = "The portal does not say whose passkey it asks for.";
    scene
        .attempt(&mut ledger, "A15.1", what, Memory::Pinned, lie)
        .await
        .unwrap();

    let asked = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    for (what, extensions) in [
        ("the PRF", json!({ "prf": { "eval": { "first": asked } } })),
        (
            "the PRF of each passkey",
            json!({ "prf": { "evalByCredential": { asked: { "first": asked } } } }),
        ),
        (
            "a secret of the stick",
            json!({ "hmacGetSecret": { "salt1": asked } }),
        ),
        ("a stored secret", json!({ "largeBlob": { "read": true } })),
    ] {
        let lie = options(move |options| options["publicKey"]["extensions"] = extensions.clone());
        let what = format!("The portal asks the passkey for {what}.");
        scene
            .attempt(&mut ledger, "A15.2", what, Memory::Pinned, lie)
            .await
            .unwrap();
    }
    for (what, name, value) in [
        (
            "no verification of the person",
            "userVerification",
            json!("discouraged"),
        ),
        ("an empty challenge", "challenge", json!("")),
        (
            "a very long challenge",
            "challenge",
            json!("A".repeat(60_000)),
        ),
        (
            "a passkey that is not the stick's",
            "allowCredentials",
            json!([{ "type": "public-key", "id": "AAAAAAAAAAAAAAAAAAAAAA" }]),
        ),
        (
            "another sort of passkey",
            "allowCredentials",
            json!([{ "type": "x", "id": "AA" }]),
        ),
    ] {
        let lie = options(move |options| options["publicKey"][name] = value.clone());
        let (told, opened) = scene.lied_to(Memory::Pinned, lie).await.unwrap();
        // An answer to a challenge that was never given out is refused by an honest portal.
        let right = [Blame::Portal, Blame::App];
        let what = format!("The portal asks for {what}.");
        ledger.note_blaming("A15.3", what, &told, scene.judge(opened), &right);
    }
    let old = scene.liar.heard(START)[0].truth.clone().unwrap();
    let lie = lies::after(START, move |_, _| old.clone());
    let (told, opened) = scene.lied_to(Memory::Pinned, lie).await.unwrap();
    let right = [Blame::Portal, Blame::App];
    let what = "A challenge that has served is given out again.";
    ledger.note_blaming("A15.4", what, &told, scene.judge(opened), &right);
    let old = read(&scene.liar.heard(START)[0].truth.clone().unwrap().body).options;
    let lie = lies::body(START, move |body| {
        let options = old.clone();
        wire::encode(&WebauthnOptions {
            options,
            ..read(&body)
        })
    });
    let (told, opened) = scene.lied_to(Memory::Pinned, lie).await.unwrap();
    let what = "The challenge of another opening is given out.";
    ledger.note_blaming("A15.4", what, &told, scene.judge(opened), &right);

    let answers = scene.liar.heard(FINISH);
    assert!(answers.len() >= 10, "{} answers", answers.len());
    let said = answers.iter().find_map(|exchange| {
        let answer = wire::decode_canonical::<WebauthnAnswer>(&exchange.asked.body, 128 << 10);
        too_much(&answer.unwrap().credential)
    });
    let what = "An answer is for another origin, or says more than an answer must.";
    ledger.conclude("A15.5", what, said);
    scene.is_whole().await.unwrap();
    ledger.close().unwrap();
}

/// What an answer says that it must not, to whomever.
fn too_much(credential: &str) -> Option<String> {
    let answer: Value = serde_json::from_str(credential).unwrap();
    let response = &answer["response"];
    let bytes = |value: &Value| {
        BASE64URL_NOPAD
            .decode(value.as_str().unwrap().as_bytes())
            .unwrap()
    };
    let client: Value = serde_json::from_slice(&bytes(&response["clientDataJSON"])).unwrap();
    let data = bytes(&response["authenticatorData"]);
    let own = Hash::of(b"acces.mesdroits.example");
    let fields = |value: &Value| value.as_object().map_or(0, serde_json::Map::len);
    if client["origin"] != "https://acces.mesdroits.example" || client["type"] != "webauthn.get" {
        Some(format!("signed for {}", client["origin"]))
    } else if data[..32] != own.0 {
        Some(format!(
            "signed for the party {}",
            HEXLOWER.encode(&data[..32])
        ))
    } else if answer["clientExtensionResults"] != json!({}) || data.len() != 37 {
        Some("extensions are answered".into())
    } else if fields(response) != 4 || fields(&answer) != 5 {
        Some("there is more in it".into())
    } else {
        None
    }
}

fn options(
    mut change: impl FnMut(&mut Value) + Send + 'static,
) -> Box<dyn tests::lying::liar::Lie> {
    lies::body(START, move |body| {
        let told = read(&body);
        let mut value: Value = serde_json::from_str(&told.options).unwrap();
        change(&mut value);
        let options = value.to_string();
        wire::encode(&WebauthnOptions { options, ..told })
    })
}

fn read(body: &[u8]) -> WebauthnOptions {
    wire::decode_canonical(body, 1 << 20).unwrap()
}
