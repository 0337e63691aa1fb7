//! One PDF of several pages: a picture on each, and not a word about who made it, when or with what.

use super::{Fault, corners::pixels};
use crate::paper::{Traces, without_traces};
use image::{ExtendedColorType, ImageDecoder, codecs::jpeg::JpegDecoder};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref};
use std::io::Cursor;

/// Most pages of one paper: with them it stays below the size that a paper may have.
pub const MOST_PAGES: usize = 30;

/// Points of A4: the short side and the long one.
const A4: (f32, f32) = (595.28, 841.89);
const PICTURE: Name = Name(b"P");
const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const FIRST: i32 = 3;

/// A JPEG that a page may hold.
struct Page {
    jpeg: Vec<u8>,
    width: u32,
    height: u32,
    grey: bool,
}

/// A PDF of JPEGs, one for each page of A4, as large as fits. The same JPEGs make the same bytes.
///
/// # Errors
/// [`Fault::Pages`], and [`Fault::NotPicture`] where one is no whole JPEG.
pub fn pdf<'a>(jpegs: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<u8>, Fault> {
    let jpegs = jpegs.into_iter().take(MOST_PAGES + 1).map(Page::read);
    let pages = jpegs.collect::<Result<Vec<_>, _>>()?;
    if pages.is_empty() || pages.len() > MOST_PAGES {
        return Err(Fault::Pages);
    }
    let mut pdf = Pdf::new();
    pdf.catalog(CATALOG).pages(PAGES);
    let mut own = (FIRST..).map(Ref::new);
    let mut kids = Vec::new();
    for page in &pages {
        let (Some(id), Some(picture), Some(content)) = (own.next(), own.next(), own.next()) else {
            return Err(Fault::Pages);
        };
        page.write(&mut pdf, id, picture, content)?;
        kids.push(id);
    }
    let count = i32::try_from(kids.len()).map_err(|_| Fault::Pages)?;
    pdf.pages(PAGES).kids(kids).count(count);
    Ok(pdf.finish())
}

impl Page {
    /// A JPEG without anything but its pixels, whoever made it.
    fn read(jpeg: &[u8]) -> Result<Self, Fault> {
        let stripped = without_traces(jpeg.to_vec());
        if matches!(stripped.traces, Traces::Damaged | Traces::NotLooked) {
            return Err(Fault::NotPicture);
        }
        let jpeg = stripped.bytes;
        let head = JpegDecoder::new(Cursor::new(&jpeg)).map_err(|_| Fault::NotPicture)?;
        let (width, height) = head.dimensions();
        let grey = match head.original_color_type() {
            ExtendedColorType::L8 => true,
            ExtendedColorType::Rgb8 => false,
            _ => return Err(Fault::NotPicture),
        };
        Ok(Self {
            jpeg,
            width,
            height,
            grey,
        })
    }

    fn write(&self, pdf: &mut Pdf, id: Ref, picture: Ref, content: Ref) -> Result<(), Fault> {
        let (short, long) = A4;
        let lies = self.width > self.height;
        let (width, height) = if lies { (long, short) } else { (short, long) };
        let mut page = pdf.page(id);
        page.parent(PAGES).contents(content);
        page.media_box(Rect::new(0.0, 0.0, width, height));
        page.resources().x_objects().pair(PICTURE, picture);
        page.finish();

        let side = |pixels: u32| i32::try_from(pixels).map_err(|_| Fault::TooLarge);
        let mut image = pdf.image_xobject(picture, &self.jpeg);
        image.filter(Filter::DctDecode);
        image.width(side(self.width)?).height(side(self.height)?);
        if self.grey {
            image.color_space().device_gray();
        } else {
            image.color_space().device_rgb();
        }
        image.bits_per_component(8);
        image.finish();

        let (own_width, own_height) = (pixels(self.width), pixels(self.height));
        let points = (width / own_width).min(height / own_height);
        let (shown, tall) = (own_width * points, own_height * points);
        let (left, below) = ((width - shown) / 2.0, (height - tall) / 2.0);
        let mut drawn = Content::new();
        drawn.transform([shown, 0.0, 0.0, tall, left, below]);
        drawn.x_object(PICTURE);
        pdf.stream(content, &drawn.finish());
        Ok(())
    }
}
