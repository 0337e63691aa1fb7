//! Pages of text in the two fonts that every program for PDF has. No date, no producer: the same words are the
//! same bytes.

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str};

/// Points of a millimetre.
const MM: f32 = 72.0 / 25.4;
const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const PLAIN: Ref = Ref::new(3);
const BOLD: Ref = Ref::new(4);
const FIRST: i32 = 5;

/// How letters look.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Font {
    Plain,
    Bold,
}

/// A page being written: millimetres from its upper left corner.
pub(crate) struct Page {
    height: f32,
    drawn: Content,
}

impl Page {
    /// A page of so many millimetres.
    pub(crate) fn new(height: f32) -> Self {
        Self {
            height,
            drawn: Content::new(),
        }
    }

    /// A line of text, `size` points tall, its left end on the baseline at this place.
    pub(crate) fn text(&mut self, (x, y): (f32, f32), font: Font, size: f32, text: &[u8]) {
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
    pub(crate) fn across(&mut self, (x, y): (f32, f32), size: f32, text: &[u8]) {
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
    pub(crate) fn frame(&mut self, (x, y): (f32, f32), (width, height): (f32, f32)) {
        let below = (self.height - y - height) * MM;
        self.drawn.set_line_width(0.4);
        self.drawn
            .rect(x * MM, below, width * MM, height * MM)
            .stroke();
    }
}

/// A PDF of pages, each so many millimetres wide and high.
pub(crate) fn pdf((width, height): (f32, f32), title: &[u8], pages: Vec<Page>) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let mut catalog = pdf.catalog(CATALOG);
    catalog.pages(PAGES).lang(pdf_writer::TextStr("fr"));
    catalog.viewer_preferences().display_doc_title(true);
    catalog.finish();
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
        pdf.document_info(info).title(pdf_writer::TextStr(&title));
    }
    pdf.finish()
}

/// Text in WinAnsi (ISO 32000-1, annex D). `None` where a letter is not in it.
pub(crate) fn encoded(text: &str) -> Option<Vec<u8>> {
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
