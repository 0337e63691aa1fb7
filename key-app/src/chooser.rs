//! Where something is saved on this computer, as the person chooses it.

use std::path::PathBuf;
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
            Self::Window => ask(app, name).await,
            #[cfg(feature = "bridge")]
            Self::Folder(folder) => Some(folder.join(name)),
        }
    }
}

/// The question belongs to the window's own thread; its answer may take minutes.
async fn ask<R: Runtime>(app: &AppHandle<R>, name: &str) -> Option<PathBuf> {
    let (answer, answered) = tokio::sync::oneshot::channel();
    let name = name.to_owned();
    app.run_on_main_thread(move || {
        let asking = rfd::AsyncFileDialog::new().set_file_name(name).save_file();
        tauri::async_runtime::spawn(async move {
            let _ = answer.send(asking.await);
        });
    })
    .ok()?;
    let chosen = answered.await.ok()??;
    Some(chosen.path().to_owned())
}
