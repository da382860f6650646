"""How much one person may say in one round: generous, and nobody passes it."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.critique import actions
from mentorship.critique.models import Comment
from mentorship.documents.models import Grant, Version
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import visit
from tests.make import saying

pytestmark = pytest.mark.django_db


def refusal(
    version: Version,
    mentor: Reader,
    text: str = "One more.",
    line: int | None = 2,
    **more: str,
) -> str:
    """Why one more comment is not taken; empty when it is."""
    try:
        saying.draft(version, mentor, text, line, **more)
    except Refused as refused:
        return refused.code
    return ""


def test_somebody_with_much_to_say_has_room_for_it(settings: Settings):
    assert settings.MAX_COMMENTS_PER_ROUND >= 500
    assert settings.MAX_CHARACTERS_PER_ROUND >= 500_000


def test_so_many_comments_of_one_mentor_and_all_of_another(
    version: Version, ben: Reader, eve: Reader, settings: Settings
):
    settings.MAX_COMMENTS_PER_ROUND = 2
    saying.point(version, ben)
    drafted = saying.draft(version, ben)

    assert refusal(version, ben) == "too-many-comments"
    assert refusal(version, eve) == ""
    actions.delete(drafted, by=ben)
    assert refusal(version, ben) == ""


def test_so_many_characters_to_the_last_one(version: Version, ben: Reader, settings: Settings):
    settings.MAX_CHARACTERS_PER_ROUND = 30
    saying.draft(version, ben, "a" * 10, line=None, why="b" * 10)

    assert refusal(version, ben, "d" * 11, line=None) == "too-much-said"
    assert refusal(version, ben, "d" * 10, line=None) == ""
    assert refusal(version, ben, "e", line=None) == "too-much-said"


def test_the_words_pointed_at_and_those_instead_of_them_are_characters_too(
    version: Version, ben: Reader, settings: Settings
):
    quoted = len(saying.draft(version, ben).thread.placements.get().quote)
    settings.MAX_CHARACTERS_PER_ROUND = 2 * quoted + len("Lead with it.") + 6

    assert quoted > 10
    assert refusal(version, ben, "aaa", line=2, wording="bbbb") == "too-much-said"
    assert refusal(version, ben, "aaa", line=2, wording="bbb") == ""


def test_a_draft_may_always_be_made_shorter_and_not_longer_than_there_is_room(
    version: Version, ben: Reader, settings: Settings
):
    settings.MAX_CHARACTERS_PER_ROUND, settings.MAX_COMMENTS_PER_ROUND = 10, 1
    said = saying.draft(version, ben, "a" * 10, line=None)

    with pytest.raises(Refused, match="too-much-said"):
        actions.edit(said, by=ben, text="a" * 11, revision=1)
    shorter = actions.edit(said, by=ben, text="a" * 9, revision=1)
    assert actions.edit(said, by=ben, text="b" * 10, revision=shorter.revision).text == "b" * 10


def test_what_a_comment_said_before_counts_as_well(
    version: Version, ben: Reader, settings: Settings
):
    settings.MAX_COMMENTS_PER_ROUND = 2
    said = saying.point(version, ben).comments.get()
    changed = actions.edit(said, by=ben, text="Lead with the engine.", revision=1)

    with pytest.raises(Refused, match="too-many-comments"):
        actions.edit(said, by=ben, text="Lead with it.", revision=changed.revision)


def test_the_seeker_has_an_account_of_her_own_in_the_round(
    version: Version, ben: Reader, seeker: Reader, settings: Settings
):
    settings.MAX_COMMENTS_PER_ROUND = 1
    thread = saying.point(version, ben)
    saying.reply(thread, seeker)

    with pytest.raises(Refused, match="too-many-comments"):
        saying.reply(thread, seeker)
    with pytest.raises(Refused, match="too-many-comments"):
        saying.reply(thread, ben)


def test_whoever_came_by_a_copied_link_uses_up_nothing_of_the_mentors(
    version: Version, ada: User, settings: Settings
):
    settings.MAX_COMMENTS_PER_ROUND = 1
    asked = make.grant(version.document, to=make.invited("Kim"))
    kim = make.visitor(asked)
    browser = visit(make.passed_on_pass(asked))
    sent = {"text": "By a copied link.", "key": uuid4()}
    browser.post(reverse("critique:threads", args=[version.document.ref, 1]), sent)

    assert Comment.objects.exclude(hand=None).count() == 1
    assert refusal(version, kim) == ""


def test_notes_have_a_budget_on_each_document(
    version: Version, ada: User, seeker: Reader, settings: Settings
):
    settings.MAX_COMMENTS_PER_ROUND = 1
    settings.MAX_CHARACTERS_PER_ROUND = 60
    noted = saying.note(version, "a", line=None)

    with pytest.raises(Refused, match="too-many-comments"):
        saying.note(version, "b", line=None)
    with pytest.raises(Refused, match="too-much-said"):
        actions.edit(noted, by=seeker, text="a" * 61, revision=1)
    assert saying.note(make.ready_version(ada), "c", line=None).pk


@pytest.mark.django_db(transaction=True)
def test_comments_that_come_at_once_pass_no_budget_together(
    version: Version, ben: Reader, settings: Settings
):
    settings.MAX_COMMENTS_PER_ROUND = 3

    def once(_: int) -> str:
        try:
            return refusal(version, ben)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(once, range(8)))

    assert answers.count("") == 3
    assert Comment.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_replies_that_come_at_once_pass_none_either(
    version: Version, ben: Reader, seeker: Reader, settings: Settings
):
    thread = saying.point(version, ben)
    settings.MAX_COMMENTS_PER_ROUND = 3

    def once(_: int) -> bool:
        try:
            saying.reply(thread, seeker)
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(once, range(8))) == 3


@pytest.fixture
def asked(version: Version) -> Grant:
    return make.grant(version.document, to=make.invited("Kim"))


@pytest.fixture
def browser(asked: Grant) -> Client:
    return visit(make.visitor_pass(asked))


@pytest.mark.parametrize("headers", [{}, {"Fragment-For": "http://testserver/"}])
def test_the_page_says_why_and_keeps_the_words(
    version: Version, browser: Client, settings: Settings, headers: dict[str, str]
):
    settings.MAX_COMMENTS_PER_ROUND = 0
    typed = {"text": "Lead with the engine.", "line": "2", "kind": "praise", "key": uuid4()}
    address = reverse("critique:threads", args=[version.document.ref, 1])

    answer = browser.post(address, typed, headers=headers)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Copy these words, and go on in another round." in page
    assert "Lead with the engine." in page


def test_a_reply_and_an_edit_that_find_no_room_keep_their_words(
    version: Version, asked: Grant, browser: Client, settings: Settings
):
    kim = make.visitor(asked)
    said = saying.point(version, kim, "Short.").comments.get()
    settings.MAX_CHARACTERS_PER_ROUND = 10
    changed = {"text": "Lead with the engine.", "revision": "1", "why": ""}

    edited = browser.post(reverse("critique:comment", args=[said.ref]), changed)
    answered = browser.post(
        reverse("critique:thread", args=[said.thread.ref]),
        {"text": "And so on and on.", "key": uuid4()},
    )

    assert (edited.status_code, answered.status_code) == (422, 422)
    assert "as much as one round takes: 10 characters" in edited.content.decode()
    assert "Lead with the engine." in edited.content.decode()
    assert "And so on and on." in answered.content.decode()
    assert Invitation.objects.get(pk=asked.source_id).begun_at
