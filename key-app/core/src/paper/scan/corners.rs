//! Where a paper lies on its photo.

use super::Fault;

/// Twice the least area between three corners, of a picture of area 1: below it nobody can read.
const LEAST: f32 = 0.000_5;

/// The corners of a paper, as parts of the width and height of its photo: clockwise from the upper left,
/// and never crossed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Corners([(f32, f32); 4]);

impl Corners {
    /// The whole photo.
    pub const WHOLE: Self = Self([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]);

    /// Corners that go around a paper.
    ///
    /// # Errors
    /// [`Fault::Corners`] where one lies outside the photo, or they do not go around anything.
    pub fn new(corners: [(f32, f32); 4]) -> Result<Self, Fault> {
        let inside = |part: f32| (0.0..=1.0).contains(&part);
        let [a, b, c, d] = corners;
        let turns_right = [(a, b, c), (b, c, d), (c, d, a), (d, a, b)]
            .into_iter()
            .all(|(from, by, to)| turn(from, by, to) > LEAST);
        if turns_right && corners.iter().all(|(x, y)| inside(*x) && inside(*y)) {
            Ok(Self(corners))
        } else {
            Err(Fault::Corners)
        }
    }

    /// The middles of the pixels they lie on.
    pub(super) fn on(self, width: u32, height: u32) -> [(f32, f32); 4] {
        self.0
            .map(|(x, y)| (x * pixels(width - 1), y * pixels(height - 1)))
    }
}

/// How far one turns to the right on the way from one corner by another to a third.
fn turn(from: (f32, f32), by: (f32, f32), to: (f32, f32)) -> f32 {
    (by.0 - from.0) * (to.1 - by.1) - (by.1 - from.1) * (to.0 - by.0)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a side of a picture has far fewer than 2^24 pixels"
)]
pub(super) fn pixels(count: u32) -> f32 {
    count as f32
}
