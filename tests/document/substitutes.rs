//! Files that hold something else than the policy, or not all of it, say so.

use policy_diff::{document, model::Document};

const TEXT: &str =
    "We keep the number of your bicycle for two years after you have brought it back.";

fn read(name: &str, source: &str) -> Document {
    document::read(name, source.as_bytes())
}

fn problem(document: &Document) -> &str {
    let first = document.problems.first();
    first.map_or("", |problem| problem.message.as_str())
}

#[track_caller]
fn is_refused(name: &str, source: &str, message: &str) {
    let document = read(name, source);
    assert_eq!(document.blocks, [], "{source}");
    assert!(
        problem(&document).contains(message),
        "{source}: {document:?}"
    );
}

#[test]
fn error_pages_and_checks_for_robots() {
    for source in [
        "<html><head><title>Rowan | 404 - Page not found</title></head><body><h1>Oh no</h1><p>Let us take you home.</p></body></html>",
        "<html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1><p>You are unable to access rowan.example</p></body></html>",
        "<html><body><h1>403 Forbidden</h1><hr>nginx</body></html>",
        "<html><head><title>rowan.example</title></head><body><p>Verify you are human by completing the action below.</p></body></html>",
        "<html><head><title>Nur einen Moment…</title></head><body><p>Aktivieren Sie JavaScript und Cookies, um fortzufahren.</p></body></html>",
        "<html><head><title>ページが見つかりません</title></head><body><p>お探しのページは移動または削除された可能性があります。</p></body></html>",
        "<html><head><title>Just a moment...</title></head><body><noscript>Enable scripts.</noscript></body></html>",
    ] {
        is_refused("page.html", source, "error page or a check for robots");
    }
    is_refused(
        "page.md",
        "# Page introuvable\n\nRevenez à l'accueil.\n",
        "error page",
    );
}

#[test]
fn walls_to_log_in_or_to_consent() {
    for source in [
        "<html><head><title>Rowan – Log in</title></head><body><p>You must log in to continue.</p><a href=/f>Forgot password?</a></body></html>",
        "<html><body><h1>Bevor Sie fortfahren</h1><p>Wir verwenden Cookies. Alle akzeptieren. Alle ablehnen.</p></body></html>",
    ] {
        is_refused("page.html", source, "log in or to consent");
    }
}

#[test]
fn policies_that_speak_of_such_pages_are_policies() {
    for source in [
        format!(
            "# Privacy\n\n{TEXT}\n\n## Log in\n\nWhen you log in to continue a loan, a cookie is set.\n"
        ),
        format!(
            "# Error reports\n\n{TEXT} If a page was not found, or access was denied, our server notes it.\n"
        ),
        format!("# We value your privacy\n\n{TEXT} You can accept all cookies or none.\n"),
        format!("# 404\n\n{}\n\n{}\n", TEXT.repeat(5), TEXT.repeat(5)),
    ] {
        let document = read("policy.md", &source);
        assert!(!document.blocks.is_empty(), "{source}");
        assert_eq!(document.problems, [], "{source}");
    }
}

#[test]
fn source_is_never_taken_for_words() {
    for (holder, opened) in [
        ("iframe", "<iframe src=x />"),
        ("title", "<head><title>Privacy"),
        ("textarea", "<textarea>"),
        ("noscript", "<noscript>"),
        ("style", "<style>p { margin: 0 }"),
        ("script", "<script src=a.js />"),
    ] {
        let page = format!(
            "<html>{opened}<main><h1>Privacy</h1><p>{}</p></main></html>",
            TEXT.repeat(20)
        );
        is_refused(
            "page.html",
            &page,
            &format!("a <{holder}> in it is never closed"),
        );
    }
    let message = format!(
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\n<p>{TEXT}</p>\n"
    );
    is_refused("page", &message, "saved together with its images");
    is_refused("page", &format!("{{\"body\": \"<p>{TEXT}</p>\"}}"), "JSON");
    is_refused(
        "page",
        "{\\rtf1\\ansi Privacy\\par We keep nothing.\\par}",
        "Rich Text",
    );
}

#[test]
fn a_page_that_ends_too_early_says_so() {
    let document = read(
        "page.html",
        &format!("<html><body><p>{TEXT}</p><textarea><p>{TEXT}</p></body></html>"),
    );
    assert_eq!(document.blocks.len(), 1);
    assert!(problem(&document).contains("a <textarea> in it is never closed"));
    let closed =
        format!("<html><body><p>{TEXT}</p><script>a = '<p>{TEXT}</p>'</script></body></html>");
    assert_eq!(read("page.html", &closed).problems, []);
}

#[test]
fn noscript_is_raw_text() {
    for inside in [
        "<iframe src=x />",
        "<iframe src=x>",
        "<div><img src=x>",
        "<p>Switch scripts on.</p>",
    ] {
        let page = format!("<html><body><noscript>{inside}</noscript><p>{TEXT}</p></body></html>");
        let document = read("page.html", &page);
        let texts: Vec<&str> = document.blocks.iter().map(|b| b.text.as_str()).collect();
        assert_eq!(texts, [TEXT], "{inside}");
        assert_eq!(document.problems, [], "{inside}");
    }
}

#[test]
fn pages_under_any_name_are_pages() {
    for (name, before) in [
        (
            "page.txt",
            "<!-- saved from url=(0020)about:internet -->\n<html><body>",
        ),
        (
            "page.md",
            "<?xml version='1.0'?>\n<!-- x -->\n<!DOCTYPE html><html><body>",
        ),
        ("page.txt", "<body>"),
        ("page.txt", "<div class=policy>\n"),
    ] {
        let document = read(name, &format!("{before}<p>{TEXT}</p>\n</div>"));
        assert_eq!(document.blocks.len(), 1, "{before}");
        assert_eq!(document.blocks[0].text, TEXT, "{before}");
    }
}

/// An address as the host Cloudflare hides it, with a key of our own.
fn hidden(address: &str) -> String {
    const KEY: u8 = 0x5a;
    let bytes = std::iter::once(KEY).chain(address.bytes().map(|byte| byte ^ KEY));
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn addresses_that_the_host_hides_are_shown() {
    let code = hidden("office@rowan.example");
    for (name, source) in [
        (
            "page.html",
            format!(
                "<p>Write to <a class=__cf_email__ href='/cdn-cgi/l/email-protection' data-cfemail={code}>[email&#160;protected]</a> by mail.</p>"
            ),
        ),
        (
            "page.html",
            format!(
                "<p>Write to <a href='/cdn-cgi/l/email-protection#{code}'><span class=__cf_email__ data-cfemail={code}>[email&#160;protected]</span></a> by mail.</p>"
            ),
        ),
        (
            "page.html",
            format!(
                "<p>Write to <a href='https://rowan.example/cdn-cgi/l/email-protection#{code}'>[email&nbsp;protected]</a> by mail.</p>"
            ),
        ),
        (
            "page.md",
            format!(
                "Write to [\\[email protected\\]](/cdn-cgi/l/email-protection#{code}) by mail.\n"
            ),
        ),
    ] {
        let document = read(name, &source);
        let block = &document.blocks[0];
        assert_eq!(
            block.text, "Write to office@rowan.example by mail.",
            "{source}"
        );
        let shown: Vec<&str> = block
            .marks
            .iter()
            .map(|m| &block.text[m.range.clone()])
            .collect();
        assert_eq!(shown, ["office@rowan.example"], "{source}");
        assert!(
            format!("{:?}", block.marks).contains("mailto:office@rowan.example"),
            "{source}"
        );
        assert_eq!(document.problems, [], "{source}");
    }
}

#[test]
fn an_address_that_stays_hidden_is_a_problem() {
    for (name, source) in [
        ("page.md", "Write to [email protected] by mail.\n"),
        (
            "page.html",
            "<p>Write to <span>[email&#160;protected]</span> by mail.</p>",
        ),
        (
            "page.html",
            "<p>Write to <a data-cfemail=zz>[email protected]</a> by mail.</p>",
        ),
    ] {
        let document = read(name, source);
        assert!(
            problem(&document).contains("hides a mail address"),
            "{source}"
        );
        assert!(document.problems[0].block.is_some(), "{source}");
    }
}

#[test]
fn links_of_archives_lead_where_the_publisher_meant() {
    for (target, original) in [
        (
            "https://web.archive.org/web/20190203040506/https://rowan.example/a",
            "https://rowan.example/a",
        ),
        (
            "http://web.archive.org/web/2019id_/http://rowan.example/a",
            "http://rowan.example/a",
        ),
        (
            "//web.archive.org/web/20190203040506mp_/https://rowan.example/",
            "https://rowan.example/",
        ),
        (
            "/web/20190203040506/mailto:office@rowan.example",
            "mailto:office@rowan.example",
        ),
        ("/web/20190203/notes", "/web/20190203/notes"),
        (
            "https://web.archive.org/web/",
            "https://web.archive.org/web/",
        ),
        (
            "/web/site/https://rowan.example",
            "/web/site/https://rowan.example",
        ),
    ] {
        for (name, source) in [
            (
                "page.html",
                format!("<p>Read the <a href='{target}'>terms</a> of our house.</p>"),
            ),
            (
                "page.md",
                format!("Read the [terms]({target}) of our house.\n"),
            ),
        ] {
            let document = read(name, &source);
            let marks = format!("{:?}", document.blocks[0].marks);
            assert!(
                marks.contains(&format!("{original:?}")),
                "{target}: {marks}"
            );
        }
    }
}

#[test]
fn the_bar_of_an_archive_is_no_part_of_the_page() {
    let page = format!(
        "<html><body><div id='wm-ipp-base' style='display:block'><p>{TEXT}</p><table><tr><td>5 captures<td>2019</table></div><h1>Privacy</h1><p>{TEXT}</p></body></html>"
    );
    assert_eq!(read("page.html", &page).blocks.len(), 1);
}
