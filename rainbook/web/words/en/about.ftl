# What the program is, what it cannot do, what stays here, who can use it, and whose work it holds.

about-title = About
about-heading = About this program
about-what = Rainbook is a private record book. It takes your own files, locks them, and shows what they show. You choose what you hand over, and to whom.

## Plainly

about-plain-heading = Please know this first
about-plain =
    - **It was not tested** with people who live through this, nor with the police or the courts.
    - **It is not legal advice.** It sets what you have beside the words of the law, as they stood on a day it names.
    - **It cannot tell you that you are out of danger.** If it finds nothing, that does not mean that nothing is there.
    - **You do not need it to report.** You can report today, with no record at all.
    - **It gives no score and no verdict.** What it is, a court can say.

## What it cannot see

about-blind-heading = What it cannot see
about-blind =
    - What was wiped before you took the file out of the app.
    - What is on a phone, an app or an account you gave no file of.
    - What was said aloud, unless you write it down.
    - Who held the phone. A message shows the number, not the hand.
    - If a clock was right.
    - If a file was changed before you got it.
    - What is in a picture or in a voice message.

## What stays on this computer

about-stays-heading = What stays on this computer
about-stays =
    - Your book is a locked folder. It stays where you put it.
    - The program sends nothing. It calls no one, and asks no other computer for anything.
    - It runs on this computer only. Other computers cannot reach it.
    - There is no account, no e-mail, and no count of who uses it.
    - The guide and the questions keep nothing of yours.
about-traces-heading = What can still be seen
about-traces =
    - The program and the folder can be found by someone who looks. It does not hide.
    - Your browser may keep a list of the pages you opened. Their names are plain.
    - How many files are in the book, how large they are and when they were put there can be seen. What is in them cannot.
    - Someone who sees this screen, or the keys you press, can read all of it.
    - A folder you hand over can be read by each person who gets it. It may reach the other person too.
about-end-heading = If you no longer want the book
about-end =
    - There is no button for it. Lock the book, and delete its folder on this computer. Empty the bin too.
    - Think first. You may want to give a copy to someone you trust before you do.
    - Copies stay: on a stick, in a backup, with a person you gave one to. So do folders you handed over.
    - An expert may still find traces of a folder that was deleted. They are locked, if it was the book.

## For everyone

about-all-heading = If you see, hear or move in your own way
about-all =
    We aim for the rules called WCAG 2.2, level AA. The pages are made so that:

    - all of it can be done with the keyboard alone
    - a screen reader can read them, and large text fits, on a narrow screen too
    - nothing is told by colour alone, and nothing moves by itself
    - most work with scripts turned off, and one that does not says so
about-all-not =
    We have tested it with programs that look for faults. We have not yet tested it with people who use such aids. The folders you hand over hold PDF files. Some of those may be hard to read with a screen reader.
about-words-heading = Plain words and other languages
about-words = The English words are kept short on purpose, and their reading age is measured. The Welsh words are a draft. No Welsh speaker has checked them.

## Whose work it holds

about-work-heading = Whose work it holds
about-work =
    Rainbook is free to use, share and change, under the Apache licence, version 2.0.

    - The look of the pages uses GOV.UK Frontend, under the MIT licence. This is not a page of any government.
    - The guide quotes a public page word for word, and says so each time.
    - The law is quoted from public texts of the Acts, with the day of each.
about-link-limits = All of this at length is in the folder "docs" that comes with the program: limits.md and attackers.md.
