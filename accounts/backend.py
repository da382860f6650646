"""How a session's person is found, and a password checked."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.models import User
from mentorship.toolbox.questions.composed import composed


@composed
def _person(pk: int) -> QuerySet[User]:
    return User.objects.filter(pk=pk)


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """allauth's, which asks for the person with a question that is composed once."""

    def get_user(self, user_id: int) -> User | None:
        """The person, unless she is gone or may not sign in."""
        person = _person(user_id).first()
        return person if person and self.user_can_authenticate(person) else None

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User:
        """Whose these credentials are. Raises PermissionDenied for nobody's: there is no other way in.

        The backend behind this one in the settings knows sessions that began before there was this.
        """
        found: User | None = super().authenticate(request, **credentials)
        if found is None:
            raise PermissionDenied
        return found
