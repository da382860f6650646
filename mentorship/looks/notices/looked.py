"""Somebody took a ten-second look, and said what she recalls: the seeker is told."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.reader import as_account
from mentorship.documents.sentences.names import titles, yours
from mentorship.looks.models import Look
from mentorship.looks.readers import called, names_for
from mentorship.notifications import kinds
from mentorship.notifications import links as addresses
from mentorship.notifications.kinds import Kind, Told
from mentorship.notifications.models import Event, Notice
from mentorship.notifications.notices import tell
from mentorship.notifications.topics import Topic

LOOKED = "looks.looked"


def register() -> None:
    """Make the kind known."""
    kinds.register(
        Kind(
            LOOKED,
            _may_still_be_told,
            _letter,
            together=_document,
            topic=Topic.REVIEWS,
            quiet=timedelta(seconds=settings.QUIET_SECONDS),
            at_most=timedelta(hours=1),
            told=_sentences,
        )
    )


def tell_seeker(look: Look) -> Event:
    """Looks at one document within a short while are one letter."""
    version = look.showing.version
    # A part of the document, so that it is forgotten with it, or with this version.
    thing = f"document:{version.document.ref}/{version.number}/{look.ref}"
    gathering = f"looks:{version.document.ref}"
    people = [version.document.owner]
    return tell(LOOKED, thing=thing, actor=look.person, people=people, gathering=gathering)


def _parts(notice: Notice) -> list[str]:
    return notice.event.thing.partition(":")[2].split("/")


def _document(notice: Notice) -> object:
    return _parts(notice)[0]


def _looks(notices: Iterable[Notice]) -> list[Look]:
    """Those that these tell of, as far as their person still sees them, the first first."""
    told = list(notices)
    refs = [_parts(notice)[-1] for notice in told]
    hers = Look.objects.owned_by(as_account(told[0].person)).filter(ref__in=refs)
    whole = hers.select_related("showing__version__document", "invitation", "person", "link")
    return list(whole.defer("showing__version__text").answered())


def _may_still_be_told(notice: Notice) -> bool:
    return bool(_looks([notice]))


def _letter(notices: list[Notice]) -> dict[str, Any]:
    """Who looked, and what each took the job to be."""
    looks = _looks(notices)
    names = names_for(looks)
    document = looks[0].showing.version.document
    return {
        "said": [(called(look, names), look.job) for look in looks],
        "who": _who(looks, [called(look, names) for look in looks]),
        "text": yours([document]),
        "titles": titles([document]),
        "link": addresses.to(looks[0].get_absolute_url()),
    }


def _who(looks: list[Look], names: list[str]) -> str:
    """A name, or how many; empty where one came by a look link."""
    if len(looks) == 1:
        return names[0] if looks[0].person else ""
    people = ngettext("%(count)d person", "%(count)d people", len(looks))
    return people % {"count": len(looks)}


def _sentences(notices: list[Notice]) -> dict[int, Told]:
    """Who looked at which document."""
    looks = {look.ref: look for look in _looks(notices)}
    names = names_for(looks.values())
    told = {}
    for notice in notices:
        if look := looks.get(_parts(notice)[-1]):
            facts = {
                "name": called(look, names),
                "titles": titles([look.showing.version.document]),
            }
            sentence = _("%(name)s took a ten-second look at %(titles)s")
            if look.person is None:
                sentence = _("Someone with your link took a ten-second look at %(titles)s")
            told[notice.pk] = Told(sentence % facts, look.get_absolute_url())
    return told
