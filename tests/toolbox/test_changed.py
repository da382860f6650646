"""A change that is composed once does what the queryset's own does."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F, QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mentorship.documents.models import Document
from mentorship.toolbox.clock.moments import Now
from mentorship.toolbox.questions import composed as module
from mentorship.toolbox.questions.changed import changed
from mentorship.toolbox.questions.composed import composed
from tests import clock, make

pytestmark = pytest.mark.django_db
TITLES = ["Programmer", "100%", "it's", "%s", "a\\b"]


@composed
def _titled(owners: list[int], title: str, moment: datetime) -> QuerySet[Document]:
    theirs = Document.objects.filter(owner__in=owners)
    return changed(theirs, title=title, created_at=moment, last_number=F("last_number") + 1)


@composed
def _put_off(document: Document) -> QuerySet[Document]:
    return changed(Document.objects.filter(pk=document.pk), created_at=Now() + timedelta(days=1))


@composed
def _untitled(document: Document) -> QuerySet[Document]:
    return changed(Document.objects.filter(pk=document.pk), title=None)


def _facts() -> list[tuple[str, datetime, int]]:
    return list(Document.objects.order_by("pk").values_list("title", "created_at", "last_number"))


@pytest.mark.parametrize("title", TITLES)
def test_the_same_rows_get_the_same_values(title: str) -> None:
    documents = [make.document(make.person(name)) for name in ("Ada", "Ben", "Cleo")]
    theirs = [one.owner_id for one in documents[:2]]
    last = documents[0].last_number
    assert _titled(theirs, title, clock.TUESDAY).change() == 2
    untouched = (documents[2].title, documents[2].created_at, last)
    assert _facts() == [(title, clock.TUESDAY, last + 1)] * 2 + [untouched]


def test_of_nobody_nothing_is_changed() -> None:
    make.document(make.person())
    assert _titled([], "Nothing", clock.TUESDAY).change() == 0
    assert "Nothing" not in {title for title, *_facts in _facts()}


def test_a_moment_of_the_clock_is_of_the_change() -> None:
    document = make.document(make.person())
    _put_off(document).change()
    clock.later(60)
    _put_off(document).change()
    [(_title, moment, _number)] = _facts()
    assert abs(moment - (timezone.now() + timedelta(days=1))) < timedelta(seconds=5)


def test_a_second_time_it_is_one_statement_and_composes_nothing() -> None:
    document = make.document(make.person())
    _put_off(document).change()
    with CaptureQueriesContext(connection) as asked:
        _put_off(document).change()
    assert [one["sql"].split()[0] for one in asked] == ["UPDATE"]


def test_in_the_service_it_is_made_as_a_queryset(settings: object) -> None:
    document = make.document(make.person())
    answer = _titled([document.owner_id], "Plain", clock.TUESDAY)
    answer.bound = lambda _form: None  # type: ignore[method-assign]  # as where it was refused
    assert answer.change() == 1
    assert _facts()[0][0] == "Plain"


def test_it_is_no_part_of_what_is_asked_together() -> None:
    document = make.document(make.person())
    bound = _put_off(document).bound(module.every_row)
    assert bound is not None
    assert bound.locks


def test_what_fails_ends_the_transaction() -> None:
    document = make.document(make.person())
    with transaction.atomic():
        with pytest.raises(IntegrityError):
            _untitled(document).change()
        assert transaction.get_rollback()
