"""Points about the same words: which belong together, and which pull apart. Pure."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key")

PRAISE = "praise"
MUST_FIX = "must_fix"


@dataclass(frozen=True, slots=True)
class Claim(Generic[Key]):
    """One point on words of a version.

    key         whatever names it for the caller.
    start, end  half-open, in code points.
    wording     the words it proposes instead; None when it proposes none.
    """

    key: Key
    author: Hashable
    kind: str
    start: int
    end: int
    wording: str | None = None


def overlapping(claims: Iterable[Claim[Key]]) -> list[list[Claim[Key]]]:
    """The claims that share words with one another, directly or through others, in text order.

    Only groups in which more than one person speaks. O(n log n).
    """
    groups: list[list[Claim[Key]]] = []
    reach = -1
    for claim in sorted(claims, key=lambda one: (one.start, one.end)):
        if claim.start >= claim.end:  # it stands on no words
            continue
        if claim.start >= reach:
            groups.append([])
        groups[-1].append(claim)
        reach = max(reach, claim.end)
    return [group for group in groups if len({claim.author for claim in group}) > 1]


def disagree(group: Iterable[Claim[Key]]) -> bool:
    """Whether two people want different things: one keeps what another says must be fixed, or each
    proposes words of her own. O(n).
    """
    claims = list(group)
    keep = {claim.author for claim in claims if claim.kind == PRAISE}
    fix = {claim.author for claim in claims if claim.kind == MUST_FIX}
    reword = [claim for claim in claims if claim.wording is not None]
    wordings = {" ".join((claim.wording or "").split()) for claim in reword}
    is_kept_and_fixed = bool(keep and fix) and len(keep | fix) > 1
    return is_kept_and_fixed or (len(wordings) > 1 and len({one.author for one in reword}) > 1)
