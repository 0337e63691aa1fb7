//! PNG: chunks that a decoder needs, up to the last one.

use super::orientation;
use img_parts::{Bytes, ImageEXIF, png::Png};

/// Chunks that say how to draw the picture, beside the ones that every decoder must know.
const DRAWN: [&[u8; 4]; 15] = [
    b"acTL", b"bKGD", b"cHRM", b"cICP", b"cLLI", b"fcTL", b"fdAT", b"gAMA", b"hIST", b"iCCP",
    b"mDCV", b"pHYs", b"sBIT", b"sRGB", b"tRNS",
];

/// The picture without traces; `None` where it is damaged.
pub(super) fn cleaned(bytes: Bytes) -> Option<Vec<u8>> {
    let mut png = Png::from_bytes(bytes).ok()?;
    let kinds = || png.chunks().iter().map(img_parts::png::PngChunk::kind);
    let is_whole = kinds().next() == Some(*b"IHDR")
        && kinds().any(|kind| kind == *b"IDAT")
        && kinds().next_back() == Some(*b"IEND");
    if !is_whole {
        return None;
    }
    let turned = png.exif().and_then(|exif| orientation::alone(&exif));
    png.chunks_mut().retain(|chunk| is_needed(chunk.kind()));
    if let Some(turned) = turned {
        png.set_exif(Some(turned.into()));
    }
    Some(png.encoder().bytes().into())
}

/// Whether a chunk is needed to draw the picture. A capital at the beginning says that nobody may skip it.
fn is_needed(kind: [u8; 4]) -> bool {
    kind[0].is_ascii_uppercase() || DRAWN.contains(&&kind)
}
