//! The published policies on offer.

use std::rc::Rc;

use super::Route;

/// What the site offers, as `catalogue.json` lists it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Organisations in the order in which they are offered.
    pub organisations: Vec<Organisation>,
    /// Files that could not be used: name and reason.
    pub problems: Vec<(Rc<str>, Rc<str>)>,
}

/// One organisation and the versions of its policy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    /// Name of its folder; stands in addresses.
    pub id: Rc<str>,
    /// Name as shown.
    pub name: Rc<str>,
    /// Its home page.
    pub home: Option<Rc<str>>,
    /// An address for requests that goes before what the policy says.
    pub privacy_contact: Option<Rc<str>>,
    /// True where organisation and policy are invented.
    pub example: bool,
    /// Oldest first.
    pub versions: Vec<Version>,
}

/// One published version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// Stands in addresses; the file's name without its ending.
    pub id: Rc<str>,
    /// Path below the folder of policies.
    pub file: Rc<str>,
    /// The date that the file's name gives, `YYYY-MM-DD`.
    pub date: Option<Rc<str>>,
    /// The date that the text gives.
    pub text_date: Option<Rc<str>>,
    /// Where the text was taken from.
    pub source: Option<Rc<str>>,
    /// BCP 47 tags of the languages whose vocabularies it is read by.
    pub languages: Rc<[Rc<str>]>,
}

impl Catalogue {
    /// The organisation with this id.
    #[must_use]
    pub fn organisation(&self, id: &str) -> Option<&Organisation> {
        self.organisations.iter().find(|o| &*o.id == id)
    }
}

impl Organisation {
    /// The version with this id.
    #[must_use]
    pub fn version(&self, id: &str) -> Option<&Version> {
        self.versions.iter().find(|v| &*v.id == id)
    }

    /// What is shown before the reader chose versions: the two latest, or the only one.
    #[must_use]
    pub fn default_route(&self) -> Route {
        let organisation = Rc::clone(&self.id);
        match self.versions.as_slice() {
            [] => Route::Organisation(organisation),
            [only] => Route::Version {
                organisation,
                version: Rc::clone(&only.id),
            },
            [.., old, new] => Route::Pair {
                organisation,
                old: Rc::clone(&old.id),
                new: Rc::clone(&new.id),
            },
        }
    }

    /// True where the first version is published later than the second.
    #[must_use]
    pub fn is_later(&self, first: &str, second: &str) -> bool {
        let position = |id| self.versions.iter().position(|v| &*v.id == id);
        position(first) > position(second)
    }
}
