"""The next version can be read: whom its owner tells of it, hears in her words."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle.models import Invitation
from mentorship.critique.models import Message
from mentorship.critique.notices import ways
from mentorship.critique.notices.things import names_of, version_thing
from mentorship.critique.notices.ways import Way, invitations_to
from mentorship.documents.models import Version
from mentorship.documents.sentences.names import known, titles
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind, Told
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import tell
from mentorship.notifications.topics import Topic

NEW_VERSION = "critique.new_version"


def register() -> None:
    """Make the kind known."""
    kinds.register(
        Kind(
            NEW_VERSION,
            _may_still_be_told,
            _letter,
            together=_document,
            topic=Topic.VERSIONS,
            told=_sentences,
            **_WAY.facts,
        )
    )


def tell_mentors(version: Version, people: Iterable[User]) -> None:
    """Tell mentors that there is a next version to read."""
    seeker = version.document.owner
    tell(NEW_VERSION, thing=version_thing(version), actor=seeker, people=people)


def _may_still_be_told(notice: Notice) -> bool:
    ref, number = names_of(notice)
    readable = Version.objects.visible_to(as_account(notice.person)).ready()
    return readable.filter(document__ref=ref, number=number).exists()


def _document(notice: Notice) -> object:
    return names_of(notice)[0]


def _told_of(notices: list[Notice]) -> tuple[str, set[str]]:
    """The document, and the numbers of its versions."""
    names = [names_of(notice) for notice in notices]
    return names[0][0], {number for _ref, number in names}


def _asked_by(notices: list[Notice]) -> Invitation | None:
    """The newest by which this person may read the document."""
    ref, _numbers = _told_of(notices)
    return invitations_to(notices).filter(round__documents__ref=ref).first()


def _leads_to(notices: list[Notice], reader: Reader) -> str:
    """The latest of the versions that this reader may read."""
    ref, numbers = _told_of(notices)
    readable = Version.objects.visible_to(reader).ready().select_related("document").defer("text")
    latest = readable.filter(document__ref=ref, number__in=numbers).order_by("-number").first()
    return latest.get_absolute_url() if latest else ""


_WAY = Way(_asked_by, _leads_to)


def _letter(notices: list[Notice]) -> dict[str, Any]:
    """The latest of them; what its owner says of each, and what is new in it, latest first."""
    ref, numbers = _told_of(notices)
    told = Version.objects.filter(document__ref=ref, number__in=numbers)
    found = list(told.select_related("document__owner").defer("text").order_by("-number"))
    latest = found[0]
    said = Message.objects.filter(telling__version__in=found, person=notices[0].person)
    return {
        "version": latest,
        "about": known([latest.document]),
        "titles": titles([latest.document]),
        "versions": [version for version in found if version.change],
        "messages": list(said.exclude(words="").order_by("-telling__version__number")),
        "link": ways.link(),
    }


def _sentences(notices: list[Notice]) -> dict[int, Told]:
    """For a mentor: who has a next version."""
    named = {notice.pk: names_of(notice) for notice in notices}
    any_of = Q(pk__in=[])
    for ref, number in named.values():
        any_of |= Q(document__ref=ref, number=number)
    seen = Version.objects.visible_to(as_account(notices[0].person)).ready().filter(any_of)
    versions = {
        (version.document.ref, str(version.number)): version
        for version in seen.select_related("document__owner").defer("text")
    }
    told = {}
    for pk, (ref, number) in named.items():
        if version := versions.get((ref, number)):
            name = version.document.owner.name
            facts = {"name": name, "titles": titles([version.document])}
            sentence = _("%(name)s has a new version of %(titles)s for you") % facts
            told[pk] = Told(sentence, version.get_absolute_url())
    return told
