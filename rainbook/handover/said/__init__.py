"""What the other documents say: the findings, the law, a thread, what changed, facts only.

The one thing a reader would get wrong: nothing is worked out here; it is put into words, with the
lines and log numbers it rests on.
"""
