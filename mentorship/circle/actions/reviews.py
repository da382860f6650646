"""What rooms above tell of an answer."""

from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from mentorship.circle.models import Invitation
from mentorship.toolbox.access import open_to_all


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
    now = timezone.now()
    Invitation.objects.filter(pk=invitation.pk).update(
        heard_at=Coalesce("heard_at", Value(now)), answered_at=now, declined_at=None, remind_at=None
    )


@open_to_all("called by the actions of looks, which have asked")
def looked(invitation: Invitation) -> None:
    """Note that its person has answered with a ten-second look: nothing more is asked. Called by looks."""
    Invitation.objects.filter(pk=invitation.pk).update(
        answered_at=Coalesce("answered_at", Value(timezone.now())),
        declined_at=None,
        remind_at=None,
    )
