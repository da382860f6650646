"""However much is settled, a page and a sweep look at what they are about."""

from collections.abc import Iterable

import pytest
from django.db import connection

from mentorship.toolbox.questions.prepared import prepared_in
from tests.grown import acts
from tests.grown.acts import Act
from tests.grown.questions import asked, grown, prepared, read_whole
from tests.grown.village import Size, Village, settle

pytestmark = [pytest.mark.django_db, pytest.mark.walk]  # SQLite plans otherwise

SIZE = Size(ordinary=5_500, revised=500, discussed=3, hoarders=5, points=12, many=30)


@pytest.fixture
def village() -> Village:
    """Some 6,000 documents, on which 18,000 were asked and 48,000 comments made."""
    return settle(SIZE)


def scans(every: dict[str, list[Act]], tables: Iterable[str]) -> dict[str, list[str]]:
    """What is read from beginning to end, by the name of the page or sweep that does."""
    known = set(tables)
    found = {name: list(read_whole(asked(some[0]), known)) for name, some in every.items()}
    return {name: some for name, some in found.items() if some}


def test_no_table_that_grows_is_read_from_beginning_to_end(village: Village) -> None:
    tables = grown()
    pages = acts.pages(village, 1)
    finishing = {"finishing": acts.finishing(village, 1)}
    assert {"critique_comment", "documents_version", "notifications_letter"} < tables

    assert scans(pages | finishing | acts.sweeps(), tables) == {}
    prepared_in(connection.connection).forget()  # what tests before this one asked
    for some in pages.values():
        some[0]()  # nobody looks at what is asked: the connection keeps it
    assert len(kept := prepared()) > len(pages)
    assert list(read_whole(kept, tables)) == []

    with connection.cursor() as cursor:  # the same law, where an index is missing
        cursor.execute("DROP INDEX documents_grant_of_source")
    assert "reading page by a pass" in scans(pages, tables)
