//! Where something is saved on this computer, as the person chooses it.

use std::{
    io,
    path::{Path, PathBuf},
};
use tauri::{AppHandle, Runtime};

/// Who asks where.
pub(crate) enum Chooser {
    /// The system's own question over the window.
    Window,
    /// A browser shows no such question: everything goes into one folder. Tests only.
    #[cfg(feature = "bridge")]
    Folder(PathBuf),
}

impl Chooser {
    /// A place for a new file. `None` where the person thinks better of it.
    pub(crate) async fn place<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        name: &str,
    ) -> Option<PathBuf> {
        match self {
            Self::Window => {
                let name = name.to_owned();
                let asking = || rfd::AsyncFileDialog::new().set_file_name(name).save_file();
                answered(app, asking).await
            }
            #[cfg(feature = "bridge")]
            Self::Folder(folder) => Some(folder.join(name)),
        }
    }

    /// A folder that is there. `None` where the person thinks better of it.
    #[cfg_attr(
        not(feature = "bridge"),
        expect(unused_variables, reason = "only a folder knows it by name")
    )]
    pub(crate) async fn folder<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        name: &str,
    ) -> Option<PathBuf> {
        match self {
            Self::Window => {
                let asking = || rfd::AsyncFileDialog::new().pick_folder();
                answered(app, asking).await
            }
            #[cfg(feature = "bridge")]
            Self::Folder(folder) => Some(folder.join(name)),
        }
    }

    /// What was saved before. `None` where the person thinks better of it.
    #[cfg_attr(
        not(feature = "bridge"),
        expect(unused_variables, reason = "only a folder knows it by name")
    )]
    pub(crate) async fn find<R: Runtime>(&self, app: &AppHandle<R>, name: &str) -> Option<PathBuf> {
        match self {
            Self::Window => {
                let asking = || rfd::AsyncFileDialog::new().pick_file();
                answered(app, asking).await
            }
            #[cfg(feature = "bridge")]
            Self::Folder(folder) => Some(folder.join(name)),
        }
    }
}

/// The question belongs to the window's own thread; its answer may take minutes.
async fn answered<R: Runtime, A>(
    app: &AppHandle<R>,
    ask: impl FnOnce() -> A + Send + 'static,
) -> Option<PathBuf>
where
    A: Future<Output = Option<rfd::FileHandle>> + Send + 'static,
{
    let (answer, answered) = tokio::sync::oneshot::channel();
    app.run_on_main_thread(move || {
        let asking = ask();
        tauri::async_runtime::spawn(async move {
            let _ = answer.send(asking.await);
        });
    })
    .ok()?;
    let chosen = answered.await.ok()??;
    Some(chosen.path().to_owned())
}

/// A new file beside its place: half of it must never look like all of it.
pub(crate) fn beside(place: &Path) -> io::Result<tempfile::NamedTempFile> {
    tempfile::NamedTempFile::new_in(place.parent().unwrap_or(Path::new(".")))
}

/// Puts it in its place, whole. What stood there is replaced.
pub(crate) fn keep(file: tempfile::NamedTempFile, place: &Path) -> io::Result<()> {
    file.as_file().sync_all()?;
    file.persist(place)?;
    Ok(())
}
