"""Guards: what keeps the answers honest about who is who, how many, and what else it could be.

The one thing a reader would get wrong: a guard changes no count and no outcome. It says what the
links rest on and asks for other explanations, of every case alike.
"""
