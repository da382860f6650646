"""What stands around a version: the way up, verdicts, questions, and who came by a copied link."""

from uuid import uuid4

import pytest

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import as_visitor, reader_of
from mentorship.critique import actions
from mentorship.critique.comments.targets import Target
from mentorship.critique.margin import surroundings
from mentorship.critique.margin.build import margin_of
from mentorship.documents.access import rights
from mentorship.documents.models import Version
from tests import make
from tests.make import saying

pytestmark = pytest.mark.django_db


def up(version: Version, reader: Reader) -> tuple[str, str]:
    way = surroundings.way_up(version.document, reader, rights(reader, version.document))
    return way.label, way.url


def test_the_way_up_leads_where_the_reader_may_go(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    eve = make.person("Eve")
    make.grant(version.document, to=eve)
    invitation = Invitation.objects.get(person=ben.person)

    assert up(version, seeker) == ("Document", version.document.get_absolute_url())
    assert up(version, as_account(eve)) == ("Desk", "/desk/")
    assert up(version, ben) == ("Letter", invitation.get_absolute_url())


def heard(version: Version, reader: Reader) -> list[tuple[str, str, str]]:
    held = rights(reader, version.document)
    names = margin_of(version, reader=reader, held=held).names
    said = surroundings.heard(version.document, held, names)
    return [(one.name, str(one.word), one.summary) for one in said]


def test_the_seeker_hears_the_verdict_and_the_summary_and_nobody_else(
    version: Version, seeker: Reader, ben: Reader, eve: Reader
) -> None:
    Invitation.objects.filter(person=ben.person).update(name="Ben Okri")
    saying.draft(version, ben)
    begun = heard(version, seeker)
    asked = saying.round_of(ben, version)
    actions.finish(asked, by=ben, verdict="rework", summary="Turn it round.")

    assert begun == []
    assert heard(version, seeker) == [("Ben Okri", "Needs rework", "Turn it round.")]
    assert heard(version, ben) == heard(version, eve) == []


def test_comments_without_verdict_or_summary_speak_for_themselves(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    saying.draft(version, ben)
    saying.finish(version, ben, verdict="")

    assert heard(version, seeker) == []


def test_an_answer_to_a_question_stands_with_the_question(ada: User, version: Version) -> None:
    asked = make.invitation(version.document, make.invited("Ben"), questions=["Too long?", "Why?"])
    ben, place = as_visitor(asked), Target(question=2)
    actions.comment(version, by=ben, place=place, text="To learn.", key=uuid4())
    saying.finish(version, ben)

    seeker = as_account(ada)
    [thread] = margin_of(version, reader=seeker, held=rights(seeker, version.document)).threads

    assert (thread.place, thread.quote) == ("Question 2", "Why?")


def marks(version: Version, reader: Reader) -> list[str]:
    surroundings = margin_of(version, reader=reader, held=rights(reader, version.document))
    return [comment.passed_on for thread in surroundings.threads for comment in thread.comments]


def test_what_came_by_a_copied_link_stays_marked_and_what_came_by_letter_never_is(
    version: Version, seeker: Reader
) -> None:
    given = make.grant(version.document, make.invited("Ben"))
    saying.point(version, reader_of([make.passed_on_pass(given)]))

    saying.point(version, reader_of([make.visitor_pass(given)]))

    assert marks(version, seeker) == ["came by a link Ada shared", ""]
