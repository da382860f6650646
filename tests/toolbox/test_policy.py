"""The policy of an answer is django-csp's, to the letter."""

import pytest
from csp.constants import NONE, SELF
from csp.decorators import csp_exempt, csp_replace, csp_update
from csp.exceptions import CSPNonceError
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import override_settings

from mentorship.toolbox.web.policy import PolicyMiddleware


def plain(request: HttpRequest) -> HttpResponse:
    return HttpResponse("x")


def with_nonce(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(request.csp_nonce))  # type: ignore[attr-defined]  # django-csp's own


def with_its_own(request: HttpRequest) -> HttpResponse:
    return HttpResponse("x", headers={"Content-Security-Policy": "sandbox"})


VIEWS = [
    plain,
    with_nonce,
    with_its_own,
    csp_update({"frame-src": [SELF]})(plain),
    csp_replace({"img-src": [NONE]})(with_nonce),
    csp_exempt()(plain),
]


def directives(middleware: type[CSPMiddleware], view: object, nonce: str) -> list[str]:
    request = HttpRequest()
    request.path_info = "/"
    answer = middleware(view)(request)
    policy = answer.headers.get("Content-Security-Policy", "")
    shown = answer.content.decode()
    return sorted(policy.replace(shown, nonce).split("; "))


@pytest.mark.parametrize("view", VIEWS)
def test_it_is_what_django_csp_says(view: object) -> None:
    ours = [directives(PolicyMiddleware, view, "its nonce") for _ in range(2)]

    assert ours == [directives(CSPMiddleware, view, "its nonce")] * 2


def test_each_answer_has_a_nonce_of_its_own() -> None:
    answers = [PolicyMiddleware(with_nonce)(HttpRequest()) for _ in range(2)]

    first, second = (answer.content.decode() for answer in answers)
    assert first != second
    assert f"'nonce-{first}'" in answers[0].headers["Content-Security-Policy"]
    assert f"'nonce-{second}'" in answers[1].headers["Content-Security-Policy"]


def test_a_nonce_that_no_header_has_is_not_given() -> None:
    request = HttpRequest()
    PolicyMiddleware(plain)(request)

    with pytest.raises(CSPNonceError):
        str(request.csp_nonce)  # type: ignore[attr-defined]  # django-csp's own


def test_another_policy_in_the_settings_is_heard() -> None:
    before = directives(PolicyMiddleware, plain, "")
    with override_settings(CONTENT_SECURITY_POLICY={"DIRECTIVES": {"default-src": [NONE]}}):
        meanwhile = directives(PolicyMiddleware, plain, "")

    assert meanwhile == ["default-src 'none'"]
    assert directives(PolicyMiddleware, plain, "") == before
