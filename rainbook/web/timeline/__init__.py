"""The picture of contacts over time: what was asked for, how it is drawn, and the same as tables.

The one thing a reader would get wrong: nothing here reads a word of any message. The picture and
its tables are made from times, channels and decisions alone.
"""
