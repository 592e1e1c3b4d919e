//! Everything that can happen to the state, by what it is about.

use std::rc::Rc;

use super::{
    Address, Anchor, Catalogue, Content, Failure, Field, Filters, Letter, LetterKey, Side, Source,
    Step,
};

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// Something that was asked for comes, or does not.
    Load(Load),
    /// The reader chooses what is shown.
    Choose(Choose),
    /// The reader goes through what is shown.
    Browse(Browse),
    /// The reader makes a request.
    Request(Ask),
}

/// Something that was asked for comes, or does not. A ticket says for which wish.
#[derive(Clone, Debug)]
pub enum Load {
    /// The list of policies came, or did not.
    Shelved(Result<Rc<Catalogue>, Failure>),
    /// A step has begun.
    Began(u32, Step),
    /// What was wanted is here.
    Arrived(u32, Content),
    /// What was wanted cannot be had.
    Broke(u32, Failure),
    /// A vocabulary is here, or cannot be had.
    Learnt(Result<(), Failure>),
    /// What is shown is understood now.
    Understood(u32, Content),
    /// The reader tries again.
    Retry,
}

/// The reader chooses what is shown.
#[derive(Clone, Debug)]
pub enum Choose {
    /// The address in the browser changed.
    Hash(String),
    /// The reader follows a link inside the page.
    Address(Address),
    /// The reader chooses an organisation.
    Organisation(Rc<str>),
    /// The reader chooses a version; none on the old side: read one version.
    Version(Side, Option<Rc<str>>),
    /// The reader swaps the two sides.
    Swap,
    /// The reader types or pastes a text.
    Paste(Side, Rc<str>),
    /// The reader chose a file, or it could not be read.
    File(Side, Result<Source, Rc<str>>),
    /// The reader takes the file back.
    RemoveFile(Side),
    /// The reader wants the own texts compared.
    CompareOwn,
}

/// The reader goes through what is shown.
#[derive(Clone, Copy, Debug)]
pub enum Browse {
    /// The reader opens or closes a section.
    Toggle(Anchor),
    /// The reader opens (true) or closes all sections.
    ToggleAll(bool),
    /// The reader wants more of a long section.
    More(Anchor),
    /// The reader wants more sections.
    MoreSections,
    /// The reader sets the filters.
    Filter(Filters),
    /// The reader goes to the next (true) or the previous change.
    Step(bool),
    /// The reader switches the keys on or off.
    Shortcuts(bool),
}

/// The reader makes a request.
#[derive(Clone, Debug)]
pub enum Ask {
    /// The reader says where they live.
    LiveIn(Rc<str>),
    /// The reader chooses a law.
    Law(Rc<str>),
    /// The reader chooses a request.
    For(Rc<str>),
    /// The reader enters a detail.
    Enter(Field, Rc<str>),
    /// The reader edits a letter: for what, what it was without edits, what it is now.
    Edit(LetterKey, Letter, Letter),
    /// The reader gives up the edits.
    Rewrite(LetterKey),
    /// The reader wants the edits back.
    Restore(LetterKey),
    /// The reader keeps the edits although the details have changed.
    Keep(LetterKey, Letter),
}

/// Every group is an action.
macro_rules! group {
    ($group:ident, $action:ident) => {
        impl From<$group> for Action {
            fn from(action: $group) -> Self {
                Self::$action(action)
            }
        }
    };
}

group!(Load, Load);
group!(Choose, Choose);
group!(Browse, Browse);
group!(Ask, Request);
