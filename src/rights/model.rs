//! The rights model: laws as data, requests as values.

use crate::document::Evidence;

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

/// A law under which requests can be made; compiled from the data files at build time.
#[derive(Clone, Debug, PartialEq)]
pub struct Law {
    /// Fixed key (`gdpr`, `ccpa`, `none`, …).
    pub key: &'static str,
    /// What each kind of request rests on, in the order in which they are offered.
    pub provisions: &'static [Provision],
}

/// One right under one law, with its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Provision {
    /// Request key, a value of [`crate::meaning::Right`].
    pub request: &'static str,
    /// How the provision is cited, e.g. `Article 17 GDPR`.
    pub citation: &'static str,
}

/// When an answer is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The ordinary term.
    pub term: Term,
    /// How far it may be extended.
    pub extension: Option<Term>,
    /// Where the law says so.
    pub source: &'static str,
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

/// A request ready to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Key of the law.
    pub law: &'static str,
    /// Key of the request.
    pub request: &'static str,
    /// How the provision is cited; empty for a request that names no law.
    pub provision: &'static str,
    /// False where the right does not apply yet.
    pub in_force: bool,
    /// Recipient; `None` where the policy names no e-mail address.
    pub to: Option<String>,
    /// The words of the policy that give the recipient.
    pub to_evidence: Option<Evidence>,
    /// Subject line.
    pub subject: String,
    /// The letter; lines end in line feeds.
    pub body: String,
    /// The mail link.
    pub mailto: Option<String>,
    /// True where the link carries the whole letter, false where only address and subject fit.
    pub mailto_complete: bool,
    /// When an answer is due, where the law says.
    pub deadline: Option<Deadline>,
    /// Where this policy itself grants the right.
    pub granted_by: Vec<Evidence>,
}
