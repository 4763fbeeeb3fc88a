//! The best one-to-one assignment of rows to columns (Hungarian method with potentials, n²·m).
//!
//! Written here because it is forty lines over whole numbers: nothing is rounded, and equal sums are broken the same way on every
//! machine. Deliberately absent: what rows, columns and values mean.

/// Value of a pair that must not be.
pub(super) const FORBIDDEN: i64 = i64::MIN;

/// For each row the column it gets, so that the sum of values is highest; `None` when every allowed column went to others.
/// `values` holds rows of equal length; values lie in `0..=MOST` or are [`FORBIDDEN`]. An unpaired row counts as 0.
pub(super) fn assign(values: &[Vec<i64>]) -> Vec<Option<usize>> {
    let columns = values.first().map_or(0, Vec::len);
    // A row that gets nothing takes a blank column of its own, so a whole assignment always exists.
    let width = columns + values.len();
    let best = values.iter().flatten().copied().max().unwrap_or(0).max(0);
    let cost = |row: usize, column: usize| match values[row].get(column) {
        Some(&FORBIDDEN) => best * 4 + 4,
        Some(value) => best - value,
        None => best,
    };
    let mut row_price = vec![0_i64; values.len()];
    let mut column_price = vec![0_i64; width];
    let mut holder: Vec<Option<usize>> = vec![None; width];
    for row in 0..values.len() {
        place(row, &cost, &mut row_price, &mut column_price, &mut holder);
    }
    let mut taken = vec![None; values.len()];
    for (column, row) in holder.iter().enumerate().take(columns) {
        if let Some(row) = row.filter(|row| values[*row][column] != FORBIDDEN) {
            taken[row] = Some(column);
        }
    }
    taken
}

/// Gives `row` a column along the cheapest chain of changes; earlier rows may move on.
fn place(
    row: usize,
    cost: &impl Fn(usize, usize) -> i64,
    row_price: &mut [i64],
    column_price: &mut [i64],
    holder: &mut [Option<usize>],
) {
    let width = holder.len();
    let mut least = vec![i64::MAX; width];
    let mut from: Vec<Option<usize>> = vec![None; width];
    let mut done = vec![false; width];
    let (mut current, mut here) = (row, None);
    loop {
        let (mut step, mut next) = (i64::MAX, 0);
        for column in (0..width).filter(|one| !done[*one]) {
            let slack = cost(current, column) - row_price[current] - column_price[column];
            if slack < least[column] {
                (least[column], from[column]) = (slack, here);
            }
            if least[column] < step {
                (step, next) = (least[column], column);
            }
        }
        row_price[row] += step;
        for column in 0..width {
            if done[column] {
                if let Some(owner) = holder[column] {
                    row_price[owner] += step;
                }
                column_price[column] -= step;
            } else {
                least[column] -= step;
            }
        }
        done[next] = true;
        here = Some(next);
        match holder[next] {
            Some(owner) => current = owner,
            None => break,
        }
    }
    while let Some(column) = here {
        let before = from[column];
        holder[column] = before.map_or(Some(row), |one| holder[one]);
        here = before;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sum(values: &[Vec<i64>], taken: &[Option<usize>]) -> i64 {
        taken.iter().enumerate().filter_map(|(row, column)| column.map(|one| values[row][one])).sum()
    }

    /// Every assignment there is.
    fn brute(values: &[Vec<i64>], row: usize, used: &mut Vec<bool>) -> i64 {
        if row == values.len() {
            return 0;
        }
        let mut best = brute(values, row + 1, used);
        for column in 0..values[row].len() {
            if !used[column] && values[row][column] != FORBIDDEN {
                used[column] = true;
                best = best.max(values[row][column] + brute(values, row + 1, used));
                used[column] = false;
            }
        }
        best
    }

    #[test]
    fn the_greedy_choice_is_not_the_best_one() {
        let values = vec![vec![60, 58], vec![59, 20]];
        assert_eq!(assign(&values), [Some(1), Some(0)]);
    }

    #[test]
    fn rows_without_an_allowed_column_stay_alone() {
        assert_eq!(assign(&[vec![FORBIDDEN, 5], vec![FORBIDDEN, 9]]), [None, Some(1)]);
        assert_eq!(assign(&[vec![], vec![]]), [None, None]);
        assert_eq!(assign(&[]), Vec::<Option<usize>>::new());
    }

    proptest! {
        #[test]
        fn no_other_assignment_is_better(
            values in (1_usize..5, 1_usize..6).prop_flat_map(|(rows, columns)| {
                let value = prop_oneof![4 => 0_i64..40, 1 => Just(FORBIDDEN)];
                prop::collection::vec(prop::collection::vec(value, columns), rows)
            })
        ) {
            let taken = assign(&values);
            let mut columns: Vec<usize> = taken.iter().flatten().copied().collect();
            let count = columns.len();
            columns.sort_unstable();
            columns.dedup();
            prop_assert_eq!(columns.len(), count);
            let mut used = vec![false; values[0].len()];
            prop_assert_eq!(sum(&values, &taken), brute(&values, 0, &mut used));
        }
    }
}
