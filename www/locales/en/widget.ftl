# The interface of the page. Short, plain, exact; no jargon; the reader is "you".

## Frame

page-title = What changed in this privacy policy?
page-lead = Compare two versions word by word, and ask for what is yours. Everything happens in this page: nothing you open or write here is sent anywhere.
skip-to-result = Skip to the result
ways-label = What to compare
way-published = Published policies
way-own = Your own files

## Choosing

choose-organisation = Organisation
choose-organisation-first = Choose an organisation
choose-old = Compare this version
choose-new = with this one
choose-none = no version: read only the other one
choose-version-first = Choose a version
choose-swap = Swap
choose-swap-label = Swap the two versions
choose-problems = { $count ->
    [one] One file of this site cannot be used
   *[other] { $count } files of this site cannot be used
}
choose-problem = { $file }: { $reason }
example-mark = invented example
example-note = This organisation and its policy are invented, to show what can change between versions.
version-undated = undated ({ $id })
version-undated-text = undated, text says { $date }
organisation-home = Home page
version-source = Source of { $version }
welcome = Choose an organisation to see what changed between the two latest versions of its privacy policy. Or open two files of your own.
catalogue-empty = This site holds no policies yet. You can compare two files of your own.
notice-organisation = There is no organisation “{ $id }” here. Choose one from the list.
notice-version = There is no version “{ $id }” of this policy here. Choose two from the lists.
only-version = There is only this one version, so there is nothing to compare it with. You can read it and make a request.
only-read = One version, as it stands. Choose a second one above to see what changed.

## Own files

own-lead = Open two texts of a privacy policy: Markdown, HTML or plain text. They stay in this page; they are not uploaded, and they are gone when you close it.
own-lead-saved = A comparison that the command line saved as JSON opens here too.
own-old = Older text
own-new = Newer text
own-pick = Choose a file
own-drop = or drop a file here, or paste the text below
own-paste = Text
own-paste-hint = Paste the text of the policy here
own-file = { $name }, { $size }
own-remove = Remove the file
own-remove-kept = Your pasted text is kept below the file and is used again when you remove the file.
own-compare = Compare
own-swap = Swap the two texts
own-missing = There is no text here yet. Choose a file or paste the text.
own-unreadable = The browser could not read this file. It says: { $reason }
own-pasted = Pasted text
size-bytes = { $count ->
    [one] 1 byte
   *[other] { $count } bytes
}
size-kilobytes = { $count } KB
size-megabytes = { $count } MB

## Loading and failing

step-catalogue = Looking up which policies there are …
step-reading-old = Reading the old version …
step-reading-new = Reading the new version …
step-comparing = Comparing the two versions. Long texts take some seconds …
step-done = Done. The result is below.
failed-catalogue = The list of policies could not be loaded.
failed-fetch = The file { $file } could not be loaded.
failed-status = The server answered with status { $status }.
failed-missing = The server says that it does not exist (status 404).
failed-offline = No answer came. Are you offline?
failed-vocabulary = What changed is shown whole, but not what it means: the words by which this language is read could not be loaded.
vocabulary-coming = What this means is still being looked up.
failed-unusable = The file { $file } cannot be used. { $reason }
failed-too-long = This text is longer than 1.5 million characters, too long to compare in a page. The command-line tool takes it.
failed-own = One of your texts cannot be used. See there. Nothing you typed is lost.
failed-retry = Try again

## Summary

summary-title = Summary
summary-versions = From { $old } to { $new }.
summary-read = Version: { $version }.
summary-no-highlights = No change stood out that can be put in one sentence. Read the changes below.
summary-more = Show all { $count }
summary-evidence = Show the words behind this
summary-show-in-text = Show in the text
summary-section-count = { $count ->
    [one] 1 section
   *[other] { $shown } sections
}
summary-section-rest = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
summary-reading = To read
summary-apart = Also changed
summary-contact = Where requests go
summary-dates = Dates in the text
summary-request = Make a request under this policy
apart-terminology = { $count ->
    [one] 1 passage changes only a term
   *[other] { $shown } passages change only a term
}
apart-date = { $count ->
    [one] 1 passage changes only a date
   *[other] { $shown } passages change only a date
}
apart-link = { $count ->
    [one] 1 passage changes only a link
   *[other] { $shown } passages change only a link
}
apart-formatting = { $count ->
    [one] 1 passage changes only its formatting
   *[other] { $shown } passages change only their formatting
}

## Redline

redline-title = The text, section by section
redline-legend = How to read it:
legend-moved = moved
filter-only-changes = Only what changed
filter-hide-minor = Hide formatting, links and replaced terms
sections-open = Open all
sections-close = Close all
step-next = Next change
step-previous = Previous change
unchanged-passages = { $count ->
    [one] Show 1 unchanged passage
   *[other] Show { $count } unchanged passages
}
more-passages = { $count ->
    [one] Show the last passage of this section
   *[other] Show more of this section ({ $count } passages left)
}
more-sections = { $count ->
    [one] Show the last section
   *[other] Show more sections ({ $count } left)
}
empty-section = Only a heading, no text.
nothing-changed-here = Nothing to show with these settings.
# Before and after marked text, for screen readers.
deleted-starts = [deleted: ]
deleted-ends = [end of deleted]
inserted-starts = [inserted: ]
inserted-ends = [end of inserted]
link-target = { " " }({ $target })

## Copying

copy-recipient = Copy address
copy-subject = Copy subject
copy-letter = Copy letter
copy-done = Copied
copy-failed = Copying was not allowed. The text is selected: press Ctrl+C or Cmd+C.

## Request

request-title = Make a request
request-lead = The letter is written here and sent from your own mail program. This page keeps nothing of it. It is information, not legal advice.
request-version = It rests on the version of { $version }.
request-later = There is a later version of this policy. It may name another address.
request-later-link = Compare with the latest version
place-label = Where do you live?
place-first = Choose a place
place-why = Your rights depend on it. The page does not try to find out.
law-label = Law that the letter names
law-why = Why this law?
want-label = What do you want?
want-granted = in the policy
want-new = new in the policy
details-title = About you
details-note = All three are optional and go into the letter only.
field-name = Your name
field-email = Address under which they know you
field-detail = Anything that helps, such as a user name
missing-detail = The letter needs one more thing from you: { $prompt }.
why-source = Source:
why-checked = Checked on { $date }.
why-confidence-read = Read in the law itself or at its regulator.
why-confidence-reported = Known from a secondary source.
why-confidence-recalled = Not looked up again for this page.
why-condition = Under this condition: { $condition }
quote-under = Under { $section }.
recipient-from = The policy names this address here:
recipient-given = This address comes from the organisation’s entry on this site, not from the policy.
recipient-changed = Changed: the version of { $version } said { $contact }.
recipient-none = This version names no address for requests, and none is guessed here. Look on the organisation’s site, then copy the letter.
recipient-form = This version names a form, not an e-mail address. You can copy the letter into it:
recipient-form-warning = A form may ask for more than it needs. Fill in only what finds your data.
letter-subject = Subject
letter-body = Text
letter-changed = You have edited this letter, and your choices above have changed since.
letter-rewrite = Write it anew
letter-keep = Keep my text
letter-reset = Undo my edits
letter-restore = Bring my edits back
letter-open = Open in your mail program
letter-open-short = Open in your mail program (without the text)
letter-too-long = The letter is too long for a mail link. The link fills in address and subject. Copy the letter and paste it into the mail.
letter-short-form = This is the short form, so that the mail link can carry it.
letter-download = Download as .eml
letter-no-link = Without an e-mail address there is no mail link. Copy the letter.
letter-check = Whether your mail program opened cannot be known here. If nothing happened, copy the three parts.
deadline-calendar = Add to my calendar
deadline-calendar-note = A file for your calendar, counted from today.
authority-lead = You can complain to:
guide-lead = This is not a letter to the organisation.

## Foot

help-title = Help
help-address = The address of this page names what you compare. Copy it to share the same view; links to sections and passages work too.
help-keys = Keys: j or n for the next change, k or p for the previous one, ? for this help.
help-keys-switch = Single keys step through the changes
foot-nothing-sent = Nothing you open, choose or write in this page is sent anywhere. It loads only files of this site and stores nothing.
foot-notice = Privacy notice of policy-diff
