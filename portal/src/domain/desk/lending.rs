//! How something that is lent comes back and goes out again. What came back is wiped before anybody else has it: a
//! stick with the line of the program that did it, anything else on the word of whoever did it.

use wire::Wiped;

use super::{
    charter,
    stock::{self, Refused, Unproved, Why},
};
use crate::{
    records::{ItemStage as Stage, Kind, Proof, StaffId, Step, With},
    store::Tx,
};

/// A computer's clock may be ahead by so many seconds.
const AHEAD_S: u64 = 3_600;

/// How something was wiped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// The line of the program.
    Proof(Wiped),
    /// The same, and somebody's word that it was the right stick: on which nothing was left to wipe.
    Again(Wiped),
    /// Somebody's word.
    Word,
}

/// Writes down that something was wiped. A proof counts once, where it is of this number, and of after the last loan. One
/// of no key file at all is no proof: it was another folder, or the stick had been wiped already, as somebody says.
///
/// # Errors
/// [`Refused`]; a stick is not wiped on somebody's word, nor anything else by a proof.
pub(crate) fn wiped(
    tx: &mut Tx<'_>,
    (kind, number): (Kind, u32),
    how: How,
    by: StaffId,
    now: u64,
) -> Result<(), Refused> {
    let (_, steps) = stock::one(tx, kind, number)?.ok_or(Refused::NotThere(number))?;
    // Sent twice by one press too many: it is noted.
    let is_noted = |step: &Step, line: &Wiped| {
        let is_moment = now < step.time.saturating_add(stock::MOMENT_S);
        let has_line = matches!(&step.with, Some(With::Proof(kept)) if kept.time == line.time);
        step.to == Stage::Wiped && step.by == by && is_moment && has_line
    };
    if let (Some(step), How::Proof(line) | How::Again(line)) = (steps.first(), how)
        && line.number == number
        && is_noted(step, &line)
    {
        return Ok(());
    }
    let with = match (kind, how) {
        (Kind::Stick, How::Proof(wiped) | How::Again(wiped)) => {
            let lent = steps.iter().find(|step| step.to == Stage::Lent);
            let lent = lent.map_or(0, |step| step.time);
            if wiped.number != number {
                return Err(Refused::Proof(Unproved::Other(wiped.number)));
            }
            if wiped.time < lent {
                return Err(Refused::Proof(Unproved::Before));
            }
            // A clock that was ahead dated the proof of before: after the loan that followed it, maybe.
            let kept = steps.iter().find_map(|step| match &step.with {
                Some(With::Proof(kept)) => Some(kept.time),
                _ => None,
            });
            if kept.is_some_and(|kept| wiped.time <= kept) {
                return Err(Refused::Proof(Unproved::Used));
            }
            if wiped.time > now.saturating_add(AHEAD_S) {
                return Err(Refused::Proof(Unproved::Ahead));
            }
            match how {
                How::Again(_) if wiped.files == 0 => With::Word,
                _ if wiped.files == 0 => return Err(Refused::Proof(Unproved::Nothing)),
                _ => With::Proof(Proof {
                    time: wiped.time,
                    files: wiped.files,
                    bytes: wiped.bytes,
                    others: wiped.others,
                }),
            }
        }
        (Kind::Computer | Kind::Phone, How::Word) => With::Word,
        _ => return Err(Refused::Proof(Unproved::Unreadable)),
    };
    stock::change_with(tx, (kind, number), (Stage::Wiped, with), by, now)
}

/// Writes down that something was lent, and that the person accepted the charter of today in this language. What is
/// blocked is lent already: it comes back before somebody else accepts anything.
///
/// # Errors
/// [`Refused`].
pub(crate) fn lend(
    tx: &mut Tx<'_>,
    (kind, number): (Kind, u32),
    language: &'static charter::Text,
    by: StaffId,
    now: u64,
) -> Result<(), Refused> {
    let (item, _) = stock::one(tx, kind, number)?.ok_or(Refused::NotThere(number))?;
    if item.stage == Stage::Frozen {
        return Err(Refused::Step(number, Why::NotBack));
    }
    let with = With::Charter(charter::VERSION, language.code.to_owned());
    stock::change_with(tx, (kind, number), (Stage::Lent, with), by, now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Memory, Store, WriteError};

    const BY: StaffId = StaffId([7; 16]);
    const NOW: u64 = 1_000_000;

    struct Stock(Store);

    impl Stock {
        fn with(kind: Kind, number: u32) -> Self {
            let stock = Self(Store::start(Memory::new()).unwrap());
            stock
                .write(move |tx| stock::add(tx, kind, number..=number, BY, NOW))
                .unwrap();
            stock
        }

        fn write(
            &self,
            rule: impl FnOnce(&mut Tx<'_>) -> Result<(), Refused> + Send + 'static,
        ) -> Result<(), Refused> {
            self.0.write(rule).map_err(|error| match error {
                WriteError::Refused(refused) => refused,
                WriteError::Store(trouble) => trouble.into(),
            })
        }

        fn change(&self, kind: Kind, to: Stage, now: u64) -> Result<(), Refused> {
            self.write(move |tx| stock::change(tx, kind, 41..=41, to, BY, now))
        }

        fn wipe(&self, kind: Kind, how: How, now: u64) -> Result<(), Refused> {
            self.write(move |tx| wiped(tx, (kind, 41), how, BY, now))
        }

        fn last(&self, kind: Kind) -> Step {
            let found = self.0.read(|read| stock::one(read, kind, 41)).unwrap();
            found.unwrap().1.swap_remove(0)
        }
    }

    fn proof(number: u32, time: u64) -> How {
        How::Proof(Wiped {
            number,
            time,
            files: 4,
            bytes: 32_768,
            others: 0,
        })
    }

    #[test]
    fn a_stick_comes_back_is_wiped_with_proof_and_lent_again() {
        let stock = Stock::with(Kind::Stick, 41);
        let french = charter::text("fr").unwrap();
        let lent = |now| stock.write(move |tx| lend(tx, (Kind::Stick, 41), french, BY, now));
        lent(NOW + 10).unwrap();
        let with = stock.last(Kind::Stick).with;
        assert_eq!(with, Some(With::Charter(charter::VERSION, "fr".into())));
        // Still with somebody.
        let early = stock.wipe(Kind::Stick, proof(41, NOW + 20), NOW + 20);
        assert_eq!(early, Err(Refused::Step(41, Why::NotBack)));
        stock
            .change(Kind::Stick, Stage::Returned, NOW + 30)
            .unwrap();
        // No proof, another's, an old one, one of tomorrow.
        let bare = stock.change(Kind::Stick, Stage::Wiped, NOW + 40);
        assert_eq!(bare, Err(Refused::Step(41, Why::NoProof)));
        for (how, why) in [
            (How::Word, Unproved::Unreadable),
            (proof(42, NOW + 35), Unproved::Other(42)),
            (proof(41, NOW + 9), Unproved::Before),
            (proof(41, NOW + 40 + AHEAD_S + 1), Unproved::Ahead),
        ] {
            let refused = stock.wipe(Kind::Stick, how, NOW + 40);
            assert_eq!(refused, Err(Refused::Proof(why)));
        }
        assert_eq!(stock.last(Kind::Stick).to, Stage::Returned);
        // Wiped before it was noted as back: it is the same return.
        stock
            .wipe(Kind::Stick, proof(41, NOW + 25), NOW + 40)
            .unwrap();
        let Some(With::Proof(kept)) = stock.last(Kind::Stick).with else {
            panic!("no proof");
        };
        assert_eq!((kept.time, kept.files, kept.bytes), (NOW + 25, 4, 32_768));
        lent(NOW + 50).unwrap();
        stock
            .change(Kind::Stick, Stage::Returned, NOW + 60)
            .unwrap();
        // The proof of the loan before.
        let again = stock.wipe(Kind::Stick, proof(41, NOW + 25), NOW + 70);
        assert_eq!(again, Err(Refused::Proof(Unproved::Before)));
    }

    #[test]
    fn what_is_pressed_twice_is_noted_once() {
        let stock = Stock::with(Kind::Stick, 41);
        let lend = |code, now| {
            let text = charter::text(code).unwrap();
            stock.write(move |tx| lend(tx, (Kind::Stick, 41), text, BY, now))
        };
        let same = Err(Refused::Step(41, Why::Same));
        lend("ar", NOW + 1).unwrap();
        lend("ar", NOW + 2).unwrap();
        // Another language, or later: that is no second press.
        assert_eq!(lend("fr", NOW + 2), same);
        assert_eq!(lend("ar", NOW + 1 + stock::MOMENT_S), same);
        assert_eq!(stock.last(Kind::Stick).time, NOW + 1);
        stock.change(Kind::Stick, Stage::Returned, NOW + 3).unwrap();
        for _ in 0..2 {
            let line = proof(41, NOW + 4);
            stock.wipe(Kind::Stick, line, NOW + 5).unwrap();
        }
        // The sentence was still ticked from a line of nothing.
        let How::Proof(line) = proof(41, NOW + 4) else {
            panic!("no proof");
        };
        stock.wipe(Kind::Stick, How::Again(line), NOW + 5).unwrap();
        let older = stock.wipe(Kind::Stick, proof(41, NOW + 3), NOW + 5);
        assert_eq!(older, Err(Refused::Proof(Unproved::Used)));
        let (_, steps) = stock
            .0
            .read(|read| super::stock::one(read, Kind::Stick, 41))
            .unwrap()
            .unwrap();
        assert_eq!(steps.len(), 4);
    }

    #[test]
    fn a_stick_that_is_blocked_is_lent_to_nobody_else() {
        let stock = Stock::with(Kind::Stick, 41);
        let french = charter::text("fr").unwrap();
        let lent = |now| stock.write(move |tx| lend(tx, (Kind::Stick, 41), french, BY, now));
        lent(NOW + 1).unwrap();
        stock.change(Kind::Stick, Stage::Frozen, NOW + 2).unwrap();
        assert_eq!(lent(NOW + 3), Err(Refused::Step(41, Why::NotBack)));
        assert_eq!(stock.last(Kind::Stick).to, Stage::Frozen);
        // It is let go again without any charter.
        stock.change(Kind::Stick, Stage::Lent, NOW + 4).unwrap();
        assert_eq!(stock.last(Kind::Stick).with, None);
    }

    #[test]
    fn a_proof_of_a_clock_that_was_ahead_counts_once() {
        let stock = Stock::with(Kind::Stick, 41);
        let round = |now| {
            stock.change(Kind::Stick, Stage::Lent, now).unwrap();
            stock.change(Kind::Stick, Stage::Returned, now + 1).unwrap();
        };
        let ahead = NOW + 1_800;
        round(NOW + 1);
        stock.wipe(Kind::Stick, proof(41, ahead), NOW + 3).unwrap();
        round(NOW + 10);
        for time in [ahead, ahead - 1] {
            let again = stock.wipe(Kind::Stick, proof(41, time), NOW + 12);
            assert_eq!(again, Err(Refused::Proof(Unproved::Used)));
        }
        stock
            .wipe(Kind::Stick, proof(41, ahead + 9), NOW + 12)
            .unwrap();
    }

    #[test]
    fn a_line_of_no_key_file_counts_with_somebodys_word_alone() {
        let stock = Stock::with(Kind::Stick, 41);
        stock.change(Kind::Stick, Stage::Lent, NOW + 1).unwrap();
        stock.change(Kind::Stick, Stage::Returned, NOW + 2).unwrap();
        let nothing = |number| Wiped {
            number,
            time: NOW + 3,
            files: 0,
            bytes: 0,
            others: 0,
        };
        let bare = stock.wipe(Kind::Stick, How::Proof(nothing(41)), NOW + 4);
        assert_eq!(bare, Err(Refused::Proof(Unproved::Nothing)));
        // The word is of the stick of this line.
        let other = stock.wipe(Kind::Stick, How::Again(nothing(42)), NOW + 4);
        assert_eq!(other, Err(Refused::Proof(Unproved::Other(42))));
        stock
            .wipe(Kind::Stick, How::Again(nothing(41)), NOW + 4)
            .unwrap();
        assert_eq!(stock.last(Kind::Stick).with, Some(With::Word));
    }

    #[test]
    fn a_computer_is_wiped_on_somebodys_word() {
        for kind in [Kind::Computer, Kind::Phone] {
            let stock = Stock::with(kind, 41);
            stock.change(kind, Stage::Lent, NOW + 1).unwrap();
            stock.change(kind, Stage::Returned, NOW + 2).unwrap();
            let proof = stock.wipe(kind, proof(41, NOW + 3), NOW + 3);
            assert_eq!(proof, Err(Refused::Proof(Unproved::Unreadable)));
            stock.wipe(kind, How::Word, NOW + 3).unwrap();
            assert_eq!(stock.last(kind).with, Some(With::Word));
        }
    }
}
