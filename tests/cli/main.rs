//! The built tool: what it prints, what it says on standard error, and its exit status.

#![allow(
    clippy::unwrap_used,
    reason = "a helper of a test may fail as the test does"
)]

mod batch;
mod history;
mod readme;

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

const OLD: &str = "tests/fixtures/report/2020-03-01.md";
const NEW: &str = "tests/fixtures/report/2023-06-15.md";

fn tool(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_policy-diff"));
    command
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

fn run(arguments: &[&str]) -> Output {
    tool(arguments).output().unwrap()
}

fn run_with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = tool(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A tool that refuses its options closes the pipe; that is not this test's business.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[track_caller]
fn succeeds(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stdout(&output)
}

#[track_caller]
fn fails(arguments: &[&str], status: i32, reason: &str) {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(status), "{}", stderr(&output));
    assert_eq!(stdout(&output), "");
    assert!(stderr(&output).contains(reason), "{}", stderr(&output));
}

/// A file in the folder that cargo gives to tests.
fn file(name: &str, bytes: &[u8]) -> String {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_string_lossy().into_owned()
}

#[test]
fn every_format_of_every_command_prints_something() {
    let request = ["rights", NEW, "--law", "gdpr", "--request", "erasure"];
    for format in ["text", "json"] {
        assert!(succeeds(&["read", OLD, "--format", format]).len() > 100);
    }
    for format in ["text", "json", "markdown", "html"] {
        assert!(succeeds(&["compare", OLD, NEW, "--format", format]).len() > 500);
    }
    for format in ["text", "json", "mailto", "eml"] {
        assert!(succeeds(&[&request[..], &["--format", format]].concat()).len() > 100);
    }
    let dated = ["--format", "ics", "--sent", "2026-01-31"];
    let calendar = succeeds(&[&request[..], &dated].concat());
    // A calendar month, clamped to the end of February.
    assert!(calendar.contains("20260228"), "{calendar}");
}

#[test]
fn text_is_what_is_printed_without_a_format() {
    assert_eq!(
        succeeds(&["compare", OLD, NEW]),
        succeeds(&["compare", OLD, NEW, "--format", "text"])
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let arguments = ["compare", OLD, NEW, "--format", "json"];
    assert_eq!(succeeds(&arguments), succeeds(&arguments));
}

#[test]
fn equal_texts_are_a_success_with_nothing_changed() {
    assert!(succeeds(&["compare", OLD, OLD]).contains("identical"));
    let json: serde_json::Value =
        serde_json::from_str(&succeeds(&["compare", OLD, OLD, "--format", "json"])).unwrap();
    let kinds = json["totals"]["by_kind"].as_object().unwrap();
    assert_eq!(kinds.keys().collect::<Vec<_>>(), ["unchanged"]);
    assert_eq!(json["totals"]["words_deleted"], 0);
    assert_eq!(json["sections"]["added"], serde_json::json!([]));
}

#[test]
fn a_hyphen_reads_standard_input() {
    let bytes = std::fs::read(OLD).unwrap();
    let read = run_with_input(&["read", "-", "--format", "json"], &bytes);
    assert_eq!(read.status.code(), Some(0), "{}", stderr(&read));
    assert!(stdout(&read).contains("\"effective_date\": \"2020-03-01\""));
    let compared = run_with_input(&["compare", "-", NEW], &bytes);
    assert_eq!(stdout(&compared), succeeds(&["compare", OLD, NEW]));
    let twice = run_with_input(&["compare", "-", "-"], &bytes);
    assert_eq!(twice.status.code(), Some(2));
    let nothing = run_with_input(&["read", "-"], b"");
    assert_eq!(nothing.status.code(), Some(1));
    assert!(stderr(&nothing).contains("standard input"));
}

#[test]
fn inputs_that_cannot_be_used_say_why() {
    let empty = file("empty.md", b"");
    let blank = file("blank.md", b" \n\t\n");
    let binary = file("binary.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let page = file(
        "no-text.html",
        b"<html><body><script>x()</script></body></html>",
    );
    fails(&["read", "does-not-exist.md"], 1, "does-not-exist.md");
    fails(&["read", "tests"], 1, "cannot be read");
    fails(&["read", &empty], 1, "empty");
    fails(&["read", &blank], 1, "empty");
    fails(&["read", &binary], 1, "not text");
    fails(&["read", &page], 1, "cannot be used");
    fails(&["compare", OLD, &binary], 1, "not text");
    fails(&["compare", &empty, NEW], 1, "empty");
    let law = ["--law", "gdpr", "--request", "erasure"];
    fails(&[&["rights", &empty][..], &law].concat(), 1, "empty");
}

#[test]
fn a_policy_without_an_address_has_no_mail_link() {
    let policy = file(
        "silent.md",
        b"# Privacy\n\nWe keep your data for two years.\n",
    );
    let base = ["rights", &policy, "--law", "gdpr", "--request", "erasure"];
    fails(
        &[&base[..], &["--format", "mailto"]].concat(),
        1,
        "no e-mail address",
    );
    let given = [
        "--format",
        "mailto",
        "--recipient",
        "privacy@willow.example",
    ];
    assert!(succeeds(&[&base[..], &given].concat()).starts_with("mailto:privacy@willow.example?"));
    assert!(succeeds(&base).contains("none is guessed"));
    // A draft without recipient is still a draft.
    let message = run(&[&base[..], &["--format", "eml"]].concat());
    assert_eq!(message.status.code(), Some(0));
    assert!(stderr(&message).contains("no e-mail address"));
}

#[test]
fn wrong_usage_has_its_own_status() {
    let rights = ["rights", NEW, "--request", "erasure", "--law"];
    fails(&[], 2, "Usage");
    fails(&["compare", OLD], 2, "NEW");
    fails(&["compare", OLD, NEW, "--batch", "x"], 2, "--batch");
    fails(&["compare", "--batch", "x", "--format", "text"], 2, "JSON");
    fails(&["history"], 2, "DIR");
    fails(&["read", OLD, "--format", "yaml"], 2, "yaml");
    fails(&[&rights[..], &["nonsense"]].concat(), 2, "nonsense");
    let ics = ["gdpr", "--format", "ics"];
    fails(&[&rights[..], &ics].concat(), 2, "--sent");
    let day = ["gdpr", "--sent", "2026-02-30"];
    fails(&[&rights[..], &day].concat(), 2, "YYYY-MM-DD");
    let recipient = ["gdpr", "--recipient", "a@b.example,c@d.example"];
    fails(&[&rights[..], &recipient].concat(), 2, "e-mail address");
    let not_given = [
        "rights",
        NEW,
        "--law",
        "gdpr",
        "--request",
        "opt-out-of-sale",
    ];
    fails(&not_given, 2, "opt-out-of-sale");
}

#[test]
fn a_reader_who_leaves_early_is_no_fault() {
    let long = "We keep your data.\n\n".repeat(4_000);
    let policy = file("long.txt", long.as_bytes());
    let mut child = tool(&["read", &policy, "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stderr(&output), "");
}

#[test]
fn help_names_the_exit_status() {
    let help = succeeds(&["--help"]);
    assert!(help.contains("Exit status"), "{help}");
}
