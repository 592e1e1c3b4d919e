//! Headlines that were judged wrong when they were read beside their quotes, as small cases.

use policy_diff::{
    compare::compare,
    document, meaning,
    model::{Comparison, Document, FactStatus, Highlight, Meaning, Op, Topic},
};

fn read(text: &str) -> Document {
    document::read("policy.md", text.as_bytes())
}

fn weigh(old: &str, new: &str) -> Meaning {
    let (old, new) = (read(old), read(new));
    meaning::weigh(&old, &new, &compare(&old, &new))
}

fn headlines(old: &str, new: &str) -> Vec<String> {
    let highlights = weigh(old, new).highlights.into_iter();
    highlights.map(|h| h.headline).collect()
}

/// Texts around the passage that changes: enough for a language and a section.
fn under(heading: &str, text: &str) -> String {
    let filler = "This is the policy of the shop, and it tells you what we do with your details.";
    [filler, "\n\n## ", heading, "\n\n", text, "\n"].concat()
}

/// What a headline tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// Something is said that was not said before.
    New,
    /// Something is said no more.
    Gone,
    /// One thing is said in place of another.
    Other,
}

/// What the headline tells, by the facts it rests on or else by the words of its changes.
fn told(highlight: &Highlight, meaning: &Meaning, comparison: &Comparison) -> Told {
    let facts = highlight.facts.iter().map(|&at| meaning.facts[at].change);
    let changes = highlight.changes.iter().map(|&id| comparison.change(id));
    let ops: Vec<Op> = changes.flat_map(|c| &c.segments).map(|s| s.op).collect();
    let statuses: Vec<FactStatus> = facts.collect();
    let has = |op| ops.contains(&op);
    match (statuses.first(), has(Op::Delete), has(Op::Insert)) {
        (Some(FactStatus::Added), ..) | (None, false, _) => Told::New,
        (Some(FactStatus::Removed), ..) | (None, true, false) => Told::Gone,
        _ => Told::Other,
    }
}

/// The first headline is about this topic (any where the case is not about it), tells this, and holds these words of the two texts.
/// In which sentence it says so is the language files' business.
#[track_caller]
fn check_first(
    old: &str,
    new: &str,
    topic: Option<Topic>,
    expected: Told,
    words: &[&str],
) -> String {
    let (old, new) = (read(old), read(new));
    let comparison = compare(&old, &new);
    let meaning = meaning::weigh(&old, &new, &comparison);
    let all = &meaning.highlights;
    let first = all.first().expect("a headline");
    assert!(topic.is_none_or(|topic| first.topic == topic), "{all:#?}");
    assert_eq!(told(first, &meaning, &comparison), expected, "{all:#?}");
    for words in words {
        assert!(first.headline.contains(words), "{words:?} in {all:#?}");
    }
    first.headline.clone()
}

fn check_none(old: &str, new: &str, words: &str) {
    let found = headlines(old, new);
    assert!(found.iter().all(|h| !h.contains(words)), "{found:#?}");
}

#[test]
fn a_quote_does_not_open_with_however() {
    let new = "However, we may share your order with advertisers.";
    let kept = "We list your orders in your account.";
    let headline = check_first(
        &under("Orders", kept),
        &under("Orders", &[kept, "\n\n", new].concat()),
        None,
        Told::New,
        &["Orders", "we may share your order with advertisers."],
    );
    assert!(!headline.contains("However"), "{headline}");
}

#[test]
fn the_quote_is_what_tells_most_within_its_room() {
    let long = "When we have no ongoing business need of any lawful sort whatsoever to go on with \
                your details, we will delete them from all of our computers.";
    let found = headlines(
        &under("Keeping", "We like order."),
        &under("Keeping", &["We like order.\n\n", long].concat()),
    );
    let first = found.first().map_or("", String::as_str);
    // The condition stays in sight: without it the promise would be wider.
    assert!(
        first.contains("“When we have") && first.contains("we will delete them"),
        "{first}"
    );
}

#[test]
fn a_pointer_is_not_quoted_where_a_statement_can_be() {
    let kept = "We are a shop.";
    let new = "For more information on consent and advertising, please see our list of advertisers.\
               \n\nWe keep a list of what you bought.";
    check_first(
        &under("Lists", kept),
        &under("Lists", &[kept, "\n\n", new].concat()),
        None,
        Told::New,
        &["Lists", "“We keep a list of what you bought.”"],
    );
}

#[test]
fn a_purpose_is_no_example() {
    let old = "We use common technologies, such as cookies and server logs.";
    let new = "We use common technologies, such as cookies and server logs, to collect technical \
               information about your location.";
    check_none(&under("Tools", old), &under("Tools", new), "example");
}

#[test]
fn what_stands_behind_the_bracket_is_no_example() {
    let old = "We collect identifiers (such as cookies and numbers that name your device).";
    let new = "We collect identifiers (such as cookies and numbers that name your device), and \
               device location.";
    check_none(&under("Tools", old), &under("Tools", new), "example");
}

#[test]
fn another_spelling_is_no_other_example() {
    let old = "We share messages from us, such as e-mails, with advertisers.";
    let new = "We share messages from us, such as emails, with advertisers.";
    check_none(&under("Mail", old), &under("Mail", new), "example");
}

#[test]
fn one_change_has_one_headline() {
    let old = "We share your address with others only with your consent.";
    let new = "We share your address with others as the law allows.";
    let found = headlines(&under("Sharing", old), &under("Sharing", new));
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn a_denial_of_sale_in_other_words_is_not_new() {
    let old = "Our main principle is that we will not sell or rent any information you share.";
    let new = "Privacy is what we care for most.\n\nWe will never sell your data, whoever asks.";
    check_none(&under("Principles", old), &under("Principles", new), "sell");
}

#[test]
fn a_recipient_under_its_longer_name_is_not_new() {
    let old = "Our site is hosted by Borealis, and our data is sent to Acme.";
    let new = "Our site is hosted by Borealis, Inc., and our data is sent to Acme.com.";
    check_none(&under("Hosting", old), &under("Hosting", new), "now named");
}

#[test]
fn not_longer_than_is_an_upper_bound() {
    let filler = "Nous expliquons ici ce que nous faisons et ce que cela est pour vous.\n\n";
    let new = [
        filler,
        "Nous ne conservons pas vos données pendant plus de 25 mois.",
    ]
    .concat();
    check_first(
        filler,
        &new,
        Some(Topic::DataRetention),
        Told::New,
        &["pas plus de 25 mois"],
    );
}

#[test]
fn what_is_deleted_within_a_time_is_not_kept_for_it() {
    let filler = "Wir erklären hier, wie wir mit den Angaben umgehen und was das für Sie ist.\n\n";
    let new = "Wenn Sie das verlangen, werden diese innerhalb von 30 Tagen gelöscht.";
    let headline = check_first(
        filler,
        &[filler, new].concat(),
        Some(Topic::DataRetention),
        Told::New,
        &[
            "innerhalb von 30 Tagen",
            "gelöscht",
            "„Wenn Sie das verlangen“",
        ],
    );
    assert!(!headline.contains("aufbewahrt"), "{headline}");
}

#[test]
fn a_new_controller_is_told_first() {
    let new = "The controller of your data is Acme Ireland Limited, Dublin.";
    let old = "The controller of your data is Borealis Trading Ltd., London.";
    check_first(
        &under("Who we are", old),
        &under("Who we are", new),
        Some(Topic::Contact),
        Told::Other,
        &["Acme Ireland Limited", "(before: Borealis Trading Ltd)"],
    );
    let before = "We are a shop.";
    check_first(
        &under("Who we are", before),
        &under("Who we are", &[before, "\n\n", new].concat()),
        Some(Topic::Contact),
        Told::New,
        &[": Acme Ireland Limited"],
    );
}

#[test]
fn an_address_that_runs_into_a_controller_is_no_part_of_its_name() {
    let before = "Acme is a shop. Acme keeps your orders.";
    let new = "Box 12, Cape Town, South Africa**Acme Trading Ltd** is the controller.";
    check_first(
        &under("Who we are", before),
        &under("Who we are", &[before, "\n\n", new].concat()),
        Some(Topic::Contact),
        Told::New,
        &[": Acme Trading Ltd"],
    );
}

#[test]
fn a_controller_that_was_named_before_is_not_new() {
    let old = "Our shop belongs to Acme Ireland Limited.";
    let new = "The controller of your data is Acme Ireland Limited.";
    check_none(
        &under("Who we are", old),
        &under("Who we are", new),
        "controller)",
    );
}

#[test]
fn a_new_controller_in_german_and_french() {
    let old = "Wir erklären hier, wie wir mit den Angaben umgehen und was das für Sie ist.\n\n";
    let new = "Verantwortlich für die Verarbeitung ist die Borealis Handel GmbH.";
    check_first(
        old,
        &[old, new].concat(),
        Some(Topic::Contact),
        Told::New,
        &[": Borealis Handel GmbH"],
    );
    let old = "Nous expliquons ici ce que nous faisons et ce que cela est pour vous.\n\n";
    let new = "Le responsable du traitement de vos données est Borealis SAS, Lyon.";
    check_first(
        old,
        &[old, new].concat(),
        Some(Topic::Contact),
        Told::New,
        &[": Borealis SAS"],
    );
}

#[test]
fn a_representative_ranks_with_the_rights() {
    let old = "We are a shop.";
    let new = "Our representative in the European Union is Borealis: eu@borealis.eu.\n\nWe like \
               order, and we are now based in Auckland.";
    check_first(
        &under("Who we are", old),
        &under("Who we are", &[old, "\n\n", new].concat()),
        Some(Topic::Contact),
        Told::New,
        &["EU", "eu@borealis.eu"],
    );
}

#[test]
fn what_stands_in_another_section_is_neither_new_nor_gone() {
    let sentence = "Photographs from the summer workshop are deleted after the autumn exhibition.";
    let other = "After the autumn exhibition we delete all photographs of the summer workshop.";
    let text = |first: &str, second: &str| {
        let (first, second) = (under("Pictures", first), under("Deadlines", second));
        [first, "\n\n".into(), second].concat()
    };
    let (kept, dates) = ("We keep a guest book.", "Dates are printed on the door.");
    let both = |a: &str, b: &str| [a, "\n\n", b].concat();
    check_none(
        &text(&both(kept, sentence), dates),
        &text(kept, &both(dates, other)),
        "hotographs",
    );
}

#[test]
fn what_was_denied_and_is_done_now_is_told() {
    let old = "Our kiln never sends temperature curves to the manufacturer.";
    let new = "Our kiln sends temperature curves to the manufacturer.";
    let filler = "The kiln stands in the yard behind the blue workshop.";
    let found = headlines(
        &under("Kiln", &[filler, "\n\n", old].concat()),
        &under("Kiln", &[filler, "\n\n", new].concat()),
    );
    assert!(found.iter().any(|h| h.contains("never")), "{found:#?}");
}

#[test]
fn where_the_clause_went_its_negation_is_not_all_that_went() {
    let old = "This page is a summary for readers in a hurry and not legally binding.";
    let new = "This page is a summary for readers in a hurry.";
    check_first(
        &under("Summary", old),
        &under("Summary", new),
        None,
        Told::Gone,
        &["“and not legally binding”"],
    );
}

#[test]
fn a_sentence_that_is_whole_without_its_heading_is_told_without_it() {
    let heading = "What happens to the drawings of our guests";
    let kept = "Drawings hang in the hall.";
    let new = "We hand your drawings to the gallery next door unless you take them home on the day of the visit.";
    check_first(
        &under(heading, kept),
        &under(heading, &[kept, "\n\n", new].concat()),
        None,
        Told::New,
        &[
            "“We hand your drawings to the gallery next door unless you take them home on the day of \
         the visit.”",
        ],
    );
}

#[test]
fn another_name_in_the_same_sentence_takes_the_place_of_the_first() {
    let text = |name: &str| {
        let sentence = [
            "We share the list of your orders with our advertising partner ",
            name,
            ", so that it can show you fitting offers.",
        ];
        under("Partners", &sentence.concat())
    };
    let found = headlines(&text("Borealis GmbH"), &text("Zephyrine Ltd"));
    let both = |h: &String| h.contains("Zephyrine") && h.contains("(before: Borealis");
    assert!(found.iter().any(both), "{found:#?}");
}

#[test]
fn rights_of_some_readers_name_them() {
    let kept = "We run a shop for kites.";
    let new = "You have the right to data portability.\n\nYou have the right to object to the \
               processing of your data.";
    let text = |rest: &str| {
        let first = under("About", kept);
        [first, "\n\n## California residents\n\n".into(), rest.into()].concat()
    };
    let found = headlines(&text("Kites are sold in the store only."), &text(new));
    let limited =
        |h: &String| h.starts_with("Rights are now") && h.ends_with("(“California residents”)");
    assert!(found.iter().any(limited), "{found:#?}");
}
