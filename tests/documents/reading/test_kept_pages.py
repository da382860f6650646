"""Pages that were shown lately are not asked for again: nobody sees them who may not, and they do not stay."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.reader import as_account
from mentorship.documents import actions
from mentorship.documents.models import Grant, Version
from mentorship.documents.reading import kept_pages
from mentorship.documents.reading.kept_pages import pages_of
from mentorship.documents.reading.pages import shown_pages
from tests import make
from tests.browsing.browsers import signed_in, visit
from tests.infrastructure.smtp import wait

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    kept_pages.forget_all()
    yield
    kept_pages.forget_all()


def asked(version: Version) -> int:
    """How much is asked for its pages."""
    with CaptureQueriesContext(connection) as queries:
        pages_of(version)
    return len(queries)


def test_they_are_asked_for_once(ada: User) -> None:
    one, other = make.ready_version(ada), make.ready_version(ada, text="Other words.\n")

    assert [asked(one), asked(one), asked(other)] == [1, 0, 1]
    assert [pages_of(each) for each in (one, other)] == [
        tuple(shown_pages(each)) for each in (one, other)
    ]


def test_they_are_asked_for_again_after_some_minutes(
    ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = make.ready_version(ada)
    monkeypatch.setattr(kept_pages, "LIFETIME", -1.0)

    assert [asked(version), asked(version)] == [1, 1]


def test_they_are_forgotten_even_where_nobody_asks_any_more(
    ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_pages, "LIFETIME", 0.2)
    for text in ("Some words.\n", "Others, of a page asked for while those are kept.\n"):
        pages_of(make.ready_version(ada, text=text))
    assert kept_pages._kept

    wait(lambda: not kept_pages._kept, 30)

    assert not kept_pages._kept


def test_they_are_not_kept_before_all_pictures_are_there(ada: User) -> None:
    version = make.ready_version(ada)
    version.drawn_at = None

    assert [asked(version), asked(version)] == [1, 1]


def test_no_more_than_so_many_words_are_kept(ada: User, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = [make.ready_version(ada) for _ in range(3)]
    monkeypatch.setattr(kept_pages, "MAX_CHARACTERS", 2 * len(versions[0].text))

    assert [asked(one) for one in versions] == [1, 1, 1]
    assert [asked(one) for one in reversed(versions)] == [0, 0, 1]


def test_whoever_may_read_no_more_sees_nothing_of_what_is_kept(ada: User) -> None:
    version = make.ready_version(ada)
    given = make.grant(version.document, make.invited())
    owner, mentor, stranger = signed_in(ada), visit(make.visitor_pass(given)), make.person("Eve")
    address = version.get_absolute_url()
    assert [one.get(address).status_code for one in (owner, mentor)] == [200, 200]

    Grant.objects.update(ended_at=version.ready_at)
    is_let_in = [one.get(address).status_code == 200 for one in (mentor, signed_in(stranger))]

    assert (is_let_in, asked(version)) == ([False, False], 0)


def test_what_was_deleted_is_there_for_nobody(ada: User) -> None:
    version = make.ready_version(ada)
    owner = signed_in(ada)
    assert owner.get(version.get_absolute_url()).status_code == 200

    actions.delete(version.document, by=as_account(ada))

    assert owner.get(version.get_absolute_url()).status_code == 404
