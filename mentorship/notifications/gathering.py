"""Due notices become letters: one per person and kind, and only of what may still be told.

A kind may want them apart: see `Kind.together`.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from mentorship.notifications import kinds, ledger
from mentorship.notifications.composing import compose
from mentorship.notifications.models import Letter, Notice


def gather() -> None:
    """Write the letters that due notices wait for."""
    groups = Notice.objects.waiting_for_a_letter().values_list("person", "event__kind").distinct()
    for person_id, kind in groups:
        with transaction.atomic():
            # Locked, so that two sweeps at once cannot put one notice into two letters.
            notices = (
                Notice.objects.waiting_for_a_letter()
                .filter(person=person_id, event__kind=kind)
                .select_related("person", "event")
                .select_for_update(of=("self",), skip_locked=True)
                .order_by("pk")
            )
            bundles = defaultdict(list)
            for notice in notices:
                bundles[kinds.of(kind).together(notice)].append(notice)
            for bundle in bundles.values():
                write(kind, bundle)


def write(kind: str, notices: Iterable[Notice]) -> Letter | None:
    """One letter of these notices to their person; None when none of them may be told."""
    asked = [(notice, kinds.of(kind).may_still_be_told(notice)) for notice in notices]
    told = [notice for notice, may in asked if may]
    drop(notice for notice, may in asked if not may)
    if not told:
        return None
    person = told[0].person
    context, headers = kinds.of(kind).context(told), kinds.of(kind).headers(told)
    letter = compose(kind, address=person.email, person=person, context=context, headers=headers)
    Notice.objects.filter(pk__in=[notice.pk for notice in told]).update(letter=letter)
    return letter


def drop(notices: Iterable[Notice]) -> None:
    """These are not told by letter any more."""
    gone = [notice.pk for notice in notices]
    Notice.objects.filter(pk__in=gone).update(
        dropped_at=timezone.now(), reason="may-no-longer-be-told"
    )


def is_overtaken(letter: Letter) -> bool:
    """Whether one of the letter's notices may no longer be told to its person."""
    kind = kinds.of(letter.kind)
    notices = letter.notices.select_related("person", "event")
    return not all(kind.may_still_be_told(notice) for notice in notices)


@transaction.atomic
def replace(letter: Letter) -> Letter | None:
    """End an overtaken letter that never left, and write a new one of what may still be told."""
    notices = list(letter.notices.select_related("person", "event").order_by("pk"))
    successor = write(letter.kind, notices)
    ledger.end(letter, Letter.State.REPLACED, "may no longer be told", replaced_by=successor)
    return successor
