"""A posting as pages show it: its paragraphs, or how far the file is that it comes from."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.documents.sentences import refusals, troubles
from mentorship.documents.sentences.status import USUALLY, State, Status
from mentorship.jobsearch.models import PostingFile, Pursuit
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking

SHOWN = 1200  # characters; what is much longer is folded behind them


@dataclass(frozen=True, slots=True)
class ShownPosting:
    """The posting of one pursuit.

    first, rest  its paragraphs, the rest folded where it is long
    standing     how far the file is while it waits for its words to be read; else None
    trouble      what is ours to mend before they can be, as a sentence
    refusal      why they could not be, and what to do; empty when that is not so
    kept_until   when the file that could not be read goes
    """

    pursuit: Pursuit
    first: list[str]
    rest: list[str]
    filename: str = ""
    standing: Status | None = None
    trouble: str | Promise = ""
    refusal: str = ""
    kept_until: datetime | None = None

    @property
    def token(self) -> str:
        """What a waiting page sends back to hear only of changes."""
        return self.standing.token if self.standing else ""


def shown(pursuit: Pursuit, reader: Reader) -> Asking[ShownPosting]:
    """The posting, with the file it comes from while that is read or refused."""
    [files] = yield (_file(reader, pursuit.pk),)
    first, rest = folded(pursuit.posting)
    if not files:
        return ShownPosting(pursuit, first, rest)
    file = files[0]
    if file.is_refused:
        return ShownPosting(
            pursuit, first, rest, file.filename, refusal=why(file), kept_until=file.kept_until
        )
    standing = standing_of(file)
    trouble = troubles.sentence(file) if standing.trouble else ""
    return ShownPosting(pursuit, first, rest, file.filename, standing, trouble)


def standing_of(file: PostingFile) -> Status:
    """How far a file is that waits to be read, as versions of documents are told of."""
    is_late = timezone.now() - file.created_at > USUALLY
    return Status(State.PREPARING, is_late, troubles.trouble_of(file), file.is_given_up)


@composed
def _file(reader: Reader, pursuit: int) -> QuerySet[PostingFile]:
    return PostingFile.objects.owned_by(reader).filter(pursuit=pursuit).defer("content")


def folded(text: str) -> tuple[list[str], list[str]]:
    """Its paragraphs, as many as are shown at once, and the others: none where little would be hidden."""
    paragraphs = [one for each in text.split("\n\n") if (one := each.strip())]
    if len(text) <= 1.5 * SHOWN:
        return paragraphs, []
    length = count = 0
    while count < len(paragraphs) and length < SHOWN:
        length += len(paragraphs[count])
        count += 1
    return paragraphs[:count], paragraphs[count:]


def why(file: PostingFile) -> str:
    """The sentence of its refusal, in the reader's language; empty while there is none."""
    if not file.is_refused:
        return ""
    facts = file.refusal.get("facts") or {}
    match file.refusal.get("code"):
        case "no-words":
            return _(
                "There are no words in this file, only a picture of them. Copy the text of the "
                "posting and paste it instead."
            )
        case "too-long":
            return too_long(int(facts.get("more", 0)))
        case _code:
            return refusals.sentence_for(file.refusal)


def too_long(more: int) -> str:
    """What is said of a posting with so many characters more than are kept."""
    return ngettext(
        "This posting is %(count)s character too long. Keep what is about the job.",
        "This posting is %(count)s characters too long. Keep what is about the job.",
        more,
    ) % {"count": more}
