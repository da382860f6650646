"""How much a look may hold. Columns, forms and scripts ask here."""

from datetime import timedelta

MAX_JOB = 160  # characters: what a reader takes the job to be, and what it is
MAX_STRENGTH = 240
MAX_STOPPED = 1000
MAX_FOR_WHOM = 80
MAX_EYES = 6  # places where the eye went
MAX_DRAWN = 40  # boxes that a seeker draws herself
MAX_LOOKS = 50  # that one link may give
LOOKS = 5  # that a link gives where nothing else was said
MAX_LINKS = 20  # of one document that are open at once
LINKS_LAST = timedelta(days=14)
MAX_LOOK = timedelta(minutes=10)  # for whoever wants as long as she likes
SPARE = timedelta(seconds=5)  # for the picture to arrive
