//! What was asked for, how far it is, and what came of it.

use std::rc::Rc;

use super::{Outline, Source, Version as CatalogueVersion};
use model::{Comparison, Document, Meaning, Reading};
use report::view::{View, Wording};

/// One of the two sides of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The version compared from.
    Old,
    /// The version compared to.
    New,
}

impl Side {
    /// Its part of ids.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Old => "old",
            Self::New => "new",
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Old => Self::New,
            Self::New => Self::Old,
        }
    }
}

/// Where a text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A published file.
    Published {
        /// Path below the folder of policies.
        file: Rc<str>,
        /// Id of the version.
        version: Rc<str>,
        /// Date by the catalogue.
        date: Option<Rc<str>>,
        /// The languages it is read in, by the catalogue.
        languages: Rc<[Rc<str>]>,
    },
    /// The reader's own text.
    Own(Source),
}

impl From<&CatalogueVersion> for Input {
    fn from(version: &CatalogueVersion) -> Self {
        Self::Published {
            file: Rc::clone(&version.file),
            version: Rc::clone(&version.id),
            date: version.date.clone().or_else(|| version.text_date.clone()),
            languages: Rc::clone(&version.languages),
        }
    }
}

/// What the reader asked to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// One version.
    Single(Input),
    /// Two versions.
    Pair(Input, Input),
    /// A comparison that was made before, from this place for the reader's own texts.
    Saved(Side, Source),
}

/// What the page is doing, in words for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Fetching or reading one side.
    Reading(Side),
    /// Comparing.
    Comparing,
}

/// Why there is nothing to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The list of policies could not be had: no answer, or this status.
    Catalogue(Option<u16>),
    /// A file could not be fetched: no answer, or this status.
    Fetch {
        /// Which one.
        file: Rc<str>,
        /// Status of the answer, if there was one.
        status: Option<u16>,
    },
    /// A published file cannot be used; the reader's own sentence.
    Unusable {
        /// Which one.
        file: Rc<str>,
        /// Why.
        reason: Rc<str>,
    },
    /// A vocabulary could not be had: no answer, or this status.
    Vocabulary(Option<u16>),
    /// A vocabulary cannot be used; the reader's own sentence.
    UnfitVocabulary(Rc<str>),
    /// One of the reader's own texts cannot be used, and why.
    Own(Side, Rc<str>),
}

/// One version, read.
#[derive(Debug)]
pub struct Version {
    /// Where it came from.
    pub input: Input,
    /// Its text.
    pub document: Document,
}

impl PartialEq for Version {
    /// Identity: a text is read once, and comparing megabytes on every render is not free.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Two versions, compared: all that the redline rests on. Built once; every view borrows from it.
#[derive(Debug)]
pub struct Redlined {
    /// The old side.
    pub old: Rc<Version>,
    /// The new side.
    pub new: Rc<Version>,
    /// What became of the words.
    pub comparison: Comparison,
    /// The sections in the order in which they are shown.
    pub outline: Outline,
}

impl Redlined {
    /// Derives the outline.
    #[must_use]
    pub fn new(old: Rc<Version>, new: Rc<Version>, comparison: Comparison) -> Self {
        let outline = Outline::new(&old.document, &new.document, &comparison);
        Self {
            old,
            new,
            comparison,
            outline,
        }
    }

    /// The version on one side.
    #[must_use]
    pub fn version(&self, side: Side) -> &Rc<Version> {
        match side {
            Side::Old => &self.old,
            Side::New => &self.new,
        }
    }

    /// What a reader of this language sees of it.
    #[must_use]
    pub fn view(&self, wording: Wording) -> View<'_> {
        View {
            old: &self.old.document,
            new: &self.new.document,
            comparison: &self.comparison,
            outline: &self.outline,
            wording,
        }
    }
}

impl PartialEq for Redlined {
    /// Identity, as for [`Version`].
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// What is shown. What the texts mean stands beside them and not in them, so that the redline
/// stays as it is when that comes.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// One version, and what it says; `None` until the vocabularies of its languages are here.
    Single(Rc<Version>, Option<Rc<Reading>>),
    /// Two versions, and what their comparison means; `None` as above.
    Pair(Rc<Redlined>, Option<Rc<Meaning>>),
}

impl Content {
    /// The version on one side; where there is one only, that.
    #[must_use]
    pub fn version(&self, side: Side) -> &Rc<Version> {
        match self {
            Self::Single(version, _) => version,
            Self::Pair(redlined, _) => redlined.version(side),
        }
    }

    /// What the version on one side says; `None` until that is known.
    #[must_use]
    pub fn reading(&self, side: Side) -> Option<&Reading> {
        match (self, side) {
            (Self::Single(_, reading), _) => reading.as_deref(),
            (Self::Pair(_, meaning), Side::Old) => Some(&meaning.as_ref()?.old),
            (Self::Pair(_, meaning), Side::New) => Some(&meaning.as_ref()?.new),
        }
    }

    /// True where it is known what the texts say.
    #[must_use]
    pub fn is_understood(&self) -> bool {
        self.reading(Side::New).is_some()
    }
}

/// How far the page is with what was asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Work {
    /// Nothing was asked for.
    #[default]
    Idle,
    /// Busy with this.
    Busy(Step),
    /// It did not work.
    Failed(Failure),
    /// Done.
    Done(Content),
}
