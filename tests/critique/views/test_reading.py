"""The reading page with what is said beside it, as browsers get it."""

from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.critique.models import Comment
from mentorship.documents import actions as documents
from mentorship.documents.models import Grant, Version
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import SCRIPT, address, written
from tests.make import pdfs, saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def mentor(version: Version, ben: Reader) -> Client:
    """Ben's browser."""
    grant = Grant.objects.get(person=ben.person)
    return visit(make.visitor_pass(grant))


def test_a_line_is_commented_without_a_script(version: Version, mentor: Client) -> None:
    asked = mentor.get(address(version, "reading") + "?line=2").content.decode()
    answer = mentor.post(address(version, "threads"), written(line=2), follow=True)

    assert "Wrote the first program" in asked.partition('id="comment"')[2].partition("</form>")[0]
    page = answer.content.decode()
    said = Comment.objects.get()
    assert answer.redirect_chain[0][0].endswith(f"#thread-{said.thread.ref}")
    assert f'id="thread-{said.thread.ref}"' in page
    assert "Only you see this until you finish" in page
    assert "1 comment" in page


def test_a_script_gets_the_thread_and_the_counts(version: Version, mentor: Client) -> None:
    answer = mentor.post(address(version, "threads"), written(line=2), **SCRIPT)

    page = answer.content.decode()
    assert answer.status_code == 201
    assert "<html" not in page
    assert 'data-line="2" data-start="13"' in page
    assert 'id="margin-count"' in page
    assert 'id="review-bar"' in page


def test_a_draft_is_seen_by_nobody_else(
    version: Version, ada: User, mentor: Client, eve: Reader
) -> None:
    mentor.post(address(version, "threads"), written("A secret so far", line=2))
    others = [sign_in(ada), visit(make.visitor_pass(Grant.objects.get(person=eve.person)))]

    for browser in others:
        page = browser.get(address(version, "reading")).content.decode()
        assert "A secret so far" not in page
        assert "1 open" not in page
        assert browser.get(address(version, "news")).status_code == 204
    assert "A secret so far" in mentor.get(address(version, "reading")).content.decode()


def test_finishing_shows_it_to_the_seeker(version: Version, ada: User, mentor: Client) -> None:
    mentor.post(address(version, "threads"), written("Lead with **it**", line=2))
    said = Comment.objects.get()
    finish = reverse("critique:finish", args=[said.thread.round.ref])

    assert "Send 1 comment to Ada" in mentor.get(finish).content.decode()
    sent = mentor.post(finish, {"verdict": "small_fixes", "summary": "Good."}, follow=True)

    assert "Sent to Ada" in sent.content.decode()
    page = sign_in(ada).get(address(version, "reading")).content.decode()
    assert "Lead with <strong>it</strong>" in page
    assert "1 open" in page


def test_the_seeker_answers_and_resolves(version: Version, ada: User, ben: Reader) -> None:
    thread = saying.point(version, ben)
    browser = sign_in(ada)

    browser.post(thread.get_absolute_url(), written("Done."))
    page = browser.post(reverse("critique:resolution", args=[thread.ref]), follow=True)

    assert "Done." in page.content.decode()
    assert "0 open" in page.content.decode()


def test_news_are_told_once(version: Version, ada: User, ben: Reader) -> None:
    browser = sign_in(ada)
    before = browser.get(address(version, "reading")).content.decode()
    after = before.partition('data-after="')[2].partition('"')[0].replace("+", "%2B")
    assert browser.get(f"{address(version, 'news')}?after={after}").status_code == 204

    thread = saying.point(version, ben)
    news = browser.get(f"{address(version, 'news')}?after={after}")

    assert f'id="thread-{thread.ref}"' in news.content.decode()
    after = news.content.decode().partition('data-after="')[2].partition('"')[0]
    assert browser.get(address(version, "news"), {"after": after}).status_code == 204


def test_a_scan_opens_as_pages_for_there_is_no_text_to_flow(ada: User) -> None:
    scan = ContentFile(pdfs.pdf("10 10 200 200 re f"), name="cv.pdf")
    version = make.ready_version(ada)
    document, by = version.document, as_account(ada)
    scanned = make.ready(documents.add_version(document, by=by, key=uuid4(), file=scan))
    browser, shown = sign_in(ada), '<nav class="views '

    pages = [browser.get(address(one, "reading")).content.decode() for one in (version, scanned)]

    views = [page.partition(shown)[2].partition('"')[0] for page in pages]
    assert views == ["views-auto", "views-pages"]


def test_nothing_said_is_not_counted(version: Version, ada: User, ben: Reader) -> None:
    before = sign_in(ada).get(address(version, "reading")).content.decode()
    saying.point(version, ben)
    after = sign_in(ada).get(address(version, "reading")).content.decode()

    assert ["0 open" in before, "1 open" in after] == [False, True]
