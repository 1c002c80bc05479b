"""What can be made of a bundle that is already written: one file for each standard.

The one thing a reader would get wrong: nothing here looks at the case. An extra knows only the
files of the bundle, so it can never hand over more than the bundle did.
"""
