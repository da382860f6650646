"""Pages of one thread and of one comment, as browsers get them, with and without a script."""

from uuid import uuid4

import pytest
from django.test import Client

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import actions, tasks
from mentorship.critique.models import Comment, Thread
from mentorship.documents.models import Grant, Version
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import SCRIPT, address, written
from tests.make import THREE_LINES, saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def mentor(version: Version, ben: Reader) -> Client:
    """Ben's browser."""
    return visit(make.visitor_pass(Grant.objects.get(person=ben.person)))


@pytest.fixture
def said(version: Version, ben: Reader) -> Comment:
    """What Ben has sent."""
    return saying.point(version, ben).comments.get()


def own(comment: Comment) -> str:
    """Where its author changes it."""
    return f"/comments/{comment.ref}/"


def test_an_empty_comment_keeps_its_place(version: Version, mentor: Client) -> None:
    form = written(" ", line=2)

    page = mentor.post(address(version, "threads"), form)
    fragment = mentor.post(address(version, "threads"), form, **SCRIPT)

    for answer in (page, fragment):
        assert answer.status_code == 422
        assert 'name="line" value="2"' in answer.content.decode()
    assert "<html" in page.content.decode()
    assert "<html" not in fragment.content.decode()


def test_an_empty_answer_is_asked_for_again(mentor: Client, said: Comment) -> None:
    answer = mentor.post(said.thread.get_absolute_url(), written(""))

    assert answer.status_code == 422
    assert "Lead with it." in answer.content.decode()


def test_the_form_for_an_answer_comes_alone_for_a_script(mentor: Client, said: Comment) -> None:
    fragment = mentor.get(said.thread.get_absolute_url(), **SCRIPT).content.decode()

    assert 'id="comment"' in fragment
    assert "<html" not in fragment


def test_a_comment_is_changed_on_its_page(mentor: Client, said: Comment) -> None:
    page = mentor.get(own(said)).content.decode()

    answer = mentor.post(own(said), {"text": "Lead with *that*.", "revision": "1"})

    assert "Lead with it." in page
    assert answer["Location"].endswith(f"#thread-{said.thread.ref}")
    said.refresh_from_db()
    assert said.html == "<p>Lead with <em>that</em>.</p>"
    assert said.edited_at


def test_saving_the_same_words_changes_nothing(mentor: Client, said: Comment) -> None:
    mentor.post(own(said), {"text": said.text, "revision": "1"})

    assert Comment.objects.get(pk=said.pk).revision == 1


def test_a_stale_edit_shows_both_texts(mentor: Client, ben: Reader, said: Comment) -> None:
    actions.edit(said, by=ben, text="From one window.", revision=1)

    answer = mentor.post(own(said), {"text": "From the other.", "revision": "1"}, **SCRIPT)
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "From one window." in page
    assert "From the other." in page
    assert 'name="revision" value="2"' in page


def test_deleting_asks_once(mentor: Client, said: Comment) -> None:
    page = mentor.get(f"{own(said)}deletion/").content.decode()
    assert Comment.objects.standing().exists()

    mentor.post(f"{own(said)}deletion/")

    assert "Delete your comment?" in page
    assert not Comment.objects.standing().exists()


def test_a_script_hears_that_a_thread_is_gone(mentor: Client, said: Comment) -> None:
    answer = mentor.post(f"{own(said)}deletion/", **SCRIPT).content.decode()

    assert f'id="thread-{said.thread.ref}"' in answer
    assert "Lead with it." not in answer


def test_others_hear_that_a_thread_is_gone(
    version: Version, ada: User, ben: Reader, said: Comment
) -> None:
    browser = sign_in(ada)
    seen = browser.get(address(version, "reading")).content.decode()
    after = seen.partition('data-after="')[2].partition('"')[0]

    actions.delete(said, by=ben)
    news = browser.get(address(version, "news"), {"after": after}).content.decode()

    assert f'id="thread-{said.thread.ref}"' in news
    assert "Lead with it." not in news


def test_an_answered_comment_leaves_a_trace(
    mentor: Client, seeker: Reader, ada: User, said: Comment
) -> None:
    saying.reply(said.thread, seeker, "Done.")
    mentor.post(f"{own(said)}deletion/")

    page = sign_in(ada).get(said.thread.get_absolute_url()).content.decode()

    assert "Lead with it." not in page
    assert "Done." in page
    assert "deleted" in page.lower()


def test_resolved_is_open_again(mentor: Client, said: Comment) -> None:
    place = said.thread.get_absolute_url()
    mentor.post(f"{place}resolution/")
    assert Thread.objects.get().resolved_at

    answer = mentor.post(f"{place}reopening/", **SCRIPT)

    assert answer.status_code == 200
    assert Thread.objects.get().resolved_at is None


def test_the_text_view_carries_the_same_threads(version: Version, ada: User, said: Comment) -> None:
    page = sign_in(ada).get(address(version, "text")).content.decode()

    assert f'id="thread-{said.thread.ref}"' in page


def test_a_question_is_answered_without_a_script(version: Version) -> None:
    grant = make.grant(version.document, make.invited())
    asked = saying.round_of(make.visitor(grant), version)
    asked.questions = ["Is it <too> long?"]
    asked.save()
    browser = visit(make.visitor_pass(grant))

    form = browser.get(address(version, "reading") + "?question=1").content.decode()
    browser.post(address(version, "threads"), written("No.", question=1))

    assert "Is it &lt;too&gt; long?" in form.partition('id="comment"')[2]
    assert Thread.objects.get().question == 1


def test_words_from_outside_name_no_moment(version: Version, ada: User, said: Comment) -> None:
    browser = sign_in(ada)
    for after in ("yesterday", "2026-13-45T00:00:00Z", "2026-01-01T00:00:00", ""):
        news = browser.get(address(version, "news"), {"after": after})
        assert f'id="thread-{said.thread.ref}"' in news.content.decode()


def test_one_answer_sent_twice_is_one(mentor: Client, ada: User, said: Comment) -> None:
    form = {"text": "Done.", "key": str(uuid4())}
    for browser in (mentor, mentor, sign_in(ada), sign_in(ada)):
        browser.post(said.thread.get_absolute_url(), form)

    assert said.thread.comments.count() == 3


def test_a_press_is_answered_for_the_version_that_is_read(
    version: Version, ada: User, said: Comment
) -> None:
    later = make.ready(make.version(version.document, text=f"A new first line.\n\n{THREE_LINES}"))
    tasks.carry(later.pk)
    browser, place = sign_in(ada), f"{said.thread.get_absolute_url()}resolution/"

    def line(here: str) -> str:
        page = browser.post(place, **SCRIPT, HTTP_HX_CURRENT_URL=f"http://testserver{here}")
        return page.content.decode().partition('data-line="')[2].partition('"')[0]

    pages = [version.get_absolute_url(), address(later, "text"), "/desk/", "/versions/9/"]
    assert [line(here) for here in pages] == ["2", "3", "3", "3"]
