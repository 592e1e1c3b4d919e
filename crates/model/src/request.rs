//! The rights model: laws as data, requests as values.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::{Contact, Date, Evidence};

/// The same text in several languages; the first is the one every text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Localized(pub &'static [(&'static str, &'static str)]);

impl Localized {
    /// The text in this language (a BCP 47 tag; its primary subtag counts), else the first.
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

/// How well a statement about a law is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Read in the text of the law, or a copy of that text, or at its regulator.
    Read,
    /// Read in a secondary source.
    Reported,
    /// Known, but not looked up again.
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

/// What a statement about a law rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// How the provision is cited.
    pub provision: &'static str,
    /// Title of the source.
    pub title: &'static str,
    /// Where the source is found.
    pub url: &'static str,
    /// When it was checked, `YYYY-MM-DD`.
    pub checked: &'static str,
    /// How well it is known.
    pub confidence: Confidence,
    /// From when it is in force, `YYYY-MM-DD`.
    pub in_force_from: &'static str,
}

/// A span of time as a law gives it, counted from receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// How many units.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

/// Units of legal terms; they are not interchangeable (a calendar month is not 30 days).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Calendar months, clamped to the month's last day.
    Months,
    /// Calendar days.
    Days,
    /// Monday to Friday, holidays not known.
    BusinessDays,
    /// As the law defines them; counted here as business days.
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

/// A law under which requests can be made; compiled from the data files at build time.
#[derive(Clone, Debug, PartialEq)]
pub struct Law {
    /// Fixed key (`gdpr`, `ccpa`, `none`, …).
    pub key: &'static str,
    /// Full name.
    pub name: Localized,
    /// What it is called in letters, e.g. `GDPR`.
    pub short: Localized,
    /// Why it may apply to someone who lives in one of its places, and when it does not.
    pub why: Localized,
    /// ISO 3166 codes (`DE`, `US-CA`) of the places for which it is offered.
    pub places: &'static [&'static str],
    /// What policies call it; a passage that names another law is not quoted under this one.
    pub names_in_policies: &'static [&'static str],
    /// What each kind of request rests on, in the order in which they are offered.
    pub provisions: &'static [Provision],
    /// What an answer may cost.
    pub fee: Option<Rule>,
    /// What proof of identity may be asked for.
    pub identity: Option<Rule>,
    /// How its terms end, beyond what the terms themselves say.
    pub counting: Option<Rule>,
    /// Who supervises it, by place; an entry without places is for all others.
    pub authorities: &'static [Authority],
}

impl Law {
    /// False for the request that names no law.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.provisions.iter().any(|p| p.basis.is_some())
    }

    /// The provision for a request key, also by another name the law data gives for it.
    #[must_use]
    pub fn provision(&self, request: &str) -> Option<&'static Provision> {
        self.provisions
            .iter()
            .find(|p| p.request == request)
            .or_else(|| self.provisions.iter().find(|p| p.also.contains(&request)))
    }

    /// What can be asked for under this law, in the order in which it is offered.
    pub fn requests(&self) -> impl Iterator<Item = &'static Provision> {
        self.provisions
            .iter()
            .filter(|p| p.kind != Kind::Protection)
    }

    /// The authority for someone who lives in this place.
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

/// What a provision lets the data subject do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Write to the organisation.
    Letter,
    /// Turn to someone else: the text explains how, it is not a letter to the organisation.
    Guide,
    /// Nothing to ask for: it protects the one who asks.
    Protection,
}

/// One right under one law, with its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Provision {
    /// Request key, a value of [`crate::Right`] or an additional one.
    pub request: &'static str,
    /// Rights, other than `request`, which this law covers by the same provision.
    pub also: &'static [&'static str],
    /// What can be done with it.
    pub kind: Kind,
    /// How the provision is cited, e.g. `Article 17 GDPR`; empty where no law is named.
    pub citation: &'static str,
    /// Key of the letter.
    pub letter: &'static str,
    /// Under which condition it holds, in plain words.
    pub condition: Option<Localized>,
    /// True where the letter is not complete without something only the person knows.
    pub needs_detail: bool,
    /// When the receipt must be confirmed.
    pub confirm: Option<Deadline>,
    /// When an answer is due.
    pub deadline: Option<Deadline>,
    /// What it rests on; `None` only where no law is named.
    pub basis: Option<Basis>,
}

/// A plain sentence about a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The sentence.
    pub text: Localized,
    /// What it rests on.
    pub basis: Basis,
}

/// Who hears complaints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Authority {
    /// ISO 3166 codes of the places it is for; empty: all that have none of their own.
    #[serde(skip)]
    pub places: &'static [&'static str],
    /// Its own name.
    pub name: &'static str,
    /// Its web site.
    pub url: &'static str,
    /// What else the reader should know to find the right one.
    #[serde(skip)]
    pub note: Option<Localized>,
}

/// When something is due, counted from receipt.
///
/// The published format says from when it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "from", rename = "receipt")]
pub struct Deadline {
    /// The ordinary term.
    pub term: Term,
    /// How far it may be extended.
    pub extension: Option<Term>,
    /// Where the law says so.
    pub source: &'static str,
    /// What that rests on.
    #[serde(skip)]
    pub basis: Basis,
}

/// A place in which a reader may live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// ISO 3166 code, e.g. `DE` or `US-CA`.
    pub code: &'static str,
    /// Its name.
    pub name: Localized,
    /// The law of this place that is not among the laws yet.
    pub later: Option<Localized>,
}

/// What the data subject adds of their own; all optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// Name to sign with.
    pub name: String,
    /// The address by which the organisation knows the person.
    pub email: String,
    /// Anything else, e.g. a user name or what exactly is wanted.
    pub detail: String,
}

/// What is wanted, from whom, under which law.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Key of the law.
    pub law: String,
    /// Key of the request.
    pub request: String,
    /// Where the person lives (ISO 3166), for the authority.
    pub place: Option<String>,
    /// Language of the letter; without letters in it, English.
    pub language: String,
    /// An address the organisation's own data gives; goes before the policy's.
    pub recipient: Option<String>,
    /// The day of writing, to know what is in force; without it the day of the last check.
    pub today: Option<Date>,
    /// What the person adds.
    pub details: Details,
}

/// Which form of the letter a request carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// The whole letter.
    Full,
    /// The short form, because a mail link could not carry the whole one.
    Short,
}

/// How much of the policy's granting sentence the letter quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quoted {
    /// The policy grants nothing that could be quoted.
    Nothing,
    /// The sentence as it stands.
    Whole,
    /// Its beginning, up to a word boundary.
    Trimmed,
    /// Left out for length.
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
    /// How the provision is cited; empty for a request that names no law.
    pub provision: &'static str,
    /// False where the right does not apply yet.
    pub in_force: bool,
    /// Recipient; `None` where the policy names no e-mail address.
    pub to: Option<String>,
    /// The words of the policy that give the recipient; `None` where `to` does not come from it.
    pub to_evidence: Option<Evidence>,
    /// What the policy says to use for this request: also a form, a postal address, a telephone.
    pub contact: Option<Contact>,
    /// Subject line.
    pub subject: String,
    /// The letter; lines end in line feeds.
    pub body: String,
    /// Which form of the letter `body` is.
    pub form: Form,
    /// How much of the policy's sentence `body` quotes.
    pub quoted: Quoted,
    /// The mail link; `None` without a recipient.
    pub mailto: Option<String>,
    /// Characters of the mail link; 0 without one.
    pub mailto_length: usize,
    /// True where the link carries the whole letter, false where only address and subject fit.
    pub mailto_complete: bool,
    /// When the receipt must be confirmed, where the law says.
    pub confirm: Option<Deadline>,
    /// When an answer is due, where the law says.
    pub deadline: Option<Deadline>,
    /// Where this policy itself grants the right.
    pub granted_by: Vec<Evidence>,
    /// What this policy says about checking who asks.
    pub identity_check: Vec<Evidence>,
    /// Who hears complaints, where the law names someone.
    pub authority: Option<Authority>,
    /// What only the person can add; the letter has a prompt in brackets in its place.
    pub missing: Vec<Missing>,
}

/// Something the letter is not complete without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// Which of the [`Details`]: `detail`.
    pub field: &'static str,
    /// What to ask the person.
    pub prompt: &'static str,
}
