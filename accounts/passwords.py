"""What a password must not be. Django's own rules, in words that say what to do."""

from django.contrib.auth import password_validation as rules
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class LongEnough(rules.MinimumLengthValidator):
    """Short ones are found by trying."""

    def get_error_message(self) -> str:
        """What to do about a short one."""
        return ngettext(
            "This is too short. Use %(min_length)d character or more.",
            "This is too short. Use %(min_length)d characters or more.",
            self.min_length,
        ) % {"min_length": self.min_length}

    def get_help_text(self) -> str:
        """The rule, before anything is typed."""
        return ngettext(
            "%(min_length)d character or more", "%(min_length)d characters or more", self.min_length
        ) % {"min_length": self.min_length}


class NotEverybodys(rules.CommonPasswordValidator):
    """The twenty thousand that are tried first."""

    def get_error_message(self) -> str:
        """What to do about one of them."""
        return _("This password is too common. Choose another.")

    def get_help_text(self) -> str:
        """The rule, before anything is typed."""
        return _("Not a common password")


class NotHerOwnName(rules.UserAttributeSimilarityValidator):
    """What others know of her is tried next."""

    def __init__(self) -> None:
        super().__init__(("display_name", "email"))

    def get_error_message(self) -> str:
        """What to do about a name."""
        return _("This is too close to your name or your address. Choose another.")

    def get_help_text(self) -> str:
        """The rule, before anything is typed."""
        return _("Not your name or your address")
