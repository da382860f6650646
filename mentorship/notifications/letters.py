"""Writing a letter, and seeing one before it is written."""

from typing import Any

from django.conf import settings
from django.db import transaction

from accounts.models import User
from mentorship.notifications import codes, tasks
from mentorship.notifications.delivery.composing import compose, words_of
from mentorship.notifications.marks import Marks, Secret, filled
from mentorship.notifications.models import Letter


@transaction.atomic
def write_letter(
    kind: str,
    *,
    address: str,
    person: User | None,
    context: dict[str, Any],
    is_about_signing_in: bool = False,
    is_asked_for: bool = False,
    ref: str | None = None,
) -> Letter:
    """One letter of `kind` to `address`, in the caller's transaction, due once that is there.

    person               whose letter it is; None for an address that belongs to nobody
    context              for the three templates, which also get `address`, `person` and `site`
    is_about_signing_in  it carries a code: its words are erased once handed over or too old
    is_asked_for         anybody may ask for it: it was counted by `ceilings.ask`, as codes are
    ref                  its public name, when a secret was already derived from it
    """
    letter = compose(
        kind,
        address=address,
        person=person,
        context=context,
        is_about_signing_in=is_about_signing_in,
        is_asked_for=is_asked_for,
        ref=ref,
    )
    if settings.MAIL_LEAVES:
        tasks.deliver.delay_on_commit(letter.pk)
    return letter


def preview(
    kind: str, *, address: str, person: User, context: dict[str, Any], instead: str
) -> dict[str, str]:
    """Subject, text and html of a letter as it would leave; nothing is kept.

    instead  what stands where a link or a code of that letter alone would
    """
    own = Marks()
    names = [codes.STOP, *(one.name for one in context.values() if isinstance(one, Secret))]
    secrets = dict.fromkeys(names, instead)
    words = words_of(kind, own, person, address, context)
    return {part: filled(found, own.nonce, secrets) for part, found in words.items()}
