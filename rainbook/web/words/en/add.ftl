# Putting files in, and what came of it.

add-title = Add
add-back = Back to your book
add-heading = Put files in the book
add-lead = Each file is locked away just as it is. Then it is read. Nothing on your phone changes.
add-link-have = What do I have, and how do I get it as a file?
add-link-glance = I only want to look at a file, and keep nothing
add-first = First, one question
add-own = Are these files yours?
add-own-hint = Only put in what is yours, or what its owner gave you freely for this.
add-own-yes = Yes, they are mine
add-own-theirs = They are somebody else's, and that person agreed
add-own-no = No
add-own-open = I want to leave this open
add-own-missing = Say whose the files are. You can leave it open.
add-not-yours = Then they are not put in. The book takes only what is yours, or what its owner agreed to give. If the owner agreed, choose that and say who it is.
add-whose = If they are somebody else's: whose, and did they agree?
add-whose-hint = For example: my sister's, she agreed
add-whose-missing = Say whose the files are and that they agreed. For example: my sister's, she agreed.
add-more = More about these files (you can skip this)
add-how = How did you get them?
add-how-hint = For example: I made the export on my phone
add-from = Where are they from?
add-from-hint = For example: my old phone
add-then = Then the files
add-files = Choose your files
add-files-hint = You can choose more than one. They go in just as they are.
add-drop = You can also drag files here.
add-go = Put them in the book
add-stop = Stop
add-bar = How far it is
add-none = Choose a file first.
add-no-name = file with no name
add-no-room = There is not enough room on this disk for these files. Nothing was put in. Make room, or keep the book on a bigger disk.
add-folder = That is a folder. Open it and choose the files in it.
add-lost = That did not work, and this file is not in the book. Go back to your book and try again.
add-stopped = You stopped it. The file that was on its way is not in the book. Files before it are.
add-away = Take out
add-going = File { $number } of { $of } is on its way.
add-left-moment = It is almost done.
add-left-seconds = Time left: about { $left } seconds.
add-left-minutes = Time left: about { $left } minutes.
add-all-in = The files are locked away. Now they are read.
add-twice = was in the book already
add-read-now = Go on with the files that are in
add-sealing = Locking a file away
add-reading = Reading your files
add-reading-one = Reading file { $number } of { $of }. A large file can take some minutes.
add-after =
    - A file that is in the book stays in it, just as it came.
    - Keep your phone. Do not delete the chats or texts there.
    - What cannot be read is kept too, and the next page says so.
add-unknown = What this leaves open:
add-where = Where in the file
add-bytes = bytes { $start } to { $end }
add-places-more = and more places like these: { $more }

## What came of it

added-title = Added
added-heading = What was put in
added-lead = Each file is kept just as it came.
added-not-in = This file is not in the book.
added-sealed = It is locked away in the book.
added-twice = It was in the book already. Nothing was put in twice.
added-read = It was read.
added-kept = It was not read. It is kept, and you can give it to others just as it is.
added-asks = There is one thing only you can say about this file
added-details = More about how it was read
added-entries = Entries found: { $entries }.
added-every-byte = Every byte of the file is accounted for: it was read, or it is listed as not read.
added-bytes = Accounted for: { $done } of { $of } bytes. The rest could not be reached.
added-link-file = See this file
added-unread = What could not be read
added-phone = Nothing was deleted from your phone or from your computer. Keep the phone, and keep the chats on it.
added-next = What you can do next
added-link-who = Say who is who
added-link-more = Put in more files
added-link-files = See all your files
added-link-path = Back to your book
added-stop = You can stop here and come back at any time.
