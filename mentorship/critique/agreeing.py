"""Who finds a point of somebody else right: asked for once for a whole page, and said in a line."""

from collections import defaultdict
from dataclasses import dataclass
from html import escape

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.reader import Reader
from mentorship.critique.asked import Asked
from mentorship.critique.models import Agreement, Thread
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
        "thread_id", "thread__round_id", "person_id", "person__display_name", "person__email"
    )
    agreed: dict[int, list[str]] = defaultdict(list)
    hers = set()
    for thread_id, round_id, person, name, email in rows:
        if reader.person and person == reader.person.pk:
            hers.add(thread_id)
            agreed[thread_id].append(_("you"))
        else:
            called = known.names.get((round_id, person))
            agreed[thread_id].append(called or name or email.partition("@")[0])
    return {pk: Agreed(tuple(people), pk in hers) for pk, people in agreed.items()}


def line(agreed: Agreed) -> str:
    """One line with how many and who; empty for nobody."""
    if not agreed.names:
        return ""
    count = len(agreed.names)
    words = ngettext("%(count)s agrees: %(names)s", "%(count)s agree: %(names)s", count)
    said = words % {"count": count, "names": ", ".join(agreed.names)}
    return f'<p class="thread-agreed quiet">{escape(said)}</p>'


@dataclass(frozen=True, slots=True)
class Words:
    """What the press says, translated once for all threads."""

    agree: str
    withdraw: str


def words() -> Words:
    """In the language of the reader."""
    return Words(agree=escape(_("Agree")), withdraw=escape(_("Agreed, undo")))


def press(agreed: Agreed, address: str, said: Words) -> str:
    """The button that agrees, or takes it back. `address` is the thread's."""
    path, word = ("withdrawal", said.withdraw) if agreed.is_hers else ("agreement", said.agree)
    return (
        f'<button form="acts" type="submit" data-press="agree" formaction="{address}{path}/">'
        f"{word}</button>"
    )
