"""One file for each page, or for pages that are one thing.

The one thing a reader would get wrong: no list is edited to add one. A file here that defines PAGES
is served; its words are in words/en under the same name.
"""
