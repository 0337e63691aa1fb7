//! What the structure says, from the moment it is published until it is restored elsewhere.

use std::fs;

use wire::{
    Code,
    api::SyncRequest,
    board::{Closing, SignedBoard},
    log::Head,
    structure::VoucherKind,
};

use super::{
    desk::{hired, see, send, signed_in},
    harness::{Answer, Portal},
};
use crate::{
    Settings,
    backup::{backup, restore},
    board::{FILE, NOTICE_DAYS, announce, publish},
    domain::DAY,
    fixtures::{NOW, Person, REALM, publisher, saying, structure, voucher},
    folders,
    records::StaffRole,
    store::OnDisk,
};

async fn ask(portal: &Portal, known: Option<&str>) -> Answer {
    let headers: Vec<_> = known
        .map(|tag| ("if-none-match", tag))
        .into_iter()
        .collect();
    portal.ask("GET", "/v1/board", &headers, None).await
}

fn number(answer: &Answer) -> u64 {
    let board: SignedBoard = answer.read();
    let pinned = structure().1.root().public().fingerprint();
    board.verify(REALM, &pinned, NOW).unwrap().number
}

fn put_up(settings: &Settings, catalogue: Option<&[u8]>) {
    let (key, certificate) = publisher(NOW);
    publish(settings, (&key, &certificate), saying(catalogue), NOW).unwrap();
}

#[tokio::test]
async fn what_is_published_is_handed_out_at_once_and_nothing_new_costs_nothing() {
    for engine in OnDisk::ALL {
        let portal = Portal::start_on(engine).await;
        assert_eq!(ask(&portal, None).await.code(), Code::NotFound);
        let settings = Settings::read(&portal.path("data")).unwrap();
        let catalogue = [br#"{"version":1,"services":[{}"#, &[b' '; 9_000][..], b"]}"].concat();
        put_up(&settings, Some(&catalogue));
        let first = ask(&portal, None).await;
        assert_eq!(number(&first), 1);
        let tag = first.headers["etag"].as_str();
        for known in [tag.to_owned(), format!("\"x\", {tag}")] {
            let same = ask(&portal, Some(&known)).await;
            assert_eq!((same.status, same.body.len()), (304, 0));
            assert_eq!(same.headers["etag"], tag);
            assert_eq!(same.headers["x-content-type-options"], "nosniff");
        }
        put_up(&settings, None);
        assert_eq!(number(&ask(&portal, Some(tag)).await), 2);
        portal.running.stop().await;
    }
}

#[tokio::test]
async fn a_damaged_board_is_not_handed_out_and_the_next_one_is() {
    let portal = Portal::start().await;
    let settings = Settings::read(&portal.path("data")).unwrap();
    put_up(&settings, None);
    let good = fs::read(settings.board()).unwrap();
    for at in [0, good.len() / 2, good.len() - 1] {
        let mut bytes = good.clone();
        bytes[at] ^= 1;
        folders::write(&settings.board(), &bytes).unwrap();
        assert_eq!(ask(&portal, None).await.code(), Code::Damaged, "{at}");
    }
    folders::write(&settings.board(), &vec![0; SignedBoard::MAX + 1]).unwrap();
    assert_eq!(ask(&portal, None).await.code(), Code::Damaged);
    fs::remove_file(settings.board()).unwrap();
    put_up(&settings, None);
    assert_eq!(number(&ask(&portal, None).await), 1);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_board_comes_back_with_the_backup() {
    let portal = Portal::start().await;
    let settings = Settings::read(&portal.path("data")).unwrap();
    put_up(&settings, None);
    put_up(&settings, None);
    let (to, data) = (portal.path("backup"), portal.path("back"));
    let clock = portal.clock.clone();
    let there_and_back = tokio::task::spawn_blocking(move || {
        backup(&settings, &to, &*clock).unwrap();
        assert!(to.join("settings").join(FILE).exists());
        restore(&to, &data, None).unwrap();
    });
    there_and_back.await.unwrap();
    let portal = portal.restart("back").await;
    assert_eq!(number(&ask(&portal, None).await), 2);
    portal.running.stop().await;
}

#[tokio::test]
async fn where_a_structure_closes_no_space_begins_and_everybody_else_goes_on() {
    let portal = Portal::start().await;
    let settings = Settings::read(&portal.path("data")).unwrap();
    put_up(&settings, None);
    let (_, passkey, _) = portal.move_in("amina").await;
    let (key, certificate) = publisher(NOW);
    let say = |closing| announce(&settings, (&key, &certificate), closing, NOW).unwrap();
    let closing = Closing {
        on: NOW + NOTICE_DAYS * DAY,
        message: "Nous fermons : la mairie vous dira où aller.".into(),
    };
    say(Some(closing.clone()));
    let board: SignedBoard = ask(&portal, None).await.read();
    let pinned = structure().1.root().public().fingerprint();
    let said = board.verify(REALM, &pinned, NOW).unwrap();
    assert_eq!(said.closing, Some(closing));

    let newcomer = Person::new("bilal");
    let begin = newcomer.begin("first", voucher(VoucherKind::Account));
    let refused = portal.post("/v1/register/start", &begin, None).await;
    assert_eq!(refused.code(), Code::Closing);
    // Who is there opens, reads, and may have a second stick to leave with.
    let session = portal.open(&passkey).await;
    let all = SyncRequest {
        log: Head::NONE,
        manifests: Vec::new(),
    };
    let read = portal.post("/v1/sync", &all, Some(&session)).await;
    assert_eq!(read.status, 200);
    let second = newcomer.begin("second", voucher(VoucherKind::Slot));
    let begun = portal
        .post("/v1/register/slot", &second, Some(&session))
        .await;
    assert_eq!(begun.status, 200);

    say(None);
    let begun = portal.post("/v1/register/start", &begin, None).await;
    assert_eq!(begun.status, 200);
    portal.running.stop().await;
}

#[tokio::test]
async fn what_a_person_takes_along_from_the_desk_says_whom_to_call() {
    let portal = Portal::start().await;
    let omar = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, omar);
    let pages = async || {
        let charter = see(&portal, "/pro/charte?genre=cle", &cookie).await;
        let told = send(&portal, "/pro/besoins/bilan", &cookie, &[]).await;
        [charter, String::from_utf8(told.body).unwrap()]
    };
    for page in pages().await {
        assert!(page.contains("Ctrl et P") && !page.contains("data-test=\"house\""));
    }
    put_up(&Settings::read(&portal.path("data")).unwrap(), None);
    for page in pages().await {
        for said in ["Maison des droits", "01 99 00 12 34"] {
            assert!(page.contains(said), "{page}");
        }
    }
    // What nobody signed is not said, and keeps nobody from a loan.
    fs::write(portal.path("data").join(FILE), b"x").unwrap();
    for page in pages().await {
        assert!(page.contains("Ctrl et P") && !page.contains("Maison des droits"));
    }
    portal.running.stop().await;
}
