"""What people say about a page: what is looked for in it before it is kept, and how it is kept.

The one thing a reader would get wrong: nothing here sends anything, and nothing here blocks; it
finds and shows, and the person decides.
"""

from rainbook.web.feedback.danger import DANGERS, Danger, dangers_in
from rainbook.web.feedback.personal import KINDS, Seen, personal_in, without
from rainbook.web.feedback.store import Entry, FeedbackNotKept, Kept

__all__ = [
    "DANGERS",
    "KINDS",
    "Danger",
    "Entry",
    "FeedbackNotKept",
    "Kept",
    "Seen",
    "dangers_in",
    "personal_in",
    "without",
]
