//! Small numbers speak of somebody: a number under five is never shown, nor can it be had by taking the others
//! from a sum that is known.

/// Numbers below it are not shown. Nobody is nobody: zero is shown.
pub(crate) const SMALLEST: u64 = 5;

/// One number alone.
pub(crate) fn alone(count: u64) -> Option<u64> {
    (count == 0 || count >= SMALLEST).then_some(count)
}

/// Numbers whose sum is known, or can be. Where some are hidden, there are at least two, and what they come to
/// together leaves open what each of them is; else more are hidden, the smallest first.
pub(crate) fn parts(counts: &[u64]) -> Vec<Option<u64>> {
    let mut order: Vec<usize> = (0..counts.len()).filter(|at| counts[*at] > 0).collect();
    order.sort_by_key(|at| counts[*at]);
    let small = order.iter().filter(|at| counts[**at] < SMALLEST).count();
    let is_open = |hidden: usize| {
        let sum: u64 = order[..hidden].iter().map(|at| counts[*at]).sum();
        // Each is one at least: this much is left to be anywhere among them.
        hidden >= 2 && sum >= hidden as u64 + SMALLEST - 1
    };
    let hidden = match small {
        0 => 0,
        _ => (small..=order.len())
            .find(|hidden| is_open(*hidden))
            .unwrap_or(order.len()),
    };
    let mut shown: Vec<_> = counts.iter().copied().map(Some).collect();
    for at in &order[..hidden] {
        shown[*at] = None;
    }
    shown
}

/// A sum: not shown where it is small itself, or where everything in it is hidden.
pub(crate) fn sum(counts: &[u64]) -> Option<u64> {
    let shown = parts(counts);
    let is_said = counts
        .iter()
        .zip(&shown)
        .any(|(count, shown)| *count > 0 && shown.is_some());
    let sum = counts.iter().sum();
    match sum {
        0 => Some(0),
        _ if is_said && sum >= SMALLEST => Some(sum),
        // All hidden, and two at least that leave open what each is.
        _ if counts.iter().filter(|count| **count > 0).count() >= 2
            && sum >= SMALLEST + counts.iter().filter(|count| **count > 0).count() as u64 - 1 =>
        {
            Some(sum)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_small_number_takes_another_with_it() {
        assert_eq!(parts(&[0, 7, 9]), [Some(0), Some(7), Some(9)]);
        assert_eq!(parts(&[3, 7, 9]), [None, None, Some(9)]);
        assert_eq!(parts(&[4, 4, 30]), [None, None, Some(30)]);
        // Two ones are known from their sum: a third goes.
        assert_eq!(parts(&[1, 1, 30]), [None, None, None]);
        assert_eq!(parts(&[1, 1, 30, 40]), [None, None, None, Some(40)]);
        assert_eq!(parts(&[3]), [None]);
        assert_eq!(sum(&[3]), None);
        assert_eq!(sum(&[3, 0]), None);
        assert_eq!(sum(&[1, 1]), None);
        assert_eq!(sum(&[3, 7]), Some(10));
        assert_eq!(sum(&[0, 0]), Some(0));
        assert_eq!(alone(4), None);
        assert_eq!(alone(0), Some(0));
        assert_eq!(alone(5), Some(5));
    }

    proptest! {
        /// Whoever knows all that is shown, the sum too, finds at least two values for each hidden number.
        #[test]
        fn nothing_hidden_follows_from_what_is_shown(counts in prop::collection::vec(0_u64..12, 1..9)) {
            let shown = parts(&counts);
            let hidden: Vec<u64> = counts.iter().zip(&shown).filter(|(_, s)| s.is_none()).map(|(c, _)| *c).collect();
            for (count, shown) in counts.iter().zip(&shown) {
                prop_assert!(shown.is_none_or(|shown| shown == *count && (shown == 0 || shown >= SMALLEST)));
            }
            if let Some(total) = sum(&counts)
                && !hidden.is_empty()
            {
                prop_assert_eq!(total, counts.iter().sum::<u64>());
                let together: u64 = hidden.iter().sum();
                prop_assert!(hidden.len() >= 2);
                // Any of them may be one, and any may be five or more.
                prop_assert!(together - (hidden.len() as u64 - 1) >= SMALLEST);
            }
        }
    }
}
