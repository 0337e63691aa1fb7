//! Takes the checks of `tests/lying/mutations.json` out, one at a time, in a copy of the workspace, and
//! says whether the lying portal then succeeds. Takes minutes for each; run by hand and in `./cle check`.

use anyhow::{Result, ensure};
use clap::Parser;
use serde_json::json;
use std::path::PathBuf;
use tests::{
    lying::mutation::{Copy, Seen, list},
    report,
};

/// What it is told.
#[derive(Parser)]
struct Words {
    /// Only those whose name begins so; all, where none is given.
    names: Vec<String>,
    /// Where the copy is built; `target/mutations` unless said otherwise.
    #[arg(long, default_value = "target/mutations")]
    target: PathBuf,
}

fn main() -> Result<()> {
    let words = Words::parse();
    let copy = tempfile::tempdir()?;
    let target = std::path::absolute(&words.target)?;
    let workspace = Copy::make(copy.path(), &target)?;
    let chosen = |name: &str| {
        words.names.is_empty() || words.names.iter().any(|front| name.starts_with(front))
    };
    let (mut tried, mut missed) = (0, 0);
    for mutation in list()?.iter().filter(|m| chosen(&m.name)) {
        let seen = workspace.try_out(mutation);
        let caught = matches!(seen, Ok(Seen::Caught));
        let said = match &seen {
            Ok(Seen::Caught) => "caught".to_owned(),
            Ok(Seen::Missed(attacks)) => format!("MISSED: {} did not succeed", attacks.join(", ")),
            Err(error) => format!("NOT TRIED: {error:#}"),
        };
        println!("{}: {said}", mutation.name);
        tried += 1;
        missed += usize::from(!caught);
        let line = json!({
            "mutation": mutation.name, "what": mutation.what, "attacks": mutation.attacks,
            "caught": caught, "said": said,
        });
        report::list("lying_portal_mutations", "mutation", vec![line])?;
    }
    println!("{tried} mutations, {} caught", tried - missed);
    ensure!(missed == 0, "{missed} were not caught");
    Ok(())
}
