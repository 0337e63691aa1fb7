//! A stick as a folder: the version on side `a`, and at the top what people look for: a launcher for each
//! system, and the page that is read first. Nothing starts by itself, and nothing says whose it is.

use crate::sign::{list, sign};
use anyhow::{Context, Result, ensure};
use release::{FRONT, LINUX, PublicKey, Side, Signed, WINDOWS, side::SIDES};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What Windows wants beside its program, and what a Linux computer may lack.
pub use release::{CARRIED, LOADER};

/// What was built.
#[derive(Debug)]
pub struct Built {
    /// The Linux program and its launcher.
    pub linux: [PathBuf; 2],
    /// The Windows program, its launcher, and the loader of the web view.
    pub windows: Option<[PathBuf; 3]>,
    /// What Linux computers may lack, packed.
    pub carried: Option<PathBuf>,
    /// Folder of the pages.
    pub pages: PathBuf,
}

impl Built {
    /// Each file with its name in a version.
    fn files(&self) -> Result<Vec<(PathBuf, String)>> {
        let [linux, windows, _] = FRONT;
        let named = |path: &Path, name: &str| (path.to_owned(), name.to_owned());
        let mut files = vec![named(&self.linux[0], LINUX), named(&self.linux[1], linux)];
        if let Some([program, launcher, loader]) = &self.windows {
            files.push(named(program, WINDOWS));
            files.push(named(launcher, windows));
            files.push(named(loader, LOADER));
        }
        if let Some(carried) = &self.carried {
            files.push(named(carried, CARRIED));
        }
        for entry in fs::read_dir(&self.pages).context("the pages were not made")? {
            let entry = entry?;
            files.push((
                entry.path(),
                entry.file_name().to_string_lossy().into_owned(),
            ));
        }
        Ok(files)
    }
}

/// Lays out a stick in a folder that is empty or not there yet, and signs its version.
///
/// # Errors
/// Where the folder holds something, or a file is missing.
pub fn lay_out(built: &Built, out: &Path, key: &Path, what: &Signed) -> Result<Side> {
    fs::create_dir_all(out)?;
    ensure!(
        fs::read_dir(out)?.next().is_none(),
        "{} is not empty: nothing was written",
        out.display()
    );
    let version = out.join(SIDES[0]);
    fs::create_dir(&version)?;
    for (from, name) in built.files()? {
        copy(&from, &version.join(&name))?;
        if FRONT.contains(&&*name) {
            copy(&from, &out.join(&name))?;
        }
    }
    list(&version)?;
    sign(&version, key, what)
}

/// Checks a stick that nobody has opened yet: the version whole, what lies at the top the same as in the version,
/// and nothing else anywhere.
///
/// # Errors
/// Names the first thing that is not so.
pub fn check(stick: &Path, key: &PublicKey) -> Result<Side> {
    let version = stick.join(SIDES[0]);
    let side = Side::read(&version, Some(key))?.context("the stick has no list")?;
    side.check_all()?;
    for entry in fs::read_dir(&version)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let known = [release::LIST, release::SIGNATURE].contains(&&*name);
        ensure!(
            known || side.list().lines().contains_key(&name),
            "{name} is not on the list"
        );
    }
    for entry in fs::read_dir(stick)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == SIDES[0] {
            continue;
        }
        ensure!(FRONT.contains(&&*name), "{name} does not belong on a stick");
        side.holds(&name, &fs::read(entry.path())?)?;
    }
    Ok(side)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("{} cannot be copied", from.display()))?;
    Ok(())
}
