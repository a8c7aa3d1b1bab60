//! A reading: somebody picks from the options of every decision, without the scenes or with them, and is told what that
//! comes to. Who does not see the scene should find the best little more often than chance; who sees it should find it.

mod answers;
mod result;
mod sheet;

pub use answers::AnswerError;
pub use result::{AnswerResult, BestOption, Picked, ReadingAgainst, ReadingLimit, ReadingResult};
pub use sheet::{ReadingSheet, SheetDecision, SheetOption};
