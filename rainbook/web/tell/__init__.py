"""The questions only the person can answer, as data, and the one engine that asks them.

The one thing a reader would get wrong: a page and the command line must agree on what was asked.
The keys under which a question is passed over or answered are the same in both.
"""
