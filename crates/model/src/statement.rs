//! What a policy says, typed: one variant for each kind of statement.
//!
//! Words as published stand only where a reader has to see them: in periods, names and addresses.
//! How a statement is written for readers and in data is the business of the reports.

use serde::{Deserialize, Serialize};

use crate::{Date, Evidence, Right, keyed::keyed_enum};

keyed_enum! {
    /// What a fact is about.
    FactKind {
        /// How to reach the organisation.
        Contact = "contact",
        /// From when the policy applies.
        EffectiveDate = "effective-date",
        /// How long something is kept.
        Retention = "retention",
        /// A named recipient of data.
        Recipient = "recipient",
        /// A right the policy itself grants.
        Right = "right",
        /// A legal basis the policy relies on.
        LegalBasis = "legal-basis",
        /// A transfer to another country, or its safeguard.
        Transfer = "transfer",
        /// The age below which the service is not meant.
        MinimumAge = "minimum-age",
        /// Whether data is sold.
        Sale = "sale",
        /// Whether Do Not Track is honoured.
        DoNotTrack = "do-not-track",
        /// How a requester's identity is checked.
        IdentityCheck = "identity-check",
        /// A supervisory authority it names.
        Authority = "authority",
        /// Solely automated decisions or profiling.
        AutomatedDecision = "automated-decision",
        /// A security measure it promises.
        SecurityMeasure = "security-measure",
    }
}

/// A statement the policy makes, with the words that make it.
///
/// In the published format a fact also says its value in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Flat")]
pub struct Fact {
    /// What it says.
    #[serde(flatten)]
    pub statement: Statement,
    /// The words that say it.
    pub evidence: Evidence,
}

impl Fact {
    /// What it is about.
    #[must_use]
    pub fn kind(&self) -> FactKind {
        self.statement.kind()
    }
}

/// What a policy says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub enum Statement {
    /// How to reach the organisation.
    Contact {
        /// The address, number or URL, as published.
        address: String,
        /// What it is for.
        purpose: Purpose,
    },
    /// From when the policy applies.
    EffectiveDate {
        /// The day.
        date: Date,
    },
    /// How long something is kept.
    Retention(Retention),
    /// Somebody who receives data.
    Recipient {
        /// The name, as published.
        name: String,
    },
    /// The policy itself grants a right.
    Right {
        /// Which one.
        right: Right,
    },
    /// The policy relies on a legal basis.
    LegalBasis {
        /// Which one.
        basis: LegalBasis,
    },
    /// Data goes to another country, or is protected there.
    Transfer {
        /// Where to, or under which safeguard.
        transfer: Transfer,
    },
    /// The service is not meant for younger people.
    MinimumAge {
        /// The lowest age, in years.
        years: u8,
    },
    /// Data is sold, or is said not to be.
    Sale {
        /// False where the policy denies it.
        sold: bool,
    },
    /// The browser's Do Not Track signal is honoured, or is said not to be.
    DoNotTrack {
        /// False where the policy ignores it.
        honoured: bool,
    },
    /// Whoever makes a request has to show who they are.
    IdentityCheck,
    /// A supervisory authority is named.
    Authority {
        /// Its own name.
        name: String,
    },
    /// Decisions are made by machines alone, or are said not to be.
    AutomatedDecision {
        /// False where the policy denies it.
        made: bool,
    },
    /// A security measure is promised.
    SecurityMeasure {
        /// Which one.
        measure: Measure,
    },
}

impl Statement {
    /// What it is about.
    #[must_use]
    pub fn kind(&self) -> FactKind {
        match self {
            Self::Contact { .. } => FactKind::Contact,
            Self::EffectiveDate { .. } => FactKind::EffectiveDate,
            Self::Retention(_) => FactKind::Retention,
            Self::Recipient { .. } => FactKind::Recipient,
            Self::Right { .. } => FactKind::Right,
            Self::LegalBasis { .. } => FactKind::LegalBasis,
            Self::Transfer { .. } => FactKind::Transfer,
            Self::MinimumAge { .. } => FactKind::MinimumAge,
            Self::Sale { .. } => FactKind::Sale,
            Self::DoNotTrack { .. } => FactKind::DoNotTrack,
            Self::IdentityCheck => FactKind::IdentityCheck,
            Self::Authority { .. } => FactKind::Authority,
            Self::AutomatedDecision { .. } => FactKind::AutomatedDecision,
            Self::SecurityMeasure { .. } => FactKind::SecurityMeasure,
        }
    }
}

keyed_enum! {
    /// What the policy gives a contact for.
    Purpose {
        /// Requests about one's data: the contact that is recommended.
        Requests = "requests",
        /// Privacy questions.
        Privacy = "privacy",
        /// Reaching the data protection officer.
        Dpo = "dpo",
        /// Reaching the representative under Article 27 GDPR.
        EuRepresentative = "eu-representative",
        /// Reaching the representative under Article 27 UK GDPR.
        UkRepresentative = "uk-representative",
        /// Security reports.
        Security = "security",
        /// Nothing in particular.
        General = "general",
    }
}

/// How long something is kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Retention {
    /// How long.
    pub period: Period,
    /// Whether data stays that long or goes then.
    pub edge: Edge,
    /// What is kept, in the policy's words; `None` where the text does not say.
    pub of: Option<String>,
}

/// A period, in a form that can be compared, and as published.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Period {
    /// A number of units of time.
    Span {
        /// The number as the text writes it, in lower case: "30", "two", "12 to 18".
        number: String,
        /// What it counts.
        unit: Unit,
        /// Whether it is a limit, where the text says so.
        bound: Option<Bound>,
        /// The policy's words, an end with its preposition: "within 90 days".
        written: String,
    },
    /// Until, or once, something happens.
    Event {
        /// The policy's words: "until you close your account".
        written: String,
    },
    /// Without end.
    Endless {
        /// The policy's words: "indefinitely".
        written: String,
    },
}

impl Period {
    /// The policy's words.
    #[must_use]
    pub fn written(&self) -> &str {
        match self {
            Self::Span { written, .. } | Self::Event { written } | Self::Endless { written } => {
                written
            }
        }
    }
}

keyed_enum! {
    /// A unit of time.
    Unit {
        /// 60 seconds.
        Minute = "minute",
        /// 60 minutes.
        Hour = "hour",
        /// A calendar day, or one of business.
        Day = "day",
        /// Seven days.
        Week = "week",
        /// A month of the calendar.
        Month = "month",
        /// A year of the calendar.
        Year = "year",
    }
}

keyed_enum! {
    /// Which side of a limit a period is on.
    Bound {
        /// No longer than that.
        AtMost = "at-most",
        /// No shorter than that.
        AtLeast = "at-least",
    }
}

keyed_enum! {
    /// What happens to data at the end of a period.
    Edge {
        /// Data is kept that long.
        Kept = "kept",
        /// Data goes within or after that time, or at that event.
        Deleted = "deleted",
        /// Data goes, and the sentence counts the time from something else: "deleted 30 days
        /// after you left".
        Counted = "counted",
    }
}

keyed_enum! {
    /// A legal basis of Article 6(1) GDPR.
    LegalBasis {
        /// Point (a).
        Consent = "consent",
        /// Point (b).
        Contract = "contract",
        /// Point (c).
        LegalObligation = "legal-obligation",
        /// Point (d).
        VitalInterests = "vital-interests",
        /// Point (e).
        PublicTask = "public-task",
        /// Point (f).
        LegitimateInterests = "legitimate-interests",
    }
}

/// Where data goes abroad, or what protects it there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Transfer {
    /// The English name of the country or union.
    Country(String),
    /// What the policy relies on.
    Safeguard(Safeguard),
}

keyed_enum! {
    /// A safeguard for transfers to another country; its key is its usual name.
    Safeguard {
        /// Article 46(2)(c) GDPR.
        StandardContractualClauses = "Standard Contractual Clauses",
        /// The frameworks between the European Union, the United Kingdom, Switzerland and the
        /// United States since 2023.
        DataPrivacyFramework = "Data Privacy Framework",
        /// Its predecessor until 2020.
        PrivacyShield = "Privacy Shield",
        /// Article 47 GDPR.
        BindingCorporateRules = "Binding Corporate Rules",
        /// Article 45 GDPR.
        AdequacyDecision = "adequacy decision",
    }
}

keyed_enum! {
    /// A security measure; its key is its usual name.
    Measure {
        /// Encryption on the way.
        EncryptionInTransit = "encryption in transit",
        /// Encryption where data is stored.
        EncryptionAtRest = "encryption at rest",
        /// Few people have access.
        RestrictedAccess = "restricted access",
        /// Technical and organisational measures in general.
        OrganisationalSafeguards = "organisational safeguards",
        /// A second factor to log in with.
        TwoFactorAuthentication = "two-factor authentication",
        /// The standard for information security.
        Iso27001 = "ISO 27001",
        /// The auditors' report on controls.
        Soc2 = "SOC 2",
        /// Audits and tests.
        SecurityAudits = "security audits",
        /// Names replaced by numbers.
        Pseudonymisation = "pseudonymisation",
    }
}

/// A fact as it is read: the fields of all statements side by side. Serde's own way to read an
/// enum that is tagged inside keeps everything in a tree first, and reading from that tree once
/// more was the largest part of what the page had to load.
#[derive(Deserialize)]
struct Flat {
    kind: FactKind,
    evidence: Evidence,
    address: Option<String>,
    purpose: Option<Purpose>,
    date: Option<Date>,
    period: Option<Period>,
    edge: Option<Edge>,
    of: Option<String>,
    name: Option<String>,
    right: Option<Right>,
    basis: Option<LegalBasis>,
    transfer: Option<Transfer>,
    years: Option<u8>,
    sold: Option<bool>,
    honoured: Option<bool>,
    made: Option<bool>,
    measure: Option<Measure>,
}

impl Flat {
    /// The statement; `None` where a field of its kind is missing.
    fn statement(self) -> Option<Statement> {
        Some(match self.kind {
            FactKind::Contact => Statement::Contact {
                address: self.address?,
                purpose: self.purpose?,
            },
            FactKind::EffectiveDate => Statement::EffectiveDate { date: self.date? },
            FactKind::Retention => Statement::Retention(Retention {
                period: self.period?,
                edge: self.edge?,
                of: self.of,
            }),
            FactKind::Recipient => Statement::Recipient { name: self.name? },
            FactKind::Right => Statement::Right { right: self.right? },
            FactKind::LegalBasis => Statement::LegalBasis { basis: self.basis? },
            FactKind::Transfer => Statement::Transfer {
                transfer: self.transfer?,
            },
            FactKind::MinimumAge => Statement::MinimumAge { years: self.years? },
            FactKind::Sale => Statement::Sale { sold: self.sold? },
            FactKind::DoNotTrack => Statement::DoNotTrack {
                honoured: self.honoured?,
            },
            FactKind::IdentityCheck => Statement::IdentityCheck,
            FactKind::Authority => Statement::Authority { name: self.name? },
            FactKind::AutomatedDecision => Statement::AutomatedDecision { made: self.made? },
            FactKind::SecurityMeasure => Statement::SecurityMeasure {
                measure: self.measure?,
            },
        })
    }
}

impl TryFrom<Flat> for Fact {
    type Error = String;

    fn try_from(flat: Flat) -> Result<Self, String> {
        let (kind, evidence) = (flat.kind, flat.evidence.clone());
        let statement = flat.statement();
        let statement = statement.ok_or_else(|| format!("a {} says nothing", kind.key()))?;
        Ok(Self {
            statement,
            evidence,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_the_same_behind_its_data() {
        let period = Period::Span {
            number: "30".to_owned(),
            unit: Unit::Day,
            bound: Some(Bound::AtMost),
            written: "up to 30 days".to_owned(),
        };
        let all = [
            Statement::Retention(Retention {
                period,
                edge: Edge::Kept,
                of: None,
            }),
            Statement::Transfer {
                transfer: Transfer::Country("Japan".to_owned()),
            },
            Statement::Transfer {
                transfer: Transfer::Safeguard(Safeguard::AdequacyDecision),
            },
            Statement::EffectiveDate {
                date: Date::constant(2019, 11, 26),
            },
            Statement::IdentityCheck,
            Statement::Sale { sold: false },
        ];
        for statement in all {
            let quote = "as published".to_owned();
            let evidence = Evidence { block: None, quote };
            let fact = Fact {
                statement,
                evidence,
            };
            let mut data = serde_json::to_value(&fact).expect("a fact is data");
            // The published format says more of a fact than it is read by.
            data["value"] = "in words".into();
            let text = data.to_string();
            assert_eq!(serde_json::from_str(&text).ok(), Some(fact), "{text}");
        }
    }
}
