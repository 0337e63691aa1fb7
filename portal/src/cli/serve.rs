//! The portal answers, until it is told to stop or cannot write any more.

use std::path::Path;

use anyhow::bail;

use crate::{Deps, Settings};

pub(super) fn serve(data: &Path) -> anyhow::Result<()> {
    let settings = Settings::read(data)?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let running = crate::start(settings, Deps::system()).await?;
        println!("https://{}", running.addr());
        let told = async {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        };
        until(running, told).await
    })
}

/// Serves until told to stop. A portal that cannot write any more stops by itself, and says so by its
/// exit code: whoever watches over it starts it again.
async fn until(running: crate::Running, told: impl Future<Output = ()>) -> anyhow::Result<()> {
    let failed = tokio::select! {
        () = told => false,
        () = running.failed() => true,
    };
    if failed {
        tracing::error!("a store takes no more writes: the portal stops, to be started again");
    }
    running.stop().await;
    if failed {
        bail!("a store failed: its cause is in the log above, look at the disk");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::until;
    use crate::fixtures::{broken_portal, running_portal};

    #[tokio::test]
    async fn a_portal_that_cannot_write_ends_with_an_error() {
        let (running, _folder) = running_portal().await;
        until(running, ready(())).await.unwrap();
        let (running, breaks, _folder) = broken_portal().await;
        breaks();
        let error = until(running, pending()).await.unwrap_err();
        assert!(error.to_string().contains("disk"), "{error}");
    }
}
