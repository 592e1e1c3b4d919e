//! The meaning model: what a document says and what a comparison means, each resting on a quote.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{BlockId, ChangeId, Evidence, Fact, FactKind, keyed::keyed_enum};

keyed_enum! {
    /// What a passage is about, after the annotation scheme of the OPP-115 corpus
    /// (Wilson et al., ACL 2016).
    Topic {
        /// What the organisation itself collects and why.
        FirstPartyCollection = "first-party-collection",
        /// Who else receives data.
        ThirdPartySharing = "third-party-sharing",
        /// Choices and controls offered to the reader.
        ChoiceControl = "choice-control",
        /// Seeing, correcting, deleting one's data.
        AccessEditDeletion = "access-edit-deletion",
        /// How long data is kept.
        DataRetention = "data-retention",
        /// How data is protected.
        DataSecurity = "data-security",
        /// How the policy itself changes.
        PolicyChange = "policy-change",
        /// The browser's Do Not Track signal.
        DoNotTrack = "do-not-track",
        /// Children, Californians, Europeans and other particular readers.
        InternationalSpecificAudiences = "international-specific-audiences",
        /// How to reach the organisation.
        Contact = "contact",
        /// What the policy covers.
        Introductory = "introductory",
        /// Anything else.
        Other = "other",
    }
}

keyed_enum! {
    /// A right of the data subject, or a claim like one.
    Right {
        /// A copy of one's data.
        Access = "access",
        /// Correction.
        Rectification = "rectification",
        /// Deletion.
        Erasure = "erasure",
        /// Restriction of processing.
        Restriction = "restriction",
        /// Data in a machine-readable form.
        Portability = "portability",
        /// Objection to processing.
        Objection = "objection",
        /// Taking consent back.
        WithdrawConsent = "withdraw-consent",
        /// Review of solely automated decisions.
        AutomatedDecisions = "automated-decisions",
        /// No sale or sharing of one's data.
        OptOutOfSale = "opt-out-of-sale",
        /// No direct marketing.
        OptOutOfMarketing = "opt-out-of-marketing",
        /// Complaint to a supervisory authority.
        Complaint = "complaint",
        /// No retaliation for using a right.
        NonDiscrimination = "non-discrimination",
        /// To be told what is collected, used, shared or sold.
        Know = "know",
    }
}

keyed_enum! {
    /// How a contact is reached.
    ContactType {
        /// An e-mail address.
        Email = "email",
        /// A web page with a form.
        Form = "form",
        /// A postal address.
        Post = "post",
        /// A telephone number.
        Phone = "phone",
    }
}

keyed_enum! {
    /// What the policy says a contact is for.
    ContactRole {
        /// Privacy questions and requests.
        Privacy = "privacy",
        /// The data protection officer.
        Dpo = "dpo",
        /// The representative under Article 27 GDPR.
        EuRepresentative = "eu-representative",
        /// The representative under Article 27 UK GDPR.
        UkRepresentative = "uk-representative",
        /// Security reports.
        Security = "security",
        /// Anything else.
        General = "general",
    }
}

keyed_enum! {
    /// A measure of readability.
    Readability {
        /// Flesch (1948), for English.
        Flesch = "flesch",
        /// Amstad (1978), for German.
        Amstad = "amstad",
        /// Kandel and Moles (1958), for French.
        KandelMoles = "kandel-moles",
    }
}

keyed_enum! {
    /// What became of a fact between two versions.
    FactStatus {
        /// Only in the new version.
        Added = "added",
        /// Only in the old version.
        Removed = "removed",
        /// In both, with another value.
        Changed = "changed",
        /// In both, the same.
        Kept = "kept",
    }
}

/// A way to reach the organisation, as the policy gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The address, number or URL itself.
    pub value: String,
    /// How it is reached.
    #[serde(rename = "type")]
    pub kind: ContactType,
    /// What the policy says it is for.
    pub role: ContactRole,
    /// The rights for which the text names this address; empty: no particular one.
    #[serde(rename = "for")]
    pub rights: Vec<Right>,
    /// Where a request goes; at most one contact of a document.
    pub recommended: bool,
    /// The words that give it.
    pub evidence: Evidence,
}

/// How long a text is and how hard it reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingHelp {
    /// Words, numbers and addresses aside.
    pub words: usize,
    /// Minutes of reading at an adult's usual pace in the language, rounded up.
    pub minutes: usize,
    /// The measure of readability; `None` where the language has none here, or the text is too
    /// short for it.
    pub measure: Option<Readability>,
    /// Its value, rounded: about 100 for very easy, about 0 for very hard.
    pub score: Option<i32>,
}

/// What one document says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Topics of each block, by block position, most fitting first; empty where none fits.
    pub topics: Vec<Vec<Topic>>,
    /// How long the text is and how hard it reads.
    pub help: ReadingHelp,
    /// Contacts in reading order.
    pub contacts: Vec<Contact>,
    /// Facts in reading order.
    pub facts: Vec<Fact>,
}

impl Reading {
    /// Where a request goes: the contact named for this right, else the recommended one.
    #[must_use]
    pub fn contact_for(&self, right: Right) -> Option<&Contact> {
        self.contacts
            .iter()
            .find(|c| c.rights.contains(&right) && c.kind == ContactType::Email)
            .or_else(|| self.contacts.iter().find(|c| c.recommended))
    }
}

/// What became of one fact; positions point into the two readings' facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactChange {
    /// What it is about.
    pub kind: FactKind,
    /// What happened.
    pub change: FactStatus,
    /// Position in the old reading's facts.
    pub old: Option<usize>,
    /// Position in the new reading's facts.
    pub new: Option<usize>,
}

/// A change worth telling, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// One sentence in the present tense, at most 140 characters.
    pub headline: String,
    /// BCP 47 tag of the language that the headline is in, around quotes as published: that of
    /// the new version, if it is one with a vocabulary.
    pub language: Cow<'static, str>,
    /// What it is about.
    pub topic: Topic,
    /// The changes that carry it.
    pub changes: Vec<ChangeId>,
    /// Positions in [`Meaning::facts`] that carry it.
    pub facts: Vec<usize>,
}

/// A passage that is back to the words of an earlier version than the one compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// The change that brought it back.
    pub change: ChangeId,
    /// Its block in the new document.
    pub block: BlockId,
    /// Name of the last version before that had these words.
    pub earlier: String,
}

/// What a comparison means for the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// What the old version says.
    pub old: Reading,
    /// What the new version says.
    pub new: Reading,
    /// Topics of each change, by change position.
    pub topics: Vec<Vec<Topic>>,
    /// What became of the facts.
    pub facts: Vec<FactChange>,
    /// Most important first; the rank is the position plus one.
    pub highlights: Vec<Highlight>,
}
