//! Writes the resolved messages as Rust.
//!
//! The code is small in wasm: a message without variables is a literal, one with variables is a
//! `concat` of slices; `format!` is never used.

use std::{collections::BTreeMap, fmt::Write};

use super::{Kind, Messages, resolve::Piece};

/// Parameters by method name.
type Signatures = BTreeMap<String, Vec<(String, Kind)>>;

/// Returns the whole generated file. `locales` starts with the reference.
pub fn code(locales: &[(String, Messages)], signatures: &Signatures) -> String {
    let mut out = String::new();
    locale_enum(&mut out, locales);
    out.push_str("\n#[allow(unreachable_patterns, clippy::all)]\nimpl Locale {\n");
    for (name, parameters) in signatures {
        method(&mut out, name, parameters, locales);
    }
    out.push_str("}\n");
    out
}

/// Writes the enum of the locales and its own methods.
fn locale_enum(out: &mut String, locales: &[(String, Messages)]) {
    let keys: Vec<&str> = locales.iter().map(|(key, _)| key.as_str()).collect();
    let variants: Vec<String> = keys.iter().map(|key| variant(key)).collect();
    out.push_str(
        "/// A language of the interface; the default is the reference.\n\
         #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]\n\
         pub enum Locale {\n",
    );
    for (position, (key, variant)) in keys.iter().zip(&variants).enumerate() {
        let mark = if position == 0 {
            "    #[default]\n"
        } else {
            ""
        };
        line(out, format_args!("    /// `{key}`\n{mark}    {variant},"));
    }
    out.push_str("}\n\nimpl Locale {\n");
    line(
        out,
        format_args!(
            "    /// Every locale, the reference first.\n    \
             pub const ALL: [Self; {}] = [Self::{}];\n",
            keys.len(),
            variants.join(", Self::")
        ),
    );
    out.push_str(
        "    /// The BCP 47 tag.\n    #[must_use]\n    \
         pub fn key(self) -> &'static str {\n        match self {\n",
    );
    for (key, variant) in keys.iter().zip(&variants) {
        line(out, format_args!("            Self::{variant} => {key:?},"));
    }
    out.push_str(
        "        }\n    }\n\n    \
         /// The locale for a BCP 47 tag: the same tag, else the same language.\n    \
         #[must_use]\n    \
         pub fn from_key(key: &str) -> Option<Self> {\n        \
             let language = key.split('-').next().unwrap_or(key);\n        \
             let find = |tag: &str| {\n            \
                 Self::ALL.into_iter().find(|locale| locale.key().eq_ignore_ascii_case(tag))\n        \
             };\n        \
             find(key).or_else(|| find(language))\n    \
         }\n}\n",
    );
}

/// `pt-BR` → `PtBr`.
fn variant(key: &str) -> String {
    key.split('-')
        .flat_map(|part| {
            let mut chars = part.chars();
            let first = chars.next().map(|c| c.to_ascii_uppercase());
            first
                .into_iter()
                .chain(chars.map(|c| c.to_ascii_lowercase()))
        })
        .collect()
}

/// Writes the method of one message; `name` is the method's name.
fn method(
    out: &mut String,
    name: &str,
    parameters: &[(String, Kind)],
    locales: &[(String, Messages)],
) {
    let versions: Vec<_> = locales
        .iter()
        .filter_map(|(key, messages)| Some((key, messages.get(name)?)))
        .collect();
    if let Some((_, reference)) = versions.first() {
        let text = summary(&reference.pieces);
        let documentation = reference.comment.as_deref().unwrap_or(&text);
        for paragraph in documentation.lines() {
            line(out, format_args!("    /// {}", escape_markdown(paragraph)));
        }
    }
    let mut declared = String::new();
    for (parameter, kind) in parameters {
        let rust = match kind {
            Kind::Text => "&str",
            Kind::Number => "i64",
        };
        declared.push_str(&format!(", {parameter}: {rust}"));
    }
    let returned = if parameters.is_empty() {
        "&'static str"
    } else {
        "String"
    };
    line(
        out,
        format_args!("    pub fn {name}(self{declared}) -> {returned} {{\n        match self {{"),
    );
    for (key, message) in versions {
        let body = if parameters.is_empty() {
            format!("{:?}", summary(&message.pieces))
        } else {
            expression(&message.pieces, parameters)
        };
        line(
            out,
            format_args!("            Self::{} => {body},", variant(key)),
        );
    }
    out.push_str("        }\n    }\n");
}

/// Returns the text of a message with its variables in braces.
fn summary(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Variable(name) => format!("{{{name}}}"),
            Piece::Select { default, .. } => summary(default),
        })
        .collect()
}

/// Escapes a message for a doc comment, which is Markdown.
fn escape_markdown(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '[' | ']' | '<' | '>' | '*' | '_' | '`' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Returns a Rust expression of type `String`.
fn expression(pieces: &[Piece], parameters: &[(String, Kind)]) -> String {
    match pieces {
        [
            Piece::Select {
                variable,
                cases,
                default,
            },
        ] => select(variable, cases, default, |pieces| {
            expression(pieces, parameters)
        }),
        _ if pieces.iter().any(|p| matches!(p, Piece::Select { .. })) => {
            format!(
                "{{ let mut out = String::new(); {}out }}",
                statements(pieces, parameters)
            )
        }
        [] => "String::new()".to_owned(),
        [Piece::Text(text)] => format!("{text:?}.to_owned()"),
        _ => {
            let slices: Vec<String> = pieces.iter().map(|p| slice(p, parameters)).collect();
            format!("[{}].concat()", slices.join(", "))
        }
    }
}

/// Returns Rust statements that append to the variable `out`.
fn statements(pieces: &[Piece], parameters: &[(String, Kind)]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Select {
                variable,
                cases,
                default,
            } => {
                let block = |pieces: &[Piece]| format!("{{ {}}}", statements(pieces, parameters));
                select(variable, cases, default, block) + " "
            }
            _ => format!("out.push_str({}); ", slice(piece, parameters)),
        })
        .collect()
}

/// Returns a Rust `match`; `arm` writes the body of each case.
fn select(
    variable: &str,
    cases: &[(String, Vec<Piece>)],
    default: &[Piece],
    arm: impl Fn(&[Piece]) -> String,
) -> String {
    let mut out = format!("match {variable} {{ ");
    for (pattern, pieces) in cases {
        out.push_str(&format!("{pattern} => {}, ", arm(pieces)));
    }
    out.push_str(&format!("_ => {} }}", arm(default)));
    out
}

/// Returns a Rust expression of type `&str`. The piece must not be a select.
fn slice(piece: &Piece, parameters: &[(String, Kind)]) -> String {
    match piece {
        Piece::Text(text) => format!("{text:?}"),
        Piece::Variable(name) if parameters.contains(&(name.clone(), Kind::Number)) => {
            format!("&{name}.to_string()")
        }
        Piece::Variable(name) => name.clone(),
        Piece::Select { .. } => String::new(),
    }
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{text}");
}
