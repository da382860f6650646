"""What a seeker writes here about a job once it has answered."""

from uuid import UUID

from django.db import transaction

from accounts.reader import Reader
from mentorship.documents import actions as documents
from mentorship.documents.lengths import MAX_TITLE
from mentorship.documents.models import Document
from mentorship.jobsearch import afterwards
from mentorship.jobsearch.access import held, require
from mentorship.jobsearch.models import Pursuit, Tailoring
from mentorship.toolbox.once import once


@transaction.atomic
def write_about(pursuit: Pursuit, *, by: Reader, kind: afterwards.Kind, key: UUID) -> Document:
    """A text of this kind about the job, begun with what helps to write it. It is a document like others.

    key  of the form: sent twice it begins one

    Raises Refused as `documents.actions.begin_text`.
    """
    require(by, "own", on=pursuit)
    kept = held(pursuit)
    made = documents.begin_text(
        by=by,
        kind=kind,
        title=afterwards.title(kind, kept)[:MAX_TITLE],
        note="",
        key=once(key, kept.ref, kind),
    )
    if not made.draft_revision:
        text = afterwards.beginning(kind, kept)
        documents.save_draft(made, by=by, text=text, revision=0)
    Tailoring.objects.get_or_create(document=made, defaults={"pursuit": kept})
    return made
