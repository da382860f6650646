"""What a mentor writes down for herself: kept, changed, emptied."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.models import Round
from mentorship.critique.access import require
from mentorship.critique.comments.drafts import hand_of
from mentorship.critique.models import PrivateNote
from mentorship.toolbox.stale import Stale


@transaction.atomic
def keep_note(asked: Round, *, by: Reader, text: str, revision: int) -> None:
    """Let her note to herself in this round say this. The seeker is not told that there is one.

    revision  of the note she saw; 0 when there was none

    Raises Refused "not-found" (404), and Stale when another window has changed it.
    """
    require(by, "note", on=asked)
    assert by.person is not None  # noqa: S101 - rights were asked, and nobody has none
    User.objects.lock(by.person)
    hand = hand_of(by, asked)
    kept = PrivateNote.objects.visible_to(by).filter(round=asked, hand=hand).first()
    if kept is None:
        if text:
            PrivateNote.objects.create(round=asked, mentor=by.person, hand=hand, text=text)
        return
    if kept.text == text:
        return
    if revision != kept.revision:
        raise Stale(kept.text, seen=kept.revision, field="text")
    kept.text, kept.revision, kept.changed_at = text, kept.revision + 1, timezone.now()
    kept.save(update_fields=["text", "revision", "changed_at"])
