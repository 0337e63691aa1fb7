//! A request under way: it says when it begins, makes a step, and ends.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::sync::watch;

/// A request from its first line to the last byte of its answer.
pub(super) struct UnderWay(Arc<watch::Sender<usize>>);

impl UnderWay {
    pub(super) fn begin(pulse: &Arc<watch::Sender<usize>>) -> Self {
        pulse.send_modify(|requests| *requests += 1);
        Self(pulse.clone())
    }

    /// It makes a step.
    fn step(&self) {
        self.0.send_modify(|_| {});
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.send_modify(|requests| *requests -= 1);
    }
}

/// The body of an answer, which says when it moves.
pub(super) struct Answer {
    pub(super) body: Body,
    pub(super) under_way: UnderWay,
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        if frame.is_ready() {
            self.under_way.step();
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
