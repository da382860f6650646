"""What rooms above know of a document that is about to be deleted."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from mentorship.documents.models import Document, Version
from mentorship.notifications import forgetting
from mentorship.toolbox.refused import Refused

Farewell = Callable[[Document], Iterable[str]]
OfVersion = Callable[[Version], None]

FAREWELLS: list[Farewell] = []
OF_VERSIONS: list[OfVersion] = []


def register(farewell: Farewell) -> None:
    """Have `farewell(document)` called in the transaction that deletes it, before its rows go.

    It erases what does not go with them, tells whom it concerns, and gives the things, as events name
    them, whose letters hold words of the document or about it. Called from an app's `ready()`.
    """
    FAREWELLS.append(farewell)


def register_for_versions(farewell: OfVersion) -> None:
    """The same for one version of a document that stays.

    What letters are to say of it from now on it tells `forgetting` itself: much of it may stand elsewhere.
    """
    OF_VERSIONS.append(farewell)


def require_may_go(version: Version) -> None:
    """Pass when the version may be deleted now.

    What is said about it moves on to later versions, and to those that are not ready it cannot yet.

    Raises Refused "only-version", "still-preparing".
    """
    others = Version.objects.filter(document=version.document_id).exclude(pk=version.pk)
    if not others.exists():
        raise Refused("only-version", _("This is its only version. Delete the document instead."))
    under_way = others.filter(number__gt=version.number, state__in=Version.UNDER_WAY)
    later = under_way.order_by("number").values_list("number", flat=True).first()
    if later:
        told = _(
            "Version %(later)s is still being prepared, and the comments made here move to it once "
            "it is ready. Wait until then, or delete version %(later)s first."
        )
        raise Refused("still-preparing", told % {"later": later})


def say(document: Document) -> None:
    """Leave no word of the document, nor about it, anywhere but in its own rows and files."""
    things = [f"document:{document.ref}"]
    for farewell in FAREWELLS:
        things += farewell(document)
    forgetting.forget(things)


def say_of(version: Version) -> None:
    """Leave no word of this version, nor about it, anywhere but in its own rows and files."""
    forgetting.forget([f"document:{version.document.ref}/{version.number}"])
    for farewell in OF_VERSIONS:
        farewell(version)
