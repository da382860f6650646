"""A script of a page asks for a part of a page: how it says so, and how it is sent elsewhere."""

from urllib.parse import urlsplit, urlunsplit

from django.http import HttpRequest, HttpResponse

FOR = "Fragment-For"  # the address of the page that asks
GO = "Go-To"  # where that page goes instead
# So speak the scripts of pages that were opened before an update. They may go with the next one.
FOR_EARLIER = "HX-Current-URL"
GO_EARLIER = "HX-Redirect"


def wants_fragment(request: HttpRequest) -> bool:
    """Whether a script asks, so that the part it can put in is enough."""
    return FOR in request.headers or "HX-Request" in request.headers


def page_that_asks(request: HttpRequest) -> str | None:
    """Path, query and fragment of the page whose script asks; None when it is none of this host."""
    address = request.headers.get(FOR) or request.headers.get(FOR_EARLIER) or ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if (parts.scheme, parts.netloc) != (request.scheme, request.get_host()):
        return None
    return urlunsplit(("", "", parts.path, parts.query, parts.fragment))


def go_to(address: str) -> HttpResponse:
    """Instead of a part: the whole page goes there."""
    return HttpResponse(headers={GO: address, GO_EARLIER: address})
