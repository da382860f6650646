"""Long pages leave compressed, as the browser takes them."""

import re
import secrets

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.decorators import decorator_from_middleware

TAKES_BROTLI = re.compile(r"\bbr\b")
QUALITY = 2  # of 11: less than what gzip makes of a long page, in a third of the time
WORTH_IT = 200  # bytes, as for gzip
MAX_PADDING = 75  # bytes, before they are written as letters


class Compression(GZipMiddleware):
    """Brotli (RFC 7932) for HTML where the browser takes it, else gzip as Django has it.

    Either way an answer is longer by a random number of bytes, so that its length betrays no secret
    in it to somebody who can have words of theirs put beside it (BREACH, Gluck et al. 2013).
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """The answer, compressed where there is something to compress."""
        if isinstance(response, HttpResponse) and _is_for_brotli(request, response):
            return _as_brotli(response)
        return super().process_response(request, response)


def _is_for_brotli(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        len(response.content) >= WORTH_IT
        and response.headers["Content-Type"].startswith("text/html")
        and not response.has_header("Content-Encoding")
        and not response.has_header("ETag")
        and TAKES_BROTLI.search(request.META.get("HTTP_ACCEPT_ENCODING", "")) is not None
    )


def _as_brotli(response: HttpResponse) -> HttpResponse:
    padding = secrets.token_urlsafe(secrets.randbelow(MAX_PADDING))
    page = b"%b<!--%b-->" % (response.content, padding.encode())
    response.content = brotli.compress(page, quality=QUALITY)
    response.headers["Content-Length"] = str(len(response.content))
    response.headers["Content-Encoding"] = "br"
    patch_vary_headers(response, ("Accept-Encoding",))
    return response


compressed = decorator_from_middleware(Compression)
