"""The worker that looks for what nobody pressed: drafts that wait."""

from django.db import transaction

from mentorship.critique.models import Review
from mentorship.critique.notices import drafts
from mentorship.toolbox.work.bulkheads import each


def remind() -> None:
    """One letter to each mentor whose drafts have waited a day since she last typed."""
    each(list(Review.objects.due().values_list("pk", flat=True)[:100]), _remind)


@transaction.atomic
def _remind(pk: int) -> None:
    # Whoever clears the moment writes the letter: two sweeps at once write one.
    if Review.objects.due().filter(pk=pk).update(due_at=None):
        drafts.remind(Review.objects.select_related("mentor", "round__owner").get(pk=pk))
