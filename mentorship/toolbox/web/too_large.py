"""What is more than the service takes at once: 413, with a sentence that says what to do."""

import contextlib
import socket

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.views.defaults import bad_request

from mentorship.toolbox.refused import Refused


def answer(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that Django did not read to its end; any other bad one stays a 400.

    It is too late to show the form again: what was typed into it was not read.
    """
    sentence = _sentence(exception)
    if sentence is None:
        return bad_request(request, exception)
    refused = Refused("too-large", sentence, status=413)
    return render(request, "refused.html", {"refused": refused}, status=refused.status)


def refuse(request: HttpRequest, most: int) -> HttpResponse:
    """The page for a body of more than `most` bytes, or of nobody knows how many, that nobody read."""
    told = _(
        "This is more than this service takes at once (%(size)s). Send fewer files, or smaller ones."
    )
    refused = Refused("too-large", told % {"size": filesizeformat(most)}, status=413)
    return render(request, "refused.html", {"refused": refused}, status=refused.status)


def hang_up(request: HttpRequest) -> None:
    """Have the server not read the rest of the body to throw it away, as gunicorn would."""
    connection = request.META.get("gunicorn.socket")
    if isinstance(connection, socket.socket):
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RD)


def _sentence(exception: Exception) -> str | None:
    if isinstance(exception, RequestDataTooBig):
        size = filesizeformat(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
        told = _(
            "This is more text than this service takes at once (%(size)s). Make it shorter, or "
            "send it in parts."
        )
        return told % {"size": size}
    if isinstance(exception, TooManyFieldsSent):
        return _("These are more fields than this service takes at once. Send them in parts.")
    if isinstance(exception, TooManyFilesSent):
        told = _("These are too many files. Choose at most %(count)s files at a time.")
        return told % {"count": settings.DATA_UPLOAD_MAX_NUMBER_FILES}
    return None
