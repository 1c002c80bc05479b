"""What a court asks next: one file for each question, each ending in `QUESTION = …`.

The one thing a reader would get wrong: a question that is raised is not a weakness that was found,
and one that is not raised is not answered. Each is raised by what is recorded, or by what is not,
and says by which entries.
"""
