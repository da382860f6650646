"""How long what people write about themselves may be, in code points. Forms and models take it from here."""

MAX_NAME = 80
