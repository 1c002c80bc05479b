# The questions only the person can answer: the pages round them, and what they all share.

tell-title = Questions
tell-heading = What only you can tell
tell-why = The files cannot show it all. You know what came before, and what it did to you. Here you can say it.
tell-any-time = You can pass over any of these. You can stop at any time. What you said is kept.
tell-with-you = Somebody you trust can do this with you, or read it out to you.
tell-whom = Who is it about?
tell-no-people = Nobody is named in your book yet. Say who is who first. Then there will be questions here.
tell-name-people = Say who is who
tell-back = Back
tell-back-list = All the questions
tell-list-heading = Questions about { $name }
tell-entry-heading = Questions about this entry
tell-begin = Begin
tell-go-on = Go on
tell-none-open = Nothing is left to ask here. You can still go to any of these.
tell-all = All the questions
tell-keep-back = What must not go out
tell-state-open = not asked yet
tell-state-answered = answered
tell-state-passed-over = passed over
tell-somebody-else = This was not about { $name }
tell-whom-entry = Who do you think this is about?
tell-whom-hint = Pick the person. You can pick another one later.
tell-mine-heading = This entry is your own
tell-mine = What you sent is shown beside what was sent to you. You do not need to say more.
tell-mine-stop = Did you ask somebody to stop in it?
tell-mine-hint = If not, leave this as it is.
tell-mine-save = Yes, in this message
tell-mine-told = You said that you asked { $name } to stop in this message.
tell-nobody = Nobody of that name is in the book, or the name is your own. Go back and pick a person.
tell-no-entry = That entry is not in the book. Go back and pick it again.
tell-no-question = That question is not asked here, or is not asked any more. Go back to all the questions.
tell-working-out = Getting the questions ready

## On every question

tell-save = Save and go on
tell-another = Save, and tell about one more
tell-skip = Pass over this
tell-leave-as-is = Leave it as it is
tell-boxes = Give me more boxes
tell-stop-here = Stop here for now
tell-passed = Passed over. Nothing follows from it.
tell-said = What you said before
tell-say-more = Is there more to say?
tell-say-anew = Do you want to say it again, in a new way?
tell-take-back = Take this back
tell-taken-back = Taken back. The book keeps a note that it was once said.
tell-more = More about it
tell-more-yes = If yes, more about it
tell-more-hint = Leave out what you like.
tell-or = or
tell-leave-open = Leave this open
tell-unsure = I do not know
tell-words-show = Show the words
tell-list-box = Box { $place }

## Days and times

tell-day = Day
tell-month = Month
tell-year = Year
tell-clock = Time
tell-hint-when = For example, 24 3 2024. Only a year, or a month and a year, is fine too. The time can stay empty.
tell-hint-day = For example, 24 3 2024. The time, such as 18:40, can stay empty.
tell-which = Which of the two was it?
tell-which-back-1 = { $clock }, before the clocks went back
tell-which-back-2 = { $clock }, after the clocks went back
tell-which-forward-1 = { $clock }, before the clocks went forward
tell-which-forward-2 = { $clock }, after the clocks went forward
tell-hours-from = From
tell-hours-to = To

## What to mend

tell-slip-nothing = Nothing is picked yet. Pick what fits, or pass over this.
tell-slip-pick = Pick one from the list.
tell-slip-both = You picked an answer that needs no more, but wrote something too. Pick another answer, or clear what you wrote.
tell-slip-typed = You wrote something here. Save it, or press “Pass over this” once more to let it go.
tell-slip-character = There is a sign in this text that cannot be kept. Take it out and try again.
tell-slip-long = This is too long to keep in one place. Save a part of it here, and the rest as a file.
tell-slip-part = Write the year. If you know the day, write the month too.
tell-slip-day = Write the day, the month and the year.
tell-slip-time = This is not a day we know. Use numbers, such as 24 3 2024.
tell-slip-clock = This is not a time of day. Write it like 18:40.
tell-slip-twice = The clocks went back that night, so this time came twice. Pick which one it was.
tell-slip-never = The clocks went forward that night, so no clock showed this time. Pick which one you mean.
tell-slip-order = This comes before the day it begins. Check the two.
tell-slip-hours = Write two times of the day, such as 09:00 and 17:00.
tell-slip-days = Write how many days, as a number such as 30.

## Labels that many questions share

tell-field-words = In your own words
tell-field-words-hint = This is kept just as you write it.
tell-field-at = When was that?
tell-field-start = Since when?
tell-field-end = Until when?
tell-field-basis = How do you know?
tell-field-reference = Is there a reference or a number?
tell-field-account = Which account?
