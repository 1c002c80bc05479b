"""Orders, clause by clause: which acts may touch which clause, and what is not recorded.

The one thing a reader would get wrong: `clauses.clauses_of` and `papers.orders_lines` are the ways
in; "possible breach" is the most that is ever said.
"""
