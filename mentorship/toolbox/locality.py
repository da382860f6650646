"""Whether a request comes from the machine the service runs on, and from nowhere else."""

from django.http import HttpRequest

LOCAL_NAMES = {"localhost", "127.0.0.1", "[::1]"}
FORWARDED = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_VIA")


def is_this_machine(request: HttpRequest) -> bool:
    """True for a Host of this machine, asked from this machine, with no forwarding header."""
    name = request.get_host().rsplit(":", 1)[0] if ":" in request.get_host() else request.get_host()
    asked_here = request.META.get("REMOTE_ADDR", "") in {"127.0.0.1", "::1", ""}
    forwarded = any(header in request.META for header in FORWARDED)
    return name in LOCAL_NAMES and asked_here and not forwarded
