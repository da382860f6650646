"""What every form says when something is missing or wrong, in the words of this service."""

from collections.abc import Mapping
from typing import Any

from django.core.validators import EmailValidator, MaxLengthValidator
from django.forms import Field
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

# Numbers that between them take every plural form of the languages that gettext knows.
SAMPLES = (1, 2, 3, 5, 11, 21, 100, 101)


class TooMany:
    """The message of `MaxLengthValidator`: by how much, for that is what is to be taken out."""

    def __mod__(self, facts: Mapping[str, Any]) -> str:
        over = facts["show_value"] - facts["limit_value"]
        return too_many(over) % {"count": over}


def too_many(count: int) -> str:
    """That so many characters are over the limit; the number is to be put in as `count`."""
    return ngettext("%(count)s character too many.", "%(count)s characters too many.", count)


def left(count: int) -> str:
    """That so many characters fit still; the number is to be put in as `count`."""
    return ngettext("%(count)s character left", "%(count)s characters left", count)


def in_samples() -> dict[str, dict[int, str]]:
    """Both sentences as a script needs them: by numbers, of which it takes one of the same form."""
    return {
        says.__name__: {count: says(count) % {"count": "{count}"} for count in SAMPLES}
        for says in (too_many, left)
    }


def speak_plainly() -> None:
    """Put our sentences in the place of Django's, for its fields and allauth's as for ours."""
    Field.default_error_messages["required"] = _("Please fill this in.")
    EmailValidator.message = _("This isn’t an email address. It should look like ada@mail.example.")
    MaxLengthValidator.message = TooMany()  # type: ignore[assignment]  # Django asks for nothing but %
