//! Prints `THIRD-PARTY.md` as the lock file has it now.

fn main() -> anyhow::Result<()> {
    print!("{}", tests::third_party::notices()?);
    Ok(())
}
