"""Lets `python -m rainbook` do what the command `rainbook` does.

The one thing a reader would get wrong: nothing belongs here; what begins is `rainbook.start`.
"""

from rainbook.start import main

if __name__ == "__main__":
    main()
