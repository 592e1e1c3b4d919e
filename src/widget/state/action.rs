//! Everything that can happen to the state.

use std::rc::Rc;

use super::{
    Address, Anchor, Catalogue, Content, Failure, Field, Filters, Letter, LetterKey, Place, Side,
    Source, Step,
};
use model::ChangeId;

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The list of policies came, or did not.
    Shelved(Result<Rc<Catalogue>, Failure>),
    /// The address in the browser changed.
    AddressChanged(String),
    /// The reader follows a link inside the page.
    Go(Address),
    /// The reader goes to a place in what is shown.
    Jump(Place),
    /// The reader chooses an organisation.
    ChooseOrganisation(Rc<str>),
    /// The reader chooses a version; none on the old side: read one version.
    ChooseVersion(Side, Option<Rc<str>>),
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
    /// The reader is at this change.
    At(ChangeId),
    /// The reader switches the keys on or off.
    Shortcuts(bool),
    /// The reader says where they live.
    LiveIn(Rc<str>),
    /// The reader chooses a law.
    ChooseLaw(Rc<str>),
    /// The reader chooses a request.
    Ask(Rc<str>),
    /// The reader enters a detail.
    Enter(Field, Rc<str>),
    /// The reader edits a letter: for what, what it was without edits, what it is now.
    EditLetter(LetterKey, Letter, Letter),
    /// The reader gives up the edits.
    RewriteLetter(LetterKey),
    /// The reader wants the edits back.
    RestoreLetter(LetterKey),
    /// The reader keeps the edits although the details have changed.
    KeepLetter(LetterKey, Letter),
}
