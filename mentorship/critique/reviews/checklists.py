"""What was answered with a checklist, as its author and the seeker read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from mentorship.critique.models import FilledChecklist
from mentorship.toolbox.words.phrases import listed

Answer = FilledChecklist.Answer


@dataclass(frozen=True, slots=True)
class Line:
    """One question with its answer: a value of `FilledChecklist.Answer`, and its word."""

    question: str
    answer: str
    word: str


@dataclass(frozen=True, slots=True)
class Answered:
    """One checklist. `sum` is "6 yes, 1 no and 1 not sure"; what has no answer is left out of `lines`."""

    name: str
    sum: str
    lines: Sequence[Line]


def as_sent(filled: FilledChecklist) -> Answered:
    """What left with the review."""
    return _answered(filled, filled.sent_answers)


def as_it_is(filled: FilledChecklist) -> Answered:
    """What only its author sees, until she sends it."""
    return _answered(filled, filled.answers)


def _answered(filled: FilledChecklist, answers: Sequence[str]) -> Answered:
    pairs = zip(filled.questions, answers, strict=True)
    lines = [Line(text, said, str(Answer(said).label)) for text, said in pairs if said]
    return Answered(filled.name, _sum([line.answer for line in lines]), lines)


def _sum(answers: Sequence[str]) -> str:
    counts = {answer: answers.count(answer) for answer in Answer.values}
    yes, no, unsure = counts.values()
    parts = (
        (yes, ngettext("%(count)s yes", "%(count)s yes", yes)),
        (no, ngettext("%(count)s no", "%(count)s no", no)),
        (unsure, ngettext("%(count)s not sure", "%(count)s not sure", unsure)),
    )
    return listed(word % {"count": count} for count, word in parts if count)
