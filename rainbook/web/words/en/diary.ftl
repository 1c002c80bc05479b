# Notes: what the messages do not say.

diary-title = Notes
diary-heading = Your notes
diary-why = Here you can write down what your files do not show. What you saw. What was said. How it was for you.
diary-pace = Write as little or as much as you like. You can leave out any part. You can stop and come back.
diary-new = Write something down
diary-other = You do not have to type it
diary-other-says = Someone you trust can write it for you while you talk. Paper is fine too. You can copy it in later, or take a photo of the page.
diary-blank-link = A page to print and write on
diary-begun = Begun and not saved yet
diary-begun-at = Last kept on { $when }
diary-begun-go = Go on writing
diary-begun-no-words = (no words yet)
diary-saved-notes = Saved notes
diary-none = No note is saved yet.
diary-when-none = No day given
diary-look = Look at this note
diary-aside = Set aside. It is kept and not counted.
diary-or = { $one } or { $other }
diary-gone = This note is not there any more. Go back to your notes.
diary-kept = Kept for later. It is locked in your book.
diary-kept-quietly = Kept for later.
diary-discarded = Thrown away.
diary-saved = Saved. Your words are in the book, just as you typed them.

## Writing

diary-write-title = Notes
diary-write-heading = Write something down
diary-write-says = You need not fill in all of it. Start where it is easy.
diary-autosave = While you write, it is kept for you every 20 seconds, locked in your book.
diary-words = What happened?
diary-words-hint = In your own words. They are kept just as you type them.
diary-empty = Nothing was typed yet. Write a few words, or go back to your notes.
diary-when = When was it?
diary-day = The day
diary-day-hint = Write it as you would say it, with the year: 3 March 2024. If you are not sure, write about 3 March 2024, or only March 2024.
diary-time = The time, or part of the day
diary-time-hint = For example: about 9pm, or evening, or between 9 and 10pm.
diary-parts = You can write one of these:
diary-part-morning = morning
diary-part-afternoon = afternoon
diary-part-evening = evening
diary-part-night = night
diary-forgot = I do not remember when
diary-where-who = Where, and who?
diary-place = Where was it?
diary-person = Who did it?
diary-who-other = Someone else
diary-who = If it was someone else: a name, or a word for them
diary-basis = If you chose a person: how do you know?
diary-basis-hint = If you leave this open, it is not counted as theirs.
diary-basis-open = Leave it open
diary-note = More about how you know
diary-witnesses = Who else saw or heard it?
diary-how = How was it for you?
diary-how-hint = Only your own answer counts here. You can leave each one open.
diary-felt = In your own words
diary-alarm = Did it alarm you?
diary-distress = Did it cause you distress?
diary-fear_of_violence = Did you fear that you would be hurt?
diary-open = Leave it open
diary-answer-yes = Yes
diary-answer-no = No
diary-answer-do-not-know = I do not know
diary-answer-not-said = Left open
diary-changed = Did you change anything because of it?
diary-next = Look at it before saving
diary-keep = Keep for later
diary-discard = Throw it away

## Before saving

diary-check-title = Notes
diary-check-heading = Is this right?
diary-check-says = After you save it, the words stay as they are. You can write it again later. Then both are kept.
diary-check-when = When
diary-check-typed = You wrote: { $written }
diary-check-read = We read this as: { $shown }
diary-check-two = This day can be read in two ways. Which one do you mean?
diary-check-two-open = I am not sure. Keep both.
diary-check-not-read = We could not read a day in this. Your words are kept as they are. To place it in time, write the day with its year, like 3 March 2024, or only the month, like March 2024.
diary-check-forgot = You do not remember when. That is fine.
diary-check-no-day = No day given. That is fine.
diary-check-assumed = How we read it
diary-check-who-unknown = You do not know
diary-check-no-basis = You did not say how you know. So it is not counted as theirs for now.
diary-check-basis = How you know
diary-check-change = Change it
diary-check-save = Save it
diary-check-later = Keep for later
diary-check-why = Why do you write it again?
diary-check-why-hint = You can leave this empty. What you wrote before is set aside and kept.
diary-photo = A photo
diary-photo-hint = You can add one photo. It is kept just as it is. A photo can hold the place where it was taken.
diary-photo-choose = Choose a photo
diary-photo-put = Add the photo
diary-photo-other = Use another photo
diary-photo-away = Take the photo away
diary-photo-here = There is a photo.
diary-photo-name = It was called:
diary-photo-show = Show the photo
diary-photo-alt = The photo you added
diary-photo-not-seen = It is kept, but this kind of photo cannot be shown here.
diary-photo-large = This photo is larger than 25 MB. Add it as a file of its own.
diary-photo-none = No photo was chosen.

## One note

diary-one-title = Notes
diary-one-heading = A note of yours
diary-one-written = Written down on { $when }
diary-one-wrote = The day, as you wrote it
diary-one-tell = Say more about it
diary-one-entry = See it as an entry of the book
diary-one-again = Write it again
diary-one-again-says = What you wrote stays in the book. It is set aside, and the new words count.
diary-one-aside = This note is set aside. The reason:
diary-one-back = Back to your notes

## A page to print

diary-blank-title = Notes
diary-blank-heading = Notes by hand
diary-blank-says = Write soon after it happened, if you can. Leave out what you do not know. Put your name or a mark on each page, and the day you wrote it.
diary-blank-care = Keep the paper where the other person will not find it.
diary-blank-caption = One line for each thing that happened
diary-blank-day = Day and time
diary-blank-where = Where
diary-blank-what = What happened
diary-blank-who = Who did it, and how I know
diary-blank-saw = Who else saw it
diary-blank-how = How it was for me
diary-blank-on = Written on: ______________________  By: ______________________
