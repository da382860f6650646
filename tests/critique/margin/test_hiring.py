"""Beside a debrief a mentor is asked what someone who hires would say; each question begins a comment."""

import pytest

from accounts.models import User
from mentorship.documents.models import Document, Version
from tests import make
from tests.browsing.browsers import sign_in, visit

pytestmark = pytest.mark.django_db

ASKED = "What would you have wanted to hear?"


@pytest.fixture
def debrief(version: Version) -> Version:
    """What she wants to be read is how an interview went."""
    Document.objects.filter(pk=version.document_id).update(kind=Document.Kind.DEBRIEF)
    return version


def test_a_mentor_is_asked_and_each_question_begins_a_comment(debrief: Version) -> None:
    ben = visit(make.visitor_pass(make.grant(debrief.document, make.invited("Ben"))))
    page = ben.get(debrief.get_absolute_url()).content.decode()
    assert ASKED in page
    assert "?whole=1&amp;prompt=1#comment" in page

    begun, unknown = (
        ben.get(debrief.get_absolute_url(), {"whole": 1, "prompt": number}).content.decode()
        for number in ("1", "9")
    )

    assert "I would have wanted to hear: </textarea>" in begun
    assert "I would have wanted to hear: </textarea>" not in unknown


def test_its_seeker_and_readers_of_other_texts_are_not_asked(ada: User, version: Version) -> None:
    ben = visit(make.visitor_pass(make.grant(version.document, make.invited("Ben"))))
    assert ASKED not in ben.get(version.get_absolute_url()).content.decode()

    Document.objects.update(kind=Document.Kind.DEBRIEF)

    assert ASKED not in sign_in(ada).get(version.get_absolute_url()).content.decode()
