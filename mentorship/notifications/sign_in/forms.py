"""Where a mailed code is typed in."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import (
    ConfirmEmailVerificationCodeForm,
    ConfirmLoginCodeForm,
    ConfirmPasswordResetCodeForm,
)
from allauth.core import context as allauth_context

from mentorship.notifications import ceilings

MAX_CODE_TRIES = 3  # as allauth counts, in a session that twenty requests at once read alike


class CodeForm:
    """A code, judged so many times and no more, also when many are typed at once."""

    expected_code: str | None

    def clean_code(self) -> str:
        """The code. Counted before it is compared, in one step of the database."""
        secret = self.expected_code or allauth_context.request.session.session_key
        if not ceilings.may_judge(f"code {secret}", most=MAX_CODE_TRIES):
            raise get_adapter().validation_error("too_many_login_attempts")
        return str(super().clean_code())  # type: ignore[misc]  # allauth's form behind it


class SignInCodeForm(CodeForm, ConfirmLoginCodeForm):  # type: ignore[misc]  # allauth is untyped
    """The code to sign in with."""


class AddressCodeForm(CodeForm, ConfirmEmailVerificationCodeForm):  # type: ignore[misc]  # untyped
    """The code that proves an address."""


class ForgottenPasswordCodeForm(CodeForm, ConfirmPasswordResetCodeForm):  # type: ignore[misc]  # untyped
    """The code to choose a new password with."""
