"""Forms about the person herself."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import (
    AddEmailForm,
    ChangeEmailForm,
    ChangePasswordForm,
    LoginForm,
    RequestLoginCodeForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
    SignupForm,
)
from allauth.account.internal.userkit import filter_users_by_email
from allauth.core import context as allauth_context
from allauth.core import ratelimit
from django import forms
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from accounts import actions, claiming, time_zones
from accounts.actions import SignUp
from accounts.addresses import identity, mailbox
from accounts.lengths import MAX_NAME
from accounts.models import User
from accounts.passwords import NotHerOwnName
from mentorship.toolbox.web.networks import network_of
from mentorship.toolbox.words.plain import leads_elsewhere

ADDRESS = _("Email address")


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


class OneAddress:
    """What is typed into `email` is the address it stands for, before allauth looks for anybody."""

    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"].label = ADDRESS

    def clean_email(self) -> str:
        """The address as it is stored."""
        self.cleaned_data["email"] = identity(self.cleaned_data["email"])
        return str(super().clean_email())  # type: ignore[misc]  # allauth's form behind it


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth is untyped
    """Address and password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"].label = ADDRESS

    def clean_login(self) -> str:
        """The address as it is stored."""
        self.cleaned_data["login"] = identity(self.cleaned_data["login"])
        return str(super().clean_login())


class CodeLetterForm(OneAddress):
    """The address a code goes to, so many times a minute from one network."""

    def clean_email(self) -> str:
        """The address as it is stored."""
        request = allauth_context.request
        email = identity(self.cleaned_data["email"])
        key = f"{mailbox(email)} from {network_of(request)}"
        if not ratelimit.consume(request, action="code_from_here", key=key):
            raise get_adapter().validation_error("rate_limited")
        return super().clean_email()


class SignInByCodeForm(CodeLetterForm, RequestLoginCodeForm):  # type: ignore[misc]  # untyped
    """Signing in with it."""


class ForgottenPasswordForm(CodeLetterForm, ResetPasswordForm):  # type: ignore[misc]  # untyped
    """A new password with it."""


class OtherAddressForm(OneAddress, ChangeEmailForm):  # type: ignore[misc]  # untyped
    """The address that is to count from now on."""


class MoreAddressForm(OneAddress, AddEmailForm):  # type: ignore[misc]  # untyped
    """The same, before any has been proved."""


class SignUpForm(OneAddress, SignupForm):  # type: ignore[misc]  # allauth is untyped
    """allauth's form, with a name. Nothing of it counts before the address is proved."""

    field_order = ("email", "display_name", "password1", "time_zone")
    display_name = NameField()
    time_zone = TimeZoneField(required=False, widget=forms.HiddenInput)

    def validate_unique_email(self, value: str) -> str:
        """The address. That it is taken shows in the letter only: the page answers all the same."""
        people = filter_users_by_email(value)
        self.account_already_exists = any(person.claimed_at for person in people)
        return value

    def clean(self) -> dict[str, Any]:
        """What was typed; allauth asks about the password as that of somebody without a name."""
        given: dict[str, Any] = super().clean()
        password, name = given.get("password1"), given.get("display_name")
        try:
            NotHerOwnName().validate(password or "", User(display_name=name or ""))
        except forms.ValidationError as too_close:
            self.add_error("password1", too_close)
        return given

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


class NewPasswordForm:
    """A new password, typed twice."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["password1"].label = _("New password")
        self.fields["password2"].label = _("The new password again")
        if "oldpassword" in self.fields:
            self.fields["oldpassword"].label = _("Current password")


class OtherPasswordForm(NewPasswordForm, ChangePasswordForm):  # type: ignore[misc]  # untyped
    """In the place of the one she has."""


class FirstPasswordForm(NewPasswordForm, SetPasswordForm):  # type: ignore[misc]  # untyped
    """Where there was none."""


class PasswordByCodeForm(NewPasswordForm, ResetPasswordKeyForm):  # type: ignore[misc]  # untyped
    """In the place of a forgotten one."""


def _zones() -> list[tuple[str, str]]:
    return [(zone, zone.replace("_", " ")) for zone in time_zones.names()]


class SettingsForm(forms.Form):
    """Name and time zone."""

    display_name = NameField()
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        help_text=_("Dates and times are shown in this time zone."),
        choices=_zones,
    )
