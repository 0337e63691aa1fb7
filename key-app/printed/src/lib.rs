//! Pages of text in the two fonts that every program for PDF has. No date, no producer: the same words are the
//! same bytes. What people print at home and what the structure's desk gives out are made here.

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr, types::AssociationKind};

/// Points of a millimetre.
const MM: f32 = 72.0 / 25.4;
const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const PLAIN: Ref = Ref::new(3);
const BOLD: Ref = Ref::new(4);
const FIRST: i32 = 5;

/// How letters look.
#[derive(Debug, Clone, Copy)]
pub enum Font {
    /// As it is.
    Plain,
    /// Bold.
    Bold,
}

/// A file that lies inside a PDF, to be taken out again by any program that shows what is attached.
#[derive(Debug, Clone, Copy)]
pub struct Attached<'a> {
    /// Its name, in ASCII.
    pub name: &'a str,
    /// Its media type, as in `text/plain`.
    pub media: &'a str,
    /// What it is, in a few words.
    pub about: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// A page being written: millimetres from its upper left corner.
pub struct Page {
    height: f32,
    drawn: Content,
}

impl Page {
    /// A page of so many millimetres.
    #[must_use]
    pub fn new(height: f32) -> Self {
        Self {
            height,
            drawn: Content::new(),
        }
    }

    /// A line of text, `size` points tall, its left end on the baseline at this place.
    pub fn text(&mut self, (x, y): (f32, f32), font: Font, size: f32, text: &[u8]) {
        let name = match font {
            Font::Plain => Name(b"A"),
            Font::Bold => Name(b"B"),
        };
        let (x, y) = (x * MM, (self.height - y) * MM);
        self.drawn.begin_text();
        self.drawn.set_font(name, size).next_line(x, y);
        self.drawn.show(Str(text)).end_text();
    }

    /// Large grey letters across the page, behind what comes after.
    pub fn across(&mut self, (x, y): (f32, f32), size: f32, text: &[u8]) {
        // A rise of one in one: an eighth of a turn.
        let slope = core::f32::consts::FRAC_1_SQRT_2;
        let (x, y) = (x * MM, (self.height - y) * MM);
        self.drawn.save_state().set_fill_gray(0.8);
        self.drawn.begin_text().set_font(Name(b"B"), size);
        self.drawn
            .set_text_matrix([slope, slope, -slope, slope, x, y]);
        self.drawn.show(Str(text)).end_text().restore_state();
    }

    /// A thin frame.
    pub fn frame(&mut self, (x, y): (f32, f32), (width, height): (f32, f32)) {
        let below = (self.height - y - height) * MM;
        self.drawn.set_line_width(0.4);
        self.drawn
            .rect(x * MM, below, width * MM, height * MM)
            .stroke();
    }
}

/// A PDF of pages, each so many millimetres wide and high.
#[must_use]
pub fn pdf(size: (f32, f32), title: &[u8], pages: Vec<Page>) -> Vec<u8> {
    write(size, title, pages, None)
}

/// The same with a file inside.
#[must_use]
pub fn pdf_with(
    size: (f32, f32),
    title: &[u8],
    pages: Vec<Page>,
    attached: Attached<'_>,
) -> Vec<u8> {
    write(size, title, pages, Some(attached))
}

fn write(
    (width, height): (f32, f32),
    title: &[u8],
    pages: Vec<Page>,
    attached: Option<Attached<'_>>,
) -> Vec<u8> {
    let mut pdf = Pdf::new();
    for (font, base) in [(PLAIN, &b"Helvetica"[..]), (BOLD, b"Helvetica-Bold")] {
        let mut font = pdf.type1_font(font);
        font.base_font(Name(base));
        font.encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    let mut own = (FIRST..).map(Ref::new);
    let mut kids = Vec::new();
    for page in pages {
        let (Some(id), Some(content)) = (own.next(), own.next()) else {
            break;
        };
        let mut written = pdf.page(id);
        written.parent(PAGES).contents(content);
        written.media_box(Rect::new(0.0, 0.0, width * MM, height * MM));
        let mut resources = written.resources();
        resources
            .fonts()
            .pair(Name(b"A"), PLAIN)
            .pair(Name(b"B"), BOLD);
        resources.finish();
        written.finish();
        pdf.stream(content, &page.drawn.finish());
        kids.push(id);
    }
    let count = i32::try_from(kids.len()).unwrap_or(i32::MAX);
    pdf.pages(PAGES).kids(kids).count(count);
    if let Some(info) = own.next() {
        let title = String::from_utf8_lossy(title);
        pdf.document_info(info).title(TextStr(&title));
    }
    let inside = attached.and_then(|file| {
        let (spec, stream) = (own.next()?, own.next()?);
        attach(&mut pdf, (spec, stream), file);
        Some((spec, file.name))
    });
    let mut catalog = pdf.catalog(CATALOG);
    catalog.pages(PAGES).lang(TextStr("fr"));
    catalog.viewer_preferences().display_doc_title(true);
    if let Some((spec, name)) = inside {
        let mut names = catalog.names();
        let mut files = names.embedded_files();
        files.names().insert(Str(name.as_bytes()), spec);
        files.finish();
        names.finish();
        catalog.insert(Name(b"AF")).array().item(spec);
    }
    catalog.finish();
    pdf.finish()
}

fn attach(pdf: &mut Pdf, (spec, stream): (Ref, Ref), file: Attached<'_>) {
    // ISO 32000-1, 7.3.5: a slash in a name is written by its number, which the writer does.
    pdf.embedded_file(stream, file.bytes)
        .subtype(Name(file.media.as_bytes()));
    let mut written = pdf.file_spec(spec);
    written
        .path(Str(file.name.as_bytes()))
        .unic_file(TextStr(file.name))
        .description(TextStr(file.about))
        .association_kind(AssociationKind::Data)
        .embedded_file_with_unicode(stream);
}

/// Text in WinAnsi (ISO 32000-1, annex D). `None` where a letter is not in it.
#[must_use]
pub fn encoded(text: &str) -> Option<Vec<u8>> {
    let letter = |letter: char| match letter {
        ' '..='~' | '\u{a0}'..='\u{ff}' => u8::try_from(u32::from(letter)).ok(),
        '€' => Some(0x80),
        'Œ' => Some(0x8c),
        '‘' => Some(0x91),
        '’' => Some(0x92),
        '–' => Some(0x96),
        '—' => Some(0x97),
        'œ' => Some(0x9c),
        'Ÿ' => Some(0x9f),
        _ => None,
    };
    text.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::Document;

    const A6: (f32, f32) = (105.0, 148.0);

    #[test]
    fn a_file_inside_comes_out_as_it_went_in_and_the_page_says_what_it_said() {
        let mut page = Page::new(A6.1);
        page.text((10.0, 20.0), Font::Bold, 12.0, &encoded("Été").unwrap());
        let attached = Attached {
            name: "badge.jwt",
            media: "application/jwt",
            about: "Badge",
            bytes: b"a.b.c",
        };
        let made = pdf_with(A6, b"Essai", vec![page], attached);
        let read = Document::load_mem(&made).unwrap();
        assert!(read.extract_text(&[1]).unwrap().contains("Été"));
        let catalog = read.catalog().unwrap();
        let listed = catalog.get(b"AF").unwrap().as_array().unwrap();
        let spec = read.get_object(listed[0].as_reference().unwrap()).unwrap();
        let spec = spec.as_dict().unwrap();
        assert_eq!(spec.get(b"F").unwrap().as_str().unwrap(), b"badge.jwt");
        let files = spec.get(b"EF").unwrap().as_dict().unwrap();
        let stream = files.get(b"F").unwrap().as_reference().unwrap();
        let stream = read.get_object(stream).unwrap().as_stream().unwrap();
        let media = stream.dict.get(b"Subtype").unwrap().as_name().unwrap();
        assert_eq!(media, b"application/jwt");
        assert_eq!(stream.content, b"a.b.c");
    }

    #[test]
    fn nothing_is_inside_where_nothing_was_put() {
        let made = pdf(A6, b"Essai", vec![Page::new(A6.1)]);
        let read = Document::load_mem(&made).unwrap();
        assert!(read.catalog().unwrap().get(b"AF").is_err());
        assert_eq!(made, pdf(A6, b"Essai", vec![Page::new(A6.1)]));
    }
}
