//! What each way back in costs: the programs' own share of it, both screens at a machine's pace, in openings
//! of the same space in the same run.

use super::{Figures, process};
use anyhow::Result;
use key_core::{WallWatch, Watch, stick::Folder as Medium};
use tests::{
    recovering::{Home, approve, ask, finish, only},
    world::{CODE, World, open},
};
use wire::random::System;

/// What holders of two structures wait for where there is no card.
const WAIT: u64 = 48 * 3_600;

#[derive(Clone, Copy)]
enum Way {
    /// The code was forgotten, the stick is in hand: one holder and the card.
    ForgottenCode,
    /// The stick is lost: one holder and the card, on a new one.
    LostStick,
    /// Neither stick nor card: two holders, and a wait that costs nothing here.
    WithoutCard,
}

pub(crate) async fn measure(figures: &mut Figures) -> Result<()> {
    for (name, way) in [
        ("forgotten_code", Way::ForgottenCode),
        ("lost_stick", Way::LostStick),
        ("without_card", Way::WithoutCard),
    ] {
        let home = Home::of_two_structures(World::start().await?).await?;
        let opening = opening(&home.stick).await?;
        let took = recover(&home, way).await?;
        figures.note(&format!("recovery_{name}_ms"), took);
        figures.note(&format!("recovery_{name}_openings"), took / opening);
    }
    Ok(())
}

/// The best of a few, in milliseconds.
async fn opening(stick: &Medium) -> Result<f64> {
    let mut best = f64::MAX;
    for _ in 0..3 {
        let start = WallWatch::start();
        open(stick, CODE).await?;
        best = best.min(process::ms(start.elapsed()));
    }
    Ok(best)
}

async fn recover(home: &Home, way: Way) -> Result<f64> {
    let (stick, card) = match way {
        Way::ForgottenCode => {
            home.prepare_own()?;
            (home.stick.clone(), home.card())
        }
        Way::LostStick => (home.new_stick("new")?, home.card()),
        Way::WithoutCard => (home.new_stick("new")?, None),
    };
    let start = WallWatch::start();
    let mut asking = ask(&stick, card).await?;
    if matches!(way, Way::WithoutCard) {
        let random = &mut System::new();
        let number = asking.look(random).await?.number;
        let held = only(&home.amel).await?;
        home.amel.point(&held, &number).await?;
        approve(&mut asking, &home.amel, 0).await?;
        approve(&mut asking, &home.omar, 1).await?;
        home.world.clock.advance(WAIT);
    } else {
        approve(&mut asking, &home.amel, 0).await?;
    }
    let opened = finish(asking, &stick).await?;
    let took = process::ms(start.elapsed());
    home.is_whole(&opened.space).await?;
    Ok(took)
}
