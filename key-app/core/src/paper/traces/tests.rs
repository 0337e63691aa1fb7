//! Pictures as cameras write them, made by libraries: drawn the same afterwards, turned the same, and silent.

use super::{Stripped, Traces, without_traces};
use exif::{Field, In, Rational, Reader, Tag, Value, experimental::Writer};
use image::{DynamicImage, ImageFormat, RgbImage};
use img_parts::{
    Bytes, DynImage, ImageEXIF, ImageICC,
    jpeg::{Jpeg, JpegSegment, markers},
    png::{Png, PngChunk},
    riff::{RiffChunk, RiffContent},
    webp::WebP,
};
use proptest::prelude::*;
use std::io::Cursor;

/// What no picture may say afterwards, planted wherever a format has room for it.
const PLACE: &[u8] = b"47.2184N-1.5536W";
const TIME: &[u8] = b"2024:06:01 10:20:30";
const FORMATS: [ImageFormat; 3] = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];

fn drawn() -> DynamicImage {
    let shade = |x: u32| u8::try_from(x * 7 % 256).unwrap();
    RgbImage::from_fn(24, 16, |x, y| {
        image::Rgb([shade(x), shade(y * 3), shade(x + y)])
    })
    .into()
}

fn plain(format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    drawn().write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// An EXIF as a telephone writes it.
fn exif(turned: Option<u16>) -> Bytes {
    let degrees = |d, m, s| {
        let whole = |num| Rational { num, denom: 1 };
        Value::Rational(vec![whole(d), whole(m), whole(s)])
    };
    let field = |tag, value| Field {
        tag,
        ifd_num: In::PRIMARY,
        value,
    };
    let mut fields = vec![
        field(Tag::Make, Value::Ascii(vec![b"Telephone".to_vec()])),
        field(Tag::DateTimeOriginal, Value::Ascii(vec![TIME.to_vec()])),
        field(Tag::GPSLatitudeRef, Value::Ascii(vec![b"N".to_vec()])),
        field(Tag::GPSLatitude, degrees(47, 13, 6)),
        field(Tag::GPSLongitude, degrees(1, 33, 13)),
        field(Tag::ImageDescription, Value::Ascii(vec![PLACE.to_vec()])),
    ];
    if let Some(turned) = turned {
        fields.push(field(Tag::Orientation, Value::Short(vec![turned])));
    }
    let mut writer = Writer::new();
    for field in &fields {
        writer.push_field(field);
    }
    let mut out = Cursor::new(Vec::new());
    writer.write(&mut out, true).unwrap();
    out.into_inner().into()
}

fn said() -> Bytes {
    Bytes::from([b"<x:xmpmeta>", PLACE, TIME].concat())
}

fn told(format: ImageFormat, turned: Option<u16>) -> Vec<u8> {
    let bytes = Bytes::from(plain(format));
    match format {
        ImageFormat::Jpeg => jpeg(bytes, turned),
        ImageFormat::Png => png(bytes, turned),
        _ => webp(bytes, turned),
    }
}

fn jpeg(bytes: Bytes, turned: Option<u16>) -> Vec<u8> {
    let mut jpeg = Jpeg::from_bytes(bytes).unwrap();
    jpeg.set_icc_profile(Some(Bytes::from_static(b"colours")));
    jpeg.set_exif(Some(exif(turned)));
    let xmp = [&b"http://ns.adobe.com/xap/1.0/\0"[..], &said()].concat();
    let second = [&b"MPF\0"[..], PLACE].concat();
    for (marker, contents) in [
        (markers::APP1, xmp.into()),
        (markers::APP2, second.into()),
        (markers::APP11, said()),
        (markers::APP13, said()),
        (markers::COM, said()),
    ] {
        let segment = JpegSegment::new_with_contents(marker, contents);
        jpeg.segments_mut().insert(1, segment);
    }
    let mut bytes = Vec::from(jpeg.encoder().bytes());
    // A second picture behind the first, with a place of its own, and what belongs to no format.
    let mut second = Jpeg::from_bytes(plain(ImageFormat::Jpeg).into()).unwrap();
    second.set_exif(Some(exif(None)));
    bytes.extend_from_slice(&second.encoder().bytes());
    bytes.extend_from_slice(PLACE);
    bytes
}

fn png(bytes: Bytes, turned: Option<u16>) -> Vec<u8> {
    let mut png = Png::from_bytes(bytes).unwrap();
    png.set_icc_profile(Some(Bytes::from_static(b"colours")));
    png.set_exif(Some(exif(turned)));
    let time = Bytes::from_static(&[0x07, 0xe8, 6, 1, 10, 20, 30]);
    for kind in [b"tEXt", b"zTXt", b"iTXt", b"caBX"] {
        png.chunks_mut().insert(1, PngChunk::new(*kind, said()));
    }
    png.chunks_mut().insert(1, PngChunk::new(*b"tIME", time));
    [&png.encoder().bytes()[..], PLACE].concat()
}

fn webp(bytes: Bytes, turned: Option<u16>) -> Vec<u8> {
    let mut webp = WebP::from_bytes(bytes).unwrap();
    webp.set_icc_profile(Some(Bytes::from_static(b"colours")));
    for id in [*b"XMP ", *b"TIME"] {
        let chunk = RiffChunk::new(id, RiffContent::Data(said()));
        webp.chunks_mut().push(chunk);
    }
    webp.set_exif(Some(exif(turned)));
    [&webp.encoder().bytes()[..], PLACE].concat()
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

/// Everything that an EXIF reader of another kind of program finds in the picture.
fn found(bytes: &[u8]) -> Vec<(Tag, Option<u32>)> {
    let Ok(exif) = Reader::new().read_from_container(&mut Cursor::new(bytes)) else {
        return Vec::new();
    };
    let fields = exif.fields();
    fields
        .map(|field| (field.tag, field.value.get_uint(0)))
        .collect()
}

#[test]
fn a_photo_says_no_more_where_and_when_it_was_taken() {
    for format in FORMATS {
        let photo = told(format, Some(6));
        assert!(holds(&photo, PLACE) && holds(&photo, TIME), "{format:?}");
        assert!(found(&photo).len() > 5, "{format:?}");
        let Stripped { bytes, traces } = without_traces(photo.clone());
        assert_eq!(traces, Traces::LeftOut, "{format:?}");
        assert!(!holds(&bytes, PLACE) && !holds(&bytes, TIME), "{format:?}");
        assert!(!holds(&bytes, b"Telephone") && !holds(&bytes, b"tIME"));
        let decoded = |bytes: &[u8]| image::load_from_memory_with_format(bytes, format).unwrap();
        assert_eq!(decoded(&bytes), decoded(&photo), "{format:?}");
        let colours = DynImage::from_bytes(bytes.into()).unwrap().unwrap();
        let colours = colours.icc_profile();
        assert_eq!(colours.as_deref(), Some(&b"colours"[..]), "{format:?}");
    }
}

/// A WebP says at its beginning what else is in it.
#[test]
fn a_webp_does_not_say_that_there_is_more() {
    for (turned, flags) in [(Some(1), 0b10_0000), (Some(6), 0b10_1000)] {
        let bytes = without_traces(told(ImageFormat::WebP, turned)).bytes;
        let webp = WebP::from_bytes(bytes.into()).unwrap();
        let header = webp.chunk_by_id(*b"VP8X").unwrap().content().data();
        assert_eq!(header.unwrap()[0], flags);
    }
}

#[test]
fn of_its_exif_the_orientation_alone_stays() {
    for format in FORMATS {
        for turned in 1..=8 {
            let bytes = without_traces(told(format, Some(turned))).bytes;
            let expected: &[_] = match turned {
                1 => &[],
                turned => &[(Tag::Orientation, Some(u32::from(turned)))],
            };
            assert_eq!(found(&bytes), expected, "{format:?}");
        }
        for nowhere in [None, Some(0), Some(9)] {
            let bytes = without_traces(told(format, nowhere)).bytes;
            assert_eq!(found(&bytes), [], "{format:?}");
        }
    }
}

#[test]
fn what_says_nothing_stays_as_it_is() {
    for format in FORMATS {
        let photo = plain(format);
        let again = without_traces(photo.clone());
        assert_eq!((again.bytes, again.traces), (photo, Traces::None));
        // What was left out once is not looked for again.
        let once = without_traces(told(format, Some(3))).bytes;
        let twice = without_traces(once.clone());
        assert_eq!((twice.bytes, twice.traces), (once, Traces::None));
    }
    for other in [
        &b"%PDF-1.7"[..],
        b"",
        b"RIFF\0\0\0\0WAVE",
        b"\0\0\0\x18ftypmp42",
    ] {
        let same = without_traces(other.to_vec());
        assert!(!same.may_tell_place());
        assert_eq!((&same.bytes[..], same.traces), (other, Traces::NotLooked));
    }
    for other in [
        &b"\0\0\0\x18ftypheic"[..],
        b"\0\0\0\x18ftypavif",
        b"II*\0",
        b"MM\0*",
        b"GIF89a",
    ] {
        let same = without_traces(other.to_vec());
        assert!(same.may_tell_place());
        assert_eq!(
            (&same.bytes[..], same.traces),
            (other, Traces::OtherPicture)
        );
    }
}

/// Drawn in several scans, with a comment and an EXIF between two of them.
#[test]
fn nothing_is_said_between_two_scans() {
    let photo = include_bytes!("scans.jpg");
    let decoded = |bytes: &[u8]| image::load_from_memory(bytes).unwrap();
    let again = without_traces(photo.to_vec());
    assert_eq!(again.traces, Traces::None);
    let second = photo
        .windows(2)
        .rposition(|pair| pair == [0xff, 0xda])
        .unwrap();
    let length = u8::try_from(PLACE.len() + 2).unwrap();
    let comment = [&[0xff, markers::COM, 0, length][..], PLACE].concat();
    let told = [&photo[..second], &comment, &photo[second..]].concat();
    assert_eq!(decoded(&told), decoded(photo));
    let silent = without_traces(told);
    assert_eq!(
        (&silent.bytes[..], silent.traces),
        (&photo[..], Traces::LeftOut)
    );
}

#[test]
fn a_damaged_picture_is_given_back_as_it_came() {
    for format in FORMATS {
        let photo = told(format, Some(6));
        let whole = without_traces(photo.clone());
        for length in 12..photo.len() {
            let cut = without_traces(photo[..length].to_vec());
            if cut.traces == Traces::Damaged {
                assert_eq!(cut.bytes, photo[..length], "{format:?}");
            } else {
                // Only what lay behind the picture was cut.
                assert_eq!(cut.bytes, whole.bytes, "{format:?} {length}");
            }
        }
        assert_eq!(without_traces(photo[..40].to_vec()).traces, Traces::Damaged);
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let told = |format| told(format, Some(6));
    let mut seeds: Vec<_> = FORMATS.into_iter().map(told).collect();
    seeds.push(include_bytes!("scans.jpg").to_vec());
    seeds
}

proptest! {
    /// Whatever the bytes: no panic, nothing lost, and nothing more to leave out the second time.
    #[test]
    fn bent_pictures_are_cleaned_or_given_back(
        seed in 0..4_usize,
        bent in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        length in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = seeds().swap_remove(seed);
        for (at, byte) in bent {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(length.index(bytes.len()));
        }
        let once = without_traces(bytes.clone());
        match once.traces {
            Traces::LeftOut => {
                let twice = without_traces(once.bytes.clone());
                prop_assert_eq!(twice, Stripped { traces: Traces::None, ..once });
            }
            _ => prop_assert_eq!(once.bytes, bytes),
        }
    }
}
