//! Who plays: the real programs beside this one, in a temporary folder.

use anyhow::{Context, Result, ensure};
use portal::store::OnDisk;
use std::{
    path::{Path, PathBuf},
    process::Stdio,
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::TcpListener,
    process::{Child, Command},
};
use walkdir::WalkDir;
use wire::{Realm, SigPublic, structure::VoucherKind};

/// The association, its portal, and everybody's folders.
pub struct Cast {
    programs: PathBuf,
    folder: TempDir,
    /// Where the portal's data lies.
    data: PathBuf,
    address: String,
    realm: Realm,
    /// What the portal's process finds in its environment.
    environment: Vec<(String, String)>,
    serving: Option<Child>,
}

impl Cast {
    /// A structure with its keys, under a passphrase.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub async fn gather() -> Result<Self> {
        Self::gather_in(Realm::Prod).await
    }

    /// The same in a realm.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub async fn gather_in(realm: Realm) -> Result<Self> {
        let mut programs = std::env::current_exe()?;
        programs.pop();
        // Tests lie one folder below the programs.
        if programs.ends_with("deps") {
            programs.pop();
        }
        let folder = tempfile::tempdir()?;
        std::fs::write(
            folder.path().join("passphrase"),
            "six mots tirés au sort pour la démo\n",
        )?;
        // A free port, given back at once for the portal to take.
        let address = TcpListener::bind("127.0.0.1:0")
            .await?
            .local_addr()?
            .to_string();
        let cast = Self {
            programs,
            data: folder.path().join("portal"),
            folder,
            address,
            realm,
            environment: Vec::new(),
            serving: None,
        };
        let url = format!("https://{}", cast.address);
        let mut make = cast.program("portal");
        make.args([
            "structure",
            "init",
            "--realm",
            realm.as_str(),
            "--rp-id",
            "acces.mesdroits.example",
        ])
        .args(["--portal-url", &url])
        .arg("--out")
        .arg(cast.path("structure"))
        .arg("--passphrase-file")
        .arg(cast.path("passphrase"));
        done(make).await?;
        Ok(cast)
    }

    /// `portal init`, then `portal serve`, until it says that it answers.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub async fn start_portal(&mut self) -> Result<()> {
        self.init_portal(OnDisk::default()).await?;
        self.serve_portal().await
    }

    /// `portal init`, on this engine.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub async fn init_portal(&self, engine: OnDisk) -> Result<()> {
        let mut init = self.program("portal");
        init.args(["init", "--local-ca", "--listen", &self.address])
            .args(["--engine", engine.name()])
            .arg("--data")
            .arg(&self.data)
            .arg("--structure")
            .arg(self.path("structure"))
            .arg("--gate-backup")
            .arg(self.path("gate-backup"))
            .arg("--passphrase-file")
            .arg(self.path("passphrase"));
        done(init).await
    }

    /// Has the portal keep its data in a folder elsewhere.
    pub fn keep_data_in(&mut self, data: PathBuf) {
        self.data = data;
    }

    /// What the portal's process finds in its environment from its next start.
    pub fn surround_portal(&mut self, environment: Vec<(String, String)>) {
        self.environment = environment;
    }

    /// Sets the portal's rates so wide that one address may do what a town does.
    ///
    /// # Errors
    /// Where the settings are not there.
    pub fn widen(&self) -> Result<()> {
        let path = self.data.join("settings.toml");
        let mut settings: toml::Table = toml::from_str(&std::fs::read_to_string(&path)?)?;
        let limits = settings
            .get_mut("limits")
            .and_then(toml::Value::as_table_mut);
        let limits = limits.context("settings have limits")?;
        for (name, value) in [
            ("key_per_minute", 1_000_000),
            ("account_per_minute", 1_000_000),
            ("address_per_minute", 1_000_000),
            ("strangers_per_minute", 1_000_000),
            ("connections_per_address", 512),
        ] {
            limits.insert(name.to_owned(), toml::Value::Integer(value));
        }
        std::fs::write(path, toml::to_string(&settings)?)?;
        Ok(())
    }

    /// `portal serve` on what was initialised, until it says that it answers.
    ///
    /// # Errors
    /// Where it stops instead.
    pub async fn serve_portal(&mut self) -> Result<()> {
        self.begin_portal()?;
        let serving = self.serving.as_mut().context("the portal was begun")?;
        let said = serving.stdout.take().context("the portal says nothing")?;
        let line = BufReader::new(said).lines().next_line().await?;
        if !line.is_some_and(|l| l.starts_with("https://")) {
            self.kill_portal().await?;
            anyhow::bail!("the portal stopped: {}", self.portal_log()?);
        }
        Ok(())
    }

    /// `portal serve`, without waiting for what it says.
    ///
    /// # Errors
    /// Where the program is not there.
    pub fn begin_portal(&mut self) -> Result<()> {
        let log = std::fs::File::create(self.path("portal.log"))?;
        let serving = self
            .program("portal")
            .arg("serve")
            .arg("--data")
            .arg(&self.data)
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::piped())
            .stderr(log)
            .kill_on_drop(true)
            .spawn()
            .context("the portal does not start")?;
        self.serving = Some(serving);
        Ok(())
    }

    /// Ends the portal's process as it stands, with SIGKILL. Nothing where none runs.
    ///
    /// # Errors
    /// Where it cannot be waited for.
    pub async fn kill_portal(&mut self) -> Result<()> {
        if let Some(mut serving) = self.serving.take() {
            serving.kill().await?;
        }
        Ok(())
    }

    /// Whether the portal's process runs.
    ///
    /// # Errors
    /// Where the system does not say.
    pub fn portal_runs(&mut self) -> Result<bool> {
        let Some(serving) = self.serving.as_mut() else {
            return Ok(false);
        };
        Ok(serving.try_wait()?.is_none())
    }

    /// What the portal's process said since its last start.
    ///
    /// # Errors
    /// Where it was never started.
    pub fn portal_log(&self) -> Result<String> {
        let said = std::fs::read(self.path("portal.log"))?;
        Ok(String::from_utf8_lossy(&said).into_owned())
    }

    /// A stick's folder.
    #[must_use]
    pub fn stick(&self, name: &str) -> PathBuf {
        self.path(&format!("stick-{name}"))
    }

    /// A voucher, and `stick provision`.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub async fn provision(&self, stick: &Path, kind: VoucherKind) -> Result<()> {
        self.provision_by(self.program("stick"), stick, kind, Path::to_owned)
            .await
    }

    /// The same by another `stick`, to which a path is spelled in its system's way.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub async fn provision_by(
        &self,
        mut write: Command,
        stick: &Path,
        kind: VoucherKind,
        spelled: impl Fn(&Path) -> PathBuf,
    ) -> Result<()> {
        let kind = match kind {
            VoucherKind::Account => "account",
            VoucherKind::Slot => "slot",
            VoucherKind::Recovery => "recovery",
        };
        let voucher = self.path(&format!("voucher-{kind}"));
        let mut sign = self.program("portal");
        sign.args(["structure", "voucher", "--kind", kind])
            .arg("--structure")
            .arg(self.path("structure"))
            .arg("--out")
            .arg(&voucher)
            .arg("--passphrase-file")
            .arg(self.path("passphrase"));
        done(sign).await?;
        write
            .args(["provision", "--structure", &self.fingerprint()?])
            .args(["--realm", self.realm.as_str()])
            .arg("--stick")
            .arg(spelled(stick))
            .arg("--locator")
            .arg(spelled(&self.path("structure/locator")))
            .arg("--voucher")
            .arg(spelled(&voucher));
        done(write).await
    }

    /// A folder of so many vouchers, each for a new space.
    ///
    /// # Errors
    /// Where `portal` refuses; says what it said.
    pub async fn vouchers(&self, count: u32) -> Result<PathBuf> {
        let folder = self.path("vouchers");
        let mut sign = self.program("portal");
        sign.args(["structure", "voucher", "--kind", "account", "--count"])
            .arg(count.to_string())
            .arg("--structure")
            .arg(self.path("structure"))
            .arg("--out")
            .arg(&folder)
            .arg("--passphrase-file")
            .arg(self.path("passphrase"));
        done(sign).await?;
        Ok(folder)
    }

    /// Fingerprint of the structure's root, in hexadecimal digits.
    ///
    /// # Errors
    /// Where the structure's folder is damaged.
    pub fn fingerprint(&self) -> Result<String> {
        let root = std::fs::read_to_string(self.path("structure/root.pub"))?;
        let root = SigPublic::from_hex(root.trim()).context("root.pub is damaged")?;
        Ok(root.fingerprint().to_hex())
    }

    /// Runs one of the programs with the words of a line, split at spaces; `@name` is a file of this cast. Returns
    /// what it said.
    ///
    /// # Errors
    /// Where it refuses; says what it said.
    pub async fn say(&self, line: &str) -> Result<String> {
        let mut words = line.split_whitespace();
        let mut program = self.program(words.next().context("a program")?);
        for word in words {
            match word.strip_prefix('@') {
                Some(name) => program.arg(self.path(name)),
                None => program.arg(word),
            };
        }
        let output = program.output().await?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let refused = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{line}: {said}{refused}");
        Ok(said)
    }

    /// Puts the program on a stick, with the list that names it.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub fn copy_program(&self, stick: &Path) -> Result<()> {
        std::fs::copy(self.programs.join("cle"), stick.join("cle"))
            .context("the window was not built")?;
        key_core::contents::write_list(stick)?;
        Ok(())
    }

    /// Bytes of all files below a folder.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub fn bytes_below(&self, folder: &Path) -> Result<u64> {
        let mut bytes = 0;
        for entry in WalkDir::new(folder) {
            let entry = entry?;
            if entry.file_type().is_file() {
                bytes += entry.metadata()?.len();
            }
        }
        Ok(bytes)
    }

    /// The process of the running portal.
    #[must_use]
    pub fn portal_pid(&self) -> Option<u32> {
        self.serving.as_ref().and_then(Child::id)
    }

    /// The portal's data folder.
    #[must_use]
    pub fn portal_data(&self) -> PathBuf {
        self.data.clone()
    }

    /// The files of the portal.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub fn portal_files(&self) -> Result<Vec<String>> {
        files_below(&self.data)
    }

    /// Stops the portal as systemd would, and waits for it.
    ///
    /// # Errors
    /// Where a program refuses; says what it said.
    pub async fn stop(mut self) -> Result<()> {
        self.stop_portal().await
    }

    /// The same, to be served again.
    ///
    /// # Errors
    /// Where it does not stop well.
    pub async fn stop_portal(&mut self) -> Result<()> {
        if let Some(mut serving) = self.serving.take() {
            if let Some(pid) = serving.id() {
                done_with(Command::new("kill").arg(pid.to_string())).await?;
            }
            ensure!(
                serving.wait().await?.success(),
                "the portal did not stop well"
            );
        }
        Ok(())
    }

    /// A file of this cast.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// One of the real programs.
    #[must_use]
    pub fn program(&self, name: &str) -> Command {
        Command::new(self.programs.join(name))
    }
}

pub(crate) async fn done(mut command: Command) -> Result<()> {
    done_with(&mut command).await
}

async fn done_with(command: &mut Command) -> Result<()> {
    let output = command.output().await?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{said}");
    Ok(())
}

/// Paths below `folder`, in order, sockets and all.
///
/// # Errors
/// Where a folder cannot be read.
pub fn files_below(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            files.push(entry.path().strip_prefix(folder)?.display().to_string());
        }
    }
    Ok(files)
}
