"""What the pages of the diary share: the fields of its form, and the photo on its way in.

The one thing a reader would get wrong: nothing typed is kept outside the book, and in it only
encrypted.
"""
