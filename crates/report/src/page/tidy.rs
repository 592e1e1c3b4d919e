//! Marked text as plain files can show it.

use crate::view::Run;
use model::Op;

/// White space at the ends of a marked stretch stands outside the marks, and is not marked by
/// itself: the marks are about words. A line break that is gone does not break the line, and
/// emphasis, which only the page draws, cuts nothing.
pub(crate) fn tidy(runs: Vec<Run>) -> Vec<Run> {
    let runs = joined(runs);
    let mut tidied: Vec<Run> = Vec::with_capacity(runs.len());
    let mut runs = runs.into_iter().peekable();
    while let Some(mut run) = runs.next() {
        if run.op == Op::Equal {
            tidied.push(run);
            continue;
        }
        let gone = run.op == Op::Delete;
        let continues = tidied.last().is_some_and(|last| last.op == run.op);
        let continued = runs.peek().is_some_and(|next| next.op == run.op);
        if !continues && run.text.starts_with(' ') {
            run.text.remove(0);
            let spaced = tidied.last().is_none_or(|last| last.text.ends_with(' '));
            // A space that is gone is only shown where words would touch.
            if !gone || !(spaced || run.text.is_empty()) {
                tidied.push(Run::plain(" "));
            }
        }
        let ends = !continued && run.text.ends_with(' ');
        if ends {
            run.text.pop();
        }
        if !run.text.is_empty() {
            tidied.push(run);
        }
        let spaced = runs.peek().is_none_or(|next| next.text.starts_with(' '));
        if ends && !(gone && spaced) {
            tidied.push(Run::plain(" "));
        }
    }
    tidied
}

/// The runs cut by marks and links alone.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::with_capacity(runs.len());
    for mut run in runs {
        if run.op == Op::Delete {
            run.text = run.text.replace('\n', " ");
        }
        match joined.last_mut() {
            Some(last) if last.op == run.op && last.style.link == run.style.link => {
                last.text.push_str(&run.text);
            }
            _ => joined.push(run),
        }
    }
    joined
}
