"""What a seeker writes here about a job: how it went, and letters to the employer."""

from datetime import timedelta
from typing import Literal, get_args
from uuid import UUID

from django.db import transaction

from accounts.reader import Reader
from mentorship.documents import actions as documents
from mentorship.documents.lengths import MAX_TITLE
from mentorship.documents.models import Document
from mentorship.jobsearch import afterwards
from mentorship.jobsearch.access import held, require
from mentorship.jobsearch.letters import beginnings
from mentorship.jobsearch.models import EmployerLetter, Pursuit, Tailoring
from mentorship.toolbox.clock.moments import now
from mentorship.toolbox.clock.mornings import morning
from mentorship.toolbox.web.once import once

Kind = Literal["debrief", "follow_up", "thank_you"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@transaction.atomic
def write_about(
    pursuit: Pursuit, *, by: Reader, kind: Kind, key: UUID, reached: str = ""
) -> Document:
    """A text of this kind about the job, begun with what helps to write it. It is a document like others.

    Of a letter to the employer she is reminded the next morning, unless it has left by then.

    key      of the form: sent twice it begins one
    reached  how far she came, as `letters.beginnings`

    Raises Refused as `documents.actions.begin_text`.
    """
    require(by, "own", on=pursuit)
    kept = held(pursuit)
    called, text = _begun(kept, kind, reached)
    made = documents.begin_text(
        by=by,
        kind=kind,
        title=called[:MAX_TITLE],
        note="",
        key=once(key, kept.ref, kind),
    )
    if not made.draft_revision:
        documents.save_draft(made, by=by, text=text, revision=0)
    Tailoring.objects.get_or_create(document=made, defaults={"pursuit": kept})
    if kind != "debrief":
        tomorrow = now().astimezone(kept.owner.zone).date() + timedelta(days=1)
        facts = {"pursuit": kept, "remind_at": morning(tomorrow, kept.owner.zone)}
        EmployerLetter.objects.get_or_create(document=made, defaults=facts)
    return made


def _begun(pursuit: Pursuit, kind: Kind, reached: str) -> tuple[str, str]:
    """Its title and its text."""
    if kind == "debrief":
        return afterwards.title(pursuit), afterwards.beginning()
    text = beginnings.beginning(kind, pursuit, reached or beginnings.reached_by(pursuit))
    return beginnings.title(kind, pursuit), text
