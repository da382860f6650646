"""What a thread says of its weight: others about the same words, what was decided, what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse

from mentorship.critique.models.threads import use_word
from mentorship.critique.overlaps import Claim, overlapping
from mentorship.documents.models import Version


@dataclass(slots=True)
class Weight:
    """Of one thread, as one reader sees it.

    beside     how many points, this one with them, are about the same words
    url        where its seeker works through them; empty for anybody else
    decision   what the seeker decided and told, and why; by `seeker`, empty for herself
    """

    use_word: str = ""
    reason: str = ""
    beside: int = 0
    url: str = ""
    decision: str = ""
    decision_why: str = ""
    seeker: str = ""


class Seen(NamedTuple):
    """A thread that was sent, as the reader sees it."""

    pk: int
    author: int | None
    kind: str
    start: int | None
    end: int | None
    use: str
    reason: str
    decided: str = ""  # only once it is told
    decided_why: str = ""


def weights(version: Version, seen: Iterable[Seen], *, is_seeker: bool) -> dict[int, Weight]:
    """By thread, of those of which there is something to say.

    seen  all the threads of the version that the reader sees
    """
    found: dict[int, Weight] = {}
    threads = {one.pk: one for one in seen}
    page = reverse("critique:points", args=[version.document.ref]) if is_seeker else ""
    for group in overlapping(_claims(threads.values())):
        for claim in group:
            found[claim.key] = Weight(beside=len(group), url=page)
    for pk, one in threads.items():
        if one.use or one.decided:
            weight = found.setdefault(pk, Weight())
            weight.use_word, weight.reason = use_word(one.kind, one.use), one.reason
            weight.decision, weight.decision_why = one.decided, one.decided_why
            weight.seeker = "" if is_seeker else version.document.owner.name
    return found


def _claims(seen: Iterable[Seen]) -> Iterator[Claim[int]]:
    for one in seen:
        if one.start is not None and one.end is not None:
            yield Claim(one.pk, one.author, one.kind, one.start, one.end)
