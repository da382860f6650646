"""The file store this database belongs to, and what lies in it without a row."""

from django.db import models
from django.utils import timezone

from mentorship.toolbox.refs import new_ref


class FileStore(models.Model):
    """The store whose files these rows name: one row, with the id that stands in the store too.

    confirmed_at  when the id was seen in the store for the first time
    """

    ref = models.CharField(max_length=16, default=new_ref)
    confirmed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"file store {self.ref}"


class Orphan(models.Model):
    """A folder of the store that no version names, since when that is known.

    given_up_at  when the version that named it was deleted; empty where nobody knows of one
    """

    folder = models.CharField(max_length=120, unique=True)
    first_seen_at = models.DateTimeField(default=timezone.now)
    given_up_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"orphan {self.folder}"
