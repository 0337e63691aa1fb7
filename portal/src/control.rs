//! The socket by which the admin asks a portal that runs: it holds the stores, so nobody else can. It lies
//! in the data folder, which only the portal's own user may enter.

use std::{
    fs,
    io::{self, Read, Write},
    net::Shutdown,
    os::unix::{fs::PermissionsExt, net::UnixStream as Plain},
    path::Path,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader as AsyncBufReader},
    net::{UnixListener, UnixStream},
    task::AbortHandle,
};

use wire::Code;

use crate::{
    accounts,
    app::{Shared, StartError},
    backup,
    folders::{FileError, at},
    settings::Settings,
    staff,
};

/// Longest question.
const LONGEST: u64 = 4_096;
/// What an answer begins with where it is one.
const DONE: &str = "done";

/// Why a question was not answered: by the portal that runs, or from the stores of one that does not.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// The stores or the settings.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The socket of the portal that runs.
    #[error(transparent)]
    Io(#[from] FileError),
    /// A rule.
    #[error("{0}")]
    Rule(&'static str),
    /// The answer is none: another version of the portal runs.
    #[error("the portal that runs gave no answer of this version: start it again")]
    Portal,
}

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

/// One line in: a verb and what it is about. Out: `done` and what there is to say, or why not.
async fn answer(stream: UnixStream, app: &Shared) -> io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut line = String::new();
    let mut read = AsyncBufReader::new(read.take(LONGEST));
    read.read_line(&mut line).await?;
    let (verb, about) = line.trim_end().split_once(' ').unwrap_or_default();
    let said = match verb {
        "backup" => backup::by_portal(app, about.into())
            .await
            .map(|()| String::new())
            .map_err(|error| error.to_string()),
        "accounts" => accounts::by_portal(app, about)
            .await
            .map_err(|refusal| refusal.code.as_str().to_owned()),
        "staff" => staff::by_portal(app, about)
            .await
            .map_err(|refusal| refusal.code.as_str().to_owned()),
        _ => Err("this portal knows three questions: backup, accounts, staff".to_owned()),
    };
    let answer = match said {
        Ok(said) => format!("{DONE}\n{said}"),
        Err(why) => format!("{why}\n"),
    };
    write.write_all(answer.as_bytes()).await
}

/// Asks the portal of a data folder; what it refuses is said in these words. `None` where it does not run.
///
/// # Errors
/// [`AskError`].
pub(crate) fn ask(
    settings: &Settings,
    question: &str,
    words: fn(Code) -> &'static str,
) -> Result<Option<String>, AskError> {
    let socket = settings.control();
    let Some(said) = call(&socket, question) else {
        return Ok(None);
    };
    let refused = |why: String| match Code::parse(&why) {
        Some(code) => AskError::Rule(words(code)),
        None => AskError::Portal,
    };
    said.map_err(at(socket))?.map(Some).map_err(refused)
}

/// Puts a question to the portal that runs with this socket. `None` where none does; else what it said, or why
/// it did not do it.
pub(crate) fn call(socket: &Path, question: &str) -> Option<io::Result<Result<String, String>>> {
    let mut stream = Plain::connect(socket).ok()?;
    let mut asked = || -> io::Result<String> {
        stream.write_all(format!("{question}\n").as_bytes())?;
        stream.shutdown(Shutdown::Write)?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    };
    Some(asked().map(|answer| {
        let (first, rest) = answer.split_once('\n').unwrap_or((&answer, ""));
        if first == DONE {
            Ok(rest.to_owned())
        } else {
            Err(first.to_owned())
        }
    }))
}
