"""The page of a map: what a posting asks for, beside one version, as one reader sees it."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.circle.people import naming
from mentorship.circle.status import who_sees
from mentorship.critique.access import asked_in
from mentorship.critique.evidence.rows import Group, Row, groups_of, rows_of, said_of
from mentorship.critique.models import Sighting
from mentorship.documents.access import Rights
from mentorship.documents.lines import ReadingCopy, lines_of
from mentorship.documents.models import Document, Version
from mentorship.jobsearch.coverage.evidence import compared
from mentorship.jobsearch.maps import Mapped, maps_with, terms_of
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking, side_by_side
from mentorship.toolbox.words.phrases import listed


@dataclass(frozen=True, slots=True)
class Beside:
    """What this version shows more and less than another one, in sentences; `more` may be empty."""

    number: int
    more: str
    less: str


@dataclass(frozen=True, slots=True)
class Page:
    """All the page shows.

    mapped    the maps it was made of
    dropped   terms the seeker does not look for
    beside    the version it is compared with; None where there is no other
    numbers   of the versions there are, the newest first
    who_sees  who sees what the reader says of a term; empty where she may say nothing
    """

    mapped: list[Mapped]
    groups: list[Group]
    dropped: list[Row]
    beside: Beside | None
    numbers: list[int]
    who_sees: str


def page_of(
    version: Version, pursuit: Pursuit, reader: Reader, held: Rights, *, beside: int | None
) -> Asking[Page]:
    """The map of this version.

    beside  number of the version to compare with; None for the one before
    """
    document = version.document
    seen, found, lines, terms = yield (
        _versions(reader, document.pk),
        _sightings(document, reader, held, pursuit.pk),
        lines_of(version.pk),
        terms_of(pursuit.pk),
    )
    versions = {one.number: one for one in seen}
    other = versions.get(beside or max((n for n in versions if n < version.number), default=0))
    wanted = [version, *([other] if other and other != version else [])]
    named = naming(one.round_id for one in found)
    mapped, names = yield from side_by_side(maps_with(pursuit, wanted, terms), named)
    said = said_of(found, reader, names, number=version.number)
    rows = rows_of(mapped[0].entries, ReadingCopy.made_of(version.text, lines), said)
    return Page(
        mapped=mapped,
        groups=groups_of(rows),
        dropped=[row for row in rows if row.entry.is_dropped] if held.own else [],
        beside=_beside(*mapped) if len(mapped) == 2 else None,
        numbers=list(versions),
        who_sees=_who_sees(version, pursuit, reader, held),
    )


_NEEDED = (
    *("name", "says", "round_id", "hand_id", "version__number"),
    *("author__display_name", "author__email"),
)


@composed
def _versions(reader: Reader, document: int) -> QuerySet[Version]:
    seen = Version.objects.visible_to(reader).ready().filter(document=document)
    return seen.only("number", "document").order_by("-number")


@composed
def _sightings(
    document: Document, reader: Reader, held: Rights, pursuit: int
) -> QuerySet[Sighting]:
    seen = Sighting.objects.seen_on(document, reader, held).filter(pursuit=pursuit)
    known = seen.select_related("author", "version").only(*_NEEDED)
    return known.order_by("version__number", "pk")


def _beside(now: Mapped, before: Mapped) -> Beside:
    change, number = compared(now.entries, before.entries), before.version.number
    more = less = ""
    if change.more:
        count = len(change.more)
        facts = {"count": count, "number": number, "terms": listed(change.more)}
        more = (
            ngettext(
                "%(count)s more than in version %(number)s: %(terms)s.",
                "%(count)s more than in version %(number)s: %(terms)s.",
                count,
            )
            % facts
        )
    if change.less:
        facts = {"number": number, "terms": listed(change.less)}
        less = _("In version %(number)s there was also: %(terms)s.") % facts
    return Beside(number, more, less)


def _who_sees(version: Version, pursuit: Pursuit, reader: Reader, held: Rights) -> str:
    if held.own or not held.comment:
        return ""
    asked = asked_in(reader, version.document).filter(pursuit=pursuit).first()
    return who_sees(asked, version.document.owner.name) if asked else ""
