//! Turns parsed Fluent into flat patterns: follows all references and inserts all terms.

use std::collections::BTreeMap;

use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, PatternElement, Variant, VariantKey,
};

use super::{
    LocaleSource, plural,
    source::{Definition, FluentPattern, definitions, rust_name},
};

/// One resolved message or attribute.
#[derive(Debug)]
pub struct Message {
    /// Name of its file.
    pub file: String,
    /// The id as in the file: `open-files` or `open-files.label`.
    pub id: String,
    /// The comment above it.
    pub comment: Option<String>,
    /// Its text.
    pub pieces: Vec<Piece>,
    /// Its variables, in order of first use.
    pub variables: Vec<Variable>,
}

/// A variable as one locale uses it.
#[derive(Debug)]
pub struct Variable {
    /// The Rust name.
    pub name: String,
    /// Whether it is used in a select over numbers or in `NUMBER`.
    pub is_number: bool,
    /// Whether it is used in a select over words.
    pub is_word: bool,
}

/// A part of a message.
#[derive(Debug, PartialEq)]
pub enum Piece {
    /// Literal text.
    Text(String),
    /// A variable's value.
    Variable(String),
    /// One of several texts.
    Select {
        /// The Rust name of the selected variable.
        variable: String,
        /// Rust pattern and text of each variant but the default, in order.
        cases: Vec<(String, Vec<Piece>)>,
        /// The text of the default.
        default: Vec<Piece>,
    },
}

/// Values of a term's variables; `None` in a message, whose variables become parameters.
type Arguments<'a> = Option<&'a BTreeMap<String, String>>;

struct Resolver<'a> {
    locale: &'a str,
    definitions: &'a BTreeMap<String, Definition>,
    open: Vec<String>,
    variables: Vec<Variable>,
}

/// Parses and resolves one locale. Returns its messages by method name, or a sentence that says
/// what is wrong with which message.
pub fn locale(source: &LocaleSource) -> Result<BTreeMap<String, Message>, String> {
    let definitions = definitions(source)?;
    let mut messages = BTreeMap::new();
    for (id, definition) in &definitions {
        if id.starts_with('-') {
            continue;
        }
        let fail =
            |reason: String| format!("{}: the message {id} {reason}", definition.file.as_str());
        let mut resolver = Resolver {
            locale: &source.key,
            definitions: &definitions,
            open: vec![id.clone()],
            variables: Vec::new(),
        };
        let mut pieces = Vec::new();
        resolver
            .pattern(&definition.pattern, None, &mut pieces)
            .map_err(fail)?;
        let message = Message {
            file: definition.file.clone(),
            id: id.clone(),
            comment: definition.comment.clone(),
            pieces,
            variables: resolver.variables,
        };
        let name = rust_name(&id.replace('.', "-")).map_err(fail)?;
        if let Some(other) = messages.insert(name.clone(), message) {
            return Err(fail(format!(
                "and {} would both become {name}(); rename one",
                other.id
            )));
        }
    }
    Ok(messages)
}

impl Resolver<'_> {
    /// Appends the pieces of a pattern to `out`.
    fn pattern(
        &mut self,
        pattern: &FluentPattern,
        arguments: Arguments<'_>,
        out: &mut Vec<Piece>,
    ) -> Result<(), String> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => push_text(out, value),
                PatternElement::Placeable { expression } => {
                    self.expression(expression, arguments, out)?;
                }
            }
        }
        Ok(())
    }

    fn expression(
        &mut self,
        expression: &Expression<String>,
        arguments: Arguments<'_>,
        out: &mut Vec<Piece>,
    ) -> Result<(), String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline, arguments, out),
            Expression::Select { selector, variants } => {
                self.select(selector, variants, arguments, out)
            }
        }
    }

    fn inline(
        &mut self,
        inline: &InlineExpression<String>,
        arguments: Arguments<'_>,
        out: &mut Vec<Piece>,
    ) -> Result<(), String> {
        match inline {
            InlineExpression::Placeable { expression } => {
                self.expression(expression, arguments, out)
            }
            InlineExpression::StringLiteral { value } => {
                push_text(out, &unescape(value)?);
                Ok(())
            }
            InlineExpression::NumberLiteral { value } => {
                push_text(out, value);
                Ok(())
            }
            InlineExpression::VariableReference { id } => {
                match arguments {
                    None => out.push(Piece::Variable(self.variable(&id.name)?.name.clone())),
                    Some(given) => push_text(out, argument(given, &id.name)?),
                }
                Ok(())
            }
            InlineExpression::FunctionReference { .. } => {
                let name = number_function(inline)?;
                let variable = self.variable(name)?;
                variable.is_number = true;
                out.push(Piece::Variable(variable.name.clone()));
                Ok(())
            }
            InlineExpression::MessageReference { id, attribute } => {
                let target = target(&id.name, attribute.as_ref().map(|a| a.name.as_str()));
                // In a term, Fluent does not let a message use variables of its own.
                self.follow(&target, arguments, out)
            }
            InlineExpression::TermReference {
                attribute: Some(_), ..
            } => Err("prints an attribute of a term; Fluent allows that only in selects".into()),
            InlineExpression::TermReference {
                id,
                attribute: None,
                arguments: call,
            } => {
                let given = call_arguments(call.as_ref())?;
                self.follow(&format!("-{}", id.name), Some(&given), out)
            }
        }
    }

    /// Inserts another message or term, `target`; refuses references in a circle.
    fn follow(
        &mut self,
        target: &str,
        arguments: Arguments<'_>,
        out: &mut Vec<Piece>,
    ) -> Result<(), String> {
        let definition = self
            .definitions
            .get(target)
            .ok_or_else(|| format!("refers to {target}, which does not exist"))?;
        if self.open.iter().any(|open| open == target) {
            return Err(format!("refers to itself through {target}"));
        }
        self.open.push(target.to_owned());
        self.pattern(&definition.pattern, arguments, out)?;
        self.open.pop();
        Ok(())
    }

    /// Appends a select, or only the chosen variant if the selector's value is known.
    fn select(
        &mut self,
        selector: &InlineExpression<String>,
        variants: &[Variant<String>],
        arguments: Arguments<'_>,
        out: &mut Vec<Piece>,
    ) -> Result<(), String> {
        let Some((default, cases)) = variants.split_last().filter(|(last, _)| last.default) else {
            return Err("has a select whose default variant does not stand last".into());
        };
        if let Some(value) = self.known_value(selector, arguments)? {
            let chosen = variants
                .iter()
                .find(|variant| key(variant) == value)
                .unwrap_or(default);
            return self.pattern(&chosen.value, arguments, out);
        }
        let numeric = variants.iter().all(is_numeric);
        let name = match selector {
            InlineExpression::VariableReference { id } => id.name.as_str(),
            _ => number_function(selector)?,
        };
        let variable = self.variable(name)?;
        if numeric {
            if key(default) != "other" {
                return Err(format!(
                    "must have *[other] as default of its select on ${name}"
                ));
            }
            variable.is_number = true;
        } else {
            variable.is_word = true;
        }
        let variable = variable.name.clone();
        let cases = cases
            .iter()
            .map(|case| {
                let pattern = self.case_pattern(case, numeric, &variable)?;
                let mut pieces = Vec::new();
                self.pattern(&case.value, arguments, &mut pieces)?;
                Ok((pattern, pieces))
            })
            .collect::<Result<_, String>>()?;
        let mut fallback = Vec::new();
        self.pattern(&default.value, arguments, &mut fallback)?;
        out.push(Piece::Select {
            variable,
            cases,
            default: fallback,
        });
        Ok(())
    }

    /// Returns the Rust pattern of one variant that is not the default.
    fn case_pattern(
        &self,
        case: &Variant<String>,
        numeric: bool,
        variable: &str,
    ) -> Result<String, String> {
        let key = key(case);
        if !numeric {
            return Ok(format!("{key:?}"));
        }
        if matches!(case.key, VariantKey::NumberLiteral { .. }) {
            return match key.parse::<i64>() {
                Ok(number) => Ok(number.to_string()),
                Err(_) => Err(format!("selects on {key}; only whole numbers are known")),
            };
        }
        plural::pattern(self.locale, key, variable).ok_or_else(|| {
            format!(
                "uses the plural category {key}, which {} does not have or which must stand last",
                self.locale
            )
        })
    }

    /// Returns the value of a selector, or `None` if it is only known at run time.
    fn known_value(
        &mut self,
        selector: &InlineExpression<String>,
        arguments: Arguments<'_>,
    ) -> Result<Option<String>, String> {
        match (selector, arguments) {
            // A term called without an argument takes its default variant.
            (InlineExpression::VariableReference { id }, Some(given)) => {
                Ok(Some(given.get(&id.name).cloned().unwrap_or_default()))
            }
            (
                InlineExpression::TermReference {
                    id,
                    attribute: Some(attribute),
                    ..
                },
                _,
            ) => {
                let mut pieces = Vec::new();
                let target = target(&format!("-{}", id.name), Some(&attribute.name));
                self.follow(&target, Some(&BTreeMap::new()), &mut pieces)?;
                match pieces.as_slice() {
                    [Piece::Text(value)] => Ok(Some(value.clone())),
                    _ => Err(format!("selects on {target}, which is not plain text")),
                }
            }
            _ => Ok(None),
        }
    }

    /// Returns the record of a variable, which is added at its first use.
    fn variable(&mut self, id: &str) -> Result<&mut Variable, String> {
        let name = rust_name(id)?;
        let known = self.variables.iter().position(|v| v.name == name);
        let position = known.unwrap_or(self.variables.len());
        if known.is_none() {
            self.variables.push(Variable {
                name,
                is_number: false,
                is_word: false,
            });
        }
        Ok(&mut self.variables[position])
    }
}

fn push_text(out: &mut Vec<Piece>, text: &str) {
    match out.last_mut() {
        Some(Piece::Text(last)) => last.push_str(text),
        _ => out.push(Piece::Text(text.to_owned())),
    }
}

/// Returns the key of a message, term or attribute among the definitions.
fn target(id: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"))
}

fn key(variant: &Variant<String>) -> &str {
    match &variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

fn is_numeric(variant: &Variant<String>) -> bool {
    match &variant.key {
        VariantKey::Identifier { name } => plural::CATEGORIES.contains(&name.as_str()),
        VariantKey::NumberLiteral { .. } => true,
    }
}

/// Returns the variable in `NUMBER($variable)`.
fn number_function(inline: &InlineExpression<String>) -> Result<&str, String> {
    if let InlineExpression::FunctionReference { id, arguments } = inline
        && id.name == "NUMBER"
        && arguments.named.is_empty()
        && let [InlineExpression::VariableReference { id }] = arguments.positional.as_slice()
    {
        return Ok(&id.name);
    }
    Err("uses a function other than NUMBER($variable); pass a formatted text instead".into())
}

fn argument<'a>(given: &'a BTreeMap<String, String>, name: &str) -> Result<&'a str, String> {
    given
        .get(name)
        .map(String::as_str)
        .ok_or_else(|| format!("uses a term without giving it ${name}"))
}

/// Returns the named arguments of a term, which must be literals.
fn call_arguments(
    call: Option<&CallArguments<String>>,
) -> Result<BTreeMap<String, String>, String> {
    let named = call.map_or(&[][..], |call| call.named.as_slice());
    named
        .iter()
        .map(|argument| match &argument.value {
            InlineExpression::StringLiteral { value } => {
                Ok((argument.name.name.clone(), unescape(value)?))
            }
            InlineExpression::NumberLiteral { value } => {
                Ok((argument.name.name.clone(), value.clone()))
            }
            _ => Err("gives a term something other than a literal".to_owned()),
        })
        .collect()
}

fn unescape(text: &str) -> Result<String, String> {
    let mut out = String::new();
    fluent_syntax::unicode::unescape_unicode(&mut out, text)
        .map_err(|_| format!("holds an escape that cannot be read: {text}"))?;
    Ok(out)
}
