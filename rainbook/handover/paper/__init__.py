"""How a document is set: what every character looks like, times in words, PDF and CSV files.

The one thing a reader would get wrong: the PDFs mark what cannot be seen; the CSV files are exact.
"""
