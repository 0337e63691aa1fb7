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
    /// It is no picture that is known, so nobody looked.
    NotLooked,
    /// It is a picture of a kind that nobody can take apart here: HEIC and what else telephones make, TIFF, GIF.
    OtherPicture,
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
            let traces = if is_other_picture(&bytes) {
                Traces::OtherPicture
            } else {
                Traces::NotLooked
            };
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

impl Stripped {
    /// Whether it is a picture that may still tell where it was taken.
    #[must_use]
    pub fn may_tell_place(&self) -> bool {
        matches!(self.traces, Traces::OtherPicture | Traces::Damaged)
    }
}

/// Pictures of other kinds: ISO media files of a still picture, TIFF and what cameras make of it, JPEG XL, GIF.
fn is_other_picture(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8]; 10] = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis",
    ];
    const FRONTS: [&[u8]; 7] = [
        b"II*\0",
        b"MM\0*",
        b"II+\0",
        b"MM\0+",
        b"\xff\x0a",
        b"\0\0\0\x0cJXL ",
        b"GIF8",
    ];
    let brand = bytes.get(4..8).filter(|kind| kind == b"ftyp");
    let brand = brand.and_then(|_| bytes.get(8..12));
    brand.is_some_and(|brand| BRANDS.contains(&brand))
        || FRONTS.iter().any(|front| bytes.starts_with(front))
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
