"""Addresses that are composed once are those that Django gives."""

from typing import Any

import pytest
from django.test.utils import override_script_prefix
from django.urls import NoReverseMatch, reverse

from mentorship.toolbox.pages.addresses import address

GIVEN = [
    ("home:desk",),
    ("documents:document", "k3f9x2"),
    ("documents:document", "a-b_c"),
    ("critique:reading", "k3f9x2", 12),
    ("critique:reading", "k3f9x2", 0),
    ("documents:page_image", "k3f9x2", 3, 2, 1),
    ("documents:comparison", "1000000007", 1, 2_000_000_000),
]


@pytest.mark.parametrize("given", GIVEN)
def test_it_is_what_reverse_gives(given: tuple[Any, ...]) -> None:
    name, *parts = given

    assert [address(name, *parts) for _ in range(2)] == [reverse(name, args=parts)] * 2


def test_it_begins_where_this_request_says() -> None:
    before = address("documents:document", "k3f9x2")
    with override_script_prefix("/elsewhere/"):
        meanwhile = address("documents:document", "k3f9x2")

    assert meanwhile == f"/elsewhere{before}"


@pytest.mark.parametrize("part", ["", "a/b", "ä", " "])
def test_what_no_address_holds_is_refused(part: str) -> None:
    with pytest.raises(NoReverseMatch):
        address("documents:document", part)
