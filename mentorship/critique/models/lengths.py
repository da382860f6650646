"""How long what people write about a text may be, in code points. Forms and models take it from here."""

MAX_COMMENT = 10_000
MAX_WHY = 1000
MAX_WORDING = 2000  # longer words are not offered for changing either
MAX_SUMMARY = 4000
MAX_REASON = 500
MAX_DECISION = 500
MAX_SAVED = 4000  # a comment kept to be used again
MAX_SAVED_TITLE = 60
MAX_SEEN = 40  # a moment, sent back as the page wrote it
MAX_MESSAGE = 600  # it may go into the letter that asks for another look
MAX_CHECKLIST_NAME = 60
MAX_QUESTION = 200  # of a checklist
MAX_PRIVATE_NOTE = 4000
