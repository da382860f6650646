"""How much one person, one address or one network may cause. Settings, each from the environment."""

from mentorship import environment as env

# Letters a day that people outside can cause. Asked for: codes and new links, without a sign-in.
MAX_LETTERS_ASKED_FROM_ONE_PLACE = env.number("MAX_LETTERS_ASKED_FROM_ONE_PLACE", 10, least=1)
MAX_LETTERS_ASKED = env.number("MAX_LETTERS_ASKED", 30, least=1)  # to one mailbox, from anywhere
# Afterwards so many for whoever comes from a network that has not asked yet: a few strangers keep
# nobody out for a day.
MAX_LETTERS_ASKED_AFRESH = env.number("MAX_LETTERS_ASKED_AFRESH", 100)
# And so many in browsers in which the address was proved before: no stranger has one.
MAX_LETTERS_ASKED_KNOWN = env.number("MAX_LETTERS_ASKED_KNOWN", 30, least=1)
MAX_PASSWORDS_TRIED = env.number("MAX_PASSWORDS_TRIED", 100, least=10)  # for one address a day
MAX_INVITATIONS_PER_MAILBOX = env.number("MAX_INVITATIONS_PER_MAILBOX", 5, least=1)
MAX_LETTERS_PER_MAILBOX = env.number("MAX_LETTERS_PER_MAILBOX", 60, least=1)  # all others
MAX_LETTERS_PER_NETWORK = env.number("MAX_LETTERS_PER_NETWORK", 200, least=1)
MAX_LETTERS_A_DAY = env.number("MAX_LETTERS_A_DAY", 5000, least=1)

# Uploads, and how long is kept what may be our mistake.
UPLOAD_LIMIT = 10 * 1024 * 1024
KEEP_REFUSED_DAYS = env.number("KEEP_REFUSED_DAYS", 14, most=365)  # a refusal may be wrong
KEEP_ORPHANS_DAYS = env.number("KEEP_ORPHANS_DAYS", 30, least=1, most=3650)  # so may the database
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # forms; files are counted by UPLOAD_LIMIT
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# What one person may have here. So much that only a machine meets it: see `documents.budgets`.
MAX_UPLOADS_AN_HOUR = env.number("MAX_UPLOADS_AN_HOUR", 120, least=1)
MAX_FILES_WAITING = env.number("MAX_FILES_WAITING", 60, least=1)  # to be prepared, at once
MAX_FILES_PER_PERSON = env.number("MAX_FILES_PER_PERSON", 2000, least=1)
MAX_MEGABYTES_OF_FILES = env.number("MAX_MEGABYTES_OF_FILES", 2000, least=1)
MAX_MEGABYTES_OF_IMAGES = env.number("MAX_MEGABYTES_OF_IMAGES", 4000, least=1)
MAX_MEGABYTES_OF_IMAGES_PER_VERSION = env.number(
    "MAX_MEGABYTES_OF_IMAGES_PER_VERSION", 16, least=1, most=1000
)
# What a process may use while it reads one document, LibreOffice too.
MAX_MEGABYTES_OF_MEMORY_PER_DOCUMENT = env.number(
    "MAX_MEGABYTES_OF_MEMORY_PER_DOCUMENT", 400, least=300
)
# The same of her jobs; see `jobsearch.budgets`.
MAX_JOBS_PER_PERSON = env.number("MAX_JOBS_PER_PERSON", 1000, least=1)
MAX_POSTINGS_WAITING = env.number("MAX_POSTINGS_WAITING", 5, least=1)  # files to read, or refused
MAX_TERMS_CHANGED = env.number("MAX_TERMS_CHANGED", 100, least=1)  # of one posting
# What one person may say in one round; see `critique.comments.budgets`.
MAX_COMMENTS_PER_ROUND = env.number("MAX_COMMENTS_PER_ROUND", 1000, least=1)
MAX_CHARACTERS_PER_ROUND = env.number("MAX_CHARACTERS_PER_ROUND", 500_000, least=20_000)

# Files that are opened: how long a worker has one to itself at least, and seconds from one try to the
# next of what failed for no fault of the file; then a day, so many times.
OPENING_LEASE_SECONDS = env.number(
    "OPENING_LEASE_SECONDS", 90, least=70
)  # two tries of 30, and some
OPENING_PAUSES = env.seconds("OPENING_PAUSES", "20 60 300 1200 3600 14400 43200")
OPENING_DAYS = env.number("OPENING_DAYS", 14, least=1, most=365)

# Letters that did not leave, and notices of which no letter could be made: seconds from one try to the
# next, the last pause again and again.
SENDING_PAUSES = env.seconds("SENDING_PAUSES", "60 300 900 3600 10800")
GATHERING_PAUSES = env.seconds("GATHERING_PAUSES", "60 300 1800 7200 43200")

KEEP_LETTERS_DAYS = env.number("KEEP_LETTERS_DAYS", 90, least=1, most=3650)  # their words

# Bytes of one request; a proxy in front must let as much through, and buffer it.
MAX_BODY = UPLOAD_LIMIT + 2 * 1024 * 1024
MAX_BODY_OF_STRANGERS = DATA_UPLOAD_MAX_MEMORY_SIZE + 64 * 1024  # forms alone

# How long a ten-second look takes: for tests, and whoever wants another measure for all.
LOOK_SECONDS = env.number("LOOK_SECONDS", 10, least=1, most=60)
