"""The local app: pages in the person's own browser, served by this computer to itself.

The one thing a reader would get wrong: nothing is decided here. A page asks the case and shows what
it says; what a page can do, the command line can do.
"""
