//! Parts that a control opens: accordions, tabs and closed panels, with their titles.
//!
//! What readers can open is text of the policy, however short and whether or not it was open when
//! the page was saved; and the control that opens it is its heading. A part counts as opened by a
//! control if the page says so (`aria-controls`, `aria-expanded`, names of accordions), or if it
//! is hidden directly behind a heading or control that has nothing else.

use super::chrome::{Names, is_marked_hidden, is_panel, mostly_links};
use super::elements::heading_level;
use super::tree::{Node, Part, Tree};
use std::collections::BTreeMap;

/// Most words of a title.
const LONGEST_TITLE: usize = 20;
/// Fewest words of a closed part: with less, it is a mark or a message of the page.
const SHORTEST_PANEL: usize = 3;
/// Most elements without words that are passed over in search of some, so that the work is linear.
const EMPTY: usize = 64;

/// How plainly the markup says that an element opens another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opener {
    /// It says so.
    Declared,
    /// Elements of its kind often do.
    Possible,
    /// It is a heading.
    Heading,
}

/// Returns, for every item of the tree, what it has to do with panels.
pub(super) fn find(tree: &Tree) -> Vec<Part> {
    let page = Surroundings::of(tree);
    let mut parts = vec![Part::Other; tree.items.len()];
    let mut titles: Vec<usize> = Vec::new();
    for at in 0..tree.items.len() {
        let Some((opener, panel, beside)) = page.pair(at) else {
            continue;
        };
        let mut set = |at: usize, part: Part| {
            if let Some(place) = parts.get_mut(at) {
                *place = part;
            }
        };
        page.cores(panel).for_each(|at| set(at, Part::Panel));
        let in_title = titles
            .last()
            .is_some_and(|title| tree.range(*title).contains(&at));
        if opener == Opener::Heading || in_title || page.is_in_heading(at) {
            continue;
        }
        if tree.contains(at, |node| heading_level(node).is_some()) {
            set(at, Part::Holder);
        } else if !beside {
            if !page.begins_with_heading(panel) {
                set(panel, Part::Titled(at));
            }
        } else if tree
            .items
            .get(at)
            .is_some_and(|i| i.node.name() != "summary")
        {
            set(at, Part::Title);
            titles.push(at);
        }
    }
    // What stands over several panels alike ("Read more") says nothing of any.
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    let text = |at: usize| tree.text(at).trim().to_lowercase();
    for at in &titles {
        *uses.entry(text(*at)).or_default() += 1;
    }
    for at in titles {
        if uses.get(&text(at)).is_some_and(|count| *count > 1)
            && let Some(part) = parts.get_mut(at)
        {
            *part = Part::Other;
        }
    }
    parts
}

/// A tree with the ways up and across.
struct Surroundings<'a> {
    tree: &'a Tree,
    parents: Vec<usize>,
    ids: BTreeMap<&'a str, usize>,
    /// Number of fields of forms before each item, and in all.
    fields: Vec<usize>,
}

impl<'a> Surroundings<'a> {
    fn of(tree: &'a Tree) -> Self {
        let mut parents = Vec::with_capacity(tree.items.len());
        let mut ids = BTreeMap::new();
        let mut open: Vec<usize> = Vec::new();
        let mut fields = vec![0];
        for (at, item) in tree.items.iter().enumerate() {
            while open.last().is_some_and(|up| tree.range(*up).end <= at) {
                open.pop();
            }
            parents.push(open.last().copied().unwrap_or(at));
            open.push(at);
            let name = item.node.name();
            let is_field = matches!(name, "input" | "select" | "textarea" | "form");
            fields.push(
                fields
                    .last()
                    .map_or(0, |count| count + usize::from(is_field)),
            );
            if let Some(id) = item.node.attribute("id") {
                ids.entry(id).or_insert(at);
            }
        }
        Self {
            tree,
            parents,
            ids,
            fields,
        }
    }

    fn node(&self, at: usize) -> Option<&'a Node> {
        self.tree.items.get(at).map(|item| &item.node)
    }

    fn parent(&self, at: usize) -> Option<usize> {
        self.parents.get(at).copied().filter(|up| *up != at)
    }

    /// Whether an element stands in a heading.
    fn is_in_heading(&self, at: usize) -> bool {
        const REACH: usize = 4;
        let up = |at: &usize| self.parent(*at);
        std::iter::successors(self.parent(at), up)
            .take(REACH)
            .any(|at| self.node(at).is_some_and(|n| heading_level(n).is_some()))
    }

    /// Returns how the element at `at` opens a part, that part, and whether it stands right behind
    /// the element.
    fn pair(&self, at: usize) -> Option<(Opener, usize, bool)> {
        let node = self.node(at)?;
        let opener = self.opener(at, node)?;
        let words = self.tree.words(at);
        if words == 0 || words > LONGEST_TITLE {
            return None;
        }
        let next = self.next(at);
        let named = self
            .target(at, node, opener)
            .filter(|to| self.tree.words(*to) > 0);
        let panel = named.or(next)?;
        let beside = next.is_some_and(|next| {
            self.tree.range(next).contains(&panel) || self.tree.range(panel).contains(&next)
        });
        let opens = match opener {
            Opener::Declared => named.is_some() || self.is_block(panel),
            Opener::Possible => {
                self.is_block(panel)
                    && (self.is_named_panel(at, node, panel) || self.is_closed(panel))
            }
            Opener::Heading => self.is_closed(panel),
        };
        (opens && self.is_prose(panel)).then_some((opener, panel, beside))
    }

    fn opener(&self, at: usize, node: &Node) -> Option<Opener> {
        let name = node.name();
        if heading_level(node).is_some() || (matches!(name, "p" | "div") && self.is_bold(at)) {
            return Some(Opener::Heading);
        }
        let fields = ["input", "select", "textarea", "nav", "ul", "ol", "table"];
        if name.is_empty() || fields.contains(&name) {
            return None;
        }
        let toggles = ["data-toggle", "data-bs-toggle"].iter().any(|attribute| {
            matches!(node.attribute(attribute), Some("collapse" | "tab" | "pill"))
        });
        let declares = node.attribute("aria-expanded").is_some()
            || node.attribute("role") == Some("tab")
            || (node.attribute("aria-controls").is_some() && is_control(node))
            || (name == "header" && self.is_in_accordion(at));
        if toggles || declares || is_named_title(node) {
            return Some(Opener::Declared);
        }
        (is_control(node) || matches!(name, "label" | "dt")).then_some(Opener::Possible)
    }

    /// Whether all words of an element are in bold.
    fn is_bold(&self, at: usize) -> bool {
        let is_bold = |at| {
            self.node(at)
                .is_some_and(|n| matches!(n.name(), "b" | "strong"))
        };
        self.cores(at).any(is_bold)
    }

    /// Whether an element is in a section of an accordion element, as of AMP.
    fn is_in_accordion(&self, at: usize) -> bool {
        let above = self.parent(at).and_then(|up| self.parent(up));
        let node = above.and_then(|up| self.node(up));
        node.is_some_and(|node| node.name().contains("accordion"))
    }

    /// The element that an opener names by its id.
    fn target(&self, at: usize, node: &Node, opener: Opener) -> Option<usize> {
        let named = ["aria-controls", "data-target", "data-bs-target", "href"];
        // Any link can lead to a heading of the page.
        let count = if opener == Opener::Declared { 4 } else { 3 };
        named.iter().take(count).find_map(|attribute| {
            let id = node.attribute(attribute)?;
            let id = match *attribute {
                "aria-controls" => id.split_whitespace().next()?,
                _ => id.strip_prefix('#')?,
            };
            let to = *self.ids.get(id)?;
            (!self.tree.range(to).contains(&at)).then_some(to)
        })
    }

    /// The first element with words behind an element or behind what holds nothing else.
    fn next(&self, at: usize) -> Option<usize> {
        let words = self.tree.words(at);
        let mut own = at;
        loop {
            let parent = self.parent(own)?;
            let end = self.tree.range(parent).end;
            if let Some(found) = self.with_words(self.tree.range(own).end, end) {
                return matches!(self.node(found)?, Node::Element { .. }).then_some(found);
            }
            if self.tree.words(parent) != words {
                return None;
            }
            own = parent;
        }
    }

    /// The first of the siblings in a range that has words.
    fn with_words(&self, from: usize, end: usize) -> Option<usize> {
        let next = |at: &usize| Some(self.tree.range(*at).end.max(at + 1));
        std::iter::successors(Some(from), next)
            .take_while(|at| *at < end)
            .take(EMPTY)
            .find(|at| self.tree.words(*at) > 0)
    }

    /// An element and those inside that hold all its words.
    fn cores(&self, at: usize) -> impl Iterator<Item = usize> {
        const REACH: usize = 4;
        let words = self.tree.words(at);
        let inner = move |at: &usize| {
            let found = self.with_words(at + 1, self.tree.range(*at).end)?;
            (self.tree.words(found) == words).then_some(found)
        };
        std::iter::successors(Some(at), inner).take(REACH)
    }

    /// Whether a part is hidden and all there is behind its title: what follows is no text that
    /// stands open.
    fn is_closed(&self, panel: usize) -> bool {
        let hidden = self
            .cores(panel)
            .any(|at| self.node(at).is_some_and(is_marked_hidden));
        if !hidden || self.tree.words(panel) < SHORTEST_PANEL {
            return false;
        }
        let end = self.parent(panel).map_or(0, |up| self.tree.range(up).end);
        let after = self.with_words(self.tree.range(panel).end, end);
        let Some(node) = after.and_then(|at| self.node(at)) else {
            return true;
        };
        let is_open_text = matches!(node, Node::Text(_)) || matches!(node.name(), "p" | "span");
        !is_open_text || is_marked_hidden(node) || after.is_some_and(|at| self.is_bold(at))
    }

    /// Whether names, or a box to tick, say that a possible opener opens the part behind it.
    fn is_named_panel(&self, at: usize, node: &Node, panel: usize) -> bool {
        match node.name() {
            "dt" => {
                let list = self.parent(at).and_then(|up| self.node(up));
                list.is_some_and(|list| Names::of(list).contain(&ACCORDIONS))
            }
            "label" => {
                let ticks = |at: &usize| {
                    let kind = self.node(*at).and_then(|n| n.attribute("type"));
                    matches!(kind, Some("checkbox" | "radio"))
                };
                let names = self.node(panel).map(Names::of);
                let input = node.attribute("for").and_then(|id| self.ids.get(id));
                input.is_some_and(ticks)
                    || names.is_some_and(|n| n.have(&["tab", "panel", "collapse", "accordion"]))
            }
            _ => self.node(panel).is_some_and(is_panel),
        }
    }

    /// Whether an element stands for itself, not in a line of text.
    fn is_block(&self, at: usize) -> bool {
        let name = self.node(at).map_or("", Node::name);
        let inline = [
            "", "a", "b", "strong", "em", "i", "label", "button", "input", "span", "small", "sup",
        ];
        !inline.contains(&name) && self.node(at).and_then(heading_level).is_none()
    }

    /// Whether a part is text, not a menu or a form.
    fn is_prose(&self, at: usize) -> bool {
        const FORM: usize = 40;
        let range = self.tree.range(at);
        let has_fields = self.fields.get(range.start) != self.fields.get(range.end);
        !mostly_links(self.tree, at) && (self.tree.words(at) >= FORM || !has_fields)
    }

    /// Whether the first words of a part are in a heading.
    fn begins_with_heading(&self, at: usize) -> bool {
        let range = self.tree.range(at);
        let mut items = range
            .take(EMPTY)
            .filter_map(|at| Some((at, self.node(at)?)));
        let begins = items.find(|(at, node)| {
            heading_level(node).is_some()
                || (matches!(node, Node::Text(_)) && self.tree.words(*at) > 0)
        });
        begins.is_some_and(|(_, node)| heading_level(node).is_some())
    }
}

/// Parts of the names of accordions and of what is made of them.
const ACCORDIONS: [&str; 6] = ["accordion", "collaps", "toggle", "expand", "faq", "disclos"];

fn is_control(node: &Node) -> bool {
    node.name() == "button" || node.attribute("role") == Some("button")
}

/// Whether the names of an element say that it is the title of a part of an accordion.
fn is_named_title(node: &Node) -> bool {
    if !matches!(
        node.name(),
        "div" | "button" | "a" | "label" | "dt" | "p" | "span"
    ) {
        return false;
    }
    let names = Names::of(node);
    names.contain(&ACCORDIONS)
        && names.have(&[
            "title", "header", "heading", "head", "button", "btn", "trigger", "question", "label",
            "control", "summary",
        ])
}
