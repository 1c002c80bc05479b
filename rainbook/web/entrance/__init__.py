"""Who comes in, what everybody takes away, and what is shown to those who do not come in.

The one thing a reader would get wrong: everything here runs before a page is chosen; nothing in it
knows a book.
"""
