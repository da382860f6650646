"""Who is reading now: the person or none, how she came in, and the grants that count."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from accounts.models import User


class Way(StrEnum):
    """How a reader came in."""

    NONE = "none"
    ACCOUNT = "account"
    PASS = "pass"  # noqa: S105 - a way in, not a secret
    LOOK = "look"
    UPLOAD = "upload"


@dataclass(frozen=True, slots=True)
class Reader:
    """Made once per request by middleware, passed to querysets and actions.

    scope   None: all grants of the person count; otherwise exactly the grants with these ids.
    proved  by a link: the ids of the rounds for which it proves whose browser this is. There, all
            that was written in the person's name is hers.
    hands   the ids of her passes from links that were passed on, which prove nothing: what was
            written through one of them is hers as well, and no other word.
    network from where the request comes, for limits; see `toolbox.web.networks`
    """

    person: "User | None" = None
    way: Way = Way.NONE
    scope: frozenset[int] | None = frozenset()
    proved: frozenset[int] = frozenset()
    hands: frozenset[int] = frozenset()
    network: str = ""

    @property
    def owns(self) -> bool:
        """Whether she may act as the owner of her documents: only signed in, never by a pass."""
        return self.way is Way.ACCOUNT and self.person is not None

    @property
    def account(self) -> "User":
        """The signed-in person, in views that only signed-in people reach."""
        if self.person is None or self.way is not Way.ACCOUNT:
            raise PermissionError("Nobody is signed in.")
        return self.person

    @property
    def visits(self) -> bool:
        """Whether she came by a link: a pass opens views marked for visitors and nothing else."""
        return self.way in {Way.PASS, Way.LOOK}


NOBODY = Reader()


def as_account(person: "User") -> Reader:
    """The reader a person is when she has signed in."""
    return Reader(person=person, way=Way.ACCOUNT, scope=None)


def signed_in(request: HttpRequest) -> Reader | None:
    """The reader of a signed-in session, or None when there is none."""
    user = request.user
    return as_account(user) if user.is_authenticated else None


class Request(HttpRequest):
    """A request that has passed the middleware: it knows its reader. For annotations only."""

    reader: Reader
