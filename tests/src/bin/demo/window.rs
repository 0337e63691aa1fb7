//! The window itself, on a stick of an invented person, beside a line in the console.

use anyhow::{Context, Result, ensure};
use key_core::{Stick, WallWatch, help::Role, stick::Folder};
use std::path::{Path, PathBuf};
use tests::cast::Cast;
use tokio::process::Command;
use wire::{folder::Folder as Theme, random::System, structure::VoucherKind};

/// Whether there is a screen to open a window on.
pub(crate) fn has_screen() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some())
}

/// Sets everything up, opens the window, and leaves nothing running when it is closed or Ctrl-C is
/// pressed. With `new`, the stick has never been opened.
pub(crate) async fn show(new: bool) -> Result<()> {
    println!(
        "An association sets up its portal and prepares a stick for Samia, who does not exist…"
    );
    let mut cast = Cast::gather().await?;
    cast.start_portal().await?;
    let stick = cast.stick("samia");
    cast.provision(&stick, VoucherKind::Account).await?;
    cast.copy_program(&stick)?;
    if new {
        println!("The window asks for a new code: take the one it proposes, and type it again.");
    } else {
        println!("Samia's code: {}", furnish(&stick).await?);
        let amel = helper(&cast).await?;
        println!(
            "Amel helps people of this association. Her code: {}",
            amel.code
        );
        println!("Her window, in another console: {}", amel.program.display());
    }
    println!("Ctrl-C here ends everything.");
    let mut window = Command::new(stick.join("cle"))
        .kill_on_drop(true)
        .spawn()
        .context("the window does not open: was it built?")?;
    let ended = tokio::select! {
        ended = window.wait() => Some(ended?),
        _ = tokio::signal::ctrl_c() => None,
    };
    if let Some(status) = ended {
        ensure!(status.success(), "the window ended badly");
    } else {
        window.kill().await?;
    }
    cast.stop().await
}

/// A certified helper, with a stick of her own.
struct Helper {
    code: String,
    program: PathBuf,
}

/// Amel asks to help, and the association's officer certifies her.
async fn helper(cast: &Cast) -> Result<Helper> {
    let folder = cast.stick("amel");
    cast.provision(&folder, VoucherKind::Account).await?;
    cast.copy_program(&folder)?;
    let (stick, watch) = (Stick::new(Folder::new(&folder)), WallWatch::start());
    let random = &mut System::new();
    let digits = key_core::code::propose_digits(random);
    let code = key_core::code::choose_digits(&digits)?;
    let made = key_core::first_opening(&stick, &code, random, &watch).await?;
    let space = made.opened.space;
    cast.certify(&space, "Amel B.", Role::SocialWorker).await?;
    space.lock(&stick, random).await?;
    Ok(Helper {
        code: digits,
        program: folder.join("cle"),
    })
}

/// Opens Samia's space for the first time and puts in what the window then shows. Answers with the code.
async fn furnish(stick: &Path) -> Result<String> {
    let (stick, watch) = (Stick::new(Folder::new(stick)), WallWatch::start());
    let random = &mut System::new();
    let digits = key_core::code::propose_digits(random);
    let code = key_core::code::choose_digits(&digits)?;
    let mut space = key_core::first_opening(&stick, &code, random, &watch)
        .await?
        .opened
        .space;
    for (folder, title) in [
        (Theme::Papiers, "Carte d’identité"),
        (Theme::Argent, "Attestation CAF"),
        (Theme::Logement, "Quittance de loyer"),
    ] {
        let paper = tests::papers::pdf(title, 60_000, random)?;
        let length = paper.len() as u64;
        let content = std::io::Cursor::new(paper);
        space
            .put_paper(folder, title, "application/pdf", content, length, random)
            .await?;
    }
    let note = "Rendez-vous mardi 5 mai à 10 heures.\nPrendre la carte d’identité.";
    space
        .put_note(Theme::Private, "À ne pas oublier", note, random)
        .await?;
    space.lock(&stick, random).await?;
    Ok(digits)
}
