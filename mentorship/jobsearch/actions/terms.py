"""The terms of a posting as its seeker wants them: added, dropped, weighed, said in other words."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from accounts.reader import Reader
from mentorship.jobsearch import budgets
from mentorship.jobsearch.access import held, require
from mentorship.jobsearch.coverage.evidence import name_of
from mentorship.jobsearch.models import Pursuit, Term
from mentorship.toolbox.clock.moments import now


@transaction.atomic
def add_term(pursuit: Pursuit, *, by: Reader, text: str, weight: str) -> None:
    """Look for this, too; one that was dropped comes back.

    Raises Refused as `budgets.require_room_for_term`.
    """
    require(by, "own", on=pursuit)
    _change(pursuit, text, weight=weight, dropped_at=None, added_at=now())


@transaction.atomic
def drop_term(pursuit: Pursuit, *, by: Reader, text: str) -> None:
    """Look for it no more. Raises Refused as `add_term`."""
    require(by, "own", on=pursuit)
    _change(pursuit, text, dropped_at=now())


@transaction.atomic
def bring_term_back(pursuit: Pursuit, *, by: Reader, text: str) -> None:
    """Look for it again. Raises Refused as `add_term`."""
    require(by, "own", on=pursuit)
    _change(pursuit, text, dropped_at=None)


@transaction.atomic
def weigh_term(pursuit: Pursuit, *, by: Reader, text: str, weight: str) -> None:
    """It is required, or nice to have, whatever the posting says. Raises Refused as `add_term`."""
    require(by, "own", on=pursuit)
    _change(pursuit, text, weight=weight)


@transaction.atomic
def call_term_the_same(pursuit: Pursuit, *, by: Reader, text: str, same_as: Sequence[str]) -> None:
    """These words say the same to her; none for only its own. Raises Refused as `add_term`."""
    require(by, "own", on=pursuit)
    _change(pursuit, text, same_as=list(same_as))


def _change(pursuit: Pursuit, text: str, **facts: str | list[str] | datetime | None) -> None:
    kept = held(pursuit)
    budgets.require_room_for_term(kept, name_of(text))
    Term.objects.update_or_create(
        pursuit=kept, name=name_of(text), defaults=facts, create_defaults={"text": text, **facts}
    )
