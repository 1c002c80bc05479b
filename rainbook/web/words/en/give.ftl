# Giving: for whom, whose messages, what it will hold, where it is; and words the pages for giving share.

give-title = Files to give
give-error = To mend:
give-go-on = Go on
give-writing = Getting the folder ready

## For whom

give-heading = Make a folder to give to someone
give-first = You choose who it is for. You see what it would hold. Then you say yes or no.
give-nothing-yet = Nothing is written until the last step. You can stop at any time.
give-whom = Who is it for?
give-recipe-missing = Choose who it is for. If you do not know, choose the last one.
give-misfit = It follows a law that is not the law of this book, so it cannot be used here.
give-parts-heading = What each one holds
give-holds = It holds
give-leaves-out = It leaves out
give-part-missing = not in this version

give-recipe-first-report = A first report
give-recipe-first-report-about = For the officer who takes a report, and for the one who looks into it after that. It begins with two short pages. Every line can be checked.
give-recipe-spo = A court order the police can ask for
give-recipe-spo-about = For the officer who decides whether to ask for a stalking protection order. Only the police can ask. It lays out what the court must find.
give-recipe-review = What is new since last time
give-recipe-review-about = For an advocate or an officer who has had a folder from you before.
give-recipe-civil = A solicitor
give-recipe-civil-about = For a solicitor who looks at a claim or an order of the civil court. It has what it cost you. It leaves out the log of talks with the police.
give-recipe-facts-only = Your landlord, work or school
give-recipe-facts-only-about = For someone who has to act and need not read the messages. One or two pages of facts and dates. None of the words of the messages are in it.
give-recipe-everything = Everything about this person
give-recipe-everything-about = For someone who works on the whole case with you. It has every part there is for these messages.
give-recipe-usual = I do not know yet
give-recipe-usual-about = The usual parts, with no list for one reader.

## Whose messages

give-who-heading = Whose messages, and who gives them?
give-who-ask = Whose messages go into it?
give-who-hint = All messages with this person go, with your own replies. Messages with others stay in your book.
give-who-others = Other people in your book
give-who-missing = Choose whose messages go into it.
give-who-nobody = Your book does not say yet who it is about. Say first which numbers and names belong to whom. Then come back here.
give-who-people = Say who is who
give-initials = Initials of the one who gives the files
give-initials-hint = Each file gets a mark, such as AB/1. AB stands for the one who gives it and can say where it came from. That is most often you. One to five letters.
give-initials-missing = Type the initials of the one who gives the files, such as AB.
give-purpose = What is it for? (You can leave this empty)
give-purpose-hint = This stays in your book, so that you know later who got what.
give-since = What is it compared with?
give-since-last = The last folder about the same person
give-since-typed = Or with the book as it was then (you can leave this out)
give-since-typed-hint = Type a number from the list of what you said.
give-since-wrong = Type a number from the list of what you said, or leave this out.
give-since-nothing = There is no earlier folder about this person. It will say so.
give-since-day = The folder you made on { $day }.
give-since-number = Your book as it was after entry { $number } of its log.

## What it will hold

give-preview-heading = What it will hold
give-preview-first = Nothing is written yet.
give-preview-thread = Messages with
give-preview-lines = Lines
give-preview-lines-said = { $lines ->
        [one] { $lines } line. Of it, { $own } from you.
       *[other] { $lines } lines. { $own } of them are your own.
    }
give-preview-days = Days
give-preview-days-said = { $first } to { $last } (clock of { $zone })
give-preview-third = Other people
give-preview-third-said = { $lines } by other people. They are listed without their words.
give-preview-stays = Stays in your book
give-preview-stays-said = { $entries ->
        [one] { $entries } entry is left out.
       *[other] { $entries } entries are left out.
    }
give-preview-from = Taken from
give-preview-initials = Mark on the files
give-preview-purpose = What it is for
give-preview-compared = Compared with
give-preview-parts = See every part, and what is left out
give-preview-next = Next, every file is looked through for what must not go out. Then you see what was found, and you say yes or no.
give-preview-look = Look through it
give-preview-keep-back = Say what must not go out
give-preview-other = Choose something else
give-preview-changed = Something else was chosen in another window. This is what it would hold now. Please read it once more.
give-not-seen = No program here can see what a picture shows or hear what is said. It could show a face, a street, a door or a uniform.
give-your-words = What you wrote about fear and about what you changed goes with it, word for word. (Where it is left out, the list of parts says so.)
give-name = Name of the new folder
give-name-hint = It will stand beside your book. A plain name says nothing to someone who sees it.

## Names and folders

give-names-empty = Type a name for it.
give-names-long = That name is too long. Use 60 letters or fewer.
give-names-letters = A name can have letters, numbers, spaces, dots, brackets and these two: - and _. It cannot be the way to another place.
give-names-edge = A name begins with a letter or a number. It does not end with a dot or a space, and has no two dots side by side.
give-names-reserved = Windows keeps that name for itself. Choose another one.
give-names-unfinished = A name that ends so is for folders that were never finished. Choose another one.
give-names-book = Your book is kept in this place itself, so nothing can be written beside it. Move the book into a folder of its own first.
give-names-taken = Something has that name already. It stays as it is. Choose another name.
give-names-no-folder = Choose a folder, or type where it is.
give-names-no-place = That cannot be the place of a folder. Look at it again.
give-folder-book = (a book)
give-folder-unfinished = (was never finished)
give-folder-none = There is no such folder beside your book.
give-folder-typed = Or type where it is
give-folder-typed-hint = The full path, as your file window shows it.
give-left-over = An earlier folder was stopped before it was done. This is left of it:
give-left-over-do = It is not locked by your passphrase, and what must not go out may be in it. Give it to nobody. If nothing is being written right now, delete it.

## Kinds of what is kept back

give-kind-address = Address
give-kind-workplace = Place of work
give-kind-school = School
give-kind-number = Phone number
give-kind-email = Mail address
give-kind-vehicle = Number plate
give-kind-wifi = Wi-Fi name
give-kind-place = Place
give-kind-name = Name
give-kind-something-else = Something else
give-kind-a-number-of-yours = A number of yours
give-kind-the-street-of-an-address-that-is-kept-back = The street of an address you keep back
give-kind-postcode = Postcode
give-kind-street-address = An address

## When it cannot be done

give-cannot-nothingtohandover = There is nothing in your book that belongs to this person yet. Add a file first, or say which numbers and names are theirs.
give-cannot-initialswanted = These initials cannot be used. Type one to five letters from A to Z, such as AB.
give-cannot-personnotknown = This person is not in your book any more. Choose again.
give-cannot-gatestopped = Something that must not go out was still in one of the files. So nothing was written. Nothing was left behind.
give-cannot-nottypeset = One of the papers could not be made. So nothing was written. Try once more.

## What came of it

give-done-none = Nothing is being written
give-done-none-said = No folder was made since you opened your book.
give-done-no = Nothing was written
give-done-no-said = You said no, and that is fine. Nothing of it was left on this computer. Your book is as it was.
give-done-stopped = It could not be written
give-done-stopped-said = Your book is as it was.
give-done-written = The folder is written
give-done-folder = Its name
give-done-where = It is in
give-done-first = Open this first
give-done-holds = It holds
give-done-holds-said = { $files ->
        [one] { $files } file
       *[other] { $files } files
    }, { $exhibits } of them marked with the initials
give-done-open = It is not locked
give-done-open-said = Your passphrase does not protect this folder. Anyone who can use this computer can read it. Give it away soon, or keep it on a stick in a place only you can reach. Then delete it here.
give-done-locked-copy = Make a locked copy, or another form of it
give-done-numbers = Write these two down
give-done-numbers-said = Give them to the same person in another way, such as by phone or on paper. With them, anyone can see that it is the same folder.
give-done-hash = Mark of the folder
give-done-key = Mark of your book
give-done-check = How to check it
give-done-check-said = Open check.html in the folder with any browser. It needs no network. Programs that read hashes.txt can do it too.
give-done-check-here = Check it here
give-done-again = Make another folder
give-done-keep-back = Say what must not go out
