"""What somebody is to do next, as pages offer it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NextStep:
    """A plain sentence, and the next step."""

    sentence: str
    step: str
    url: str
