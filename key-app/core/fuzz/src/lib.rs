//! What each fuzz target does with bytes: takes them as a stranger's, and checks what it promises of
//! whatever it made of them. True means "believed". `key-app/core/tests/seeds.rs` replays the seeds with
//! the same functions.

use key_core::{
    export::Archive,
    paper::{
        Traces,
        scan::{self, Corners, Turns},
        without_traces,
    },
};
use std::io::Cursor;

/// A picture: what cannot be cleaned is given back, and what was cleaned once is clean.
pub fn traces(bytes: &[u8]) -> bool {
    let once = without_traces(bytes.to_vec());
    match once.traces {
        Traces::LeftOut => {
            let twice = without_traces(once.bytes.clone());
            assert_eq!((twice.traces, &twice.bytes), (Traces::None, &once.bytes));
            true
        }
        given_back => {
            assert_eq!(once.bytes, bytes);
            given_back == Traces::None
        }
    }
}

/// A photo of a paper: what becomes a page becomes a PDF, and what was never one does no harm there.
pub fn scan(bytes: &[u8]) -> bool {
    let _ = scan::pdf([bytes]);
    let Ok(photo) = scan::upright(bytes, Turns::One) else {
        return false;
    };
    let lies = [(0.1, 0.2), (0.9, 0.1), (1.0, 0.8), (0.0, 1.0)];
    for corners in [Corners::new(lies), Ok(Corners::WHOLE)] {
        // A strip of paper may be too narrow by now.
        if let Ok(page) = corners.and_then(|corners| scan::straightened(&photo, corners)) {
            assert!(scan::pdf([&page[..]]).is_ok());
        }
    }
    true
}

/// What somebody says was taken along: no paper of it is longer than its list says.
pub fn export(bytes: &[u8]) -> bool {
    let Ok(mut archive) = Archive::open(Cursor::new(bytes)) else {
        return false;
    };
    let papers = archive.papers().to_vec();
    let mut all = true;
    for paper in &papers {
        match archive.content(paper) {
            Ok(content) => assert_eq!(content.len() as u64, paper.length),
            Err(_) => all = false,
        }
    }
    assert_eq!(archive.check().is_ok(), all);
    all
}
