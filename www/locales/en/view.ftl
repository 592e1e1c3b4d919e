# What the page and the reports say in the same words.

## Versions and counts

# A heading or a phrase taken from a policy.
quoted = “{ $text }”
# Stands for the heading of text that has none.
before-first-heading = (text before the first heading)
# $said is a date; a count of words may follow.
old-version = Old version: { $said }
new-version = New version: { $said }
no-date = no date found in it
# $shown is the count as a number of the reader's language.
words = { $count ->
    [one] 1 word
   *[other] { $shown } words
}
minutes = { $count ->
    [one] 1 minute
   *[other] { $shown } minutes
}
reading-one = About { $minutes } to read ({ $words }).
reading-both = About { $old-minutes } to read ({ $old-words }) before, about { $new-minutes } ({ $new-words }) now.
# $measure is the name of a measure of readability, by its authors.
ease-one = Readability by { $measure }: { $score } (100 is very easy, 0 very hard).
ease-both = Readability by { $measure }: { $old } before, { $new } now, { $change } (100 is very easy, 0 very hard).
ease-easier = easier to read
ease-harder = harder to read
ease-same = about as easy to read
word-counts = { $deleted } deleted, { $inserted } inserted.
identical = The two versions are identical, word for word.
same-words = The words are the same. Only formatting, links or the order differ.

## Summary

highlights = What matters most
before = Before:
now = Now:
contact-same = Requests go to { $contact }, as before.
contact-changed = Requests went to { $old } before and go to { $new } now.
contact-new = Requests go to { $new } now; the old version named no address for them.
contact-gone = Requests went to { $old } before; the new version names no address for them.
contact-none = Neither version names an address for requests.
terms = Terms replaced throughout
term = “{ $old }” is now “{ $new }” ({ $count ->
    [one] once
    [2] twice
   *[other] { $count } times
})
term-broader = the new term covers more
term-narrower = the new term covers less
term-note = A new term can mean more than the old one. Check what it covers.
problems = What could not be read well
# The versions were too long for the finest comparison; one or more of the two notes follow.
limits = What was compared more coarsely
limit-passages = Very many passages are alike or were rewritten in a row, so not all of them were compared with each other. Some may be shown as removed and added although one replaced the other.
limit-words = One passage is too long to be compared word by word throughout. A part of it is shown as replaced although some of its words may have stayed.

## Sections

sections = Sections
deleted = deleted
inserted = inserted
state-added = added
state-removed = removed
state-merged = merged
state-split = split
state-renamed = renamed
state-moved = moved
state-edited = edited
state-formatting = formatting only
state-unchanged = unchanged
# $sections are headings in quotation marks.
merged-from = Merged from { $sections }.
split-from = One part of what was { $section }.
# Headings follow.
split-others = Other parts:
renamed-from = It was { $section }.
moved-section = Moved.
moved-section-from = Show where it stood
# A heading follows.
moved-section-to = This section stood here. It has moved:

## Passages

# A heading follows.
moved-here = moved here from
moved-within = moved within this section
# A heading follows.
moved-away = moved from here to
passage-split = one passage became several
passage-merged = several passages became one
passage-formatting = only the formatting differs
passage-terminology = only a term differs
passage-link = only a link differs
passage-date = only a date differs
link-before = link before: { $targets }
link-now = link now: { $targets }

## Requests

why-title = Why it fits
why-provision = It rests on { $provision }.
why-not-in-force = This right is not in force yet.
why-granted = The policy itself says:
why-not-granted = The policy does not mention this right. The law does not need it to.
recipient-title = To
recipient-post = The policy names a postal address, not an e-mail address: { $address }
recipient-phone = The policy names a telephone number, not an e-mail address: { $number }
letter-title = Letter
guide-title = How to do it
deadline-title = When an answer is due
deadline-confirm = Receipt is to be confirmed within { $term } ({ $source }).
deadline-term = The answer is due within { $term } of receipt ({ $source }).
deadline-extension = It may take { $extension } more if they say why in time.
deadline-none = No law sets a date for the answer here.
authority-title = If they do not answer
term-months = { $count ->
    [one] one month
   *[other] { $count } months
}
term-days = { $count ->
    [one] one day
   *[other] { $count } days
}
term-business-days = { $count ->
    [one] one business day
   *[other] { $count } business days
}
term-working-days = { $count ->
    [one] one working day
   *[other] { $count } working days
}
