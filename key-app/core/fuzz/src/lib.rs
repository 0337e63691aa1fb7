//! What each fuzz target does with bytes: takes them as a stranger's, and checks what it promises of
//! whatever it made of them. True means "believed". `key-app/core/tests/seeds.rs` replays the seeds with
//! the same functions.

use key_core::{
    export::Archive,
    paper::{Traces, without_traces},
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
