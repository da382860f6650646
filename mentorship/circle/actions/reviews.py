"""What rooms above tell of an answer."""

from datetime import datetime

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from mentorship.circle.models import Invitation
from mentorship.toolbox.access import open_to_all
from mentorship.toolbox.questions.changed import changed
from mentorship.toolbox.questions.composed import composed


@open_to_all("called by critique's actions, which have asked")
def begun(invitation: Invitation) -> None:
    """Note that its person has written something, which only she sees. Called by critique."""
    Invitation.objects.filter(pk=invitation.pk, begun_at=None).update(begun_at=timezone.now())


@open_to_all("called by critique's actions, which have asked")
def heard(invitation: Invitation) -> None:
    """Note that the first of what its person said was sent. Called by critique."""
    Invitation.objects.filter(pk=invitation.pk, heard_at=None).update(heard_at=timezone.now())


@open_to_all("called by critique's actions, which have asked")
def answered(invitation: Invitation) -> None:
    """Note that its person has finished and sent a review. Called by critique."""
    _answered(invitation, timezone.now()).change()


@composed
def _answered(invitation: Invitation, at: datetime) -> QuerySet[Invitation]:
    return changed(
        Invitation.objects.filter(pk=invitation.pk),
        heard_at=Coalesce("heard_at", Value(at)),
        answered_at=at,
        declined_at=None,
        remind_at=None,
    )


@open_to_all("called by the actions of looks, which have asked")
def looked(invitation: Invitation) -> None:
    """Note that its person has answered with a ten-second look: nothing more is asked. Called by looks."""
    Invitation.objects.filter(pk=invitation.pk).update(
        answered_at=Coalesce("answered_at", Value(timezone.now())),
        declined_at=None,
        remind_at=None,
    )
