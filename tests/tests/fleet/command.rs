//! The commands themselves, as a mediator types them, with the portal's program beside.

use std::{fs, process::Stdio};
use tests::{
    cast::Cast,
    report,
    version::Signer,
    volume::{Volume, as_sticks},
    wrapping_disk::WrappingVolume,
};
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout},
};
use wire::Realm;

const VOUCHERS: &str = "portal structure voucher --structure @structure --kind account \
    --passphrase-file @passphrase --out @bons";

/// Three sticks in one go, a rerun that has nothing to do, and one that is not told twice.
#[tokio::test]
async fn a_fleet_by_command() {
    let cast = Cast::gather().await.unwrap();
    cast.say(&format!("{VOUCHERS} --count 4")).await.unwrap();
    assert!(!cast.path("bons/practice-locator").exists());
    fs::create_dir(cast.path("programmes")).unwrap();
    fs::write(cast.path("programmes/cle"), "a program").unwrap();
    cast.say("stick list --folder @programmes").await.unwrap();
    for stick in ["a", "b", "c", "d"] {
        fs::create_dir(cast.path(stick)).unwrap();
    }
    let structure = cast.fingerprint().unwrap();
    let fleet = format!(
        "stick fleet --programs @programmes --locator @structure/locator --vouchers @bons \
         --structure {structure} --from 41 --count 4"
    );
    // Nobody said twice that a folder of this computer may be written.
    let refused = cast
        .say(&format!("{fleet} --volumes @a"))
        .await
        .unwrap_err();
    assert!(
        refused.to_string().contains("pas une clé amovible"),
        "{refused}"
    );
    assert_eq!(fs::read_dir(cast.path("a")).unwrap().count(), 0);
    // Nor the folder that all of it lies in, whatever was said.
    let refused = cast
        .say(&format!("{fleet} --over --volumes @."))
        .await
        .unwrap_err();
    assert!(
        refused.to_string().contains("disque de cet ordinateur"),
        "{refused}"
    );
    // Nor somebody's folder, by whatever way it is named: nothing says that it can be taken out.
    fs::create_dir(cast.path("home")).unwrap();
    fs::write(cast.path("home/lettre.txt"), "somebody's").unwrap();
    std::os::unix::fs::symlink(cast.path("home"), cast.path("stick")).unwrap();
    for folder in ["home", "stick"] {
        let refused = cast
            .say(&format!("{fleet} --over --volumes @{folder}"))
            .await
            .unwrap_err();
        let said = refused.to_string();
        assert!(said.contains("Autres fichiers : 1 (lettre.txt)"), "{said}");
    }
    // Nor one whose files are named as ours are: a name makes nothing ours.
    for name in ["cle", "liste.sha256", "en-cours.txt", "essai-1.bin"] {
        let (folder, file) = (format!("own-{name}"), format!("own-{name}/{name}"));
        fs::create_dir_all(cast.path(&folder).join("photos")).unwrap();
        fs::write(cast.path(&file), "somebody's").unwrap();
        let refused = cast
            .say(&format!("{fleet} --over --volumes @{folder}"))
            .await
            .unwrap_err();
        let said = refused.to_string();
        assert!(
            said.contains(&format!("Autres fichiers : 1 ({name})")),
            "{said}"
        );
        assert_eq!(fs::read(cast.path(&file)).unwrap(), b"somebody's");
        assert!(cast.path(&folder).join("photos").exists());
    }
    assert_eq!(fs::read_dir(cast.path("home")).unwrap().count(), 1);
    let letter = fs::read(cast.path("home/lettre.txt")).unwrap();
    assert_eq!(letter, b"somebody's");
    let three = format!("{fleet} --over --volumes @a --volumes @b --volumes @c");
    let said = cast.say(&three).await.unwrap();
    // No portal runs here.
    assert!(said.contains("Le portail ne répond pas"), "{said}");
    assert!(said.contains("Personne n’a vérifié"), "{said}");
    for number in [41, 42, 43] {
        assert!(
            said.contains(&format!("collez l’étiquette {number}")),
            "{said}"
        );
    }
    assert!(said.contains("44  à faire"), "{said}");
    let said = cast.say(&three).await.unwrap();
    assert!(said.contains("Bons qui restent : 1."), "{said}");
    for stick in ["a", "b", "c"] {
        cast.say(&format!("stick check --stick @{stick}"))
            .await
            .unwrap();
    }
    for sheet in ["labels", "cards"] {
        let line = format!("stick {sheet} --from 41 --count 4 --name Maison --phone 0199001234");
        cast.say(&format!("{line} --out @{sheet}.pdf"))
            .await
            .unwrap();
        let pdf = fs::read(cast.path(&format!("{sheet}.pdf"))).unwrap();
        assert!(pdf.starts_with(b"%PDF-"));
        // What was printed for others stays.
        let refused = cast.say(&format!("{line} --out @{sheet}.pdf")).await;
        assert!(
            refused
                .unwrap_err()
                .to_string()
                .contains("is there already")
        );
    }
    // One named twice is one stick, with one number.
    let said = cast
        .say(&format!("{fleet} --over --volumes @d --volumes @d/../d"))
        .await
        .unwrap();
    assert!(said.contains("collez l’étiquette 44"), "{said}");
    let foreign = fleet.replace(&structure, &"ab".repeat(32));
    let refused = cast.say(&format!("{foreign} --over --volumes @d")).await;
    let said = refused.unwrap_err().to_string();
    assert!(said.contains("pas de la même structure"), "{said}");
    report::promise("fleet.command", 3, 0).unwrap();
}

/// Who signed the programs is said before any stick is written.
#[tokio::test]
async fn a_fleet_says_who_signed_its_programs() {
    let cast = Cast::gather().await.unwrap();
    cast.say(&format!("{VOUCHERS} --count 2")).await.unwrap();
    fs::create_dir(cast.path("a")).unwrap();
    let signer = Signer::new().unwrap();
    let made = signer.stick("1.2.3", b"a program", b"starts").unwrap();
    fs::rename(made, cast.path("programmes")).unwrap();
    fs::copy(signer.public_file(), cast.path("key.pub")).unwrap();
    let structure = cast.fingerprint().unwrap();
    let fleet = format!(
        "stick fleet --programs @programmes --locator @structure/locator --vouchers @bons \
         --structure {structure} --from 1 --count 1 --over --volumes @a"
    );
    let said = cast.say(&fleet).await.unwrap();
    assert!(said.contains("Personne n’a vérifié"), "{said}");
    let said = cast.say(&format!("{fleet} --key @key.pub")).await.unwrap();
    assert!(
        said.contains("1.2.3") && said.contains("(development)"),
        "{said}"
    );
    assert!(!said.contains("Personne n’a vérifié"), "{said}");
}

/// A practice stick is filled, used up, and as on the first day again; then wiped it is blank.
#[tokio::test]
async fn practice_by_command() {
    let mut cast = Cast::gather_in(Realm::Practice).await.unwrap();
    cast.start_portal().await.unwrap();
    cast.say(&format!("{VOUCHERS} --count 4")).await.unwrap();
    // Beside vouchers for practice lies what says whose they are.
    let named = fs::read(cast.path("bons/practice-locator")).unwrap();
    assert_eq!(named, fs::read(cast.path("structure/locator")).unwrap());
    let structure = cast.fingerprint().unwrap();
    fs::create_dir(cast.path("stick")).unwrap();
    let reset = format!(
        "stick practice reset --stick @stick --person lucien --structure {structure} \
         --locator @structure/locator --vouchers @bons"
    );
    let vouchers = || {
        let entries = fs::read_dir(cast.path("bons")).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|name| name.starts_with("voucher")).collect();
        names.sort();
        names
    };
    let first = cast.path("bons").join(&vouchers()[0]);
    let begun = fs::read(&first).unwrap();
    for left in [3, 2] {
        let said = cast.say(&reset).await.unwrap();
        assert!(said.contains("Lucien Exemple"), "{said}");
        assert_eq!(vouchers().len(), left);
    }
    // As a reset leaves it that was cut once the portal had seen its voucher.
    fs::write(&first, begun).unwrap();
    let said = cast.say(&reset).await.unwrap();
    assert!(said.contains("Lucien Exemple"), "{said}");
    assert_eq!(
        vouchers().len(),
        1,
        "the used one is gone, and the next one used"
    );
    // What is printed for such a stick says so.
    let sheet = "--practice --from 1 --count 2 --name Maison --phone 0199001234";
    for (name, word) in [("labels", "ENTRAÎNEMENT"), ("cards", "d’entraînement")] {
        let line = format!("stick {name} {sheet} --out @{name}.pdf");
        cast.say(&line).await.unwrap();
        let pdf = lopdf::Document::load(cast.path(&format!("{name}.pdf"))).unwrap();
        assert!(pdf.extract_text(&[1]).unwrap().contains(word));
    }
    cast.say("stick practice fill --stick @stick --person ana")
        .await
        .unwrap();
    // What somebody put on it is named before anything goes, and its count is said again.
    fs::write(cast.path("stick/cle"), "a program").unwrap();
    cast.say("stick list --folder @stick").await.unwrap();
    fs::write(cast.path("stick/lettre.txt"), "somebody's").unwrap();
    let wipe = "stick wipe --stick @stick --number 41 --for-ever";
    for more in ["", " --others 2"] {
        let refused = cast.say(&format!("{wipe}{more}")).await.unwrap_err();
        let said = refused.to_string();
        assert!(
            said.lines().any(|line| line.trim() == "lettre.txt"),
            "{said}"
        );
    }
    assert!(cast.path("stick/cle-a.bin").is_file());
    let said = cast.say(&format!("{wipe} --others 1")).await.unwrap();
    let wiped = wire::Wiped::parse(said.lines().last().unwrap()).unwrap();
    assert_eq!((wiped.number, wiped.files, wiped.others), (41, 4, 1));
    assert_eq!(fs::read_dir(cast.path("stick")).unwrap().count(), 2);
    cast.stop().await.unwrap();
}

/// A folder of vouchers says whose they are once: vouchers of another structure go into another folder.
#[tokio::test]
async fn vouchers_of_two_structures_do_not_lie_in_one_folder() {
    let cast = Cast::gather_in(Realm::Practice).await.unwrap();
    cast.say(&format!("{VOUCHERS} --count 2")).await.unwrap();
    cast.say(&format!("{VOUCHERS} --count 2")).await.unwrap();
    let all = || fs::read_dir(cast.path("bons")).unwrap().count();
    assert_eq!(all(), 5);
    let real = Cast::gather().await.unwrap();
    let beside = VOUCHERS.replace("@bons", &cast.path("bons").display().to_string());
    let refused = real.say(&format!("{beside} --count 2")).await.unwrap_err();
    assert!(
        refused.to_string().contains("another structure"),
        "{refused}"
    );
    // A newer locator of the same structure stays, where an older copy of its folder signs.
    let locator = cast.path("bons/practice-locator");
    fs::copy(cast.path("structure/locator"), cast.path("before")).unwrap();
    let next = "portal structure locator --structure @structure --passphrase-file @passphrase";
    let next = format!("{next} --portal-url https://neuf.example.org");
    cast.say(&next).await.unwrap();
    cast.say(&format!("{VOUCHERS} --count 2")).await.unwrap();
    let newer = fs::read(cast.path("structure/locator")).unwrap();
    assert_eq!(fs::read(&locator).unwrap(), newer);
    fs::copy(cast.path("before"), cast.path("structure/locator")).unwrap();
    cast.say(&format!("{VOUCHERS} --count 2")).await.unwrap();
    assert_eq!(fs::read(&locator).unwrap(), newer);
    fs::write(&locator, "torn").unwrap();
    let refused = cast
        .say(&format!("{VOUCHERS} --count 2"))
        .await
        .unwrap_err();
    assert!(refused.to_string().contains("damaged"), "{refused}");
    assert_eq!(all(), 9);
    fs::remove_file(cast.path("structure/locator")).unwrap();
    let refused = cast
        .say(&format!("{VOUCHERS} --count 2"))
        .await
        .unwrap_err();
    assert!(
        refused.to_string().contains("no locator is signed yet"),
        "{refused}"
    );
}

/// Real volumes that are plugged in while the command waits: one of them is pulled out and plugged in again.
#[tokio::test]
async fn a_fleet_waits_for_sticks_and_writes_them_as_they_come() {
    if !Volume::possible() {
        report::promise("fleet.watched", 0, 0).unwrap();
        return;
    }
    let cast = Cast::gather().await.unwrap();
    cast.say(&format!("{VOUCHERS} --count 2")).await.unwrap();
    fs::create_dir(cast.path("programmes")).unwrap();
    fs::write(cast.path("programmes/cle"), vec![7; 3 << 20]).unwrap();
    cast.say("stick list --folder @programmes").await.unwrap();
    let (mut first, mut second) = (Volume::mount().unwrap(), Volume::mount().unwrap());
    as_sticks(&[&first, &second], &cast.path("sys")).unwrap();
    fs::write(first.path().join("lettre.txt"), "somebody's").unwrap();
    first.take_out().unwrap();
    second.take_out().unwrap();
    let (mut waiting, mut said) = waiting(&cast, 41, 2);
    until(&mut said, "Branchez les clés").await;
    // Somebody's letter lies on it: it is refused, and taken once it is blank.
    first.plug_in().unwrap();
    until(&mut said, "lettre.txt").await;
    fs::remove_file(first.path().join("lettre.txt")).unwrap();
    first.take_out().unwrap();
    until(&mut said, "Retirée").await;
    first.plug_in().unwrap();
    until(&mut said, "collez l’étiquette 41").await;
    // This one is pulled out as soon as it has its number.
    second.plug_in().unwrap();
    until(&mut said, "clé 42").await;
    second.take_out().unwrap();
    until(&mut said, "trop tôt").await;
    second.plug_in().unwrap();
    until(&mut said, "collez l’étiquette 42").await;
    until(&mut said, "42  prête").await;
    assert!(waiting.wait().await.unwrap().success());
    for volume in [&first, &second] {
        let stick = volume.path();
        let found = key_core::contents::contents(&stick, None).unwrap();
        assert_eq!(found.files.len(), 4, "{found:?}");
    }
    report::promise("fleet.watched", 2, 0).unwrap();
}

/// A stick that wraps is plugged in beside a good one: it is told, and its number goes on the other.
#[tokio::test]
async fn a_stick_of_a_false_size_is_told_and_its_number_goes_on_another() {
    if !Volume::possible() {
        report::promise("fleet.command_false_size", 0, 0).unwrap();
        return;
    }
    let cast = Cast::gather().await.unwrap();
    cast.say(&format!("{VOUCHERS} --count 2")).await.unwrap();
    fs::create_dir(cast.path("programmes")).unwrap();
    fs::write(cast.path("programmes/cle"), vec![7; 3 << 20]).unwrap();
    cast.say("stick list --folder @programmes").await.unwrap();
    let mut honest = Volume::mount().unwrap();
    let wraps = WrappingVolume::mount(32 << 20, 4 << 20).unwrap();
    as_sticks(&[&honest, &wraps], &cast.path("sys")).unwrap();
    honest.take_out().unwrap();
    let (mut waiting, mut said) = waiting(&cast, 7, 1);
    until(&mut said, "ne garde pas ce qu’on y écrit").await;
    honest.plug_in().unwrap();
    until(&mut said, "collez l’étiquette 7").await;
    assert!(waiting.wait().await.unwrap().success());
    report::promise("fleet.command_false_size", 1, 0).unwrap();
}

/// The command for so many numbers, waiting for sticks at a computer whose volumes lie below `sys`; what it says.
fn waiting(cast: &Cast, from: u32, count: u32) -> (Child, Lines<BufReader<ChildStdout>>) {
    let mut waiting = cast.program("stick");
    waiting
        .args(["fleet", "--from", &from.to_string(), "--count"])
        .args([&count.to_string(), "--structure"])
        .arg(cast.fingerprint().unwrap())
        .arg("--programs")
        .arg(cast.path("programmes"))
        .arg("--locator")
        .arg(cast.path("structure/locator"))
        .arg("--vouchers")
        .arg(cast.path("bons"))
        .arg("--sys")
        .arg(cast.path("sys"))
        .stdout(Stdio::piped())
        .kill_on_drop(true);
    let mut waiting = waiting.spawn().unwrap();
    let said = BufReader::new(waiting.stdout.take().unwrap()).lines();
    (waiting, said)
}

async fn until(said: &mut Lines<BufReader<ChildStdout>>, words: &str) {
    let mut all = String::new();
    while let Some(line) = said.next_line().await.unwrap() {
        all.push_str(&line);
        all.push('\n');
        if line.contains(words) {
            return;
        }
    }
    panic!("never said {words}: {all}");
}
