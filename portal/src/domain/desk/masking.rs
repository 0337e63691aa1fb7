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

/// What one whole comes to that is parted in several ways: not said where one of them may not say it.
pub(crate) fn whole(ways: &[&[u64]]) -> Option<u64> {
    let sums: Option<Vec<u64>> = ways.iter().map(|counts| sum(counts)).collect();
    sums?.first().copied()
}

/// The parts of a whole that comes to this where it is said. Where it is not, parts that could be added up, or
/// that no whole can be smaller than, would say it: none is shown but zero.
pub(crate) fn parts_of(whole: Option<u64>, counts: &[u64]) -> Vec<Option<u64>> {
    match whole {
        Some(_) => parts(counts),
        None => counts
            .iter()
            .map(|count| (*count == 0).then_some(0))
            .collect(),
    }
}

/// The rows of what one set may have several of, and of the whole nothing may be noted. `way` parts the whole into
/// those who have some, those who said they have none, and those of whom nothing was noted: where one of these is
/// small, no row may tell it, for no row is larger than what it is a part of. Whether all are covered is known too.
/// `none` is the row of those who said they have none, where there is one: it is no part of those who have some.
pub(crate) fn several_of(
    whole: Option<u64>,
    way: &[u64; 3],
    counts: &[u64],
    none: Option<usize>,
) -> Vec<Option<u64>> {
    let is_large = way.iter().all(|part| alone(*part).is_some());
    let rows = parts_of(whole.filter(|_| is_large), counts);
    let few = but_few(way[0], rows.clone());
    let both = rows.into_iter().zip(few).enumerate();
    both.map(|(at, (row, few))| if none == Some(at) { row } else { few })
        .collect()
}

/// Rows that overlap, each of some of these: where nearly all are in a row, it would tell how few are not.
pub(crate) fn but_few(of: u64, rows: Vec<Option<u64>>) -> Vec<Option<u64>> {
    let is_open = |row: &u64| of.checked_sub(*row).is_none_or(|few| alone(few).is_some());
    rows.into_iter().map(|row| row.filter(is_open)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

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
        // Five in three parts is no sum to say, so the other way to part them says nothing either.
        assert_eq!(whole(&[&[1, 1, 3], &[0, 5]]), None);
        assert_eq!(parts_of(None, &[0, 5]), [Some(0), None]);
        assert_eq!(whole(&[&[9, 3, 6], &[9, 0, 9]]), Some(18));
        assert_eq!(parts_of(Some(18), &[9, 3, 6]), [Some(9), None, None]);
        assert_eq!(alone(4), None);
        assert_eq!(alone(0), Some(0));
        assert_eq!(alone(5), Some(5));
    }

    #[test]
    fn a_row_of_nearly_all_tells_the_few_that_are_in_none() {
        let rows = |of, counts: &[u64]| but_few(of, counts.iter().copied().map(Some).collect());
        assert_eq!(rows(18, &[16, 7, 0]), [None, Some(7), Some(0)]);
        assert_eq!(rows(18, &[18, 13]), [Some(18), Some(13)]);
        assert_eq!(rows(18, &[14, 17]), [None, None]);
        // Sixteen of eighteen, of whom six others said that there was none, and none is not noted.
        let shown = several_of(Some(24), &[18, 6, 0], &[16, 7, 15, 6], Some(3));
        assert_eq!(shown, [None, Some(7), None, Some(6)]);
        // Fifteen have none, of thirty-three: that is no part of the eighteen.
        let shown = several_of(Some(33), &[18, 15, 0], &[18, 7, 15], Some(2));
        assert_eq!(shown, [Some(18), Some(7), Some(15)]);
    }

    /// What is hidden, and whether all that is shown is so and not small.
    fn hidden(counts: &[u64], shown: &[Option<u64>]) -> (Vec<u64>, bool) {
        let both = || counts.iter().copied().zip(shown);
        let hidden = both().filter(|(_, shown)| shown.is_none());
        let is_so = |(count, shown): (u64, &Option<u64>)| {
            shown.is_none_or(|shown| shown == count && (shown == 0 || shown >= SMALLEST))
        };
        (hidden.map(|(count, _)| count).collect(), both().all(is_so))
    }

    /// Whoever knows the sum finds that any of them may be one, and any may be five or more.
    fn is_open(hidden: &[u64]) -> bool {
        let together: u64 = hidden.iter().sum();
        hidden.is_empty() || (hidden.len() >= 2 && together + 1 >= hidden.len() as u64 + SMALLEST)
    }

    proptest! {
        /// Whoever knows all that is shown, the sum too, finds at least two values for each hidden number.
        #[test]
        fn nothing_hidden_follows_from_what_is_shown(counts in prop::collection::vec(0_u64..12, 1..9)) {
            let shown = parts(&counts);
            let (hidden, is_so) = hidden(&counts, &shown);
            prop_assert!(is_so);
            if let Some(total) = sum(&counts) {
                prop_assert_eq!(total, counts.iter().sum::<u64>());
                prop_assert!(is_open(&hidden));
            }
        }

        /// The same of one set that is parted in two ways: what one of them shows says nothing of the other.
        #[test]
        fn nothing_hidden_follows_from_another_way_to_part_the_same(
            // Most of them so small that one way may say the sum where the other may not.
            set in prop_oneof![
                3 => prop::collection::vec((0_usize..5, 0_usize..2), 4..9),
                1 => prop::collection::vec((0_usize..5, 0_usize..2), 0..40),
            ],
        ) {
            let (mut one, mut other) = (vec![0; 5], vec![0; 2]);
            for (at, other_at) in &set {
                one[*at] += 1;
                other[*other_at] += 1;
            }
            let total = whole(&[&one, &other]);
            let ways = [&one, &other].map(|counts| (counts, parts_of(total, counts)));
            // The sum is known where it is said, and where somebody can add up one of the ways.
            let mut known = total;
            for (_, shown) in &ways {
                let all: Option<Vec<u64>> = shown.iter().copied().collect();
                known = known.or(all.map(|all| all.iter().sum()));
            }
            prop_assert!(known.is_none_or(|known| known == set.len() as u64));
            for (counts, shown) in &ways {
                let (hidden, is_so) = hidden(counts, shown);
                prop_assert!(is_so);
                if known.is_some() {
                    prop_assert!(is_open(&hidden), "{one:?} {other:?}");
                } else {
                    // Nor is there anything that the sum is surely not below.
                    prop_assert!(shown.iter().all(|shown| shown.is_none_or(|shown| shown == 0)));
                }
            }
        }
    }

    /// What is shown of sets of which each may have several rows: the whole, the rows, those of whom nothing is noted.
    struct Seen {
        whole: Option<u64>,
        rows: Vec<Option<u64>>,
        none: Option<u64>,
        not_noted: Option<u64>,
    }

    /// Everything that may be so for whoever sees this: for each hidden number, the values it can have.
    fn may_be(seen: &Seen) -> Vec<BTreeSet<u64>> {
        let whole = seen.whole.unwrap();
        let of = |shown: Option<u64>| shown.map_or(1..=whole, |shown| shown..=shown);
        let hidden = seen.rows.iter().filter(|row| row.is_none()).count() as u64;
        let shown = || seen.rows.iter().flatten();
        let mut found = vec![BTreeSet::new(); seen.rows.len() + 2];
        for not_noted in of(seen.not_noted) {
            for none in of(seen.none) {
                let Some(some) = whole.checked_sub(not_noted + none) else {
                    continue;
                };
                let (sum, most) = (shown().sum::<u64>(), shown().max().copied().unwrap_or(0));
                // Each row is of some of them, each hidden one of one at least, and all of them are in a row.
                if most > some || (hidden > 0 && some == 0) || sum + hidden * some < some {
                    continue;
                }
                found[seen.rows.len()].extend(seen.none.is_none().then_some(none));
                found[seen.rows.len() + 1].extend(seen.not_noted.is_none().then_some(not_noted));
                for (at, row) in seen.rows.iter().enumerate() {
                    let rest = sum + hidden.saturating_sub(1) * some;
                    let values = (1..=some).filter(|value| rest + value >= some);
                    found[at].extend(values.filter(|_| row.is_none()));
                }
            }
        }
        found
    }

    proptest! {
        /// Sets of which each has several rows, or said none, or of which nothing was noted.
        #[test]
        fn nothing_hidden_follows_where_rows_overlap(
            sets in prop_oneof![
                // Few of which nothing was noted, or none was, and others that are alike.
                (0_u8..2, 1_usize..5, prop::collection::vec(2_u8..32, 1..3), 1_usize..25).prop_map(
                    |(rare, times, kinds, many)| {
                        let others = (0..many).map(|at| kinds[at % kinds.len()]);
                        others.chain(core::iter::repeat_n(rare, times)).collect()
                    }
                ),
                (prop::collection::vec(0_u8..32, 1..4), prop::collection::vec(0_usize..9, 1..30))
                    .prop_map(|(kinds, which)| which.iter().map(|at| kinds[at % kinds.len()]).collect()),
                prop::collection::vec(0_u8..32, 0..30),
            ],
        ) {
            // Four rows, and the lowest bit alone: none.
            let sets: Vec<u8> = sets;
            let many = |is: &dyn Fn(u8) -> bool| sets.iter().filter(|set| is(**set)).count() as u64;
            let rows: Vec<u64> = (1..5).map(|bit| many(&|set| set >> bit & 1 == 1)).collect();
            let (none, not_noted) = (many(&|set| set == 1), many(&|set| set == 0));
            let way = [sets.len() as u64 - none - not_noted, none, not_noted];
            let all = [&rows[..], &[none]].concat();
            let whole = whole(&[&way]);
            let mut shown = several_of(whole, &way, &all, Some(rows.len()));
            let seen = Seen {
                whole,
                none: shown.pop().unwrap(),
                rows: shown,
                not_noted: parts_of(whole, &way)[2],
            };
            let said = || seen.rows.iter().chain([&seen.none, &seen.not_noted]);
            let so = all.iter().chain([&not_noted]);
            for (is, said) in so.zip(said()) {
                prop_assert!(said.is_none_or(|said| said == *is && alone(said).is_some()));
            }
            for row in seen.rows.iter().flatten().filter(|row| **row > 0) {
                prop_assert!(alone(way[0] - row).is_some(), "{rows:?} {way:?} {row}");
            }
            if whole.is_none() {
                prop_assert!(said().all(|said| said.is_none_or(|said| said == 0)));
            } else {
                for (values, said) in may_be(&seen).iter().zip(said()) {
                    prop_assert!(said.is_some() || values.len() >= 2, "{rows:?} {way:?} {shown:?}", shown = seen.rows);
                }
            }
        }
    }
}
