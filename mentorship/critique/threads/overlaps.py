"""Points about the same words: which belong together, and which disagree. Pure."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Claim(Generic[Key]):
    """One point on words of a version.

    key         whatever names it for the caller.
    opposes     the kind it contradicts; empty for none.
    start, end  half-open, in code points.
    wording     the words it proposes instead; None when it proposes none.
    """

    key: Key
    author: Hashable
    kind: str
    start: int
    end: int
    opposes: str = ""
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
    """Whether two people want different things: what one says opposes what another says, or each
    proposes words of her own. O(n) for a few kinds.
    """
    claims = list(group)
    by_kind: dict[str, set[Hashable]] = {}
    for claim in claims:
        by_kind.setdefault(claim.kind, set()).add(claim.author)
    opposed = {(claim.author, claim.opposes) for claim in claims if claim.opposes}
    are_opposed = any(by_kind.get(kind, set()) - {author} for author, kind in opposed)
    reword = [claim for claim in claims if claim.wording is not None]
    wordings = {" ".join((claim.wording or "").split()) for claim in reword}
    return are_opposed or (len(wordings) > 1 and len({one.author for one in reword}) > 1)
