"""Why the text exists: the jobs a seeker goes for."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from mentorship.toolbox.refs import new_ref


class Pursuit(models.Model):
    """One job the seeker goes for."""

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pursuits"
    )
    role = models.CharField(max_length=120)
    employer = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"pursuit {self.ref}"
