"""A refusal: a sentence that says what to do, raised by actions and answered in one place."""


class Refused(Exception):  # noqa: N818 - it is an answer, not an error
    """Why a person may not do this now.

    code      stable, for tests and callers: "closed", "too-many".
    sentence  what the person reads: what is the case and what to do.
    field     the form field the sentence belongs beside, if one does.
    status    HTTP status of the answer when no form shows the sentence: 4xx.
    """

    def __init__(self, code: str, sentence: str, *, field: str | None = None, status: int = 409):
        super().__init__(code)
        self.code = code
        self.sentence = sentence
        self.field = field
        self.status = status
