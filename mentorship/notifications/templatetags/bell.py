"""How much is new, for the head of a page."""

from django import template
from django.db.models import QuerySet

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.notifications.models import Notice
from mentorship.toolbox.questions.composed import composed

register = template.Library()


@register.simple_tag
def news_count(person: User) -> int:
    """How many notices the signed-in person has not seen; one query, where the head is shown."""
    return _unseen(as_account(person)).count()


@composed
def _unseen(reader: Reader) -> QuerySet[Notice]:
    return Notice.objects.visible_to(reader).unseen()
