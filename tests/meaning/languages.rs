//! What is read from German and French sentences, and what is rightly not read.

use policy_diff::{
    document, meaning,
    model::{FactKind, Readability, Reading},
    report::value_in_data,
};

/// A document long enough to show its language, with the text in it.
fn read(language: &str, text: &str) -> Reading {
    let filler = match language {
        "de" => "Wir erklären hier, wie wir mit den Angaben umgehen und was das für Sie ist.",
        _ => "Nous expliquons ici ce que nous faisons et ce que cela est pour vous dans la suite.",
    };
    let source = [filler, "\n\n", text].concat();
    let document = document::read("policy.md", source.as_bytes());
    assert_eq!(document.language, language);
    meaning::read(&document)
}

fn check(language: &str, kind: FactKind, text: &str, expected: &[&str]) {
    let reading = read(language, text);
    let facts = reading.facts.iter().filter(|f| f.kind() == kind);
    let mut found: Vec<_> = facts.map(|f| value_in_data(&f.statement)).collect();
    let mut expected = expected.to_vec();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected, "{} in: {text}", kind.key());
}

fn best_contact(language: &str, text: &str) -> Option<String> {
    let contacts = read(language, text).contacts;
    contacts
        .into_iter()
        .find(|c| c.recommended)
        .map(|c| c.value)
}

#[test]
fn german_periods() {
    let check = |text, expected: &[&str]| check("de", FactKind::Retention, text, expected);
    check("Server-Logfiles werden 14 Tage gespeichert.", &["14 Tage"]);
    check(
        "Die Logfiles werden nach 30 Tagen gelöscht.",
        &["nach 30 Tagen"],
    );
    check("Speicherdauer: 6 Monate", &["6 Monate"]);
    check("Wir bewahren Rechnungen zehn Jahre auf.", &["zehn Jahre"]);
    check("Wir beantworten Ihre Anfrage innerhalb von 30 Tagen.", &[]);
}

#[test]
fn french_periods() {
    let check = |text, expected: &[&str]| check("fr", FactKind::Retention, text, expected);
    check("Nous conservons vos données pendant 13 mois.", &["13 mois"]);
    check(
        "Les journaux sont supprimés après 30 jours.",
        &["après 30 jours"],
    );
    check("Durée de conservation : 3 ans", &["3 ans"]);
    check(
        "Nous répondons à votre demande dans un délai de 30 jours.",
        &[],
    );
}

#[test]
fn german_rights() {
    let check = |text, expected: &[&str]| check("de", FactKind::Right, text, expected);
    check(
        "Sie haben das Recht auf Auskunft, Berichtigung und Löschung Ihrer Daten.",
        &["access", "rectification", "erasure"],
    );
    check(
        "Sie können sich bei einer Aufsichtsbehörde beschweren.",
        &["complaint"],
    );
    check(
        "Sie können Ihre Einwilligung jederzeit widerrufen.",
        &["withdraw-consent"],
    );
    check(
        "Wir haben Zugriff auf Ihre Daten, um Fehler zu beheben.",
        &[],
    );
}

#[test]
fn french_rights() {
    let check = |text, expected: &[&str]| check("fr", FactKind::Right, text, expected);
    check(
        "Vous disposez d’un droit d’accès, de rectification et de portabilité.",
        &["access", "rectification", "portability"],
    );
    check(
        "Vous pouvez introduire une réclamation auprès de la CNIL.",
        &["complaint"],
    );
    check(
        "Vous pouvez retirer votre consentement à tout moment.",
        &["withdraw-consent"],
    );
    check(
        "Nous pouvons accéder à vos données pour corriger des erreurs.",
        &[],
    );
}

#[test]
fn sale_denied_and_not_spoken_of() {
    check(
        "de",
        FactKind::Sale,
        "Wir verkaufen Ihre Daten nicht.",
        &["says-no"],
    );
    check(
        "de",
        FactKind::Sale,
        "Ihre Daten werden niemals verkauft.",
        &["says-no"],
    );
    check(
        "de",
        FactKind::Sale,
        "Sie verlangen, dass Websites keine Daten verkaufen.",
        &[],
    );
    check(
        "fr",
        FactKind::Sale,
        "Nous ne vendons pas vos données.",
        &["says-no"],
    );
    check(
        "fr",
        FactKind::Sale,
        "Vos données ne sont jamais vendues.",
        &["says-no"],
    );
    check("fr", FactKind::Sale, "Le prix de vente est affiché.", &[]);
}

#[test]
fn recipients_are_names_and_not_nouns() {
    let check_de = |text, expected: &[&str]| check("de", FactKind::Recipient, text, expected);
    check_de(
        "Unsere Website wird von der Borealis GmbH gehostet.",
        &["Borealis GmbH"],
    );
    check_de(
        "Zahlungen laufen über den Dienstleister PayNord.",
        &["PayNord"],
    );
    check_de(
        "Wir geben Ihre Daten an den Versand und die Bank weiter.",
        &[],
    );
    check_de(
        "Wir nutzen ein Analysewerkzeug. Anbieter ist die Acme Ireland Limited, Dublin.",
        &["Acme Ireland Limited"],
    );
    check_de(
        "Dabei erhält die Borealis B.V. sämtliche Zahlungsdaten.",
        &["Borealis B.V"],
    );
    let check_fr = |text, expected: &[&str]| check("fr", FactKind::Recipient, text, expected);
    check_fr("Notre prestataire de paiement est Borealis.", &["Borealis"]);
    check_fr("Le site est hébergé par Borealis.", &["Borealis"]);
    check_fr(
        "Vos courriels sont envoyés à notre prestataire, Acme, qui a sa propre politique.",
        &["Acme"],
    );
    check_fr("Nous ne partageons pas vos données avec Acme.", &[]);
}

#[test]
fn transfers_name_countries_and_safeguards() {
    let text =
        "Ihre Daten werden in die USA übertragen, auf Grundlage der Standardvertragsklauseln.";
    check(
        "de",
        FactKind::Transfer,
        text,
        &["Standard Contractual Clauses", "United States"],
    );
    let text = "Vos données sont transférées vers les États-Unis.";
    check("fr", FactKind::Transfer, text, &["United States"]);
    check(
        "fr",
        FactKind::Transfer,
        "La loi des États-Unis protège les auteurs.",
        &[],
    );
}

#[test]
fn legal_bases_by_article_and_by_name() {
    let check_de = |text, expected: &[&str]| check("de", FactKind::LegalBasis, text, expected);
    check_de(
        "Rechtsgrundlage ist Art. 6 Abs. 1 lit. f DSGVO.",
        &["legitimate-interests"],
    );
    check_de("Rechtsgrundlage ist Ihre Einwilligung.", &["consent"]);
    let text = "La base légale est l’exécution du contrat.";
    check("fr", FactKind::LegalBasis, text, &["contract"]);
}

#[test]
fn ages_signals_and_identity() {
    let text = "Unser Angebot richtet sich nicht an Kinder unter 16 Jahren.";
    check("de", FactKind::MinimumAge, text, &["16"]);
    let text = "Nos services ne s’adressent pas aux enfants de moins de 15 ans.";
    check("fr", FactKind::MinimumAge, text, &["15"]);
    let text = "Unsere Website reagiert nicht auf Do-Not-Track-Signale.";
    check("de", FactKind::DoNotTrack, text, &["ignores"]);
    let text = "Avant de répondre à une demande, nous pouvons vérifier votre identité.";
    check("fr", FactKind::IdentityCheck, text, &["verifies-identity"]);
    let text = "Bevor wir Ihre Anfrage bearbeiten, prüfen wir Ihre Identität.";
    check("de", FactKind::IdentityCheck, text, &["verifies-identity"]);
}

#[test]
fn where_a_request_goes() {
    let text = "Verantwortlich ist die Borealis GmbH, info@borealis.de.\n\n\
                Unseren Datenschutzbeauftragten erreichen Sie unter dsb@borealis.de.\n\n\
                Beschwerden nimmt die Aufsichtsbehörde unter post@lfd.de entgegen.";
    assert_eq!(best_contact("de", text).as_deref(), Some("dsb@borealis.de"));
    let text = "Pour exercer vos droits, écrivez à donnees@acme.fr.\n\n\
                Pour toute autre question, écrivez à bonjour@acme.fr.";
    assert_eq!(best_contact("fr", text).as_deref(), Some("donnees@acme.fr"));
}

#[test]
fn how_hard_a_text_reads() {
    let sentence = "Wir speichern die Daten und löschen sie wieder. ";
    let help = read("de", &sentence.repeat(20)).help;
    assert_eq!((help.measure, help.minutes), (Some(Readability::Amstad), 1));
    let help = read("fr", "Nous gardons peu.").help;
    assert_eq!((help.measure, help.score), (None, None));
}
