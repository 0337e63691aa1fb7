//! How tries are counted: ten wrong codes in a row, twenty-five in one enrolment, waits from the
//! sixth on. A good code clears the row and gives back its own try, no other.

use wire::{Code, Refusal, gate::Tries, limits};

use crate::records::Line;

/// Wrong codes in a row after which waiting begins.
const FREE: u32 = 5;

/// A line that has just begun.
pub(crate) fn fresh() -> Line {
    Line {
        in_a_row: 0,
        row_limit: limits::CONSECUTIVE,
        enrolment: 0,
        enrolment_limit: limits::CUMULATIVE,
        lifetime: 0,
        last: 0,
        controls: None,
        suspended: false,
        suspend_n: 0,
    }
}

/// Tries left before the stick freezes.
pub(crate) fn left(line: &Line) -> u32 {
    let row = line.row_limit.saturating_sub(line.in_a_row);
    row.min(line.enrolment_limit.saturating_sub(line.enrolment))
}

/// The counters, as the stick is told.
pub(crate) fn tries(line: &Line) -> Tries {
    Tries {
        in_a_row: line.in_a_row,
        enrolment: line.enrolment,
        lifetime: line.lifetime,
        left: left(line),
        not_before: match wait(line) {
            0 => 0,
            wait => line.last + wait,
        },
    }
}

/// Counts one try as wrong, until its success is told.
///
/// # Errors
/// `GateSuspended`, `GateFrozen`, or `GateWait` with the seconds that are left.
pub(crate) fn count(line: &Line, now: u64) -> Result<Line, Refusal> {
    if line.suspended {
        return Err(Code::GateSuspended.into());
    }
    if left(line) == 0 {
        return Err(Code::GateFrozen.into());
    }
    match wait_left(line, now) {
        0 => Ok(Line {
            in_a_row: line.in_a_row + 1,
            enrolment: line.enrolment + 1,
            lifetime: line.lifetime.saturating_add(1),
            last: now,
            ..line.clone()
        }),
        seconds => Err(Refusal {
            code: Code::GateWait,
            retry_after_s: Some(seconds),
        }),
    }
}

/// The clock went back since the last try: the wait starts again now, so that it ends in its
/// nominal time and not when the clock has caught up.
pub(crate) fn clock_went_back(line: &Line, now: u64) -> Option<Line> {
    (line.last > now).then(|| Line {
        last: now,
        ..line.clone()
    })
}

/// Takes a good code in: how many wrong ones came before it, and the line afterwards.
pub(crate) fn succeed(line: &Line) -> (Tries, Line) {
    let after = Line {
        in_a_row: 0,
        row_limit: limits::CONSECUTIVE,
        enrolment: line.enrolment.saturating_sub(1),
        lifetime: line.lifetime.saturating_sub(1),
        ..line.clone()
    };
    let told = Tries {
        in_a_row: line.in_a_row.saturating_sub(1),
        ..tries(&after)
    };
    (told, after)
}

/// A renewal is committed: its enrolment starts afresh, the lifetime goes on.
pub(crate) fn renew(line: &Line) -> Line {
    Line {
        in_a_row: 0,
        row_limit: limits::CONSECUTIVE,
        enrolment: 0,
        enrolment_limit: limits::CUMULATIVE,
        ..line.clone()
    }
}

/// The gate came back from its backup: three tries in a row at most, and half of what remained.
pub(crate) fn after_restore(line: &Line) -> Line {
    let remainder = line.enrolment_limit.saturating_sub(line.enrolment);
    let row = line.row_limit.saturating_sub(line.in_a_row);
    Line {
        row_limit: line.in_a_row + row.min(limits::TRIES_AFTER_RESTORE),
        enrolment_limit: line.enrolment + remainder / 2,
        ..line.clone()
    }
}

/// Nominal seconds between the last try and the next.
fn wait(line: &Line) -> u64 {
    let Some(step) = line.in_a_row.checked_sub(FREE) else {
        return 0;
    };
    let step = usize::try_from(step).unwrap_or(usize::MAX);
    limits::WAITS_S[step.min(limits::WAITS_S.len() - 1)]
}

/// Seconds that are left of it, never more than its nominal length.
fn wait_left(line: &Line, now: u64) -> u64 {
    let wait = wait(line);
    (line.last + wait).saturating_sub(now).min(wait)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `n` wrong codes, each after its wait.
    fn wrong(mut line: Line, n: u32, now: &mut u64) -> Line {
        for _ in 0..n {
            *now += wait_left(&line, *now);
            line = count(&line, *now).unwrap();
        }
        line
    }

    fn refusal(line: &Line, now: u64) -> (Code, Option<u64>) {
        let refusal = count(line, now).unwrap_err();
        (refusal.code, refusal.retry_after_s)
    }

    #[test]
    fn five_tries_are_free_then_each_waits_longer() {
        let mut now = 1_000;
        let mut line = wrong(fresh(), 5, &mut now);
        assert_eq!(now, 1_000);
        for nominal in [60, 300, 1_800, 3_600, 3_600] {
            assert_eq!(refusal(&line, now), (Code::GateWait, Some(nominal)));
            assert_eq!(refusal(&line, now + nominal - 1), (Code::GateWait, Some(1)));
            assert_eq!(tries(&line).not_before, line.last + nominal);
            line = wrong(line, 1, &mut now);
        }
        assert_eq!(tries(&line).left, 0);
        assert_eq!(refusal(&line, now + 1_000_000), (Code::GateFrozen, None));
    }

    #[test]
    fn twenty_five_in_one_enrolment_freeze_whatever_came_between() {
        let (mut now, mut line) = (1_000, fresh());
        for _ in 0..5 {
            // Four wrong codes, then a good one, which gives back its own try only.
            line = wrong(line, 5, &mut now);
            let (told, after) = succeed(&line);
            assert_eq!(told.in_a_row, 4);
            line = after;
        }
        assert_eq!((line.enrolment, line.lifetime, left(&line)), (20, 20, 5));
        line = wrong(line, 5, &mut now);
        assert_eq!(refusal(&line, now + 1_000_000), (Code::GateFrozen, None));
    }

    #[test]
    fn the_tenth_try_may_still_be_good() {
        let mut now = 0;
        let line = wrong(fresh(), 10, &mut now);
        let (told, after) = succeed(&line);
        assert_eq!((told.in_a_row, told.left), (9, 10));
        assert!(count(&after, now).is_ok());
    }

    #[test]
    fn a_clock_that_goes_back_never_makes_a_wait_longer() {
        let mut now = 1_000_000;
        let line = wrong(fresh(), 6, &mut now);
        let back = 10;
        assert_eq!(refusal(&line, back), (Code::GateWait, Some(300)));
        let line = clock_went_back(&line, back).unwrap();
        assert_eq!(refusal(&line, back + 1), (Code::GateWait, Some(299)));
        assert!(count(&line, back + 300).is_ok());
        assert_eq!(clock_went_back(&line, back + 1), None);
    }

    #[test]
    fn a_renewal_keeps_the_lifetime() {
        let mut now = 0;
        let line = renew(&wrong(fresh(), 7, &mut now));
        assert_eq!((line.in_a_row, line.enrolment, line.lifetime), (0, 0, 7));
    }

    #[test]
    fn after_a_restore_three_tries_and_half_of_what_remained() {
        let mut now = 0;
        let line = after_restore(&wrong(fresh(), 5, &mut now));
        assert_eq!((left(&line), line.enrolment_limit), (3, 15));
        let (_, line) = succeed(&wrong(line, 3, &mut now));
        assert_eq!(left(&line), 8);
        let frozen = after_restore(&wrong(fresh(), 10, &mut now));
        assert_eq!(left(&frozen), 0);
    }
}
