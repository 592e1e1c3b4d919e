//! What is compared: from the address or the reader's choice to the files that are wanted.

use std::rc::Rc;

use super::{
    Address, Catalogue, Input, Notice, Organisation, Route, Session, Shelf, Side, Version, Wanted,
};

/// What the chooser shows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Chosen<'a> {
    /// The organisation.
    pub organisation: Option<&'a Organisation>,
    /// The version on the old side; `None` where one version is read.
    pub old: Option<&'a Version>,
    /// The version on the new side.
    pub new: Option<&'a Version>,
}

impl Session {
    pub(super) fn go(&mut self, address: Address, from_browser: bool) {
        self.address = address;
        self.amended = false;
        self.settle(from_browser);
        if let Some(place) = self.address.place {
            self.reveal(place);
        }
    }

    /// Completes the address and finds out what is wanted.
    pub(super) fn settle(&mut self, amends: bool) {
        self.notice = None;
        let wanted = match &self.shelf {
            _ if self.address.route == Route::Own => match (&self.own.opened, &self.own.compared) {
                (Some((side, file)), _) => Some(Wanted::Saved(*side, file.clone())),
                (None, Some((old, new))) => {
                    let [old, new] = [old, new].map(|text| Input::Own(text.clone()));
                    Some(Wanted::Pair(old, new))
                }
                (None, None) => None,
            },
            Shelf::Ready(catalogue) => {
                let catalogue = Rc::clone(catalogue);
                self.complete(&catalogue, amends);
                self.published(&catalogue)
            }
            _ => return,
        };
        if self.wanted != wanted {
            self.wanted = wanted;
            self.load();
        }
    }

    fn complete(&mut self, catalogue: &Catalogue, amends: bool) {
        let start = match &self.address.route {
            Route::Home => match (&self.preferred, catalogue.organisations.as_slice()) {
                (Some(id), _) => catalogue.organisation(id),
                (None, [only]) => Some(only),
                _ => None,
            },
            Route::Organisation(id) => catalogue.organisation(id),
            _ => None,
        };
        if let Some(organisation) = start {
            self.address = organisation.default_route().into();
            self.amended = amends;
        }
    }

    fn published(&mut self, catalogue: &Catalogue) -> Option<Wanted> {
        let (id, versions): (_, &[&Rc<str>]) = match &self.address.route {
            Route::Home | Route::Own => return None,
            Route::Organisation(organisation) => (organisation, &[]),
            Route::Version {
                organisation,
                version,
            } => (organisation, &[version]),
            Route::Pair {
                organisation,
                old,
                new,
            } => (organisation, &[old, new]),
        };
        let Some(organisation) = catalogue.organisation(id) else {
            self.notice = Some(Notice::UnknownOrganisation(Rc::clone(id)));
            return None;
        };
        let mut inputs = Vec::new();
        for id in versions {
            match organisation.version(id) {
                Some(version) => inputs.push(Input::from(version)),
                None => {
                    self.notice = Some(Notice::UnknownVersion(Rc::clone(id)));
                    return None;
                }
            }
        }
        let mut inputs = inputs.into_iter();
        match (inputs.next(), inputs.next()) {
            (Some(old), Some(new)) => Some(Wanted::Pair(old, new)),
            (Some(only), None) => Some(Wanted::Single(only)),
            _ => None,
        }
    }

    pub(super) fn choose(&mut self, side: Side, version: Option<Rc<str>>) {
        let chosen = self.chosen();
        let Some(organisation) = chosen.organisation else {
            return;
        };
        let id = |version: Option<&Version>| version.map(|v| Rc::clone(&v.id));
        let (old, new) = match side {
            Side::Old => (version, id(chosen.new)),
            Side::New => (id(chosen.old), version),
        };
        let latest = || id(organisation.versions.last());
        let organisation = Rc::clone(&organisation.id);
        let route = match (old, new.or_else(latest)) {
            (Some(old), Some(new)) => Route::Pair {
                organisation,
                old,
                new,
            },
            (None, Some(version)) => Route::Version {
                organisation,
                version,
            },
            (_, None) => return,
        };
        self.go(route.into(), false);
    }

    pub(super) fn swap(&mut self) {
        match self.address.route.clone() {
            Route::Pair {
                organisation,
                old,
                new,
            } => {
                self.go(
                    Route::Pair {
                        organisation,
                        old: new,
                        new: old,
                    }
                    .into(),
                    false,
                );
            }
            Route::Own => {
                let own = &mut self.own;
                std::mem::swap(&mut own.old, &mut own.new);
                own.compared = own.compared.take().map(|(old, new)| (new, old));
                self.settle(false);
            }
            _ => {}
        }
    }

    /// What the chooser shows.
    #[must_use]
    pub fn chosen(&self) -> Chosen<'_> {
        let Shelf::Ready(catalogue) = &self.shelf else {
            return Chosen::default();
        };
        let (id, old, new) = match &self.address.route {
            Route::Home | Route::Own => return Chosen::default(),
            Route::Organisation(id) => (id, None, None),
            Route::Version {
                organisation,
                version,
            } => (organisation, None, Some(version)),
            Route::Pair {
                organisation,
                old,
                new,
            } => (organisation, Some(old), Some(new)),
        };
        let organisation = catalogue.organisation(id);
        let version = |id: Option<&Rc<str>>| organisation?.version(id?);
        Chosen {
            organisation,
            old: version(old),
            new: version(new),
        }
    }

    /// The side on which the later version stands, however the reader put them: a request goes to
    /// the address that the later one names.
    #[must_use]
    pub fn latest_side(&self) -> Side {
        let chosen = self.chosen();
        match (chosen.organisation, chosen.old, chosen.new) {
            (Some(organisation), Some(old), Some(new))
                if organisation.is_later(&old.id, &new.id) =>
            {
                Side::Old
            }
            _ => Side::New,
        }
    }
}
