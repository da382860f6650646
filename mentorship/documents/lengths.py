"""How long what people write about a document may be, in code points. Forms and models take it from here."""

MAX_TITLE = 120
MAX_NOTE = 2000
MAX_CHANGE = 300
MAX_EMPLOYER = 120
MAX_DRAFT = 100_000
