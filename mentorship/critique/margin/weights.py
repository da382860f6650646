"""What a thread weighs: who agrees, who says more of the same words, what was decided, what became of it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, QuerySet
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.people import Names
from mentorship.critique.margin.cards import Agreed, Weight
from mentorship.critique.models import Agreement, Thread
from mentorship.critique.models.agreements import by_reader
from mentorship.critique.models.kinds import use_word
from mentorship.critique.threads.facts import ThreadFacts, claims
from mentorship.critique.threads.overlaps import overlapping
from mentorship.documents.access import Rights
from mentorship.documents.models import Document, Version
from mentorship.toolbox.pages.addresses import address
from mentorship.toolbox.questions.composed import composed


def agreements(rows: list[tuple[Any, ...]], names: Names) -> dict[int, Agreed]:
    """Who agrees, by the ids of threads; of rows as `agreed_in` gives them."""
    agreed: dict[int, list[str]] = defaultdict(list)
    by_her = {pk for *_person, pk, is_hers in rows if is_hers}
    for name, (*_person, pk, is_hers) in zip(
        names.of_rows([row[:4] for row in rows]), rows, strict=True
    ):
        if is_hers:
            agreed[pk].insert(0, _("You"))
        else:
            agreed[pk].append(name)
    return {pk: Agreed(tuple(people), pk in by_her) for pk, people in agreed.items()}


@composed
def agreed_in(
    document: Document, reader: Reader, held: Rights, within: Thread | Version
) -> QuerySet[Agreement, tuple[Any, ...]]:
    """Who agrees with one thread, or with any of a version, as far as the reader may see them."""
    is_one = isinstance(within, Thread)
    where = {"thread" if is_one else "thread__placements__version": within}
    seen = Agreement.objects.seen_on(document, reader, held).filter(**where)
    hers = ExpressionWrapper(by_reader(reader), output_field=BooleanField())
    person = ("person_id", "person__display_name", "person__email")
    ordered = seen.annotate(is_hers=hers).order_by("pk")
    return ordered.values_list("thread__round_id", *person, "thread_id", "is_hers")


def weights(
    version: Version, threads: Iterable[ThreadFacts], *, is_seeker: bool
) -> dict[int, Weight]:
    """By thread, of those of which there is something to say.

    threads  all those of the version that the reader sees
    """
    sent = [one for one in threads if one.is_sent and not one.deleted_at]
    page = address("critique:points", version.document.ref) if is_seeker else ""
    seeker = "" if is_seeker else version.document.owner.name
    are_several = len({one.author for one in sent}) > 1  # who spoke; else nothing stands beside
    groups = overlapping(claims(sent)) if are_several else []
    beside = {claim.key: len(group) for group in groups for claim in group}
    told = {one.told_at for one in sent if one.told_at} if is_seeker else _decided_among(sent)
    return {
        one.pk: Weight(
            use_word=use_word(one.kind, one.use) if one.use else "",
            reason=one.use_reason,
            beside=beside.get(one.pk, 0),
            url=page,
            decision=_decision(one) if one.told_at in told else "",
            decision_why=(one.decided_why or "") if one.told_at in told else "",
            seeker=seeker,
        )
        for one in sent
        if one.use or one.pk in beside or (one.is_decided and one.told_at in told)
    }


def _decision(one: ThreadFacts) -> str:
    """What was decided on it: in her words, or which she goes with."""
    if one.decided:
        return one.decided
    return _("Go with this.") if one.chosen == one.pk else _("Go with another.")


def _decided_among(threads: Iterable[ThreadFacts]) -> set[datetime]:
    """When those decisions were told of which the reader sees points of two people."""
    authors = defaultdict(set)
    for one in threads:
        if one.told_at:
            authors[one.told_at].add((one.author, one.hand))
    return {told_at for told_at, known in authors.items() if len(known) > 1}
