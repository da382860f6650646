"""Rows whose columns are set at once are those that Django makes."""

from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.db.models.signals import post_init
from django.test.utils import CaptureQueriesContext

from mentorship.documents.models import Document, Version
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.rows import filling
from tests import make

NAMES = ("id", "ref", "owner_id", "title")


@pytest.mark.django_db
def test_a_row_is_what_django_makes_of_the_same_values() -> None:
    document = make.document(make.person())
    values = [getattr(document, name) for name in NAMES]

    ours = filling(Document, NAMES, "default")(values)
    djangos = Document.from_db("default", NAMES, values)

    assert ours == djangos
    assert ours.get_deferred_fields() == djangos.get_deferred_fields()
    assert (ours._state.db, ours._state.adding) == ("default", False)
    assert (ours.kind, ours.owner) == (document.kind, document.owner)


def test_where_somebody_listens_django_makes_it() -> None:
    heard = []

    def listen(instance: Any, **_: object) -> None:
        heard.append(instance)

    post_init.connect(listen, sender=Document)
    try:
        row = filling(Document, NAMES, None)([1, "ref", 2, "Programmer"])
    finally:
        post_init.disconnect(listen, sender=Document)

    assert heard == [row]


@pytest.mark.django_db
def test_rows_beside_it_are_what_django_makes() -> None:
    version = make.ready_version(make.person())

    [found] = _with_its_owner(version.pk)

    djangos = Version.objects.select_related("document__owner", "document__tailoring").get()
    assert found == djangos
    assert (found.document, found.document.owner) == (djangos.document, djangos.document.owner)
    assert vars(found.document.owner).keys() == vars(djangos.document.owner).keys()
    with CaptureQueriesContext(connection) as queries:
        assert not hasattr(found.document, "tailoring")
    assert not queries.captured_queries


@composed
def _with_its_owner(pk: int) -> QuerySet[Version]:
    beside = Version.objects.select_related("document__owner", "document__tailoring")
    return beside.filter(pk=pk)
