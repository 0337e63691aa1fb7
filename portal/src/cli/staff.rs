//! The verbs of the desk's staff: in by a link that serves once, out at once.

use std::path::PathBuf;

use clap::Subcommand;

use crate::{
    Deps, Settings,
    staff::{self, Invited, Role},
};

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Makes a link that lets somebody in once, within seven days.
    Invite {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
        /// In what quality.
        #[arg(long)]
        role: Role,
        /// What colleagues call them.
        #[arg(long)]
        name: String,
    },
    /// Shows who works at the desk, and who did.
    List {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
    },
    /// Ends somebody's access at once: after a lost device, or when they leave.
    End {
        /// The data folder.
        #[arg(long)]
        data: PathBuf,
        /// Their id, as the list shows it.
        #[arg(long)]
        id: String,
    },
}

/// Does what the verb says.
pub(super) fn run(verb: Verb) -> anyhow::Result<()> {
    let deps = Deps::system();
    match verb {
        Verb::Invite { data, role, name } => {
            let invited = staff::invite(&Settings::read(&data)?, &name, role, &deps)?;
            show(&name, &invited);
        }
        Verb::List { data } => {
            let all = staff::list(&Settings::read(&data)?, &deps)?;
            for one in &all {
                println!("{}  {}  {}  {}", one.id, one.stands, one.role, one.name);
            }
            if all.is_empty() {
                println!("Nobody was invited to the desk.");
            }
        }
        Verb::End { data, id } => {
            staff::end(&Settings::read(&data)?, &id, &deps)?;
            println!("They no longer come in.");
        }
    }
    Ok(())
}

/// Shows a link, once: it is kept nowhere.
pub(super) fn show(name: &str, invited: &Invited) {
    println!(
        "The desk, for {name}: open this once, within seven days, on the device that will keep the passkey:\n  {}",
        invited.link
    );
}
