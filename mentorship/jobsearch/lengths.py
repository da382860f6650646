"""How long what people write about a job may be, in code points. Forms and models take it from here."""

from mentorship.jobsearch.coverage.evidence import LONGEST_TERM

MAX_ROLE = 120
MAX_EMPLOYER = 120
MAX_LINK = 1000
MAX_POSTING = 40_000
MAX_STEP = 200
MAX_ANSWER = 10_000
MAX_POSTING_FILE = 5 * 1024 * 1024  # bytes
MAX_TERM = LONGEST_TERM
MAX_TERM_NAME = 3 * MAX_TERM  # folded, one sign may become three
MAX_LESSON = 200
MAX_LESSONS = 3  # of one job
