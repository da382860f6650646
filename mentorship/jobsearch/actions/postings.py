"""The posting of a job, given as a file: its text is read in the background."""

from pathlib import PurePath
from unicodedata import normalize

from django.core.files import File
from django.db import transaction

from accounts.models import User
from accounts.reader import Reader
from mentorship.documents.formats.manuscript import Limits, Unreadable
from mentorship.documents.formats.sniff import sniff
from mentorship.documents.sentences import refusals
from mentorship.jobsearch import budgets
from mentorship.jobsearch.access import held, require
from mentorship.jobsearch.lengths import MAX_POSTING_FILE
from mentorship.jobsearch.models import PostingFile, Pursuit
from mentorship.jobsearch.tasks import read_next
from mentorship.toolbox.clock.moments import now
from mentorship.trail.actions import write

LIMITS = Limits(file_bytes=MAX_POSTING_FILE)


@transaction.atomic
def read_file(pursuit: Pursuit, *, by: Reader, file: "File[bytes]") -> PostingFile:
    """Have the text of `file` become the posting; a file that came before it is forgotten.

    Raises Refused (422, field "file") when name and content disagree, or the file is empty, too
    large or of no format read here; as `budgets.require_room_for_file`.
    """
    require(by, "own", on=pursuit)
    try:
        sniff(file, file.name or "", limits=LIMITS)
    except Unreadable as unreadable:
        raise refusals.refused(unreadable) from None
    User.objects.lock(pursuit.owner)
    kept = held(pursuit)
    budgets.require_room_for_file(pursuit.owner, of=kept)
    PostingFile.objects.filter(pursuit=kept.pk).delete()
    filename = normalize("NFC", PurePath(file.name or "").name)[-200:]  # a Mac writes NFD
    made = PostingFile.objects.create(
        pursuit=kept, filename=filename, content=file.read(), due_at=now()
    )
    write("uploaded", kept.thing, owner=kept.owner, by=by)
    read_next.delay_on_commit()
    return made


@transaction.atomic
def read_again(pursuit: Pursuit, *, by: Reader) -> None:
    """Try once more to read the file that was refused; nothing changes where there is none."""
    require(by, "own", on=pursuit)
    refused = PostingFile.objects.filter(pursuit=held(pursuit).pk, state=PostingFile.State.REFUSED)
    anew: dict[str, object] = {
        "refusal": {},
        "refused_at": None,
        "verdict": {},
        "attempts": 0,
        "trouble": "",
    }
    if refused.update(state=PostingFile.State.WAITING, due_at=now(), created_at=now(), **anew):
        read_next.delay_on_commit()
