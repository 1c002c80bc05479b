# Things to write down, from a list that somebody made in a file.

list-in-title = What you said
list-in-back = Say something else
list-in-heading = Take in a list
list-in-lead = You can put in a list of things to write down. A helper may have made it for you, with another program. Most people do not need this.
list-in-all = All of the list is looked at first. If one line of it cannot be, nothing is written down. You can take back each line later.
list-in-file = The file with the list
list-in-hint = A JSON file of up to { $most } MB, made the way the command line takes it.
list-in-go = Write it down
list-in-none = Choose a file first.
list-in-wrong = This file does not hold such a list. Nothing was written down. Ask whoever made it to look at it again.
list-in-no-name = This file
list-in-too-long = This file is too long. It can be up to { $most } MB. Cut it in two and try again.
list-in-writing = Writing down the list
list-in-not-done = Nothing was written down
list-in-another = Choose another file
list-in-done = The list is written down
list-in-each = Each line of it stands in the list of what you said. You can take back each one there.
list-in-look = See what you said
