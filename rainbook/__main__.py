"""Lets `python -m rainbook` do what the command `rainbook` does.

The one thing a reader would get wrong: nothing belongs here; the command line is `rainbook.cli`.
"""

from rainbook.cli import main

if __name__ == "__main__":
    main()
