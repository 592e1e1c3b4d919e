//! Parses HTML with html5ever, straight into the flat list that the reader works on.
//!
//! One parser everywhere: the browser's own would show pages differently from the command line,
//! and is missing in a worker. html5ever's reference tree (one counted cell a node) was rejected:
//! it has to be copied, and is freed node by node.

use super::markup::{markup_length, tag_name};
use super::tree::{Item, Node};
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

/// Most levels of nesting, as in browsers.
const DEEPEST: usize = 512;

/// Parses HTML source into its nodes in document order, below a root named `#document`. This never
/// fails: HTML parsing is defined for every input.
///
/// Scripts count as switched on, as in a browser, so that `noscript` is raw text. Elements nested
/// deeper than 512 levels are flattened, as in browsers: html5ever's work for every tag grows with
/// its depth.
pub(super) fn parse(source: &str) -> Vec<Item> {
    let limited = limit_depth(source);
    parse_document(Sink::default(), ParseOpts::default()).one(limited.as_ref())
}

/// A node under construction; the others are named by their positions.
#[derive(Debug)]
struct Link {
    /// `None` for comments and the like, which are left out.
    node: Option<Node>,
    parent: Option<usize>,
    before: Option<usize>,
    after: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
}

/// All nodes in the order in which they were made, the document first.
#[derive(Debug)]
struct Sink(RefCell<Links>);

#[derive(Debug)]
struct Links(Vec<Link>);

impl Default for Sink {
    fn default() -> Self {
        let mut links = Links(Vec::new());
        links.add(Some(Node::Element {
            name: "#document".to_owned(),
            attributes: Vec::new(),
        }));
        Self(RefCell::new(links))
    }
}

impl Links {
    fn add(&mut self, node: Option<Node>) -> usize {
        self.0.push(Link {
            node,
            parent: None,
            before: None,
            after: None,
            first: None,
            last: None,
        });
        self.0.len() - 1
    }

    fn set(&mut self, at: Option<usize>, change: impl FnOnce(&mut Link)) {
        if let Some(link) = at.and_then(|at| self.0.get_mut(at)) {
            change(link);
        }
    }

    fn get(&self, at: usize) -> Option<&Link> {
        self.0.get(at)
    }

    fn detach(&mut self, at: usize) {
        let Some(link) = self.0.get_mut(at) else {
            return;
        };
        let (parent, before, after) = (link.parent.take(), link.before.take(), link.after.take());
        match before {
            Some(_) => self.set(before, |link| link.after = after),
            None => self.set(parent, |link| link.first = after),
        }
        match after {
            Some(_) => self.set(after, |link| link.before = before),
            None => self.set(parent, |link| link.last = before),
        }
    }

    /// Puts a node before a child of a parent, or at the end.
    fn insert(&mut self, parent: usize, after: Option<usize>, new: NodeOrText<Handle>) {
        let before = match after {
            Some(sibling) => self.get(sibling).and_then(|link| link.before),
            None => self.get(parent).and_then(|link| link.last),
        };
        let at = match new {
            NodeOrText::AppendNode(handle) => {
                self.detach(handle.at);
                handle.at
            }
            NodeOrText::AppendText(text) => {
                let beside = before.and_then(|at| self.0.get_mut(at));
                if let Some(Node::Text(known)) = beside.and_then(|link| link.node.as_mut()) {
                    known.push_str(&text);
                    return;
                }
                self.add(Some(Node::Text(text.to_string())))
            }
        };
        self.set(Some(at), |link| {
            link.parent = Some(parent);
            link.before = before;
            link.after = after;
        });
        match before {
            Some(_) => self.set(before, |link| link.after = Some(at)),
            None => self.set(Some(parent), |link| link.first = Some(at)),
        }
        match after {
            Some(_) => self.set(after, |link| link.before = Some(at)),
            None => self.set(Some(parent), |link| link.last = Some(at)),
        }
    }

    /// Lists the nodes in document order, without recursion.
    fn flatten(mut self) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::with_capacity(self.0.len());
        // Open elements: the place in the tree and in the list.
        let mut open: Vec<(usize, Option<usize>)> = Vec::new();
        let mut next = Some(0);
        loop {
            if let Some(at) = next {
                let node = self.0.get_mut(at).and_then(|link| link.node.take());
                let listed = node.map(|node| {
                    let end = items.len() + 1;
                    items.push(Item { node, end });
                    items.len() - 1
                });
                open.push((at, listed));
                next = self.get(at).and_then(|link| link.first);
            } else {
                let Some((at, listed)) = open.pop() else {
                    return items;
                };
                let end = items.len();
                if let Some(item) = listed.and_then(|listed| items.get_mut(listed)) {
                    item.end = end;
                }
                next = self.get(at).and_then(|link| link.after);
            }
        }
    }
}

/// A node's position, with its name, for which the parser asks all the time.
#[derive(Clone, Debug)]
struct Handle {
    at: usize,
    name: Rc<QualName>,
}

impl Handle {
    /// The handle of a node that is no element.
    fn nameless(at: usize) -> Self {
        let name = html5ever::namespace_url!("");
        Self {
            at,
            name: Rc::new(QualName::new(None, name, "".into())),
        }
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Vec<Item>;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Vec<Item> {
        self.0.into_inner().flatten()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle::nameless(0)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> Handle {
        let node = Node::Element {
            name: name.local.to_ascii_lowercase().to_string(),
            attributes: attrs.iter().map(pair).collect(),
        };
        let at = self.0.borrow_mut().add(Some(node));
        let name = Rc::new(name);
        Handle { at, name }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle::nameless(self.0.borrow_mut().add(None))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        Handle::nameless(self.0.borrow_mut().add(None))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.0.borrow_mut().insert(parent.at, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        prev_element: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let parent = self.0.borrow().get(element.at).and_then(|link| link.parent);
        if parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(prev_element, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// The contents of a template stay inside it.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.at == y.at
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, new_node: NodeOrText<Handle>) {
        let parent = self.0.borrow().get(sibling.at).and_then(|link| link.parent);
        if let Some(parent) = parent {
            self.0
                .borrow_mut()
                .insert(parent, Some(sibling.at), new_node);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        self.0.borrow_mut().set(Some(target.at), |link| {
            if let Some(Node::Element { attributes, .. }) = &mut link.node {
                for (name, value) in attrs.iter().map(pair) {
                    if !attributes.iter().any(|(known, _)| *known == name) {
                        attributes.push((name, value));
                    }
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.0.borrow_mut().detach(target.at);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut links = self.0.borrow_mut();
        while let Some(at) = links.get(node.at).and_then(|link| link.first) {
            links.insert(
                new_parent.at,
                None,
                NodeOrText::AppendNode(Handle::nameless(at)),
            );
        }
    }

    /// A template that declares a shadow root is a template like any other; the reader of pages
    /// tells it by its attribute.
    fn allow_declarative_shadow_roots(&self, _: &Handle) -> bool {
        false
    }
}

fn pair(attribute: &Attribute) -> (String, String) {
    (
        attribute.name.local.to_string(),
        attribute.value.to_string(),
    )
}

/// Replaces the tags nested deeper than [`DEEPEST`] by spaces.
fn limit_depth(source: &str) -> Cow<'_, str> {
    let mut blanks = Vec::new();
    let (mut depth, mut excess, mut at) = (0_usize, 0_usize, 0);
    while let Some(found) = source.get(at..).and_then(|rest| rest.find('<')) {
        at += found;
        let rest = source.get(at..).unwrap_or_default();
        let Some(length) = markup_length(rest) else {
            at += 1;
            continue;
        };
        let inside = rest.get(1..).unwrap_or_default();
        let closing = inside.strip_prefix('/');
        if nests(tag_name(closing.unwrap_or(inside))) {
            if closing.is_none() {
                if depth < DEEPEST {
                    depth += 1;
                } else {
                    excess += 1;
                    blanks.push(at..at + length);
                }
            } else if excess > 0 {
                excess -= 1;
                blanks.push(at..at + length);
            } else {
                depth = depth.saturating_sub(1);
            }
        }
        at += length;
    }
    if blanks.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut limited = String::with_capacity(source.len());
    let mut kept = 0;
    for blank in blanks {
        limited.push_str(source.get(kept..blank.start).unwrap_or_default());
        limited.extend(std::iter::repeat_n(' ', blank.len()));
        kept = blank.end;
    }
    limited.push_str(source.get(kept..).unwrap_or_default());
    Cow::Owned(limited)
}

/// Whether an element can contain itself; others have no content or close each other.
fn nests(name: &str) -> bool {
    const FLAT: [&str; 43] = [
        "", "a", "area", "base", "body", "br", "button", "col", "colgroup", "dd", "dt", "embed",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "html", "img", "input", "li", "link",
        "meta", "nobr", "optgroup", "option", "p", "param", "rp", "rt", "script", "source",
        "style", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr",
    ];
    !FLAT.iter().any(|flat| flat.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use markup5ever_rcdom::{Handle as Reference, NodeData, RcDom};
    use proptest::prelude::*;

    /// The nodes of html5ever's reference tree. Templates stand there without their contents.
    fn reference(source: &str) -> Vec<Item> {
        fn add(node: &Reference, items: &mut Vec<Item>) {
            let at = items.len();
            let listed = match &node.data {
                NodeData::Document => Some(Node::Element {
                    name: "#document".to_owned(),
                    attributes: Vec::new(),
                }),
                NodeData::Text { contents } => Some(Node::Text(contents.borrow().to_string())),
                NodeData::Element { name, attrs, .. } => Some(Node::Element {
                    name: name.local.to_ascii_lowercase().to_string(),
                    attributes: attrs.borrow().iter().map(pair).collect(),
                }),
                _ => None,
            };
            if let Some(node) = listed {
                items.push(Item { node, end: 0 });
            }
            for child in node.children.borrow().iter() {
                add(child, items);
            }
            let end = items.len();
            if let Some(item) = items.get_mut(at) {
                item.end = end;
            }
        }
        let mut items = Vec::new();
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(source);
        add(&dom.document, &mut items);
        items
    }

    #[track_caller]
    fn check(source: &str) {
        assert_eq!(parse(source), reference(source), "{source}");
    }

    #[test]
    fn the_tree_is_that_of_the_standard() {
        for source in [
            "",
            "a<!-- b -->c<p>d<p>e</p></p>",
            "<table>one<tr>two<td>three</td><p>four</table>five",
            "<table><b>one<tr><td>two</b>three</table>",
            "<b>one<p>two</b>three</p>",
            "<a href=1>one<div>two<a href=2>three</a></div></a>",
            "<p>1<b>2<i>3</b>4</i>5</p>",
            "<b><em><p>1</b>2</em>3",
            "<body class=a><body class=b id=c><html lang=de>",
            "<noscript><iframe src=x /></noscript><p>text",
            "<select><option>a<option>b<optgroup><option>c</select>",
            "<svg><foreignObject><p>x</p></foreignObject><title>y</title></svg>",
            "<frameset><frame></frameset><noframes>x</noframes>",
            "<ul><li>a<li>b<ul><li>c</ul></ul><dl><dt>a<dd>b<dt>c</dl>",
            "<plaintext>a</p>",
        ] {
            check(source);
        }
    }

    #[test]
    fn the_contents_of_a_template_stay_inside_it() {
        let names: Vec<String> = parse("<div><template><p>a</p></template>b</div>")
            .iter()
            .map(|item| item.node.name().to_owned())
            .collect();
        let expected = [
            "#document",
            "html",
            "head",
            "body",
            "div",
            "template",
            "p",
            "",
            "",
        ];
        assert_eq!(names, expected);
    }

    proptest! {
        #[test]
        fn any_tags_give_the_tree_of_the_standard(tags in proptest::collection::vec(tag(), 0..40)) {
            check(&tags.concat());
        }
    }

    fn tag() -> impl Strategy<Value = String> {
        let names = [
            "a", "b", "p", "i", "div", "table", "tr", "td", "tbody", "ul", "li", "h2", "br",
            "button", "form", "select", "option", "nobr", "font", "svg", "noscript", "applet",
        ];
        (0..names.len(), 0..3_u8).prop_map(move |(name, kind)| match (names.get(name), kind) {
            (Some(name), 0) => format!("</{name}>"),
            (Some(name), 1) => format!("<{name} k=v>"),
            _ => "text ".to_owned(),
        })
    }
}
