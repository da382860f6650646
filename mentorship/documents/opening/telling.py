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
    return [
        f"{count} uploads wait for us: {CAUSES.get(trouble, trouble)}."
        for trouble, count in sorted(counts.items())
    ]


def each_in_trouble() -> Iterator[str]:
    """A line for each upload that waits for us."""
    for queue in QUEUES:
        for row in queue.in_trouble():
            cause = CAUSES.get(row.trouble, row.trouble)
            yield f"{queue.called(row)} waits after {row.attempts} tries: {cause}"
