"""What is more than the service takes at once: 413, with a sentence that says what to do."""

import contextlib
import socket
import time

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.defaults import bad_request

from mentorship.toolbox.refused import Refused

LINGERING = 2.0  # seconds
AT_ONCE = 64 << 10


def answer(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that Django did not read to its end; any other bad one stays a 400.

    It is too late to show the form again: what was typed into it was not read.
    """
    sentence = _sentence(exception)
    if sentence is None:
        return bad_request(request, exception)
    refused = Refused("too-large", sentence, status=413)
    return render(request, "refused.html", {"refused": refused}, status=refused.status)


class LastAnswer(HttpResponse):
    """An answer with which the connection ends, before all of the request's body has come.

    A connection closed with words unread is reset, and takes with it what of the answer is on its way. So
    the rest is thrown away first, for as long as a browser may take to notice (RFC 9112, section 9.6).
    """

    def __init__(self, request: HttpRequest, content: str, status: int) -> None:
        super().__init__(content, status=status)
        self._connection = request.META.get("gunicorn.socket")

    def close(self) -> None:
        """Called by the server when the answer is written."""
        super().close()
        if isinstance(self._connection, socket.socket):
            _linger(self._connection)


def refuse(request: HttpRequest, most: int) -> HttpResponse:
    """The page for a body of more than `most` bytes, or of nobody knows how many, that nobody read."""
    told = _(
        "This is more than this service takes at once (%(size)s). Make it shorter, or send it in "
        "parts. To send files, sign in first."
    )
    if most == settings.MAX_BODY:
        told = _(
            "This is more than this service takes at once (%(size)s). Send fewer files, or smaller "
            "ones."
        )
    refused = Refused("too-large", told % {"size": filesizeformat(most)}, status=413)
    page = render_to_string("refused.html", {"refused": refused}, request)
    return LastAnswer(request, page, refused.status)


def _linger(connection: socket.socket) -> None:
    until = time.monotonic() + LINGERING
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_WR)
        while (left := until - time.monotonic()) > 0:
            connection.settimeout(left)
            if not connection.recv(AT_ONCE):
                break
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RD)  # gunicorn, which would go on reading, finds an end


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
