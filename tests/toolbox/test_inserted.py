"""Rows inserted together are what they would be saved one by one."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from mentorship.critique.models import Placement, Thread
from mentorship.documents.models import Version
from mentorship.toolbox.questions.inserted import insert
from tests import make

pytestmark = pytest.mark.django_db


def rows(version: Version, **place: Any) -> tuple[Thread, Placement]:
    """A thread and where it stands, neither of them inserted."""
    thread = Thread(document=version.document, author=version.document.owner)
    return thread, Placement(thread=thread, version=version, **place)


def test_they_are_what_they_would_be_saved_one_by_one() -> None:
    version = make.ready_version(make.person())
    place = {"quote": "100 %s", "start": 3, "end": 9, "line": 1, "box": [0.25, 0.5, 1, 1]}
    thread, placement = rows(version, **place)
    alone, its = rows(version, **place)
    alone.save()
    its.save()

    insert(thread, placement)

    assert placement.thread is thread
    assert placement.thread_id == thread.pk
    kept = Thread.objects.get(pk=thread.pk)
    own = {"id": alone.pk, "ref": alone.ref, "created_at": alone.created_at}
    assert {**values(kept), **own} == values(Thread.objects.get(pk=alone.pk))
    found = Placement.objects.get(pk=placement.pk)
    assert values(found) == values(placement)
    assert {**values(found), "id": its.pk, "thread_id": alone.pk} == values(its)


def test_they_can_be_changed_and_saved_afterwards() -> None:
    thread, placement = rows(make.ready_version(make.person()))
    insert(thread, placement)

    placement.how = Placement.How.GONE
    placement.save()

    assert [one.how for one in Placement.objects.all()] == [Placement.How.GONE]


def test_postgresql_is_asked_once() -> None:
    version = make.ready_version(make.person())
    insert(*rows(version))

    with CaptureQueriesContext(connection) as queries:
        insert(*rows(version))

    assert len(queries) == (1 if connection.vendor == "postgresql" else 2)


def test_where_one_is_refused_none_is_there() -> None:
    version = make.ready_version(make.person())

    with pytest.raises(IntegrityError), transaction.atomic():
        insert(*rows(version, start=9, end=3))

    assert not Thread.objects.exists()


def values(row: Any) -> dict[str, Any]:
    """All that is kept of it."""
    return {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}
