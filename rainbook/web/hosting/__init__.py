"""The guide for everybody, on a machine of an organisation: no book, no cookie, no log of visitors.

The one thing a reader would get wrong: this is not the app with some pages taken away. It is put
together here from a short list of pages, and it never loads the others.
"""
