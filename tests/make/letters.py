"""Letters that are to leave."""

from mentorship.notifications.letters import write_letter
from mentorship.notifications.marks import Secret
from mentorship.notifications.models import Letter
from mentorship.toolbox.refs import new_ref


def a_letter(address: str = "ada@example.org") -> Letter:
    """A letter without a code, written just now."""
    return write_letter("notifications.password_changed", address=address, person=None, context={})


def a_code(address: str = "ada@example.org") -> Letter:
    """A letter with a code, written just now."""
    return write_letter(
        "notifications.sign_in_code",
        address=address,
        person=None,
        context={"code": Secret("code")},
        is_about_signing_in=True,
        ref=new_ref(),
    )
