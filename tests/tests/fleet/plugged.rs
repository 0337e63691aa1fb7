//! Volumes as they are plugged in, on this computer.

use key_core::fleet::{
    Refusal,
    volumes::{Linux, Volume, Volumes},
};
use std::{path::Path, time::Duration};
use tests::{report, volume};

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
