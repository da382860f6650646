"""What a press asks of the database is little, and sending a review asks as much for nine comments as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mentorship.critique import actions
from mentorship.critique.access import asked_in
from mentorship.critique.models import Review
from mentorship.documents.reading import kept_pages
from tests import make
from tests.make import saying

pytestmark = pytest.mark.django_db


def asked_by_finishing(comments: int) -> list[str]:
    """What finishing asks after so many comments; a review before has filled what is kept in memory."""
    version = make.ready_version(make.person())
    mentor = make.visitor(make.grant(version.document, make.invited("Ben")))
    for _ in range(comments):
        saying.draft(version, mentor)
    [asked] = asked_in(mentor, version.document).select_related("owner")
    with CaptureQueriesContext(connection) as queries:
        actions.finish(asked, by=mentor, verdict="small_fixes", summary="Nearly.")
    assert Review.objects.get(round=asked).finished_at
    return [query["sql"] for query in queries]


def test_a_review_of_nine_costs_what_one_of_one_costs() -> None:
    asked_by_finishing(1)

    few, many = asked_by_finishing(1), asked_by_finishing(9)

    assert len(few) == len(many), "\n".join(many)
    assert len(many) <= 17, "\n".join(many)


def test_a_comment_on_a_text_shown_lately_does_not_ask_for_its_lines() -> None:
    version = make.ready_version(make.person())
    mentor = make.visitor(make.grant(version.document, make.invited("Ben")))
    asked = []

    for show in (kept_pages.forget_all, lambda: kept_pages.pages_of(version)):
        show()
        with CaptureQueriesContext(connection) as queries:
            said = saying.draft(version, mentor)
        asked.append("documents_page" in "".join(query["sql"] for query in queries))
        assert said.thread.placements.get().line == 2

    assert asked == [True, False]
