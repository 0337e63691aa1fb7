//! The badge that lies in a page. A PDF may have been kept, printed to a file or mended by other programs: whatever
//! is attached to it under the badge's media type is looked at, and there must be one.

use lopdf::{Document, LoadOptions, Object};

use super::{jws, paper::MEDIA, verify::FILE};

/// The badge of a PDF; none where it is no PDF, or has not exactly one.
pub(super) fn badge_of(pdf: &[u8]) -> Option<String> {
    // What is small may unpack to what no memory holds.
    let options = LoadOptions {
        max_decompressed_size: Some(FILE),
        ..LoadOptions::default()
    };
    let read = Document::load_mem_with_options(pdf, options).ok()?;
    let mut found = read.objects.values().filter_map(|object| match object {
        Object::Stream(stream) => {
            let named = |key: &[u8]| stream.dict.get(key).and_then(Object::as_name).ok();
            let is_ours = named(b"Type") == Some(b"EmbeddedFile")
                && named(b"Subtype") == Some(MEDIA.as_bytes());
            is_ours.then_some(stream)
        }
        _ => None,
    });
    let (stream, None) = (found.next()?, found.next()) else {
        return None;
    };
    let bytes = match stream.dict.has(b"Filter") {
        true => stream.decompressed_content_with_limit(jws::MAX).ok()?,
        false => stream.content.clone(),
    };
    String::from_utf8(bytes).ok()
}
