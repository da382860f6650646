"""An ask is seen before it leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from accounts.reader import Reader
from mentorship.circle.actions import inviting
from mentorship.circle.models import Invitation
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
        first, *others = made.invitations.select_related("round__owner", "person").order_by("pk")
        words = letters.preview(first)
        transaction.set_rollback(True)
    names = [one.name for one in others]
    return Preview(first, words["subject"], words["text"], names)
