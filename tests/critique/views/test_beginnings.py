"""What a seeker begins beside her own text, as her browser and her mentors' get it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle.models import Round
from mentorship.critique import actions
from mentorship.critique.models import Comment, Thread
from mentorship.documents.models import Grant, Version
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import SCRIPT, address, written
from tests.make import saying

pytestmark = pytest.mark.django_db

NOTE, QUESTION = "Was it nine years?", "Would you keep this?"


@pytest.fixture
def hers(ada: User) -> Client:
    """Ada's browser."""
    return sign_in(ada)


@pytest.fixture
def mentor(version: Version, ben: Reader) -> Client:
    """Ben's browser."""
    return visit(make.visitor_pass(Grant.objects.get(person=ben.person)))


def page(browser: Client, version: Version, query: str = "") -> str:
    """The reading page."""
    return browser.get(version.get_absolute_url() + query).content.decode()


def test_a_note_stands_in_her_margin_and_in_no_other(
    version: Version, hers: Client, mentor: Client
) -> None:
    form = written(NOTE, line=2, to="note")

    answer = hers.post(address(version, "threads"), form, **SCRIPT)

    assert answer.status_code == 201
    for seen in (answer.content.decode(), page(hers, version)):
        assert NOTE in seen
        assert "Your note, only you see it" in seen
        assert 'class="thread kind-note"' in seen
        assert "Only you see this until you finish" not in seen
    thread = Thread.objects.get()
    ben_sees = page(mentor, version)
    assert NOTE not in ben_sees
    assert thread.ref not in ben_sees
    assert mentor.get(thread.get_absolute_url()).status_code == 404


def test_a_question_stands_in_both(
    version: Version, hers: Client, mentor: Client, ben: Reader
) -> None:
    asked = saying.round_of(ben, version)

    answer = hers.post(address(version, "threads"), written(QUESTION, line=2, to=asked.ref))

    assert answer.status_code == 302
    assert "Your question to everyone" in page(hers, version)
    ben_sees = page(mentor, version)
    assert QUESTION in ben_sees
    assert "Ada asks everyone" in ben_sees
    assert 'class="thread kind-asked"' in ben_sees


def test_an_answer_comes_to_her_beside_it(
    version: Version, hers: Client, mentor: Client, ben: Reader
) -> None:
    thread = saying.ask_all(version, ben, QUESTION).thread

    mentor.post(thread.get_absolute_url(), written("I would."))
    assert "I would." not in page(hers, version)
    saying.finish(version, ben)

    assert "I would." in page(hers, version)


def test_the_form_offers_everybody_of_each_open_round(
    version: Version, hers: Client, ben: Reader
) -> None:
    assert ben.person
    assert f"Ask everyone: {ben.person.name}" in page(hers, version, "?line=2")

    eve = make.invited("Eve")
    make.grant(version.document, to=eve)
    Round.objects.filter(invitations__person=eve).update(name="Second pass")
    both = page(hers, version, "?line=2")

    assert f"Ask everyone in “Second pass”: {eve.name}" in both
    assert "Ask everyone you asked on" in both


def test_without_an_open_round_there_is_nothing_to_choose(
    version: Version, hers: Client, ben: Reader
) -> None:
    Round.objects.update(closed_at=timezone.now())

    seen = page(hers, version, "?line=2")

    assert "Ask everyone" not in seen
    assert "A note to yourself: nobody else ever sees it." in seen
    assert hers.post(address(version, "threads"), written(NOTE, to="note")).status_code == 302
    assert Comment.objects.get().text == NOTE


def test_what_can_no_longer_be_asked_is_kept_as_typed_and_saved_as_a_note(
    version: Version, hers: Client, ben: Reader
) -> None:
    asked = saying.round_of(ben, version)
    Round.objects.update(closed_at=timezone.now())
    form = written(QUESTION, line=2, to=asked.ref)

    refused = hers.post(address(version, "threads"), form, **SCRIPT)
    shown = refused.content.decode()

    assert refused.status_code == 422
    assert "Nobody can be asked here now" in shown
    assert QUESTION in shown
    assert 'name="to" value="note"' in shown
    assert not Thread.objects.exists()


def test_of_two_rounds_one_that_is_closed_is_chosen_no_more(
    version: Version, hers: Client, ben: Reader, eve: Reader
) -> None:
    asked = saying.round_of(ben, version)
    Round.objects.filter(pk=asked.pk).update(closed_at=timezone.now())

    refused = hers.post(address(version, "threads"), written(QUESTION, to=asked.ref))

    assert refused.status_code == 422
    assert "Nobody can be asked here now" in refused.content.decode()


def test_enter_on_a_choice_sends_nothing(version: Version, hers: Client, ben: Reader) -> None:
    form = written(QUESTION, line=2, to=saying.round_of(ben, version).ref, stay="yes")

    shown = hers.post(address(version, "threads"), form).content.decode()

    assert QUESTION in shown
    assert not Thread.objects.exists()


def test_words_are_asked_for_again(version: Version, hers: Client) -> None:
    answer = hers.post(address(version, "threads"), written(" ", to="note"), **SCRIPT)

    assert answer.status_code == 422
    assert "Write something first." in answer.content.decode()


def test_her_own_words_are_edited_as_what_they_are(
    version: Version, hers: Client, ben: Reader
) -> None:
    for said, label in (
        (saying.note(version), "Your note"),
        (saying.ask_all(version, ben), "Your question"),
    ):
        form = hers.get(f"/comments/{said.ref}/", **SCRIPT).content.decode()
        assert label in form
        for name in ("kind", "why", "wording"):
            assert f'name="{name}"' not in form
        changed = {"text": "Other words.", "revision": "1"}
        hers.post(f"/comments/{said.ref}/", changed)
        said.refresh_from_db()
        assert said.text == "Other words."


def test_neither_is_a_point_to_work_through(
    version: Version, hers: Client, ben: Reader, ada: User
) -> None:
    saying.note(version, NOTE)
    saying.ask_all(version, ben, QUESTION)

    points = hers.get(reverse("critique:points", args=[version.document.ref])).content.decode()
    desk = hers.get(reverse("home:desk")).content.decode()

    for seen in (points, desk):
        assert NOTE not in seen
        assert QUESTION not in seen
        assert "open point" not in seen
    assert "margin-list" not in page(hers, version)
    saying.point(version, ben)
    assert "margin-list" in page(hers, version)


def test_a_mentor_finds_it_among_what_waits_until_it_is_answered(
    version: Version, mentor: Client, ben: Reader
) -> None:
    thread = saying.ask_all(version, ben, QUESTION).thread
    finish = reverse("critique:finish", args=[saying.round_of(ben, version).ref])
    asked = mentor.get(finish).content.decode()
    assert "Ada asked you one thing that you have not answered:" in asked
    assert QUESTION in asked
    assert thread.get_absolute_url() in asked

    saying.reply(thread, ben, "I would.")

    assert QUESTION not in mentor.get(finish).content.decode()


def test_the_rounds_letter_has_her_questions_with_their_answers_and_no_note(
    version: Version, hers: Client, ben: Reader
) -> None:
    saying.note(version, NOTE)
    asked = saying.round_of(ben, version)
    thread = saying.ask_all(version, ben, QUESTION).thread
    gone = saying.ask_all(version, ben, "Never mind.")
    saying.reply(thread, ben, "I would.")
    saying.reply(gone.thread, ben, "Mind what?")
    saying.finish(version, ben)
    actions.delete(gone, by=as_account(version.document.owner))

    letter = hers.get(reverse("critique:letter", args=[asked.ref])).content.decode()

    assert "What you asked in the text" in letter
    for words in (QUESTION, "I would."):
        assert words in letter
    for words in (NOTE, "Never mind.", "Mind what?"):
        assert words not in letter
