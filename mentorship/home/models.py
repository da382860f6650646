"""When each sweep ended last, for whoever wants to know whether they run."""

from django.db import models

from mentorship.toolbox.clock.moments import Now

MAX_NAME = 80


class HeartbeatQuerySet(models.QuerySet["Heartbeat"]):
    """All that is done with heartbeats."""

    def beat(self, name: str, **facts: object) -> None:
        """Keep that this has just ended well, and what it found out; by the database's clock."""
        told = {"at": Now(), "facts": facts}
        if not self.filter(name=name).update(**told):
            self.get_or_create(name=name, defaults=told)

    def go_on(self, name: str) -> None:
        """Keep that this is still under way; what it found out last stays."""
        if not self.filter(name=name).update(at=Now()):
            self.get_or_create(name=name, defaults={"at": Now()})


class Heartbeat(models.Model):
    """A sweep, and when one of the workers last came to the end of it, or was at it for long."""

    name = models.CharField(max_length=MAX_NAME, unique=True)
    at = models.DateTimeField()
    facts = models.JSONField(default=dict)

    objects = HeartbeatQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name
