//! Kinds of fault in what is told that were once seen, each with its expected result.

use std::path::PathBuf;

use policy_diff::{
    compare::compare,
    document, meaning,
    model::{Contact, Document, request::Options},
    rights,
};

use crate::support;

fn fault(folder: &str, file: &str) -> Option<Document> {
    let folder: PathBuf = support::shared(&format!("faults/{folder}"))?;
    Some(support::read(&folder.join(file)))
}

fn headlines(old: &Document, new: &Document) -> Vec<String> {
    let highlights = meaning::weigh(old, new, &compare(old, new)).highlights;
    highlights.into_iter().map(|h| h.headline).collect()
}

fn contacts(document: &Document) -> Vec<Contact> {
    meaning::read(document).contacts
}

fn policy(text: &str) -> Document {
    document::read("policy.md", text.as_bytes())
}

#[test]
fn more_than_the_date_changed() {
    const FOLDER: &str = "02-only-date-changed";
    let Some((old, new)) = fault(FOLDER, "old.md").zip(fault(FOLDER, "new.md")) else {
        return;
    };
    assert_eq!(new.effective_date, old.effective_date);
    let told = headlines(&old, &new);
    assert!(
        !told
            .iter()
            .any(|line| line.starts_with("Only the printed date")),
        "{told:?}"
    );
    assert!(
        told.iter().any(|line| line.contains("data is sold")),
        "{told:?}"
    );
}

#[test]
fn short_sentences_are_quoted_in_every_script() {
    const FOLDER: &str = "07-short-cjk-sentences";
    for (old, new, quote) in [
        (
            "old.md",
            "new.md",
            "Reworded in “共享”: “我们会出售您的个人信息。”",
        ),
        (
            "old2.md",
            "new2.md",
            "Reworded in “提供”: “当社は、広告主に個人情報を提供することがあります。”",
        ),
    ] {
        let Some((old, new)) = fault(FOLDER, old).zip(fault(FOLDER, new)) else {
            return;
        };
        let told = headlines(&old, &new);
        assert_eq!(told.first().map(String::as_str), Some(quote), "{told:?}");
    }
}

/// The same in texts of our own, where a sentence has few words or none between spaces.
#[test]
fn the_only_edit_of_a_policy_is_told() {
    for (heading, old, new) in [
        ("資料", "我們不會分享您的信件。", "我們會分享您的信件。"),
        ("文通", "手紙は保存しません。", "手紙は十年間保存します。"),
        ("편지", "편지를 팔지 않습니다.", "편지를 팝니다."),
        ("الرسائل", "لا نبيع رسائلك.", "نبيع رسائلك."),
        ("Cartas", "No vendemos sus cartas.", "Vendemos sus cartas."),
    ] {
        let text = |sentence: &str| policy(&format!("# {heading}\n\n## {heading}\n\n{sentence}\n"));
        let told = headlines(&text(old), &text(new));
        assert!(
            told.iter().any(|line| line.contains(new)),
            "{told:?} for {new}"
        );
    }
}

#[test]
fn words_and_minutes_are_counted_by_signs_where_no_spaces_are_set() {
    let help = |text: &str| meaning::read(&policy(text)).help;
    let chinese = help(&"我们保存您写给合唱团的每一封信。".repeat(700));
    assert_eq!(chinese.words, 15 * 700);
    assert!((25..=40).contains(&chinese.minutes), "{chinese:?}");
    let japanese = help(&"合唱団は手紙を保存します。".repeat(800));
    assert!((25..=40).contains(&japanese.minutes), "{japanese:?}");
    let korean = help(&"합창단은 편지를 보관합니다. ".repeat(100));
    assert_eq!((korean.words, korean.minutes), (300, 2));
}

#[test]
fn a_second_notice_has_its_own_date() {
    const FOLDER: &str = "21-date-of-second-notice";
    let Some((old, new)) = fault(FOLDER, "old.md").zip(fault(FOLDER, "new.md")) else {
        return;
    };
    let told = headlines(&old, &new);
    assert!(!told.iter().any(|line| line.contains("still")), "{told:?}");
    let dated = "“Notice for Norway” is dated 2026-05-21 (before: 2023-11-06)";
    assert!(told.iter().any(|line| line == dated), "{told:?}");
}

#[test]
fn a_particle_is_no_part_of_an_address() {
    let Some(document) = fault("09-address-with-particle", "ko.md") else {
        return;
    };
    let [contact] = &contacts(&document)[..] else {
        panic!("one address");
    };
    assert_eq!(contact.value, "privacy@sorae.example");
    assert!(contact.recommended);
}

#[test]
fn the_press_is_no_address_for_requests() {
    let Some(document) = fault("20-press-address", "page.md") else {
        return;
    };
    let found = contacts(&document);
    assert_eq!(found.len(), 3);
    assert!(
        !found.iter().any(|contact| contact.recommended),
        "{found:?}"
    );
}

#[test]
fn an_ampersand_may_stand_in_an_address() {
    let Some(document) = fault("37-small-ones", "ampersand.md") else {
        return;
    };
    let address = rights::mail::Address::parse(&contacts(&document)[0].value).expect("an address");
    assert_eq!(address.encoded(), "d%26i@alder.example");
    let options = Options {
        law: "gdpr".into(),
        request: "access".into(),
        ..Options::default()
    };
    let reading = meaning::read(&document);
    let request = rights::compose(&document, &reading, &options);
    let link = request.expect("a letter").mailto.expect("a link");
    assert!(link.starts_with("mailto:d%26i@alder.example?"), "{link}");
}

#[test]
fn postal_addresses_end_where_the_place_ends() {
    for (file, address) in [
        (
            "british.md",
            "Larch Ltd, 4 Mill Lane, York YO1 9AB, United Kingdom",
        ),
        (
            "sentence-goes-on.md",
            "Larch International, 10 Anson Road, #21-07 Harbour Plaza, Singapore 079903",
        ),
    ] {
        let Some(document) = fault("39-postal-addresses", file) else {
            return;
        };
        let found: Vec<String> = contacts(&document).into_iter().map(|c| c.value).collect();
        assert_eq!(found, [address]);
    }
}

#[test]
fn the_same_words_are_told_once() {
    const FOLDER: &str = "33-same-headline-again";
    let Some((old, new)) = fault(FOLDER, "old.md").zip(fault(FOLDER, "new.md")) else {
        return;
    };
    let told = headlines(&old, &new);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].ends_with("(in 3 places)"), "{told:?}");
}

#[test]
fn a_text_that_goes_from_two_places_is_told_once() {
    let part = |land: &str| {
        format!("## {land}\n\n### Offers\n\nWe send you the offers of shops nearby by letter.\n\n")
    };
    let stays = "# Choir\n\nWe keep the names of singers in the locker of the choir.\n\n";
    let old = policy(&[stays, &part("Norway"), &part("Sweden")].concat());
    let weighed = meaning::weigh(&old, &policy(stays), &compare(&old, &policy(stays)));
    let [only] = &weighed.highlights[..] else {
        panic!("{:?}", weighed.highlights);
    };
    assert!(
        only.headline.ends_with("(in 2 places)"),
        "{}",
        only.headline
    );
    assert_eq!(only.changes.len(), 2);
}
