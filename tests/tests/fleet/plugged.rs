//! Volumes as they are plugged in, on this computer.

use crate::PROGRAMS;
use key_core::fleet::{
    Fault, News, Place, Probe, Refusal, Step, Table,
    volumes::{Computer, Linux, Volume, Volumes},
};
use std::{fs, io::Write, path::Path, process::Command, sync::Arc, time::Duration};
use tests::{
    report, volume,
    workshop::Workshop,
    world::{TODAY, World},
};

/// Waits until a volume is there, or gone: the kernel says of each mount that comes or goes, also of those that are
/// no affair of this test. Without its word this would take longer than any test may.
fn seen_when(linux: &Linux, path: &Path, there: bool) -> Option<Volume> {
    loop {
        let volumes = linux.list().unwrap();
        let found = volumes.into_iter().find(|volume| volume.path == path);
        if found.is_some() == there {
            return found;
        }
        linux.wait(Duration::from_secs(3_600)).unwrap();
    }
}

#[test]
fn a_volume_is_seen_as_it_comes_and_goes() {
    let linux = Linux::here().unwrap();
    let root = linux.list().unwrap();
    let mut seen = 0;
    for volume in root
        .iter()
        .filter(|volume| volume.path.to_str() == Some("/"))
    {
        assert_eq!(volume.refused(), Some(Refusal::System));
        seen += 1;
    }
    if volume::Volume::possible() {
        let stick = volume::Volume::mount().unwrap();
        let found = seen_when(&linux, &stick.path(), true).unwrap();
        assert!(found.disk.starts_with("loop") && !found.system && !found.usb);
        // A loop device cannot be taken out: it is a file of this computer.
        assert_eq!(found.refused(), Some(Refusal::NotRemovable));
        let path = stick.path();
        drop(stick);
        assert_eq!(seen_when(&linux, &path, false), None);
        seen += 1;
    }
    report::promise("fleet.plugged", seen, 0).unwrap();
}

/// Pulled out in the middle of a program, and another one is in its place at once.
#[tokio::test]
async fn a_write_never_goes_on_onto_the_stick_that_is_plugged_in_next() {
    if !volume::Volume::possible() {
        report::promise("fleet.another_in_its_place", 0, 0).unwrap();
        return;
    }
    let world = World::start().await.unwrap();
    let workshop = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    let (mut first, second) = (
        volume::Volume::mount().unwrap(),
        volume::Volume::mount().unwrap(),
    );
    fs::write(second.path().join("lettre.txt"), "somebody's").unwrap();
    let sys = tempfile::tempdir().unwrap();
    volume::as_sticks(&[&first], sys.path()).unwrap();
    let computer = Computer::with_sys(sys.path().to_owned());
    let table = Table {
        fleet: Arc::new(workshop.fleet().unwrap()),
        spared: Vec::new(),
        probe: Probe::Written,
    };
    // Whoever writes waits at this program until somebody hands it over.
    let program = workshop.programs().join(PROGRAMS[0].0);
    let content = fs::read(&program).unwrap();
    fs::remove_file(&program).unwrap();
    let made = Command::new("mkfifo").arg(&program).status().unwrap();
    assert!(made.success());

    let path = first.path();
    let mut outcome = None;
    let tell = &mut |_: &Place, news: News| match news {
        // The one before it is written, and this one is next.
        News::Step(_, Step::Writing { done: 900, .. }) => {
            first.take_out().unwrap();
            let mut mount = Command::new("mount");
            mount.arg("--bind").args([second.path(), first.path()]);
            assert!(mount.status().unwrap().success());
            let mut handed = fs::OpenOptions::new().write(true).open(&program).unwrap();
            // Nobody reads it where the stick was seen to be out.
            let _ = handed.write_all(&content);
        }
        News::Ended(ended) => outcome = Some(ended),
        _ => {}
    };
    table
        .these(&computer, &[path], false, &|| Some(TODAY), tell)
        .unwrap();
    let outcome = outcome.unwrap();
    assert!(matches!(outcome, Err(Fault::Pulled(1))), "{outcome:?}");
    let left: Vec<_> = fs::read_dir(second.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["lettre.txt"]);
    report::promise("fleet.another_in_its_place", 1, 0).unwrap();
}
