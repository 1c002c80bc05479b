"""How to get a file out of a phone or an app, step by step, with a drawn picture to each step.

The one thing a reader would get wrong: the pictures are ours. They show where a thing is, not how
an app looks, and they hold no brand's mark.
"""

from rainbook.web.drawn.guides import GUIDES, PHONES, Guide, Step, guide_named, guides_for
from rainbook.web.drawn.pictures import Picture

__all__ = ["GUIDES", "PHONES", "Guide", "Picture", "Step", "guide_named", "guides_for"]
