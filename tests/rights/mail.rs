//! Mail links, message files and calendar files, against hostile input.

use crate::support::percent;
use policy_diff::{
    model::{Document, Reading, request::Options},
    rights::{compose, eml, ics, mail},
};
use proptest::prelude::*;

fn encoded(address: &str) -> Option<String> {
    mail::Address::parse(address).map(|a| a.encoded())
}

#[test]
fn plain_addresses_are_taken() {
    for address in [
        "privacy@numfocus.org",
        "data-protection@mail.organisation.example",
        "first.last@organisation.example",
        "x_y@organisation.example",
    ] {
        assert_eq!(encoded(address).as_deref(), Some(address));
    }
}

#[test]
fn special_characters_of_an_address_are_encoded() {
    assert_eq!(
        encoded("me+gdpr@a.example").as_deref(),
        Some("me%2Bgdpr@a.example")
    );
    assert_eq!(
        encoded("a/b=c#d@a.example").as_deref(),
        Some("a%2Fb%3Dc%23d@a.example")
    );
    assert_eq!(
        encoded("100%@a.example").as_deref(),
        Some("100%25@a.example")
    );
    assert_eq!(
        encoded("Datenschütz@a.example").as_deref(),
        Some("Datensch%C3%BCtz@a.example")
    );
}

#[test]
fn domains_beyond_ascii_are_converted() {
    let cases = [
        ("a@bücher.example", "a@xn--bcher-kva.example"),
        ("a@BÜCHER.example", "a@xn--bcher-kva.example"),
        ("a@bu\u{308}cher.example", "a@xn--bcher-kva.example"),
        ("a@münchen.de", "a@xn--mnchen-3ya.de"),
        ("a@пример.рф", "a@xn--e1afmkfd.xn--p1ai"),
        ("a@例え。テスト", "a@xn--r8jz45g.xn--zckzah"),
        ("a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
    ];
    for (address, expected) in cases {
        assert_eq!(encoded(address).as_deref(), Some(expected), "{address}");
    }
}

#[test]
fn hostile_addresses_are_refused() {
    for address in [
        "",
        "@",
        "a@",
        "@b.example",
        "a",
        "a@b",
        "a@localhost",
        "a@b.example?cc=c@d.example",
        "a?cc=c@b.example",
        "a&bcc=c@b.example",
        "a@b.example&body=x",
        "a@b.example,c@d.example",
        "a,b@c.example",
        "a;b@c.example",
        "a@b.example;c@d.example",
        "a@b.example\r\nBcc: c@d.example",
        "a\n@b.example",
        "a\0@b.example",
        "a b@c.example",
        "a@b .example",
        "\"a b\"@c.example",
        "a@[127.0.0.1]",
        "a@127.0.0.1",
        "<a@b.example>",
        "Name <a@b.example>",
        "a(comment)@b.example",
        "a@b@c.example",
        ".a@b.example",
        "a.@b.example",
        "a..b@c.example",
        "a@b..example",
        "a@.example",
        "a@b.example.",
        "a@-b.example",
        "a@b-.example",
        "a@b_c.example",
        "a@b%2ecom.example",
        "\u{202e}a@b.example",
        "a@b\u{200b}.example",
        "a@b.exa\u{202e}mple",
        "javascript:alert(1)",
        "a@\u{301}b.example",
        "a@ＥＸＡＭＰＬＥ.com",
    ] {
        assert_eq!(encoded(address), None, "{address:?}");
    }
    let long = "a".repeat(65);
    assert_eq!(encoded(&format!("{long}@b.example")), None);
    assert_eq!(encoded(&format!("a@{long}.example")), None);
    assert_eq!(
        encoded(&format!("a@{}example", "abcdefgh.".repeat(30))),
        None
    );
    assert!(mail::link("a@b.example?cc=c@d.example", "s", "b").is_none());
}

#[test]
fn links_follow_the_rules_of_mail_links() {
    let link =
        mail::link("a+b@c.example", "1 + 1 = 2?", "Zeile 1\nLine & 2\r\n100%").expect("an address");
    assert_eq!(
        link.href,
        "mailto:a%2Bb@c.example?subject=1%20%2B%201%20%3D%202%3F\
         &body=Zeile%201%0D%0ALine%20%26%202%0D%0A100%25"
    );
    assert_eq!((link.length, link.complete), (link.href.len(), true));
}

#[test]
fn a_subject_is_one_visible_line() {
    let link = mail::link(
        "a@b.example",
        "One\r\nBcc: c@d.example\u{202e}\u{0}\ttwo",
        "",
    )
    .expect("an address");
    let subject = link
        .href
        .split("subject=")
        .nth(1)
        .and_then(|s| s.split('&').next())
        .unwrap_or_default();
    assert_eq!(percent(subject), "One Bcc: c@d.example two");
}

#[test]
fn a_letter_over_the_budget_is_left_out_whole() {
    let fits = |n: usize| mail::link("a@b.example", "s", &"x".repeat(n)).expect("an address");
    let rest = mail::BUDGET - fits(0).length;
    let last = fits(rest);
    assert_eq!((last.length, last.complete), (mail::BUDGET, true));
    let over = fits(rest + 1);
    assert_eq!(
        (over.href.as_str(), over.complete),
        ("mailto:a@b.example?subject=s", false)
    );
}

proptest! {
    #[test]
    fn what_is_written_is_what_arrives(subject in any::<String>(), body in any::<String>()) {
        let link = mail::link("a@b.example", &subject, &body).expect("an address");
        prop_assert!(link.href.is_ascii());
        prop_assert_eq!(link.length, link.href.len());
        let query = link.href.split_once('?').map(|(_, q)| q).unwrap_or_default();
        let fields: Vec<(&str, &str)> = query.split('&').filter_map(|f| f.split_once('=')).collect();
        let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
        let expected: &[&str] = if link.complete { &["subject", "body"] } else { &["subject"] };
        prop_assert_eq!(names, expected);
        prop_assert_eq!(percent(fields[0].1), mail::clean_subject(&subject));
        if link.complete {
            let plain = |text: &str| -> String {
                let unix = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
                unix.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
            };
            prop_assert_eq!(percent(fields[1].1).replace("\r\n", "\n"), plain(&body));
        } else {
            // An encoded byte has three characters at most.
            prop_assert!(body.len() * 3 + 30 > mail::BUDGET / 2);
        }
    }

    #[test]
    fn an_address_never_adds_a_field(address in any::<String>()) {
        if let Some(link) = mail::link(&address, "s", "b") {
            prop_assert_eq!(link.href.matches('?').count(), 1);
            prop_assert_eq!(link.href.matches('&').count(), 1);
            prop_assert_eq!(link.href.matches('@').count(), 1);
            prop_assert!(!link.href.contains([',', ';', ' ', '\r', '\n']));
        }
    }

    #[test]
    fn nothing_typed_panics(name in any::<String>(), detail in any::<String>(), address in any::<String>()) {
        let options = Options {
            law: "gdpr".into(),
            request: "objection".into(),
            recipient: Some(address),
            details: model::request::Details { name, email: detail.clone(), detail },
            ..Options::default()
        };
        let _ = compose(&Document::default(), &Reading::default(), &options);
    }
}

// ---- message files ------------------------------------------------------------------------

fn headers(message: &str) -> Vec<&str> {
    let head = message.split("\r\n\r\n").next().unwrap_or_default();
    head.split("\r\n").collect()
}

#[test]
fn a_message_file_is_an_unsent_letter() {
    let message = eml(Some("a@b.example"), "Löschung", "Grüße\nBody").expect("an address");
    assert_eq!(
        headers(&message),
        [
            "To: a@b.example",
            "Subject: =?UTF-8?B?TMO2c2NodW5n?=",
            "X-Unsent: 1",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
        ]
    );
    assert!(
        message.ends_with("\r\n\r\nR3LDvMOfZQ0KQm9keQ==\r\n"),
        "{message}"
    );
}

#[test]
fn nothing_can_become_a_header() {
    let subject = format!("Hi\r\nBcc: c@d.example\r\n\r\nbody {}", "ä".repeat(200));
    let message = eml(Some("a@b.example"), &subject, "x\r\nBcc: y").expect("an address");
    for line in headers(&message) {
        assert!(line.len() <= 75, "{line}");
        let name = line.split(':').next().unwrap_or_default();
        let known = [
            "To",
            "Subject",
            "X-Unsent",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
        ];
        assert!(
            known.contains(&name) || line.starts_with(" =?UTF-8?B?"),
            "{line}"
        );
    }
    assert_eq!(eml(Some("a@b.example\r\nBcc: c@d.example"), "s", "b"), None);
    assert!(eml(None, "", "b").is_some_and(|m| m.starts_with("Subject:\r\nX-Unsent: 1\r\n")));
}

// ---- calendar files -----------------------------------------------------------------------

fn calendar(law: &str, request: &str) -> Option<String> {
    let options = Options {
        law: law.into(),
        request: request.into(),
        ..Options::default()
    };
    let made = compose(&Document::default(), &Reading::default(), &options).expect("it is offered");
    let day = jiff::civil::date(2026, 1, 31);
    ics(&made, day, day, "en")
}

fn unfold(file: &str) -> String {
    file.replace("\r\n ", "")
}

#[test]
fn a_calendar_file_has_the_last_day_and_how_it_was_counted() {
    let file = calendar("gdpr", "erasure").expect("there is a term");
    let plain = unfold(&file);
    assert!(plain.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    assert!(plain.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    assert!(
        plain.contains("\r\nDTSTAMP:20260131T000000Z\r\nDTSTART;VALUE=DATE:20260228\r\n"),
        "{plain}"
    );
    assert!(plain.contains("until 30 April 2026"), "{plain}");
    assert!(plain.contains("Sent on 31 January 2026"), "{plain}");
    assert!(
        plain.contains("a Saturday\\, a Sunday or a public holiday"),
        "{plain}"
    );
    assert!(!plain.contains("{"), "{plain}");
    assert_eq!(
        Some(file),
        calendar("gdpr", "erasure"),
        "the same request is the same file"
    );
}

#[test]
fn calendar_lines_are_folded_and_escaped() {
    for (law, request) in [
        ("gdpr", "erasure"),
        ("ccpa", "opt-out-of-sale"),
        ("ccpa", "know"),
    ] {
        let file = calendar(law, request).expect("there is a term");
        for line in file.split("\r\n") {
            assert!(line.len() <= 75, "{line}");
            assert!(!line.contains(['\r', '\n']), "{line}");
        }
        for line in unfold(&file)
            .split("\r\n")
            .filter(|l| l.starts_with("DESCRIPTION:"))
        {
            let bare = line
                .replace("\\,", "")
                .replace("\\;", "")
                .replace("\\n", "");
            assert!(!bare.contains([',', ';', '\\']), "{line}");
        }
    }
    let opt_out = unfold(&calendar("ccpa", "opt-out-of-sale").expect("there is a term"));
    assert!(
        opt_out.contains("DTSTART;VALUE=DATE:20260220"),
        "15 business days: {opt_out}"
    );
    assert!(opt_out.contains("Public holidays"), "{opt_out}");
}

#[test]
fn without_a_term_there_is_no_calendar_file() {
    assert_eq!(calendar("none", "erasure"), None);
    assert_eq!(calendar("gdpr", "withdraw-consent"), None);
}
