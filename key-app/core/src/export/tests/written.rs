//! What is written is frozen, is read again, and where it cannot be written that is said.

use super::*;

#[test]
fn what_is_written_is_frozen() {
    let files = files(&written(true));
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Privé/001 Codes b.txt",
            "Identité/001 Passeport.pdf",
            "Identité/002 Passeport.jpg",
            "Santé et social/001.bin",
            "index.html",
            "dates.json",
            "contacts.json",
            "settings.json",
            "logins.json",
            "papiers.json",
        ]
    );
    for (name, frozen) in [
        ("papiers.json", include_str!("../frozen/papiers.json")),
        ("dates.json", include_str!("../frozen/dates.json")),
        ("contacts.json", include_str!("../frozen/contacts.json")),
        ("settings.json", include_str!("../frozen/settings.json")),
        ("logins.json", include_str!("../frozen/logins.json")),
    ] {
        let (_, content) = files.iter().find(|(file, _)| file == name).unwrap();
        assert_eq!(
            core::str::from_utf8(content),
            Ok(frozen.trim_end()),
            "{name}"
        );
    }
}

#[test]
fn what_was_written_is_read_again() {
    let mut archive = Archive::open(Cursor::new(written(true))).unwrap();
    assert_eq!((archive.made(), archive.has_logins()), (TODAY, true));
    let listed = archive.papers().to_vec();
    assert_eq!(listed.len(), papers().len());
    for (paper, (view, content)) in listed.iter().zip(papers()) {
        assert_eq!(&archive.content(paper).unwrap()[..], content);
        assert_eq!(
            (paper.place().unwrap(), &paper.title),
            (view.folder, &view.title)
        );
        assert_eq!(paper.kind_code, view.kind.0);
    }
    // Found again by its file, under the identifier that it has there.
    let passport = ObjectId([7; 16]);
    let there = HashMap::from([(listed[1].file.clone(), passport)]);
    let read = archive.lists().sheets(&there, u64::MAX).unwrap();
    let before = sheets(true);
    assert_eq!(read.contacts, before.contacts);
    assert_eq!(read.settings, before.settings);
    assert!(read.logins == before.logins);
    let names: Vec<_> = read.dates.iter().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(names, ["own/1", &paper_key(passport), "service/css"]);
    assert_eq!(read.dates.get("own/1"), before.dates.get("own/1"));
    // What says that it comes from tomorrow comes from now.
    let early = archive.lists().sheets(&there, 5).unwrap();
    assert!(early.settings.slips().all(|(_, changed, _)| changed == 5));
}

#[test]
fn without_logins_no_password_is_in_any_file() {
    // As a list and as the page write it.
    let holds = |zip: &[u8]| {
        let here = |secret: &[u8]| zip.windows(secret.len()).any(|window| window == secret);
        here(b"p\\\"<&>") || here(b"p&quot;")
    };
    assert!(holds(&written(true)));
    let without = written(false);
    assert!(!holds(&without));
    assert!(
        !files(&without)
            .iter()
            .any(|(name, _)| name == "logins.json")
    );
    assert!(!Archive::open(Cursor::new(without)).unwrap().has_logins());
}

#[test]
fn the_page_names_everything_and_loads_nothing() {
    let files = files(&written(true));
    let (_, page) = files.iter().find(|(name, _)| name == "index.html").unwrap();
    let page = core::str::from_utf8(page).unwrap();
    for (name, _) in files.iter().filter(|(name, _)| name != "index.html") {
        let link = percent_encoding::percent_decode_str(page)
            .decode_utf8()
            .unwrap();
        assert!(link.contains(&format!("href=\"{name}\"")), "{name}");
    }
    for words in [
        "<html lang=\"fr\">",
        "dimanche 22 novembre 2026",
        "Codes &lt;b&gt;",
        "Passeport",
        "mercredi 24 décembre 2036",
        "Sans nom",
        "Perdu",
        "Docteur",
        "mercredi 25 novembre 2026 à 9 h 30",
        "Ada",
        "01 99 00 12 34",
        "p&quot;&lt;&amp;&gt;",
    ] {
        assert!(page.contains(words), "{words}");
    }
    for active in [
        "<script", "src=", "http:", "https:", "//", "url(", "<b>", "on=",
    ] {
        assert!(!page.contains(active), "{active}");
    }
}

/// A place that takes so many bytes and no more.
struct Narrow(Cursor<Vec<u8>>, usize);

impl Write for Narrow {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let end = usize::try_from(self.0.position()).unwrap() + bytes.len();
        if end > self.1 {
            return Err(std::io::ErrorKind::StorageFull.into());
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl std::io::Seek for Narrow {
    fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_place_that_is_full_is_said_to_be() {
    let write = |room| {
        let mut out = Narrow(Cursor::new(Vec::new()), room);
        let mut writer = Writer::new(&mut out, TODAY);
        let mut papers = papers().into_iter();
        let all = papers.try_for_each(|(view, content)| writer.paper(&view, content).map(drop));
        let lists = Lists::of(&sheets(false), &HashMap::new());
        let done = all.and_then(|()| writer.finish(&lists));
        (done, out.0.into_inner())
    };
    let (done, whole) = write(usize::MAX);
    assert!(done.is_ok() && opened(&whole).is_ok());
    for room in (0..whole.len()).step_by(97) {
        let (full, left) = write(room);
        let is_said = matches!(
            full,
            Err(Trouble::File {
                doing: "written",
                ..
            })
        );
        assert!(is_said, "{room}: {full:?}");
        // Whatever lies there is no export.
        assert!(opened(&left).is_err(), "{room}");
    }
}
