//! The error of composing a request, as sentences for the caller.

use std::fmt;

use super::data::{laws, request_keys};

/// Why a request cannot be composed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestError {
    /// No law has this key.
    UnknownLaw(String),
    /// No request has this key.
    UnknownRequest(String),
    /// The law does not give this right.
    NotGiven {
        /// Short name of the law.
        law: &'static str,
        /// Key of the request.
        request: String,
    },
    /// The provision protects the person who makes a request; there is nothing to ask for.
    NotARequest {
        /// Citation of the provision.
        citation: &'static str,
    },
    /// The given recipient is not one plain e-mail address.
    BadRecipient(String),
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownLaw(key) => {
                write!(f, "There is no law with the key “{key}”. Known are: ")?;
                join(f, laws().iter().map(|l| l.key))
            }
            Self::UnknownRequest(key) => {
                write!(f, "There is no request with the key “{key}”. Known are: ")?;
                join(f, request_keys().into_iter())
            }
            Self::NotGiven { law, request } => {
                write!(
                    f,
                    "“{request}” is not a request that {law} provides for here."
                )
            }
            Self::NotARequest { citation } => {
                write!(
                    f,
                    "{citation} protects whoever makes a request; there is nothing to ask for."
                )
            }
            Self::BadRecipient(address) => {
                write!(
                    f,
                    "“{address}” is not an e-mail address that a letter can be sent to."
                )
            }
        }
    }
}

impl std::error::Error for RequestError {}

fn join(f: &mut fmt::Formatter<'_>, keys: impl Iterator<Item = &'static str>) -> fmt::Result {
    for (i, key) in keys.enumerate() {
        f.write_str(if i == 0 { "" } else { ", " })?;
        f.write_str(key)?;
    }
    f.write_str(".")
}
