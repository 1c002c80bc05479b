# Who is who: the accounts in the records, and whose they are.

who-title = People
who-heading = Who is who?
who-why = Your files hold numbers and names. Only you can say whose they are. We never guess it.
who-ask = Answer one at a time
who-ask-says = You can skip each one. You can stop at any time and come back.
who-nothing = No number or name was found yet. Add a file first.
who-files = Add files
who-all-asked = There is nothing to ask right now.
who-people = The people you have named
who-people-none = Nobody is named yet.
who-people-new = Name somebody
who-change = Change
who-accounts = The numbers and names in your files
who-days = { $first } to { $last }
who-on-day = Seen on { $day }.
who-on-days = Seen from { $first } to { $last }.
who-saved-as = Your contacts call it { $names }.
who-saved-numbers = Your contacts have { $names } under this name.
who-not-said = Not said yet
who-unknown = You do not know
who-withheld = Anybody can call with a hidden number. Say who it was for each call on its own.
who-guess-kept = You think so. It is kept apart and never counted.
who-say = Say whose
who-others = Other things that may need a look
who-page = Page { $number } of { $pages }
who-before = Page before
who-after = Next page
who-path = Back to your book

## One at a time

who-one-title = People
who-one-whose = Whose is { $account }?
who-one-phone = This is the phone that the file came from. If it is your own phone, choose your own name.
who-one-said = What you said before
who-one-said-person = You said it belongs to { $person }.
who-one-anew = If you choose someone else now, what you said before is taken back. It stays in the list.
who-one-two = You said this belongs to two people. So for now it counts for neither. Which one is right?
who-one-two-both = Skip, and leave both for now
who-one-keep = This one is right
who-new = Someone I have not named yet
who-choose = Choose one, or press Skip.
who-skip = Skip
who-next = Next
who-stop = Stop here
who-list = See the whole list
who-not-known-written = Written down: you do not know. That is not a "no". You can say more at any time.
who-two-done = Done. What was wrong is taken back. It stays in the list.

## How do you know?

who-how-title = People
who-how-ask = How do you know?
who-how-about = You say that { $account } belongs to { $person }.
who-how-note = More about it, in your own words
who-how-note-hint = You can leave this empty.
who-how-choose = Choose how you know, or press Skip.
who-how-save = Write it down
who-note-long = This is too long for one note. Keep it shorter, or write it in your notes.
who-guess-written = Written down as a guess. It is kept apart and never counted.

## Your own name

who-me-title = People
who-me-ask = What is your name?
who-me-hint = As it should stand on paper. You can skip this.
who-name-long = This name is too long. Use a shorter one.

## All for now

who-done-title = People
who-done-heading = That is all for now
who-done-says = What you said is written down. You can change each answer later.
who-done-left = What you skipped can be asked again.
who-done-again = Ask me what I skipped
who-many-heading = You do not have to hold all of this alone
who-many =
    You have named quite a few people. Each of them is looked at alone. Nothing here joins one to another.

    Living with this much going on wears anybody down. A GP can help with sleep and strain. A helpline will listen. Someone you trust can look at this book with you.

    None of that takes away from what you have written down.
who-many-help = See who you can talk to
