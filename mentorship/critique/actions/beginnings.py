"""What the seeker begins at a place in her own text: a note to herself, or a question to everybody."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Round
from mentorship.critique import tasks
from mentorship.critique.access import require
from mentorship.critique.comments import budgets, mentions
from mentorship.critique.comments.targets import Spot, Target, spot_of
from mentorship.critique.models import Comment, Thread
from mentorship.critique.models.kinds import ASKS
from mentorship.critique.notices import published
from mentorship.critique.threads.changes import begin, lock
from mentorship.documents.models import Version
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.web.once import once
from mentorship.toolbox.words import sanitiser
from mentorship.trail.actions import write


@transaction.atomic
def note(version: Version, *, by: Reader, place: Target, text: str, key: UUID) -> Comment:
    """A new thread at `place` that nobody else sees, ever: in no round, and never sent.

    key  of the form: sent twice it makes one note, sent with other words one more

    Raises Refused "no-place" (422), "deleted", and as `budgets.require_room`.
    """
    require(by, "own", on=version.document)
    spot = spot_of(place, version)
    budgets.lock(by)
    key = once(key, version.pk, place, text)
    known = Comment.objects.by(by).filter(key=key).first()
    if known:
        return known
    budgets.require_room(version.document, len(text + spot.quote.text), by=by, hand=None)
    thread = Thread(document=version.document, author=by.person)
    return _begun(thread, spot, version, text, key)


@transaction.atomic
def ask_all(
    version: Version, asked: Round, *, by: Reader, place: Target, text: str, key: UUID
) -> Comment:
    """A new thread at `place` that asks everybody in this round, who are told at once.

    key  of the form: sent twice it asks once, sent with other words once more

    Raises Refused, beside what `note` raises, "closed" (409) for a round that does not ask about it now.
    """
    require(by, "own", on=version.document)
    rounds = Round.objects.owned_by(by).filter(documents=version.document, closed_at=None)
    if not rounds.filter(pk=asked.pk).exists():
        told = _(
            "This round is closed: nobody can be asked in it now. You can keep this as a note."
        )
        raise Refused("closed", told, field="text")
    spot = spot_of(place, version)
    budgets.lock(by)
    key = once(key, version.pk, place, text, asked.pk)
    known = Comment.objects.by(by).filter(key=key).first()
    if known:
        return known
    budgets.require_room(asked, len(text + spot.quote.text), by=by, hand=None)
    thread = Thread(
        round=asked,
        document=version.document,
        author=by.person,
        kind=ASKS,
        asks_all=True,
        changed_at=lock(version.document),
    )
    said = _begun(thread, spot, version, text, key, published_at=timezone.now())
    mentions.note(said, by=by, is_new=True)
    published.tell_of_question(said)
    write("asked", f"thread:{thread.ref}", owner=version.document.owner, by=by)
    return said


def _begun(
    thread: Thread, spot: Spot, version: Version, text: str, key: UUID, **facts: Any
) -> Comment:
    """The thread where it stands, and the words it begins with."""
    placement = spot.placement(version)
    placement.thread, placement.placed_by = thread, thread.author
    html = sanitiser.rendered(text)
    said = Comment(thread=thread, author=thread.author, key=key, text=text, html=html, **facts)
    for pk in begin(thread, placement, said):
        tasks.carry.delay_on_commit(pk)
    return said
