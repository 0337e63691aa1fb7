//! Many requests in a row come up against the portal's limits: then they wait as long as it asks for.

use crate::trouble::{Result, Trouble};
use core::time::Duration;
use wire::Code;

/// Longest wait at a time, in seconds.
const LONGEST: u64 = 60;
/// Waits before giving up.
const WAITS: usize = 20;

/// How often one request has waited.
#[derive(Default)]
pub(super) struct Patience {
    waits: usize,
}

impl Patience {
    /// Waits where the portal asked for it.
    ///
    /// # Errors
    /// Whatever else went wrong, and the portal's words once it has asked too often.
    pub(super) async fn wait(&mut self, trouble: Trouble) -> Result<()> {
        match trouble {
            Trouble::Refused(refusal)
                if refusal.code == Code::TooManyRequests && self.waits < WAITS =>
            {
                self.waits += 1;
                let seconds = refusal.retry_after_s.unwrap_or(1).clamp(1, LONGEST);
                tokio::time::sleep(Duration::from_secs(seconds)).await;
                Ok(())
            }
            other => Err(other),
        }
    }
}

/// Asks, and again after each wait that the portal asked for. Any other trouble is returned.
macro_rules! patiently {
    ($ask:expr) => {{
        let mut patience = $crate::space::patience::Patience::default();
        loop {
            match $ask.await {
                Ok(done) => break done,
                Err(trouble) => patience.wait(trouble).await?,
            }
        }
    }};
}
pub(super) use patiently;

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::time::Instant;
    use wire::Refusal;

    fn busy(retry_after_s: Option<u64>) -> Trouble {
        Trouble::Refused(Refusal {
            code: Code::TooManyRequests,
            retry_after_s,
        })
    }

    #[tokio::test(start_paused = true)]
    async fn it_waits_as_long_as_it_is_asked_to_and_not_for_ever() {
        let mut patience = Patience::default();
        let start = Instant::now();
        for (asked, waited) in [(Some(7), 7), (None, 8), (Some(0), 9), (Some(9_999), 69)] {
            assert!(patience.wait(busy(asked)).await.is_ok());
            assert_eq!(start.elapsed().as_secs(), waited);
        }
        for _ in 4..WAITS {
            assert!(patience.wait(busy(None)).await.is_ok());
        }
        assert!(matches!(
            patience.wait(busy(None)).await,
            Err(Trouble::Refused(_))
        ));
    }

    #[tokio::test(start_paused = true)]
    async fn it_waits_for_nothing_else() {
        let start = Instant::now();
        let other = Patience::default().wait(Trouble::Unreachable).await;
        assert!(matches!(other, Err(Trouble::Unreachable)));
        assert_eq!(start.elapsed().as_secs(), 0);
    }
}
