//! From the bytes of a photo to its pixels, within limits, and back to bytes that hold pixels alone.

use super::Fault;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage,
    Rgba, RgbaImage, codecs::jpeg::JpegEncoder, imageops, metadata::Orientation,
};
use std::io::Cursor;

/// Most bytes of a photo.
pub const MOST_BYTES: usize = 40 << 20;
/// Most pixels: three bytes each must fit twice into the memory of an old computer.
const MOST_PIXELS: u64 = 50_000_000;
/// Most bytes that a decoder may take: sixteen bits and four colours for each pixel.
const MOST_MEMORY: u64 = MOST_PIXELS * 8;
/// Fewer pixels on a side show no paper.
const LEAST_SIDE: u32 = 32;
/// So many times as long as wide is the longest receipt: of a strip nothing would be left once it is made smaller.
const MOST_LENGTH: u32 = 61;
/// No letter of a page is lost on a photo of this side, and it is moved about quickly.
const LONGEST_SIDE: u32 = 3_000;
/// Of one hundred: no difference that an eye could see.
const QUALITY: u8 = 92;

/// By how many quarters of a turn, clockwise, a picture is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Turns {
    /// As the camera held it.
    #[default]
    None,
    /// To the right.
    One,
    /// Upside down.
    Two,
    /// To the left.
    Three,
}

impl Turns {
    /// As many, whole turns left out.
    #[must_use]
    pub fn new(quarters: u8) -> Self {
        match quarters % 4 {
            0 => Self::None,
            1 => Self::One,
            2 => Self::Two,
            _ => Self::Three,
        }
    }
}

/// A photo as a JPEG of its pixels alone: the way up that its camera says, then turned, and no larger than
/// it takes to read a page.
///
/// # Errors
/// [`Fault::TooLarge`] and [`Fault::NotPicture`].
pub fn upright(photo: &[u8], turns: Turns) -> Result<Vec<u8>, Fault> {
    let picture = shrunk(pixels_of(photo)?, LONGEST_SIDE);
    let turned = match turns {
        Turns::None => picture,
        Turns::One => imageops::rotate90(&picture),
        Turns::Two => imageops::rotate180(&picture),
        Turns::Three => imageops::rotate270(&picture),
    };
    written(&turned, QUALITY)
}

/// The pixels of a photo the way up that its camera says, on white where it has none.
pub(super) fn pixels_of(photo: &[u8]) -> Result<RgbImage, Fault> {
    if photo.len() > MOST_BYTES {
        return Err(Fault::TooLarge);
    }
    let mut reader = ImageReader::new(Cursor::new(photo))
        .with_guessed_format()
        .map_err(|_| Fault::NotPicture)?;
    // What it is, its first bytes say. The other formats that the library knows by name are not built in.
    let is_known = matches!(
        reader.format(),
        Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)
    );
    if !is_known {
        return Err(Fault::NotPicture);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refused)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Fault::TooLarge);
    }
    let (shorter, longer) = (width.min(height), width.max(height));
    if shorter < LEAST_SIDE || longer / MOST_LENGTH >= shorter {
        return Err(Fault::NotPicture);
    }
    let way_up = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refused)?;
    picture.apply_orientation(way_up);
    Ok(if picture.color().has_alpha() {
        on_white(&picture.into_rgba8())
    } else {
        picture.into_rgb8()
    })
}

/// The same, with no side longer than `longest`.
pub(super) fn shrunk(picture: RgbImage, longest: u32) -> RgbImage {
    let side = picture.width().max(picture.height());
    if side <= longest {
        return picture;
    }
    let part = |pixels: u32| {
        let wanted = u64::from(pixels) * u64::from(longest) / u64::from(side);
        u32::try_from(wanted).unwrap_or(longest).max(1)
    };
    imageops::thumbnail(&picture, part(picture.width()), part(picture.height()))
}

/// A JPEG of these pixels, and of nothing else.
pub(super) fn written(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, Fault> {
    let mut out = Vec::new();
    let encoder = &mut JpegEncoder::new_with_quality(&mut out, quality);
    let (width, height) = picture.dimensions();
    encoder
        .encode(picture.as_raw(), width, height, ExtendedColorType::Rgb8)
        // It refuses only sides that no JPEG can have.
        .map_err(|_| Fault::TooLarge)?;
    Ok(out)
}

fn on_white(picture: &RgbaImage) -> RgbImage {
    let (width, height) = picture.dimensions();
    let mut page = RgbaImage::from_pixel(width, height, Rgba([u8::MAX; 4]));
    imageops::overlay(&mut page, picture, 0, 0);
    DynamicImage::ImageRgba8(page).into_rgb8()
}

fn refused(error: image::ImageError) -> Fault {
    match error {
        image::ImageError::Limits(_) => Fault::TooLarge,
        _ => Fault::NotPicture,
    }
}
