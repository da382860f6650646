"""What became of what a seeker asked, in sentences."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle import actions
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import as_visitor
from mentorship.documents import actions as documents
from mentorship.documents.models import Version
from mentorship.home import became
from mentorship.toolbox.questions.in_step import ask_all
from tests import make
from tests.make import saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def version(ada: User) -> Version:
    return make.ready_version(ada, title="Operations lead")


@pytest.fixture
def asked(version: Version) -> Invitation:
    return make.invitation(version.document, make.invited("Ben"), name="Ben Okri")


def told(ada: User) -> list[str]:
    return [
        sentence for one in ask_all(became.rounds(as_account(ada))) for sentence in one.sentences
    ]


def test_from_the_letter_to_the_verdict(asked: Invitation, version: Version, ada: User) -> None:
    ben = as_visitor(asked)
    said = [told(ada)]

    grant = version.document.grants.get(source_id=asked.pk)
    make.visitor_pass(grant)
    said.append(told(ada))
    saying.draft(version, ben)
    said.append(told(ada))
    saying.finish(version, ben)
    said.append(told(ada))

    assert said == [
        ["Ben Okri: Email waiting to be sent."],
        ["Ben Okri has opened your email."],
        ["Ben Okri has begun."],
        ["Ben Okri has finished: Small fixes."],
    ]


def test_the_next_step_is_to_read_once_there_is_something(version: Version, ada: User) -> None:
    people = [Invitee(name, make.invited(name).email) for name in ("Ben", "Eve")]
    by = as_account(ada)
    asked = actions.ask([version.document], by=by, people=people, ask=Ask(), key=uuid4())
    steps = [next_of(ada)]
    for one in asked.invitations.order_by("pk"):
        saying.point(version, as_visitor(one))
        steps.append(next_of(ada))

    page = asked.get_absolute_url()
    assert steps == [
        ("See how it stands", page),
        ("Read it beside your words", version.get_absolute_url()),
        ("Read it as one letter", f"{page}letter/"),
    ]


def next_of(ada: User) -> tuple[str, str]:
    [one] = ask_all(became.rounds(as_account(ada)))
    return one.step, one.next


def test_a_review_without_a_verdict_is_told_too(
    asked: Invitation, version: Version, ada: User
) -> None:
    saying.draft(version, as_visitor(asked))
    saying.finish(version, as_visitor(asked), verdict="")

    assert told(ada) == ["Ben Okri has written."]


def test_later_and_not_this_time(asked: Invitation, ada: User) -> None:
    ben, day = as_visitor(asked), timezone.localdate() + timedelta(days=2)
    actions.postpone(asked, by=ben, until=day)
    later = told(ada)

    actions.decline(asked, by=ben)

    assert later[0].startswith("Ben Okri will look at it on ")
    assert told(ada) == ["Ben Okri can’t do it this time."]


def test_what_was_taken_back_is_told_with_its_word(asked: Invitation, ada: User) -> None:
    actions.revoke(asked, by=as_account(ada))

    assert told(ada) == ["Ben Okri: Withdrawn."]


def test_a_deleted_document_leaves_its_round(
    asked: Invitation, version: Version, ada: User
) -> None:
    documents.delete(version.document, by=as_account(ada))

    [left] = ask_all(became.rounds(as_account(ada)))

    assert (left.titles, left.next) == ("A deleted document", left.url)


def test_a_round_with_a_name_is_called_by_it(asked: Invitation, ada: User) -> None:
    [before] = ask_all(became.rounds(as_account(ada)))
    actions.change(asked.round, by=as_account(ada), name="Before the summer", wanted_by=None)
    [after] = ask_all(became.rounds(as_account(ada)))

    assert (before.titles, after.titles) == ("“Operations lead”", "Before the summer")
