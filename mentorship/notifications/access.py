"""Who may still be written to about what somebody does."""

from collections.abc import Callable

from accounts.models import User

Wish = Callable[[User, User], bool]

WISHES: list[Wish] = []


def register(wish: Wish) -> None:
    """Have `wish(person, by)` asked too: whether `person` wants no letters about what `by` does.

    Called from an app's `ready()`.
    """
    WISHES.append(wish)


def may_be_written_to(person: User, *, by: User | None) -> bool:
    """Whether `person` takes letters about what `by` does; always those that nobody's deed causes."""
    return by is None or by == person or not any(wish(person, by) for wish in WISHES)
