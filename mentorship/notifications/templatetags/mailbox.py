"""Where somebody finds her letter."""

from django import template
from django.conf import settings

from accounts.reader import Request
from mentorship.notifications.locality import mailbox_is_open

register = template.Library()


@register.simple_tag
def letter_stays_here(request: Request) -> bool:
    """Whether letters are read in the mailbox page, by whoever asks, and leave nowhere."""
    return mailbox_is_open(request) and not settings.MAIL_LEAVES
