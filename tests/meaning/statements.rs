//! What is read from single passages, and what is rightly not read.

use policy_diff::{
    document, meaning,
    model::{FactKind, Reading},
    report::{about_in_data, value_in_data},
};

fn read(text: &str) -> Reading {
    let document = document::read("policy.md", text.as_bytes());
    meaning::read(&document)
}

fn check(kind: FactKind, text: &str, expected: &[&str]) {
    let reading = read(text);
    let found: Vec<_> = reading
        .facts
        .iter()
        .filter(|f| f.kind() == kind)
        .map(|f| value_in_data(&f.statement))
        .collect();
    assert_eq!(found, expected, "{} in: {text}", kind.key());
}

fn best_contact(text: &str) -> Option<String> {
    let contacts = read(text).contacts;
    contacts
        .into_iter()
        .find(|c| c.recommended)
        .map(|c| c.value)
}

#[test]
fn periods() {
    let check = |text, expected: &[&str]| check(FactKind::Retention, text, expected);
    check("We keep server logs for 14 days.", &["14 days"]);
    check(
        "Backups are automatically deleted after 30 days.",
        &["after 30 days"],
    );
    check(
        "We do not keep personal data for more than 25 months.",
        &["no more than 25 months"],
    );
    check("We keep your data as long as necessary.", &[]);
    check("We will respond to your request within 30 days.", &[]);
    check(
        "We give notice of changes to stored data 30 days before.",
        &[],
    );
}

#[test]
fn what_a_period_is_about() {
    let about = |text: &str| {
        let facts = read(text).facts;
        let mut periods = facts.iter().filter(|f| f.kind() == FactKind::Retention);
        periods
            .next()
            .and_then(|f| about_in_data(&f.statement).map(str::to_owned))
    };
    let collector =
        "We retain personal data collected by Acme Analytics for a period of 38 months.";
    assert_eq!(about(collector).as_deref(), Some("Acme Analytics"));
    assert_eq!(
        about("We keep server logs for 14 days.").as_deref(),
        Some("server logs")
    );
    assert_eq!(about("We keep it for 14 days."), None);
}

#[test]
fn recipients() {
    let check = |text, expected: &[&str]| check(FactKind::Recipient, text, expected);
    check(
        "We use analytics providers such as Acme Metrics.",
        &["Acme Metrics"],
    );
    check(
        "Our infrastructure is hosted by Borealis Cloud.",
        &["Borealis Cloud"],
    );
    check(
        "We share data with the following third parties:\n\n* Acme (U.S.)\n* Borealis (Spain)",
        &["Acme", "Borealis"],
    );
    check(
        "We do not share data with providers such as Acme Metrics.",
        &[],
    );
    check("Our site has links to services such as Acme Metrics.", &[]);
}

#[test]
fn whoever_acts_on_data_or_is_used_for_a_purpose_receives_it() {
    let check = |text, expected: &[&str]| check(FactKind::Recipient, text, expected);
    let stated = "Rather, [Acme](https://acme.com/) collects that data on our behalf.";
    check(stated, &["Acme"]);
    check("Our Widget collects data on how you use it.", &[]);
    check("Payments are processed by Acme Pay.", &["Acme Pay"]);
    check(
        "Our website uses Acme Metrics to count visits.",
        &["Acme Metrics"],
    );
    check("We use Borealis, a mailing service.", &["Borealis"]);
    check("Our payment processor is Borealis.", &["Borealis"]);
    check("You can log in with Borealis or Acme.", &[]);
}

#[test]
fn lists_of_recipients_hold_names_of_many_forms() {
    let check = |text, expected: &[&str]| check(FactKind::Recipient, text, expected);
    let dashes = "We use the following service providers:\n\n\
                  * Acme - customer support tool\n* BoreaLis - CRM database";
    check(dashes, &["Acme", "BoreaLis"]);
    let dotted = "We share data with vendors such as Acme.io, Borealis and Cirrus.";
    check(dotted, &["Acme.io", "Borealis", "Cirrus"]);
    let bracket = "We share data with vendors that help us to provide our services (like Acme), \
                   payment providers you use, and others.";
    check(bracket, &["Acme"]);
}

#[test]
fn a_link_to_the_privacy_policy_of_a_named_company_makes_it_a_recipient() {
    let check = |text, expected: &[&str]| check(FactKind::Recipient, text, expected);
    let theirs = "Read [Acme](https://www.acme.com/privacy) on what becomes of it.";
    check(theirs, &["Acme"]);
    let ours = "Older versions are on Acme: [this policy](https://acme.com/borealis/privacy). \
                Write to info@borealis.org.";
    check(ours, &[]);
}

#[test]
fn the_company_itself_is_no_recipient() {
    let own = "Write to info@borealis.org.\n\nThis service is provided by Acme Inc.\n\n\
               Data is stored on servers of Borealis and handled by Acme.";
    check(FactKind::Recipient, own, &[]);
}

#[test]
fn the_first_word_of_a_sentence_is_no_recipient() {
    let list = "We share data with the following third parties:\n\n\
                * Other apps: Upon your word, we share it.";
    check(FactKind::Recipient, list, &[]);
}

#[test]
fn sale() {
    let check = |text, expected: &[&str]| check(FactKind::Sale, text, expected);
    check("We will never sell your data.", &["says-no"]);
    check(
        "We sell your personal information to advertisers.",
        &["says-yes"],
    );
    check(
        "These partners will not sell any data shared with them.",
        &[],
    );
    check("You may opt out of the sale of personal information.", &[]);
}

#[test]
fn do_not_track() {
    let check = |text, expected: &[&str]| check(FactKind::DoNotTrack, text, expected);
    check(
        "Our sites do not respond to Do Not Track signals.",
        &["ignores"],
    );
    check("We honor Do Not Track signals.", &["honours"]);
    check(
        "If you use a browser that supports Do Not Track, read its manual.",
        &[],
    );
    check("We do not track your activity on other sites.", &[]);
    check(
        "borealis does not respond to the Do Not Track header.",
        &["ignores"],
    );
}

#[test]
fn rights() {
    let check = |text, expected: &[&str]| check(FactKind::Right, text, expected);
    check(
        "You have the right to object to the processing of your data.",
        &["objection"],
    );
    check(
        "You can do the following:\n\n* See what data we have about you.",
        &["access"],
    );
    check("We may access your data to fix errors.", &[]);
    check(
        "These are automated decisions, but they do not touch your rights.",
        &[],
    );
}

#[test]
fn ages_are_limits_of_use_only() {
    let check = |text, expected: &[&str]| check(FactKind::MinimumAge, text, expected);
    check(
        "Our services are not directed to children under 13.",
        &["13"],
    );
    check(
        "We do not sell personal information of those under 16.",
        &[],
    );
}

#[test]
fn measures_that_are_denied_are_none() {
    let check = |text, expected: &[&str]| check(FactKind::SecurityMeasure, text, expected);
    check(
        "All data is encrypted via TLS when transmitted.",
        &["encryption in transit"],
    );
    check(
        "Our data is not encrypted at rest, though our storage provider is encrypted.",
        &[],
    );
}

#[test]
fn where_a_request_goes() {
    let text = "Report security vulnerabilities to security@acme.org.\n\n\
                Questions? Write to hello@acme.org.\n\n\
                To exercise your rights, write to rights@acme.org+1 (512) 222-5449.";
    assert_eq!(best_contact(text).as_deref(), Some("rights@acme.org"));
    assert_eq!(
        best_contact("Mail security@acme.org.").as_deref(),
        Some("security@acme.org")
    );
    assert_eq!(
        best_contact("Complain to the supervisory authority at help@dpa.org."),
        None
    );
    assert_eq!(best_contact("No address at all."), None);
}

#[test]
fn hostile_text_is_read_without_panic() {
    for text in [
        "",
        "@",
        "a@",
        "…",
        "١٢ @ ٣",
        "‘’“”",
        ". . .",
        "U.S.",
        "(at)",
        "in in in # 7",
        "ﬀ’s ’’",
    ] {
        let _ = read(text);
    }
}
