//! A person without a window, for systems on which none can be driven: `headless first` opens a prepared stick for
//! the first time and puts a note in, `headless open` opens it and says what is there. It lies on no stick but one of the
//! tests', on which the launcher starts it as it starts the window.

use anyhow::{Context, Result, bail};
use crypto::code::Code;
use key_core::{Stick, WallWatch, first_opening, open, stick::Folder as Medium};
use wire::{folder::Folder, random::System};

/// Title and text of the note.
const NOTE: [&str; 2] = ["Une note", "écrite ici"];

#[tokio::main]
async fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (what, stick, code) = match &words[..] {
        [what, stick, code] => (what, stick, code),
        [word, stick, what, code] if word == "--stick" => (what, stick, code),
        // The launcher asks so whether it is loaded.
        [word] if word == "--version" => return Ok(()),
        _ => bail!("headless first|open STICK CODE, or --stick STICK first|open CODE"),
    };
    let stick = Stick::new(Medium::new(stick));
    let code = Code::digits(code).context("a code has digits")?;
    let (mut random, watch) = (System::new(), WallWatch::start());
    let space = match &**what {
        "first" => {
            let made = first_opening(&stick, &code, &mut random, &watch).await?;
            let mut space = made.opened.space;
            let [title, text] = NOTE;
            space
                .put_note(Folder::Private, title, text, &mut random)
                .await?;
            space
        }
        "open" => open(&stick, &code, &mut random, &watch).await?.space,
        other => bail!("{other}: first or open"),
    };
    for note in space.list(Folder::Private) {
        println!("{}", note.title);
    }
    space.lock(&stick, &mut random).await?;
    Ok(())
}
