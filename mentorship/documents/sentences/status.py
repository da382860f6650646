"""How far a version is, as it is told to its owner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mentorship.documents.models import Document, Version
from mentorship.documents.sentences.troubles import trouble_of
from mentorship.toolbox.questions.rows import filling

State = Version.State
USUALLY = timedelta(
    seconds=20
)  # an office file takes three seconds, of twenty at once the last ten

WORDS = {
    State.RECEIVED: _("Received"),
    State.PREPARING: _("Being prepared"),
    State.READY: _("Ready to read"),
    State.REFUSED: _("Could not be read"),
}
FACTS = ("number", "state", "refusal", "created_at", "lease", "attempts", "trouble")
IN_TROUBLE = _("Waiting for us")
_row = filling(Version, (*FACTS, "document_id"), None)
_document = Version._meta.get_field("document")
SHAPES = {
    State.RECEIVED: "waiting",
    State.PREPARING: "working",
    State.READY: "good",
    State.REFUSED: "danger",
}


@dataclass(frozen=True, slots=True)
class Status:
    """A version's state, and whether it takes longer than usual to leave it.

    trouble      what is ours to mend before it goes on, as `troubles` names it; mostly nothing
    is_given_up  it does not go on by itself any more
    """

    state: Version.State
    is_late: bool
    trouble: str = ""
    is_given_up: bool = False

    @property
    def token(self) -> str:
        """What a waiting page sends back to hear only of changes: "received", "received-late"."""
        if self.trouble:
            return f"trouble-{self.trouble}{'-given-up' if self.is_given_up else ''}"
        return f"{self.state.value}-late" if self.is_late else self.state.value

    @property
    def is_under_way(self) -> bool:
        """Whether it is still to become ready or refused."""
        return self.state in Version.UNDER_WAY

    @property
    def word(self) -> str | Promise:
        """The state as a person says it."""
        return IN_TROUBLE if self.trouble else WORDS[self.state]

    @property
    def shape(self) -> str:
        """The shape that goes with the word, as `ui/status.html` names it."""
        return "waiting" if self.trouble else SHAPES[self.state]


def status_of(version: Version, now: datetime | None = None) -> Status:
    """Where this version stands at `now`."""
    state = State(version.state)
    age = (now or timezone.now()) - version.created_at
    is_under_way = state in Version.UNDER_WAY
    trouble = trouble_of(version) if is_under_way else ""
    is_late = is_under_way and age > USUALLY
    return Status(state, is_late, trouble, bool(trouble) and version.is_given_up)


def with_earlier(newest_first: Sequence[Version]) -> list[tuple[Version, Version | None]]:
    """Each ready version with the ready one before it, to be compared with; others with None."""
    ready = [version for version in newest_first if version.is_ready]
    earlier = dict(pairwise(version.number for version in ready))
    by_number = {version.number: version for version in ready}
    return [(one, by_number.get(earlier.get(one.number, 0))) for one in newest_first]


def latest(document: Document) -> Version | None:
    """The latest version of a document that came `with_latest()`, for telling about it, unqueried.

    It knows its document, number, state, refusal, trouble, tries with who has it, and time of arrival,
    and nothing else.
    """
    facts = [getattr(document, f"latest_{fact}") for fact in FACTS]
    if not facts[0]:
        return None
    version: Version = _row([*facts, document.pk])  # of these columns alone
    _document.set_cached_value(version, document)
    return version


def is_unsaved_draft(document: Document) -> bool:
    """Whether something was written here since the latest version of one `with_latest()`."""
    version = latest(document)
    written = document.draft_saved_at
    return written is not None and (version is None or written > version.created_at)
