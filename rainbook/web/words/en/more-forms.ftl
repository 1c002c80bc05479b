# Other forms of a folder that was given.

more-forms-title = Other forms
more-forms-heading = Other forms of a folder
more-forms-first = You need none of these to report. Most people want the folder itself. Each one starts from a folder that is written already. It is checked first. Nothing is sent.
more-forms-missing = This needs { $package }, which is not on this computer.
more-forms-missing-do = Somebody who put this program here can add it. Without it, nothing will be written.
more-forms-no-such = There is no such form. Go back to the list.
more-forms-which = Of which folder?
more-forms-name = Name of what is written
more-forms-make = Make it
more-forms-writing = Making another form of the folder
more-forms-not = It was not made
more-forms-try = Try once more
more-forms-done = It is written
more-forms-another = Make another form

more-forms-volumes = Parts of a size
more-forms-volumes-about = ZIP files that fit a page for sending, or a mail. Each one opens by itself.
more-forms-volumes-more = A ZIP file is not locked. Anyone who has it can open it.
more-forms-volumes-then = Begin with volume-1.zip. The file how-to-join.txt in it says how to put them together.
more-forms-size = How large may one part be?
more-forms-size-hint = Such as 25 MB. The page you send it to says how much it takes.
more-forms-size-wrong = Type a number and MB or GB, such as 25 MB.

more-forms-age = A locked copy for one person
more-forms-age-about = One file that only the person with the key can open.
more-forms-age-more = Ask for the key in a way the other person cannot see. Compare it by voice. You cannot open the copy yourself.
more-forms-age-then = Only the holder of the key can open it. The folder itself is still not locked.
more-forms-keys = Their public key
more-forms-keys-hint = One on each line. It begins with age1 or ssh-ed25519. Never type a secret key.
more-forms-keys-missing = Type the public key of the person it is for.

more-forms-sign = A signed copy of the first paper
more-forms-sign-about = For someone who has a key to sign papers with. The folder stays as it is.
more-forms-sign-more = Whoever gets the copy sees the name in the key. The time in it is what the clock of this computer says.
more-forms-sign-then = The copy is signed. It covers the first paper only, not the rest of the folder.
more-forms-key = Where is the file with the key?
more-forms-key-hint = The full path of a file that ends in .p12 or .pfx.
more-forms-key-missing = Say where the file with the key is.
more-forms-password = Password of the key
more-forms-password-hint = It is used once and not kept.

more-forms-bag = A bag for an archive
more-forms-bag-about = A form that archives and libraries take.
more-forms-bag-more = It holds the folder and lists that archives can check. The name of the form is BagIt.
more-forms-bag-then = Any tool for BagIt can check it.

more-forms-case = A file for other programs
more-forms-case-about = A form that some units use to pass files on. It holds what the tables hold, and no more.
more-forms-case-more = The name of the form is CASE/UCO.
more-forms-case-then = It holds what the tables hold, and no more.

more-forms-stamps = A time stamp
more-forms-stamps-about = A note signed by a stamp service. It says the folder was there at some time.
