//! What the reader has entered to make a request. Nothing of it is stored or sent.
//!
//! A letter is composed anew from the details at every key press until the reader edits it by
//! hand; from then on only the reader replaces it, and even that can be taken back.

use std::{collections::BTreeMap, rc::Rc};

use super::Ask;

/// Subject and body of a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// The subject line.
    pub subject: Rc<str>,
    /// The text.
    pub body: Rc<str>,
}

/// For what a letter was edited: edits come back with the choice they were made for.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LetterKey {
    /// Which text of which policy.
    pub policy: Rc<str>,
    /// Key of the law.
    pub law: Rc<str>,
    /// Key of the request.
    pub request: Rc<str>,
}

/// A letter that the reader has edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The reader's version; `None` after it was given up.
    pub letter: Option<Letter>,
    /// What the letter was when the edits began: where the composed one differs from this, the
    /// details have changed since.
    pub base: Letter,
    /// The version that was given up, to take that back.
    pub given_up: Option<Letter>,
}

/// One of the reader's details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Name to sign with.
    Name,
    /// Address by which the organisation knows the reader.
    Email,
    /// Anything else.
    Detail,
}

impl Field {
    /// Every field, in the order in which they are asked for.
    pub const ALL: [Self; 3] = [Self::Name, Self::Email, Self::Detail];

    /// Its part of ids.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Detail => "detail",
        }
    }
}

/// The reader's choices and texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assistant {
    /// Code of the place where the reader lives; empty: somewhere else. `None`: not said.
    pub place: Option<Rc<str>>,
    /// Key of the law, where the reader chose another than the place suggests.
    pub law: Option<Rc<str>>,
    /// Key of the request.
    pub request: Option<Rc<str>>,
    /// Name to sign with.
    pub name: Rc<str>,
    /// Address by which the organisation knows the reader.
    pub email: Rc<str>,
    /// Anything else.
    pub detail: Rc<str>,
    drafts: BTreeMap<LetterKey, Draft>,
}

impl Assistant {
    /// What was entered in a field.
    #[must_use]
    pub fn field(&self, field: Field) -> &Rc<str> {
        match field {
            Field::Name => &self.name,
            Field::Email => &self.email,
            Field::Detail => &self.detail,
        }
    }

    /// Enters something in a field.
    pub fn enter(&mut self, field: Field, text: Rc<str>) {
        match field {
            Field::Name => self.name = text,
            Field::Email => self.email = text,
            Field::Detail => self.detail = text,
        }
    }

    /// The reader does something for a request.
    pub fn apply(&mut self, action: Ask) {
        match action {
            Ask::LiveIn(place) => self.live_in(place),
            Ask::Law(law) => self.law = Some(law),
            Ask::For(request) => self.request = Some(request),
            Ask::Enter(field, text) => self.enter(field, text),
            Ask::Edit(key, composed, letter) => self.edit(key, &composed, letter),
            Ask::Rewrite(key) => self.rewrite(&key),
            Ask::Restore(key) => self.restore(&key),
            Ask::Keep(key, composed) => self.keep(&key, &composed),
        }
    }

    /// Chooses where the reader lives; the law follows from it again.
    pub fn live_in(&mut self, place: Rc<str>) {
        if self.place.as_ref() != Some(&place) {
            self.place = Some(place);
            self.law = None;
        }
    }

    /// The draft of a letter, if it was ever edited.
    #[must_use]
    pub fn draft(&self, key: &LetterKey) -> Option<&Draft> {
        self.drafts.get(key)
    }

    /// The letter to show: the reader's, else the composed one.
    #[must_use]
    pub fn letter(&self, key: &LetterKey, composed: &Letter) -> Letter {
        self.draft(key)
            .and_then(|d| d.letter.as_ref())
            .unwrap_or(composed)
            .clone()
    }

    /// True where the reader edited the letter and changed the details afterwards.
    #[must_use]
    pub fn is_outdated(&self, key: &LetterKey, composed: &Letter) -> bool {
        self.draft(key)
            .is_some_and(|d| d.letter.is_some() && d.base != *composed)
    }

    /// The reader edits a letter that reads `composed` without edits.
    pub fn edit(&mut self, key: LetterKey, composed: &Letter, letter: Letter) {
        let draft = self.drafts.entry(key).or_insert_with(|| Draft {
            letter: None,
            base: composed.clone(),
            given_up: None,
        });
        if draft.letter.is_none() {
            draft.base = composed.clone();
        }
        draft.letter = (letter != *composed).then_some(letter);
    }

    /// The reader gives the edits up.
    pub fn rewrite(&mut self, key: &LetterKey) {
        if let Some(draft) = self.drafts.get_mut(key)
            && let Some(letter) = draft.letter.take()
        {
            draft.given_up = Some(letter);
        }
    }

    /// The reader wants the edits back.
    pub fn restore(&mut self, key: &LetterKey) {
        if let Some(draft) = self.drafts.get_mut(key)
            && let Some(letter) = draft.given_up.take()
        {
            draft.letter = Some(letter);
        }
    }

    /// The reader keeps the edits although the details have changed.
    pub fn keep(&mut self, key: &LetterKey, composed: &Letter) {
        if let Some(draft) = self.drafts.get_mut(key) {
            draft.base = composed.clone();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(body: &str) -> Letter {
        Letter {
            subject: "Request".into(),
            body: body.into(),
        }
    }

    fn key(request: &str) -> LetterKey {
        LetterKey {
            policy: "a/1".into(),
            law: "gdpr".into(),
            request: request.into(),
        }
    }

    #[test]
    fn an_edited_letter_stays_when_details_change() {
        let mut assistant = Assistant::default();
        assistant.edit(key("erasure"), &letter("composed"), letter("mine"));
        assistant.enter(Field::Name, "Ada".into());
        let composed = letter("composed, Ada");
        assert_eq!(assistant.letter(&key("erasure"), &composed), letter("mine"));
        assert!(assistant.is_outdated(&key("erasure"), &composed));
        assistant.keep(&key("erasure"), &composed);
        assert!(!assistant.is_outdated(&key("erasure"), &composed));
        assert_eq!(assistant.letter(&key("erasure"), &composed), letter("mine"));
    }

    #[test]
    fn an_unedited_letter_follows_the_details() {
        let assistant = Assistant::default();
        assert_eq!(
            assistant.letter(&key("erasure"), &letter("new")),
            letter("new")
        );
        assert!(!assistant.is_outdated(&key("erasure"), &letter("new")));
    }

    #[test]
    fn rewriting_can_be_taken_back() {
        let mut assistant = Assistant::default();
        assistant.edit(key("erasure"), &letter("composed"), letter("mine"));
        assistant.rewrite(&key("erasure"));
        assert_eq!(
            assistant.letter(&key("erasure"), &letter("composed")),
            letter("composed")
        );
        assistant.restore(&key("erasure"));
        assert_eq!(
            assistant.letter(&key("erasure"), &letter("composed")),
            letter("mine")
        );
    }

    #[test]
    fn each_request_keeps_its_own_edits() {
        let mut assistant = Assistant::default();
        assistant.edit(key("erasure"), &letter("delete"), letter("my delete"));
        assistant.edit(key("access"), &letter("copy"), letter("my copy"));
        assert_eq!(
            assistant.letter(&key("erasure"), &letter("delete")),
            letter("my delete")
        );
        assert_eq!(
            assistant.letter(&key("access"), &letter("copy")),
            letter("my copy")
        );
    }

    #[test]
    fn undoing_every_edit_leaves_no_edit() {
        let mut assistant = Assistant::default();
        assistant.edit(key("erasure"), &letter("composed"), letter("composed!"));
        assistant.edit(key("erasure"), &letter("composed"), letter("composed"));
        assert!(!assistant.is_outdated(&key("erasure"), &letter("other")));
        assert_eq!(
            assistant.letter(&key("erasure"), &letter("other")),
            letter("other")
        );
    }

    #[test]
    fn another_place_means_its_own_law() {
        let mut assistant = Assistant {
            law: Some("none".into()),
            ..Assistant::default()
        };
        assistant.live_in("DE".into());
        assert_eq!(assistant.law, None);
    }
}
