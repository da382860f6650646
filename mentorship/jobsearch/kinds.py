"""The kinds of notices about jobs one goes for."""

NEXT_STEP = "jobsearch.next_step"  # on the morning of the day it was planned for
UNSENT_LETTER = "jobsearch.unsent_letter"  # once, when a letter to an employer has not left
