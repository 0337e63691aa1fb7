//! A paper on its way in: says how far it is, and stops when the person wants.

use crate::guard::WINDOW;
use serde::Serialize;
use std::{
    future::Future,
    io::{self, Cursor, Read},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};
use tauri::{AppHandle, Emitter, Runtime};
use tokio::sync::watch;
use zeroize::Zeroizing;

/// How often the page hears of it: a hundred times a paper.
const STEPS: u64 = 100;

/// Reads a paper and tells the page how far it is.
pub(crate) struct Feed<R: Runtime> {
    app: AppHandle<R>,
    content: Cursor<Zeroizing<Vec<u8>>>,
    told: u64,
    gone: Arc<AtomicBool>,
}

#[derive(Clone, Serialize)]
struct Progress {
    done: u64,
    total: u64,
}

impl<R: Runtime> Feed<R> {
    /// The feed, and what ends when the person stops it before its last byte has gone.
    pub(crate) fn start(
        app: AppHandle<R>,
        content: Zeroizing<Vec<u8>>,
        mut stops: watch::Receiver<u64>,
    ) -> (Self, impl Future<Output = ()>) {
        let gone = Arc::new(AtomicBool::new(false));
        let sent = Arc::clone(&gone);
        let stopped = async move {
            while stops.changed().await.is_ok() {
                if !sent.load(Ordering::Acquire) {
                    return;
                }
            }
            std::future::pending().await
        };
        let feed = Self {
            app,
            content: Cursor::new(content),
            told: 0,
            gone,
        };
        (feed, stopped)
    }

    fn tell(&mut self) {
        let total = self.content.get_ref().len() as u64;
        let done = self.content.position();
        let step = done * STEPS / total.max(1);
        if step > self.told {
            self.told = step;
            let _ = self
                .app
                .emit_to(WINDOW, "progress", Progress { done, total });
        }
        if done == total {
            self.gone.store(true, Ordering::Release);
        }
    }
}

impl<R: Runtime> Read for Feed<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.content.read(into)?;
        self.tell();
        Ok(read)
    }
}
