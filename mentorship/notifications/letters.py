"""Writing a letter."""

from typing import Any

from django.conf import settings
from django.db import transaction

from accounts.models import User
from mentorship.notifications import tasks
from mentorship.notifications.delivery.composing import compose
from mentorship.notifications.models import Letter


@transaction.atomic
def write_letter(
    kind: str,
    *,
    address: str,
    person: User | None,
    context: dict[str, Any],
    is_about_signing_in: bool = False,
    ref: str | None = None,
) -> Letter:
    """One letter of `kind` to `address`, in the caller's transaction, due once that is there.

    person               whose letter it is; None for an address that belongs to nobody
    context              for the three templates, which also get `address`, `person` and `site`
    is_about_signing_in  it carries a code: its words are erased once handed over or too old
    ref                  its public name, when a secret was already derived from it
    """
    letter = compose(
        kind,
        address=address,
        person=person,
        context=context,
        is_about_signing_in=is_about_signing_in,
        ref=ref,
    )
    if settings.MAIL_LEAVES:
        tasks.deliver.delay_on_commit(letter.pk)
    return letter
