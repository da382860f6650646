"""What a thread says of its weight: others about the same words, what was decided, what became of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from mentorship.critique.models.kinds import use_word
from mentorship.critique.overlaps import overlapping
from mentorship.critique.threads import ThreadFacts
from mentorship.documents.models import Version


@dataclass(slots=True)
class Weight:
    """Of one thread, as one reader sees it.

    beside     how many points, this one with them, are about the same words
    url        where its seeker works through them; empty for anybody else
    decision   what the seeker decided and told, and why; by `seeker`, empty for herself. Whoever
               does not see that there is another's point is not told either.
    """

    use_word: str = ""
    reason: str = ""
    beside: int = 0
    url: str = ""
    decision: str = ""
    decision_why: str = ""
    seeker: str = ""


def weights(
    version: Version, threads: Iterable[ThreadFacts], *, is_seeker: bool
) -> dict[int, Weight]:
    """By thread, of those of which there is something to say.

    threads  all those of the version that the reader sees
    """
    sent = {one.pk: one for one in threads if one.is_sent and not one.deleted_at}
    found: dict[int, Weight] = {}
    page = reverse("critique:points", args=[version.document.ref]) if is_seeker else ""
    for group in overlapping(filter(None, (one.claim() for one in sent.values()))):
        for claim in group:
            found[claim.key] = Weight(beside=len(group), url=page)
    seen = _decided_among(sent.values())
    for pk, one in sent.items():
        is_shown = one.told_at and (is_seeker or one.told_at in seen)
        decided = one.decided if is_shown else ""
        if one.use or decided:
            weight = found.setdefault(pk, Weight())
            weight.use_word, weight.reason = use_word(one.kind, one.use), one.use_reason
            weight.decision = decided or ""
            weight.decision_why = one.decided_why or "" if decided else ""
            weight.seeker = "" if is_seeker else version.document.owner.name
    return found


def _decided_among(threads: Iterable[ThreadFacts]) -> set[datetime]:
    """When those decisions were told of which the reader sees points of two people."""
    authors = defaultdict(set)
    for one in threads:
        if one.told_at:
            authors[one.told_at].add((one.author, one.hand))
    return {told_at for told_at, known in authors.items() if len(known) > 1}
