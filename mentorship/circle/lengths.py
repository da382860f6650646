"""How long what people write in an ask may be, in code points. Forms and models take it from here."""

MAX_NAME = 80
MAX_SENTENCE = 600
MAX_QUESTION = 200
MAX_CODE = 20
MAX_ROUND_NAME = 120
MAX_QUESTIONS = 3
