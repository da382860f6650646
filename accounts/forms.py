"""Forms about the person herself."""

from typing import Any

from allauth.account.forms import SignupForm
from allauth.account.internal.userkit import filter_users_by_email
from django import forms
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from accounts import actions, claiming, time_zones
from accounts.actions import SignUp
from accounts.lengths import MAX_NAME
from accounts.models import User
from mentorship.toolbox.plain import leads_elsewhere


class NameField(forms.CharField):
    """A name others see beside what she says. It may hold no address and no link."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("What should people call you?"))
        options.setdefault("help_text", _("They see this name beside what you write."))
        super().__init__(max_length=MAX_NAME, **options)
        self.widget.attrs["autocomplete"] = "name"

    def clean(self, value: Any) -> str:
        """The name on one line without doubled spaces."""
        name = " ".join(str(super().clean(value)).split())
        if leads_elsewhere(name) or "@" in name:
            raise forms.ValidationError(_("Give a name without an address or a link."))
        return name


class TimeZoneField(forms.CharField):
    """An IANA time zone; what the browser said, or what she chose."""

    def clean(self, value: Any) -> str:
        """The zone, or UTC for one that is not known here."""
        return value if time_zones.is_known(value) else "UTC"


class SignUpForm(SignupForm):  # type: ignore[misc]  # allauth is untyped
    """allauth's form, with a name. Nothing of it counts before the address is proved."""

    field_order = ("email", "display_name", "password1", "time_zone")
    display_name = NameField()
    time_zone = TimeZoneField(required=False, widget=forms.HiddenInput)

    def validate_unique_email(self, value: str) -> str:
        """The address. That it is taken shows in the letter only: the page answers all the same."""
        people = filter_users_by_email(value)
        self.account_already_exists = any(person.claimed_at for person in people)
        return value

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """allauth's own, after the password was hashed: a taken address takes as long."""
        self.sign_up = SignUp(
            email=self.cleaned_data["email"],
            password=make_password(self.cleaned_data["password1"]),
            display_name=self.cleaned_data["display_name"],
            time_zone=self.cleaned_data["time_zone"],
        )
        person, response = super().try_save(request)
        return person, response

    def save(self, request: HttpRequest) -> User:
        """The row that she will claim with the code in her letter."""
        claiming.remember(request, self.sign_up)
        return actions.meet(self.sign_up.email)


def _zones() -> list[tuple[str, str]]:
    return [(zone, zone.replace("_", " ")) for zone in time_zones.names()]


class SettingsForm(forms.Form):
    """Name and time zone."""

    display_name = NameField()
    time_zone = forms.ChoiceField(
        label=_("Time zone"), help_text=_("Dates and times are shown in it."), choices=_zones
    )
