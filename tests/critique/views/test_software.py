"""The view of what software reads."""

import pytest
from django.test import Client
from django.urls import reverse

from mentorship.documents.models import Page, Version
from tests.browsing.browsers import signed_in

pytestmark = pytest.mark.django_db


def shown(version: Version, browser: Client) -> str:
    """The page of the owner's."""
    address = reverse("critique:software", args=[version.document.ref, version.number])
    return browser.get(address).content.decode()


def test_a_plain_text_is_read_in_its_order(version: Version) -> None:
    page = shown(version, signed_in(version.document.owner))

    assert "Nothing stands in its way here" in page
    assert page.index('id="line-1"') < page.index('id="line-2"') < page.index('id="line-3"')


def test_of_a_version_that_came_before_it_says_so(version: Version) -> None:
    Page.objects.update(simple=None)

    page = shown(version, signed_in(version.document.owner))

    assert "Upload the same file as a new version to see it." in page
    assert 'id="line-1"' not in page


def test_one_that_is_read_once_more_asks_for_patience(version: Version) -> None:
    Page.objects.update(simple=None)
    Version.objects.update(awaits_rereading=True)

    page = shown(version, signed_in(version.document.owner))

    assert "please check back later" in page
    assert "Upload the same file" not in page


def test_what_was_found_is_told_with_ways_to_mend_it(version: Version) -> None:
    Page.objects.update(
        simple=[[1, 0, 3, "s"], [0, 4, 12, ""], [1, "\uf095", "i"], [1, "x", "u"], [1, "", "p"]]
    )

    page = shown(version, signed_in(version.document.owner))

    for mark in "siup":
        assert f'id="found-{mark}"' in page
        assert f'href="#found-{mark}"' in page
    assert 'data-start="4" data-offset="4"' in page
    assert page.count('id="line-1"') == 1
