"""Ringing Celery's doorbell: the row is the message, so a ring that nobody hears loses nothing."""

import logging
from typing import Any

from celery.contrib.django.task import DjangoTask
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

log = logging.getLogger(__name__)


class Doorbell(DjangoTask[..., Any]):
    """A task that can be rung without its caller ever failing or waiting for the broker.

    `delay_on_commit` rings once the transaction is there. While the broker is away the ring is
    dropped and logged; the sweep that beat starts finds the row.
    """

    def apply_async(self, *args: Any, **kwargs: Any) -> Any:
        """Celery's own, except that a broker that is away is not the caller's trouble."""
        try:
            return super().apply_async(*args, **kwargs)
        except (OperationalError, RedisError, OSError):
            log.warning("doorbell not heard: %s", self.name)
            return None
