"""The schedules: identifiers, what may soon be gone, contacts with services, who produces what.

The one thing a reader would get wrong: clocks are counted from the state of the records, never from
the computer's date.
"""
