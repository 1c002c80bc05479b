"""The proof that a bundle gives all of the records with one person, and how it is checked.

The one thing a reader would get wrong: docs/bundle-format.md is the authority. It says to the byte
what is hashed; where this code and that page differ, this code is wrong.
"""
