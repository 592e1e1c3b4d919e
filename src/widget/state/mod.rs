//! Everything the page knows, as plain values, and the one reducer that changes it.
//!
//! Nothing here touches the browser: an action goes in, a new state comes out, and the same `Rc`
//! comes out where nothing changed. So the whole behaviour of the page is tested natively, and
//! the effects (fetching, the address, the clipboard) stay small enough to read.

mod action;
mod address;
mod assistant;
mod catalogue;
mod choosing;
mod loaded;
mod own;
mod session;

pub use report::{
    outline::{Anchor, Entry, EntryKind, Outline, Relation, Row, SectionState},
    view::Place,
};

pub use action::{Action, Ask, Browse, Choose, Load};
pub use address::{Address, Route};
pub use assistant::{Assistant, Draft, Field, Letter, LetterKey};
pub use catalogue::{Catalogue, Organisation, Version};
pub use choosing::Chosen;
pub use loaded::{
    Content, Failure, Input, Redlined, Side, Step, Version as LoadedVersion, Wanted, Work,
};
pub use own::{Own, Slot, SlotProblem, Source};
pub use session::{Filters, Focus, Learning, Notice, PAGE, Session, Shelf};
