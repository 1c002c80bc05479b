"""One file for each file of a bundle; each holds FORMAT.

The one thing a reader would get wrong: they are written in the order of their names, and none may
read what another wrote.
"""
