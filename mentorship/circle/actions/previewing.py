"""An ask is seen before it leaves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from accounts.reader import Reader
from mentorship.circle.actions import inviting, steering
from mentorship.circle.asking import Invitee
from mentorship.circle.models import Invitation, Round
from mentorship.circle.notices import letters
from mentorship.documents.models import Document
from mentorship.toolbox.access import open_to_all


@dataclass(frozen=True, slots=True)
class Preview:
    """What the first of these people would get, and who else would get the same.

    invitation  hers; it is in no table
    """

    invitation: Invitation
    subject: str
    text: str
    others: list[str]


@open_to_all("as `ask`, of which nothing stays")
def preview(to_read: Sequence[Document], *, by: Reader, **asked: Any) -> Preview:
    """The letter that `ask` would send, word for word. All that it does is undone; raises as it does.

    asked  as `ask` takes it; Any, for it is handed on as it is
    """
    with transaction.atomic():
        made = inviting.ask(to_read, by=by, **asked)
        seen = _seen(made.invitations.select_related("round__owner", "person").order_by("pk"))
        transaction.set_rollback(True)
    return seen


@open_to_all("as `add_people`, of which nothing stays")
def preview_more(asked: Round, *, by: Reader, people: Iterable[Invitee]) -> Preview | None:
    """The same of `add_people`; None when all of them are in the round already."""
    with transaction.atomic():
        made = steering.add_people(asked, by=by, people=people)
        seen = _seen(made) if made else None
        transaction.set_rollback(True)
    return seen


def _seen(made: Iterable[Invitation]) -> Preview:
    first, *others = made
    words = letters.preview(first)
    return Preview(first, words["subject"], words["text"], [one.name for one in others])
