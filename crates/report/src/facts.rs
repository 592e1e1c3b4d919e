//! Names of facts, rights and contacts for readers.

use messages::Locale;
use model::{ContactRole, ContactType, Fact, FactKind, Right};

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

/// The value, with what it is about.
pub(super) fn value(fact: &Fact, locale: Locale) -> String {
    let value = named_value(fact, locale).unwrap_or(&fact.value);
    match &fact.about {
        Some(about) => format!("{value} ({})", about_name(fact, about, locale)),
        None => value.to_owned(),
    }
}

/// The words for a value that is a fixed key; `None` for one in the policy's own terms.
fn named_value(fact: &Fact, locale: Locale) -> Option<&'static str> {
    Some(match (fact.kind, fact.value.as_str()) {
        (FactKind::Right, key) => right(Right::from_key(key)?, locale),
        (FactKind::Sale, "says-no") => locale.report_sale_says_no(),
        (FactKind::Sale, "says-yes") => locale.report_sale_says_yes(),
        (FactKind::DoNotTrack, "honours") => locale.report_do_not_track_honours(),
        (FactKind::DoNotTrack, "ignores") => locale.report_do_not_track_ignores(),
        (FactKind::IdentityCheck, "verifies-identity") => locale.report_identity_check_verifies(),
        (FactKind::LegalBasis, key) => legal_basis(key, locale)?,
        _ => return None,
    })
}

fn legal_basis(key: &str, locale: Locale) -> Option<&'static str> {
    Some(match key {
        "consent" => locale.report_legal_basis_consent(),
        "contract" => locale.report_legal_basis_contract(),
        "legal-obligation" => locale.report_legal_basis_legal_obligation(),
        "vital-interests" => locale.report_legal_basis_vital_interests(),
        "public-task" => locale.report_legal_basis_public_task(),
        "legitimate-interests" => locale.report_legal_basis_legitimate_interests(),
        _ => return None,
    })
}

fn about_name<'a>(fact: &Fact, about: &'a str, locale: Locale) -> &'a str {
    match (fact.kind, ContactRole::from_key(about)) {
        (FactKind::Contact, Some(known)) => role(known, locale),
        (FactKind::Contact, None) if about == "requests" => locale.report_about_requests(),
        _ => about,
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
