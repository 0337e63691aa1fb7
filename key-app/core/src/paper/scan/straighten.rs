//! The paper alone, as seen from right above it.

use super::{
    Corners, Fault,
    corners::pixels,
    picture::{pixels_of, written},
};
use image::{Rgb, RgbImage};
use imageproc::geometric_transformations::{Border, Interpolation, Projection, warp_into_with};

/// Of an A4 paper, 170 dots an inch: small print can be read, and a page has some hundred thousand bytes.
const LONGEST_SIDE: f32 = 2_000.0;
/// Of one hundred: letters stay sharp.
const QUALITY: u8 = 80;

/// A JPEG of what lies between the corners of a photo, made a rectangle.
///
/// # Errors
/// [`Fault::TooLarge`], [`Fault::NotPicture`] and [`Fault::Corners`].
pub fn straightened(photo: &[u8], corners: Corners) -> Result<Vec<u8>, Fault> {
    let photo = pixels_of(photo)?;
    let corners = corners.on(photo.width(), photo.height());
    let mut page = blank(corners);
    let (right, bottom) = (pixels(page.width() - 1), pixels(page.height() - 1));
    let own = [(0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom)];
    let seen = Projection::from_control_points(own, corners).ok_or(Fault::Corners)?;
    // What lies a hair outside is the pixel at the edge.
    let edge = Border::Replicate::<Rgb<u8>>;
    let from = |x, y| seen * (x, y);
    warp_into_with(&photo, from, Interpolation::Bilinear, edge, &mut page);
    written(&page, QUALITY)
}

/// A page as large as the longer of its sides on the photo, within what is of use.
fn blank([a, b, c, d]: [(f32, f32); 4]) -> RgbImage {
    let side = |from: (f32, f32), to: (f32, f32)| (to.0 - from.0).hypot(to.1 - from.1) + 1.0;
    let width = side(a, b).max(side(d, c));
    let height = side(a, d).max(side(b, c));
    let part = (LONGEST_SIDE / width.max(height)).min(1.0);
    RgbImage::new(whole(width * part), whole(height * part))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between 2 and LONGEST_SIDE"
)]
fn whole(pixels: f32) -> u32 {
    (pixels.round() as u32).max(2)
}
