"""Tokens of forms are masked as Django masks them."""

import re
from typing import Any

from django.middleware import csrf
from django.middleware.csrf import CSRF_ALLOWED_CHARS
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from mentorship.toolbox.web.tokens import masked

SECRETS = st.text(CSRF_ALLOWED_CHARS, min_size=32, max_size=32)
FIELD = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
SIGN_IN = {"login": "ada@example.org", "password": "none of hers"}


@given(SECRETS)
def test_django_reads_the_secret_under_any_mask(secret: str) -> None:
    unmask: Any = vars(csrf)["_unmask_cipher_token"]  # no part of its API

    assert unmask(masked(secret)) == secret


def test_no_mask_comes_again_and_each_letter_can_be_in_it() -> None:
    masks = {masked("a" * 32)[:32] for _ in range(300)}

    assert len(masks) == 300
    assert set("".join(masks)) == set(CSRF_ALLOWED_CHARS)


def test_a_form_is_taken_the_first_time_and_later_and_its_token_differs(db: None) -> None:
    browser, page = Client(enforce_csrf_checks=True), reverse("account_login")
    tokens = [FIELD.search(browser.get(page).content.decode()) for _ in range(2)]

    answers = [
        browser.post(page, {**SIGN_IN, "csrfmiddlewaretoken": one[1]}) for one in tokens if one
    ]

    assert [one.status_code for one in answers] == [200, 200]  # the form again: no such person
    assert len({one[1] for one in tokens if one}) == 2


def test_a_form_with_a_token_of_others_is_not_taken(db: None) -> None:
    browser, page = Client(enforce_csrf_checks=True), reverse("account_login")
    browser.get(page)

    answer = browser.post(page, {**SIGN_IN, "csrfmiddlewaretoken": masked("a" * 32)})

    assert answer.status_code == 403


def test_a_cookie_in_use_is_renewed(db: None) -> None:
    browser, page = Client(), reverse("account_login")
    browser.get(page)
    known = browser.cookies["csrf"].value

    answer = browser.get(page)

    assert answer.cookies["csrf"].value == known
