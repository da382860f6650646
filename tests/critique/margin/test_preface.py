"""The one line before a text tells what it holds, to each reader in her own words."""

from html import unescape
from uuid import uuid4

import pytest
from django.test import Client
from django.utils.html import strip_tags

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.critique.comments.targets import Target
from mentorship.documents.models import Document, Grant, Version
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import address
from tests.make import saying

pytestmark = pytest.mark.django_db


def told(browser: Client, version: Version) -> str:
    """The line, as the page shows it; empty for none."""
    page = browser.get(address(version, "reading")).content.decode()
    return unescape(
        strip_tags(page.partition('<details id="preface">')[2].partition("</summary>")[0])
    ).strip()


def opened(asked: Invitation) -> Client:
    """The browser of whoever was asked."""
    return visit(make.visitor_pass(Grant.objects.get(source_id=asked.pk)))


def window(person: Reader) -> Client:
    """A mentor's browser."""
    return opened(Invitation.objects.get(person=person.person))


def test_where_there_is_nothing_to_tell_there_is_no_line(version: Version, ada: User) -> None:
    assert told(sign_in(ada), version) == ""


def test_whoever_was_asked_nothing_is_told_who_sees_what_she_says(
    version: Version, ben: Reader
) -> None:
    assert told(window(ben), version) == "Who sees your comments"


def test_a_mentor_is_told_of_the_note_of_questions_and_of_the_file(version: Version) -> None:
    Document.objects.update(note="For a night shift.")
    Version.objects.update(notes=["many-pages"])
    asked = make.invitation(version.document, make.invited("Ben"), questions=["Too long?", "Why?"])

    line = told(opened(asked), version)

    assert line == "Ada’s note, 2 questions and a note on the file"


def test_the_seeker_is_told_whose_words_there_are(
    version: Version, ada: User, ben: Reader, eve: Reader
) -> None:
    Document.objects.update(note="For a night shift.")
    Invitation.objects.filter(person=ben.person).update(name="Ben")
    saying.draft(version, ben)
    saying.finish(version, ben, verdict="rework")
    one = told(sign_in(ada), version)
    saying.draft(version, eve)
    saying.finish(version, eve, verdict="rework")

    assert one == "Your note and what Ben says"
    assert told(sign_in(ada), version) == "Your note and what 2 people say"


def test_a_later_version_is_told_of_beside_the_line(version: Version, ada: User) -> None:
    Version.objects.update(change="Results first.")

    assert told(sign_in(ada), version) == "What is new"


def test_an_answered_question_is_asked_in_one_place(version: Version) -> None:
    asked = make.invitation(version.document, make.invited("Ben"), questions=["Too long?"])
    actions.comment(
        version, by=as_visitor(asked), place=Target(question=1), text="No.", key=uuid4()
    )

    page = opened(asked).get(address(version, "reading")).content.decode()

    assert page.partition("<template")[0].count("Too long?") == 1
