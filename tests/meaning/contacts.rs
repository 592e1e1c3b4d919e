//! Where an address begins and ends, whose it is, and whom it answers.

use policy_diff::{
    document, meaning,
    model::{Contact, ContactType, Reading},
};

fn read(text: &str) -> Reading {
    let document = document::read("policy.md", text.as_bytes());
    meaning::read(&document)
}

fn best(text: &str) -> Option<String> {
    let contacts = read(text).contacts.into_iter();
    contacts.filter(|c| c.recommended).map(|c| c.value).next()
}

#[test]
fn letters_of_another_script_behind_a_domain_are_particles() {
    for text in [
        "문의는 privacy@linnet.example으로 보내 주십시오.",
        "열람은 privacy@linnet.example에서 할 수 있습니다.",
        "اكتب إلى privacy@linnet.exampleللاستفسار عن بياناتك.",
        "お問い合わせはprivacy@linnet.exampleまでお送りください。",
        "请发送邮件至privacy@linnet.example。",
    ] {
        assert_eq!(
            best(text).as_deref(),
            Some("privacy@linnet.example"),
            "{text}"
        );
    }
    let bavarian = "Schreiben Sie uns an datenschutz@müller.example, wenn Sie Auskunft wollen.";
    assert_eq!(
        best(bavarian).as_deref(),
        Some("datenschutz@müller.example")
    );
}

/// The postal addresses of a text.
fn post(text: &str) -> Vec<String> {
    let contacts = read(text).contacts.into_iter();
    let posts = contacts.filter(|c: &Contact| c.kind == ContactType::Post);
    posts.map(|c| c.value).collect()
}

#[test]
fn an_address_ends_where_the_place_ends() {
    for (sentence, address) in [
        (
            "Write to Linnet Choir, 12 Mill Road, Leeds LS1 4AP, United Kingdom and add your name.",
            "Linnet Choir, 12 Mill Road, Leeds LS1 4AP, United Kingdom",
        ),
        (
            "Our address is 9 Orchard Road, #03-01 Reed Tower, Singapore 238841, which is open daily.",
            "9 Orchard Road, #03-01 Reed Tower, Singapore 238841",
        ),
        (
            "Contact us: Linnet Inc., 500 Bay Street, Suite 3, Toronto ON M5J 2P1, Canada or call.",
            "Linnet Inc., 500 Bay Street, Suite 3, Toronto ON M5J 2P1, Canada",
        ),
        (
            "If you live here, Linnet Ltd., with its registered office at 5 Quay Road, Cork 12345, \
             decides.",
            "Linnet Ltd, 5 Quay Road, Cork 12345",
        ),
    ] {
        let text = format!("# Privacy\n\n## Contact\n\n{sentence}");
        assert_eq!(post(&text), [address], "{sentence}");
    }
    let french = "# Confidentialité\n\n## Contact\n\nLinnet SAS, 12 boulevard Lilas 75019 PARIS, France, \
                  met à votre disposition un formulaire.";
    assert_eq!(
        post(french),
        ["Linnet SAS, 12 boulevard Lilas 75019 PARIS, France"]
    );
    let german = "# Datenschutz\n\n## Kontakt\n\nVerantwortlich ist die Linnet GmbH, Uferstraße 5, 60325 \
                  Frankfurt am Main, Deutschland, und zwar allein.";
    assert_eq!(
        post(german),
        ["Linnet GmbH, Uferstraße 5, 60325 Frankfurt am Main, Deutschland"]
    );
}

#[test]
fn an_authority_is_no_contact() {
    let text = "# Privacy\n\n## Contact\n\nYou may write to the Office of the Attorney General, 1300 I \
                Street, Sacramento, CA 95814.";
    assert_eq!(post(text), [""; 0]);
    let below = "# Privacy\n\n## Supervisory authority\n\nReed House, 5 Canal Road, Leeds LS1 4AP, \
                 telephone +44 113 496 0000.";
    assert_eq!(read(below).contacts.len(), 0);
}

#[test]
fn offices_for_others_are_not_recommended() {
    for text in [
        "# Privacy\n\n## Press\n\nnews@linnet.example\n\n## Jobs\n\nwork@linnet.example",
        "# Privacy\n\nFor media inquiries, write to anna@linnet.example.",
        "# Privacy\n\nWrite to police-requests@linnet.example or careers@linnet.example.",
        "---\nlang: de\n---\n\n# Datenschutz\n\n## Presse\n\npost@linnet.example",
        "---\nlang: fr\n---\n\n# Confidentialité\n\n## Recrutement\n\nlettre@linnet.example",
    ] {
        assert_eq!(best(text), None, "{text}");
        assert!(!read(text).contacts.is_empty(), "{text}");
    }
    let both =
        "# Privacy\n\n## Press\n\npress@linnet.example\n\n## Contact\n\nhello@linnet.example";
    assert_eq!(best(both).as_deref(), Some("hello@linnet.example"));
    let own = "# Privacy\n\n## Press\n\nTo exercise your rights, write to press@linnet.example.";
    assert_eq!(best(own).as_deref(), Some("press@linnet.example"));
}

#[test]
fn an_address_for_one_choice_is_not_the_one_for_all() {
    let text = "# Privacy\n\nWithdraw your consent to the newsletter at privacy-news@linnet.example.\n\n\
                Our data protection officer is at https://linnet.example/contact for you.";
    assert_eq!(
        best(text).as_deref(),
        Some("https://linnet.example/contact")
    );
}

#[test]
fn a_ticket_is_a_form() {
    let text =
        "# Privacy\n\nTo exercise your rights, [open a ticket](https://linnet.example/desk).";
    assert_eq!(best(text).as_deref(), Some("https://linnet.example/desk"));
}
