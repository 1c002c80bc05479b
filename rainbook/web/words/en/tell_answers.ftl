# What stands for each word of the closed lists of record.answers; the words themselves go into the record.

## bond

tell-bond-partners = partners, or married
tell-bond-former-partners = partners in the past
tell-bond-family = family
tell-bond-other-parent = parents of the same child
tell-bond-friend = friends
tell-bond-acquaintance = people who know each other a little
tell-bond-neighbour = neighbours
tell-bond-work = people at the same work
tell-bond-client-or-patient = client or patient
tell-bond-institution = it is a firm or an office
tell-bond-stranger = strangers
tell-bond-something-else = something else
tell-bond-group-close = Close to each other
tell-bond-group-around = Know each other
tell-bond-group-far = Not close

## past

tell-past-violence = violence
tell-past-threats = threats
tell-past-following-or-unwanted-contact = following me, or contact I did not want
tell-past-conviction-or-caution = they were convicted, or given a caution
tell-past-order = a court order
tell-past-something-else = something else

## end

tell-end-another-way = yes, in another way

## answer

tell-answer-yes = yes
tell-answer-no = no
tell-answer-do-not-know = I do not know

## together

tell-together-lived-together = lived together
tell-together-reunited = were together again
tell-together-agreed-contact = had both agreed to be in touch

## gap

tell-gap-prison-or-custody = they were in prison, or held
tell-gap-abroad = one of us was abroad
tell-gap-ill-or-in-hospital = one of us was ill or in hospital
tell-gap-i-moved-or-changed-number = I moved, or changed my number
tell-gap-an-order-was-in-force = a court order held
tell-gap-something-else = something else
tell-gap-lived-together = we lived together
tell-gap-reunited = we were together again
tell-gap-agreed-contact = we had both agreed to be in touch

## purpose

tell-purpose-none = nothing: it has no other purpose
tell-purpose-child = a child
tell-purpose-debt = a debt
tell-purpose-complaint = a complaint
tell-purpose-work = work
tell-purpose-press = a news story
tell-purpose-legal-step = a step in a legal case
tell-purpose-a-place-both-use = a place we both use
tell-purpose-something-else = something else

## area

tell-area-sleep = sleep
tell-area-work-or-study = work or study
tell-area-routes-and-places = ways I go and places I go to
tell-area-home-or-move = my home, or where I live
tell-area-phone-and-accounts = phone and accounts
tell-area-children = the children
tell-area-health = health
tell-area-seeing-people = seeing people
tell-area-money = money
tell-area-something-else = something else

## forbids

tell-forbids-any-contact = any contact with me
tell-forbids-contact-by-others = contact through other people
tell-forbids-publishing = putting things about me where others see them
tell-forbids-coming-near-a-place = coming near a place
tell-forbids-following-or-watching = following or watching me
tell-forbids-threats-or-violence = threats or violence
tell-forbids-damage = damage to my things
tell-forbids-something-else = something else

## contact

tell-contact-in-person = at a station, or they came
tell-contact-phone = by phone
tell-contact-online = online, on a form
tell-contact-email = by e-mail
tell-contact-letter = by letter
tell-contact-something-else = in another way

## gone

tell-gone-cctv = a camera of a shop, a street, a bus or a building
tell-gone-doorbell = a camera in a doorbell
tell-gone-dash-camera = a camera in a car or a van
tell-gone-voicemail = a voicemail
tell-gone-disappearing-messages = messages that are set to disappear
tell-gone-platform-logs = an account on a service: who opened it, and from where
tell-gone-phone-records = calls, withheld ones too: what the phone network keeps
tell-gone-delivery-records = something sent or ordered: who paid for it
tell-gone-something-else = something else that may be gone soon

## basis

tell-basis-own-number = it is their own number or account, and I knew it before
tell-basis-named-sender = it is the name I saved for them, or the name shown
tell-basis-recognised = I know the voice, the words or what they knew
tell-basis-seen = I saw them do it
tell-basis-guess = I think so, and cannot be sure (kept apart, never counted)

## sort

tell-sort-message = a message
tell-sort-call = a call
tell-sort-voicemail = a voicemail
tell-sort-e-mail = an e-mail
tell-sort-letter = a letter
tell-sort-social-media = something on social media
tell-sort-spoke-to-me = they spoke to me
tell-sort-came-to-my-home = they came to my home
tell-sort-came-to-my-work = they came to my work
tell-sort-followed-me = they followed me
tell-sort-waited-or-watched = they waited or watched
tell-sort-filmed-or-spied = they filmed or spied
tell-sort-tracker-or-device = a tracker, or something on a device
tell-sort-got-into-an-account = they got into an account
tell-sort-published-something = they put something where others see it
tell-sort-contacted-people-around-me = they got in touch with people around me
tell-sort-gift = a gift
tell-sort-damage-or-theft = something broken or taken
tell-sort-came-in = they came in
tell-sort-threat = a threat
tell-sort-violence = violence
tell-sort-report-to-an-authority = they reported me to an office
tell-sort-legal-step = a step in a legal case
tell-sort-something-else = something else
tell-sort-group-sent = Sent to me
tell-sort-group-near = Near me
tell-sort-group-hidden = Behind my back
tell-sort-group-done = Done to me or my things
tell-sort-group-formal = By way of an office, or other

## target

tell-target-me = me
tell-target-group = a group I belong to
tell-target-somebody-else = somebody not named here

## starter

tell-starter-them = { $name }
tell-starter-me = I did
tell-starter-somebody-else = somebody else

## reply

tell-reply-nothing = nothing
tell-reply-answered = I answered
tell-reply-asked-to-stop = I asked them to stop
tell-reply-invited = I invited it
tell-reply-agreed = I agreed
tell-reply-argued = I argued
tell-reply-insulted = I said hard words
tell-reply-hit-back = I hit back
tell-reply-reported-it = I reported it
tell-reply-something-else = something else

## harm

tell-harm-death = death
tell-harm-grievous-bodily-harm = very grave harm to the body
tell-harm-rape = rape
tell-harm-assault-by-penetration = assault by penetration
tell-harm-serious-financial-loss = a grave loss of money
tell-harm-something = a threat, and I do not know of what
