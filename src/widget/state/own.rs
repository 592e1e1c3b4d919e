//! The reader's own two texts. They never leave the page, and nothing typed is ever thrown away
//! by anything but the reader.

use std::rc::Rc;

use super::Side;

/// A text of the reader's: a file or what was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file's name; empty for pasted text.
    pub name: Rc<str>,
    /// The content as it is.
    pub bytes: Rc<[u8]>,
}

impl Source {
    /// Whether this is the file of a comparison that was made before, and this build opens those.
    #[must_use]
    pub fn is_comparison(&self) -> bool {
        cfg!(feature = "saved") && self.name.to_ascii_lowercase().ends_with(".json")
    }
}

/// Why a slot cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlotProblem {
    /// Neither file nor text.
    Missing,
    /// The browser could not read the file.
    Unreadable(Rc<str>),
    /// The reader of policies found nothing in it; its own sentence.
    Unusable(Rc<str>),
}

/// One of the two places for a text. A file goes before pasted text, which is kept beneath it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// The chosen or dropped file.
    pub file: Option<Source>,
    /// What was typed or pasted.
    pub pasted: Rc<str>,
    /// Why it cannot be used.
    pub problem: Option<SlotProblem>,
}

impl Slot {
    /// The text to compare.
    #[must_use]
    pub fn source(&self) -> Option<Source> {
        match &self.file {
            Some(file) => Some(file.clone()),
            None if self.pasted.trim().is_empty() => None,
            None => Some(Source {
                name: Rc::default(),
                bytes: self.pasted.as_bytes().into(),
            }),
        }
    }
}

/// Both slots and what was last compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The older text.
    pub old: Slot,
    /// The newer text.
    pub new: Slot,
    /// The two texts whose comparison was asked for.
    pub compared: Option<(Source, Source)>,
    /// The comparison that was made before and is to be shown instead, and where it was put.
    pub opened: Option<(Side, Source)>,
}

impl Own {
    /// The slot of one side.
    #[must_use]
    pub fn slot(&self, side: Side) -> &Slot {
        match side {
            Side::Old => &self.old,
            Side::New => &self.new,
        }
    }

    /// The slot of one side, to change it.
    pub fn slot_mut(&mut self, side: Side) -> &mut Slot {
        match side {
            Side::Old => &mut self.old,
            Side::New => &mut self.new,
        }
    }

    /// Asks for the comparison; where a text is missing, that slot says so instead. A comparison
    /// that was made before needs no other text.
    pub fn compare(&mut self) {
        let made = |side| {
            let file = self.slot(side).file.as_ref();
            Some((side, file.filter(|file| file.is_comparison())?.clone()))
        };
        self.opened = made(Side::Old).or_else(|| made(Side::New));
        if self.opened.is_some() {
            return;
        }
        for slot in [&mut self.old, &mut self.new] {
            slot.problem = slot.source().is_none().then_some(SlotProblem::Missing);
        }
        if let (Some(old), Some(new)) = (self.old.source(), self.new.source()) {
            self.compared = Some((old, new));
        }
    }
}
