"""What the index says on its two pages.

The one thing a reader would get wrong: room is given out first and filled after; what does not fit
is counted, and stands whole in a CSV file.
"""
