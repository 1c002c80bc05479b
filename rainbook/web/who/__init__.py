"""What the pages about people and decisions share: how they are named, said, and found again.

The one thing a reader would get wrong: nothing here writes anything down; the pages do.
"""
