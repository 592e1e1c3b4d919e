//! The data that flows from one phase to the next. Plain structs with public fields; nothing here
//! is computed, so every phase can be read, tested and replaced alone.

mod comparison;
mod document;
mod history;
mod keyed;
mod meaning;
pub mod request;
mod statement;

pub use comparison::{
    Change, ChangeId, ChangeKind, Comparison, Extent, Limit, Op, Relation, SectionLink, Sections,
    Segment, Term, Totals, Weight,
};
pub use document::{
    Block, BlockId, BlockKind, Date, DateMention, DateRole, Document, Evidence, Mark, MarkKind,
    Problem, Section, SectionId,
};
pub use history::{History, Passage, Return, ReturnKind, Step};
pub use meaning::{
    Contact, ContactRole, ContactType, FactChange, FactStatus, Highlight, Meaning, Reading,
    ReadingHelp, Returned, Right, Topic,
};
pub use statement::{
    Bound, Edge, Fact, FactKind, LegalBasis, Measure, Period, Purpose, Retention, Safeguard,
    Statement, Transfer, Unit,
};
