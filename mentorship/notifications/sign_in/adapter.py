"""allauth's mail becomes letters, and its codes are derived from theirs."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.manage_email import sync_user_email_address
from allauth.account.internal.userkit import filter_users_by_email
from allauth.core import context as allauth_context
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from accounts import known_browsers
from accounts.addresses import mailbox
from accounts.models import User
from mentorship.notifications import ceilings, codes
from mentorship.notifications.ceilings import Asker
from mentorship.notifications.letters import write_letter
from mentorship.notifications.marks import Ours, Secret
from mentorship.notifications.sign_in import kinds
from mentorship.toolbox.refs import new_ref
from mentorship.toolbox.web.networks import network_of

WORDS = {
    "account_inactive": _("This account is closed."),
    "duplicate_email": _("This is already your address."),
    "email_password_mismatch": _(
        "That address and password don’t match. Try again, or sign in with a code by email."
    ),
    "email_taken": _("This address belongs to another account. Sign in with it instead."),
    "enter_current_password": _("This isn’t your current password."),
    "incorrect_code": _("This isn’t the code. Find our newest email and enter the code again."),
    "incorrect_password": _("This isn’t your password."),
    "rate_limited": _("We just sent an email. Wait a moment before you ask for another."),
    "same_as_current": _("That is what it is already."),
    "too_many_passwords": _(
        "Too many passwords were tried for this address today. Sign in with a code by email, or in a "
        "browser where you have signed in before."
    ),
    "too_many_login_attempts": _("Too many wrong attempts. Wait a few minutes, then try again."),
}


class LetterAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    """What allauth wants to mail is written as a letter.

    allauth asks for a code first and for the mail afterwards. The code is derived from the ref of
    the letter to come, and the request remembers which code belongs to which ref in between.
    """

    error_messages = DefaultAccountAdapter.error_messages | WORDS

    def generate_email_verification_code(self) -> str:
        """A code that proves an address, at sign-up or for a new one."""
        return _new_code()

    def generate_login_code(self) -> str:
        """A code to sign in with."""
        return _new_code()

    def generate_password_reset_code(self) -> str:
        """A code to choose a new password with."""
        return _new_code()

    @transaction.atomic
    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the letter. Its words hold a mark where the code goes.

        Raises TooMany for one that anybody may ask for, once there were enough of them today.
        """
        person = self._person(email)
        is_asked_for = template_prefix in kinds.ASKED_FOR
        if is_asked_for:
            request = allauth_context.request
            known = known_browsers.knows(request, email)
            ceilings.ask(email, by=Asker(network_of(request), is_known=known))
        if template_prefix in kinds.WITHOUT_CODE:
            kind = kinds.WITHOUT_CODE[template_prefix]
            words = _words(context)
            write_letter(
                kind, address=email, person=person, context=words, is_asked_for=is_asked_for
            )
            return
        if person:
            sync_user_email_address(person)  # so that the code proves the address it went to
        write_letter(
            kinds.WITH_CODE[template_prefix],
            address=email,
            person=person,
            context={"code": Secret("code")},
            is_about_signing_in=True,
            ref=_refs()[context["code"]],
        )

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Sign in with the password as it is now: proving the address may just have set it."""
        user.refresh_from_db()
        super().login(request, user)

    def post_login(
        self, request: HttpRequest, user: AbstractBaseUser, **facts: Any
    ) -> HttpResponse:
        """allauth's answer; from now on the browser is one in which the address was proved."""
        response: HttpResponse = super().post_login(request, user, **facts)
        if isinstance(user, User):
            known_browsers.remember(request, response, user.email)
        return response

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Pass, or say why no password is tried now: too many from here, or from everywhere."""
        super().pre_authenticate(request, **credentials)
        address = credentials.get("email", "")
        asker = Asker(network_of(request), is_known=known_browsers.knows(request, address))
        if not ceilings.may_try_password(address, by=asker):
            raise self.validation_error("too_many_passwords")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords are counted for an address and a network: elsewhere its owner goes on."""
        return f"{mailbox(credentials.get('email', ''))} from {network_of(request)}"

    def _person(self, email: str) -> User | None:
        """Whose address it is; for one that is nobody's, who is signed in."""
        people: list[User] = filter_users_by_email(email, for_login=True)
        user = allauth_context.request.user
        return people[0] if people else user if user.is_authenticated else None


def _new_code() -> str:
    """A code derived from the ref of a letter to come."""
    ref = new_ref()
    code = codes.code_for(ref)
    _refs()[code] = ref
    return code


def _refs() -> dict[str, str]:
    """Which letter each code made in this request belongs to."""
    refs: dict[str, str] = vars(allauth_context.request).setdefault("letter_refs", {})
    return refs


def _words(context: dict[str, Any]) -> dict[str, Any]:
    """What a letter without a code says of allauth's context: addresses."""
    return {name: Ours(context[name]) for name in ("from_email", "to_email") if name in context}
