//! A real PDF of a wished size, made by a PDF library.

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
