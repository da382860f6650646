"""The worker that looks for what nobody pressed: drafts that wait, versions nobody was told of."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from accounts.models import User
from mentorship.circle.models import Invitation
from mentorship.critique.models import Review
from mentorship.critique.notices import drafts, new_version
from mentorship.documents.models import Grant, Version
from mentorship.toolbox.bulkheads import each
from mentorship.toolbox.moments import Now

TOLD_WITHIN = timedelta(days=1)


def remind() -> None:
    """One letter to each mentor whose drafts have waited a day since she last typed."""
    each(list(Review.objects.due().values_list("pk", flat=True)[:100]), _remind)


@transaction.atomic
def _remind(pk: int) -> None:
    # Whoever clears the moment writes the letter: two sweeps at once write one.
    if Review.objects.due().filter(pk=pk).update(due_at=None):
        drafts.remind(Review.objects.select_related("mentor", "round__owner").get(pk=pk))


def announce() -> None:
    """Tell the mentors of open rounds that the next version can be read, once per version."""
    since = Now() - TOLD_WITHIN
    fresh = Version.objects.ready().filter(number__gt=1, ready_at__gte=since)
    asked = fresh.filter(document__rounds__closed_at=None, document__rounds__isnull=False)
    each(list(asked.values_list("pk", flat=True).distinct()), _announce)


@transaction.atomic
def _announce(pk: int) -> None:
    held = Version.objects.select_for_update(of=("self",)).select_related("document__owner")
    version = held.defer("text").filter(pk=pk).first()
    if version and not new_version.was_told(version):  # else it has gone, or another sweep was here
        new_version.tell_mentors(version, _mentors(version))


def _mentors(version: Version) -> list[User]:
    """Those who have come in, in open rounds, and may still read the document."""
    grants = Grant.objects.live().filter(
        document=version.document,
        source=Grant.Source.INVITATION,
        source_id=OuterRef("pk"),
    )
    came = Invitation.objects.filter(
        Exists(grants), round__closed_at=None, pressed_at__isnull=False, declined_at=None
    )
    return list(User.objects.filter(invitations__in=came).distinct())
