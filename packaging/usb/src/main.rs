//! `pack` makes sticks: `key` and `sign` for whoever signs, `folder` and `image` for what `./cle stick` builds.

use anyhow::{Context, Result, ensure};
use clap::{Args, Parser, Subcommand};
use packing::{
    folder::{Built, check, lay_out},
    image,
    key::{self, Purpose},
    libraries::{self, Effort},
    sign,
};
use release::{PublicKey, Side, Signed};
use semver::Version;
use std::path::{Path, PathBuf};

/// Makes sticks.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Makes a key that signs versions: FILE under a passphrase, and FILE.pub.
    Key {
        /// Where it goes: a medium that is offline.
        #[arg(long)]
        out: PathBuf,
        /// Without a passphrase, for trying things out.
        #[arg(long)]
        development: bool,
    },
    /// Writes the list of a version and signs it.
    Sign {
        /// Folder with the files of the version.
        #[arg(long)]
        folder: PathBuf,
        #[command(flatten)]
        with: With,
    },
    /// Lays out a stick in an empty folder.
    Folder(FolderWords),
    /// Packs what a Linux computer may lack, from this one: WebKitGTK, and what it loads.
    Libraries {
        /// The program that wants it.
        #[arg(long)]
        program: PathBuf,
        /// The file; it must not be there yet.
        #[arg(long)]
        out: PathBuf,
    },
    /// Writes a stick that lies in a folder into an image with exFAT. Needs root.
    Image {
        /// The folder.
        #[arg(long)]
        from: PathBuf,
        /// The image; it must not be there yet.
        #[arg(long)]
        out: PathBuf,
        /// File of the public key.
        #[arg(long)]
        public: PathBuf,
    },
    /// Checks a stick that nobody has opened yet.
    Check {
        /// Its folder.
        #[arg(long)]
        stick: PathBuf,
        /// File of the public key.
        #[arg(long)]
        public: PathBuf,
    },
}

/// What a version is signed with, and as what.
#[derive(Args)]
struct With {
    /// The key, as minisign or `pack key` made it.
    #[arg(long)]
    key: PathBuf,
    /// Says in the signature that it is for trying only.
    #[arg(long)]
    development: bool,
    /// The version, where it is another than this program's.
    #[arg(long, default_value = env!("CARGO_PKG_VERSION"))]
    release: Version,
}

#[derive(Args)]
struct FolderWords {
    /// The Linux program, then its launcher.
    #[arg(long, num_args = 2, required = true)]
    linux: Vec<PathBuf>,
    /// The Windows program, its launcher, WebView2Loader.dll.
    #[arg(long, num_args = 3)]
    windows: Vec<PathBuf>,
    /// What `pack libraries` wrote.
    #[arg(long)]
    carried: Option<PathBuf>,
    /// Folder of the pages.
    #[arg(long)]
    pages: PathBuf,
    /// The stick's folder.
    #[arg(long)]
    out: PathBuf,
    #[command(flatten)]
    with: With,
}

impl With {
    fn signed(&self) -> Signed {
        Signed {
            version: self.release.clone(),
            development: self.development,
        }
    }
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Key { out, development } => {
            let purpose = if development {
                Purpose::Development
            } else {
                Purpose::Release
            };
            key::make(&out, purpose)?;
            println!("{}", key::public_file(&out).display());
        }
        Command::Sign { folder, with } => {
            sign::list(&folder)?;
            let side = sign::sign(&folder, &with.key, &with.signed())?;
            side.check_all()?;
            say(&side);
        }
        Command::Folder(words) => say(&folder(words)?),
        Command::Libraries { program, out } => {
            let packed = libraries::pack(&program, &out, Effort::Small)?;
            println!(
                "{}: {} files, {} MB, packed into {} MB",
                out.display(),
                packed.files,
                packed.unpacked / 1_000_000,
                packed.packed / 1_000_000
            );
        }
        Command::Image { from, out, public } => {
            let size = image::write(&from, &out, &public_key(&public)?)?;
            println!(
                "{}: {} MiB of exFAT, compared with the folder byte for byte",
                out.display(),
                size >> 20
            );
        }
        Command::Check { stick, public } => say(&check(&stick, &public_key(&public)?)?),
    }
    Ok(())
}

fn folder(words: FolderWords) -> Result<Side> {
    let built = Built {
        linux: words.linux.try_into().ok().context("two files for Linux")?,
        windows: words.windows.try_into().ok(),
        carried: words.carried,
        pages: words.pages,
    };
    let (_, public) = key::read(&words.with.key)?;
    let side = lay_out(&built, &words.out, &words.with.key, &words.with.signed())?;
    let public = PublicKey::parse(&public.to_base64()).context("no public key")?;
    check(&words.out, &public)?;
    Ok(side)
}

fn say(side: &Side) {
    for name in side.list().lines().keys() {
        let bytes = std::fs::metadata(side.folder().join(name)).map_or(0, |file| file.len());
        println!("{bytes:>10}  {name}");
    }
    println!("list {}", side.list().hash().to_hex());
    match side.signed() {
        Some(signed) if signed.development => println!(
            "version {}, development signature: for trying only",
            signed.version
        ),
        Some(signed) => println!("version {}, signed", signed.version),
        None => println!("nobody signed it"),
    }
}

fn public_key(file: &Path) -> Result<PublicKey> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} cannot be read", file.display()))?;
    let key = PublicKey::parse(&text);
    ensure!(key.is_some(), "{} is no public key", file.display());
    key.context("no public key")
}
