# What the command-line tool prints for readers. Policies are quoted as they stand; everything
# else is here.

## Versions and counts

# $title is the policy's own.
report-title = What changed: { $title }
report-title-untitled = What changed in this privacy policy
report-untitled = Privacy policy without a title
# $date is a day as YYYY-MM-DD, $words a count with its noun.
report-old-version = Old version: { $date }, { $words }
report-new-version = New version: { $date }, { $words }
report-no-date = no date found in it
report-dated = Date: { $date }
# $language is a language tag.
report-language = Language: { $language }, { $words }
report-words = { $count ->
    [one] 1 word
   *[other] { $count } words
}
# $shown is the count as a number of the reader's language.
report-words-shown = { $count ->
    [one] 1 word
   *[other] { $shown } words
}
report-minutes = { $count ->
    [one] 1 minute
   *[other] { $shown } minutes
}
report-reading = To read
report-reading-one = About { $minutes } to read ({ $words }).
report-reading-both = About { $old-minutes } to read ({ $old-words }) before, about { $new-minutes } ({ $new-words }) now.
# $measure is the name of a measure of readability, by its authors.
report-ease-one = Readability by { $measure }: { $score } (100 is very easy, 0 very hard).
report-ease-both = Readability by { $measure }: { $old } before, { $new } now, { $change } (100 is very easy, 0 very hard).
report-ease-easier = easier to read
report-ease-harder = harder to read
report-ease-same = about as easy to read
report-word-counts = { $deleted } deleted, { $inserted } inserted.
report-identical = The two versions are identical, word for word.
report-same-words = The words are the same. Only formatting, links or the order differ.

## Summary

report-highlights = What matters most
report-before = Before:
report-now = Now:
report-more-quotes = { $count ->
    [one] It rests on 1 more passage below.
   *[other] It rests on { $count } more passages below.
}
report-contact-same = Requests go to { $contact }, as before.
report-contact-changed = Requests went to { $old } before and go to { $new } now.
report-contact-new = Requests go to { $new } now; the old version named no address for them.
report-contact-gone = Requests went to { $old } before; the new version names no address for them.
report-contact-none = Neither version names an address for requests.
report-facts = What it says differently
report-fact-added = { $value } (new)
report-fact-removed = { $value } (no longer said)
report-fact-changed = { $old } before, { $new } now
report-terms = Terms replaced throughout
report-term = “{ $old }” is now “{ $new }” ({ $count ->
    [one] once
    [2] twice
   *[other] { $count } times
})
report-term-broader = the new term covers more
report-term-narrower = the new term covers less
report-term-note = A new term can mean more than the old one. Check what it covers.

## Sections

report-sections = Sections
report-text = The text
report-deleted = deleted
report-inserted = inserted
report-legend = Passages that did not change are only counted.
# Stands for the heading of text that has none.
report-before-first-heading = (text before the first heading)
report-state-added = added
report-state-removed = removed
report-state-merged = merged
report-state-split = split
report-state-renamed = renamed
report-state-moved = moved
report-state-edited = edited
report-state-formatting = formatting only
report-state-unchanged = unchanged
# $sections are headings in quotation marks.
report-merged-from = Merged from { $sections }.
report-split-from = One part of what was { $sections }.
report-renamed-from = It was { $sections }.
# A heading follows.
report-section-moved-away = This section stood here. It has moved:

## Passages

# A heading follows.
report-moved-here = moved here from
report-moved-within = moved within this section
# A heading follows.
report-moved-away = moved from here to
report-passage-split = one passage became several
report-passage-merged = several passages became one
report-link-before = link before: { $targets }
report-link-now = link now: { $targets }
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
report-problems = What could not be read well
# The versions were too long for the finest comparison; one or more of the two notes follow.
report-limits = What was compared more coarsely
report-limit-passages = Very many passages are alike or were rewritten in a row, so not all of them were compared with each other. Some may be shown as removed and added although one replaced the other.
report-limit-words = One passage is too long to be compared word by word throughout. A part of it is shown as replaced although some of its words may have stayed.

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
report-why = Why it fits
report-provision = It rests on { $provision }.
report-not-in-force = This right is not in force yet.
report-granted = The policy itself says:
report-not-granted = The policy does not mention this right.
report-recipient = To
report-recipient-from = The policy says:
report-recipient-given = You gave this address; it does not come from the policy.
report-recipient-none = The policy names no address for requests, and none is guessed.
report-recipient-form = The policy names a form, not an e-mail address: { $address }
report-recipient-post = The policy names a postal address, not an e-mail address: { $address }
report-recipient-phone = The policy names a telephone number, not an e-mail address: { $number }
report-letter = Letter
report-guide = How to do it
report-subject = Subject: { $subject }
report-missing = To be filled in: { $prompt }
report-link-incomplete = The letter is too long for a mail link; the link carries address and subject.
report-deadline = When an answer is due
report-deadline-confirm = Receipt is to be confirmed within { $term } ({ $source }).
report-deadline-term = The answer is due within { $term } of receipt ({ $source }).
report-deadline-extension = It may take { $extension } more if they say why in time.
report-deadline-none = No law sets a date for the answer here.
report-authority = If they do not answer
report-term-months = { $count ->
    [one] one month
   *[other] { $count } months
}
report-term-days = { $count ->
    [one] one day
   *[other] { $count } days
}
report-term-business-days = { $count ->
    [one] one business day
   *[other] { $count } business days
}
report-term-working-days = { $count ->
    [one] one working day
   *[other] { $count } working days
}
