"""What waits to be sent, for whoever runs the service."""

from datetime import datetime

from django.db.models import Min

from mentorship.notifications.models import Letter
from mentorship.toolbox.clock.moments import Now


def oldest_due_letter() -> datetime | None:
    """When the oldest letter that is due fell due; None when none is."""
    due = Letter.objects.filter(state=Letter.State.WAITING, due_at__lte=Now())
    oldest: datetime | None = due.aggregate(oldest=Min("due_at"))["oldest"]
    return oldest
