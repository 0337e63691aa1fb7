//! Linux: mounts from `/proc/self/mountinfo`, what they lie on from `/sys`. The kernel says on the open
//! mountinfo when a mount comes or goes (proc_pid_mountinfo(5)).

use super::{Volume, Volumes};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::{self, Read, Seek},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// Folders from which a computer runs, also one that was started from a stick.
const SYSTEM: [&str; 12] = [
    "/",
    "/cdrom",
    "/run/archiso/bootmnt",
    "/run/initramfs/live",
    "/run/live/medium",
    "/boot",
    "/boot/efi",
    "/etc",
    "/home",
    "/nix",
    "/usr",
    "/var",
];

/// What Linux knows.
#[derive(Debug)]
pub struct Linux {
    sys: PathBuf,
    mounts: Mutex<File>,
    swaps: PathBuf,
    known: Mutex<Known>,
}

/// What was mounted when it was looked last.
#[derive(Debug, Default)]
struct Known {
    /// By place, the kernel's number and the device, which of all that were seen it is.
    there: BTreeMap<(PathBuf, u64, String), u64>,
    times: u64,
}

/// One line of mountinfo.
struct Mount {
    id: u64,
    /// Major and minor number, as `8:17`.
    device: String,
    path: PathBuf,
    read_only: bool,
    source: String,
}

impl Linux {
    /// This computer.
    ///
    /// # Errors
    /// Where `/proc` is not there.
    pub fn here() -> io::Result<Self> {
        Self::at(Path::new("/sys"), Path::new("/proc"))
    }

    /// A computer whose trees lie elsewhere.
    ///
    /// # Errors
    /// Where there is no mountinfo.
    pub fn at(sys: &Path, proc: &Path) -> io::Result<Self> {
        Ok(Self {
            sys: sys.to_owned(),
            mounts: Mutex::new(File::open(proc.join("self/mountinfo"))?),
            swaps: proc.join("swaps"),
            known: Mutex::default(),
        })
    }

    fn mounts(&self) -> io::Result<Vec<Mount>> {
        let mut file = self.mounts.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bytes = Vec::new();
        file.rewind()?;
        file.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        Ok(text.lines().filter_map(Mount::read).collect())
    }

    /// Which of all that were seen each mount is: the kernel gives the number of one that went to the next.
    fn counted(&self, mounts: &[Mount]) -> Vec<u64> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::take(&mut known.there);
        let count = |mount: &Mount| {
            let key = (mount.path.clone(), mount.id, mount.device.clone());
            let counted = before.get(&key).copied().unwrap_or_else(|| {
                known.times += 1;
                known.times
            });
            known.there.insert(key, counted);
            counted
        };
        mounts.iter().map(count).collect()
    }

    /// The folder in `/sys` of the whole disk that a mount lies on. `None` where it lies on none.
    fn disk(&self, mount: &Mount) -> Option<PathBuf> {
        let by_number = self.sys.join("dev/block").join(&mount.device);
        match fs::canonicalize(by_number) {
            Ok(block) => whole(block),
            // A file system of another process has a number of its own, and names its device.
            Err(_) => self.named(&mount.source),
        }
    }

    /// The same of a device by its name, as `/dev/sdb1`.
    fn named(&self, source: &str) -> Option<PathBuf> {
        let name = source.strip_prefix("/dev/")?;
        let block = fs::canonicalize(self.sys.join("class/block").join(name));
        whole(block.ok()?)
    }

    /// The disks that this computer runs from.
    fn of_system(&self, mounts: &[Mount]) -> BTreeSet<PathBuf> {
        let runs = |mount: &&Mount| SYSTEM.iter().any(|path| mount.path == Path::new(path));
        let swaps = fs::read_to_string(&self.swaps).unwrap_or_default();
        let swaps = swaps.lines().skip(1).filter_map(|line| {
            let source = line.split_whitespace().next()?;
            self.named(source)
        });
        let of_mounts = mounts.iter().filter(runs);
        let of_mounts = of_mounts.filter_map(|mount| self.disk(mount));
        let mut disks: BTreeSet<PathBuf> = of_mounts.chain(swaps).collect();
        // What a mapped disk lies on is of the system too: encrypted, or made of several.
        let below: Vec<PathBuf> = disks.iter().flat_map(|disk| below(disk)).collect();
        disks.extend(below);
        disks
    }
}

impl Volumes for Linux {
    fn list(&self) -> io::Result<Vec<Volume>> {
        let mounts = self.mounts()?;
        let system = self.of_system(&mounts);
        let mut seen = BTreeSet::new();
        let counted = self.counted(&mounts);
        let volumes = mounts.iter().zip(counted).filter_map(|(mount, counted)| {
            let disk = self.disk(mount)?;
            let flag = |name: &str| {
                fs::read_to_string(disk.join(name)).is_ok_and(|said| said.trim() == "1")
            };
            Some(Volume {
                path: mount.path.clone(),
                mount: counted,
                removable: flag("removable"),
                read_only: mount.read_only || flag("ro"),
                usb: disk
                    .components()
                    .any(|part| part.as_os_str().to_string_lossy().starts_with("usb")),
                system: system.contains(&disk),
                disk: {
                    // Two volumes of one stick are told by it, also where one of them is encrypted.
                    let lowest = below(&disk).pop().unwrap_or(disk);
                    lowest.file_name()?.to_string_lossy().into_owned()
                },
            })
        });
        // A folder that is mounted twice is one volume: the one above.
        let mut volumes: Vec<Volume> = volumes.collect();
        volumes.reverse();
        volumes.retain(|volume| seen.insert(volume.path.clone()));
        volumes.reverse();
        Ok(volumes)
    }

    fn wait(&self, at_most: Duration) -> io::Result<()> {
        let file = self.mounts.lock().unwrap_or_else(PoisonError::into_inner);
        let mut asked = [PollFd::new(&*file, PollFlags::PRI | PollFlags::ERR)];
        let until = Timespec {
            tv_sec: i64::try_from(at_most.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: i64::from(at_most.subsec_nanos()),
        };
        match poll(&mut asked, Some(&until)) {
            Ok(_) | Err(rustix::io::Errno::INTR) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

impl Mount {
    /// `36 35 98:0 /root /mnt rw,noatime master:1 - ext3 /dev/root rw,errors=continue`
    fn read(line: &str) -> Option<Self> {
        let (mount, filesystem) = line.split_once(" - ")?;
        let mut words = mount.split(' ');
        let id = words.next()?.parse().ok()?;
        let mut words = words.skip(1);
        let (device, _root, path, options) =
            (words.next()?, words.next()?, words.next()?, words.next()?);
        let mut words = filesystem.split(' ').skip(1);
        let (source, of_all) = (words.next()?, words.next().unwrap_or_default());
        let is_read_only = |options: &str| options.split(',').any(|option| option == "ro");
        Some(Self {
            id,
            device: device.to_owned(),
            path: PathBuf::from(unescaped(path)),
            read_only: is_read_only(options) || is_read_only(of_all),
            source: unescaped(source),
        })
    }
}

/// The device that the file system of a folder says it lies on.
pub(in crate::fleet) fn source(folder: &Path) -> io::Result<Option<PathBuf>> {
    use std::os::linux::fs::MetadataExt;
    let device = fs::metadata(folder)?.st_dev();
    let number = format!(
        "{}:{}",
        rustix::fs::major(device),
        rustix::fs::minor(device)
    );
    let text = fs::read("/proc/self/mountinfo")?;
    let text = String::from_utf8_lossy(&text);
    let mut mounts = text.lines().filter_map(Mount::read);
    let found = mounts.find(|mount| mount.device == number);
    Ok(found
        .map(|mount| PathBuf::from(mount.source))
        .filter(|source| source.starts_with("/dev")))
}

/// Spaces, tabs, line ends and backslashes are written as three octal digits.
fn unescaped(text: &str) -> String {
    let escaped = [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ];
    let plain = |text: String, (written, meant): (&str, &str)| text.replace(written, meant);
    escaped.into_iter().fold(text.to_owned(), plain)
}

/// The disks that a mapped one lies on, through every layer. The last one lies on no other.
fn below(disk: &Path) -> Vec<PathBuf> {
    let nearest = slaves(disk);
    let deeper: Vec<PathBuf> = nearest.iter().flat_map(|disk| below(disk)).collect();
    nearest.into_iter().chain(deeper).collect()
}

/// The disks right below a mapped one.
fn slaves(disk: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(disk.join("slaves")) else {
        return Vec::new();
    };
    let below = entries.filter_map(|entry| fs::canonicalize(entry.ok()?.path()).ok());
    below.filter_map(whole).collect()
}

/// The disk that a partition is of, or the disk itself.
fn whole(block: PathBuf) -> Option<PathBuf> {
    match block.join("partition").exists() {
        true => block.parent().map(Path::to_owned),
        false => Some(block),
    }
}

#[cfg(test)]
mod tests {
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
}
