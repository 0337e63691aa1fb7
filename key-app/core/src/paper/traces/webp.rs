//! WebP: chunks that a decoder needs, and the header that says which there are.

use super::orientation;
use img_parts::{
    Bytes, ImageEXIF,
    riff::{RiffChunk, RiffContent},
    webp::{self, WebP},
};

/// In the header's first byte: there is an EXIF, there is an XMP.
const TOLD: u8 = 0b0000_1100;

/// The picture without traces; `None` where it is damaged.
pub(super) fn cleaned(bytes: Bytes) -> Option<Vec<u8>> {
    let mut picture = WebP::from_bytes(bytes).ok()?;
    if !picture.chunks().iter().any(|chunk| is_drawn(chunk.id())) {
        return None;
    }
    let turned = picture.exif().and_then(|exif| orientation::alone(&exif));
    picture.chunks_mut().retain(|chunk| is_needed(chunk.id()));
    for chunk in picture.chunks_mut() {
        if chunk.id() == webp::CHUNK_VP8X {
            *chunk = untold(chunk)?;
        }
    }
    if let Some(turned) = turned {
        picture.set_exif(Some(turned.into()));
    }
    Some(picture.encoder().bytes().into())
}

fn is_drawn(id: [u8; 4]) -> bool {
    matches!(id, webp::CHUNK_VP8 | webp::CHUNK_VP8L | webp::CHUNK_ANMF)
}

/// Whether a chunk is needed to draw the picture.
fn is_needed(id: [u8; 4]) -> bool {
    let beside = [
        webp::CHUNK_VP8X,
        webp::CHUNK_ICCP,
        webp::CHUNK_ANIM,
        webp::CHUNK_ALPH,
    ];
    is_drawn(id) || beside.contains(&id)
}

/// The header, saying that there is neither EXIF nor XMP.
fn untold(header: &RiffChunk) -> Option<RiffChunk> {
    let mut data = header.content().data()?.to_vec();
    *data.first_mut()? &= !TOLD;
    Some(RiffChunk::new(
        webp::CHUNK_VP8X,
        RiffContent::Data(data.into()),
    ))
}
