"""People, as they come to be known."""

from uuid import uuid4

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from accounts import actions as accounts
from accounts.actions import SignUp
from accounts.models import User

PASSWORD = "a quiet harbour in the rain"


def person(name: str = "Ada", *, zone: str = "Europe/Berlin") -> User:
    """Somebody who signed up with this name and PASSWORD, and proved her address."""
    email = f"{name.lower()}-{uuid4().hex[:8]}@example.org"
    typed = SignUp(email, make_password(PASSWORD), display_name=name, time_zone=zone)
    met = accounts.meet(email)
    EmailAddress.objects.create(user=met, email=email, verified=True, primary=True)  # allauth's
    return accounts.claim(met, sign_up=typed)


def invited(name: str = "Ben") -> User:
    """Somebody whose address is known, and who never signed up."""
    return accounts.meet(f"{name.lower()}-{uuid4().hex[:8]}@example.org")
