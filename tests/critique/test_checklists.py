"""Checklists: one's own, answered in a review, seen by the seeker once that is sent."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation, Round
from mentorship.critique import actions
from mentorship.critique.actions import checklists as keeping
from mentorship.critique.models import Checklist, FilledChecklist
from mentorship.documents.models import Version
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.make import saying
from tests.make.checklists import QUESTIONS, answered, checklist

pytestmark = pytest.mark.django_db

LIST = "/checklists/"
FIRST, SECOND = QUESTIONS


@pytest.fixture
def ben() -> User:
    return make.person("Ben")


@pytest.fixture
def asked(version: Version, ben: User) -> Round:
    """The round that asks her."""
    return make.invitation(version.document, ben).round


@pytest.fixture
def hers(ben: User) -> Client:
    return sign_in(ben)


def answering(asked: Round, made_of: str) -> str:
    return reverse("critique:answering", args=[asked.ref, made_of])


def page(browser: Client, name: str, asked: Round) -> str:
    return browser.get(reverse(f"critique:{name}", args=[asked.ref])).content.decode()


def names(browser: Client, path: str) -> list[str]:
    """Of the fields for answers on this page."""
    form = browser.get(path).context["form"]
    return list(form.names)


def test_a_checklist_is_made_once_and_each_line_is_a_question(hers: Client) -> None:
    typed = {"name": "Basics", "questions": f" {FIRST}\r\n\r\n{SECOND}\r\n{FIRST}"}
    typed["key"] = str(uuid4())

    answers = [hers.post(LIST, typed).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert [one.questions for one in Checklist.objects.all()] == [list(QUESTIONS)]
    assert SECOND in hers.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        ("\n".join(f"Question {number}?" for number in range(14)), "2 questions too many"),
        ("x" * 201, "at most 200 characters for each question"),
        (" \n ", "required"),
    ],
)
def test_what_is_too_much_or_nothing_is_said_and_stays_in_the_form(
    hers: Client, questions: str, told: str
) -> None:
    typed = {"name": "Basics", "questions": questions, "key": str(uuid4())}

    answer = hers.post(LIST, typed)

    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert "Basics" in answer.content.decode()


def test_there_is_room_for_so_many(
    hers: Client, ben: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MAX_CHECKLISTS", 1)
    checklist(ben)

    answer = hers.post(LIST, {"name": "More", "questions": "Kept?", "key": str(uuid4())})

    assert answer.status_code == 422
    assert "no room for more" in answer.content.decode()
    assert "Kept?" in answer.content.decode()


def test_two_windows_do_not_overwrite_each_other(hers: Client, ben: User) -> None:
    here = reverse("critique:checklist", args=[checklist(ben).ref])
    first = {"name": "Basics", "questions": "Short?", "revision": "0"}
    second = {"name": "Basics", "questions": "Clear?", "revision": "0"}

    assert hers.post(here, first).status_code == 302
    assert hers.post(here, first).status_code == 302
    refused = hers.post(here, second)

    assert refused.status_code == 422
    assert "Short?" in refused.content.decode()
    assert "Clear?" in refused.content.decode()
    assert hers.post(here, second | {"revision": "1"}).status_code == 302
    assert Checklist.objects.get().questions == ["Clear?"]


def test_a_deleted_one_is_gone_and_what_was_answered_stays(
    hers: Client, ben: User, asked: Round
) -> None:
    filled = answered(asked, ben)
    kept = Checklist.objects.get()
    here = reverse("critique:checklist_deletion", args=[kept.ref])

    assert "Delete “Basics”?" in hers.get(here).content.decode()
    assert hers.post(here).status_code == 302

    assert not Checklist.objects.exists()
    assert FIRST in hers.get(answering(asked, filled.made_of)).content.decode()
    with pytest.raises(Refused, match="deleted"):
        actions.change_checklist(kept, by=as_account(ben), name="B", questions=["?"], revision=0)


def test_nobody_finds_what_another_keeps(ada: User, ben: User, asked: Round) -> None:
    kept, browser = checklist(ben), sign_in(ada)
    by = as_account(make.person("Kim"))

    for name in ("checklist", "checklist_deletion"):
        assert browser.get(reverse(f"critique:{name}", args=[kept.ref])).status_code == 404
    with pytest.raises(Refused):
        actions.change_checklist(kept, by=by, name="B", questions=["?"], revision=0)
    with pytest.raises(Refused):
        actions.answer_checklist(asked, kept, by=by, answers=["", ""], revision=0)
    actions.let_checklist_go(kept, by=by)
    assert Checklist.objects.get() == kept


def test_a_checklist_of_another_is_not_answered(ben: User, asked: Round) -> None:
    kept = checklist(make.person("Kim"))

    with pytest.raises(Refused, match="deleted"):
        actions.answer_checklist(asked, kept, by=as_account(ben), answers=["", ""], revision=0)


def test_answers_are_hers_alone_until_she_finishes(
    hers: Client, ada: User, ben: User, asked: Round, version: Version
) -> None:
    there = answering(asked, checklist(ben).ref)
    first, second = names(hers, there)

    sent = hers.post(there, {first: "no", second: "unsure"})

    owner = sign_in(ada)
    pages = ("round", "letter")
    assert sent.headers["Location"] == reverse("critique:finish", args=[asked.ref])
    assert "1 no and 1 not sure" in page(hers, "finish", asked)
    assert [FIRST in page(owner, name, asked) for name in pages] == [False, False]
    assert version.document.title in owner.get(version.get_absolute_url()).content.decode()
    saying.finish(version, as_account(ben))
    assert [FIRST in page(owner, name, asked) for name in pages] == [True, True]
    assert "1 no and 1 not sure" in page(hers, "sent", asked)


def test_the_letter_about_drafts_sends_it_too(ada: User, ben: User, asked: Round) -> None:
    answered(asked, ben)
    review = asked.reviews.get()

    actions.send_as_they_are(review, by=as_account(ben))

    assert "1 yes and 1 no" in page(sign_in(ada), "round", asked)


def test_a_checklist_that_changes_changes_nothing_that_was_answered(
    hers: Client, ada: User, ben: User, asked: Round, version: Version
) -> None:
    filled = answered(asked, ben)
    saying.finish(version, as_account(ben))
    kept = Checklist.objects.get()

    actions.change_checklist(kept, by=as_account(ben), name="New", questions=["New?"], revision=0)

    assert FIRST in page(sign_in(ada), "round", asked)
    assert FIRST in hers.get(answering(asked, filled.made_of)).content.decode()


def test_answers_changed_after_sending_wait_for_the_next(
    hers: Client, ada: User, ben: User, asked: Round, version: Version
) -> None:
    filled, by, owner = answered(asked, ben), as_account(ben), sign_in(ada)
    saying.finish(version, by)

    actions.answer_checklist(asked, filled, by=by, answers=["yes", "yes"], revision=1)

    assert "1 yes and 1 no" in page(owner, "round", asked)
    assert "not sent yet" in page(hers, "sent", asked)
    saying.finish(version, by)
    assert "2 yes" in page(owner, "round", asked)
    actions.answer_checklist(asked, filled, by=by, answers=["", ""], revision=2)
    saying.finish(version, by)
    assert "Basics" not in page(owner, "round", asked)


def test_the_same_answers_again_change_nothing_and_others_show_both(
    hers: Client, ben: User, asked: Round
) -> None:
    filled, by = answered(asked, ben), as_account(ben)
    there = answering(asked, filled.made_of)
    first, second = names(hers, there)

    actions.answer_checklist(asked, filled, by=by, answers=["yes", "no"], revision=0)
    refused = hers.post(there, {first: "no", second: "no", "revision": "0"})

    assert refused.status_code == 422
    assert "What is kept now" in refused.content.decode()
    assert FilledChecklist.objects.get().answers == ["yes", "no"]
    with pytest.raises(Stale):
        actions.answer_checklist(asked, filled, by=by, answers=["", "no"], revision=0)
    assert hers.post(there, {first: "no", second: "no", "revision": "1"}).status_code == 302
    assert FilledChecklist.objects.get().answers == ["no", "no"]


def test_a_pass_goes_on_with_what_was_answered_and_is_offered_no_other(
    version: Version, ben: User
) -> None:
    grant = make.grant(version.document, to=ben)
    asked = Invitation.objects.get(pk=grant.source_id).round
    filled, other = answered(asked, ben), checklist(ben, "Another")
    browser = visit(make.visitor_pass(grant))

    assert browser.get(answering(asked, filled.made_of)).status_code == 200
    assert browser.get(answering(asked, other.ref)).status_code == 404
    assert "Another" not in page(browser, "finish", asked)


def test_her_next_request_fails_once_she_is_no_longer_asked(
    hers: Client, ada: User, ben: User, asked: Round
) -> None:
    filled = answered(asked, ben)
    circle.revoke(asked.invitations.get(), by=as_account(ada))

    assert hers.get(answering(asked, filled.made_of)).status_code == 404
    assert not FilledChecklist.objects.visible_to(as_account(ben)).exists()


def test_without_any_the_way_to_make_one_is_shown(hers: Client, ben: User, asked: Round) -> None:
    assert "Make a checklist" in page(hers, "finish", asked)

    checklist(ben)

    assert "Make a checklist" not in page(hers, "finish", asked)
    assert "Answer it" in page(hers, "finish", asked)
