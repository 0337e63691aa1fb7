//! A computer with six disks, in a folder: what each mount is taken for.

use super::*;
use crate::fleet::Refusal;

/// A computer that runs from an NVMe disk, with a stick, a read-only stick, a disk on USB, one that is
/// encrypted and holds /home, and a stick kept by another process.
const MOUNTS: &str = "\
22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
23 22 0:5 / /proc rw - proc proc rw
24 22 253:0 / /home rw - ext4 /dev/mapper/home rw
25 22 8:17 / /media/ana/CLE\\040A rw,nosuid - exfat /dev/sdb1 rw
26 22 8:33 / /media/ana/PRETE ro,nosuid - vfat /dev/sdc1 ro
27 22 8:49 / /media/ana/DISQUE rw - ext4 /dev/sdd1 rw
28 22 0:61 / /media/ana/FUSE rw - fuseblk /dev/sde1 rw
29 22 8:1 / /media/ana/AUTRE rw - ext4 /dev/sda1 rw
";

struct Computer(tempfile::TempDir);

impl Computer {
    fn new() -> Self {
        let computer = Self(tempfile::tempdir().unwrap());
        let at = computer.0.path();
        fs::create_dir_all(at.join("proc/self")).unwrap();
        fs::write(at.join("proc/self/mountinfo"), MOUNTS).unwrap();
        fs::create_dir_all(at.join("sys/dev/block")).unwrap();
        fs::create_dir_all(at.join("sys/class/block")).unwrap();
        computer.disk("pci0/nvme", "nvme0n1", "nvme0n1p2", "259:2", "0");
        computer.disk("pci0/usb1/1-1", "sdb", "sdb1", "8:17", "1");
        computer.disk("pci0/usb1/1-2", "sdc", "sdc1", "8:33", "1");
        computer.disk("pci0/usb2/2-1", "sdd", "sdd1", "8:49", "0");
        computer.disk("pci0/usb2/2-2", "sde", "sde1", "8:65", "1");
        computer.disk("pci0/ata1", "sda", "sda1", "8:1", "0");
        // /home lies on a mapped disk, which lies on sda1.
        let mapped = at.join("sys/devices/virtual/block/dm-0");
        fs::create_dir_all(mapped.join("slaves")).unwrap();
        let link = |to: &Path, from: PathBuf| std::os::unix::fs::symlink(to, from).unwrap();
        link(&mapped, at.join("sys/dev/block/253:0"));
        let below = at.join("sys/devices/pci0/ata1/block/sda/sda1");
        link(&below, mapped.join("slaves/sda1"));
        computer
    }

    fn disk(&self, bus: &str, disk: &str, part: &str, number: &str, removable: &str) {
        let at = self.0.path().join("sys");
        let whole = at.join("devices").join(bus).join("block").join(disk);
        let partition = whole.join(part);
        fs::create_dir_all(&partition).unwrap();
        fs::write(partition.join("partition"), "1\n").unwrap();
        fs::write(whole.join("removable"), format!("{removable}\n")).unwrap();
        fs::write(whole.join("ro"), "0\n").unwrap();
        for from in [
            at.join("dev/block").join(number),
            at.join("class/block").join(part),
        ] {
            std::os::unix::fs::symlink(&partition, from).unwrap();
        }
    }

    fn list(&self) -> Vec<Volume> {
        let at = self.0.path();
        let linux = Linux::at(&at.join("sys"), &at.join("proc")).unwrap();
        linux.list().unwrap()
    }
}

#[test]
fn sticks_are_told_from_disks_and_from_what_the_computer_runs_from() {
    let volumes = Computer::new().list();
    let told: Vec<_> = volumes
        .iter()
        .map(|volume| (volume.path.to_str().unwrap(), volume.refused(), volume.usb))
        .collect();
    assert_eq!(
        told,
        [
            ("/", Some(Refusal::System), false),
            ("/home", Some(Refusal::System), false),
            ("/media/ana/CLE A", None, true),
            ("/media/ana/PRETE", Some(Refusal::ReadOnly), true),
            ("/media/ana/DISQUE", Some(Refusal::NotRemovable), true),
            ("/media/ana/FUSE", None, true),
            ("/media/ana/AUTRE", Some(Refusal::System), false),
        ]
    );
    assert_eq!(volumes[2].disk, "sdb");
}

/// The kernel gives the lowest number that is free: that of the stick that went.
#[test]
fn a_stick_in_the_place_of_another_one_is_told_from_it_whatever_number_it_gets() {
    let computer = Computer::new();
    let at = computer.0.path();
    let linux = Linux::at(&at.join("sys"), &at.join("proc")).unwrap();
    let stick = || {
        let volumes = linux.list().unwrap().into_iter();
        let mut sticks = volumes.filter(|volume| volume.path.ends_with("CLE A"));
        sticks.next().map(|stick| stick.mount)
    };
    let first = stick();
    assert!(first.is_some() && stick() == first);
    let mounts = at.join("proc/self/mountinfo");
    let without = MOUNTS.lines().filter(|line| !line.contains("CLE"));
    fs::write(&mounts, without.collect::<Vec<_>>().join("\n")).unwrap();
    assert_eq!(stick(), None);
    fs::write(&mounts, MOUNTS).unwrap();
    let second = stick();
    assert!(second.is_some() && second != first);
    // It went and another came before anybody looked: the number at least is another one.
    fs::write(&mounts, MOUNTS.replace("25 22 8:17", "31 22 8:17")).unwrap();
    let third = stick();
    assert!(third.is_some() && ![first, second].contains(&third));
}

#[test]
fn an_encrypted_volume_lies_on_the_disk_that_holds_it() {
    let computer = Computer::new();
    let disk = |path: &str| {
        let mut volumes = computer.list().into_iter();
        volumes
            .find(|volume| volume.path == Path::new(path))
            .unwrap()
            .disk
    };
    assert_eq!(disk("/home"), "sda");
    // In two layers: a volume of a group on an encrypted partition.
    let block = computer.0.path().join("sys/devices/virtual/block");
    fs::create_dir_all(block.join("dm-1/slaves")).unwrap();
    let link = |to: &Path, from: PathBuf| std::os::unix::fs::symlink(to, from).unwrap();
    link(&block.join("dm-0"), block.join("dm-1/slaves/dm-0"));
    let of_number = computer.0.path().join("sys/dev/block/253:1");
    link(&block.join("dm-1"), of_number);
    let line = "30 22 253:1 / /media/ana/BONS rw - ext4 /dev/mapper/bons rw\n";
    let mounts = computer.0.path().join("proc/self/mountinfo");
    fs::write(mounts, format!("{MOUNTS}{line}")).unwrap();
    assert_eq!(disk("/media/ana/BONS"), "sda");
    assert_eq!(disk("/media/ana/CLE A"), "sdb");
}

#[test]
fn a_stick_with_swap_on_it_is_of_the_system() {
    let computer = Computer::new();
    let swaps = "Filename\tType\tSize\tUsed\tPriority\n/dev/sdb1 partition 1 0 -2\n";
    fs::write(computer.0.path().join("proc/swaps"), swaps).unwrap();
    let stick = &computer.list()[2];
    assert_eq!(stick.refused(), Some(Refusal::System));
}
