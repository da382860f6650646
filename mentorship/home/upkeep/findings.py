"""What a check finds out: whether a part of the service is well, and a sentence about it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import Error


@dataclass(frozen=True, slots=True)
class Finding:
    """What is so with one part.

    sentence  for whoever runs the service: what is the matter and what to do, or what is well
    seconds   an age or a difference, where the part has one
    """

    is_well: bool
    sentence: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One part of the service, and how to find out about it; `find` may take a few seconds.

    is_essential  no page is right without it
    is_quick      asked for the health page, too
    holds         seconds for which what was found out will do for whoever asks often
    """

    name: str
    find: Callable[[], Finding]
    is_essential: bool = False
    is_quick: bool = True
    holds: float = 0.0

    def ask(self) -> Finding:
        """What is so now. A database that is away is a finding, too."""
        try:
            return self.find()
        except Error as error:
            return Finding(False, f"The database does not answer ({type(error).__name__}).")


def well(sentence: str, seconds: float | None = None) -> Finding:
    """All is as it should be."""
    return Finding(True, sentence, seconds)


def amiss(sentence: str, seconds: float | None = None) -> Finding:
    """Something has to be done."""
    return Finding(False, sentence, seconds)
