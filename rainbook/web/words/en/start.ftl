# The first pages: the device, Exit, the front page, a new book, opening, locking, keys, settings, the way through.

## Can somebody else see this device?

start-device-title = Before you start
start-device-ask = Could the other person see this device?
start-device-why = Think of who has held it, who set it up, who knows the code, and who may be close by right now. A phone or tablet of a child counts too, if it shares an account with yours. Nothing has been typed yet. Nothing has been saved.
start-device-yes = Yes, or I think so
start-device-unsure = I am not sure
start-device-no = No
start-device-skip = Go on and leave this open
start-device-next = Go on
start-device-yes-heading = Do not type anything here yet
start-device-unsure-heading = If you are not sure, use another device
start-device-yes-body =
    A person who can see this device may see what you type and what you open. That could be this book and the words that open it.

    You can use another device:

    - a friend's, one the other person has never held
    - one at a library, at work or at college
    - one that belongs to an advocate or a helper
start-device-library = On a shared computer, keep the book on a USB stick and take it with you. Files you open may leave traces on that computer.
start-device-paper = Paper works too. You can write down the day, the time and what was done, and keep the paper somewhere else.
start-device-change = Do not change this device in a hurry. A changed code or a missing app may tell the other person that you know.
start-device-reading = To look at help and at the guide you need to type nothing. But this device may keep a trace that they were opened.
start-device-talk = You can talk to someone first. They can help you plan what comes next.
start-device-help = See who can help
start-device-anyway = Go on with this device
start-device-leave = Leave now
start-device-report = You do not need a book to report. If you are in danger now, call 999.

## What Exit does

start-exit-title = The Exit button
start-exit-heading = How to leave fast
start-exit-first = Every page has an Exit button at the top. You can also press the Shift key three times.
start-exit-does =
    When you press Exit:

    - the page is covered at once
    - your book is locked
    - this visit ends
    - another page is shown in its place
    - the Back button does not bring your book back
start-exit-does-not =
    What Exit does not do:

    - it does not wipe the list of pages in your browser
    - it does not hide this program or the folder with your book
    - it does not help if someone watches this device from afar
    - it does not bring back words you have not saved
start-exit-history = Think before you wipe the browser's list. An empty list can make a person more wary. Look at what you usually do, and do that.
start-exit-script = If scripts are turned off in your browser, use the button. The Shift key will not work then.
start-exit-seen = I have read this

## The front page

start-home-title = Start
start-home-heading = What would you like to do?
start-home-pace = You can stop at any time and come back. Nothing has to be done today.
start-home-new = Begin a record
start-home-new-says = Make a book that only you can open. It stays on this computer.
start-home-open = Open a record
start-home-open-says = Go on where you stopped.
start-home-guide = Is this stalking?
start-home-guide-says = What the signs are, and what the law asks. You need no book for it.
start-home-self-check = Ask yourself some questions
start-home-self-check-says = Your answers stay on the page. They are not saved.
start-home-help = Help
start-home-help-says = People you can call, by nation. It can be printed.
start-home-look = Look at one file
start-home-look-says = See what is in a file without keeping it.
start-home-check = Check a folder
start-home-check-says = Were you given a folder made by this program? See if it is whole.
start-home-feedback = Tell us about these pages
start-home-feedback-says = We read it to make the pages better. Nobody will answer.
start-home-about = About this program
start-home-about-says = What it can do, and what it cannot do.
start-home-example = Look at a made-up book
start-home-example-says = See how it works with invented people. Nothing in it is real.
start-home-danger = If you are in danger now, call 999.

## A new book

start-new-title = New book
start-new-heading = Make your book
start-new-what = A book is a folder on this computer. It is locked. Only your passphrase opens it.
start-new-name = What should the folder be called?
start-new-name-hint = Choose a dull name. Anyone who uses this computer can see it.
start-new-where = Where should it be kept?
start-new-where-hint = A folder on this computer, or a USB stick.
start-new-passphrase = Choose a passphrase
start-new-passphrase-hint = Four or more words that have nothing to do with each other. Do not use names, dates or words the other person could guess.
start-new-twice = Type it once more
start-new-strength-empty = Nothing has been typed yet.
start-new-strength-short = This is short. Someone who copies the folder can guess for as long as they like. Four or more words are better.
start-new-strength-long = This is long enough. It only helps if nobody could guess it from what they know of you.
start-new-different = The two are not the same. Type them once more.
start-new-none = Please choose a passphrase.
start-new-lost = If you lose the passphrase and the recovery sheet, the book stays closed for ever. Nobody can open it for you. Not even we can.
start-new-zone = Where are you, most of the time?
start-new-zone-hint = This tells us which clock to use. The days are counted by it.
start-new-make = Make the book
start-new-making = Making your book
start-new-sheet-title = Sheet to print
start-new-sheet-heading = Your recovery sheet
start-new-sheet-why = These lines open your book if you lose the passphrase. They are shown once. They are not kept here.
start-new-sheet-print = Print this page
start-new-sheet-write = If you have no printer, write the lines down by hand.
start-new-sheet-keep = Keep the sheet in another place, with someone you trust. Anyone who has both the sheet and the folder can read all of it.
start-new-sheet-mark-why = Keep the mark with the sheet. With it you can later tell if someone put an older copy of the book in its place.
start-new-sheet-done = I have the sheet, or I will do without it
start-new-second-title = Second holder
start-new-second-heading = Should someone else be able to open it?
start-new-second-why = You can give a person you trust their own passphrase. It could be a friend or an advocate. They can then read all of it, and add to it.
start-new-second-name = A name for their key
start-new-second-passphrase = Their passphrase
start-new-second-add = Add this person
start-new-second-skip = Not now
start-new-second-later = You can do this later, too.

## Opening a book

start-open-title = Open
start-open-heading = Open your book
start-open-which = Which book?
start-open-other = Another folder
start-open-other-hint = Type where the folder is.
start-open-none = No book was found in the usual place.
start-open-passphrase = Your passphrase
start-open-sheet = I have lost the passphrase. I have the recovery sheet.
start-open-sheet-code = The four lines of the sheet
start-open-sheet-hint = Type them one below the other. It does not matter if you use small letters.
start-open-by-other = It is somebody else's book
start-open-by = Who are you?
start-open-by-hint = The book notes who said each thing. A name or a word is enough. Leave this out if the book is yours.
start-open-by-wrong = Type a short name, with at most { $most } letters.
start-open-go = Open it
start-open-wrong = That does not open this book. Nothing was harmed. Look at the Caps Lock key and type it once more.
start-open-wait = That was wrong a few times. Please wait { $seconds } seconds. Nothing is ever wiped for a wrong passphrase.

## The book is locked

start-locked-title = Locked
start-locked-heading = The book is locked
start-locked-idle = Nothing was done for { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
  }. So the book was locked.
start-locked-sleep = This computer was asleep. So the book was locked.
start-locked-asked = You locked the book.
start-locked-kept = All that was written down is kept.
start-locked-again = Open it again
start-locked-home = To the front page

## Who can open the book

start-keys-title = Keys
start-keys-heading = Who can open the book
start-keys-caption = The keys that work now
start-keys-kind = Opens with
start-keys-label = Called
start-keys-owner = your passphrase
start-keys-recovery = the recovery sheet
start-keys-holder = a second person's passphrase
start-keys-change = Change your passphrase
start-keys-change-new = Your new passphrase
start-keys-change-done = The passphrase is changed.
start-keys-second = Let a second person open it
start-keys-second-done = They can open the book now.
start-keys-sheet = Make a new recovery sheet
start-keys-sheet-why = The old sheet will open nothing any more.
start-keys-remove = Take away this key
start-keys-remove-ask = Take away the key called { $label }?
start-keys-remove-why = They can no longer open this book. A copy they made before still opens for them.
start-keys-remove-yes = Yes, take it away
start-keys-remove-no = No, keep it
start-keys-remove-done = The key is taken away.
start-keys-last = This is the last key. Without it nobody could open the book, so it stays.

## Settings

start-settings-title = Settings
start-settings-heading = Settings
start-settings-language = Language
start-settings-language-en = English
start-settings-language-cy = Cymraeg (draft, not checked by a Welsh speaker)
start-settings-exit = What should be shown after Exit?
start-settings-exit-local = A plain page of this program. It works with no internet.
start-settings-exit-other = Another page
start-settings-exit-other-hint = Type an address that starts with https. Your browser will call up that page. Choose one you often look at.
start-settings-exit-wrong = This must be an address that starts with https, with no name and no password in it.
start-settings-name = What should this be called in the tab and at the top of the page?
start-settings-name-hint = Choose a dull word, if that helps you. The program keeps its own name.
start-settings-name-wrong = Use at most { $most } letters, on one line.
start-settings-idle = After how many minutes should the book be locked?
start-settings-idle-hint = Any number from 1 to 60. It counts the time in which nothing is done.
start-settings-idle-wrong = Type a number from 1 to 60.
start-settings-save = Keep these settings
start-settings-saved = The settings are kept.
start-settings-where = The settings are kept on this computer. There is nothing about you in them.

## The way through a record

start-path-title = The way through
start-path-heading = Your book
start-path-pace = Do these in any order. Leave out what you like. You can come back to each one.
start-path-have = What do you have?
start-path-have-says = How to get the messages and calls out of your own phone and apps.
start-path-files = Add files
start-path-files-says = Put your own files in. They are locked away just as they are.
start-path-who = Who is who?
start-path-who-says = Say which numbers and names belong to which person.
start-path-timeline = See it in order
start-path-timeline-says = All that was found, by day and time.
start-path-notes = Write what the messages do not say
start-path-notes-says = What you saw, what you felt, and what you changed.
start-path-signs = What it shows
start-path-signs-says = What your files show and what they do not. With what speaks for it and against it.
start-path-hand = Hand it over
start-path-hand-says = Make a folder for the person who will read it. You choose what goes in.
start-path-keys = Who can open the book
start-path-keys-says = Your passphrase, the recovery sheet, a second person.
start-path-settings = Settings
start-path-settings-says = Language, Exit and when to lock.
start-path-forms = Other forms of a folder
start-path-forms-says = For a folder you wrote already: smaller parts, a locked file, a time stamp.
start-path-take-in = Take in a folder
start-path-take-in-says = For someone who helps, and was given a folder.
start-path-lock = Lock the book
start-path-log-not-needed = You do not need a full book to report. You can report today.
