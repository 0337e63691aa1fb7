//! A program of this computer that speaks, where there is one: espeak-ng. What is said goes to it through a
//! pipe and comes back as sound; nothing of it is written anywhere, or leaves the computer.

use std::process::Stdio;
use tokio::{io::AsyncWriteExt, process::Command};

const PROGRAM: &str = "espeak-ng";
/// Words a minute: slower than usual.
const SPEED: &str = "140";
/// Longest text at once, in characters.
const LONGEST: usize = 5_000;
/// Bytes before the first sample, as that program writes them.
const HEADER: usize = 44;

/// That program, as this computer starts it.
fn voices() -> Command {
    #[cfg(not(target_os = "linux"))]
    return Command::new(PROGRAM);
    #[cfg(target_os = "linux")]
    {
        let mut command = Command::new(PROGRAM);
        release::carried::leave(command.as_std_mut());
        command
    }
}

/// Whether it is there and speaks a language of the window.
pub(crate) async fn speaks(language: &str) -> bool {
    let Some(voice) = voice(language) else {
        return false;
    };
    let asked = voices()
        .arg(format!(
            "--voices={}",
            voice.split('-').next().unwrap_or(voice)
        ))
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .output()
        .await;
    // The first line only names the columns.
    asked.is_ok_and(|told| {
        told.status.success()
            && told
                .stdout
                .split(|b| *b == b'\n')
                .filter(|l| !l.is_empty())
                .count()
                > 1
    })
}

/// The text as sound: WAV, 16 bits, one channel. `None` where it is not said.
pub(crate) async fn say(text: &str, language: &str) -> Option<Vec<u8>> {
    let text: String = text.chars().take(LONGEST).collect();
    let mut speaking = voices()
        .args([
            "-v",
            voice(language)?,
            "-s",
            SPEED,
            "-b",
            "1",
            "--stdout",
            "--stdin",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .ok()?;
    let mut mouth = speaking.stdin.take()?;
    let told = async move {
        let _ = mouth.write_all(text.as_bytes()).await;
    };
    let (spoken, ()) = tokio::join!(speaking.wait_with_output(), told);
    whole(spoken.ok()?.stdout)
}

/// It writes its lengths before it knows them: here they are put right.
fn whole(mut sound: Vec<u8>) -> Option<Vec<u8>> {
    let length = u32::try_from(sound.len()).ok()?;
    let known = sound.len() > HEADER
        && sound.starts_with(b"RIFF")
        && sound[8..16] == *b"WAVEfmt "
        && sound[36..40] == *b"data";
    if !known {
        return None;
    }
    let header = u32::try_from(HEADER).ok()?;
    sound[4..8].copy_from_slice(&(length - 8).to_le_bytes());
    sound[40..44].copy_from_slice(&(length - header).to_le_bytes());
    Some(sound)
}

/// What that program calls a language of the window.
fn voice(language: &str) -> Option<&'static str> {
    Some(match language {
        "fr" => "fr",
        "en" => "en-gb",
        "ar" => "ar",
        "uk" => "uk",
        "es" => "es",
        "pt" => "pt",
        "ro" => "ro",
        "tr" => "tr",
        "ru" => "ru",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_language_of_the_window_is_heard() {
        for (language, text) in [
            ("fr", "Bonjour"),
            ("en", "Hello"),
            ("ar", "مرحبا"),
            ("uk", "Добрий день"),
            ("es", "Buenos días"),
            ("pt", "Bom dia"),
            ("ro", "Bună ziua"),
            ("tr", "Merhaba"),
            ("ru", "Здравствуйте"),
        ] {
            assert!(speaks(language).await, "{language}");
            let Some(sound) = say(text, language).await else {
                panic!("{language} is not said");
            };
            let samples = sound[HEADER..].as_chunks::<2>().0;
            let loud = samples
                .iter()
                .filter(|s| i16::from_le_bytes(**s).unsigned_abs() > 500);
            assert!(loud.count() > 1_000, "{language} is silence");
            let length = u32::from_le_bytes([sound[40], sound[41], sound[42], sound[43]]);
            assert_eq!(length as usize, sound.len() - HEADER);
        }
    }

    #[tokio::test]
    async fn what_is_no_language_of_the_window_reaches_no_program() {
        assert!(!speaks("-w/tmp/x").await);
        assert_eq!(say("Bonjour", "-w/tmp/x").await, None);
    }

    #[test]
    fn what_is_no_sound_is_none() {
        assert_eq!(whole(Vec::new()), None);
        assert_eq!(whole(vec![0; 100]), None);
    }
}
