//! OpenAPI 3.1, made from the page of routes: what is served is what is described.

use serde_json::{Map, Value, json};
use wire::{Code, api, folder::Folder};

use super::routes::{Body, ROUTES, Route, Throttle};
use crate::domain::policy::Action;

/// The whole document.
pub(super) fn document() -> Value {
    let mut paths = Map::new();
    for route in ROUTES {
        let methods = paths.entry(route.path).or_insert_with(|| json!({}));
        methods[route.method.as_str().to_ascii_lowercase()] = operation(route);
    }
    let codes: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "La clé d'accès à mes droits: portal",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
            "description": "Bodies are deterministic CBOR arrays (docs/protocol.md). \
                            The portal keeps sealed bytes and cannot read them.",
        },
        "paths": paths,
        "components": {
            "securitySchemes": {
                "session": { "type": "http", "scheme": "bearer", "bearerFormat": "64 hex digits" },
            },
            "schemas": { "Problem": {
                "type": "object",
                "required": ["type", "title", "status", "code", "fault", "next"],
                "properties": {
                    "type": { "type": "string", "format": "uri" },
                    "title": { "type": "string" },
                    "status": { "type": "integer" },
                    "code": { "type": "string", "enum": codes },
                    "fault": { "type": "string", "enum": ["person", "app", "structure", "portal"] },
                    "next": { "type": "string" },
                    "retry_after": { "type": "integer", "description": "seconds" },
                },
            } },
        },
    })
}

fn operation(route: &Route) -> Value {
    let (summary, body, answer) = words(route.action);
    let (status, media) = match route.action {
        Action::PutBlob | Action::PutDropBlob => ("201", None),
        Action::Logout
        | Action::Stage
        | Action::AskToHelp
        | Action::WriteJournal
        | Action::PutDrop
        | Action::PutManifest
        | Action::PutAnchor
        | Action::CeremonyStage
        | Action::Hold => ("204", None),
        Action::Health | Action::ReadApi => ("200", Some("application/json")),
        Action::GetBlob | Action::ReadEntrusted | Action::GetVersionFile => {
            ("200", Some(api::BLOB))
        }
        _ => ("200", Some(api::CBOR)),
    };
    let content = media.map_or(json!({}), |media| json!({ media: {} }));
    let mut operation = json!({
        "operationId": format!("{:?}", route.action),
        "summary": summary,
        "responses": {
            status: { "description": answer, "content": content },
            "default": {
                "description": "Refused",
                "content": { api::PROBLEM: {
                    "schema": { "$ref": "#/components/schemas/Problem" },
                } },
            },
        },
    });
    let (media, max) = match route.body {
        Body::Empty => (None, 0),
        Body::Cbor(max) => (Some(api::CBOR), max as u64),
        Body::Blob(max) => (Some(api::BLOB), max),
    };
    if let Some(media) = media {
        operation["requestBody"] = json!({
            "required": true,
            "description": format!("{body}; at most {max} bytes"),
            "content": { media: {} },
        });
    }
    if route.throttle == Throttle::Account {
        operation["security"] = json!([{ "session": [] }]);
    }
    if route.action == Action::Stage {
        operation["security"] = json!([{ "session": [] }, {}]);
    }
    if route.action == Action::ReadBoard {
        operation["responses"]["304"] = json!({ "description": "The one whose tag was named" });
    }
    let parameters = parameters(route);
    if !parameters.is_empty() {
        operation["parameters"] = json!(parameters);
    }
    operation
}

/// What stands in the path and in headers.
fn parameters(route: &Route) -> Vec<Value> {
    let mut parameters = Vec::new();
    if let Some((_, rest)) = route.path.split_once('{') {
        let name = rest.trim_end_matches('}');
        let schema = match name {
            "folder" => {
                json!({ "type": "integer", "minimum": 0, "maximum": Folder::ALL.len() - 1 })
            }
            _ => json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" }),
        };
        parameters.push(json!({ "name": name, "in": "path", "required": true, "schema": schema }));
    }
    let id = || json!({ "type": "string", "pattern": "^[0-9a-f]{32}$" });
    if in_recovery(route.action) {
        parameters.push(json!({
            "name": "x-ceremony", "in": "header", "required": true, "schema": id(),
            "description": "The recovery whose token is shown",
        }));
    }
    match route.action {
        Action::PutDropBlob => parameters.push(json!({
            "name": "x-mandate", "in": "header", "required": true, "schema": id(),
            "description": "The mandate under which it is brought",
        })),
        Action::Stage => parameters.push(json!({
            "name": "x-ceremony", "in": "header", "schema": { "type": "string" },
            "description": "Before genesis: the registration under way, 32 hex digits",
        })),
        Action::ReadBoard => parameters.push(json!({
            "name": "if-none-match", "in": "header", "schema": { "type": "string" },
            "description": "The etag of the board that is known",
        })),
        _ => {}
    }
    parameters
}

/// Whether a recovery's token is shown, and not a session's.
fn in_recovery(action: Action) -> bool {
    matches!(
        action,
        Action::CeremonyRead
            | Action::CeremonySync
            | Action::CeremonyStage
            | Action::CeremonyCommit
    )
}

/// In words: what it does, what it takes, what it answers.
fn words(action: Action) -> (&'static str, &'static str, &'static str) {
    match action {
        Action::Health => ("Whether the portal answers", "", "status and time"),
        Action::ReadApi => ("This document", "", "OpenAPI 3.1"),
        Action::ReadLocator => ("Where portal and gates are", "", "SignedLocator"),
        Action::ReadBoard => ("What the structure says to everybody", "", "SignedBoard"),
        Action::GateChallenge => ("A single-use challenge", "", "GateChallenge"),
        Action::GateEnrol => ("Enrols a stick", "Signed Enrol", "GateKey"),
        Action::GateEvaluate => ("One try, counted first", "Signed Evaluate", "Evaluated"),
        Action::GateStatus => ("How a stick stands", "Signed Status", "StatusAnswer"),
        Action::GatePrepare => ("Prepares a renewal", "Signed Prepare", "GateKey"),
        Action::GateOrder => ("Hands over an order", "Order", "Tries, or an empty array"),
        Action::RegisterStart => (
            "Begins a registration",
            "Signed RegisterStart",
            "WebauthnOptions",
        ),
        Action::RegisterFinish => ("Makes the space", "Commit", "Head"),
        Action::LoginStart => ("Begins to open a space", "", "WebauthnOptions"),
        Action::LoginFinish => ("Opens it", "WebauthnAnswer", "Session"),
        Action::Logout => ("Ends the session", "", "nothing"),
        Action::RegisterSlot => (
            "Begins the registration of one more stick",
            "Signed RegisterStart",
            "WebauthnOptions",
        ),
        Action::RegisterSecurityKey => (
            "Begins the registration of a security key",
            "RegisterSecurityKey",
            "WebauthnOptions",
        ),
        Action::Suspend => (
            "Freezes security keys, or lets them go",
            "Order: freeze or lift",
            "an empty array",
        ),
        Action::Stage => ("Hands over items for a commit", "Stage", "nothing"),
        Action::Commit => ("Changes the log", "Commit", "Head"),
        Action::Sync => ("What the app lacks", "SyncRequest", "SyncAnswer"),
        Action::ReadChain => (
            "How a folder's manifests follow each other",
            "ChainRequest",
            "ChainAnswer",
        ),
        Action::FindHelpers => ("Who may help", "FindHelpers", "HelpersAnswer"),
        Action::AskToHelp => ("Asks to be certified as a helper", "AskToHelp", "nothing"),
        Action::FindVouched => (
            "For whom another structure vouches",
            "FindVouched",
            "VouchedAnswer",
        ),
        Action::ReadLetters => ("The owner's letters of mandates", "", "LettersAnswer"),
        Action::ReadJournal => (
            "What is new in the journal",
            "JournalRequest",
            "JournalAnswer",
        ),
        Action::WriteJournal => ("Writes into the own chain", "Under", "nothing"),
        Action::ReadMandates => ("What is entrusted to a helper", "", "EntrustedAnswer"),
        Action::ReadOver => ("Mandates of people who have died", "", "OverAnswer"),
        Action::OpenEntrusted => ("Opens a folder under a mandate", "Under", "FolderAnswer"),
        Action::ReadEntrusted => ("Reads a paper under a mandate", "Under", "a blob"),
        Action::PutDropBlob => ("Brings the blob of a drop", "a blob", "stored and durable"),
        Action::PutDrop => ("Puts a paper in under a mandate", "DropRequest", "nothing"),
        Action::ReadDrops => ("What waits for the owner", "", "DropsAnswer"),
        Action::PutManifest => ("Replaces a manifest", "Manifest", "nothing"),
        Action::PutAnchor => ("Replaces the slot's anchor", "SealedAnchor", "nothing"),
        Action::PutBlob => ("Stores a blob, once", "a blob", "stored and durable"),
        Action::GetBlob => ("Reads a blob", "", "a blob"),
        Action::FindCard => ("What is sealed to a card", "FindCard", "CardAnswer"),
        Action::CeremonyChallenge => ("A single-use challenge", "", "GateChallenge"),
        Action::CeremonyStart => (
            "Begins a recovery",
            "Signed CeremonyStart",
            "CeremonyStatus",
        ),
        Action::CeremonyRegister => (
            "Begins the registration of its stick",
            "Signed RegisterStart",
            "WebauthnOptions",
        ),
        Action::CeremonyAsk => ("How it stands", "Signed CeremonyAsking", "CeremonyStatus"),
        Action::CeremonyEnter => ("A token for it", "Signed CeremonyAsking", "CeremonyToken"),
        Action::CeremonyRead => ("What opens with the shares", "", "CeremonyAnswer"),
        Action::CeremonySync => ("The account's log and lists", "SyncRequest", "SyncAnswer"),
        Action::CeremonyStage => ("Hands over items for its commit", "Stage", "nothing"),
        Action::CeremonyCommit => ("Opens the account again", "Commit", "Head"),
        Action::ReadHolds => ("For whom a share is kept", "", "HoldsAnswer"),
        Action::Hold => ("What a holder says", "Held", "nothing"),
        Action::ReadRecovery => ("The owner's own recovery", "", "OwnRecovery"),
        Action::ReadNotices => ("What the portal says to the owner", "", "NoticesAnswer"),
        Action::ReadVersion => ("Which version sticks can take", "", "OfferedVersion"),
        Action::GetVersionFile => ("A file of that version", "", "a blob"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every answer is what the words say of it, and every name in a path is described.
    #[test]
    fn statuses_media_and_parameters_fit_the_words() {
        for route in ROUTES {
            let operation = operation(route);
            let (_, _, answer) = words(route.action);
            let (status, media) = match answer {
                "nothing" => ("204", None),
                "stored and durable" => ("201", None),
                "a blob" => ("200", Some(api::BLOB)),
                "status and time" | "OpenAPI 3.1" => ("200", Some("application/json")),
                _ => ("200", Some(api::CBOR)),
            };
            let good = &operation["responses"][status];
            assert_eq!(good["description"], answer, "{:?}", route.action);
            let content = good["content"].as_object().unwrap();
            assert!(
                content.keys().map(String::as_str).eq(media),
                "{:?}",
                route.action
            );
            let parameters = operation["parameters"].as_array();
            let named = |place: &str| -> Vec<_> {
                let all = parameters.into_iter().flatten();
                let here = all.filter(|parameter| parameter["in"] == place);
                here.map(|parameter| parameter["name"].as_str().unwrap().to_owned())
                    .collect()
            };
            let in_path = route.path.split(['{', '}']).skip(1).step_by(2);
            assert!(named("path").iter().eq(in_path), "{:?}", route.action);
            let has_mandate = named("header").contains(&"x-mandate".to_owned());
            assert_eq!(has_mandate, route.action == Action::PutDropBlob);
        }
    }

    #[test]
    fn it_lists_exactly_the_routes() {
        let document = document();
        let mut listed = Vec::new();
        for (path, methods) in document["paths"].as_object().unwrap() {
            for (method, operation) in methods.as_object().unwrap() {
                let id = operation["operationId"].as_str().unwrap();
                listed.push((path.clone(), method.to_ascii_uppercase(), id.to_owned()));
            }
        }
        let mut routed: Vec<_> = ROUTES
            .iter()
            .map(|r| {
                (
                    r.path.to_owned(),
                    r.method.to_string(),
                    format!("{:?}", r.action),
                )
            })
            .collect();
        listed.sort();
        routed.sort();
        assert_eq!(listed, routed);
    }
}
