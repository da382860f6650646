"""What stands in the way of files that wait to be opened, for whoever runs the service."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Count

from mentorship.documents.opening.queues import QUEUES
from mentorship.documents.sentences.troubles import CAUSES


def about_uploads() -> list[str]:
    """Sentences about uploads that wait for something that is ours to mend."""
    counts: Counter[str] = Counter()
    for queue in QUEUES:
        rows = queue.in_trouble().order_by("trouble").values_list("trouble")
        counts.update(dict(rows.annotate(count=Count("pk"))))
    told = [
        f"{count} uploads wait for us: {_cause(trouble)}."
        for trouble, count in sorted(counts.items())
    ]
    given_up = sum(queue.given_up().count() for queue in QUEUES)
    if given_up:
        told.append(
            f"{given_up} of them are tried no more: once it is mended, start them again with"
            " `python manage.py sanity --try-again`."
        )
    return told


def each_in_trouble() -> Iterator[str]:
    """A line for each upload that waits for us."""
    for queue in QUEUES:
        for row in queue.in_trouble():
            waits = "is tried no more" if row.is_given_up else "waits"
            yield f"{queue.called(row)} {waits} after {row.attempts} tries: {_cause(row.trouble)}"


def _cause(trouble: str) -> str:
    return CAUSES.get(trouble, CAUSES["broken"])
