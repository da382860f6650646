"""Words that are to stay, said in one press: a whole comment without a text, wherever it is read."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import actions
from mentorship.critique.models import Comment
from mentorship.critique.models.draft_links import to_send
from mentorship.documents.models import Grant, Version
from mentorship.notifications import links
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.invitations import letters
from tests.browsing.reading import SCRIPT, address, written
from tests.make import saying

pytestmark = pytest.mark.django_db

LINE = "Wrote the first program, for a machine that was never built."


@pytest.fixture
def mentor(version: Version, ben: Reader) -> Client:
    """Ben's browser."""
    return visit(make.visitor_pass(Grant.objects.get(person=ben.person)))


@pytest.fixture
def kept(version: Version, ben: Reader) -> Comment:
    """A line that Ben keeps, without a word of his own."""
    return saying.draft(version, ben, "", kind="praise")


def card(page: str, thread: object) -> str:
    """The text of the thread with this ref or id."""
    inside = page.partition(f'id="{thread}"')[2].partition("</article>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", inside.partition(">")[2]).split())


def test_one_press_keeps_a_line(version: Version, mentor: Client) -> None:
    form = mentor.get(address(version, "reading") + "?line=2").content.decode()

    page = mentor.post(address(version, "threads"), written("", line=2, kind="praise"), follow=True)

    assert re.search(r'<button[^>]* name="kind" value="praise">Keep this</button>', form)
    thread = Comment.objects.get().thread
    assert thread.kind == "praise"
    assert card(page.content.decode(), f"thread-{thread.ref}").startswith(
        f"Line 2 Keep this {LINE}"
    )
    assert "comment-text" not in page.content.decode()


def test_other_kinds_need_words(version: Version, mentor: Client) -> None:
    for kind in ("", "comment", "question", "must_fix", "unknown"):
        form = written(" ", line=2, kind=kind)

        assert mentor.post(address(version, "threads"), form, **SCRIPT).status_code == 422

    assert not Comment.objects.exists()


def test_words_come_later(mentor: Client, kept: Comment) -> None:
    own = reverse("critique:comment", args=[kept.ref])

    mentor.post(own, {"text": "The right first line.", "revision": 1})

    kept.refresh_from_db()
    assert kept.html == "<p>The right first line.</p>"


def test_letters_and_lists_say_it_decently(
    version: Version, ada: User, ben: Reader, kept: Comment
) -> None:
    saying.draft(version, ben, "", line=None, kind="praise")
    review = saying.finish(version, ben)
    kept.thread.refresh_from_db()
    saying.reply(kept.thread, ben, "Really.")
    saying.finish(version, ben)

    (words, *_more) = letters(ada.email, "critique.finished")
    browser = sign_in(ada)
    worked = browser.get(f"/documents/{version.document.ref}/points/").content.decode()
    letter = browser.get(f"/rounds/{review.round.ref}/letter/").content.decode()

    assert f"> {LINE}\n\nKeep this" in words
    assert "> Whole document\n\nKeep this" in words
    listed = card(worked, f"point-{kept.thread.ref}")
    assert listed.startswith("Keep this ben-")
    assert f"Line 2 {LINE} Kept" in listed
    assert "Read 1 answer" in listed
    assert "Really." not in letter
    assert re.search(
        r'<p class="letter-words">The whole document</p>\s*<p class="letter-who">', letter
    )


def test_what_waits_to_be_sent_names_it(ben: Reader, kept: Comment, client: Client) -> None:
    assert kept.review
    link = to_send(kept.review.ref, kept.review.generation)

    page = client.get(link.removeprefix(links.site())).content.decode()

    assert '<blockquote class="comment-kept" dir="auto">Keep this</blockquote>' in page


def test_how_it_read_before_is_said_without_words(
    version: Version, ben: Reader, kept: Comment, mentor: Client
) -> None:
    saying.finish(version, ben)
    actions.edit(kept, by=ben, text="The right first line.", revision=1)

    page = mentor.get(reverse("critique:earlier", args=[kept.ref])).content.decode()

    assert "Without words" in page.partition("Now")[0]
