"""The elements of the law beside what is on record: one file for each sort of record that bears.

The one thing a reader would get wrong: `elements.matrix_of` is the only way in, and nothing it
returns says that an element is made out.
"""
