"""Time stamps (RFC 3161): asking for one and reading the answer. Only a hash ever leaves.

The one thing a reader would get wrong: nothing here sends anything; the person does.
"""
