"""What a person may change about herself, and how a row becomes hers."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from accounts import time_zones
from accounts.models import User
from accounts.reader import Reader
from mentorship.toolbox.access import open_to_all


@dataclass(frozen=True, slots=True)
class SignUp:
    """What someone gave when she signed up. It counts once she has proved that the address is hers.

    password  already hashed.
    """

    email: str
    password: str
    display_name: str
    time_zone: str


@open_to_all("a person changes only her own row; there is no object to ask about")
@transaction.atomic
def change_settings(*, by: Reader, display_name: str, time_zone: str) -> User:
    """Keep the name others see and the zone her times are shown in."""
    person = User.objects.select_for_update().get(pk=by.account.pk)
    person.display_name = display_name
    person.time_zone = time_zone
    person.save(update_fields=["display_name", "time_zone"])
    return person


@open_to_all("a person changes only her own row; there is no object to ask about")
def note_time_zone(name: str, *, by: Reader) -> None:
    """What the browser of somebody without an account says: her letters and mornings go by it.

    Whoever has an account said it when she signed up, and changes it in her settings. A link that was
    passed on says nothing of her: nobody knows whose browser it is.
    """
    if by.person and by.proved and time_zones.is_known(name):
        guests = User.objects.filter(pk=by.person.pk, claimed_at=None)
        guests.update(time_zone=name)


@open_to_all("whoever is asked is met here; nothing of the person is shown or changed")
def meet(email: str, *, time_zone: str = "UTC") -> User:
    """The person with this address; for a new address one who has no password and claimed nothing.

    time_zone  of whoever meets her: the best guess until her own browser says it
    """
    address = User.objects.normalize_email(email)
    facts = {"password": make_password(None), "time_zone": time_zone}
    return User.objects.get_or_create(email=address, defaults=facts)[0]


@open_to_all("called once an address is proved, by the adapter of signing up")
@transaction.atomic
def claim(person: User, *, sign_up: SignUp | None) -> User:
    """Note that `person` has proved her address, and let what she signed up with count.

    Whoever claimed her row before keeps it as it is: a later sign-up changes nothing.
    """
    person = User.objects.select_for_update().get(pk=person.pk)
    if person.claimed_at:
        return person
    person.claimed_at = timezone.now()
    person.language = get_language() or ""
    if sign_up and sign_up.email == person.email:
        person.password = sign_up.password
        person.display_name = sign_up.display_name
        person.time_zone = sign_up.time_zone
    person.save()
    return person
