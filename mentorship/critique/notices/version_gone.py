"""A version is deleted, and points that stood in no other with it: their authors are told, in the page."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from mentorship.critique.models import Thread
from mentorship.critique.notices.things import document_thing, told_of_documents
from mentorship.documents.models import Version
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind, Told
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import Channel, tell

VERSION_GONE = "critique.version_gone"


def register() -> None:
    """Make the kind known: told in the page alone."""
    kinds.register(Kind(VERSION_GONE, by_letter=False, told=_sentences))


def tell_authors(version: Version, threads: Iterable[Thread]) -> None:
    """Tell who made these points that they are gone with the version."""
    document = version.document
    thing, seeker = document_thing(document), document.owner
    people = {one.author for one in threads if one.author}
    tell(VERSION_GONE, thing=thing, actor=seeker, people=people, channels=[Channel.PAGE])


def _sentences(notices: list[Notice]) -> dict[int, Told]:
    return told_of_documents(
        notices, _("%(name)s has deleted a version of %(titles)s that you commented on")
    )
