//! Of an EXIF, the one thing that stays: how a picture is turned when it is shown.

use exif::{Field, In, Reader, Tag, Value, experimental::Writer};
use std::io::Cursor;

/// As it lies: it needs no EXIF to say so.
const UPRIGHT: u32 = 1;

/// An EXIF that holds the orientation of another one, and nothing else. `None` where the picture is not
/// turned, or the EXIF cannot be read.
pub(super) fn alone(exif: &[u8]) -> Option<Vec<u8>> {
    // A maker's own notes are often wrong; the orientation before them counts.
    let read = Reader::new()
        .continue_on_error(true)
        .read_raw(exif.to_vec())
        .or_else(|error| error.distill_partial_result(|_| {}))
        .ok()?;
    let turned = read.get_field(Tag::Orientation, In::PRIMARY)?;
    let turned = turned.value.get_uint(0)?;
    if turned == UPRIGHT || !(UPRIGHT..=8).contains(&turned) {
        return None;
    }
    written(u16::try_from(turned).ok()?)
}

fn written(turned: u16) -> Option<Vec<u8>> {
    let field = Field {
        tag: Tag::Orientation,
        ifd_num: In::PRIMARY,
        value: Value::Short(vec![turned]),
    };
    let mut writer = Writer::new();
    writer.push_field(&field);
    let mut out = Cursor::new(Vec::new());
    writer.write(&mut out, false).ok()?;
    Some(out.into_inner())
}
