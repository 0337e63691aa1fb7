//! Makes the sentences of the launcher from the texts of the stick, in nine languages: a sentence that one
//! of them lacks fails the build. So does a key in the environment that is none: a program that knew no key would
//! check nothing.

use fluent_syntax::{
    ast::{Entry, PatternElement},
    parser::parse,
};
use std::{collections::BTreeMap, env, error::Error, fs, path::Path};

/// The language of the computer, or else the first.
const LANGUAGES: [&str; 9] = ["fr", "en", "ar", "uk", "es", "pt", "ro", "tr", "ru"];
/// What the launcher says, as it is called in the texts.
const SAID: [&str; 3] = ["said-changed", "said-nothing", "said-missing"];

/// Where `./cle stick` tells the build which key signs versions.
const KEY: &str = "CLE_RELEASE_KEY";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-env-changed={KEY}");
    // As `PublicKey::parse` reads it: the line that counts.
    if let Some(key) = env::var_os(KEY) {
        let key = key.to_string_lossy();
        let line = key.lines().map(str::trim).rfind(|line| !line.is_empty());
        minisign_verify::PublicKey::from_base64(line.unwrap_or_default())
            .map_err(|_| format!("{KEY} is no public key of minisign"))?;
    }
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../packaging/usb/texts");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut rust = String::from("const SENTENCES: &[(&str, [&str; 3])] = &[\n");
    for language in LANGUAGES {
        let texts = read(&folder.join(format!("{language}.ftl")))?;
        let mut said = Vec::new();
        for key in SAID {
            said.push(texts.get(key).ok_or(format!("{language}: no {key}"))?);
        }
        rust.push_str(&format!("    ({language:?}, {said:?}),\n"));
    }
    rust.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("sentences.rs"), rust)?;
    Ok(())
}

/// Plain messages by name: what is put in has no place here.
fn read(file: &Path) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let resource = parse(text).map_err(|(_, faults)| format!("{}: {faults:?}", file.display()))?;
    let mut texts = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        if let Some([PatternElement::TextElement { value }]) =
            message.value.as_ref().map(|pattern| &pattern.elements[..])
        {
            texts.insert(message.id.name.clone(), value.clone());
        }
    }
    Ok(texts)
}
