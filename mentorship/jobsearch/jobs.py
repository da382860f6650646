"""What a seeker says of a job, and what she learnt from it."""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Job:
    """What the form about a pursuit says; its stage is moved by itself.

    posting  at most `lengths.MAX_POSTING` characters
    """

    role: str
    employer: str = ""
    link: str = ""
    posting: str = ""
    next_step: str = ""
    next_on: date | None = None
    deadline: date | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """The same by the names of columns."""
        return {
            "role": self.role,
            "employer": self.employer,
            "link": self.link,
            "posting": self.posting,
            "next_step": self.next_step,
            "next_on": self.next_on,
            "deadline": self.deadline,
        }


@dataclass(frozen=True, slots=True)
class Learnt:
    """One lesson as the form about them says it; without a text there is none.

    text      at most `lengths.MAX_LESSON` characters
    is_shown  whether the people she asks see it
    """

    text: str
    is_shown: bool = False
