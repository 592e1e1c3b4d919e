//! What facts say, in words: for readers, and in the published format.

use std::borrow::Cow;

use messages::Locale;
use model::{
    ContactRole, ContactType, Fact, FactKind, LegalBasis, Purpose, Right, Statement, Transfer,
};

/// What sort of fact it is.
pub(super) fn kind(kind: FactKind, locale: Locale) -> &'static str {
    match kind {
        FactKind::Contact => locale.report_fact_contact(),
        FactKind::EffectiveDate => locale.report_fact_effective_date(),
        FactKind::Retention => locale.report_fact_retention(),
        FactKind::Recipient => locale.report_fact_recipient(),
        FactKind::Right => locale.report_fact_right(),
        FactKind::LegalBasis => locale.report_fact_legal_basis(),
        FactKind::Transfer => locale.report_fact_transfer(),
        FactKind::MinimumAge => locale.report_fact_minimum_age(),
        FactKind::Sale => locale.report_fact_sale(),
        FactKind::DoNotTrack => locale.report_fact_do_not_track(),
        FactKind::IdentityCheck => locale.report_fact_identity_check(),
        FactKind::Authority => locale.report_fact_authority(),
        FactKind::AutomatedDecision => locale.report_fact_automated_decision(),
        FactKind::SecurityMeasure => locale.report_fact_security_measure(),
    }
}

/// What a fact says, with what it is about.
pub(super) fn value(fact: &Fact, locale: Locale) -> String {
    let statement = &fact.statement;
    let value = named_value(statement, locale);
    let value = value.map_or_else(|| value_in_data(statement), Cow::Borrowed);
    let about = match statement {
        Statement::Contact { purpose, .. } => named_purpose(*purpose, locale),
        statement => about_in_data(statement),
    };
    match about {
        Some(about) => format!("{value} ({about})"),
        None => value.into_owned(),
    }
}

/// The words of the interface for what has a fixed name; `None` for what the policy calls itself.
fn named_value(statement: &Statement, locale: Locale) -> Option<&'static str> {
    Some(match statement {
        Statement::Right { right: named } => right(*named, locale),
        Statement::Sale { sold: false } => locale.report_sale_says_no(),
        Statement::Sale { sold: true } => locale.report_sale_says_yes(),
        Statement::DoNotTrack { honoured: true } => locale.report_do_not_track_honours(),
        Statement::DoNotTrack { honoured: false } => locale.report_do_not_track_ignores(),
        Statement::IdentityCheck => locale.report_identity_check_verifies(),
        Statement::LegalBasis { basis } => legal_basis(*basis, locale),
        _ => return None,
    })
}

fn named_purpose(purpose: Purpose, locale: Locale) -> Option<&'static str> {
    Some(match purpose {
        Purpose::Requests => locale.report_about_requests(),
        Purpose::Privacy => role(ContactRole::Privacy, locale),
        Purpose::Dpo => role(ContactRole::Dpo, locale),
        Purpose::EuRepresentative => role(ContactRole::EuRepresentative, locale),
        Purpose::UkRepresentative => role(ContactRole::UkRepresentative, locale),
        Purpose::Security => role(ContactRole::Security, locale),
        Purpose::General => return None,
    })
}

/// The value of a statement in the published format: words of the policy, or a fixed name in
/// English. The only place where they are written.
#[must_use]
pub fn value_in_data(statement: &Statement) -> Cow<'_, str> {
    match statement {
        Statement::Contact { address: text, .. }
        | Statement::Recipient { name: text }
        | Statement::Authority { name: text }
        | Statement::Transfer {
            transfer: Transfer::Country(text),
        } => text.into(),
        Statement::EffectiveDate { date } => date.to_string().into(),
        Statement::Retention(retention) => retention.period.written().into(),
        Statement::Right { right } => right.key().into(),
        Statement::LegalBasis { basis } => basis.key().into(),
        Statement::Transfer {
            transfer: Transfer::Safeguard(safeguard),
        } => safeguard.key().into(),
        Statement::MinimumAge { years } => years.to_string().into(),
        Statement::Sale { sold: said } | Statement::AutomatedDecision { made: said } => {
            if *said { "says-yes" } else { "says-no" }.into()
        }
        Statement::DoNotTrack { honoured } => if *honoured { "honours" } else { "ignores" }.into(),
        Statement::IdentityCheck => "verifies-identity".into(),
        Statement::SecurityMeasure { measure } => measure.key().into(),
    }
}

/// What the value applies to in the published format, if the policy says so: the data of a period,
/// the purpose of a contact.
#[must_use]
pub fn about_in_data(statement: &Statement) -> Option<&str> {
    match statement {
        Statement::Contact { purpose, .. } if *purpose != Purpose::General => Some(purpose.key()),
        Statement::Retention(retention) => retention.of.as_deref(),
        _ => None,
    }
}

fn legal_basis(basis: LegalBasis, locale: Locale) -> &'static str {
    match basis {
        LegalBasis::Consent => locale.report_legal_basis_consent(),
        LegalBasis::Contract => locale.report_legal_basis_contract(),
        LegalBasis::LegalObligation => locale.report_legal_basis_legal_obligation(),
        LegalBasis::VitalInterests => locale.report_legal_basis_vital_interests(),
        LegalBasis::PublicTask => locale.report_legal_basis_public_task(),
        LegalBasis::LegitimateInterests => locale.report_legal_basis_legitimate_interests(),
    }
}

/// What a right is called.
pub(super) fn right(right: Right, locale: Locale) -> &'static str {
    match right {
        Right::Access => locale.report_right_access(),
        Right::Rectification => locale.report_right_rectification(),
        Right::Erasure => locale.report_right_erasure(),
        Right::Restriction => locale.report_right_restriction(),
        Right::Portability => locale.report_right_portability(),
        Right::Objection => locale.report_right_objection(),
        Right::WithdrawConsent => locale.report_right_withdraw_consent(),
        Right::AutomatedDecisions => locale.report_right_automated_decisions(),
        Right::OptOutOfSale => locale.report_right_opt_out_of_sale(),
        Right::OptOutOfMarketing => locale.report_right_opt_out_of_marketing(),
        Right::Complaint => locale.report_right_complaint(),
        Right::NonDiscrimination => locale.report_right_non_discrimination(),
        Right::Know => locale.report_right_know(),
    }
}

/// What a contact is for.
pub(super) fn role(role: ContactRole, locale: Locale) -> &'static str {
    match role {
        ContactRole::Privacy => locale.report_role_privacy(),
        ContactRole::Dpo => locale.report_role_dpo(),
        ContactRole::EuRepresentative => locale.report_role_eu_representative(),
        ContactRole::UkRepresentative => locale.report_role_uk_representative(),
        ContactRole::Security => locale.report_role_security(),
        ContactRole::General => locale.report_role_general(),
    }
}

/// How a contact is reached.
pub(super) fn reached(kind: ContactType, locale: Locale) -> &'static str {
    match kind {
        ContactType::Email => locale.report_contact_email(),
        ContactType::Form => locale.report_contact_form(),
        ContactType::Post => locale.report_contact_post(),
        ContactType::Phone => locale.report_contact_phone(),
    }
}
