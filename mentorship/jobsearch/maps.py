"""How a version answers a posting, as kept or worked out now. No number sums it up."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from mentorship.documents.models import Version
from mentorship.jobsearch.coverage.evidence import (
    Edit,
    Entry,
    Readings,
    Rows,
    as_rows,
    entries,
    fingerprint,
    of_rows,
    read,
)
from mentorship.jobsearch.models import EvidenceMap, Pursuit, Term
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking


@dataclass(frozen=True, slots=True)
class Mapped:
    """The map of one version. `is_kept`: it was not worked out just now."""

    version: Version
    entries: list[Entry]
    is_kept: bool


def maps_of(pursuit: Pursuit, versions: Sequence[Version]) -> Asking[list[Mapped]]:
    """The maps of these versions and the posting, in their order. Two steps.

    Cost  where one is not kept, that of `coverage.evidence.read`
    """
    [terms] = yield (terms_of(pursuit.pk),)
    return (yield from maps_with(pursuit, versions, terms))


def maps_with(
    pursuit: Pursuit, versions: Sequence[Version], terms: Sequence[Term]
) -> Asking[list[Mapped]]:
    """The same for whoever has asked `terms_of` it beside other things. One step."""
    edits = [term.edit for term in terms]
    wanted = fingerprint(pursuit.posting, edits)
    [kept] = yield (_kept(pursuit.pk, [version.pk for version in versions], wanted),)
    known: dict[int, Rows] = dict(kept)
    return [_mapped(pursuit, version, edits, known.get(version.pk)) for version in versions]


@composed
def terms_of(pursuit: int) -> QuerySet[Term]:
    """What its seeker says of the terms."""
    return Term.objects.filter(pursuit=pursuit).order_by("pk")


@composed
def _kept(
    pursuit: int, versions: list[int], wanted: str
) -> QuerySet[EvidenceMap, tuple[int, Rows]]:
    kept = EvidenceMap.objects.filter(pursuit=pursuit, version__in=versions, fingerprint=wanted)
    return kept.values_list("version_id", "readings")


def _mapped(pursuit: Pursuit, version: Version, edits: Sequence[Edit], rows: Rows | None) -> Mapped:
    readings = of_rows(rows) if rows else _read(pursuit, version, edits)
    return Mapped(version, entries(readings, edits), is_kept=rows is not None)


def _read(pursuit: Pursuit, version: Version, edits: Sequence[Edit]) -> Readings:
    return read(pursuit.posting, version.text, edits)


def keep(pursuit: Pursuit, version: Version) -> None:
    """Work out the map of this version and keep it in place of one made of other words."""
    edits = [term.edit for term in pursuit.terms.order_by("pk")]
    rows = as_rows(_read(pursuit, version, edits))
    EvidenceMap.objects.update_or_create(
        pursuit=pursuit,
        version=version,
        defaults={"fingerprint": fingerprint(pursuit.posting, edits), "readings": rows},
    )
