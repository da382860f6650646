"""Editing a comment: its form shows the words it is about, and its kind can be another."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.critique.comments.targets import Target
from mentorship.critique.models import Comment, EarlierWording, Thread
from mentorship.documents.models import Grant, Version
from mentorship.toolbox.stale import Stale
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import address
from tests.make import saying

pytestmark = pytest.mark.django_db

LINE = "Wrote the first program, for a machine that was never built."


@pytest.fixture
def mentor(version: Version, ben: Reader) -> Client:
    """Ben's browser."""
    return visit(make.visitor_pass(Grant.objects.get(person=ben.person)))


def form_of(browser: Client, said: Comment) -> str:
    page = browser.get(reverse("critique:comment", args=[said.ref])).content.decode()
    return page.partition('id="comment"')[2].partition("</form>")[0]


def test_the_form_shows_its_words_and_its_kind(
    version: Version, ben: Reader, mentor: Client
) -> None:
    form = form_of(mentor, saying.draft(version, ben, "Why?", kind="question"))

    assert "<b>Line 2</b>" in form
    assert f'<blockquote class="thread-quote" dir="auto">{LINE}</blockquote>' in form
    assert 'value="question"' in form.partition("checked")[0].rpartition("<input")[2]
    assert "Must fix" in form


def test_its_kind_can_be_another(version: Version, ben: Reader, mentor: Client, ada: User) -> None:
    thread = saying.point(version, ben, "Lead with it.")
    said = thread.comments.get()
    sent = {"text": said.text, "kind": "must_fix", "revision": 1}

    mentor.post(reverse("critique:comment", args=[said.ref]), sent)

    page = sign_in(ada).get(address(version, "reading")).content.decode()
    assert f'class="thread kind-must_fix" id="thread-{thread.ref}"' in page
    before, thread = thread.changed_at, Thread.objects.get()
    assert before
    assert thread.changed_at
    assert thread.changed_at > before
    said.refresh_from_db()
    assert (said.revision, said.edited_at, EarlierWording.objects.count()) == (2, None, 0)


def test_another_window_does_not_change_it_back_unasked(version: Version, ben: Reader) -> None:
    said = saying.draft(version, ben)
    actions.edit(said, by=ben, text=said.text, kind="must_fix", revision=1)

    with pytest.raises(Stale):
        actions.edit(said, by=ben, text="Lead.", kind="comment", revision=1)

    assert Thread.objects.get().kind == "must_fix"


def test_what_was_kept_may_lose_its_words_and_nothing_else_may(
    version: Version, ben: Reader, mentor: Client
) -> None:
    said = saying.draft(version, ben, "Good.", kind="praise")
    own = reverse("critique:comment", args=[said.ref])

    emptied = mentor.post(own, {"text": "", "kind": "praise", "revision": 1})
    other = mentor.post(own, {"text": "", "kind": "must_fix", "revision": 2})

    said.refresh_from_db()
    assert (emptied.status_code, other.status_code, said.text) == (302, 422, "")


def test_a_reply_and_an_answer_have_no_kind(version: Version, seeker: Reader) -> None:
    asked = make.invitation(version.document, make.invited("Ben"), questions=["Too long?"])
    ben, place = as_visitor(asked), Target(question=1)
    answer = actions.comment(version, by=ben, place=place, text="No.", key=uuid4())
    saying.finish(version, ben)
    answer.thread.refresh_from_db()
    reply = saying.reply(answer.thread, seeker)
    browsers = (
        visit(make.visitor_pass(Grant.objects.get(person=ben.person))),
        sign_in(version.document.owner),
    )

    forms = [form_of(one, said) for one, said in zip(browsers, (answer, reply), strict=True)]

    for form, label in zip(forms, ("Your answer", "Your reply"), strict=True):
        assert label in form
        assert "Too long?" in form
        assert "Must fix" not in form
    actions.edit(reply, by=seeker, text="Done.", kind="must_fix", revision=1)
    actions.edit(answer, by=ben, text="Not at all.", kind="must_fix", revision=1)
    assert Thread.objects.get().kind == "comment"
