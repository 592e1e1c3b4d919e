//! The address of a choice, so that a link reproduces it and the browser's back button works.
//!
//! | address | shows |
//! |---|---|
//! | `#/` | the chooser |
//! | `#/numfocus` | its two latest versions |
//! | `#/numfocus/2019-11-26` | one version |
//! | `#/numfocus/2018-01-12..2019-11-26` | a comparison |
//! | `#own` | the reader's own two files (which stay in the page, so a link carries no text) |
//!
//! A comparison or version may be followed by a place in it: `/ns5` a section of the new version,
//! `/os3` one of the old version, `/c05f1e27d93` a passage by its words, `/mc05f1e27d93` the place
//! that it has left, `/request` the request.

use std::{fmt, rc::Rc};

use percent_encoding::{
    AsciiSet, NON_ALPHANUMERIC, PercentEncode, percent_decode_str, utf8_percent_encode,
};

use super::Place;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The chooser alone.
    #[default]
    Home,
    /// An organisation whose versions are not chosen yet.
    Organisation(Rc<str>),
    /// One version, read.
    Version {
        /// Id of the organisation.
        organisation: Rc<str>,
        /// Id of the version.
        version: Rc<str>,
    },
    /// Two versions, compared.
    Pair {
        /// Id of the organisation.
        organisation: Rc<str>,
        /// Id of the version on the old side.
        old: Rc<str>,
        /// Id of the version on the new side.
        new: Rc<str>,
    },
    /// The reader's own files.
    Own,
}

/// What is shown, and where in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// What is shown.
    pub route: Route,
    /// Where in it.
    pub place: Option<Place>,
}

impl From<Route> for Address {
    fn from(route: Route) -> Self {
        Self { route, place: None }
    }
}

impl Address {
    /// Reads the part of an address from `#` on.
    ///
    /// `None` where it is no address of this page, such as a fragment of the page around it.
    #[must_use]
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        if path.is_empty() || path == "/" {
            return Some(Self::default());
        }
        if let Some(place) = path.strip_prefix("own") {
            return match place.strip_prefix('/') {
                Some(place) => Some(Self {
                    route: Route::Own,
                    place: Place::parse(place),
                }),
                None if place.is_empty() => Some(Route::Own.into()),
                None => None,
            };
        }
        let mut parts = path.strip_prefix('/')?.split('/');
        let organisation = decode(parts.next()?)?;
        let route = match parts.next().filter(|versions| !versions.is_empty()) {
            None => Route::Organisation(organisation),
            Some(versions) => match versions.split_once("..") {
                None => Route::Version {
                    organisation,
                    version: decode(versions)?,
                },
                Some((old, new)) => Route::Pair {
                    organisation,
                    old: decode(old)?,
                    new: decode(new)?,
                },
            },
        };
        Some(Self {
            route,
            place: parts.next().and_then(Place::parse),
        })
    }

    /// The same address at another place.
    #[must_use]
    pub fn at(&self, place: Place) -> Self {
        Self {
            route: self.route.clone(),
            place: Some(place),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.route {
            Route::Home => f.write_str("#/")?,
            Route::Own => f.write_str("#own")?,
            Route::Organisation(organisation) => write!(f, "#/{}", encode(organisation))?,
            Route::Version {
                organisation,
                version,
            } => {
                write!(f, "#/{}/{}", encode(organisation), encode(version))?;
            }
            Route::Pair {
                organisation,
                old,
                new,
            } => {
                write!(
                    f,
                    "#/{}/{}..{}",
                    encode(organisation),
                    encode(old),
                    encode(new)
                )?;
            }
        }
        match self.place {
            Some(place) if self.route.has_places() => write!(f, "/{place}"),
            _ => Ok(()),
        }
    }
}

impl Route {
    fn has_places(&self) -> bool {
        matches!(self, Self::Version { .. } | Self::Pair { .. } | Self::Own)
    }
}

/// Percent-encodes all but letters, digits, `-` and `_`. The dot is encoded too, so that two of
/// them always stand between two versions.
fn encode(id: &str) -> PercentEncode<'_> {
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_');
    utf8_percent_encode(id, KEPT)
}

/// Undoes [`encode`]; `None` for an empty id or one that is not UTF-8. A `%` without two digits
/// stands for itself: addresses are also typed by hand.
fn decode(text: &str) -> Option<Rc<str>> {
    let id = percent_decode_str(text).decode_utf8().ok()?;
    (!id.is_empty()).then(|| id.into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::Anchor, *};
    use model::SectionId;

    fn pair(organisation: &str, old: &str, new: &str) -> Route {
        Route::Pair {
            organisation: organisation.into(),
            old: old.into(),
            new: new.into(),
        }
    }

    #[test]
    fn reads_a_comparison() {
        let address = Address::parse("#/numfocus/2018-01-12..2019-11-26").unwrap();
        assert_eq!(address.route, pair("numfocus", "2018-01-12", "2019-11-26"));
        assert_eq!(address.place, None);
        assert_eq!(address.to_string(), "#/numfocus/2018-01-12..2019-11-26");
    }

    #[test]
    fn reads_places() {
        let place = |hash| Address::parse(hash).unwrap().place;
        assert_eq!(
            place("#/a/b..c/ns5"),
            Some(Place::Section(Anchor::New(SectionId(5))))
        );
        assert_eq!(
            place("#/a/b..c/os3"),
            Some(Place::Section(Anchor::Old(SectionId(3))))
        );
        assert_eq!(place("#/a/b..c/s5"), place("#/a/b..c/ns5"), "an older one");
        assert_eq!(place("#/a/b..c/o3"), place("#/a/b..c/os3"), "an older one");
        let words = model::Address::new("We keep it.").after(1);
        let (passage, origin) = (format!("#/a/b..c/{words}"), format!("#/a/b..c/m{words}"));
        assert_eq!(place(&passage), Some(Place::Passage(words)));
        assert_eq!(place(&origin), Some(Place::Origin(words)));
        assert_eq!(place("#/a/b..c/c12"), None);
        assert_eq!(place("#own/request"), Some(Place::Request));
        assert_eq!(place("#/a/b..c/+1"), None);
        assert_eq!(place("#/a/b..c/s"), None);
        assert_eq!(place("#/a/b..c/s99999999999"), None);
    }

    #[test]
    fn empty_addresses_are_the_chooser() {
        for hash in ["", "#", "#/"] {
            assert_eq!(Address::parse(hash), Some(Address::default()));
        }
    }

    #[test]
    fn other_fragments_are_left_to_the_page_around() {
        assert_eq!(Address::parse("#imprint"), None);
        assert_eq!(Address::parse("#owner"), None);
        assert_eq!(Address::parse("#//a"), None);
    }

    #[test]
    fn versions_with_dots_are_told_apart() {
        let address = Address::from(pair("a", "v1..2", ".."));
        assert_eq!(Address::parse(&address.to_string()), Some(address));
    }

    proptest! {
        #[test]
        fn every_choice_survives_its_address(
            organisation in "\\PC{1,12}", old in "\\PC{1,12}", new in "\\PC{1,12}", words in "\\PC*",
        ) {
            let mut address = Address::from(pair(&organisation, &old, &new));
            prop_assert_eq!(Address::parse(&address.to_string()), Some(address.clone()));
            address.place = Some(Place::Passage(model::Address::new(&words)));
            prop_assert_eq!(Address::parse(&address.to_string()), Some(address));
        }

        #[test]
        fn any_text_is_read_without_failing(hash in "\\PC*") {
            let _ = Address::parse(&hash);
        }
    }
}
