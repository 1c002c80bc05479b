# What stands round every page, and what any page may have to say.

base-title = Start
base-exit = Exit
base-exit-keys = or press Shift three times
base-exit-says = Covers this page at once, locks your book and shows another page. It does not wipe the list of pages in your browser.
base-skip = Go to the main part of the page
base-nav = Main
base-book = Your book
base-lock = Lock
base-help = Help
base-draft = Draft Welsh: these words have not been checked by a Welsh speaker. Where a text is missing, it is shown in English.
base-undo = Take it back
base-slips = Please look at this again
base-back = Back
base-foot-guide = Is this stalking?
base-foot-help = Help
base-foot-feedback = Give feedback about this page
base-foot-about = About this program
base-foot-settings = Settings
base-foot-exit = What Exit does
base-untested = This has not been tried out yet with people it is made for. It is not legal advice, and it cannot tell you that you are out of danger. In an emergency call 999.

written-down = Written down.
base-not-known = I do not know
base-save = Save
base-go-on = Go on
base-show = Show
base-print = Print this page

## Something long is being done

busy-title = Please wait
busy-working-out = Working it out
busy-heading = Please wait a moment
busy-left = About { $minutes ->
    [0] { $seconds } seconds to go.
    [one] one minute to go.
   *[other] { $minutes } minutes to go.
  }
busy-part = { $percent } of 100 parts done
busy-stop = Stop it
busy-again = See how far it is
busy-stopped = It was stopped. What you put in before is kept.

## Something did not work

trouble-title = Not done
trouble-heading = That did not work
trouble-kept = What you put in before is kept.
trouble-computer = The computer said no ({ $said }). Nothing was changed by this page.
trouble-ours = This is a fault in the program, not something you did ({ $kind }, { $where }). Please tell the people who make it this one line.
trouble-home = To the front page
trouble-back = To your book

not-there-title = Not here
not-there-heading = There is no such page
not-there-says = It may have been moved, or the visit it belonged to is over.

refused-title = Not done
refused-heading = That form was too old
refused-says = The form did not come from a page of this visit, so nothing was done. Go back, load the page again, and send it once more.

## Texts of the first pages that are not in start.ftl

start-new-taken = There is something with that name in this folder. Choose another name.
start-new-zone-wrong = Choose a clock from the list.
start-new-second-none = Type a name for their key.
start-settings-this-time = The settings hold until you close the program. There is no folder of yours to keep them in yet.
start-settings-exit-calendar = A calendar
start-settings-exit-converter = Kitchen measures
start-settings-exit-blank = An empty page
start-example-title = Example
start-example-heading = A made-up book to look at
start-example-says = It is put in a folder called { $folder }. You can delete the folder at any time. All the people in it are made up.
start-example-make = Make it
start-example-making = Making the made-up book
start-example-passphrase = The passphrase of the made-up book is: { $passphrase }
start-path-tell = Answer some questions
start-path-tell-says = When you said stop, what you were to each other, how it was for you.
start-path-held = Files in the book
start-path-held-says = What is held, and what could not be read.
start-path-said = What you have said so far
start-path-said-says = Each thing can be taken back.
start-path-keep-back = What must stay hidden
start-path-keep-back-says = Your address, a school, a new number. It is looked for each time you hand something over.
start-path-of-book = Settings of this book
start-path-of-book-says = The clock, the law that is looked at, your initials.
start-path-beside = Also here
start-keys-change-go = Change the passphrase
start-keys-sheet-go = Make a new sheet
start-keys-actions = Change
