"""What every form says when something is missing or wrong, in the words of this service."""

from django.core.validators import EmailValidator, MaxLengthValidator
from django.forms import Field
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy


def speak_plainly() -> None:
    """Put our sentences in the place of Django's, for its fields and allauth's as for ours."""
    Field.default_error_messages["required"] = _("Please fill this in.")
    EmailValidator.message = _("This is no e-mail address. One looks like ada@mail.example.")
    MaxLengthValidator.message = ngettext_lazy(
        "Make this shorter: it may have %(limit_value)d character, and has %(show_value)d.",
        "Make this shorter: it may have %(limit_value)d characters, and has %(show_value)d.",
        "limit_value",
    )
