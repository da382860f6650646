"""What readers recalled of a document, version by version, as its seeker sees it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.circle.people import naming
from mentorship.documents.models import Document, Page
from mentorship.documents.reading.pages import Picture, pictures
from mentorship.looks.models import Look, Showing
from mentorship.looks.readers import called
from mentorship.looks.recalled import is_named
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking

DOT = 0.018  # of a page's width


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's look: who, what she recalled, and how long she took if that was not ten seconds.

    is_named  whether she named the job; None where the seeker has not said which it is
    """

    look: Look
    name: str
    is_named: bool | None
    time: str

    @property
    def strongest(self) -> list[str]:
        """The strongest points, as far as she gave any."""
        return [words for words in (self.look.strongest, self.look.second) if words]


@dataclass(frozen=True, slots=True)
class Dot:
    """Where an eye went, in the page's own measure."""

    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True)
class Result:
    """All looks at one version.

    begun  looks that were begun, and not answered
    """

    showing: Showing
    page: Page
    readings: Sequence[Reading]
    begun: int

    @property
    def named(self) -> str:
        """ "3 of 4 readers named the target job"; empty where nobody knows what it is."""
        known = [one.is_named for one in self.readings if one.is_named is not None]
        if not known:
            return ""
        facts = {"named": sum(known), "count": len(known)}
        return (
            ngettext(
                "%(named)d of %(count)d reader named the target job",
                "%(named)d of %(count)d readers named the target job",
                len(known),
            )
            % facts
        )

    @property
    def relevant(self) -> str:
        """ "2 of 3 would look closer", of those who were shown the job."""
        said = [one.look.relevant for one in self.readings if one.look.relevant]
        if not said:
            return ""
        facts = {"yes": said.count(Look.Relevant.YES), "count": len(said)}
        return (
            ngettext(
                "%(yes)d of %(count)d would take a closer look for this job",
                "%(yes)d of %(count)d would take a closer look for this job",
                len(said),
            )
            % facts
        )

    @property
    def waiting(self) -> str:
        """How many have looked and not answered; empty for none."""
        if not self.begun:
            return ""
        said = ngettext(
            "%(count)d look was begun and not answered",
            "%(count)d looks were begun and not answered",
            self.begun,
        )
        return said % {"count": self.begun}

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Of page one, the smallest first."""
        return pictures(self.page)

    @property
    def dots(self) -> list[Dot]:
        """Where all their eyes went."""
        width, height = self.page.width, self.page.height
        eyes = (eye for one in self.readings for eye in one.look.eyes)
        return [Dot(round(x * width, 1), round(y * height, 1), width * DOT) for x, y in eyes]

    @property
    def points(self) -> list[tuple[str, str]]:
        """Who named which point as a strong one."""
        return [(one.name, words) for one in self.readings for words in one.strongest]

    @property
    def stops(self) -> list[tuple[str, str]]:
        """Whom something stopped, and what."""
        return [(one.name, one.look.stopped) for one in self.readings if one.look.stopped]


def of(document: Document, *, by: Reader) -> Asking[list[Result]]:
    """Of each version that was prepared, the newest first. As many questions for many looks as for one."""
    found = yield (_showings(by, document.pk), _looks(by, document.pk), _pages(by, document.pk))
    showings, looks, pages = found
    first = {page.version_id: page for page in pages}
    begun = Counter(look.showing_id for look in looks if look.answered_at is None)
    answered = [look for look in looks if look.answered_at]
    names = yield from naming(look.invitation.round_id for look in answered if look.invitation)
    readings: defaultdict[int, list[Reading]] = defaultdict(list)
    targets = {showing.pk: showing.job for showing in showings}
    for look in answered:
        told = named(look, targets[look.showing_id])
        readings[look.showing_id].append(Reading(look, called(look, names), told, time_of(look)))
    return [
        Result(one, first[one.version_id], readings[one.pk], begun[one.pk])
        for one in showings
        if one.version_id in first
    ]


@composed
def _showings(by: Reader, document: int) -> QuerySet[Showing]:
    prepared = Showing.objects.owned_by(by).filter(version__document=document).newest()
    return prepared.select_related("version", "pursuit").defer("version__text", "pursuit__posting")


@composed
def _looks(by: Reader, document: int) -> QuerySet[Look]:
    hers = Look.objects.owned_by(by).filter(showing__version__document=document)
    return hers.select_related("invitation", "person", "link").order_by("answered_at", "pk")


@composed
def _pages(by: Reader, document: int) -> QuerySet[Page]:
    """Page one of each version that was prepared."""
    first = Page.objects.visible_to(by).filter(version__document=document, number=1)
    return first.filter(version__showing__isnull=False).without_words().defer("lines", "shapes")


def named(look: Look, target: str) -> bool | None:
    """Whether she named the job: as the seeker says, or as it looks; None without a job to name."""
    if not target:
        return None
    return is_named(look.job, target) if look.named is None else look.named


def time_of(look: Look) -> str:
    """How she looked, if not for ten seconds; empty for those."""
    if look.by_text:
        return _("read the text instead of the picture")
    if look.seconds is None:
        return _("looked for as long as wanted")
    if look.seconds == settings.LOOK_SECONDS:
        return ""
    said = ngettext("looked for %(count)d second", "looked for %(count)d seconds", look.seconds)
    return said % {"count": look.seconds}
