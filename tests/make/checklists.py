"""Checklists that mentors keep, and answer in their reviews."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle.models import Round
from mentorship.critique import actions
from mentorship.critique.models import Checklist, FilledChecklist

QUESTIONS = ("Is it one page?", "Does each job begin with a result?")


def checklist(owner: User, name: str = "Basics", questions: Sequence[str] = QUESTIONS) -> Checklist:
    """One of hers."""
    return actions.make_checklist(name, questions, by=as_account(owner), key=uuid4())


def answered(
    asked: Round, mentor: User, answers: Sequence[str] = ("yes", "no"), **facts: Any
) -> FilledChecklist:
    """What she says with one in this round; only she sees it until she finishes."""
    by = as_account(mentor)
    actions.answer_checklist(asked, checklist(mentor, **facts), by=by, answers=answers, revision=0)
    return FilledChecklist.objects.visible_to(by).filter(review__round=asked).latest("pk")
