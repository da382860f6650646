"""How much is new, for the head of a page."""

from collections.abc import Iterable

from django import template
from django.template import Context

from accounts.models import User
from accounts.reader import as_account
from mentorship.notifications.bell import unseen

register = template.Library()


@register.simple_tag(takes_context=True)
def news_count(context: Context, person: User) -> int:
    """How many notices the signed-in person has not seen: one question, if the page has not asked it."""
    known: Iterable[int] | None = context.get("unseen")
    return sum(unseen(as_account(person)) if known is None else known)
