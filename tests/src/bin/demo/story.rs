//! The steps, in order. A step that fails ends the story.

use super::second_computer::{Seen, UnlockMs, second_computer};
use anyhow::{Context, Result, ensure};
use crypto::code::Code;
use key_core::{Stick, Trouble, WallWatch, Watch, stick::Folder};
use serde::Serialize;
use tests::cast::Cast;
use wire::{Hash, Random, folder::Folder as Theme, random::System, structure::VoucherKind};

/// What happened.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Told {
    pub(crate) ok: bool,
    steps: Vec<Step>,
    unlock_ms: UnlockMs,
    stick_bytes: u64,
    portal_files: Vec<String>,
    host_files_left: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Step {
    name: &'static str,
    ok: bool,
    ms: u64,
}

/// Tells the story; with `quiet` only the returned figures do.
pub(crate) async fn tell(quiet: bool) -> Told {
    let mut teller = Teller {
        told: Told::default(),
        quiet,
    };
    match play(&mut teller).await {
        Ok(()) => teller.told.ok = true,
        Err(error) => eprintln!("{error:#}"),
    }
    teller.told
}

struct Teller {
    told: Told,
    quiet: bool,
}

impl Teller {
    /// Runs one step, says it, and notes how long it took.
    async fn step<T>(
        &mut self,
        name: &'static str,
        sentence: &str,
        doing: impl Future<Output = Result<T>>,
    ) -> Result<T> {
        let watch = WallWatch::start();
        let done = doing.await;
        let ms = u64::try_from(watch.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.told.steps.push(Step {
            name,
            ok: done.is_ok(),
            ms,
        });
        if !self.quiet {
            let mark = if done.is_ok() { "✓" } else { "✗" };
            println!("{mark} {sentence} ({ms} ms)");
        }
        done.with_context(|| format!("step {name}"))
    }
}

async fn play(teller: &mut Teller) -> Result<()> {
    let mut random = System::new();
    let watch = WallWatch::start();

    let mut cast = teller
        .step(
            "structure",
            "An association makes its root key.",
            Cast::gather(),
        )
        .await?;
    teller
        .step(
            "portal",
            "It sets up its portal, which answers over TLS.",
            cast.start_portal(),
        )
        .await?;
    let first = cast.stick("first");
    teller
        .step(
            "provision",
            "A mediator prepares a stick. It holds no key.",
            cast.provision(&first, VoucherKind::Account),
        )
        .await?;

    let stick = Stick::new(Folder::new(&first));
    let digits = key_core::code::propose_digits(&mut random);
    let code = key_core::code::choose_digits(&digits)?;
    let opening = async {
        let made = key_core::first_opening(&stick, &code, &mut random, &watch).await?;
        ensure!(made.card.is_some(), "no card to print");
        Ok(made.opened.space)
    };
    let mut space = teller
        .step(
            "first_opening",
            "Samia opens her stick and chooses her code.",
            opening,
        )
        .await?;

    let pdf = tests::papers::pdf("Attestation de droits", 1_200_000, &mut random)?;
    let note = "Rendez-vous mardi 5 mai 2026 à 10 heures.";
    let put = async {
        let content = std::io::Cursor::new(pdf.clone());
        let length = pdf.len() as u64;
        let media = "application/pdf";
        space
            .put_paper(
                Theme::Papiers,
                "Attestation",
                media,
                content,
                length,
                &mut random,
            )
            .await?;
        space
            .put_note(Theme::Private, "Rendez-vous", note, &mut random)
            .await?;
        Ok(())
    };
    teller
        .step("put_in", "She puts in a paper and a note.", put)
        .await?;
    let locking = async { Ok(space.lock(&stick, &mut random).await?) };
    teller
        .step("lock", "She closes and leaves.", locking)
        .await?;

    let away = async {
        let (seen, left): (Seen, _) = second_computer(&cast, &first, &digits).await?;
        let expected = [
            ("Attestation".to_owned(), Hash::of(&pdf).to_hex()),
            ("Rendez-vous".to_owned(), Hash::of(note.as_bytes()).to_hex()),
        ];
        ensure!(
            seen.objects == expected,
            "not the same papers, byte for byte"
        );
        Ok((seen.unlock_ms, left))
    };
    let (unlock_ms, left) = teller
        .step(
            "second_computer",
            "At the library she finds both again, byte for byte.",
            away,
        )
        .await?;
    teller.told.unlock_ms = unlock_ms;
    teller.told.host_files_left = left;
    ensure!(
        teller.told.host_files_left.is_empty(),
        "the library's computer kept something"
    );

    let wrong = another_code(&digits, &mut random)?;
    let refused = async {
        match key_core::open(&stick, &wrong, &mut random, &watch).await {
            Err(Trouble::WrongCode(tries)) => {
                ensure!(tries.left < 10, "the gate did not count");
                Ok(())
            }
            Err(other) => Err(other.into()),
            Ok(_) => anyhow::bail!("a wrong code opened the space"),
        }
    };
    teller
        .step(
            "wrong_code",
            "Somebody tries another code: refused, and counted.",
            refused,
        )
        .await?;

    let second = cast.stick("second");
    let second_digits = key_core::code::propose_digits(&mut random);
    let second_code = key_core::code::choose_digits(&second_digits)?;
    let spare = Stick::new(Folder::new(&second));
    let adding = async {
        cast.provision(&second, VoucherKind::Slot).await?;
        let mut space = key_core::open(&stick, &code, &mut random, &watch)
            .await?
            .space;
        let lost = space.slot();
        let mut administration = space.administer(&stick, &code, &mut random, &watch).await?;
        administration
            .add_stick(&spare, &second_code, &mut random)
            .await?;
        space.lock(&stick, &mut random).await?;
        Ok(lost)
    };
    let lost = teller
        .step("second_stick", "She gets a second stick.", adding)
        .await?;
    let revoking = async {
        let mut space = key_core::open(&spare, &second_code, &mut random, &watch)
            .await?
            .space;
        let administration = space
            .administer(&spare, &second_code, &mut random, &watch)
            .await?;
        administration.revoke(lost, &mut random).await?;
        space.lock(&spare, &mut random).await?;
        Ok(())
    };
    teller
        .step(
            "revoke_first",
            "The first is lost. She revokes it from the second.",
            revoking,
        )
        .await?;
    let dead = async {
        match key_core::open(&stick, &code, &mut random, &watch).await {
            Err(Trouble::Revoked) => Ok(()),
            Err(other) => Err(other.into()),
            Ok(_) => anyhow::bail!("a revoked stick opened the space"),
        }
    };
    teller
        .step(
            "first_refused",
            "Whoever finds it opens nothing, even with the code.",
            dead,
        )
        .await?;
    let alive = async {
        let (seen, left) = second_computer(&cast, &second, &second_digits).await?;
        ensure!(seen.objects.len() == 2, "papers are missing");
        ensure!(left.is_empty(), "the computer kept something");
        Ok(())
    };
    teller
        .step("second_opens", "The second stick opens everything.", alive)
        .await?;

    teller.told.stick_bytes = cast.bytes_below(&second)?;
    teller.told.portal_files = cast.portal_files()?;
    cast.stop().await
}

fn another_code(digits: &str, random: &mut dyn Random) -> Result<Code> {
    loop {
        let proposal = key_core::code::propose_digits(random);
        if proposal != digits {
            return Ok(key_core::code::choose_digits(&proposal)?);
        }
    }
}
