"""The content security policy of an answer, composed once: only its nonce differs."""

from functools import cache

from csp.constants import HEADER
from csp.middleware import CheckableLazyObject, CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.core.signals import setting_changed
from django.http import HttpRequest
from django.http.response import HttpResponseBase

NONCE = "NONCE"


class PolicyMiddleware(CSPMiddleware):
    """django-csp's, which composes a policy with all it may hold twice for each answer."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """The answer with the policy of the settings; as django-csp has it where a view says another."""
        if settings.DEBUG or any(name.startswith("_csp") for name in vars(response)):
            return super().process_response(request, response)
        nonce = getattr(request, "_csp_nonce", None)
        policy = _policy(has_nonce=nonce is not None)
        response.headers.setdefault(HEADER, policy.replace(NONCE, nonce or ""))
        if nonce is None:  # one that is asked for now would be in no header
            request.csp_nonce = CheckableLazyObject(self._csp_nonce_post_response)  # type: ignore[attr-defined]  # django-csp's own
        return response


@cache
def _policy(*, has_nonce: bool) -> str:
    return build_policy(nonce=NONCE if has_nonce else None)


def forget(setting: str, **_: object) -> None:
    """Compose anew, when the policy has changed."""
    if setting == "CONTENT_SECURITY_POLICY":
        _policy.cache_clear()


setting_changed.connect(forget)
