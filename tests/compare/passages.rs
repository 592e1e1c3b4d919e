//! What becomes of single passages: split, merged, moved, re-ordered, recast as list, table or
//! bullet. Each case is an invented pair short enough to judge by reading.

use crate::support::{
    invariants::{is_complete, mirrors},
    markdown, redline,
};
use policy_diff::{
    compare::compare,
    model::{Change, ChangeKind, Comparison, Document, Extent, Op, Weight},
};

struct Pair {
    old: Document,
    new: Document,
    comparison: Comparison,
}

fn pair(old: &str, new: &str) -> Pair {
    let (old, new) = (markdown(old), markdown(new));
    let comparison = compare(&old, &new);
    Pair {
        old,
        new,
        comparison,
    }
}

impl Pair {
    /// The change whose old or new text holds these words.
    fn change(&self, words: &str) -> &Change {
        let holds = |c: &&Change| {
            let old = c
                .old
                .iter()
                .any(|&b| self.old.block(b).text.contains(words));
            old || c
                .new
                .iter()
                .any(|&b| self.new.block(b).text.contains(words))
        };
        let found = self.comparison.changes.iter().find(holds);
        found.unwrap_or_else(|| panic!("no change holds {words:?}"))
    }

    fn kinds(&self) -> Vec<ChangeKind> {
        self.comparison.changes.iter().map(|c| c.kind).collect()
    }

    fn count(&self, kind: ChangeKind) -> usize {
        self.kinds().iter().filter(|&&k| k == kind).count()
    }

    /// Links as headings of old and new sections.
    fn links(&self) -> Vec<(&str, &str)> {
        let links = self.comparison.sections.links.iter();
        links
            .map(|l| {
                let (old, new) = (&self.old.sections, &self.new.sections);
                (
                    old[l.old.index()].heading.as_str(),
                    new[l.new.index()].heading.as_str(),
                )
            })
            .collect()
    }

    fn terms(&self) -> Vec<(&str, &str, usize)> {
        let terms = self.comparison.terms.iter();
        terms
            .map(|t| (t.old.as_str(), t.new.as_str(), t.count))
            .collect()
    }
}

const LOGS: &str =
    "Our servers write log files with your address, the page you asked for and the time.";
const BACKUPS: &str = "Encrypted backups are made every night and overwritten after ninety days.";
const CARDS: &str = "Card numbers go straight to our payment processor; we never see them.";
const MAIL: &str = "When you write to us we keep the letter until your question is answered.";

#[test]
fn a_paragraph_cut_in_two_is_one_split() {
    let p = pair(
        &format!("# A\n\n{LOGS} {BACKUPS}\n"),
        &format!("# A\n\n{LOGS}\n\n{BACKUPS}\n"),
    );
    assert_eq!(p.kinds(), [ChangeKind::Split]);
    let segments = &p.comparison.changes[0].segments;
    assert!(segments.iter().all(|s| s.op == Op::Equal || s.formatting));
}

#[test]
fn two_paragraphs_joined_are_one_merge() {
    let p = pair(
        &format!("# A\n\n{LOGS}\n\n{BACKUPS}\n"),
        &format!("# A\n\n{LOGS} {BACKUPS}\n"),
    );
    assert_eq!(p.kinds(), [ChangeKind::Merged]);
}

#[test]
fn a_paragraph_that_moved_and_was_edited_is_one_change() {
    let edited = BACKUPS.replace("ninety", "thirty");
    let p = pair(
        &format!("# Storage\n\n{BACKUPS}\n\n{LOGS}\n\n# Payment\n\n{CARDS}\n\n{MAIL}\n"),
        &format!("# Storage\n\n{LOGS}\n\n# Payment\n\n{CARDS}\n\n{MAIL}\n\n{edited}\n"),
    );
    assert_eq!(p.change("ninety").kind, ChangeKind::MovedEdited);
    assert_eq!(p.change("ninety").new.len(), 1);
    assert_eq!(p.count(ChangeKind::Unchanged), 3);
}

#[test]
fn of_a_list_in_another_order_only_what_jumped_moved() {
    let list = |items: &[&str]| -> String {
        let items = items.iter().map(|item| format!("* {item}\n"));
        format!("# We keep\n\n{}", items.collect::<String>())
    };
    let p = pair(
        &list(&[LOGS, BACKUPS, CARDS, MAIL]),
        &list(&[MAIL, LOGS, BACKUPS, CARDS]),
    );
    assert_eq!(p.change(MAIL).kind, ChangeKind::Moved);
    assert_eq!(p.count(ChangeKind::Unchanged), 3);
}

#[test]
fn a_list_turned_into_a_table_keeps_its_words() {
    let p = pair(
        "# Periods\n\n* Server log files: fourteen days after the visit\n\
         * Invoices and receipts: ten years after the purchase\n\
         * Letters to support: two years after the last answer\n",
        "# Periods\n\n| What | How long |\n|---|---|\n\
         | Server log files | fourteen days after the visit |\n\
         | Invoices and receipts | ten years after the purchase |\n\
         | Letters to support | one year after the last answer |\n",
    );
    assert_eq!(p.change("Server log").kind, ChangeKind::Reformatted);
    assert_eq!(p.change("Invoices").kind, ChangeKind::Reformatted);
    assert_eq!(p.change("Letters").kind, ChangeKind::Edited);
    assert_eq!(p.change("How long").kind, ChangeKind::Added);
    assert_eq!(p.count(ChangeKind::Removed), 0);
}

#[test]
fn a_section_turned_into_a_bullet_is_linked_with_the_list_it_joined() {
    let p = pair(
        &format!(
            "# Sharing\n\n{CARDS}\n\n# Do Not Track\n\nWe do not answer Do Not Track signals of \
             browsers, because nobody agrees on what they ask for.\n\n# Storage\n\n{LOGS}\n"
        ),
        &format!(
            "# Sharing\n\n{CARDS}\n\n# Storage\n\n* {LOGS}\n* **Do Not Track.** We do not answer Do \
             Not Track signals of browsers, because nobody agrees on what they ask for.\n"
        ),
    );
    assert!(p.links().contains(&("Do Not Track", "Storage")));
    assert!(p.comparison.sections.removed.is_empty());
    // One of the two was passed by the other: the shorter one.
    assert_eq!(p.change("nobody agrees").kind, ChangeKind::Edited);
    assert_eq!(p.change(LOGS).kind, ChangeKind::Moved);
}

#[test]
fn a_section_cut_in_two_has_two_links() {
    let p = pair(
        &format!("# Keeping\n\n{LOGS}\n\n{BACKUPS}\n\n# Paying\n\n{CARDS}\n"),
        &format!("# Logs\n\n{LOGS}\n\n# Backups\n\n{BACKUPS}\n\n# Paying\n\n{CARDS}\n"),
    );
    assert_eq!(
        p.links(),
        [
            ("Keeping", "Logs"),
            ("Keeping", "Backups"),
            ("Paying", "Paying")
        ]
    );
    assert!(p.comparison.sections.links.iter().all(|l| !l.moved));
}

#[test]
fn two_sections_joined_have_two_links() {
    let p = pair(
        &format!("# Logs\n\n{LOGS}\n\n# Backups\n\n{BACKUPS}\n\n# Paying\n\n{CARDS}\n"),
        &format!("# Keeping\n\n{LOGS}\n\n{BACKUPS}\n\n# Paying\n\n{CARDS}\n"),
    );
    assert_eq!(
        p.links(),
        [
            ("Logs", "Keeping"),
            ("Backups", "Keeping"),
            ("Paying", "Paying")
        ]
    );
}

#[test]
fn a_rewritten_section_is_linked_with_the_one_most_like_it() {
    let p = pair(
        "# Crumbs\n\nCookies remember your language and whether you are signed in.\n\n\
         # The young\n\nWe sell nothing to children, and ask parents before we keep anything.\n\n\
         # Letters\n\nWrite to the office if something puzzles you.\n",
        "# Technology in your browser\n\nA cookie is set for the language chosen and another for \
         signing in; refuse them in the settings of your browser.\n\n\
         # Minors\n\nNo account is opened for a child without a parent or guardian.\n\n\
         # Getting in touch\n\nPuzzled? Our office answers letters.\n",
    );
    assert_eq!(
        p.links(),
        [
            ("Crumbs", "Technology in your browser"),
            ("The young", "Minors"),
            ("Letters", "Getting in touch")
        ]
    );
}

#[test]
fn a_small_section_that_went_is_not_given_a_chance_partner() {
    let p = pair(
        &format!("# Storage\n\n{LOGS}\n\n{BACKUPS}\n\n# Fax\n\nOur telefax is out of order.\n"),
        &format!(
            "# Storage\n\n{LOGS}\n\n{BACKUPS}\n\n# Children\n\nUnder sixteen, ask a parent.\n"
        ),
    );
    assert_eq!(p.links(), [("Storage", "Storage")]);
}

#[test]
fn labels_of_a_list_that_ran_on_are_no_words() {
    let p = pair(
        "# Grounds\n\nWe rely on these: (1) you agreed; or (2) a law (article 6) tells us to; or \
         (3) you bought something.\n",
        "# Grounds\n\nWe rely on these:\n\n(1) you agreed; or\n\n(2) a law (article 6) tells us \
         to; or\n\n(3) you bought something.\n",
    );
    assert!(p.comparison.sections.links.iter().all(|l| !l.edited));
    let p = pair(
        "# Term\n\nLogs are kept thirty (30) days and mail (5) years.\n",
        "# Term\n\nLogs are kept thirty (30) days and mail (6) years.\n",
    );
    assert!(p.comparison.sections.links.iter().all(|l| l.edited));
}

#[test]
fn a_term_is_named_with_the_words_it_belongs_to() {
    let text = |term: &str| {
        format!(
            "# A\n\nWe collect personal {term} when you join.\n\n\
             Your personal {term} is never sold to anybody.\n\n\
             You may ask us for a copy of the personal {term} that we hold.\n\n\
             Our partners delete personal {term} within a year.\n"
        )
    };
    let p = pair(&text("information"), &text("data"));
    assert_eq!(p.terms(), [("personal information", "personal data", 4)]);
    assert_eq!(p.comparison.terms[0].relation, None);
}

#[test]
fn a_term_takes_the_word_behind_it_too() {
    let text = |term: &str| {
        format!(
            "# A\n\nWe collect {term} information when you join.\n\n\
             We never sell {term} information to anybody.\n\n\
             You may ask us for a copy of the {term} information that we hold.\n"
        )
    };
    let p = pair(&text("personally identifiable"), &text("personal"));
    assert_eq!(
        p.terms(),
        [(
            "personally identifiable information",
            "personal information",
            3
        )]
    );
    let relation = p.comparison.terms[0].relation.clone().expect("known");
    assert_eq!(relation.extent, Extent::Broader);
    assert!(relation.source.is_some_and(|s| s.contains("800-122")));
}

#[test]
fn singular_and_plural_are_one_term() {
    let text = |one: &str, many: &str| {
        format!(
            "# A\n\nA {one} helps us with the post.\n\n\
             We choose every {one} with care and by contract.\n\n\
             All {many} delete what they were given.\n\n\
             The names of our {many} are on a list.\n"
        )
    };
    let p = pair(
        &text("service provider", "service providers"),
        &text("vendor", "vendors"),
    );
    assert_eq!(p.terms(), [("service provider", "vendor", 4)]);
    let marked = p.comparison.changes.iter().flat_map(|c| &c.segments);
    assert_eq!(marked.filter(|s| s.term == Some(0)).count(), 8);
}

#[test]
fn swapping_the_versions_mirrors_the_relation() {
    let text = |term: &str| {
        format!(
            "# A\n\nWe collect {term} when you join.\n\n\
             We never sell {term} to anybody.\n\n\
             You may ask us for a copy of the {term} that we hold.\n"
        )
    };
    let (narrow, broad) = ("personally identifiable information", "personal data");
    let p = pair(&text(broad), &text(narrow));
    assert_eq!(p.terms(), [(broad, narrow, 3)]);
    let relation = p.comparison.terms[0].relation.clone().expect("known");
    assert_eq!(relation.extent, Extent::Narrower);
}

#[test]
fn a_denial_is_not_found_in_what_says_the_contrary() {
    let old = "# Shop\n\nWe note your name when you order seeds.\n\n# Letters\n\n\
               The library does not send seasonal letters.\n";
    let new = "# Shop\n\nWe note your name when you order seeds.\n\nMembers of the garden who left \
               a card at the desk get the seasonal letters with offers. The letters that it sends \
               are free.\n";
    let p = pair(old, new);
    assert_eq!(p.links(), [("Shop", "Shop")]);
    assert_eq!(p.comparison.sections.removed.len(), 1);
}

#[test]
fn exchanged_columns_are_no_new_words() {
    let old = "| Kind | Keeper | Time |\n|---|---|---|\n| letters | library | a year |\n\
               | seeds | garden | a week |\n| yes | no | never |\n";
    let new = "| Keeper | Time | Kind |\n|---|---|---|\n| library | a year | letters |\n\
               | garden | two weeks | seeds |\n| no | never | yes |\n";
    let shown = |a: &str, b: &str| redline::print(&markdown(a), &markdown(b));
    assert_eq!(
        shown(old, new),
        "reformatted (formatting): [~Kind | ~]Keeper | Time{~ | Kind~}\n\
         reformatted (formatting): [~letters | ~]library | a year{~ | letters~}\n\
         edited: [~seeds | ~]garden | [-a week-]{+two weeks+}{~ | seeds~}\n\
         reformatted (formatting): [~yes | ~]no | never{~ | yes~}"
    );
    let (a, b) = (markdown(old), markdown(new));
    mirrors(&compare(&a, &b), &compare(&b, &a));
    is_complete(&a, &b, &compare(&a, &b));
    // Without a header that tells so, the cells say something else.
    let (old, new) = (
        "| What | Now |\n|---|---|\n| yes | no |\n",
        "| What | Now |\n|---|---|\n| no | yes |\n",
    );
    assert!(shown(old, new).contains("edited"));
}

/// Four lines that end alike, with a word of each.
fn lines(line: impl Fn(&str) -> String) -> String {
    ["seeds", "letters", "tools", "visits"]
        .map(|word| format!("{}\n\n", line(word)))
        .concat()
}

#[test]
fn two_small_words_for_one_are_a_term_and_one_that_binds_is_none() {
    let with =
        |words: &str| lines(|what| format!("The library notes {what} {words} a clerk would."));
    assert_eq!(
        pair(&with("like"), &with("such as")).terms(),
        [("like", "such as", 4)]
    );
    let with = |verb: &str| lines(|what| format!("The library {verb} give {what} to gardens."));
    assert_eq!(pair(&with("will"), &with("may")).terms(), []);
    let with = |verb: &str| lines(|what| format!("The library {verb} lists of {what} to gardens."));
    assert_eq!(pair(&with("gives"), &with("does not give")).terms(), []);
}

#[test]
fn the_spelling_of_another_country_is_wording() {
    let with = |organise: &str, colour: &str| {
        lines(|what| format!("We {organise} all {what} by {colour} in the hall."))
    };
    let p = pair(&with("organise", "colour"), &with("organize", "color"));
    assert_eq!(p.terms(), []);
    assert!(
        p.comparison
            .changes
            .iter()
            .all(|c| c.weight == Weight::Wording)
    );
    let p = pair(&with("organise", "colour"), &with("burn", "colour"));
    assert!(
        p.comparison
            .changes
            .iter()
            .all(|c| c.weight == Weight::Terminology)
    );
}

#[test]
fn a_name_keeps_its_capital_letters() {
    let with = |name: &str| lines(|what| format!("{name} keeps {what} and {name} burns none."));
    assert_eq!(
        pair(&with("Larkspur"), &with("Meadow")).terms(),
        [("Larkspur", "Meadow", 8)]
    );
    let with = |phrase: &str| {
        let text = lines(|what| format!("We keep {phrase} about {what}."));
        format!(
            "Personal {} is rare.\n\n{text}",
            phrase.trim_start_matches("personal ")
        )
    };
    let p = pair(&with("personal information"), &with("personal data"));
    assert_eq!(p.terms(), [("personal information", "personal data", 5)]);
}
