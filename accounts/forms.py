"""Forms about the person herself."""

import re
import zoneinfo
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User

LINK = re.compile(r"://|www\.|@|\.[a-z]{2,}/", re.IGNORECASE)


class NameField(forms.CharField):
    """A name others see beside what she says. It may hold no address and no link."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("What should people call you?"))
        options.setdefault("help_text", _("They see this name beside what you write."))
        super().__init__(max_length=80, **options)
        self.widget.attrs["autocomplete"] = "name"

    def clean(self, value: Any) -> str:
        """The name on one line without doubled spaces."""
        name = " ".join(str(super().clean(value)).split())
        if LINK.search(name):
            raise forms.ValidationError(_("Give a name without an address or a link."))
        return name


class TimeZoneField(forms.CharField):
    """An IANA time zone; what the browser said, or what she chose."""

    def clean(self, value: Any) -> str:
        """The zone, or UTC for one that is not known here."""
        return value if value in zoneinfo.available_timezones() else "UTC"


class SignUpForm(forms.Form):
    """What allauth's sign-up form asks besides address and password."""

    display_name = NameField()
    time_zone = TimeZoneField(required=False, widget=forms.HiddenInput)

    def signup(self, request: HttpRequest, user: User) -> None:
        """Keep what she gave."""
        user.display_name = self.cleaned_data["display_name"]
        user.time_zone = self.cleaned_data["time_zone"]
        user.save(update_fields=["display_name", "time_zone"])


def _zones() -> list[tuple[str, str]]:
    return [(zone, zone.replace("_", " ")) for zone in sorted(zoneinfo.available_timezones())]


class SettingsForm(forms.Form):
    """Name and time zone."""

    display_name = NameField()
    time_zone = forms.ChoiceField(
        label=_("Time zone"), help_text=_("Dates and times are shown in it."), choices=_zones
    )
