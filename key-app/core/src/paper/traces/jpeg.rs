//! JPEG: segments that a decoder needs, then what was drawn, up to its end. Cameras write whole second pictures
//! and films behind that end, with places of their own.

use super::orientation;
use img_parts::{
    Bytes, ImageEXIF,
    jpeg::{Jpeg, JpegSegment, markers},
};

/// The picture without traces; `None` where it is damaged.
pub(super) fn cleaned(bytes: Bytes) -> Option<Vec<u8>> {
    let mut jpeg = Jpeg::from_bytes(bytes.clone()).ok()?;
    let turned = jpeg.exif().and_then(|exif| orientation::alone(&exif));
    let segments = jpeg.segments_mut();
    let drawn = segments
        .pop()
        .filter(|last| last.marker() == markers::SOS)?;
    segments.retain(|segment| is_needed(segment.marker(), segment.contents()));
    // The crate keeps all that follows the header of the first scan as it was.
    let tail = drawn.len_with_entropy() - drawn.len();
    let entropy = scans(&bytes[bytes.len().checked_sub(tail)?..])?;
    segments.push(JpegSegment::new_with_entropy(
        markers::SOS,
        drawn.contents().clone(),
        entropy.into(),
    ));
    if let Some(turned) = turned {
        jpeg.set_exif(Some(turned.into()));
    }
    Some(jpeg.encoder().bytes().into())
}

/// Whether a segment is needed to draw the picture. Of those for applications these are: what says that it
/// is JFIF, the colours, and Adobe's way to write them.
fn is_needed(marker: u8, contents: &[u8]) -> bool {
    match marker {
        markers::APP0 => contents.starts_with(b"JFIF\0"),
        markers::APP2 => contents.starts_with(b"ICC_PROFILE\0"),
        markers::APP14 => contents.starts_with(b"Adobe"),
        markers::APP1..=markers::APP15 | markers::COM => false,
        _ => true,
    }
}

/// What was drawn, in one scan or more, up to the mark of its end. What stands between scans is held to the
/// same rule as what stands before them. `None` where the end is missing.
fn scans(tail: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(tail.len());
    let mut rest = tail;
    loop {
        let mark = rest.iter().position(|byte| *byte == markers::P)?;
        let (drawn, at_mark) = rest.split_at(mark);
        out.extend_from_slice(drawn);
        match *at_mark.get(1)? {
            // Drawn, or a place to begin again.
            0 | markers::RST0..=markers::RST7 => {
                out.extend_from_slice(&at_mark[..2]);
                rest = &at_mark[2..];
            }
            // Filled up before a mark.
            markers::P => rest = &at_mark[1..],
            markers::EOI => {
                out.extend_from_slice(&at_mark[..2]);
                return Some(out);
            }
            marker => {
                let length = at_mark.get(2..4)?;
                let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
                let segment = at_mark.get(..2 + length)?;
                let contents = segment.get(4..)?;
                if is_needed(marker, contents) {
                    out.extend_from_slice(segment);
                }
                rest = &at_mark[segment.len()..];
            }
        }
    }
}
