"""How much is new, for the head of a page."""

from django import template

from accounts.models import User
from accounts.reader import as_account
from mentorship.notifications.models import Notice

register = template.Library()


@register.simple_tag
def news_count(person: User) -> int:
    """How many notices the signed-in person has not seen; one query, where the head is shown."""
    return Notice.objects.visible_to(as_account(person)).unseen().count()
