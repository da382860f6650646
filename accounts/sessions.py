"""Sessions that a dump of the database does not open.

The row is named by a hash of the key the browser holds, and its content (a sign-in code waiting to
be typed, for one) is encrypted under a key of the server. Built on Django's own database backend,
which stores both as they are.
"""

import base64
import hashlib
import json
from functools import cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.db.models import QuerySet

from accounts.models import Session, User
from mentorship.toolbox.clock.moments import Now
from mentorship.toolbox.questions.composed import composed


def row_name(session_key: str) -> str:
    """The name under which the session of this key is stored: SHA-256, 64 hex digits."""
    return hashlib.sha256(session_key.encode()).hexdigest()


@composed
def live(name: str) -> QuerySet[Session]:
    """The session stored under this name, unless it is over; with its person."""
    found = Session.objects.filter(session_key=name, expire_date__gt=Now())
    return found.select_related("person")


@cache
def _cipher(secret: str) -> Fernet:
    key = hashlib.sha256(b"sessions\0" + secret.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))


class SessionStore(DatabaseSessions):
    """Django's database sessions with hashed names and encrypted content."""

    kept: Session | None = None  # the row as it was found

    @property
    def person(self) -> User | None:
        """Whom its content names, as she was found beside it; None where her row was not."""
        named = self.get(SESSION_KEY)  # finds the row, if nobody has asked for it yet
        person = self.kept.person if self.kept else None
        return person if person and str(person.pk) == named else None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Our own table."""
        return Session

    def encode(self, session_dict: dict[str, Any]) -> str:
        """The content as it is stored."""
        return _cipher(settings.SECRET_KEY).encrypt(json.dumps(session_dict).encode()).decode()

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """The content of a stored row; empty when it was written under another key."""
        try:
            content: dict[str, Any] = json.loads(_cipher(settings.SECRET_KEY).decrypt(session_data))
        except InvalidToken:
            return {}
        return content

    def exists(self, session_key: str) -> bool:
        """Whether there is a session of this key."""
        return Session.objects.filter(session_key=row_name(session_key)).exists()

    def delete(self, session_key: str | None = None) -> None:
        """End the session of this key, or this one."""
        key = session_key or self.session_key
        if key:
            Session.objects.filter(session_key=row_name(key)).delete()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row to save: its name is the hash of the key."""
        return Session(
            session_key=row_name(self.session_key or ""),
            session_data=self.encode(data),
            person_id=data.get(SESSION_KEY),
            expire_date=self.get_expiry_date(),
        )

    def _get_session_from_db(self) -> Session | None:
        self.kept = live(row_name(self.session_key or "")).first()
        if self.kept is None:
            self._session_key = None
        return self.kept
