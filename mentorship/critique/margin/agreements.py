"""Who finds a point of somebody else right: asked for once for a whole page, and said in a line."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.critique.margin.people import Asked
from mentorship.critique.models import Agreement, Thread
from mentorship.critique.models.hands import wrote
from mentorship.documents.access import Rights
from mentorship.documents.models import Version


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who agrees with one thread, as far as the reader may see them.

    names    of all of them, in the order they agreed
    is_hers  whether the reader is among them
    """

    names: tuple[str, ...] = ()
    is_hers: bool = False


NOBODY = Agreed()


def agreements(
    version: Version, known: Asked, reader: Reader, held: Rights, thread: Thread | None
) -> dict[int, Agreed]:
    """By the ids of threads. One query, when anybody agrees with anything."""
    if not known.agrees:
        return {}
    where = {"thread": thread} if thread else {"thread__placements__version": version}
    seen = Agreement.objects.seen_on(version.document, reader, held).filter(**where)
    rows = seen.order_by("pk").values_list(
        "thread_id",
        "thread__round_id",
        "person_id",
        "person__display_name",
        "person__email",
        "hand_id",
    )
    agreed: dict[int, list[str]] = defaultdict(list)
    hers = set()
    for thread_id, round_id, person, name, email, hand in rows:
        if wrote(reader, person=person, asked=round_id, hand=hand):
            hers.add(thread_id)
            agreed[thread_id].append(_("you"))
        else:
            agreed[thread_id].append(known.names.of_row(round_id, person, name, email))
    return {pk: Agreed(tuple(people), pk in hers) for pk, people in agreed.items()}
