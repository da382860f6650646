"""What was sent for a job, and the copy of a text that was made for it."""

import io
from uuid import UUID

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.documents import access as rights
from mentorship.documents import actions as documents
from mentorship.documents.lengths import MAX_DRAFT, MAX_TITLE
from mentorship.documents.models import Document, Version
from mentorship.jobsearch.access import held, require
from mentorship.jobsearch.models import Pursuit, Sending, Tailoring
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.web.once import once
from mentorship.trail.actions import write

WRITTEN_HERE = "text.md"  # what a version is called that was a draft


@transaction.atomic
def send(pursuit: Pursuit, version: Version, *, by: Reader) -> Sending:
    """This version went to the employer, now; said twice it went once.

    Where nothing is known of the version yet, its document says so, too.
    """
    require(by, "own", on=pursuit)
    rights.require(by, "own", on=version.document)
    kept = held(pursuit)
    facts = {"title": version.document.title, "number": version.number}
    sending, is_new = Sending.objects.get_or_create(pursuit=kept, version=version, defaults=facts)
    if is_new and version.sent_at is None:
        documents.mark_sent(version, by=by, sent_to=kept.employer)
    if is_new:
        write("sent", kept.thing, owner=kept.owner, by=by)
    return sending


@transaction.atomic
def take_back(pursuit: Pursuit, sending: int, *, by: Reader) -> None:
    """It was not sent after all: the sending of this pursuit with this pk goes.

    Its document says so too, where that was said by it.
    """
    require(by, "own", on=pursuit)
    found = pursuit.sendings.select_related("version__document").filter(pk=sending).first()
    if found is None:
        return  # another tab was faster
    version = found.version
    found.delete()
    write("unsent", pursuit.thing, owner=pursuit.owner, by=by)
    if version and version.sent_to == pursuit.employer and not version.sendings.exists():
        documents.take_back_sent(version, by=by)


def tailor(pursuit: Pursuit, version: Version, *, by: Reader, key: UUID) -> Document:
    """A copy of this version for this job: a document whose first version is the same file.

    What was written here can be written on in the copy.

    key  of the form: sent twice it makes one copy

    Raises Refused "no-original" where the file is gone; as `documents.actions.upload`.
    """
    require(by, "own", on=pursuit)
    rights.require(by, "own", on=version.document)
    raw = _original(version)
    source = version.document
    file = File(io.BytesIO(raw), name=version.filename)
    made = documents.upload(
        by=by,
        kind=source.kind,
        title=_title_of_copy(source.title, pursuit),
        note="",
        key=once(key, pursuit.ref, version.pk),
        file=file,
    )
    if version.filename == WRITTEN_HERE and not made.draft:
        documents.save_draft(made, by=by, text=raw.decode()[:MAX_DRAFT], revision=0)
    facts = {"pursuit": pursuit, "from_version": version}
    Tailoring.objects.get_or_create(document=made, defaults=facts)
    return made


def _title_of_copy(title: str, pursuit: Pursuit) -> str:
    return f"{title} – {pursuit.employer or pursuit.role}"[:MAX_TITLE]


def _original(version: Version) -> bytes:
    try:
        with default_storage.open(version.original) as file:
            raw: bytes = file.read()
    except (FileNotFoundError, ValueError, OSError) as error:
        told = _("We cannot get at the file of this version at the moment. Try again in a while.")
        raise Refused("no-original", told, status=503) from error
    return raw
