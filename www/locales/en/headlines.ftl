# What changed between two versions of a policy, one sentence each, at most 140 characters.
# Quotes are the policy's own words; nothing here draws a legal conclusion.

headline-requests-changed = The contact for privacy is { $new } (before: { $old })
headline-requests-added = The contact for privacy is { $new } (before: none found)
headline-requests-removed = No contact for privacy is given any more (before: { $old })
headline-contact-changed = The contact is { $new } (before: { $old })
headline-controller-named = Named as responsible for the data (controller): { $names }
headline-controller-changed = Named as responsible for the data (controller): { $new } (before: { $old })
headline-officer-named = A data protection officer is named: { $contact }
headline-eu-representative-named = A representative in the EU is named: { $contact }
headline-uk-representative-named = A representative in the UK is named: { $contact }

headline-retention = Data is kept { $period } ({ $about })
headline-retention-possible = Data may be kept { $period } ({ $about })
headline-retention-possible-some = Some data may be kept { $period }
headline-retention-some = Some data is kept { $period }
headline-deletion = Data is deleted or made anonymous { $period } ({ $about })
headline-deletion-some = Some data is deleted or made anonymous { $period }
headline-retention-changed = Data is kept { $new }, before: { $old } ({ $about })
headline-deletion-changed = Data is deleted or made anonymous { $new }, before: { $old } ({ $about })
headline-periods-added = Periods for keeping data are now named: { $periods }
headline-periods-removed = Periods for keeping data are no longer named: { $periods }

headline-recipients-added = Recipients of data are now named: { $names }
headline-recipients-removed = Recipients of data are no longer named: { $names }

headline-rights-added = Rights are now named: { $rights }
headline-rights-removed = Rights are no longer named: { $rights }
headline-right =
    { $right ->
        [access] access
        [rectification] correction
        [erasure] deletion
        [restriction] restriction
        [portability] portability
        [objection] objection
        [withdraw-consent] withdrawal of consent
        [automated-decisions] automated decisions
        [opt-out-of-sale] opting out of sale
        [opt-out-of-marketing] opting out of marketing
        [complaint] complaint to an authority
        [non-discrimination] no discrimination
       *[know] to know
    }

headline-bases-added = Legal bases are now named: { $bases }
headline-bases-removed = Legal bases are no longer named: { $bases }
headline-basis =
    { $basis ->
        [consent] consent
        [contract] contract
        [legal-obligation] legal obligation
        [vital-interests] vital interests
        [public-task] public task
       *[legitimate-interests] legitimate interests
    }

headline-safeguards-added = For transfers abroad the policy now names: { $names }
headline-safeguards-removed = For transfers abroad the policy no longer names: { $names }
headline-countries-added = Named as places where data is stored or sent: { $names }
headline-countries-removed = No longer named as places where data is stored or sent: { $names }

headline-sale-denied = The policy now says that data is not sold
headline-sale-stated = The policy now says that data is sold
headline-sale-denial-removed = The statement that data is not sold is gone
headline-sale-statement-removed = The statement that data is sold is gone

headline-signal-honoured = Do Not Track is now said to be honoured
headline-signal-ignored = Do Not Track is now said not to be honoured
headline-signal-removed = The statement on Do Not Track is gone

headline-age = An age limit is now named: { $age }
headline-age-changed = The age limit named is { $new } (before: { $old })
headline-age-removed = No age limit is named any more (before: { $old })

headline-identity-added = Identity checks for requests are now mentioned
headline-identity-removed = Identity checks for requests are no longer mentioned

headline-authorities-added = Authorities are now named: { $names }
headline-authorities-removed = Authorities are no longer named: { $names }

headline-automation-denied = The policy now says that no automated decisions are made
headline-automation-stated = The policy now says that automated decisions are made
headline-automation-removed = The statement on automated decisions is gone

headline-measures-added = Security measures are now named: { $names }
headline-measures-removed = Security measures are no longer named: { $names }

headline-date-only = Only the printed date changed: { $date }
headline-date-kept = The text changed, but its printed date is still { $date }
# $version is the name of an earlier version, mostly its date.
headline-returned = Back to the words of version { $version }: “{ $quote }”
headline-returned-more = Back to the words of version { $version }: “{ $quote }” (1 of { $count } passages)
headline-section-moved = Moved, with the same words: { $headings }
headline-date-changed = The policy is dated { $new } (before: { $old })

headline-word-replaced = “{ $new }” replaces “{ $old }”: “{ $quote }”
headline-word-added = “{ $new }” is added: “{ $quote }”
headline-word-removed = “{ $old }” is gone from “{ $quote }”

headline-example-replaced = The example is now “{ $new }” (before: “{ $old }”): “{ $quote }”
headline-example-added = “{ $new }” is added as an example: “{ $quote }”

headline-section-added = New section “{ $heading }”: “{ $quote }”
headline-section-removed = Section “{ $heading }” is gone: “{ $quote }”
headline-passage-added = New: “{ $quote }”
headline-passage-added-under = New in “{ $heading }”: “{ $quote }”
headline-passage-added-more = New in “{ $heading }”: “{ $quote }” (1 of { $count } changes)
headline-passage-removed = Gone: “{ $quote }”
headline-passage-removed-under = Gone from “{ $heading }”: “{ $quote }”
headline-passage-removed-more = Gone from “{ $heading }”: “{ $quote }” (1 of { $count } changes)
headline-passage-reworded = Reworded: “{ $quote }”
headline-passage-reworded-under = Reworded in “{ $heading }”: “{ $quote }”
headline-passage-reworded-more = Reworded in “{ $heading }”: “{ $quote }” (1 of { $count } changes)

headline-term = “{ $new }” replaces “{ $old }” throughout ({ $count } times); the meaning may differ
