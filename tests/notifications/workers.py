"""Letters that are due, and workers that are gone."""

from datetime import timedelta

from django.utils import timezone

from mentorship.notifications.models import Letter


def make_due(letter: Letter) -> Letter:
    """The same letter, whose time has come."""
    Letter.objects.filter(pk=letter.pk).update(due_at=timezone.now())
    return letter


def lose_workers() -> None:
    """Every lease is over."""
    past = timezone.now() - timedelta(seconds=1)
    Letter.objects.exclude(lease="").update(lease_until=past)
