"""What a person may change about herself."""

from django.db import transaction

from accounts.models import User
from accounts.reader import Reader
from mentorship.toolbox.access import open_to_all


@open_to_all("a person changes only her own row; there is no object to ask about")
@transaction.atomic
def change_settings(*, by: Reader, display_name: str, time_zone: str) -> User:
    """Keep the name others see and the zone her times are shown in."""
    person = User.objects.select_for_update().get(pk=by.account.pk)
    person.display_name = display_name
    person.time_zone = time_zone
    person.save(update_fields=["display_name", "time_zone"])
    return person
