"""What stands round every page: forms read, templates drawn, hostile text shown, failures told.

The one thing a reader would get wrong: no page is made here, and no book is touched.
"""
