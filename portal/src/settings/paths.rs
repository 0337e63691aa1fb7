//! Where everything of a portal lies.

use std::path::{Path, PathBuf};

use super::Settings;

impl Settings {
    /// A path of the file, counted from the data folder.
    #[must_use]
    pub fn path(&self, path: &Path) -> PathBuf {
        self.data.join(path)
    }

    /// The space's store.
    #[must_use]
    pub fn space_store(&self) -> PathBuf {
        self.data.join(format!("space.{}", self.file.engine.name()))
    }

    /// The gate's own folder: its store and its secrets, apart from the space.
    #[must_use]
    pub fn gate_folder(&self) -> PathBuf {
        self.data.join("gate")
    }

    /// The gate's store.
    #[must_use]
    pub fn gate_store(&self) -> PathBuf {
        self.gate_folder()
            .join(format!("gate.{}", self.file.engine.name()))
    }

    /// The gate's secrets, a file each.
    #[must_use]
    pub fn gate_secrets(&self) -> PathBuf {
        self.gate_folder().join("secrets")
    }

    /// The folder of blobs and of uploads under way.
    #[must_use]
    pub fn blobs(&self) -> PathBuf {
        self.data.join("blobs")
    }

    /// What the structure says to everybody, where something was published.
    #[must_use]
    pub fn board(&self) -> PathBuf {
        self.data.join(crate::board::FILE)
    }

    /// The version of the programs that sticks can take, where one was installed.
    #[must_use]
    pub fn version(&self) -> PathBuf {
        self.data.join(crate::version::FOLDER)
    }

    /// Who may help, as officers certified it.
    #[must_use]
    pub fn helpers(&self) -> PathBuf {
        self.data.join(crate::helpers::FILE)
    }

    /// For whom other structures vouch.
    #[must_use]
    pub fn elsewhere(&self) -> PathBuf {
        self.data.join(crate::helpers::ELSEWHERE)
    }

    /// Who asks to be certified.
    #[must_use]
    pub fn asked(&self) -> PathBuf {
        self.data.join(crate::helpers::ASKED)
    }

    /// Spaces that go because nobody opens them, as the last look found them.
    #[must_use]
    pub fn idle(&self) -> PathBuf {
        self.data.join(crate::accounts::IDLE)
    }

    /// The socket by which the admin speaks to a portal that runs.
    #[must_use]
    pub fn control(&self) -> PathBuf {
        self.data.join("control.sock")
    }
}
