"""What a comment said before it was edited, and the lasting address of a comment."""

import pytest
from django.test import Client

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import actions
from mentorship.critique.models import EarlierWording
from mentorship.documents.models import Grant, Version
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import address
from tests.make import saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def eves(version: Version, eve: Reader) -> Client:
    """The browser of a mentor who sees nothing of Ben's."""
    return visit(make.visitor_pass(Grant.objects.get(person=eve.person)))


def test_an_edit_keeps_what_was_said_before(version: Version, ada: User, ben: Reader) -> None:
    said = saying.point(version, ben, "Be *short*.", why="Ten seconds.").comments.get()
    actions.edit(said, by=ben, text="Be brief.", revision=1, why="Eight seconds.")
    actions.edit(said, by=ben, text="Be brief!", revision=2)
    browser = sign_in(ada)

    beside = browser.get(address(version, "reading")).content.decode()
    page = browser.get(f"/comments/{said.ref}/earlier/").content.decode()

    assert f'href="/comments/{said.ref}/earlier/">edited</a>' in beside
    order = ["Be brief.", "Be <em>short</em>.", "Ten seconds.", "Be brief!"]
    places = [page.index(words) for words in order]
    assert places == sorted(places)


def test_a_suggestion_that_was_changed_is_kept_too(version: Version, ben: Reader) -> None:
    said = saying.point(version, ben, "Shorter.", wording="Wrote it.").comments.get()

    actions.edit(said, by=ben, text="Shorter.", revision=1, wording="")

    assert EarlierWording.objects.get().wording == "Wrote it."


def test_a_draft_leaves_no_trace(version: Version, ben: Reader) -> None:
    said = saying.draft(version, ben)

    actions.edit(said, by=ben, text="Other.", revision=1)

    assert not EarlierWording.objects.exists()


def test_what_is_deleted_is_gone_with_its_trace(
    version: Version, seeker: Reader, ada: User, ben: Reader
) -> None:
    thread = saying.point(version, ben)
    saying.reply(thread, seeker)
    said = thread.comments.order_by("pk")[0]
    actions.edit(said, by=ben, text="Other.", revision=1)

    actions.delete(said, by=ben)

    assert not EarlierWording.objects.exists()
    assert sign_in(ada).get(f"/comments/{said.ref}/earlier/").status_code == 404


def test_who_does_not_see_the_comment_sees_no_earlier_one(
    version: Version, ben: Reader, eve: Reader, eves: Client
) -> None:
    said = saying.point(version, ben).comments.get()
    actions.edit(said, by=ben, text="Other.", revision=1)

    assert not EarlierWording.objects.visible_to(eve).exists()
    assert EarlierWording.objects.visible_to(ben).exists()
    for page in ("earlier", "link"):
        assert eves.get(f"/comments/{said.ref}/{page}/").status_code == 404


def test_what_was_edited_without_a_trace_says_so(version: Version, ada: User, ben: Reader) -> None:
    said = saying.point(version, ben).comments.get()

    page = sign_in(ada).get(f"/comments/{said.ref}/earlier/").content.decode()

    assert "How it read before was not kept." in page


def test_a_comment_has_a_lasting_address(version: Version, ada: User, ben: Reader) -> None:
    said = saying.point(version, ben).comments.get()
    browser = sign_in(ada)

    answer = browser.get(f"/comments/{said.ref}/link/")

    assert answer["Location"] == f"{version.get_absolute_url()}#comment-{said.ref}"
    assert (
        f'href="/comments/{said.ref}/link/"'
        in browser.get(version.get_absolute_url()).content.decode()
    )
