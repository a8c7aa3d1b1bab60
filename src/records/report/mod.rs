//! The programme's view of any number of attempts: sums first, then a report as data, as a page and as tables.

mod chart;
mod cohort;
mod comments;
mod decisions;
mod gains;
mod groups;
mod make;
mod month;
mod page;
mod sums;
mod tables;
#[cfg(test)]
mod tests;
mod told;
mod words;

pub use cohort::{Asked, Cohort, Targets};
pub use gains::Gain;
pub use make::MarksOf;
pub use month::Month;
pub use page::html;
pub use tables::csv_files;
pub use told::{
    Covers, DecisionTold, GainsTold, Gap, Group, GroupName, Indicator, IndicatorOverTime, Others, PairGainsTold,
    Report, ScenarioTold, Share, ShareTold, Sources,
};
