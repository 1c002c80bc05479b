"""The figures: by week, by hour, the cells of the chronology, and how each is worked out again.

The one thing a reader would get wrong: what has no certain time is in no bar and is counted apart.
"""
