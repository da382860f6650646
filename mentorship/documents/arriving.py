"""Files that arrive: each becomes a document or a version, or a sentence says why not."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile

from accounts.reader import Reader
from mentorship.documents import actions
from mentorship.documents.filenames import kind_of, title_of
from mentorship.documents.models import Document, Version
from mentorship.toolbox.refused import Refused

UNFIT = 422


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one file: a version, or a sentence that says why not, and the answer's status."""

    filename: str
    version: Version | None = None
    sentence: str = ""
    status: int = 201


def status_of(arrivals: "Iterable[Arrival]") -> int:
    """The status of an answer that tells of these, not all of which arrived: the gravest of them."""
    return max([UNFIT, *(arrival.status for arrival in arrivals)])


def as_documents(
    files: "Iterable[UploadedFile[bytes]]",
    *,
    by: Reader,
    kind: str,
    title: str,
    note: str,
    key: UUID,
) -> list[Arrival]:
    """Each file as a document of its own; one that is refused keeps no other from arriving.

    kind, title  of all of them; empty for what the name of each file says
    """
    facts = {"kind": kind, "title": title, "note": note}
    return [_as_document(file, facts, key, by=by) for file in files]


def as_next_version(
    file: "UploadedFile[bytes]", document: Document, *, by: Reader, change: str, key: UUID
) -> Arrival:
    """The file as the next version of the document."""
    name = file.name or ""
    try:
        made = actions.add_version(document, by=by, key=key, file=file, change=change)
    except Refused as refused:
        return Arrival(name, sentence=refused.sentence, status=refused.status)
    return Arrival(name, version=made)


def _as_document(
    file: "UploadedFile[bytes]", facts: dict[str, str], key: UUID, *, by: Reader
) -> Arrival:
    name = file.name or ""
    try:
        document = actions.upload(
            by=by,
            kind=facts["kind"] or kind_of(name),
            title=facts["title"] or title_of(name) or name,
            note=facts["note"],
            key=key,
            file=file,
        )
    except Refused as refused:
        return Arrival(name, sentence=refused.sentence, status=refused.status)
    return Arrival(name, version=document.versions.earliest("number"))
