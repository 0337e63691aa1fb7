//! What a picture says about where, when and with what it was taken never goes into a space.
//!
//! Only the parts that a picture needs to be drawn are kept, so that what nobody has thought of yet is left
//! out as well. Pixels are not decoded and do not change. A photo does not turn: of everything that it says
//! about itself its orientation alone stays.

mod jpeg;
mod orientation;
mod png;
mod webp;

use img_parts::Bytes;

/// A paper without traces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stripped {
    /// What to put into the space.
    pub bytes: Vec<u8>,
    /// What was found in it.
    pub traces: Traces,
}

/// What was found in a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Traces {
    /// It is no JPEG, PNG or WebP, so nobody looked.
    NotLooked,
    /// Nothing had to be left out.
    None,
    /// Something was left out.
    LeftOut,
    /// It is damaged. Nothing was left out, for it might be all that a person has.
    Damaged,
}

/// A paper without what it says about where and when it was taken: see [`Traces`] for what was done.
#[must_use]
pub fn without_traces(bytes: Vec<u8>) -> Stripped {
    let clean = match Picture::of(&bytes) {
        None => {
            let traces = Traces::NotLooked;
            return Stripped { bytes, traces };
        }
        Some(Picture::Jpeg) => jpeg::cleaned,
        Some(Picture::Png) => png::cleaned,
        Some(Picture::WebP) => webp::cleaned,
    };
    // Shared, not copied: a picture may be large.
    let given = Bytes::from(bytes);
    match clean(given.clone()) {
        Some(bytes) if bytes != given => Stripped {
            bytes,
            traces: Traces::LeftOut,
        },
        same => Stripped {
            bytes: given.into(),
            traces: same.map_or(Traces::Damaged, |_| Traces::None),
        },
    }
}

enum Picture {
    Jpeg,
    Png,
    WebP,
}

impl Picture {
    /// What it is by its first bytes: a file's name and media type are what somebody says.
    fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'E',
                b'B',
                b'P',
                ..,
            ] => Some(Self::WebP),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
