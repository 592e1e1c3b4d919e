//! The cue table of topics: which phrases speak for what, and how strongly.
//!
//! Weights: 3 says the topic outright, 2 mostly means it, 1 leans to it. Rows of several
//! languages share one table; a language is added by adding rows.

use super::{
    model::Topic::{self, *},
    phrases::Cues,
};

/// Phrase, topic and weight. Looked for in sentences and in headings.
pub(super) static TOPICS: Cues<(Topic, u32)> = Cues::new(&[
    // What is collected and why
    (
        (FirstPartyCollection, 3),
        "we|us|automatically _3 collect*|gather*|record|log|track",
    ),
    (
        (FirstPartyCollection, 3),
        "information|data|details we? _1 collect*|process*|gather*",
    ),
    (
        (FirstPartyCollection, 3),
        "collect*|gather* _4 information|data",
    ),
    (
        (FirstPartyCollection, 3),
        "how|why|we|will|may use|uses|process _4 information|data",
    ),
    (
        (FirstPartyCollection, 2),
        "information|data _3 you|users _2 provide*|give|submit",
    ),
    (
        (FirstPartyCollection, 2),
        "you _2 provide*|submit _5 information|data",
    ),
    (
        (FirstPartyCollection, 2),
        "used to|for provide|improve|analyze|analyse|personalize|train",
    ),
    ((FirstPartyCollection, 2), "to|for train|training _4 model*"),
    (
        (FirstPartyCollection, 2),
        "legal|lawful basis|bases|ground*",
    ),
    ((FirstPartyCollection, 2), "legitimate interest*"),
    ((FirstPartyCollection, 1), "cookie*|beacon*|pixel*|tracker*"),
    ((FirstPartyCollection, 1), "ip address*"),
    ((FirstPartyCollection, 1), "internet protocol"),
    ((FirstPartyCollection, 1), "browser type|version"),
    ((FirstPartyCollection, 1), "your name"),
    ((FirstPartyCollection, 1), "email address*"),
    ((FirstPartyCollection, 1), "log files|data"),
    (
        (FirstPartyCollection, 1),
        "device information|location|identifier*|data",
    ),
    ((FirstPartyCollection, 1), "analytics"),
    ((FirstPartyCollection, 1), "usage information|data"),
    (
        (FirstPartyCollection, 3),
        "erheben|verarbeiten|erhoben|erfassen",
    ),
    (
        (FirstPartyCollection, 2),
        "nous _2 collectons|recueillons|utilisons",
    ),
    // Who else receives it
    (
        (ThirdPartySharing, 3),
        "share*|sharing|disclos*|transmit|transfer _6 third part*",
    ),
    (
        (ThirdPartySharing, 3),
        "share*|disclose*|sell* _6 information|data",
    ),
    (
        (ThirdPartySharing, 3),
        "information|data _6 shared|disclosed|sold|transferred",
    ),
    ((ThirdPartySharing, 3), "third party|parties"),
    ((ThirdPartySharing, 2), "service provider*"),
    (
        (ThirdPartySharing, 2),
        "subprocessor*|processors|vendors|recipients|affiliates|subsidiaries",
    ),
    ((ThirdPartySharing, 2), "sub processor*"),
    ((ThirdPartySharing, 2), "law enforcement"),
    ((ThirdPartySharing, 2), "court order*|subpoena*|warrant*"),
    (
        (ThirdPartySharing, 2),
        "judicial|government|public authorit*|agenc*",
    ),
    (
        (ThirdPartySharing, 2),
        "merger|acquisition|acquired|bankruptcy",
    ),
    ((ThirdPartySharing, 2), "hosted|stored by|with|within|on"),
    ((ThirdPartySharing, 2), "administrator* _6 access|control"),
    ((ThirdPartySharing, 1), "partner*|advertiser*"),
    (
        (ThirdPartySharing, 3),
        "dritte|dritten|weitergabe|empfänger",
    ),
    ((ThirdPartySharing, 3), "tiers|partageons|destinataires"),
    // Choices
    ((ChoiceControl, 3), "opt out|in"),
    ((ChoiceControl, 3), "opting out"),
    ((ChoiceControl, 3), "unsubscribe"),
    ((ChoiceControl, 3), "your|you _2 choice*|choices"),
    ((ChoiceControl, 3), "withdraw|revoke _3 consent"),
    (
        (ChoiceControl, 2),
        "you _2 disable|turn|adjust|configure|choose|decline|manage|refuse",
    ),
    (
        (ChoiceControl, 2),
        "privacy|account|browser|cookie settings|preferences|controls",
    ),
    ((ChoiceControl, 2), "your consent|permission"),
    ((ChoiceControl, 2), "disabl*|block*|reject* _2 cookies"),
    ((ChoiceControl, 1), "settings|preferences"),
    ((ChoiceControl, 3), "einwilligung|widerruf*|abmelden"),
    ((ChoiceControl, 3), "consentement|désactiver|désabonner"),
    // Access, correction, deletion
    (
        (AccessEditDeletion, 3),
        "right to|of access|rectif*|correct*|eras*|delet*|portab*|know|object*|restrict*",
    ),
    (
        (AccessEditDeletion, 3),
        "access|correct|update|delete|erase|view|see|edit _4 your|their personal? data|information|account",
    ),
    (
        (AccessEditDeletion, 3),
        "your|data|following|these _2 rights",
    ),
    ((AccessEditDeletion, 3), "delet*|eras* _3 request*"),
    (
        (AccessEditDeletion, 3),
        "request* _3 delet*|eras*|correct*|access|portab*|changes",
    ),
    ((AccessEditDeletion, 3), "data _3 about you"),
    ((AccessEditDeletion, 3), "portability|rectification|erasure"),
    ((AccessEditDeletion, 2), "delete* _3 account|record*|data"),
    ((AccessEditDeletion, 2), "object to _3 processing"),
    ((AccessEditDeletion, 2), "restrict* _2 processing"),
    ((AccessEditDeletion, 2), "verify|confirm _4 identity"),
    ((AccessEditDeletion, 2), "supervisory authorit*"),
    ((AccessEditDeletion, 2), "data protection authorit*"),
    (
        (AccessEditDeletion, 3),
        "auskunft|berichtigung|löschung|betroffenenrechte",
    ),
    ((AccessEditDeletion, 3), "effacement|rectifier|supprimer"),
    // How long
    ((DataRetention, 3), "retain*|retention"),
    (
        (DataRetention, 3),
        "keep|kept|store* _6 # hour*|day*|week*|month*|year*",
    ),
    (
        (DataRetention, 3),
        "delet*|purge*|remove*|anonymi* _5 # hour*|day*|week*|month*|year*",
    ),
    ((DataRetention, 3), "as long as"),
    ((DataRetention, 2), "keep _4 information|data|record*"),
    ((DataRetention, 2), "backup*|archive*"),
    ((DataRetention, 3), "speicherdauer|aufbewahr*"),
    ((DataRetention, 3), "conservons|conservation|conservées"),
    // Protection
    ((DataSecurity, 3), "encrypt*"),
    ((DataSecurity, 3), "safeguards|security measures"),
    (
        (DataSecurity, 3),
        "physical|technical|administrative|electronic _4 measures|safeguards",
    ),
    (
        (DataSecurity, 3),
        "protect|secure|secures _4 information|data|content",
    ),
    ((DataSecurity, 2), "security"),
    (
        (DataSecurity, 2),
        "unauthorized|unauthorised access|disclosure",
    ),
    ((DataSecurity, 2), "data breach*"),
    ((DataSecurity, 2), "https|tls|ssl|firewall*"),
    ((DataSecurity, 3), "verschlüssel*|datensicherheit"),
    ((DataSecurity, 3), "chiffr*|sécurité"),
    // Changes of the policy
    (
        (PolicyChange, 3),
        "update*|change*|amend*|modif*|revis* _5 policy|notice|statement",
    ),
    (
        (PolicyChange, 3),
        "policy|notice|statement _4 change*|updated|updates|amended|revised|modified",
    ),
    ((PolicyChange, 3), "last updated|revised|modified"),
    ((PolicyChange, 2), "effective date"),
    ((PolicyChange, 2), "material changes"),
    ((PolicyChange, 2), "history|version* _4 policy|policies"),
    ((PolicyChange, 1), "^ changes|updates"),
    ((PolicyChange, 3), "änderung* _5 datenschutz*"),
    ((PolicyChange, 3), "modification* _5 politique|déclaration"),
    // Do Not Track
    ((DoNotTrack, 6), "do not track"),
    ((DoNotTrack, 6), "dnt"),
    ((DoNotTrack, 4), "global privacy control"),
    // Particular readers
    ((InternationalSpecificAudiences, 4), "children|minors|child"),
    ((InternationalSpecificAudiences, 4), "under|below _4 age of"),
    (
        (InternationalSpecificAudiences, 3),
        "california*|ccpa|cpra|virginia|colorado|nevada",
    ),
    ((InternationalSpecificAudiences, 3), "residents of"),
    ((InternationalSpecificAudiences, 2), "gdpr"),
    (
        (InternationalSpecificAudiences, 3),
        "european union|economic|commission",
    ),
    (
        (InternationalSpecificAudiences, 2),
        "eea|switzerland|brazil",
    ),
    (
        (InternationalSpecificAudiences, 3),
        "transfer* _8 countries|country|states|us|u.s|eu",
    ),
    (
        (InternationalSpecificAudiences, 3),
        "international* transfer*",
    ),
    (
        (InternationalSpecificAudiences, 3),
        "privacy shield|framework",
    ),
    (
        (InternationalSpecificAudiences, 3),
        "standard contractual clauses",
    ),
    ((InternationalSpecificAudiences, 3), "adequacy decision*"),
    // How to reach it
    ((Contact, 4), "contact us|our"),
    ((Contact, 3), "email|write|mail|reach _1 us|at"),
    (
        (Contact, 3),
        "questions|concerns|queries|inquiries _4 privacy|policy|data|practices|information",
    ),
    ((Contact, 3), "data protection officer"),
    ((Contact, 3), "data controller"),
    ((Contact, 3), "our _3 representative"),
    ((Contact, 2), "p.o box"),
    ((Contact, 3), "kontakt*|datenschutzbeauftragte*"),
    ((Contact, 3), "contactez|contacter"),
    // What it covers
    (
        (Introductory, 4),
        "this privacy? policy|notice|statement _2 describes|explains|discloses|outlines|applies|covers|tells",
    ),
    (
        (Introductory, 3),
        "privacy _6 important|priority|deal to? us?",
    ),
    ((Introductory, 3), "in this _2 policy|notice|statement we"),
    ((Introductory, 2), "capitalized terms"),
    ((Introductory, 2), "definitions"),
    ((Introductory, 2), "welcome to"),
]);
