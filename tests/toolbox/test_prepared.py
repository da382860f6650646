"""A question is planned by PostgreSQL once for each connection, and gives what it gave."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import NotSupportedError, connection, transaction
from django.db.models import QuerySet

from mentorship.documents.models import Document, Version
from mentorship.toolbox.questions import prepared
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.together import together
from tests import make

pytestmark = pytest.mark.django_db
IS_SERVER = connection.vendor == "postgresql"
WORDS = ["plain", "O'Hara", "50%", "%s", "$1", "back\\slash", 'quo"te', "ends::text", "'"]


@composed
def called(title: str) -> QuerySet[Document, str]:
    return Document.objects.filter(title=title).values_list("title", flat=True)


@composed
def numbered(number: int, words: list[str], key: object) -> QuerySet[Version, str]:
    of = Version.objects.filter(number=number, document__title__in=words)
    return of.exclude(key=key).order_by("pk").values_list("document__title", flat=True)


@composed
def before(moment: datetime) -> QuerySet[Version, int]:
    return Version.objects.filter(created_at__lt=moment).values_list("number", flat=True)


@pytest.fixture
def documents() -> list[Document]:
    ada = make.person()
    return [make.document(ada, title=words) for words in WORDS]


def kept() -> int:
    """How many statements this connection keeps; SQLite keeps none."""
    if not IS_SERVER:
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements")
        return int(cursor.fetchone()[0])


def test_whatever_is_asked_it_is_planned_once(documents: list[Document]) -> None:
    before_it = kept()

    assert [list(called(words)) for words in WORDS] == [[words] for words in WORDS]

    assert kept() - before_it in ({0, 1} if IS_SERVER else {0})  # or a test before this asked it


def test_values_of_all_kinds_are_found(documents: list[Document]) -> None:
    for words in (WORDS[:4], WORDS[4:8]):
        assert list(numbered(1, words, uuid4())) == words
        assert together(called(words[0]), numbered(1, words, uuid4())) == [[words[0]], words]
    assert list(before(datetime(2020, 1, 1, tzinfo=UTC))) == []
    assert list(before(datetime(2099, 1, 1, tzinfo=UTC))) == [1] * len(WORDS)


@pytest.mark.django_db(transaction=True)
def test_a_column_that_an_upgrade_makes_wider_is_read_by_who_read_it_before() -> None:
    make.document(make.person(), title="before")
    assert list(called("before")) == ["before"]

    with column_made_text():
        assert list(called("before")) == ["before"]
        with transaction.atomic():
            assert list(called("before")) == ["before"]
    with pytest.raises(NotSupportedError) if IS_SERVER else nullcontext(), transaction.atomic():
        list(called("before"))

    assert list(called("before")) == ["before"]


@contextmanager
def column_made_text() -> Iterator[None]:
    """While it lasts titles are of another kind; SQLite knows one kind of text."""
    change = "ALTER TABLE documents_document ALTER title TYPE {}"
    length = Document._meta.get_field("title").max_length
    with connection.cursor() as cursor:
        cursor.execute(change.format("text") if IS_SERVER else "SELECT 1")
        yield
        cursor.execute(change.format(f"varchar({length})") if IS_SERVER else "SELECT 1")


def test_where_enough_is_kept_it_is_asked_as_it_is_written(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepared, "MAX_KEPT", 0)
    before_it = kept()

    assert list(numbered(1, WORDS[:2], uuid4())) == WORDS[:2]
    assert together(called("50%"), called("$1")) == [["50%"], ["$1"]]

    assert kept() == before_it
