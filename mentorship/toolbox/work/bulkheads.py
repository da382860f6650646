"""What a sweep does to many rows, each by itself: one that cannot be done stops no other."""

import logging
from collections.abc import Callable, Iterable

from django.db import InterfaceError, OperationalError

log = logging.getLogger(__name__)


def each(pks: Iterable[int], do: Callable[[int], object]) -> None:
    """Do it to each of these. What fails is logged, and is left for the next sweep.

    Raises what says that the database is away: then none of the others can be done either.
    """
    for pk in pks:
        try:
            do(pk)
        except (InterfaceError, OperationalError):
            raise
        except Exception:
            log.exception("%s %s could not be done", do.__qualname__, pk)
