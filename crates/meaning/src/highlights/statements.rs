//! Headlines that state what a fact now is, was, or is no longer.

use super::{
    cut::cut,
    ground::{Candidate, Ground},
    groups::{group, replaced},
    items::{Item, candidate, items},
    periods::retention,
    wording::{TERM, with_list, with_text, with_two},
};
use model::{Contact, ContactRole, Fact, FactKind, FactStatus, Purpose, Statement, Transfer};
use text::sorting::sort_by_key;

pub(super) fn candidates(ground: &Ground<'_, '_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for kind in FactKind::ALL {
        let [changed, mut added, mut removed] =
            [FactStatus::Changed, FactStatus::Added, FactStatus::Removed]
                .map(|status| items(ground, *kind, status));
        if *kind == FactKind::Recipient {
            found.extend(replaced(ground, &mut added, &mut removed));
        }
        for (status, items) in [
            (FactStatus::Changed, changed),
            (FactStatus::Added, added),
            (FactStatus::Removed, removed),
        ] {
            if !items.is_empty() {
                found.extend(write(ground, *kind, status, &items));
            }
        }
    }
    found
}

fn write(
    ground: &Ground<'_, '_>,
    kind: FactKind,
    status: FactStatus,
    items: &[Item<'_>],
) -> Vec<Candidate> {
    match kind {
        FactKind::Contact => items
            .iter()
            .filter_map(|i| contact(ground, status, i))
            .collect(),
        FactKind::Retention => retention(ground, status, items),
        FactKind::Transfer => transfers(ground, status, items),
        FactKind::Recipient
        | FactKind::Right
        | FactKind::LegalBasis
        | FactKind::Authority
        | FactKind::SecurityMeasure => list(ground, kind, status, items).into_iter().collect(),
        _ => items
            .iter()
            .filter_map(|i| single(ground, status, i))
            .collect(),
    }
}

fn contact(ground: &Ground<'_, '_>, status: FactStatus, item: &Item<'_>) -> Option<Candidate> {
    let Statement::Contact { address, purpose } = item.statement() else {
        return None;
    };
    let before = match item.before.map(|f| &f.statement) {
        Some(Statement::Contact { address, .. }) => address.as_str(),
        _ => "",
    };
    if bare(address) == bare(before) && status == FactStatus::Changed {
        return None;
    }
    let say = ground.headlines;
    // Behind that many characters an address is the same to a reader.
    let shown = |address: &str| cut(address, TERM + 10);
    let (new, old) = (&shown(address), &shown(before));
    // A general address serves for requests, but the text does not say that they go there.
    let is_for_requests = *purpose == Purpose::Requests && is_for_privacy(ground, item);
    let headline = match (status, *purpose) {
        (FactStatus::Changed, _) if is_for_requests => {
            with_two(&|n, o| say.requests_changed(n, o), new, old)
        }
        (FactStatus::Changed, _) => with_two(&|n, o| say.contact_changed(n, o), new, old),
        (_, Purpose::Requests) if !is_for_requests => return None,
        (FactStatus::Added, Purpose::Requests) => with_text(&|n| say.requests_added(n), new),
        (FactStatus::Removed, Purpose::Requests) => with_text(&|o| say.requests_removed(o), new),
        (FactStatus::Added, Purpose::Dpo) => with_text(&|n| say.officer_named(n), new),
        (FactStatus::Added, Purpose::EuRepresentative) => {
            with_text(&|n| say.eu_representative_named(n), new)
        }
        (FactStatus::Added, Purpose::UkRepresentative) => {
            with_text(&|n| say.uk_representative_named(n), new)
        }
        _ => return None,
    };
    candidate(ground, headline, &[item])
}

/// True where every version's own words make the contact one for privacy.
fn is_for_privacy(ground: &Ground<'_, '_>, item: &Item<'_>) -> bool {
    let is_private = |contacts: &[Contact], fact: &Fact| match &fact.statement {
        Statement::Contact { address, .. } => contacts.iter().any(|c| {
            c.value == *address && matches!(c.role, ContactRole::Privacy | ContactRole::Dpo)
        }),
        _ => false,
    };
    let (old, new) = (&ground.old_reading.contacts, &ground.new_reading.contacts);
    let own = if item.is_new { new } else { old };
    is_private(own, item.fact) && item.before.is_none_or(|before| is_private(old, before))
}

/// An address without scheme and final slash, which readers do not tell apart.
fn bare(address: &str) -> String {
    let lower = address.to_lowercase();
    let bare = lower
        .trim_start_matches("https://")
        .trim_start_matches("http://");
    bare.trim_end_matches('/').to_owned()
}

fn transfers(ground: &Ground<'_, '_>, status: FactStatus, items: &[Item<'_>]) -> Vec<Candidate> {
    let say = ground.headlines;
    let added = status == FactStatus::Added;
    let (mut safeguards, mut countries) = (Told::default(), Told::default());
    for item in items {
        match item.statement() {
            Statement::Transfer {
                transfer: Transfer::Safeguard(safeguard),
            } => {
                safeguards.push(item, say.safeguard(safeguard.key()));
            }
            Statement::Transfer {
                transfer: Transfer::Country(country),
            } => {
                countries.push(item, say.country(country));
            }
            _ => {}
        }
    }
    let safeguards = safeguards.candidate(ground, &|l| {
        if added {
            say.safeguards_added(l)
        } else {
            say.safeguards_removed(l)
        }
    });
    let countries = countries.candidate(ground, &|l| {
        if added {
            say.countries_added(l)
        } else {
            say.countries_removed(l)
        }
    });
    safeguards.into_iter().chain(countries).collect()
}

/// Items that one headline lists, with their names in it.
#[derive(Default)]
struct Told<'i, 'f> {
    items: Vec<&'i Item<'f>>,
    names: Vec<String>,
}

impl<'i, 'f> Told<'i, 'f> {
    fn push(&mut self, item: &'i Item<'f>, name: String) {
        self.items.push(item);
        self.names.push(name);
    }

    /// The headline on them; none where there are none.
    fn candidate(
        &self,
        ground: &Ground<'_, '_>,
        write: &dyn Fn(&str) -> String,
    ) -> Option<Candidate> {
        let first = !self.items.is_empty();
        let headline = first.then(|| with_list(write, &self.names))?;
        candidate(ground, headline, &self.items)
    }
}

fn list(
    ground: &Ground<'_, '_>,
    kind: FactKind,
    status: FactStatus,
    items: &[Item<'_>],
) -> Option<Candidate> {
    let say = ground.headlines;
    let name = |i: &Item<'_>| match i.statement() {
        Statement::Right { right } => say.right(right.key()),
        Statement::LegalBasis { basis } => say.basis(basis.key()),
        Statement::SecurityMeasure { measure } => say.measure(measure.key()),
        Statement::Recipient { name } | Statement::Authority { name } => name.clone(),
        _ => String::new(),
    };
    let right = |i: &&Item<'_>| match i.statement() {
        Statement::Right { right } => Some(*right),
        _ => None,
    };
    let mut named: Vec<_> = items.iter().collect();
    // Rights in the order in which laws name them, whatever order the text has.
    sort_by_key(&mut named, right);
    let names: Vec<_> = named.into_iter().map(name).collect();
    let added = status == FactStatus::Added;
    let write = |l: &str| match (kind, added) {
        (FactKind::Recipient, true) => say.recipients_added(l),
        (FactKind::Recipient, false) => say.recipients_removed(l),
        (FactKind::Right, true) => say.rights_added(l),
        (FactKind::Right, false) => say.rights_removed(l),
        (FactKind::LegalBasis, true) => say.bases_added(l),
        (FactKind::LegalBasis, false) => say.bases_removed(l),
        (FactKind::Authority, true) => say.authorities_added(l),
        (FactKind::Authority, false) => say.authorities_removed(l),
        (_, true) => say.measures_added(l),
        (_, false) => say.measures_removed(l),
    };
    let items: Vec<_> = items.iter().collect();
    let group = match kind {
        FactKind::Right | FactKind::LegalBasis => group(ground, &items),
        _ => None,
    };
    let write = |l: &str| match &group {
        Some(group) => [&write(l), " (", &say.quoted(group), ")"].concat(),
        None => write(l),
    };
    if status == FactStatus::Changed {
        return None;
    }
    candidate(ground, with_list(&write, &names), &items)
}

fn single(ground: &Ground<'_, '_>, status: FactStatus, item: &Item<'_>) -> Option<Candidate> {
    let say = ground.headlines;
    let stated = status != FactStatus::Removed;
    let before = item.before.map(|f| &f.statement);
    let headline = match (item.statement(), before) {
        (Statement::EffectiveDate { date }, Some(Statement::EffectiveDate { date: before })) => {
            say.date_changed(&date.to_string(), &before.to_string())
        }
        (Statement::Sale { sold: false }, _) if stated => say.sale_denied(),
        (Statement::Sale { sold: true }, _) if stated => say.sale_stated(),
        (Statement::Sale { sold: false }, _) => say.sale_denial_removed(),
        (Statement::Sale { sold: true }, _) => say.sale_statement_removed(),
        (Statement::DoNotTrack { .. }, _) if !stated => say.signal_removed(),
        (Statement::DoNotTrack { honoured: true }, _) => say.signal_honoured(),
        (Statement::DoNotTrack { honoured: false }, _) => say.signal_ignored(),
        (Statement::MinimumAge { years }, Some(Statement::MinimumAge { years: before })) => {
            say.age_changed(&years.to_string(), &before.to_string())
        }
        (Statement::MinimumAge { years }, _) if stated => say.age(&years.to_string()),
        (Statement::MinimumAge { years }, _) => say.age_removed(&years.to_string()),
        (Statement::IdentityCheck, _) if stated => say.identity_added(),
        (Statement::IdentityCheck, _) => say.identity_removed(),
        (Statement::AutomatedDecision { .. }, _) if !stated => say.automation_removed(),
        (Statement::AutomatedDecision { made: false }, _) => say.automation_denied(),
        (Statement::AutomatedDecision { made: true }, _) => say.automation_stated(),
        _ => return None,
    };
    candidate(ground, headline, &[item])
}
