//! Photos as a camera takes them, and what wants to harm: read again by another program's libraries.

use super::{Corners, Fault, MOST_BYTES, MOST_PAGES, Turns, pdf, straightened, upright};
use exif::{Field, In, Tag, Value, experimental::Writer};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, load_from_memory};
use imageproc::geometric_transformations::{Border, Interpolation, Projection, warp_into};
use img_parts::{ImageEXIF, jpeg::Jpeg};
use proptest::prelude::*;
use std::io::Cursor;

const PLACE: &[u8] = b"47.2184N-1.5536W";
/// Upper left, upper right, lower right, lower left: no two quarters of the paper look alike.
const QUARTERS: [[u8; 3]; 4] = [[200, 30, 30], [30, 160, 30], [30, 30, 200], [220, 200, 40]];

/// A paper of four colours.
fn paper(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb(match (x < width / 2, y < height / 2) {
            (true, true) => QUARTERS[0],
            (false, true) => QUARTERS[1],
            (false, false) => QUARTERS[2],
            (true, false) => QUARTERS[3],
        })
    })
}

fn bytes(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.into().write_to(&mut out, format).unwrap();
    out.into_inner()
}

fn photo() -> Vec<u8> {
    bytes(paper(240, 160), ImageFormat::Jpeg)
}

/// The colours in the middle of each quarter.
fn quarters(picture: &[u8]) -> [[u8; 3]; 4] {
    let picture = load_from_memory(picture).unwrap().into_rgb8();
    let (w, h) = picture.dimensions();
    [(1, 1), (3, 1), (3, 3), (1, 3)].map(|(x, y)| picture.get_pixel(w * x / 4, h * y / 4).0)
}

/// As far as a JPEG keeps colours.
fn alike(seen: [[u8; 3]; 4], wanted: [usize; 4]) -> bool {
    let near = |a: [u8; 3], b: [u8; 3]| a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < 24);
    seen.iter()
        .zip(wanted)
        .all(|(seen, wanted)| near(*seen, QUARTERS[wanted]))
}

fn size(picture: &[u8]) -> (u32, u32) {
    let picture = load_from_memory(picture).unwrap();
    (picture.width(), picture.height())
}

/// The same photo as a telephone writes it.
fn told(turned: u16) -> Vec<u8> {
    let field = |tag, value| Field {
        tag,
        ifd_num: In::PRIMARY,
        value,
    };
    let fields = [
        field(Tag::Orientation, Value::Short(vec![turned])),
        field(Tag::ImageDescription, Value::Ascii(vec![PLACE.to_vec()])),
        field(Tag::GPSLatitudeRef, Value::Ascii(vec![b"N".to_vec()])),
    ];
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut out = Cursor::new(Vec::new());
    writer.write(&mut out, false).unwrap();
    let mut jpeg = Jpeg::from_bytes(photo().into()).unwrap();
    jpeg.set_exif(Some(out.into_inner().into()));
    let mut bytes = Vec::from(jpeg.encoder().bytes());
    bytes.extend_from_slice(PLACE);
    bytes
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

#[test]
fn a_photo_stands_upright_however_the_camera_was_held() {
    for (turned, wanted, sides) in [
        (1, [0, 1, 2, 3], (240, 160)),
        (3, [2, 3, 0, 1], (240, 160)),
        (6, [3, 0, 1, 2], (160, 240)),
        (8, [1, 2, 3, 0], (160, 240)),
    ] {
        let photo = told(turned);
        assert!(holds(&photo, PLACE));
        let stands = upright(&photo, Turns::None).unwrap();
        assert!(alike(quarters(&stands), wanted), "{turned}");
        assert_eq!(size(&stands), sides);
        assert!(!holds(&stands, PLACE) && !holds(&stands, b"Exif"));
    }
}

#[test]
fn a_picture_turns_to_the_right_by_quarters() {
    for (quarters_of_a_turn, wanted) in [
        (0, [0, 1, 2, 3]),
        (1, [3, 0, 1, 2]),
        (2, [2, 3, 0, 1]),
        (3, [1, 2, 3, 0]),
        (5, [3, 0, 1, 2]),
    ] {
        let turned = upright(&photo(), Turns::new(quarters_of_a_turn)).unwrap();
        assert!(alike(quarters(&turned), wanted), "{quarters_of_a_turn}");
    }
}

#[test]
fn every_kind_of_picture_becomes_a_page_and_nothing_shines_through() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let stands = upright(&bytes(paper(240, 160), format), Turns::None).unwrap();
        assert!(alike(quarters(&stands), [0, 1, 2, 3]), "{format:?}");
    }
    let nothing = image::RgbaImage::new(64, 64);
    let stands = upright(&bytes(nothing, ImageFormat::Png), Turns::None).unwrap();
    let white = load_from_memory(&stands).unwrap().into_rgb8();
    assert!(white.pixels().all(|pixel| pixel.0 >= [250; 3]));
}

#[test]
fn a_large_photo_becomes_as_large_as_it_takes_to_read() {
    let large = bytes(paper(4_000, 1_000), ImageFormat::Png);
    let stands = upright(&large, Turns::One).unwrap();
    assert_eq!(size(&stands), (750, 3_000));
    let page = straightened(&stands, Corners::WHOLE).unwrap();
    assert_eq!(size(&page), (500, 2_000));
    assert!(alike(quarters(&page), [3, 0, 1, 2]));
}

/// A paper lies askew on a dark table: what comes out is the paper, and nothing of the table.
#[test]
fn a_paper_that_lies_askew_is_straightened() {
    let lies = [(90.0, 60.0), (520.0, 25.0), (600.0, 420.0), (40.0, 380.0)];
    let page = paper(400, 300);
    let own = [(0.0, 0.0), (399.0, 0.0), (399.0, 299.0), (0.0, 299.0)];
    let put = Projection::from_control_points(own, lies).unwrap();
    let table = Border::Constant(Rgb([10, 10, 10]));
    let mut photo = RgbImage::new(640, 480);
    warp_into(&page, put, Interpolation::Bilinear, table, &mut photo);
    let corners = Corners::new(lies.map(|(x, y)| (x / 639.0, y / 479.0))).unwrap();
    let photo = bytes(photo, ImageFormat::Png);
    let straight = straightened(&photo, corners).unwrap();
    assert!(alike(quarters(&straight), [0, 1, 2, 3]));
    let straight = load_from_memory(&straight).unwrap().into_rgb8();
    let (w, h) = straight.dimensions();
    assert!(w.abs_diff(562) < 3 && h.abs_diff(404) < 3, "{w} × {h}");
    // The line between two colours runs straight down the middle, within one pixel in a hundred.
    let red = |x: u32, y: u32| straight.get_pixel(x, y)[0] > 120;
    for y in [h / 20, h / 4, h * 9 / 20] {
        let end = (0..w).find(|x| !red(*x, y)).unwrap();
        assert!(end.abs_diff(w / 2) <= w / 100, "{end} of {w} in line {y}");
    }
    // No table shows, but for the blur of two pixels at its edge.
    let dark = |pixel: &Rgb<u8>| pixel.0.iter().all(|colour| *colour < 25);
    for (x, y, pixel) in straight.enumerate_pixels() {
        let inside = x.min(w - 1 - x) > 3 && y.min(h - 1 - y) > 3;
        assert!(!(inside && dark(pixel)), "the table shows at {x}, {y}");
    }
}

#[test]
fn what_is_no_photo_is_refused() {
    let refused = |bytes: &[u8]| upright(bytes, Turns::None).unwrap_err();
    assert_eq!(refused(b""), Fault::NotPicture);
    assert_eq!(refused(b"%PDF-1.7"), Fault::NotPicture);
    assert_eq!(refused(b"\xff\xd8\xff\xe0"), Fault::NotPicture);
    let tiny = bytes(paper(31, 400), ImageFormat::Png);
    assert_eq!(refused(&tiny), Fault::NotPicture);
    // A strip: made smaller, nothing of it would be left.
    let strip = bytes(paper(4_648, 48), ImageFormat::Jpeg);
    assert_eq!(refused(&strip), Fault::NotPicture);
    let receipt = bytes(paper(48, 48 * 60), ImageFormat::Jpeg);
    let page = upright(&receipt, Turns::One).unwrap();
    straightened(&page, Corners::WHOLE).unwrap();
    // A format that is not built in.
    assert_eq!(refused(b"GIF89a\x40\x00\x40\x00"), Fault::NotPicture);
    // Cut off where its pixels begin.
    let png = bytes(paper(64, 64), ImageFormat::Png);
    assert_eq!(refused(&png[..60]), Fault::NotPicture);
}

#[test]
fn what_no_old_computer_can_hold_is_refused_before_it_is_decoded() {
    let refused = |bytes: &[u8]| upright(bytes, Turns::None).unwrap_err();
    assert_eq!(refused(&vec![0; MOST_BYTES + 1]), Fault::TooLarge);
    // A PNG of some bytes that says it has ten thousand million pixels.
    let mut bomb = bytes(paper(64, 64), ImageFormat::Png);
    bomb[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
    let sum = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&sum.to_be_bytes());
    assert_eq!(refused(&bomb), Fault::TooLarge);
}

#[test]
fn corners_that_go_around_nothing_are_refused() {
    let square = [(0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)];
    assert!(Corners::new(square).is_ok());
    let with = |place: usize, corner| {
        let mut corners = square;
        corners[place] = corner;
        Corners::new(corners)
    };
    for broken in [
        Corners::new([(0.5, 0.5); 4]),
        Corners::new([(0.1, 0.1), (0.4, 0.4), (0.7, 0.7), (0.9, 0.9)]),
        // Crossed, pushed in past the middle, and the other way round.
        Corners::new([square[1], square[0], square[2], square[3]]),
        with(0, (0.8, 0.8)),
        Corners::new([square[0], square[3], square[2], square[1]]),
        // Outside.
        with(2, (1.1, 0.9)),
        with(2, (f32::NAN, 0.9)),
        with(2, (f32::INFINITY, 0.9)),
    ] {
        assert_eq!(broken, Err(Fault::Corners));
    }
}

#[test]
fn pages_become_one_pdf_that_says_nothing_of_its_maker() {
    let first = straightened(&told(6), Corners::WHOLE).unwrap();
    let second = straightened(&photo(), Corners::WHOLE).unwrap();
    let paper = pdf([&first[..], &second[..]]).unwrap();
    let read = lopdf::Document::load_mem(&paper).unwrap();
    let pages = read.get_pages();
    assert_eq!(pages.len(), 2);
    let boxes = pages.values().map(|id| {
        let page = read.get_dictionary(*id).unwrap();
        let sides = page.get(b"MediaBox").unwrap().as_array().unwrap();
        (sides[2].as_float().unwrap(), sides[3].as_float().unwrap())
    });
    // The first was turned to stand, the second lies.
    assert_eq!(
        boxes.collect::<Vec<_>>(),
        [(595.28, 841.89), (841.89, 595.28)]
    );
    let picture = |id: lopdf::ObjectId| {
        let images = read.get_page_images(id).unwrap();
        images[0].content.to_vec()
    };
    let pictures: Vec<_> = pages.values().map(|id| picture(*id)).collect();
    assert_eq!(pictures, [first.clone(), second.clone()]);
    assert!(read.trailer.get(b"Info").is_err() && read.trailer.get(b"ID").is_err());
    for word in ["Producer", "Creat", "Metadata", "ModDate", "Exif"] {
        assert!(!holds(&paper, word.as_bytes()), "{word}");
    }
    assert_eq!(pdf([&first[..], &second[..]]).unwrap(), paper);
}

/// Whoever hands in something else than a page of this program: what it says about itself stays out.
#[test]
fn a_pdf_holds_no_trace_even_of_a_photo_that_never_was_a_page() {
    let paper = pdf([&told(6)[..]]).unwrap();
    assert!(!holds(&paper, PLACE));
    assert_eq!(
        lopdf::Document::load_mem(&paper).unwrap().get_pages().len(),
        1
    );
    for other in [
        bytes(self::paper(64, 64), ImageFormat::Png),
        b"\xff\xd8\xff no picture".to_vec(),
        photo()[..200].to_vec(),
        Vec::new(),
    ] {
        assert_eq!(pdf([&other[..]]), Err(Fault::NotPicture));
    }
}

#[test]
fn a_paper_has_at_least_one_page_and_not_too_many() {
    let page = photo();
    assert_eq!(pdf([]), Err(Fault::Pages));
    let all = pdf(vec![&page[..]; MOST_PAGES]).unwrap();
    let read = lopdf::Document::load_mem(&all).unwrap();
    assert_eq!(read.get_pages().len(), MOST_PAGES);
    assert_eq!(pdf(vec![&page[..]; MOST_PAGES + 1]), Err(Fault::Pages));
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 * (sum & 1))
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Wherever the corners are: a page with sides that can be read, or a refusal.
    #[test]
    fn any_corners_make_a_page_or_are_refused(
        corners in prop::array::uniform4((-0.1_f32..1.1, -0.1_f32..1.1)),
    ) {
        let photo = bytes(paper(120, 90), ImageFormat::Png);
        if let Ok(corners) = Corners::new(corners) {
            let (width, height) = size(&straightened(&photo, corners).unwrap());
            prop_assert!((2..=151).contains(&width) && (2..=151).contains(&height));
        }
    }

    /// Whatever a photo was broken into: nothing but an answer.
    #[test]
    fn a_broken_photo_is_answered(place in 0_usize..4_000, byte: u8, end in 0_usize..4_000) {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let mut photo = bytes(paper(48, 40), format);
            let length = photo.len();
            photo[place % length] = byte;
            photo.truncate(length - end % length);
            if let Ok(page) = upright(&photo, Turns::One) {
                prop_assert!(straightened(&page, Corners::WHOLE).is_ok());
                prop_assert!(pdf([&page[..]]).is_ok());
            }
        }
    }
}
