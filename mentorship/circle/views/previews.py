"""What people will get, shown before it leaves, with all that was typed once more."""

from django.http import QueryDict
from django.utils.translation import ngettext

from mentorship.circle.actions.previewing import Preview

PAGE = "circle/preview.html"
PRESSED = {"csrfmiddlewaretoken", "preview", "key"}


def shown(seen: Preview, sent: QueryDict, *, action: str, key: str = "") -> dict[str, object]:
    """For the page: the first letter, and what was typed, to send it to `action` or to change it there.

    key  of the form, so that it never asks twice
    """
    typed = [
        (name, value) for name, values in sent.lists() for value in values if name not in PRESSED
    ]
    if key:
        typed.append(("key", key))
    return {"seen": seen, "typed": typed, "count": 1 + len(seen.others), "action": action}


def told(count: int) -> str:
    """What is said once so many of them have left."""
    return ngettext("Your email is on its way.", "Your emails are on their way.", count)
