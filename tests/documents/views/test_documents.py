"""A seeker's own documents: who sees them, what the pages say, what they cost."""

from contextlib import closing

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from mentorship.documents.models import Document, Version
from mentorship.trail.models import Activity
from tests import make
from tests.browsing.browsers import signed_in

pytestmark = pytest.mark.django_db

OWNERS = ["", "draft/", "description/", "deletion/", "versions/1/original/", "versions/1/state/"]


def cost(client: Client, address: str) -> int:
    """Queries of a GET."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("page", OWNERS)
def test_her_pages_are_there_for_the_owner_and_for_nobody_else(
    browser_of_ada: Client, stranger: Client, ada: User, page: str
) -> None:
    address = make.document(ada).get_absolute_url() + page

    with closing(browser_of_ada.get(address)) as response:  # an original is an open file
        assert response.status_code == 200
    assert stranger.get(address).status_code == 404
    assert Client().get(address).status_code == 302


@pytest.mark.parametrize("page", ["draft/", "description/", "deletion/", "versions/"])
def test_nobody_else_changes_anything(stranger: Client, ada: User, page: str) -> None:
    document = make.document(ada)

    response = stranger.post(document.get_absolute_url() + page, {"title": "Mine", "kind": "other"})

    assert response.status_code == 404
    assert list(Document.objects.values_list("title", flat=True)) == [document.title]


@pytest.mark.parametrize("page", [page for page in OWNERS if page != "versions/1/state/"])
def test_a_mentor_who_may_read_gets_none_of_the_owners_pages(ada: User, page: str) -> None:
    version, ben = make.ready_version(ada), make.person("Ben")
    make.grant(version.document, to=ben)

    browser = signed_in(ben)

    assert browser.get(version.get_absolute_url()).status_code == 200
    assert browser.get(version.document.get_absolute_url() + page).status_code == 404


def test_the_list_costs_the_same_for_one_for_nine_and_for_many(
    browser_of_ada: Client, ada: User
) -> None:
    costs = []
    for more in (1, 8, 51):
        for _ in range(more):
            make.version(make.document(ada))
        costs.append(cost(browser_of_ada, "/documents/"))

    assert costs[0] == costs[1] == costs[2]


def test_a_document_costs_the_same_with_one_and_with_nine_versions(
    browser_of_ada: Client, ada: User
) -> None:
    document = make.document(ada)
    first = cost(browser_of_ada, document.get_absolute_url())
    for _ in range(8):
        make.version(document)

    assert cost(browser_of_ada, document.get_absolute_url()) == first


def test_the_list_says_how_each_stands(browser_of_ada: Client, ada: User) -> None:
    make.ready_version(ada, title="One")
    make.document(ada, title="Two")
    make.draft(ada, title="Three")

    page = browser_of_ada.get("/documents/").content.decode()

    assert all(title in page for title in ("One", "Two", "Three"))
    assert all(word in page for word in ("Ready to read", "Received", "Being written"))


def test_an_empty_list_says_what_to_do(browser_of_ada: Client) -> None:
    page = browser_of_ada.get("/documents/").content.decode()

    assert "No documents yet" in page
    assert 'href="/documents/new/"' in page


def test_a_document_lists_its_versions_newest_first(browser_of_ada: Client, ada: User) -> None:
    document = make.ready_version(ada).document
    make.version(document)

    response = browser_of_ada.get(document.get_absolute_url())

    assert [version.number for version, _earlier in response.context["versions"]] == [2, 1]


def test_a_refused_version_says_why(browser_of_ada: Client, ada: User) -> None:
    document = make.document(ada)
    refusal = {"code": "too-many-pages", "facts": {"limit": 20}}
    document.versions.update(state=Version.State.REFUSED, refusal=refusal, original="")

    page = browser_of_ada.get(document.get_absolute_url()).content.decode()

    assert "more than 20 pages" in page
    assert "/original/" not in page


def test_the_description_can_be_changed(browser_of_ada: Client, ada: User) -> None:
    document = make.document(ada)

    response = browser_of_ada.post(
        f"{document.get_absolute_url()}description/",
        {"kind": "other", "title": " A  new name ", "note": "For a bakery."},
    )

    document.refresh_from_db()
    assert response["Location"] == document.get_absolute_url()
    now = (document.kind, document.title, document.note)
    assert now == ("other", "A new name", "For a bakery.")


@pytest.mark.parametrize("kind", ["debrief", "thank_you"])
def test_what_began_on_the_page_of_a_job_stays_what_it_is(
    browser_of_ada: Client, ada: User, kind: str
) -> None:
    document = make.document(ada)
    Document.objects.update(kind=kind)
    there = f"{document.get_absolute_url()}description/"

    assert 'name="kind"' not in browser_of_ada.get(there).content.decode()
    browser_of_ada.post(there, {"kind": "resume", "title": "A new name"})

    document.refresh_from_db()
    assert (document.kind, document.title) == (kind, "A new name")


def test_a_document_keeps_its_name_when_the_new_one_is_empty(
    browser_of_ada: Client, ada: User
) -> None:
    document = make.document(ada)

    response = browser_of_ada.post(
        f"{document.get_absolute_url()}description/",
        {"kind": "other", "title": "", "note": "For a bakery."},
    )

    assert response.status_code == 422
    assert "For a bakery." in response.content.decode()
    assert Document.objects.get().title == document.title


def test_deleting_asks_once_and_says_what_goes(browser_of_ada: Client, ada: User) -> None:
    document = make.document(ada)
    address = f"{document.get_absolute_url()}deletion/"

    page = browser_of_ada.get(address).content.decode()
    assert "Its only version goes with it" in page
    assert Document.objects.exists()

    assert browser_of_ada.post(address)["Location"] == "/documents/"
    assert not Document.objects.exists()


def test_an_unsaved_text_is_deleted_too(browser_of_ada: Client, ada: User) -> None:
    document = make.draft(ada)

    page = browser_of_ada.get(f"{document.get_absolute_url()}deletion/").content.decode()

    assert "What you wrote goes with it." in page


def test_the_original_leaves_as_a_download_that_no_browser_opens(
    browser_of_ada: Client, ada: User
) -> None:
    document = make.document(ada)
    document.versions.update(filename="Lebenslauf für Köln.txt")

    response = browser_of_ada.get(f"{document.get_absolute_url()}versions/1/original/")

    with closing(response):
        content = b"".join(response.streaming_content)  # type: ignore[attr-defined]  # streamed
    assert content == make.TEXT.encode()
    names = "attachment; filename*=utf-8''Lebenslauf%20f%C3%BCr%20K%C3%B6ln.txt"
    assert response["Content-Disposition"] == names
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert set(response["Cache-Control"].split(", ")) == {"private", "no-store"}


def test_a_download_is_written_down(browser_of_ada: Client, ada: User) -> None:
    document = make.document(ada)

    browser_of_ada.get(f"{document.get_absolute_url()}versions/1/original/").close()

    assert Activity.objects.filter(kind="downloaded", owner=ada).count() == 1


def test_a_refused_version_has_no_original(browser_of_ada: Client, ada: User) -> None:
    document = make.document(ada)
    document.versions.update(state=Version.State.REFUSED, original="")

    address = f"{document.get_absolute_url()}versions/1/original/"

    assert browser_of_ada.get(address).status_code == 404
