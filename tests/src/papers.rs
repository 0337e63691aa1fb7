//! Real papers, made by libraries: a PDF of a wished size, and some that want to harm.

use anyhow::Result;
use lopdf::{
    Document, Object, Stream,
    content::{Content, Operation},
    dictionary,
};
use wire::Random;

/// A one-page PDF with `text` on it and an uncompressed picture that makes it larger than `size`
/// bytes.
///
/// # Errors
/// Where the library cannot write it.
pub fn pdf(text: &str, size: usize, random: &mut dyn Random) -> Result<Vec<u8>> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
    });
    let side = size.isqrt() + 1;
    let mut pixels = vec![0; side * side];
    random.fill(&mut pixels);
    let picture = document.add_object(Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image",
            "Width" => i64::try_from(side)?, "Height" => i64::try_from(side)?,
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
        },
        pixels,
    ));
    let resources = document.add_object(dictionary! {
        "Font" => dictionary! { "F1" => font },
        "XObject" => dictionary! { "I1" => picture },
    });
    let content = Content {
        operations: vec![
            Operation::new("q", vec![]),
            Operation::new("cm", [200, 0, 0, 200, 50, 50].map(Object::from).to_vec()),
            Operation::new("Do", vec!["I1".into()]),
            Operation::new("Q", vec![]),
            Operation::new("BT", vec![]),
            Operation::new("Tf", vec!["F1".into(), 24.into()]),
            Operation::new("Td", vec![50.into(), 700.into()]),
            Operation::new("Tj", vec![Object::string_literal(text)]),
            Operation::new("ET", vec![]),
        ],
    };
    let content = document.add_object(Stream::new(dictionary! {}, content.encode()?));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    document.objects.insert(
        pages,
        Object::Dictionary(dictionary! {
            "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1,
        }),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

/// A PDF whose one page never ends being drawn: each of its forms draws the next one twenty times.
#[must_use]
pub fn endless() -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let (pages, page) = (document.new_object_id(), document.new_object_id());
    let mut inner = document.add_object(Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 9.into(), 9.into()] },
        b"0 0 9 9 re f ".repeat(20),
    ));
    for _ in 0..9 {
        let resources = dictionary! { "XObject" => dictionary! { "X" => inner } };
        let form = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "Resources" => resources,
            "BBox" => vec![0.into(), 0.into(), 9.into(), 9.into()],
        };
        inner = document.add_object(Stream::new(form, b"/X Do ".repeat(20)));
    }
    let content = document.add_object(Stream::new(dictionary! {}, b"/X Do".to_vec()));
    let page_dictionary = dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "Resources" => dictionary! { "XObject" => dictionary! { "X" => inner } },
        "MediaBox" => vec![0.into(), 0.into(), 100.into(), 100.into()],
    };
    document
        .objects
        .insert(page, Object::Dictionary(page_dictionary));
    finished(document, pages, page, dictionary! {})
}

/// A PDF that wants to run a script when it is opened, and again when its page is shown.
#[must_use]
pub fn with_script() -> Vec<u8> {
    let script = || dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("this.ran = 'ran'; app.alert('ran');") };
    let mut document = Document::with_version("1.7");
    let (pages, page) = (document.new_object_id(), document.new_object_id());
    let content = document.add_object(Stream::new(dictionary! {}, b"10 10 50 50 re f".to_vec()));
    let page_dictionary = dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 100.into(), 100.into()],
        "AA" => dictionary! { "O" => script() },
    };
    document
        .objects
        .insert(page, Object::Dictionary(page_dictionary));
    finished(
        document,
        pages,
        page,
        dictionary! { "OpenAction" => script() },
    )
}

/// A PNG of one colour, `side` pixels wide and high, and small as a file.
#[must_use]
pub fn large_picture(side: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let pixels = vec![0x55; (side as usize).div_ceil(8) * side as usize];
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&pixels));
    debug_assert!(written.is_ok(), "memory takes every byte");
    bytes
}

/// A photo of four colours, one for each quarter from the upper left on: red, green, blue, yellow. Beside
/// its pixels it says `words`.
///
/// # Errors
/// Where the library cannot write it.
pub fn photo((width, height): (u32, u32), words: &str) -> Result<Vec<u8>> {
    let colour = |x: u32, y: u32| match (x < width / 2, y < height / 2) {
        (true, true) => [200, 30, 30],
        (false, true) => [30, 160, 30],
        (false, false) => [30, 30, 200],
        (true, false) => [220, 200, 40],
    };
    let lines = (0..height).flat_map(|y| (0..width).flat_map(move |x| colour(x, y)));
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.add_text_chunk("Comment".to_owned(), words.to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&lines.collect::<Vec<u8>>())?;
    writer.finish()?;
    Ok(bytes)
}

/// A drawing that carries a script.
#[must_use]
pub fn svg_with_script() -> Vec<u8> {
    br#"<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran='ran'"><script>window.ran='ran'</script><rect width="9" height="9"/></svg>"#.to_vec()
}

fn finished(
    mut document: Document,
    pages: lopdf::ObjectId,
    page: lopdf::ObjectId,
    mut catalog: lopdf::Dictionary,
) -> Vec<u8> {
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(tree));
    catalog.set("Type", "Catalog");
    catalog.set("Pages", pages);
    let catalog = document.add_object(catalog);
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    let written = document.save_to(&mut bytes);
    debug_assert!(written.is_ok(), "memory takes every byte");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_pdf_that_a_library_reads_back() {
        let bytes = pdf("Attestation", 1 << 20, &mut wire::random::System::new()).unwrap();
        assert!(bytes.len() > 1 << 20);
        let read = Document::load_mem(&bytes).unwrap();
        assert!(read.extract_text(&[1]).unwrap().contains("Attestation"));
    }
}
