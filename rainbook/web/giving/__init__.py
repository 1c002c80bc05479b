"""What the pages for giving share: what was chosen, names of folders, the writing itself.

The one thing a reader would get wrong: nothing here is kept on the disk. What was chosen lies on
the desk and is gone when the book is locked.
"""
