//! One window for one stick: whoever starts the program once more sees the window that is there come to the front.
//! Both meet at a name that the system keeps while the first one runs; it lies in no folder.
//!
//! - `linux` a socket without a file · `windows` two pipes · `elsewhere` nothing
//!
//! Not here: a word about the person. Whoever asks says nothing, and hears *wait* or *it is in front*.

#[cfg(not(any(target_os = "linux", windows)))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(windows)]
mod windows;

#[cfg(not(any(target_os = "linux", windows)))]
use elsewhere as system;
#[cfg(target_os = "linux")]
use linux as system;
#[cfg(windows)]
use windows as system;

use core::time::Duration;
use key_app::{Desk, guard};
use std::{
    io::{self, ErrorKind},
    path::Path,
    sync::Arc,
};
use tauri::{AppHandle, Manager};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    sync::{oneshot, watch},
    time::{sleep, timeout},
};
use wire::Hash;

/// Said while the window is not drawn yet.
const WAIT: u8 = b'w';
/// Said when the window is in front.
const IN_FRONT: u8 = b'f';
/// How long a window that is there may take to come to the front. One that takes longer hangs, or is none.
const ANSWER: Duration = Duration::from_secs(5);
/// How long an old computer may take to draw its first window.
const DRAWING: Duration = Duration::from_secs(40);
/// How often it is looked whether a window that is going away has gone, and how many times: six seconds.
const LOOK: Duration = Duration::from_millis(100);
const LOOKS: u32 = 60;

/// Brings the window to the front, and says so when it is there; drops the word where the window is going away.
pub(crate) type Front = Arc<dyn Fn(oneshot::Sender<()>) + Send + Sync>;

/// The one window of this program.
pub(crate) fn front_of(app: AppHandle) -> Front {
    Arc::new(move |said| {
        let there = app.clone();
        // Where it hangs this is never done, and nothing is said.
        let _ = app.run_on_main_thread(move || {
            if bring(&there).is_some() {
                let _ = said.send(());
            }
        });
    })
}

/// `None` where the person leaves: it will be gone in a moment.
fn bring(app: &AppHandle) -> Option<()> {
    if app.state::<Desk>().is_left() {
        return None;
    }
    let window = app.get_webview_window(guard::WINDOW)?;
    window.unminimize().ok()?;
    window.show().ok()?;
    window.set_focus().ok()
}

/// What a stick's window is called at this computer, for this user: it tells of neither.
#[derive(Debug, Clone)]
pub(crate) struct Name(String);

impl Name {
    /// The same for whoever comes by another path to the same folder.
    pub(crate) fn of(stick: &Path) -> Self {
        // A folder that is gone has no window to look for: any name does.
        let stick = stick.canonicalize().unwrap_or_else(|_| stick.to_owned());
        let said = [
            b"cle/window/v1\0".as_slice(),
            &system::user(),
            b"\0",
            stick.as_os_str().as_encoded_bytes(),
        ];
        let sum = Hash::of(&said.concat());
        Self(format!("cle-{}", sum.to_hex()))
    }
}

/// Who holds a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    /// A window of this user, which is in front now.
    InFront,
    /// Nobody.
    Nobody,
    /// Somebody who does not answer, or somebody else: who starts has a window of their own.
    Silent,
}

/// Asks whoever holds the name for their window.
pub(crate) async fn ask(name: &Name) -> Holder {
    for _ in 0..LOOKS {
        match asked(name).await {
            Ok(IN_FRONT) => return Holder::InFront,
            Err(error) if is_nobody(&error) => return Holder::Nobody,
            Err(error) if hung_up(&error) => sleep(LOOK).await,
            Ok(_) | Err(_) => return Holder::Silent,
        }
    }
    Holder::Silent
}

fn is_nobody(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::NotFound | ErrorKind::ConnectionRefused
    )
}

/// A window that goes away does, and is gone a moment later.
fn hung_up(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::UnexpectedEof | ErrorKind::BrokenPipe | ErrorKind::ConnectionReset
    )
}

/// The last word of whoever holds the name.
async fn asked(name: &Name) -> io::Result<u8> {
    let first = async {
        let mut line = system::call(&name.0).await?;
        let word = line.read_u8().await?;
        Ok::<_, io::Error>((line, word))
    };
    let (mut line, word) = timeout(ANSWER, first).await??;
    match word {
        WAIT => timeout(DRAWING, line.read_u8()).await?,
        word => Ok(word),
    }
}

/// What comes of taking a name.
pub(crate) enum Taken {
    /// It is this window's.
    Ours(Bell),
    /// Another window has it, and is in front.
    InFront,
    /// It cannot be had: the window does without.
    Without,
}

/// Takes the name for the window that is about to be drawn.
pub(crate) async fn take(name: &Name) -> Taken {
    for _ in 0..LOOKS {
        match system::Listener::take(&name.0) {
            Ok(Some(listener)) => return Taken::Ours(Bell(listener)),
            Ok(None) => match ask(name).await {
                Holder::InFront => return Taken::InFront,
                Holder::Silent => return Taken::Without,
                // It went meanwhile, or it holds the name and listens to nobody.
                Holder::Nobody => sleep(LOOK).await,
            },
            Err(_) => return Taken::Without,
        }
    }
    Taken::Without
}

/// Where a name was taken: whoever asks for it rings.
pub(crate) struct Bell(system::Listener);

impl Bell {
    /// Answers until the program ends. Whoever asks before there is something to bring to the front waits for it.
    pub(crate) async fn answer(mut self, front: watch::Receiver<Option<Front>>) {
        loop {
            match self.0.next().await {
                Ok(caller) => {
                    let front = front.clone();
                    tokio::spawn(async move {
                        // Trouble is the caller's: they open a window of their own.
                        let _ = timeout(ANSWER + DRAWING, serve(caller, front)).await;
                    });
                }
                // Of this computer, not of a caller: not all at once again.
                Err(_) => sleep(LOOK).await,
            }
        }
    }
}

async fn serve(
    caller: system::Caller,
    mut front: watch::Receiver<Option<Front>>,
) -> io::Result<()> {
    let mut line = caller.line().await?;
    if front.borrow().is_none() {
        line.write_u8(WAIT).await?;
    }
    let drawn = front.wait_for(Option::is_some).await;
    let Some(front) = drawn.ok().and_then(|front| front.clone()) else {
        return Ok(());
    };
    let (said, is_there) = oneshot::channel();
    front(said);
    if is_there.await.is_ok() {
        line.write_u8(IN_FRONT).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn somewhere() -> (tempfile::TempDir, Name) {
        let stick = tempfile::tempdir().unwrap();
        let name = Name::of(stick.path());
        (stick, name)
    }

    async fn ours(name: &Name) -> Bell {
        match take(name).await {
            Taken::Ours(bell) => bell,
            Taken::InFront | Taken::Without => panic!("nobody else has it"),
        }
    }

    #[tokio::test]
    async fn who_comes_second_finds_the_first_and_waits_while_it_is_drawn() {
        let (stick, name) = somewhere();
        assert_eq!(ask(&name).await, Holder::Nobody);
        let (draw, drawn) = watch::channel(None::<Front>);
        let first = tokio::spawn(ours(&name).await.answer(drawn));
        let raised = Arc::new(AtomicUsize::new(0));
        let (asks, waits) = {
            let (name, again) = (name.clone(), Name::of(&stick.path().join(".")));
            let asks = tokio::spawn(async move { ask(&name).await });
            let waits = tokio::spawn(async move { matches!(take(&again).await, Taken::InFront) });
            (asks, waits)
        };
        let counts = raised.clone();
        let front: Front = Arc::new(move |said: oneshot::Sender<()>| {
            counts.fetch_add(1, Ordering::Relaxed);
            let _ = said.send(());
        });
        draw.send(Some(front)).unwrap();
        assert_eq!(asks.await.unwrap(), Holder::InFront);
        assert!(waits.await.unwrap(), "the same folder by another path");
        assert_eq!(raised.load(Ordering::Relaxed), 2);
        // Gone with its holder.
        first.abort();
        let _ = first.await;
        assert_eq!(ask(&name).await, Holder::Nobody);
        ours(&name).await;
    }

    #[tokio::test]
    async fn a_window_that_goes_away_is_waited_for_and_its_name_is_free_then() {
        let (_stick, name) = somewhere();
        let (asked, mut heard) = tokio::sync::mpsc::unbounded_channel();
        let front: Front = Arc::new(move |said: oneshot::Sender<()>| {
            drop(said);
            let _ = asked.send(());
        });
        let (_draw, drawn) = watch::channel(Some(front));
        let first = tokio::spawn(ours(&name).await.answer(drawn));
        let second = tokio::spawn({
            let name = name.clone();
            async move { matches!(take(&name).await, Taken::Ours(_)) }
        });
        heard.recv().await.unwrap();
        first.abort();
        assert!(second.await.unwrap());
    }

    #[tokio::test]
    async fn two_sticks_have_two_names() {
        let ((_one, one), (_two, two)) = (somewhere(), somewhere());
        let (_first, _second) = (ours(&one).await, ours(&two).await);
    }

    /// What hears who asks and never answers.
    #[tokio::test(start_paused = true)]
    async fn who_never_answers_is_not_waited_for_without_end() {
        let (_stick, name) = somewhere();
        let squatter = ours(&name).await;
        assert_eq!(ask(&name).await, Holder::Silent);
        assert!(matches!(take(&name).await, Taken::Without));
        // Nor who always says that it is being drawn.
        let (_draw, drawn) = watch::channel(None::<Front>);
        tokio::spawn(squatter.answer(drawn));
        assert_eq!(ask(&name).await, Holder::Silent);
    }

    /// Bound, and no more: each who asks is refused, each who wants the name as well.
    #[cfg(target_os = "linux")]
    #[tokio::test(start_paused = true)]
    async fn who_has_the_name_and_listens_to_nobody_keeps_nobody_from_opening() {
        use rustix::net::{AddressFamily, SocketAddrUnix, SocketType, bind, socket};
        let (_stick, name) = somewhere();
        let squatter = socket(AddressFamily::UNIX, SocketType::STREAM, None).unwrap();
        let address = SocketAddrUnix::new_abstract_name(name.0.as_bytes()).unwrap();
        bind(&squatter, &address).unwrap();
        assert_eq!(ask(&name).await, Holder::Nobody);
        assert!(matches!(take(&name).await, Taken::Without));
    }
}
