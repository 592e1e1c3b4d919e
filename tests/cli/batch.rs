//! `compare --batch`: one line in, one line out, in order, whatever the lines hold.

use serde_json::{Value, json};

use super::{NEW, OLD, file, run, run_with_input, stderr, stdout, succeeds};

/// What each line of the input becomes, and the exit status.
#[track_caller]
fn batch(input: &[u8]) -> (Vec<Value>, Option<i32>) {
    let output = run_with_input(&["compare", "--batch"], input);
    let text = stdout(&output);
    let lines = text.lines().map(|line| serde_json::from_str(line).unwrap());
    (lines.collect(), output.status.code())
}

/// Checks that one line becomes an error with this id and reason.
#[track_caller]
fn refused(line: &[u8], id: &Value, reason: &str) {
    let (lines, status) = batch(line);
    assert_eq!(status, Some(1));
    assert_eq!(lines.len(), 1);
    assert_eq!(&lines[0]["id"], id);
    assert_eq!(lines[0]["line"], 1);
    let error = lines[0]["error"].as_str().unwrap();
    assert!(error.contains(reason), "{error}");
}

fn line(value: &Value) -> Vec<u8> {
    format!("{value}\n").into_bytes()
}

#[test]
fn a_line_is_the_comparison_with_its_id() {
    let (lines, status) = batch(&line(&json!({"id": "a", "old": OLD, "new": NEW})));
    assert_eq!(status, Some(0));
    let mut one = lines[0].clone();
    assert_eq!(one.as_object_mut().unwrap().remove("id"), Some(json!("a")));
    let alone = succeeds(&["compare", OLD, NEW, "--format", "json"]);
    assert_eq!(one, serde_json::from_str::<Value>(&alone).unwrap());
}

#[test]
fn versions_are_paths_or_texts() {
    let (old, new) = (
        "We keep your name for two years.",
        "We keep your name for ten years.",
    );
    let page = "<p>We keep your name for ten years.";
    let lines = [
        json!({"id": 1, "old": old, "new": new}),
        json!({"id": 2, "old": {"text": old}, "new": {"text": new, "name": "a.txt"}}),
        json!({"id": 3, "old": format!("{old}\n"), "new": {"text": page, "name": "a.html"}}),
        json!({"id": 4, "old": {"path": OLD}, "new": OLD}),
    ];
    let input: Vec<u8> = lines.iter().flat_map(line).collect();
    let (lines, status) = batch(&input);
    assert_eq!(status, Some(0));
    for line in &lines[..3] {
        assert_eq!(line["blocks"][0]["kind"], "edited");
        assert_eq!(line["new"]["blocks"][0]["text"], new);
    }
    assert_eq!(lines[3]["totals"]["words_inserted"], 0);
}

#[test]
fn fifty_lines_keep_their_order_with_bad_ones_among_them() {
    let input: Vec<u8> = (0..50)
        .flat_map(|number| {
            // Long and short ones in turn, so that later ones are ready before earlier ones.
            let old = "We keep your name and your address.\n\n".repeat(1 + (number * 7) % 40);
            match number {
                11 | 12 => b"{\"id\": \n".to_vec(),
                30 => line(&json!({"id": 30, "old": "absent.md", "new": "absent.md"})),
                _ => line(&json!({"id": number, "old": old, "new": "We keep your name."})),
            }
        })
        .collect();
    let (lines, status) = batch(&input);
    assert_eq!(status, Some(1));
    assert_eq!(lines.len(), 50);
    for (number, line) in lines.iter().enumerate() {
        let is_bad = [11, 12, 30].contains(&number);
        assert_eq!(line.get("error").is_some(), is_bad, "{line}");
        match number {
            11 | 12 => assert_eq!(
                (&line["id"], &line["line"]),
                (&json!(null), &json!(number + 1))
            ),
            _ => assert_eq!(line["id"], number),
        }
    }
}

#[test]
fn bad_lines_say_why() {
    let none = json!(null);
    refused(b"nonsense\n", &none, "not JSON");
    refused(b"[1]\n", &none, "not a JSON object");
    refused(b"{\"id\": \"\xff\"}\n", &none, "not UTF-8");
    refused(&line(&json!({"old": OLD, "new": NEW})), &none, "no `id`");
    refused(
        &line(&json!({"id": [1], "old": OLD, "new": NEW})),
        &none,
        "no `id`",
    );
    refused(&line(&json!({"id": 1, "old": OLD})), &json!(1), "no `new`");
    refused(
        &line(&json!({"id": 1, "old": OLD, "new": 7})),
        &json!(1),
        "`new` is neither",
    );
    refused(
        &line(&json!({"id": 1, "old": {}, "new": NEW})),
        &json!(1),
        "`old` needs",
    );
    refused(
        &line(&json!({"id": "x", "old": "absent.md", "new": NEW})),
        &json!("x"),
        "absent.md cannot be read",
    );
    refused(
        &line(&json!({"id": 1, "old": "tests", "new": NEW})),
        &json!(1),
        "cannot be read",
    );
    refused(
        &line(&json!({"id": 1, "old": "", "new": NEW})),
        &json!(1),
        "empty",
    );
    let empty = file("batch-empty.md", b"");
    refused(
        &line(&json!({"id": 1, "old": OLD, "new": empty})),
        &json!(1),
        "empty",
    );
}

#[test]
fn an_empty_input_and_blank_lines_are_no_fault() {
    assert_eq!(batch(b""), (Vec::new(), Some(0)));
    assert_eq!(batch(b"\n  \r\n"), (Vec::new(), Some(0)));
    // Without a line feed at the end, and with a mark of byte order before the first line.
    let (lines, status) =
        batch(format!("\u{feff}{}", json!({"id": 1, "old": OLD, "new": OLD})).as_bytes());
    assert_eq!((lines.len(), status), (1, Some(0)));
}

#[test]
fn lines_come_from_a_file_too() {
    let lines = line(&json!({"id": 1, "old": OLD, "new": NEW}));
    let path = file("batch.ndjson", &lines);
    let from_file = succeeds(&["compare", "--batch", &path, "--format", "json"]);
    let from_input = run_with_input(&["compare", "--batch", "-"], &lines);
    assert_eq!(from_file, stdout(&from_input));
    for absent in ["absent.ndjson", "tests"] {
        let output = run(&["compare", "--batch", absent]);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains("cannot be read"));
    }
}
