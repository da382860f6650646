"""Rows whose columns are set at once are those that Django makes."""

from typing import Any

import pytest
from django.db.models.signals import post_init

from mentorship.documents.models import Document
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
