"""Whom a seeker may tell of her next version: mentors of open rounds who came in before it was there."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, QuerySet

from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.circle.people import names_by
from mentorship.circle.status import may_be_asked_again
from mentorship.critique.models import Telling
from mentorship.documents.models import Document, Version
from mentorship.toolbox.questions.composed import composed


@dataclass(frozen=True, slots=True)
class Listener:
    """One mentor, by her latest invitation, and the one by which she may be asked for another look."""

    invitation: Invitation
    again: Invitation | None = None

    @property
    def person_id(self) -> int:
        """Who it is."""
        return self.invitation.person_id


def newest(reader: Reader) -> QuerySet[Version]:
    """Of each of her documents the newest version that can be read, where it is not the first."""
    later = Version.objects.ready().filter(
        document=OuterRef("document"), number__gt=OuterRef("number")
    )
    return Version.objects.ready().filter(
        ~Exists(later), document__in=Document.objects.owned_by(reader), number__gt=1
    )


def untold(reader: Reader) -> QuerySet[Version]:
    """Those of them of which she has not said yet whom to tell."""
    return newest(reader).filter(telling=None)


def invitations_about(versions: QuerySet[Version], reader: Reader) -> QuerySet[Invitation]:
    """Of those to tell of one of these versions, joined with it as `round__documents__versions`."""
    asked = Invitation.objects.owned_by(reader).live()
    return asked.filter(
        declined_at=None,
        left_at=None,
        round__closed_at=None,
        round__documents__versions__in=versions,
        pressed_at__lte=F("round__documents__versions__ready_at"),
    )


def listeners(version: Version, reader: Reader) -> list[Listener]:
    """In the order in which they were asked, each once."""
    found: dict[int, Listener] = {}
    for one in _asked(reader, version.pk):
        before = found.get(one.person_id)
        again = one if may_be_asked_again(one) else before.again if before else None
        found[one.person_id] = Listener(one, again)
    return list(found.values())


@composed
def _asked(reader: Reader, version: int) -> QuerySet[Invitation]:
    about = invitations_about(newest(reader).filter(pk=version), reader)
    return about.select_related("person", "round").order_by("pk")


@dataclass(frozen=True, slots=True)
class Told:
    """What one person was told."""

    name: str
    words: str
    asks_again: bool


def told_of(version: Version, reader: Reader) -> list[Told] | None:
    """What she has told of this version, in the order in which people were asked; None before she said."""
    own = Version.objects.filter(document__in=Document.objects.owned_by(reader), pk=version.pk)
    telling = Telling.objects.filter(version__in=own).first()
    if telling is None:
        return None
    messages = list(telling.messages.select_related("person").order_by("pk"))
    names = dict(names_by(reader.account, sorted(one.person_id for one in messages)))
    return [
        Told(names.get(one.person_id, one.person.name), one.words, one.asks_again)
        for one in messages
    ]


def names_of(listeners: Iterable[Listener]) -> list[str]:
    """What the seeker calls them."""
    return [one.invitation.name for one in listeners]
