"""One file for each kind of file that the gate looks into.

The one thing a reader would get wrong: a file here says what is written somewhere, never whether
it matters. What is sought, and what happens when it is found, is one folder up.
"""
