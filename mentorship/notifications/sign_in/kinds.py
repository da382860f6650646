"""The letters about signing in: which of allauth's mails becomes which kind."""

from mentorship.notifications import codes, kinds
from mentorship.notifications.kinds import Kind

SIGN_UP = "notifications.sign_up_code"
SIGN_IN = "notifications.sign_in_code"
RESET = "notifications.reset_code"
ADDRESS = "notifications.address_code"
WITH_CODE = {
    "account/email/email_confirmation_signup": SIGN_UP,
    "account/email/email_confirmation": ADDRESS,
    "account/email/login_code": SIGN_IN,
    "account/email/password_reset_code": RESET,
}
WITHOUT_CODE = {
    "account/email/account_already_exists": "notifications.already_have_account",
    "account/email/unknown_account": "notifications.unknown_account",
    "account/email/email_changed": "notifications.address_changed",
    "account/email/email_deleted": "notifications.address_removed",
    "account/email/password_changed": "notifications.password_changed",
    "account/email/password_set": "notifications.password_set",
    "account/email/password_reset": "notifications.password_reset",
}
# Whoever types an address has these mailed to it.
ASKED_FOR = {
    *WITH_CODE,
    "account/email/account_already_exists",
    "account/email/unknown_account",
}


def register() -> None:
    """Make these kinds known."""
    for name in WITH_CODE.values():
        kinds.register(Kind(name, secrets=codes.code_of))
    for name in WITHOUT_CODE.values():
        kinds.register(Kind(name))
