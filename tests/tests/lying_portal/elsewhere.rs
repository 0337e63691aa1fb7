//! The portal sends the app elsewhere, gives it code, or gives it another address for good.

use key_core::{Blame, Stick};
use std::{
    net::Ipv4Addr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use tests::{
    lying::{
        http::Answer,
        item::Item,
        ledger::{Ledger, Outcome},
        lies,
        scene::{Memory, Scene},
        shapes,
        view::View,
    },
    world::open,
};
use tokio::net::TcpListener;
use wire::{folder::Folder, random::System, structure::SignedLocator};

const LOCATOR: &str = "GET /v1/locator";

/// Every request of an opening and of a reading.
const ROUTES: [&str; 8] = [
    "POST /v1/gate/challenge",
    "POST /v1/gate/evaluate",
    "POST /v1/gate/order",
    "POST /v1/login/start",
    "POST /v1/login/finish",
    "POST /v1/sync",
    LOCATOR,
    "GET /v1/blobs/*",
];

#[tokio::test]
async fn other_addresses_and_code() {
    let scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("elsewhere");
    let (other, visits) = somewhere_else().await;
    for route in ROUTES {
        for status in [301, 302, 307, 308] {
            let other = other.clone();
            let lie = lies::instead(route, move |_| {
                Some(Answer {
                    status,
                    headers: vec![("location".into(), format!("{other}/v1/x"))],
                    body: Vec::new(),
                    cut: None,
                })
            });
            let what = format!("{route}: “look elsewhere” ({status}).");
            visit(&scene, &mut ledger, ("A13.1", what), &visits, lie).await;
        }
        let url = other.clone();
        let lie = lies::after(route, move |_, truth| {
            let headers = [
                ("link", format!("<{url}/a.css>; rel=preload")),
                ("refresh", format!("0; url={url}/b")),
                ("alt-svc", format!("h2=\"{url}\"")),
                ("content-location", format!("{url}/c")),
            ];
            let headers = headers.map(|(name, value)| (name.to_owned(), value));
            Answer {
                headers: [truth.headers, headers.to_vec()].concat(),
                ..truth
            }
        });
        let what = format!("{route}: headers that name other addresses.");
        visit(&scene, &mut ledger, ("A13.2", what), &visits, lie).await;
        let url = other.clone();
        let lie = lies::instead(route, move |_| {
            let page = format!("<script src=\"{url}/x.js\"></script><img src=\"{url}/x.png\">");
            Some(Answer {
                status: 200,
                headers: vec![("content-type".into(), "text/html".into())],
                body: page.into_bytes(),
                cut: None,
            })
        });
        let what = format!("{route}: a page with code in the place of an answer.");
        visit(&scene, &mut ledger, ("A15.6", what), &visits, lie).await;
        let url = other.clone();
        let lie = lies::instead(route, move |_| {
            let problem = serde_json::json!({
                "type": format!("{url}/problem"), "code": "x", "next": format!("{url}/next"),
            });
            Some(Answer {
                status: 400,
                headers: vec![("content-type".into(), wire::api::PROBLEM.into())],
                body: problem.to_string().into_bytes(),
                cut: None,
            })
        });
        let what = format!("{route}: a refusal that names other addresses.");
        visit(&scene, &mut ledger, ("A13.2", what), &visits, lie).await;
    }
    scene.is_whole().await.unwrap();
    sizes(&scene, &mut ledger).await;
    ledger.close().unwrap();
}

/// Opens and reads while the portal lies; nobody may have been sent elsewhere.
async fn visit(
    scene: &Scene,
    ledger: &mut Ledger,
    (attack, what): (&str, String),
    visits: &AtomicUsize,
    lie: Box<dyn tests::lying::liar::Lie>,
) {
    let copy = scene.copy(Memory::Pinned).unwrap();
    scene.liar.tell(lie);
    let opened = open(&copy, scene.code).await;
    let read = match &opened {
        Ok(opened) => {
            let object = &scene.truth.objects()[3];
            let read = opened.space.read(object.folder, object.id).await;
            Some(read.map(|content| wire::Hash::of(&content)))
        }
        Err(_) => None,
    };
    let told = scene.liar.honest();
    let outcome = match (opened, read) {
        (Ok(opened), Some(Ok(hash))) if hash == scene.contents[3] => {
            let unlike = View::of(&opened.space).unlike(&scene.truth);
            // What the gate has not heard meanwhile, it hears now.
            let (stick, mut random) = (Stick::new(copy), System::new());
            opened.space.lock(&stick, &mut random).await.unwrap();
            Outcome::of(unlike)
        }
        (Ok(_), Some(Ok(_))) => Outcome::Fell("another content".into()),
        (Err(trouble), _) | (_, Some(Err(trouble))) => Outcome::Refused(trouble),
        (Ok(_), None) => Outcome::Fell("nothing was read".into()),
    };
    let outcome = match visits.swap(0, Ordering::SeqCst) {
        0 => outcome,
        visits => Outcome::Fell(format!("the app went there {visits} times")),
    };
    ledger.note(attack, what, &told, outcome);
}

/// What is sent tells neither how long a text is nor what it is called.
async fn sizes(scene: &Scene, ledger: &mut Ledger) {
    let mut random = System::new();
    let mut space = open(&scene.stick, scene.code).await.unwrap().space;
    let word = scene.word().to_owned();
    for text in ["x", "un texte plus long", &"long ".repeat(180)] {
        let title = word.repeat(text.len() % 3 + 1);
        space
            .put_note(Folder::Loisirs, &title, text, &mut random)
            .await
            .unwrap();
    }
    let of = |route| -> Vec<usize> {
        let heard = scene.liar.heard(route);
        let last = heard.iter().rev().take(3);
        last.map(|e| e.asked.body.len()).collect()
    };
    let blobs = of("PUT /v1/blobs/*");
    let differ = blobs.iter().any(|length| *length != blobs[0]);
    let told = differ.then(|| format!("{blobs:?} bytes"));
    let what = "Short notes of different lengths are sent in different lengths.";
    ledger.conclude("A14.1", what, told);
    let lists = of("PUT /v1/manifests/*");
    let grown = lists.iter().max().unwrap() - lists.iter().min().unwrap();
    // Each names one blob more than the one before; their padded contents are of one length.
    let told = (grown > 2).then(|| format!("{lists:?} bytes"));
    let what = "Lists with longer titles are sent in longer messages.";
    ledger.conclude("A14.2", what, told);
    let what = "Words of titles and texts are in what was sent in all of this.";
    ledger.conclude("A14.3", what, scene.leaked());
}

#[tokio::test]
async fn another_locator() {
    let mut scene = Scene::short().await.unwrap();
    let mut ledger = Ledger::of("locator");
    let other = tests::world::World::start().await.unwrap();
    let true_one = scene.world.structure.public().locator;
    let mut newer = wire::encode(&true_one);
    let item = Item::read(&newer).unwrap();
    for (place, name) in shapes::LOCATOR.places(&item).unwrap() {
        let mut item = item.clone();
        item.at_mut(&place).unwrap().spoil();
        let what = format!("The structure's addresses: {name} is another.");
        offered(&scene, &mut ledger, ("A13.3", what), item.write()).await;
    }
    // A structure of the portal's own, which names a newer locator.
    let mut theirs = other.structure;
    let foreign = theirs.relocate(|locator| locator.portals.clone_from(&locator.portals.clone()));
    let what = "Addresses that another structure has signed.".to_owned();
    offered(&scene, &mut ledger, ("A13.3", what), wire::encode(&foreign)).await;
    let dressed = SignedLocator {
        roots: true_one.roots.clone(),
        ..foreign
    };
    let what = "The same under this structure's root.".to_owned();
    offered(&scene, &mut ledger, ("A13.3", what), wire::encode(&dressed)).await;

    // The structure moves its portal; then the portal shows the addresses of before.
    let moved = scene.world.structure.relocate(|locator| {
        let first = locator.portals[0].clone();
        locator.portals.push(first);
    });
    newer.clone_from(&wire::encode(&moved));
    let told = newer.clone();
    scene.liar.tell(lies::body(LOCATOR, move |_| told.clone()));
    open(&scene.stick, scene.code).await.unwrap();
    scene.liar.honest();
    assert!(holds(&scene.stick, &newer), "a newer locator is taken");
    let old = wire::encode(&true_one);
    let what = "The addresses of before the move are given out again.".to_owned();
    offered(&scene, &mut ledger, ("A13.4", what), old).await;
    ledger.close().unwrap();
}

/// An opening of a copy: its stick must keep the locator that it has, and open again.
async fn offered(
    scene: &Scene,
    ledger: &mut Ledger,
    (attack, what): (&str, String),
    locator: Vec<u8>,
) {
    let copy = scene.copy(Memory::Pinned).unwrap();
    let lied = locator.clone();
    // The real portal goes on telling the first locator: the lie is always another answer.
    scene.liar.tell(lies::instead(LOCATOR, move |_| {
        Some(Answer::cbor(lied.clone()))
    }));
    let opened = open(&copy, scene.code).await;
    let told = scene.liar.honest();
    let again = open(&copy, scene.code).await;
    let outcome = match (opened, again) {
        _ if holds(&copy, &locator) => Outcome::Fell("the stick has taken it".into()),
        (_, Err(trouble)) => Outcome::Fell(format!("the stick opens no more: {trouble}")),
        (Err(trouble), _) => Outcome::Refused(trouble),
        (Ok(opened), _) => scene.judge(Ok(opened)),
    };
    ledger.note_blaming(attack, what, &told, outcome, &[Blame::Portal]);
}

fn holds(stick: &key_core::stick::Folder, locator: &[u8]) -> bool {
    ["cle-a.bin", "cle-b.bin"].into_iter().any(|name| {
        let bytes = std::fs::read(stick.path().join(name)).unwrap();
        bytes.windows(locator.len()).any(|window| window == locator)
    })
}

/// An address where nobody has any business, and how often somebody came.
async fn somewhere_else() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = format!("https://{}", listener.local_addr().unwrap());
    let visits = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&visits);
    tokio::spawn(async move {
        while let Ok((visitor, _)) = listener.accept().await {
            counted.fetch_add(1, Ordering::SeqCst);
            drop(visitor);
        }
    });
    (address, visits)
}
