//! The rights model: laws and requests as plain data.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::{Contact, Date, Evidence};

/// The same text in several languages, as pairs of tag and text. The first is English, the
/// fallback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Localized(pub &'static [(&'static str, &'static str)]);

impl Localized {
    /// Returns the text in a language, or the first text if there is none. Only the primary subtag
    /// of the BCP 47 tag `language` is used.
    #[must_use]
    pub fn get(self, language: &str) -> &'static str {
        let primary = language.split('-').next().unwrap_or_default();
        self.0
            .iter()
            .find(|(tag, _)| tag.eq_ignore_ascii_case(primary))
            .or(self.0.first())
            .map_or("", |(_, text)| text)
    }
}

/// How reliable a statement about a law is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Read in the text of the law or a copy of it, or on the regulator's web site.
    Read,
    /// Read in a secondary source.
    Reported,
    /// Known from memory and not checked.
    Recalled,
}

impl Confidence {
    /// The fixed name used in data.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Reported => "reported",
            Self::Recalled => "recalled",
        }
    }
}

/// The source of a statement about a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Citation of the provision.
    pub provision: &'static str,
    /// Title of the source.
    pub title: &'static str,
    /// Address of the source.
    pub url: &'static str,
    /// Day on which it was checked, `YYYY-MM-DD`.
    pub checked: &'static str,
    /// How reliable the statement is.
    pub confidence: Confidence,
    /// Day from which it is in force, `YYYY-MM-DD`.
    pub in_force_from: &'static str,
}

/// A period of time that a law sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Number of units.
    pub count: u16,
    /// The unit.
    pub unit: Unit,
}

/// Units of legal terms. They are not interchangeable: a calendar month is not 30 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Calendar months, clamped to the last day of the month.
    Months,
    /// Calendar days.
    Days,
    /// Monday to Friday, because public holidays are unknown.
    BusinessDays,
    /// Working days as the law defines them; counted like business days.
    WorkingDays,
}

impl Unit {
    /// The fixed name used in data.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Months => "months",
            Self::Days => "days",
            Self::BusinessDays => "business-days",
            Self::WorkingDays => "working-days",
        }
    }
}

/// The fixed English form used in data, e.g. `1 month`, `15 business days`.
impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Months => "month",
            Unit::Days => "day",
            Unit::BusinessDays => "business day",
            Unit::WorkingDays => "working day",
        };
        let plural = if self.count == 1 { "" } else { "s" };
        write!(f, "{} {unit}{plural}", self.count)
    }
}

impl Serialize for Term {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

/// A law under which requests can be made, compiled from the data files at build time.
#[derive(Clone, Debug, PartialEq)]
pub struct Law {
    /// Fixed key (`gdpr`, `ccpa`, `none`, …).
    pub key: &'static str,
    /// Full name.
    pub name: Localized,
    /// Name in letters, e.g. `GDPR`.
    pub short: Localized,
    /// Why it may apply to someone who lives in one of its places, and when it does not.
    pub why: Localized,
    /// ISO 3166 codes (`DE`, `US-CA`) of the places for which it is offered.
    pub places: &'static [&'static str],
    /// Its names in policies; a passage that names another law is not quoted under this one.
    pub names_in_policies: &'static [&'static str],
    /// The rights that it grants, in the order of display.
    pub provisions: &'static [Provision],
    /// What an answer may cost.
    pub fee: Option<Rule>,
    /// Which proof of identity may be required.
    pub identity: Option<Rule>,
    /// Further rules about when its terms end.
    pub counting: Option<Rule>,
    /// Its authorities by place; an entry without places is for all other places.
    pub authorities: &'static [Authority],
}

impl Law {
    /// Whether this is a real law and not the request that names no law.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.provisions.iter().any(|p| p.basis.is_some())
    }

    /// Returns the provision for a request key, or one that covers it too ([`Provision::also`]).
    #[must_use]
    pub fn provision(&self, request: &str) -> Option<&'static Provision> {
        self.provisions
            .iter()
            .find(|p| p.request == request)
            .or_else(|| self.provisions.iter().find(|p| p.also.contains(&request)))
    }

    /// Returns the provisions under which something can be requested, in the order of display.
    pub fn requests(&self) -> impl Iterator<Item = &'static Provision> {
        self.provisions
            .iter()
            .filter(|p| p.kind != Kind::Protection)
    }

    /// Returns the authority for someone who lives in `place`, an ISO 3166 code.
    #[must_use]
    pub fn authority(&self, place: Option<&str>) -> Option<&'static Authority> {
        let of = |place: &str| {
            let here = |p: &&str| p.eq_ignore_ascii_case(place.trim());
            self.authorities.iter().find(|a| a.places.iter().any(here))
        };
        place
            .and_then(of)
            .or_else(|| self.authorities.iter().find(|a| a.places.is_empty()))
    }
}

/// What a data subject can do with a provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Write a letter to the organisation.
    Letter,
    /// Contact someone else; the text explains how and is not a letter to the organisation.
    Guide,
    /// Nothing: it protects a person who makes requests.
    Protection,
}

/// One right under one law, with its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Provision {
    /// Request key: that of a [`crate::Right`] or an additional one.
    pub request: &'static str,
    /// Keys of other rights that the same provision covers.
    pub also: &'static [&'static str],
    /// What can be done with it.
    pub kind: Kind,
    /// Citation, e.g. `Article 17 GDPR`; empty if no law is named.
    pub citation: &'static str,
    /// Key of the letter.
    pub letter: &'static str,
    /// The condition under which it applies, in plain words.
    pub condition: Option<Localized>,
    /// Whether the letter needs a detail that only the person knows.
    pub needs_detail: bool,
    /// When the receipt must be confirmed.
    pub confirm: Option<Deadline>,
    /// When an answer is due.
    pub deadline: Option<Deadline>,
    /// Its source; `None` only if no law is named.
    pub basis: Option<Basis>,
}

/// A plain sentence about a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The sentence.
    pub text: Localized,
    /// Its source.
    pub basis: Basis,
}

/// An authority that handles complaints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Authority {
    /// ISO 3166 codes of its places; empty if it is for all places without an authority.
    #[serde(skip)]
    pub places: &'static [&'static str],
    /// Its official name.
    pub name: &'static str,
    /// Address of its web site.
    pub url: &'static str,
    /// What else the reader needs to find the right one.
    #[serde(skip)]
    pub note: Option<Localized>,
}

/// When something is due, counted from receipt.
///
/// The published format says from when it counts: `from` receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "from", rename = "receipt")]
pub struct Deadline {
    /// The ordinary term.
    pub term: Term,
    /// By how much it may be extended.
    pub extension: Option<Term>,
    /// Citation of the provision that sets it.
    pub source: &'static str,
    /// The source of that.
    #[serde(skip)]
    pub basis: Basis,
}

/// A place where a reader may live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// ISO 3166 code, e.g. `DE` or `US-CA`.
    pub code: &'static str,
    /// Its name.
    pub name: Localized,
    /// A note about the law of this place if it is not covered yet.
    pub later: Option<Localized>,
}

/// What the data subject adds to the letter; all fields may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// Name of the person, as a signature.
    pub name: String,
    /// E-mail address by which the organisation knows the person.
    pub email: String,
    /// Anything else, e.g. a user name or what exactly is wanted.
    pub detail: String,
}

/// What is requested, from whom, under which law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Key of the law.
    pub law: String,
    /// Key of the request.
    pub request: String,
    /// ISO 3166 code of where the person lives, to choose the authority.
    pub place: Option<String>,
    /// BCP 47 tag of the letter's language; English if there are no letters in it.
    pub language: String,
    /// An e-mail address to use instead of the policy's.
    pub recipient: Option<String>,
    /// The day of writing, which decides what is in force; if `None`, the day of the last check.
    pub today: Option<Date>,
    /// What the person adds to the letter.
    pub details: Details,
}

/// The form of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// The whole letter.
    Full,
    /// The short form, because the whole letter does not fit into a mail link.
    Short,
}

/// How much the letter quotes of the sentence in which the policy grants the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quoted {
    /// Nothing, because the policy has no such sentence.
    Nothing,
    /// The whole sentence.
    Whole,
    /// Its beginning, up to the end of a word.
    Trimmed,
    /// Nothing, because the letter would be too long.
    LeftOut,
}

/// A request ready to be sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Request {
    /// Key of the law.
    pub law: &'static str,
    /// Key of the request.
    pub request: &'static str,
    /// Whether it is a letter at all.
    pub kind: Kind,
    /// Citation of the provision; empty for the request that names no law.
    pub provision: &'static str,
    /// Whether the right already applies.
    pub in_force: bool,
    /// E-mail address of the recipient; `None` if neither the options nor the policy have one.
    pub to: Option<String>,
    /// The words of the policy with the recipient; `None` if `to` is not from the policy.
    pub to_evidence: Option<Evidence>,
    /// The policy's contact for this request, which can also be a form, a postal address, a
    /// telephone number.
    pub contact: Option<Contact>,
    /// Subject line.
    pub subject: String,
    /// The letter, with line feeds as line breaks.
    pub body: String,
    /// The form of `body`.
    pub form: Form,
    /// How much of the policy's sentence `body` quotes.
    pub quoted: Quoted,
    /// The mail link; `None` without a recipient.
    pub mailto: Option<String>,
    /// Length of the mail link in characters; 0 without one.
    pub mailto_length: usize,
    /// Whether the link contains the letter; if not, only address and subject fit.
    pub mailto_complete: bool,
    /// When the receipt must be confirmed, if the law says so.
    pub confirm: Option<Deadline>,
    /// When an answer is due, if the law says so.
    pub deadline: Option<Deadline>,
    /// The words in which the policy grants the right.
    pub granted_by: Vec<Evidence>,
    /// What the policy says about checking a person's identity.
    pub identity_check: Vec<Evidence>,
    /// The authority for complaints, if the law has one.
    pub authority: Option<Authority>,
    /// What only the person can add; the letter has a prompt in brackets instead.
    pub missing: Vec<Missing>,
}

/// Something that the letter needs to be complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// Name of the field of [`Details`]: `detail`.
    pub field: &'static str,
    /// What to ask the person.
    pub prompt: &'static str,
}
