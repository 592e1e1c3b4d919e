# What the command-line tool prints for readers. Policies are quoted as they stand; everything
# else is here.

## Versions and counts

# $title is the policy's own.
report-title = What changed: { $title }
report-title-untitled = What changed in this privacy policy
report-untitled = Privacy policy without a title
report-dated = Date: { $date }
# $language is a language tag.
report-language = Language: { $language }, { $words }

## Summary

report-more-quotes = { $count ->
    [one] It rests on 1 more passage below.
   *[other] It rests on { $count } more passages below.
}
report-facts = What it says differently
report-fact-added = { $value } (new)
report-fact-removed = { $value } (no longer said)
report-fact-changed = { $old } before, { $new } now

## Sections

report-text = The text
report-legend = Passages that did not change are only counted.

## Passages

report-unchanged-passages = { $count ->
    [one] 1 passage unchanged
   *[other] { $count } passages unchanged
}
report-reformatted-passages = { $count ->
    [one] 1 passage with other formatting only
   *[other] { $count } passages with other formatting only
}

## One version

report-date-updated = updated { $date }:
report-date-effective = effective { $date }:
report-date-archived = archived { $date }:
report-date-published = published { $date }:
report-contacts = Contacts
report-no-contacts = It names none.
report-recommended = requests go here
report-named-for = named for { $rights }
report-contact-email = e-mail
report-contact-form = form
report-contact-post = post
report-contact-phone = telephone
report-role-privacy = privacy
report-role-dpo = data protection officer
report-role-eu-representative = representative in the EU
report-role-uk-representative = representative in the UK
report-role-security = security
report-role-general = general
report-what-it-says = What it says
report-no-facts = Nothing that could be put in a few words.
# A quotation follows.
report-quote = Its words:

## A history of versions

# $title is the policy's own.
report-history = History: { $title }
report-history-untitled = The history of this privacy policy
report-history-versions = Versions
# $name is the version's name, mostly its date, $words a count with its noun. Counts may follow.
report-history-version = { $name }: { $words }.
# $counts is a list like "3 edited, 1 added".
report-history-passages = Passages: { $counts }.
report-history-no-change = Nothing changed.
# A headline follows, in the language of the policy.
report-history-headline = { $name }, what matters:
report-history-moved-edited = moved and edited
report-history-returns = What came back
report-history-no-returns = No passage came back to earlier words.
# $version, $earlier and $gone are names of versions.
report-history-changed-back = { $version } changed a passage back to the words of { $earlier }, which { $gone } had replaced.
report-history-restored = { $version } has a passage of { $earlier } again, which { $gone } had taken out.
report-history-text = The latest text, and since when
report-history-since = since { $since }
report-history-since-again = since { $since }, and once before from { $first }

## Facts

report-fact-contact = Contact
report-fact-effective-date = In effect from
report-fact-retention = Kept for
report-fact-recipient = Recipient
report-fact-right = Right
report-fact-legal-basis = Legal basis
report-fact-transfer = Transfer
report-fact-minimum-age = Minimum age
report-fact-sale = Sale of data
report-fact-do-not-track = Do Not Track
report-fact-identity-check = Identity check
report-fact-authority = Authority
report-fact-automated-decision = Automated decisions
report-fact-security-measure = Security

report-sale-says-no = it says that data is not sold
report-sale-says-yes = it says that data is sold
report-do-not-track-honours = honoured
report-do-not-track-ignores = not honoured
report-identity-check-verifies = the identity of whoever asks is checked
report-legal-basis-consent = consent
report-legal-basis-contract = contract
report-legal-basis-legal-obligation = legal obligation
report-legal-basis-vital-interests = vital interests
report-legal-basis-public-task = public task
report-legal-basis-legitimate-interests = legitimate interests
report-about-requests = requests

report-right-access = access
report-right-rectification = rectification
report-right-erasure = erasure
report-right-restriction = restriction
report-right-portability = portability
report-right-objection = objection
report-right-withdraw-consent = withdrawal of consent
report-right-automated-decisions = review of automated decisions
report-right-opt-out-of-sale = no sale of data
report-right-opt-out-of-marketing = no marketing
report-right-complaint = complaint to an authority
report-right-non-discrimination = no disadvantage for using a right
report-right-know = being told what is collected

## Requests

report-not-advice = Information, not legal advice. Nothing has been sent.
report-recipient-from = The policy says:
report-recipient-given = You gave this address; it does not come from the policy.
report-recipient-none = The policy names no address for requests, and none is guessed.
report-recipient-form = The policy names a form, not an e-mail address: { $address }
report-subject = Subject: { $subject }
report-missing = To be filled in: { $prompt }
report-link-incomplete = The letter is too long for a mail link; the link carries address and subject.
