//! A stranger to the scene who has learnt, from other scenarios, which surface features mark the best option.

use crate::scenario::Scenario;

use super::super::surface::{Surface, SurfaceFeature};
use super::super::written_decision::{WrittenDecision, ratio};

/// How many features there are.
const FEATURES: usize = SurfaceFeature::ALL.len();

/// What speaks against weights far from 0, as much as so many options would: few decisions teach little.
const RIDGE: f64 = 3.0;

/// How much each surface feature speaks for an option. An option is only ever compared with the others on offer, feature
/// by feature, so that no word is known and nothing is understood.
#[derive(Clone, Debug, PartialEq)]
pub struct LearntStranger {
    /// The ids of the scenarios that it has learnt from.
    pub(super) learnt_from: Vec<String>,
    weights: [f64; FEATURES],
}

impl LearntStranger {
    /// Learns from the decisions of scenarios as written: a linear regression of being the best option on the standings
    /// of its features, with a ridge. Sums, products and quotients in a fixed order: the result is the same on every
    /// machine, however it is compiled.
    #[must_use]
    pub fn learn<'s>(scenarios: impl IntoIterator<Item = &'s Scenario>) -> Self {
        let mut learnt_from = Vec::new();
        let mut equations = Equations::new();
        for scenario in scenarios {
            learnt_from.push(scenario.id.clone());
            let surfaces = Surface::of_all(scenario);
            for decision in WrittenDecision::all(scenario) {
                let options: Vec<&Surface> = decision.options.iter().map(|(id, _)| surfaces.get(*id)).collect();
                let chance = ratio(1, options.len());
                let best = decision.options.iter().filter(|(_, choice)| decision.is_best(choice)).count();
                for (option, (_, choice)) in options.iter().zip(&decision.options) {
                    let right = if decision.is_best(choice) { ratio(1, best) } else { 0.0 };
                    equations.add(&standings(option, &options), right - chance);
                }
            }
        }
        Self { learnt_from, weights: equations.solve() }
    }

    /// The index of the option that it takes; of several that look equally good to it, the first. `None` where there is
    /// none.
    pub(in super::super) fn takes(&self, options: &[&Surface]) -> Option<usize> {
        let mut taken: Option<(usize, f64)> = None;
        for (index, option) in options.iter().enumerate() {
            let standings = standings(option, options);
            let looks: f64 = standings.iter().zip(self.weights).map(|(standing, weight)| standing * weight).sum();
            if taken.is_none_or(|(_, best)| looks > best) {
                taken = Some((index, looks));
            }
        }
        taken.map(|(index, _)| index)
    }
}

/// Where an option stands among those on offer, feature by feature: the share of the others that have less of it, less
/// the share that have more, −1 to 1.
fn standings(option: &Surface, options: &[&Surface]) -> [f64; FEATURES] {
    let others = options.len().saturating_sub(1).max(1);
    SurfaceFeature::ALL.map(|feature| {
        let own = option.get(feature);
        let less = options.iter().filter(|other| other.get(feature) < own).count();
        let more = options.iter().filter(|other| other.get(feature) > own).count();
        ratio(less, others) - ratio(more, others)
    })
}

/// The normal equations of the regression.
struct Equations {
    /// Symmetric and, with the ridge on its diagonal, positive definite.
    products: [[f64; FEATURES]; FEATURES],
    targets: [f64; FEATURES],
}

impl Equations {
    fn new() -> Self {
        let products = std::array::from_fn(|row| std::array::from_fn(|column| if row == column { RIDGE } else { 0.0 }));
        Self { products, targets: [0.0; FEATURES] }
    }

    fn add(&mut self, standings: &[f64; FEATURES], target: f64) {
        for (row, standing) in standings.iter().enumerate() {
            for (product, other) in self.products[row].iter_mut().zip(standings) {
                *product += standing * other;
            }
            self.targets[row] += standing * target;
        }
    }

    /// By elimination, which needs no pivoting for such a matrix.
    fn solve(mut self) -> [f64; FEATURES] {
        for pivot in 0..FEATURES {
            let (pivot_row, pivot_target) = (self.products[pivot], self.targets[pivot]);
            for row in pivot + 1..FEATURES {
                let factor = self.products[row][pivot] / pivot_row[pivot];
                for (value, above) in self.products[row].iter_mut().zip(pivot_row) {
                    *value -= factor * above;
                }
                self.targets[row] -= factor * pivot_target;
            }
        }
        let mut weights = [0.0; FEATURES];
        for row in (0..FEATURES).rev() {
            let known: f64 = (row + 1..FEATURES).map(|column| self.products[row][column] * weights[column]).sum();
            weights[row] = (self.targets[row] - known) / self.products[row][row];
        }
        weights
    }
}

#[cfg(test)]
mod tests {
    use super::{Equations, FEATURES, LearntStranger, RIDGE};

    #[test]
    fn the_weights_solve_the_equations() {
        let mut equations = Equations::new();
        let mut rows = Vec::new();
        for number in 0..40_u32 {
            let row = std::array::from_fn(|at| {
                f64::from((number * 7 + u32::try_from(at).expect("few") * 5) % 11) / 5.0 - 1.0
            });
            let target = f64::from(number % 4) / 4.0 - 0.375;
            equations.add(&row, target);
            rows.push((row, target));
        }
        let weights = equations.solve();
        for feature in 0..FEATURES {
            let error = |row: &[f64; FEATURES], target: f64| {
                row.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f64>() - target
            };
            let slope: f64 = rows.iter().map(|(row, target)| row[feature] * error(row, *target)).sum();
            assert!((slope + RIDGE * weights[feature]).abs() < 1e-9, "{feature}: {slope}");
        }
    }

    #[test]
    fn who_has_learnt_nothing_goes_by_nothing() {
        assert!(LearntStranger::learn([]).weights.iter().all(|weight| weight.abs() < f64::EPSILON));
    }
}
