//! The data that flows from one phase to the next. Plain structs with public fields; nothing here
//! is computed, so every phase can be read, tested and replaced alone.

mod address;
mod comparison;
mod document;
mod history;
pub mod ids;
mod keyed;
mod meaning;
pub mod request;
mod statement;

pub use address::Address;

pub use comparison::{
    Change, ChangeKind, Comparison, Extent, Limit, Op, Relation, SectionLink, Sections, Segment,
    Term, Totals, Weight,
};
pub use document::{
    Block, BlockKind, Date, DateMention, DateRole, Document, Evidence, Mark, MarkKind, Problem,
    Section,
};
pub use history::{History, Passage, Return, ReturnKind, Step};
pub use ids::{BlockId, ChangeId, FactId, SectionId};
pub use meaning::{
    Contact, ContactRole, ContactType, FactChange, FactStatus, Highlight, Meaning, Readability,
    Reading, ReadingHelp, Returned, Right, Topic,
};
pub use statement::{
    Bound, Edge, Fact, FactKind, LegalBasis, Measure, Period, Purpose, Retention, Safeguard,
    Statement, Transfer, Unit,
};
