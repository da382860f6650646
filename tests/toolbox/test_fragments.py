"""A script says which page it asks for, and is told where that page is to go."""

import pytest
from django.test import RequestFactory

from mentorship.toolbox.web import fragments

ask = RequestFactory().get


def test_a_browser_that_goes_to_a_page_wants_all_of_it() -> None:
    request = ask("/documents/")

    assert not fragments.wants_fragment(request)
    assert fragments.page_that_asks(request) is None


def test_a_script_names_the_page_it_asks_for() -> None:
    here = "/documents/k3f9w2m8tq4x/?kind=praise#line-3"

    request = ask("/documents/", headers={"Fragment-For": f"http://testserver{here}"})

    assert fragments.wants_fragment(request)
    assert fragments.page_that_asks(request) == here


@pytest.mark.parametrize(
    "page", ["https://evil.example/documents/", "//evil.example/", "/documents/", "http://[", ""]
)
def test_a_page_that_is_none_of_ours_is_nowhere_to_come_back_to(page: str) -> None:
    request = ask("/documents/", headers={"Fragment-For": page})

    assert fragments.page_that_asks(request) is None


def test_a_page_that_was_opened_before_an_update_is_understood() -> None:
    here = "http://testserver/documents/"

    request = ask("/documents/", headers={"HX-Request": "true", "HX-Current-URL": here})

    assert fragments.wants_fragment(request)
    assert fragments.page_that_asks(request) == "/documents/"


def test_the_whole_page_is_sent_elsewhere() -> None:
    answer = fragments.go_to("/account/login/")

    assert answer.status_code == 200
    assert answer["Go-To"] == answer["HX-Redirect"] == "/account/login/"
