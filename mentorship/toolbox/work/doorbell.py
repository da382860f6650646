"""Ringing Celery's doorbell: the row is the message, so a ring that nobody hears loses nothing."""

import atexit
import contextlib
import logging
import os
from collections.abc import Callable
from queue import Empty, Full, Queue
from threading import Lock, Thread
from typing import Any

from celery.contrib.django.task import DjangoTask
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from mentorship.toolbox.work.killpoints import killpoint

log = logging.getLogger(__name__)

Ring = Callable[[], Any]
AWAY = (OperationalError, RedisError, OSError)


class Ringer:
    """One thread of this process that talks to the broker, so that nobody else waits for it.

    A broker that hangs lets a publisher wait for its socket's timeout, and one that is gone for
    kombu's pauses between tries: 5 s and 2 s were measured here. A web thread has not even one.
    """

    def __init__(self) -> None:
        self.rings: Queue[Ring | None] = Queue(maxsize=1000)
        self.thread: Thread | None = None
        self.lock = Lock()
        self.is_heard = True

    def ring(self, ring: Ring) -> None:
        """Have `ring` called soon. Dropped when a thousand others wait: the sweep comes anyway."""
        with self.lock:
            if self.thread is None:
                self.thread = Thread(target=self._run, name="doorbell", daemon=True)
                self.thread.start()
        with contextlib.suppress(Full):
            self.rings.put_nowait(ring)

    def finish(self, within: float = 1.0) -> None:
        """Let the rings so far be heard before the process ends, if that is a matter of a second."""
        if self.thread is not None:
            with contextlib.suppress(Full):
                self.rings.put_nowait(None)
                self.thread.join(within)

    def _run(self) -> None:
        while (ring := self.rings.get()) is not None:
            self._try(ring)

    def _try(self, ring: Ring) -> None:
        try:
            ring()
        except AWAY:
            if self.is_heard:
                log.warning("the broker is away; what is due is found by the sweep")
            self.is_heard = False
            self._forget_the_others()
        except Exception:  # the thread must outlive whatever one ring does
            log.exception("doorbell broken")
        else:
            self.is_heard = True

    def _forget_the_others(self) -> None:
        # Each would wait as long as this one did, and the rings after them longer and longer.
        with contextlib.suppress(Empty):
            while self.rings.get_nowait() is not None:
                pass


class Doorbell(DjangoTask[..., Any]):
    """A task that can be rung without its caller ever failing or waiting for the broker.

    `delay_on_commit` rings once the transaction is there. While the broker is away rings are
    dropped; the sweep that beat starts finds the row.
    """

    def apply_async(self, *args: Any, **kwargs: Any) -> Any:
        """Celery's own, by the ringer; beat brings its own connection, and does it itself."""
        killpoint("unrung")
        if not kwargs.get("producer"):
            _ringer.ring(lambda: super(Doorbell, self).apply_async(*args, **kwargs))
            return None
        try:
            return super().apply_async(*args, **kwargs)
        except AWAY:
            log.warning("the broker is away: %s", self.name)
            return None


_ringer = Ringer()


def _begin_anew() -> None:
    """A forked process has no threads, and perhaps a lock that one of them held."""
    global _ringer  # noqa: PLW0603 - one per process, and this is another process
    _ringer = Ringer()


os.register_at_fork(after_in_child=_begin_anew)


@atexit.register
def _finish() -> None:
    _ringer.finish()
