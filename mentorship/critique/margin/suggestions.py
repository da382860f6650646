"""Proposed wording as people see it: what would go and what would stand there, word by word."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What became of a suggestion."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ShownSuggestion:
    """One suggestion as the page shows it. `new` is empty to leave the words out."""

    old: str
    new: str
    state: State
    may_decide: bool


def state_of(accepted: object, declined: object, done: object) -> State:
    """By which of its moments have come."""
    if done:
        return State.DONE
    if accepted:
        return State.ACCEPTED
    return State.DECLINED if declined else State.OPEN
