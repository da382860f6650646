"""How far a version is, said honestly and only when it changed."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from mentorship.documents.models import Version
from mentorship.documents.sentences import troubles
from tests import make

pytestmark = pytest.mark.django_db


def address(version: Version, asking: str = "") -> str:
    """Where the state of this version is asked for."""
    return f"{version.document.get_absolute_url()}versions/{version.number}/state/{asking}"


def test_while_nothing_changed_there_is_nothing_to_say(browser_of_ada: Client, ada: User) -> None:
    version = make.document(ada).versions.get()

    response = browser_of_ada.get(address(version, "?since=received"))

    assert (response.status_code, response.content) == (204, b"")


def test_what_is_under_way_asks_again_with_what_it_knows(browser_of_ada: Client, ada: User) -> None:
    version = make.document(ada).versions.get()

    page = browser_of_ada.get(address(version, "?since=preparing&then=read")).content.decode()

    assert "Received" in page
    assert f'data-from="{address(version)}?since=received&amp;then=read"' in page
    assert 'data-seconds="0.3"' in page


def test_what_takes_long_says_so_once_and_asks_less_often(
    browser_of_ada: Client, ada: User
) -> None:
    version = make.document(ada).versions.get()
    Version.objects.update(created_at=timezone.now() - timedelta(minutes=1))

    page = browser_of_ada.get(address(version, "?since=received")).content.decode()

    assert "This is taking longer than usual." in page
    assert 'data-seconds="10"' in page
    assert browser_of_ada.get(address(version, "?since=received-late")).status_code == 204


def test_what_is_ready_asks_no_more_and_leads_to_reading(browser_of_ada: Client, ada: User) -> None:
    version = make.ready_version(ada)

    page = browser_of_ada.get(address(version, "?since=preparing")).content.decode()

    assert f'href="{version.get_absolute_url()}"' in page
    assert "data-from" not in page


def test_a_page_that_waits_to_read_is_sent_there(browser_of_ada: Client, ada: User) -> None:
    version = make.ready_version(ada)

    response = browser_of_ada.get(address(version, "?since=preparing&then=read"))

    assert response["Go-To"] == version.get_absolute_url()


def test_a_refusal_says_why_and_what_next(browser_of_ada: Client, ada: User) -> None:
    version = make.document(ada).versions.get()
    Version.objects.update(state="refused", refusal={"code": "password", "facts": {}})

    page = browser_of_ada.get(address(version, "?since=preparing&then=read")).content.decode()

    assert "asks for a password" in page
    assert f'href="{version.document.get_absolute_url()}"' in page


def test_a_line_of_a_list_says_the_word_alone(browser_of_ada: Client, ada: User) -> None:
    version = make.document(ada).versions.get()

    page = browser_of_ada.get(address(version, "?since=preparing&brief=1")).content.decode()

    assert "Received" in page
    assert "usually" not in page
    assert "brief=1" in page


@pytest.mark.parametrize("trouble", troubles.SENTENCES)
def test_what_is_ours_to_mend_is_said_to_be_ours(
    browser_of_ada: Client, ada: User, trouble: str
) -> None:
    version = make.document(ada).versions.get()
    Version.objects.update(trouble=trouble)

    page = browser_of_ada.get(address(version, "?since=received")).content.decode()

    assert "Waiting for us" in page
    assert "This one is on us" in page
    assert browser_of_ada.get(address(version, f"?since=trouble-{trouble}")).status_code == 204


def test_a_refusal_says_how_long_the_file_stays(browser_of_ada: Client, ada: User) -> None:
    version = make.document(ada).versions.get()
    refused_at = datetime(2026, 11, 24, 12, tzinfo=UTC)
    facts = {"code": "password", "facts": {}}
    Version.objects.update(state="refused", refusal=facts, refused_at=refused_at)

    page = browser_of_ada.get(address(version, "?since=preparing")).content.decode()

    assert "The file you uploaded stays here until 8 December" in page


def test_once_a_refused_file_is_gone_nobody_says_it_stays(
    browser_of_ada: Client, ada: User
) -> None:
    version = make.document(ada).versions.get()
    Version.objects.update(state="refused", refused_at=timezone.now(), original="")

    page = browser_of_ada.get(address(version, "?since=preparing")).content.decode()

    assert "stays here" not in page
