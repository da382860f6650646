"""A letter says what holds when it leaves, whatever was so when it was written."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import actions
from mentorship.critique.models import Comment
from mentorship.documents.models import Version
from mentorship.notifications.delivery import gathering, sweeping
from mentorship.notifications.models import Letter
from tests.infrastructure.processes import free_port
from tests.make import saying
from tests.notifications.mail_servers import Flaky, taking_letters
from tests.notifications.received import words
from tests.notifications.workers import make_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail(settings: Settings) -> Iterator[Flaky]:
    """The mail server that letters leave through."""
    with taking_letters(Flaky(port=free_port()), settings) as server:
        yield server


@pytest.fixture
def said(mail: Flaky, version: Version, ben: Reader) -> Comment:
    """One of two comments that the seeker's letter tells of; it is written, and waits."""
    sweeping.sweep()  # what he was asked with has left
    mail.letters.clear()
    first = saying.draft(version, ben, "Begin with the result.", line=1)
    saying.draft(version, ben, "Name the firm.", line=2)
    asked = saying.round_of(ben, version)
    actions.finish(asked, by=ben, verdict="small_fixes", summary="Nearly there.")
    gathering.gather()
    assert Letter.objects.filter(state="waiting", text__contains="Begin with the result.").exists()
    return Comment.objects.get(pk=first.pk)


def test_a_comment_that_was_edited_leaves_in_its_new_words(
    said: Comment, mail: Flaky, ada: User, ben: Reader
) -> None:
    actions.edit(said, by=ben, text="Begin with the outcome.", revision=1)

    sweeping.sweep()

    [told] = words(mail, ada)
    assert ("outcome." in told, "result." in told) == (True, False)
    assert not Letter.objects.filter(text__contains="Begin with the result.").exists()


def test_a_comment_that_was_deleted_does_not_leave(
    said: Comment, mail: Flaky, ada: User, ben: Reader
) -> None:
    actions.delete(said, by=ben)

    sweeping.sweep()

    [told] = words(mail, ada)
    assert ("firm." in told, "result." in told) == (True, False)


def test_who_finishes_once_more_is_told_of_with_the_last_summary(
    said: Comment, mail: Flaky, version: Version, ada: User, ben: Reader
) -> None:
    asked = saying.round_of(ben, version)
    saying.draft(version, ben, "Say the year.", line=3)
    actions.finish(asked, by=ben, verdict="ready", summary="Off it goes.")

    sweeping.sweep()

    told = words(mail, ada)
    assert told
    assert all("goes." in one and "Nearly" not in one for one in told)


def test_a_second_copy_is_the_first_whatever_was_edited_since(
    said: Comment, mail: Flaky, ada: User, ben: Reader
) -> None:
    mail.hangs_up_after_data = 1
    sweeping.sweep()
    actions.edit(said, by=ben, text="Begin with the outcome.", revision=1)
    make_due(Letter.objects.get(person=ada))

    sweeping.sweep()

    first, second = mail.to(ada.email)
    assert first.raw == second.raw
