"""What the findings say, made ready for a page: cited lines, figures, pictures, a past day.

The one thing a reader would get wrong: nothing is worked out here. A page shows what the case file
says, and every line keeps the entries and decisions it rests on.
"""
