"""Who may read everybody's letters."""

from django.conf import settings
from django.http import HttpRequest

from mentorship.toolbox.web.locality import is_this_machine


def mailbox_is_open(request: HttpRequest) -> bool:
    """Whether the mailbox shows everybody's letters: to the machine itself, on its own service."""
    return not settings.SITE_URL and is_this_machine(request)
