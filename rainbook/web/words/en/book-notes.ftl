# What is said about the book as a whole.

book-notes-title = Notes
book-notes-heading = Notes on the whole book
book-notes-intro = These notes go with all that your book says.
book-notes-none = There is nothing to say about the book as a whole.
book-notes-empty = Your book is empty so far. So there is nothing to say about it yet.
book-notes-unread = What could not be read
book-notes-unread-intro = These places in your files could not be read. What stands there is not known. Keep the files as they are.
book-notes-unread-none = No place was found that could not be read.
book-notes-unread-no-files = No file has been put in yet, so none has been read.
book-notes-file = In the file
book-notes-place = From byte { $start } to byte { $end }
book-notes-unknown = What this leaves open: { $what }
