"""Who runs the service, known by a token of the settings."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils.crypto import constant_time_compare


def require(request: HttpRequest) -> None:
    """Raise Http404 unless the request brings the operator's token, as `Authorization: Bearer …`.

    Without a token in the settings there is no such address for anybody.
    """
    scheme, _space, token = request.headers.get("Authorization", "").partition(" ")
    is_theirs = constant_time_compare(token, settings.OPERATOR_TOKEN)
    if not settings.OPERATOR_TOKEN or scheme.lower() != "bearer" or not is_theirs:
        raise Http404
