"""The kinds of letters. Each app registers its own when it is ready; delivery asks them here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from accounts.reader import Reader
    from mentorship.notifications.models import Letter, Notice


def always(_notice: "Notice") -> bool:
    """A notice that nothing can overtake."""
    return True


def no_words(_notices: "list[Notice]") -> dict[str, Any]:
    """A letter whose templates need nothing."""
    return {}


def no_secrets(_letter: "Letter") -> dict[str, str]:
    """A letter without a marker."""
    return {}


def no_headers(_notices: "list[Notice]") -> dict[str, str]:
    """A letter from the service, answered to the service."""
    return {}


def nowhere(_notices: "list[Notice]", _reader: "Reader") -> str:
    """A letter whose link leads to no place of its own."""
    return ""


def all_together(_notice: "Notice") -> object:
    """All that is due for one person, in one letter."""
    return None


@dataclass(frozen=True, slots=True)
class Told:
    """A notice as the page tells it: one sentence that names documents by their titles, and where to go."""

    sentence: str
    url: str


def not_in_the_page(_notices: "list[Notice]") -> dict[int, Told]:
    """A kind that comes by letter alone."""
    return {}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of letter, "app.name": its words stand in `templates/app/emails/name/`.

    may_still_be_told  asked of each notice just before it leaves, with the same rule the page uses
    context            what the templates get, for all due notices to one person
    secrets            what the markers in a stored letter stand for; asked when it is sent or shown
    headers            headers of its own, such as From and Reply-To, for the same notices as context
    leads_to           the page that the letter's own link opens, for whoever pressed it; empty when what
                       it told of is gone: see `circle.links`
    together           notices to one person for which it gives the same go into one letter
    topic              one of `topics.Topic`: what a person stops who wants no such letters; a letter
                       without a topic cannot be stopped
    quiet, at_most     notices told with a `gathering` wait for that long a silence, and at most so long
    is_urgent          somebody sits and waits for it: it leaves before all that are not
    ended              told of each letter that has come to its end, in the same transaction: it may
                       have been taken, refused for good, or set aside
    by_letter          whether it comes by letter at all, and not in the page alone
    told               what the page says, by the notice's pk; what is not in it is not shown
    """

    name: str
    may_still_be_told: "Callable[[Notice], bool]" = always
    context: "Callable[[list[Notice]], dict[str, Any]]" = no_words
    secrets: "Callable[[Letter], dict[str, str]]" = no_secrets
    headers: "Callable[[list[Notice]], dict[str, str]]" = no_headers
    leads_to: "Callable[[list[Notice], Reader], str]" = nowhere
    together: "Callable[[Notice], object]" = all_together
    topic: str = ""
    quiet: timedelta = timedelta()
    at_most: timedelta = timedelta()
    is_urgent: bool = False
    ended: "Callable[[Letter], None] | None" = None
    by_letter: bool = True
    told: "Callable[[list[Notice]], dict[int, Told]]" = not_in_the_page

    @property
    def folder(self) -> str:
        """Where the three templates are."""
        app, _, name = self.name.partition(".")
        return f"{app}/emails/{name}"


KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Make a kind known; called from an app's `ready()`."""
    KINDS[kind.name] = kind


def register_all_in(package: ModuleType) -> None:
    """Have each module of an app's `notices` register its kinds, if it has any."""
    for found in iter_modules(package.__path__):
        module = import_module(f"{package.__name__}.{found.name}")
        if hasattr(module, "register"):
            module.register()


def of(name: str) -> Kind:
    """The kind with this name. KeyError when no app registered it."""
    return KINDS[name]


def urgent() -> list[str]:
    """The names of those that somebody sits and waits for."""
    return [name for name, kind in KINDS.items() if kind.is_urgent]
