//! A small thesaurus of the language of policies: which words speak of the same thing.
//!
//! Each row is one concept; an entry is a stem, or several stems that must follow each other.
//! A row earns its place when two policies plausibly use different entries for the same clause.
//! English, German and French entries stand side by side, since versions share a language.

/// Rows of entries; the row's position is the concept's number.
const CONCEPTS: &[&[&str]] = &[
    // Declining messages or uses.
    &[
        "opt out",
        "opting out",
        "opt outs",
        "unsubscribe",
        "decline",
        "mailing list",
        "contact list",
        "abmelden",
        "abbestellen",
        "widersprechen",
        "désabonner",
        "désinscrire",
    ],
    // Messages sent to the reader.
    &[
        "email",
        "mail",
        "newsletter",
        "message",
        "communication",
        "promotional",
        "marketing",
        "announcement",
        "nachricht",
        "courriel",
    ],
    // Making data disappear.
    &[
        "delete",
        "deletion",
        "erase",
        "erasure",
        "remove",
        "destroy",
        "purge",
        "anonymize",
        "anonymise",
        "löschen",
        "supprimer",
        "effacer",
    ],
    // Putting data right.
    &[
        "correct",
        "correction",
        "rectify",
        "rectification",
        "inaccurate",
        "inaccuracies",
        "amend",
        "berichtigen",
        "berichtigung",
        "rectifier",
    ],
    // Seeing one's data.
    &[
        "access", "view", "see", "obtain", "copy", "inspect", "auskunft", "accéder", "accès",
    ],
    // Time that data is kept.
    &[
        "retain",
        "retention",
        "keep",
        "store",
        "period",
        "archive",
        "speichern",
        "aufbewahren",
        "speicherdauer",
        "conserver",
        "conservation",
    ],
    // Giving data to others.
    &[
        "share",
        "disclose",
        "disclosure",
        "transmit",
        "provide",
        "distribute",
        "release",
        "rent",
        "sell",
        "weitergeben",
        "übermitteln",
        "partager",
        "divulguer",
    ],
    // Those others.
    &[
        "third party",
        "third parties",
        "partner",
        "vendor",
        "processor",
        "subprocessor",
        "provider",
        "supplier",
        "contractor",
        "affiliate",
        "dritte",
        "auftragsverarbeiter",
        "tiers",
        "sous traitant",
    ],
    // Keeping data safe.
    &[
        "secure",
        "security",
        "protect",
        "safeguard",
        "encryption",
        "encrypt",
        "unauthorized",
        "breach",
        "sicherheit",
        "schützen",
        "sécurité",
        "protéger",
    ],
    // Taking data in.
    &[
        "collect",
        "collection",
        "gather",
        "record",
        "receive",
        "log",
        "erheben",
        "erfassen",
        "collecter",
        "recueillir",
    ],
    // Small files and identifiers on the reader's machine.
    &[
        "cookie",
        "beacon",
        "pixel",
        "tracker",
        "local storage",
        "traceur",
    ],
    // What browsers send by themselves.
    &[
        "browser",
        "operating system",
        "referring",
        "referrer",
        "referred",
        "language preference",
        "log file",
        "user agent",
        "device",
        "ip",
        "navigateur",
    ],
    // Network addresses and places.
    &[
        "ip address",
        "ip addresses",
        "internet protocol",
        "geolocation",
        "location",
        "standort",
        "localisation",
    ],
    // Young readers.
    &[
        "child", "children", "minor", "parent", "guardian", "kinder", "enfant", "mineur",
    ],
    // The state asking.
    &[
        "law enforcement",
        "subpoena",
        "warrant",
        "court",
        "legal process",
        "government",
        "authority",
        "behörde",
        "gericht",
        "autorité",
        "tribunal",
    ],
    // Paying.
    &[
        "payment",
        "billing",
        "credit card",
        "invoice",
        "purchase",
        "zahlung",
        "paiement",
        "facturation",
    ],
    // The policy itself changing.
    &[
        "policy change",
        "change policy",
        "update policy",
        "revise",
        "modify",
        "amendment",
        "änderung",
        "modification",
    ],
    // Reaching the organisation.
    &[
        "contact",
        "question",
        "concern",
        "comment",
        "reach",
        "touch",
        "kontakt",
        "frage",
        "contacter",
    ],
    // Crossing borders.
    &[
        "transfer",
        "international",
        "cross border",
        "outside",
        "countries",
        "country",
        "overseas",
        "übermittlung",
        "drittland",
        "transfert",
        "pays",
    ],
    // Deciding for oneself.
    &[
        "choice",
        "control",
        "preference",
        "setting",
        "option",
        "choose",
        "einstellung",
        "wahl",
        "choix",
        "préférence",
        "paramètre",
    ],
    // Data about a person.
    &[
        "personal information",
        "personal data",
        "personally identifiable",
        "personally identifying",
        "identifiable information",
        "identifying information",
        "personenbezogen",
        "données personnelles",
        "données caractère",
    ],
    // What the data subject may ask.
    &[
        "right", "request", "rights", "recht", "anfrage", "droit", "demande",
    ],
    // Agreeing.
    &[
        "consent",
        "permission",
        "agree",
        "agreement",
        "einwilligung",
        "zustimmung",
        "consentement",
    ],
    // Being somebody on the service.
    &[
        "account",
        "profile",
        "register",
        "sign up",
        "login",
        "username",
        "konto",
        "benutzerkonto",
        "compte",
        "profil",
    ],
    // Measuring use.
    &[
        "analytics",
        "statistics",
        "statistical",
        "trend",
        "usage",
        "measure",
        "aggregate",
        "demographic",
        "statistik",
        "statistique",
        "mesure",
    ],
    // Advertising.
    &[
        "advertise",
        "advertisement",
        "advertising",
        "ads",
        "advertiser",
        "targeted",
        "werbung",
        "publicité",
    ],
    // Selling the company.
    &[
        "merger",
        "acquire",
        "acquisition",
        "bankruptcy",
        "corporate transaction",
        "asset",
        "fusion",
    ],
    // The legal ground.
    &[
        "legal basis",
        "legitimate interest",
        "lawful",
        "rechtsgrundlage",
        "berechtigtes interesse",
        "base légale",
        "intérêt légitime",
    ],
    // Elsewhere on the web.
    &[
        "link",
        "links",
        "external",
        "other sites",
        "other websites",
        "linked",
    ],
];

/// Every entry with the number of its concept.
pub(crate) fn concepts() -> impl Iterator<Item = (u32, &'static str)> {
    (0..)
        .zip(CONCEPTS)
        .flat_map(|(number, entries)| entries.iter().map(move |&entry| (number, entry)))
}
