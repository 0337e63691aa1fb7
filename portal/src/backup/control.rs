//! The socket by which the admin asks a portal that runs for a backup. It lies in the data folder,
//! which only the portal's own user may enter.

use std::{
    fs,
    io::{self, BufRead, BufReader, Write},
    os::unix::{fs::PermissionsExt, net::UnixStream as Plain},
    path::{Path, PathBuf},
};

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader as AsyncBufReader},
    net::{UnixListener, UnixStream},
    task::AbortHandle,
};

use super::{BackupError, make};
use crate::app::Shared;

/// Longest question.
const LONGEST: u64 = 4_096;

/// Answers on the socket until aborted.
pub(crate) fn listen(path: &Path, app: Shared) -> io::Result<AbortHandle> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = UnixListener::bind(path)?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
    let answering = tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            if let Err(error) = answer(stream, &app).await {
                tracing::warn!(%error, "a question on the control socket was not answered");
            }
        }
    });
    Ok(answering.abort_handle())
}

/// Makes a backup from the stores of a portal that runs.
pub(crate) async fn backup(app: &Shared, to: PathBuf) -> Result<(), BackupError> {
    let app = app.clone();
    let made = tokio::task::spawn_blocking(move || {
        let handing = Some(&app.handing);
        make::write(
            &app.settings,
            &app.space,
            &app.gate,
            &to,
            app.now(),
            handing,
        )
    });
    made.await
        .unwrap_or_else(|error| Err(BackupError::Portal(error.to_string())))
}

/// One line in: `backup <folder>`. One line out: `done`, or why not.
async fn answer(stream: UnixStream, app: &Shared) -> io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut line = String::new();
    let mut read = AsyncBufReader::new(read.take(LONGEST));
    read.read_line(&mut line).await?;
    let answer = match line.trim_end().strip_prefix("backup ") {
        None => "this portal knows one question: backup".to_owned(),
        Some(to) => match backup(app, to.into()).await {
            Ok(()) => "done".to_owned(),
            Err(error) => error.to_string(),
        },
    };
    write.write_all(format!("{answer}\n").as_bytes()).await
}

/// Asks the portal that runs on this data folder. `None` where none does.
pub(super) fn ask(socket: &Path, to: &Path) -> Option<Result<(), BackupError>> {
    let mut stream = Plain::connect(socket).ok()?;
    let asked = || -> io::Result<String> {
        // The portal has another working folder than whoever asks.
        let to = std::path::absolute(to)?;
        stream.write_all(format!("backup {}\n", to.display()).as_bytes())?;
        let mut line = String::new();
        BufReader::new(stream).read_line(&mut line)?;
        Ok(line.trim_end().to_owned())
    };
    Some(match asked() {
        Ok(line) if line == "done" => Ok(()),
        Ok(line) => Err(BackupError::Portal(line)),
        Err(source) => Err(super::at(socket)(source)),
    })
}
