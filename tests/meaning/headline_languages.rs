//! Headlines in the language of the policy: what they say in German and French, and that they
//! fit and quote exactly in all policies at hand.

use policy_diff::{
    compare::compare,
    document,
    meaning::{self, Vocabularies, Vocabulary},
    model::{Document, Highlight},
};

use crate::support;

/// A text long enough to show its language, with the passage in it.
fn source(language: &str, passage: &str) -> String {
    let filler = match language {
        "de" => "Wir erklären hier, wie wir mit den Angaben umgehen und was das für Sie ist.",
        "fr" => "Nous expliquons ici ce que nous faisons et ce que cela est pour vous.",
        _ => "This is the policy of the shop, and it tells you what we do with your details.",
    };
    let heading = match language {
        "de" => "Angaben",
        "fr" => "Informations",
        _ => "Details",
    };
    [filler, "\n\n## ", heading, "\n\n", passage, "\n"].concat()
}

fn read(source: &str) -> Document {
    document::read("policy.md", source.as_bytes())
}

fn highlights(old: &str, new: &str) -> Vec<Highlight> {
    let (old, new) = (read(old), read(new));
    meaning::weigh(&old, &new, &compare(&old, &new)).highlights
}

#[track_caller]
fn check(language: &str, old: &str, new: &str, expected: &str) {
    let found = highlights(&source(language, old), &source(language, new));
    let first = found.first();
    assert_eq!(
        first.map(|h| h.headline.as_str()),
        Some(expected),
        "{found:#?}"
    );
    assert_eq!(first.map(|h| h.language.as_ref()), Some(language));
}

/// Something is said that was not said before.
#[track_caller]
fn check_new(language: &str, new: &str, expected: &str) {
    let kept = match language {
        "de" => "Wir sind ein Laden.",
        "fr" => "Nous sommes une boutique.",
        _ => "We are a shop.",
    };
    check(language, kept, &[kept, "\n\n", new].concat(), expected);
}

#[test]
fn recipients() {
    check_new(
        "de",
        "Zahlungen werden von der Borealis GmbH verarbeitet.",
        "Als Empfänger von Daten jetzt genannt: Borealis GmbH",
    );
    check_new(
        "fr",
        "Votre adresse est envoyée à notre prestataire Borealis.",
        "Destinataires de données désormais nommés\u{a0}: Borealis",
    );
}

#[test]
fn rights_by_the_terms_of_the_regulation() {
    check_new(
        "de",
        "Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung \
         und Datenübertragbarkeit.",
        "Als Recht jetzt genannt: Auskunft, Berichtigung, Löschung, Einschränkung der \
         Verarbeitung, Datenübertragbarkeit",
    );
    check_new(
        "fr",
        "Vous disposez d’un droit d’accès, de rectification, d’effacement et de portabilité.",
        "Droits désormais mentionnés\u{a0}: accès, rectification, effacement, portabilité",
    );
}

#[test]
fn periods_stand_in_their_sentence() {
    check_new(
        "de",
        "Wir speichern Rechnungen für einen Zeitraum von 30 Tagen.",
        "Daten werden 30 Tage aufbewahrt (Rechnungen)",
    );
    check_new(
        "de",
        "Die Angaben werden nach 30 Tagen gelöscht.",
        "Manche Daten werden nach 30 Tagen gelöscht oder anonymisiert",
    );
    check_new(
        "fr",
        "Nous conservons les journaux pendant 13 mois.",
        "Conservation des données\u{a0}: 13 mois (journaux)",
    );
}

#[test]
fn a_period_that_is_a_clause_is_quoted() {
    check_new(
        "de",
        "Wir speichern Ihre Bestellungen, solange Ihr Konto besteht.",
        "Daten werden aufbewahrt: „solange Ihr Konto besteht“ (Bestellungen)",
    );
}

#[test]
fn an_event_under_another_name_is_neither_new_nor_gone() {
    let old = source(
        "de",
        "Wenn Sie Ihr Alpha-Konto löschen, löschen wir Ihre Bestellungen.",
    );
    let new = source(
        "de",
        "Wenn Sie Ihr Beta-Konto löschen, löschen wir Ihre Bestellungen.",
    );
    let found = highlights(&old, &new);
    assert!(found.iter().all(|h| h.facts.is_empty()), "{found:#?}");
}

#[test]
fn another_period() {
    check(
        "de",
        "Wir speichern Rechnungen 14 Tage.",
        "Wir speichern Rechnungen 30 Tage.",
        "Daten werden 30 Tage aufbewahrt, vorher: 14 Tage (Rechnungen)",
    );
}

#[test]
fn sale() {
    check_new(
        "de",
        "Wir verkaufen Ihre Daten nicht.",
        "Der Text sagt jetzt, dass Daten nicht verkauft werden",
    );
    check_new(
        "fr",
        "Nous ne vendons pas vos données.",
        "Le texte dit désormais que les données ne sont pas vendues",
    );
}

#[test]
fn countries_and_safeguards_by_their_names() {
    check_new(
        "de",
        "Die Daten werden in den Vereinigten Staaten gespeichert.",
        "Als Ort, an dem Daten liegen oder an den sie gehen, jetzt genannt: USA",
    );
    check_new(
        "fr",
        "Vos données sont stockées en Allemagne.",
        "Lieux de stockage ou de transfert de données désormais mentionnés\u{a0}: Allemagne",
    );
}

#[test]
fn quotes_have_the_marks_of_the_language() {
    check_new(
        "de",
        "Wir nutzen die Angaben für Werbung.",
        "Neu in „Angaben“: „Wir nutzen die Angaben für Werbung.“",
    );
    check_new(
        "fr",
        "Nous utilisons ces informations pour la publicité.",
        "Nouveau dans «\u{202f}Informations\u{202f}»\u{a0}: «\u{202f}Nous utilisons ces \
         informations pour la publicité.\u{202f}»",
    );
}

#[test]
fn a_condition_that_came() {
    check(
        "de",
        "Wir informieren Sie über neue Dienste und Angebote.",
        "Wir informieren Sie mit Ihrer Einwilligung über neue Dienste und Angebote.",
        "„mit Ihrer Einwilligung“ ist hinzugekommen: „Wir informieren Sie mit Ihrer Einwilligung \
         über neue Dienste und Angebote.“",
    );
}

#[test]
fn the_new_document_has_the_say() {
    let old = source("en", "We are a shop.");
    let new = source("de", "Wir nutzen die Angaben für Werbung.");
    assert!(highlights(&old, &new).iter().all(|h| h.language == "de"));
    assert!(highlights(&new, &old).iter().all(|h| h.language == "en"));
    assert!(!highlights(&old, &new).is_empty());
}

#[test]
fn a_passage_in_another_language_keeps_its_words() {
    let foreign = "We keep the data that you give to us and your account for 30 days.";
    check_new("de", foreign, "Manche Daten werden „30 days“ aufbewahrt");
}

#[test]
fn without_its_vocabulary_there_are_no_headlines() {
    let (old, new) = (read(&source("de", "Ja.")), read(&source("de", "Nein.")));
    let comparison = compare(&old, &new);
    let none = Vocabularies::default();
    assert!(none.weigh(&old, &new, &comparison).highlights.is_empty());
    let mut english = none;
    let text = meaning::VOCABULARY_TEXTS[0];
    english.add(Vocabulary::read(text).unwrap());
    let highlights = english.weigh(&old, &new, &comparison).highlights;
    assert!(highlights.iter().all(|h| h.language == "en"));
}

/// The pieces of a quote at the end of a headline, between its ellipses.
fn quoted<'h>(highlight: &'h Highlight) -> Vec<&'h str> {
    let (open, close) = match highlight.language.as_ref() {
        "de" => ("“: „", "“"),
        "fr" => ("\u{202f}»\u{a0}: «\u{202f}", "\u{202f}»"),
        _ => ("”: “", "”"),
    };
    let quote = highlight.headline.split_once(open);
    let quote = quote.and_then(|(_, rest)| rest.rsplit_once(close));
    let quote: &'h str = quote.map_or("", |(quote, _)| quote);
    quote.split('…').map(str::trim).collect()
}

#[test]
fn headlines_fit_and_quote_exactly_in_all_policies() {
    let Some(corpus) = support::shared("corpus") else {
        return;
    };
    let (mut pairs, mut quotes) = (0, 0);
    for language in [
        "datenanfragen-de",
        "mozilla-firefox-de",
        "mozilla-firefox-fr",
    ] {
        let mut files = support::folder(&corpus.join(language));
        files.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
        let documents: Vec<_> = files.iter().map(|path| support::read(path)).collect();
        let forth = documents.windows(2).map(|pair| (&pair[0], &pair[1]));
        let back = documents.windows(2).map(|pair| (&pair[1], &pair[0]));
        for (old, new) in forth.chain(back) {
            pairs += 1;
            let found = meaning::weigh(old, new, &compare(old, new)).highlights;
            for highlight in &found {
                let blocks = old.blocks.iter().chain(&new.blocks);
                let blocks: Vec<_> = blocks.map(|block| block.text.as_str()).collect();
                assert!(highlight.headline.chars().count() <= 140, "{highlight:?}");
                assert_eq!(highlight.language, new.language, "{highlight:?}");
                for piece in quoted(highlight) {
                    let is_there = blocks.iter().any(|text| text.contains(piece));
                    assert!(is_there, "{piece:?} in {highlight:?}");
                    quotes += usize::from(!piece.is_empty());
                }
            }
        }
    }
    assert!(
        pairs > 0 && quotes >= pairs,
        "{quotes} quotes in {pairs} pairs"
    );
}
