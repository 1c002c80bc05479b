# What it shows: the signs, what they rest on, and the book as it stood on a day.

shows-title = Answers
shows-heading = What it shows
shows-intro = These are the answers your files and notes give so far. You can open each one. You can stop at any time.
shows-verdict = This is not a verdict. Only a court can give one. It is here to help you, and those who help you, see what is on record.
shows-who-helps = See who can help you
shows-people-heading = About { $name }
shows-open = See what it rests on
shows-back = Back to what it shows
shows-back-path = Back to your book
shows-go-back = Go back

## The three answers

shows-outcome-shown = Shown
shows-outcome-not-shown = Not shown
shows-outcome-cannot-tell = Cannot tell
shows-answer = Answer:
shows-three-heading = What the three answers mean
shows-three-shown = What is on record shows this sign. It does not say why it was done.
shows-three-not-shown = What is on record does not show this sign. It may still be so. Not all that took place is in your files.
shows-three-cannot-tell = There is too little on record to say. This is not a no.

## The signs

shows-sign-fixated = Fixated
shows-sign-obsessive = Obsessive
shows-sign-unwanted = Unwanted
shows-sign-repeated = Repeated
shows-sign-linked = What links the acts
shows-about-fixated = Did they find a way round a no, or come back to the same thing?
shows-about-obsessive = Did it grow, when you look at how it was before?
shows-about-unwanted = Were they told to stop, and what came after that?
shows-about-repeated = Did it happen more than once?
shows-about-linked = Is there a thread that runs through it?

## Nothing to show yet

shows-empty-heading = This cannot tell you anything yet
shows-empty-files = Your book is empty so far. So these pages cannot tell. Put in a file you have, and look again.
shows-empty-nobody = You have not said yet who the other person is. So nobody's acts were looked at, and these pages cannot tell.
shows-empty-findings = Nothing has been worked out for this book. So these pages cannot tell. This does not mean that nothing took place.
shows-empty-add = Put in a file
shows-empty-people = Say who is who
shows-person-none = Nothing has been worked out about { $name }. So this cannot tell.

## What stands beside

shows-beside-heading = More to look at
shows-beside-shows = What it shows
shows-beside-court = What a court asks next
shows-beside-law = What the law asks for
shows-beside-orders = Court orders
shows-beside-book-notes = Notes on the whole book
shows-beside-read-first = Messages to read first
shows-cannot-heading = What this cannot know
shows-cannot-files = It knows only what is in your files and notes. What is not there may still have taken place.
shows-cannot-mind = It cannot know what anyone thought, felt or meant.
shows-cannot-who = It cannot know who held a phone. It goes by what you said about who is who.
shows-cannot-wrong = It can be wrong. If an answer does not fit what you know, trust what you know and tell someone who helps you.
shows-cannot-zone = Days are counted by the clock of { $zone }.

## One sign

shows-for = What speaks for it
shows-against = What speaks against it
shows-for-none = There is nothing on record that speaks for it.
shows-against-none = There is nothing on record that speaks against it. There may still be something that is not in your files.
shows-limits = What limits this answer
shows-limits-none = No limits are noted for this answer.
shows-law = The law that goes with it
shows-law-dated = This is the law as read in { $as_of }. In force from { $in_force }.
shows-law-not-dated = This is the law as read in { $as_of }. The day it came into force has not been checked.
shows-law-read = This is the law as read in { $as_of }.
shows-law-source = Source: { $source }
shows-law-none = No part of the law is named for this answer.
shows-figures = The figures, and how each is counted
shows-figure-more = And more. All of it is in the files you can give to someone.
shows-words-hidden = The words of messages are not shown here. To read one, open the entry.

## What a line rests on

shows-rests-on = This rests on:
shows-rests-none = No single entry stands behind this line.
shows-no-time = an entry with no known time
shows-decision = your note, number { $number }
shows-and-more = and more
shows-all-lines = See the rest of these lines
shows-rests-title = Sources
shows-rests-heading = What one line rests on
shows-rests-entries = Entries
shows-rests-notes = Your notes
shows-lines-title = Lines
shows-lines-heading = All the lines
shows-page-of = Page { $number } of { $of }
shows-page-before = The page before
shows-page-after = The next page
shows-pages = Pages
shows-nobody-there = There is no such person in this book. Go back and choose one.
shows-sign-not-there = There is no such answer in this book. Go back and choose one.
shows-line-not-there = There is no such line in this book. Go back and choose one.

## The book as it stood

shows-working-out = Working it out
shows-stood-until = As it stood on { $day }: what had happened by the end of that day, with what is known now.
shows-stood-number = As it stood after number { $number } in the list of your notes.
shows-stood-day = As your book stood at the end of { $day }: what it held on that day.
shows-stood-now = Show it as it is now
shows-form-heading = Look at it as it stood before
shows-form-hint = This changes nothing in your book.
shows-form-way = What would you like to see?
shows-form-until = What had happened by the end of a day, with what is known now
shows-form-held = What your book held at the end of a day
shows-form-number = What your book held after a number in the list of your notes
shows-form-now = How it is now
shows-form-when = Which day?
shows-form-when-hint = For one of the first two. For example, 24 3 2024
shows-form-day = Day
shows-form-month = Month
shows-form-year = Year
shows-form-which = Which number?
shows-form-which-hint = Only if you chose a number.
shows-form-go = Show it
shows-form-day-wrong = Give a day that there was, such as 24 3 2024.
shows-form-number-wrong = Give a number from 1 to { $last }.
shows-form-way-wrong = Choose what you would like to see.

## Pictures

shows-pic-left-out = The picture shows the first ones. The table has the others.
shows-pic-table = The same as a table
shows-pic-after = { $what } (number { $number })
shows-pic-before = Before that day
shows-pic-later = From that day on
shows-pic-unwanted-title = What came after each no
shows-pic-unwanted-what = A full bar is what they did after it. A bar that is only an outline is what you sent back. Each can be counted from the entries above.
shows-pic-unwanted-first = When they were told
shows-pic-unwanted-column = What they did after it
shows-pic-unwanted-second = What you sent back
shows-pic-repeated-title = Days with an act
shows-pic-repeated-what = Each bar is the days on which they did something. Each can be counted from the entries above.
shows-pic-repeated-first = When
shows-pic-repeated-column = Days with an act
shows-pic-obsessive-title = Acts a day, before and after
shows-pic-obsessive-what = A full bar is what they did. A bar that is only an outline is what you sent. Both are for one day, as a mean. They can be counted from the entries above.
shows-pic-obsessive-first = When
shows-pic-obsessive-column = What they did, a day
shows-pic-obsessive-second = What you sent, a day

## Figures

shows-fig-how = Worked out from the entries of the lines above.
shows-value-none = none
shows-value-yes = yes
shows-value-no = no
shows-value-of = { $part } of { $whole }
shows-value-between = between { $low } and { $high }
shows-value-both = before: { $before }; after: { $after }
shows-fig-acts = Acts
shows-fig-acts-how = Each act is counted by itself. One sent twice in two files counts once.
shows-fig-sessions = Times it happened
shows-fig-sessions-how = Acts that come close together count as one time.
shows-fig-days = Days
shows-fig-days-how = Each day is counted once. Two numbers stand here if the day of an act is not sure.
shows-fig-session-gap-minutes = Minutes that part two times
shows-fig-session-gap-minutes-how = A longer gap than this begins a new time. You can set it.
shows-fig-zone = The clock
shows-fig-zone-how = Days begin and end by the clock of this place.
shows-fig-in-a-group = Acts in a group
shows-fig-in-a-group-how = Acts in a chat with more than two people.
shows-fig-towards-others = Acts towards others
shows-fig-towards-others-how = Acts you said were aimed at someone else.
shows-fig-by-day = Acts on each day
shows-fig-by-day-how = Only acts whose day is sure.
shows-fig-longest-gaps-days = Longest gaps in days
shows-fig-longest-gaps-days-how = From one day with an act to the next one.
shows-fig-acts-since-refused = Acts after the first no
shows-fig-acts-since-refused-how = Only acts that came after it for sure.
shows-fig-sessions-since-refused = Times after the first no
shows-fig-sessions-since-refused-how = Acts that come close together count as one time.
shows-fig-days-since-refused = Days after the first no
shows-fig-days-since-refused-how = Each day is counted once.
shows-fig-refusals = Each no, and what came after
shows-fig-refusals-how = After means after for sure. If the times touch, it counts as "cannot tell".
shows-fig-day-not-certain = Acts with no sure day
shows-fig-day-not-certain-how = They are in no rate.
shows-fig-not-compared = Acts that were not compared
shows-fig-not-compared-how = Acts for which there is no time before to hold them against.
shows-fig-change = Change found
shows-fig-change-how = The days before and after are held against each other.
shows-fig-p = Chance of it in shuffled days
shows-fig-p-how = The days are put in a new order many times. This is how often as big a change comes up by luck.
shows-fig-shuffled-in-days = Days kept together
shows-fig-shuffled-in-days-how = So many days in a row stay together in the shuffle.
shows-fig-split = The day looked at
shows-fig-split-how = The first day of the second part.
shows-fig-before-after = Acts in so many days
shows-fig-before-after-how = Acts, and the days they lie in, on each side of that day.
shows-fig-replies = What you sent
shows-fig-replies-how = What you sent to them in the same days.
shows-fig-night = At night
shows-fig-night-how = Acts at night out of all acts of that part.
shows-fig-longest-run = Longest run with no reply
shows-fig-longest-run-how = Acts in a row with nothing sent back in between.
shows-fig-most-in-an-hour = Most in one hour
shows-fig-most-in-an-hour-how = The most acts that lie within one hour.
shows-fig-most-in-a-day = Most in one day
shows-fig-most-in-a-day-how = The most acts on one day.
shows-fig-words-read = Messages read
shows-fig-words-read-how = Messages whose words were read for this.
shows-fig-middle-length = Middle length
shows-fig-middle-length-how = Half of the messages have this many letters or more.
shows-fig-nearly-the-same = Messages that say the same
shows-fig-nearly-the-same-how = Messages with the same or nearly the same words as another.
shows-fig-most-alike = Most that say the same
shows-fig-most-alike-how = The most messages with nearly the same words.
shows-fig-first-used-after-a-refusal = First used after a no
shows-fig-first-used-after-a-refusal-how = An account or a way that is in no file from before.
shows-fig-themes-again = Themes that came back
shows-fig-themes-again-how = Themes you named, on two days or more after a no.
shows-fig-most-days-of-one-theme = Most days of one theme
shows-fig-most-days-of-one-theme-how = Each day is counted once.
shows-fig-texts-read = Texts read
shows-fig-texts-read-how = Texts whose words were held against each other.
shows-fig-texts-after-a-refusal = Texts after a no
shows-fig-texts-after-a-refusal-how = Texts that came after it for sure.
shows-fig-texts-again = Texts that came again
shows-fig-texts-again-how = Texts that are nearly the same, on two days or more after a no.
shows-fig-acts-showing-knowledge = Acts that show they knew
shows-fig-acts-showing-knowledge-how = Acts you said show a thing they should not have known.
shows-fig-acts-towards-or-through-others = Acts with others in them
shows-fig-acts-towards-or-through-others-how = Acts you said were aimed at, or done by, someone else.
shows-fig-places = Places
shows-fig-places-how = Places you wrote down, each once.
shows-fig-years = Years
shows-fig-years-how = Years in which an act lies.
shows-fig-span-days = Days from first to last
shows-fig-span-days-how = From the first act to the last one.
shows-fig-near-days = Days that count as near
shows-fig-near-days-how = You can set it. No court has set a number.
shows-fig-links = Acts under each link
shows-fig-links-how = One act can stand under more than one.
shows-fig-far-apart = Pairs far apart
shows-fig-far-apart-how = Acts next to each other with more days between than count as near.
shows-col-decision = note number
shows-col-kind = what it was
shows-col-after = after it
shows-col-after-in-a-group = after it, in a group
shows-col-cannot-tell = cannot tell
shows-col-own-replies-after = what you sent after it
shows-col-said-after = after it, as you said
shows-col-what = what
shows-col-name = name
shows-col-acts = acts
shows-col-basis = how it is known
shows-col-own-replies = what you sent to it
shows-col-texts = texts
shows-col-days = days
