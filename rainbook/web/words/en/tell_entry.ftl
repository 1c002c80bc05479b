# The questions about one entry.

tell-who = Who did this?
tell-who-short = Who did it
tell-who-note = In your own words
tell-slip-who-basis = Say how you know. If you cannot be sure, pick “I think so”. Or pass over this.

tell-for-them = Did { $doer } do this for { $name }, or because { $name } asked?
tell-for-them-short = If it was done for { $name }
tell-for-them-no = no
tell-slip-for-them-basis = Say how you know. If you cannot be sure, pick “I think so”. Or pass over this.

tell-sort = What sort of thing was it?
tell-sort-short = What sort of thing it was

tell-list = The law gives some examples, in its own words. Is this one of them?
tell-list-short = The examples in the law
tell-list-tag-hint = There are others. None of them decides anything.

tell-aimed = Who was it aimed at?
tell-aimed-short = Who it was aimed at
tell-aimed-because-of-me = If it was not you: was it because of you?

tell-started = Who started this contact?
tell-started-short = Who started it

tell-reply = What did you do back?
tell-reply-short = What you did back
tell-reply-what-hint = Whatever it was, it is better said here first by you than by somebody else.

tell-meant = What would { $name } say it was for?
tell-meant-short = What they would say it was for

tell-felt-then = How was this for you?
tell-felt-then-short = How it was for you
tell-felt-then-about = Only you can say this. Nothing here is ever filled in for you.
tell-felt-then-alarm = Did it alarm you?
tell-felt-then-distress = Did it distress you?
tell-felt-then-fear-of-violence = Did it make you fear that somebody would be violent to you?
tell-felt-then-words = How was it for you, in your own words?
tell-slip-felt-then = Nothing is picked yet. Pick or write what fits, or pass over this.

tell-shown = Can somebody or something else show this: a person, a camera, a receipt?
tell-shown-short = Who or what else can show it
tell-shown-no = no
tell-shown-who = Who or what?
tell-shown-words = What can they or it show?
tell-shown-contact = How can they be reached?
tell-slip-shown-who = Say who or what it is, or pass over this.

tell-knew = Does it show that { $name } knew something they should not have known?
tell-knew-short = What they should not have known
tell-knew-no = no
tell-knew-words = What was it, and who could know it?
tell-slip-knew-words = Say what it was, or pass over this.

tell-arrived = Did it fail to reach you: sent back, or stopped by somebody?
tell-arrived-short = If it never reached you
tell-arrived-no = no
tell-arrived-words = What became of it?

tell-after = { $how ->
    [told] This entry has no time. Was it after { $name } was told to stop (number { $number } in the list)?
    [blocked] This entry has no time. Was it after { $name } was blocked (number { $number } in the list)?
    [warned] This entry has no time. Was it after { $name } was warned (number { $number } in the list)?
   *[order] This entry has no time. Was it after { $name } was given an order (number { $number } in the list)?
}
tell-after-short = { $how ->
    [told] If it came after they were told to stop
    [blocked] If it came after they were blocked
    [warned] If it came after they were warned
   *[order] If it came after they were given an order
}
tell-after-no = no

tell-serious = By itself, is this a threat of one of these?
tell-serious-short = If it is a threat of grave harm
tell-serious-of-hint = One you pick here is put where it is read first.
tell-serious-no = no

tell-about = What was it about, in a word or two of yours?
tell-about-short = What it was about
tell-about-theme = Your word for it
tell-about-theme-hint = The same word joins entries.
tell-about-before = Words you used before:
tell-slip-about-theme = Write a word or two, or pass over this.

tell-joins = Does this go together with another entry?
tell-joins-short = What it goes together with
tell-joins-no = no
tell-joins-other = Which one?
tell-joins-other-hint = These are entries you spoke of before, and the ones near in time.
tell-joins-words = What connects the two?
tell-near-day = Look near another day
tell-near-look = Show the entries near that day
tell-near-words = Show the words of these entries
tell-slip-joins-words = Say what connects the two, or pass over this.

tell-let = Did the paper “{ $order }” (number { $number } in the list) allow this?
tell-let-short = If it was allowed: { $order }
