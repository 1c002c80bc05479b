# Taking a folder that somebody gave into an empty book.

take-in-title = Take in a folder
take-in-heading = Take in a folder you were given
take-in-first = This is for someone who helps. It takes in a folder that a person gave you. Then it works everything out again, and says if it comes out the same.
take-in-how = First every byte is checked. Then the files are sealed in this book. If you stop in between, begin again with the same folder.
take-in-which = Which folder?
take-in-begin = Check it and take it in
take-in-full = The book that is open holds something already. A folder goes into a book of its own, so that nothing is mixed. Make an empty book first. Then come back here.
take-in-new = Make an empty book
take-in-check = Only check a folder
take-in-reading = Taking in the folder
take-in-not = Nothing was taken in
take-in-again = Choose again
take-in-same = It comes out the same here
take-in-same-part = What could be compared is the same
take-in-differs = Not everything comes out the same
take-in-sealed = { $files ->
        [one] { $files } file is sealed in this book.
       *[other] { $files } files are sealed in this book.
    } { $extracts } of them are parts of a file. { $decisions ->
        [one] { $decisions } choice was written down
       *[other] { $decisions } choices were written down
    } under your name, each with who made it there, and when.
take-in-table = There and here
take-in-what = What
take-in-there = There
take-in-here = Here
take-in-came-out = How it came out
take-in-the-same = the same
take-in-differ = { $lines ->
        [one] { $lines } line is not the same
       *[other] { $lines } lines are not the same
    }
take-in-table-lines = Lines of messages and calls
take-in-table-findings = What it shows, line by line
take-in-table-elements = What the law asks, line by line
take-in-table-orders = Acts beside the parts of orders
take-in-these-differ = Not the same:
take-in-beyond = These rest on records you were not given. They may say something else there:
take-in-more = { $more } more are not listed here.
take-in-also = Also to know
take-in-left-out = Left out:
take-in-not-read = Could not be read:
take-in-withheld = { $lines } lines of other people came without their words, so they are not here.
take-in-not-compared = Not compared, since it is not in the folder or cannot be read:
take-in-masked = In { $lines } lines something was kept back. How long a message is may count other letters here.
take-in-extracts = Some files are only a part of the first one. What rests on the rest of it can only be seen in the book it came from.
take-in-not-shown = "The same" does not say who wrote a message.
take-in-go-on = Go on with this book
