"""Checklists that a mentor keeps: made, changed, let go; and answered in a review."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.models import Round
from mentorship.critique.access import require
from mentorship.critique.comments.drafts import review_of
from mentorship.critique.models import Checklist, FilledChecklist
from mentorship.toolbox.access import open_to_all
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from mentorship.toolbox.web.once import once

MAX_CHECKLISTS = 20


@open_to_all(
    "whoever is signed in may keep questions of her own; `by.account` is refused to others"
)
@transaction.atomic
def make_checklist(name: str, questions: Sequence[str], *, by: Reader, key: UUID) -> Checklist:
    """Keep these questions. `key` of the form: sent twice it keeps them once.

    Raises Refused "too-many" (422).
    """
    owner, key, asked = by.account, once(key, name, list(questions)), list(questions)
    User.objects.lock(owner)
    known = Checklist.objects.owned_by(by).filter(key=key).first()
    if known:
        return known
    if Checklist.objects.owned_by(by).count() >= MAX_CHECKLISTS:
        raise Refused("too-many", _too_many(), status=422)
    return Checklist.objects.create(owner=owner, name=name, questions=asked, key=key)


@open_to_all("only her own are found: `_held` refuses others")
@transaction.atomic
def change_checklist(
    checklist: Checklist, *, by: Reader, name: str, questions: Sequence[str], revision: int
) -> None:
    """Let it ask this from now on; what was answered already stays as it was asked.

    revision  the one the writer saw

    Raises Refused "deleted", and Stale when another window has changed it.
    """
    kept = _held(checklist, by)
    if (kept.name, kept.questions) == (name, list(questions)):
        return
    if revision != kept.revision:
        raise Stale(kept, seen=kept.revision, field="questions")
    kept.name, kept.questions, kept.revision = name, list(questions), kept.revision + 1
    kept.save(update_fields=["name", "questions", "revision"])


@open_to_all("only her own are found")
@transaction.atomic
def let_checklist_go(checklist: Checklist, *, by: Reader) -> None:
    """Keep it no longer; what was answered with it stays. Twice is once."""
    Checklist.objects.owned_by(by).filter(pk=checklist.pk).delete()


@transaction.atomic
def answer_checklist(
    asked: Round,
    checklist: Checklist | FilledChecklist,
    *,
    by: Reader,
    answers: Sequence[str],
    revision: int,
) -> None:
    """Keep these answers for her review in this round; nobody sees them before it is sent.

    answers   one for each question, empty where there is none
    revision  of the answers she saw; 0 when there were none

    Raises Refused "not-found" (404), and Stale when another window has answered meanwhile.
    """
    require(by, "finish", on=asked)
    review = review_of(asked, by=by)
    ref = _held(checklist, by).ref if isinstance(checklist, Checklist) else checklist.made_of
    filled = FilledChecklist.objects.visible_to(by).filter(review=review, made_of=ref).first()
    if filled is None:
        FilledChecklist.objects.create(
            review=review,
            made_of=ref,
            name=checklist.name,
            questions=checklist.questions,
            answers=list(answers),
        )
        return
    if filled.answers == list(answers):
        return
    if revision != filled.revision:
        raise Stale(filled, seen=filled.revision, field="answers")
    filled.answers, filled.revision = list(answers), filled.revision + 1
    filled.save(update_fields=["answers", "revision"])


def _held(checklist: Checklist, by: Reader) -> Checklist:
    mine = Checklist.objects.owned_by(by).select_for_update(no_key=True)
    found = mine.filter(pk=checklist.pk).first()
    if found is None:
        raise Refused("deleted", _("This checklist has been deleted."), field="questions")
    return found


def _too_many() -> str:
    return ngettext(
        "You keep %(limit)s checklist, and there is no room for more. Delete one first.",
        "You keep %(limit)s checklists, and there is no room for more. Delete one first.",
        MAX_CHECKLISTS,
    ) % {"limit": MAX_CHECKLISTS}
