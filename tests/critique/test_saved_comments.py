"""Comments kept to be used again: one's own, found by nobody else, put in with the seeker's name."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import as_account
from mentorship.critique import actions
from mentorship.critique.actions import saved_comments
from mentorship.critique.models import SavedComment, Thread
from mentorship.documents.models import Version
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import address
from tests.make import saying

pytestmark = pytest.mark.django_db

LIST = "/saved-comments/"


@pytest.fixture
def ben(version: Version) -> User:
    """A mentor with an account, asked about the version."""
    person = make.person("Ben")
    make.grant(version.document, to=person)
    return person


def saved(owner: User, title: str = "Results", text: str = "{name}, lead with it.") -> SavedComment:
    """One of hers."""
    return actions.save_comment(title, text, by=as_account(owner), key=uuid4())


def test_what_is_saved_is_offered_with_the_name_of_the_seeker(ben: User, version: Version) -> None:
    saved(ben)
    browser = sign_in(ben)

    offered = browser.get(address(version, "saved")).content.decode()

    assert f'<li data-text="{version.document.owner.name}, lead with it.">Results</li>' in offered


def test_an_answer_and_a_change_offer_the_same(ben: User, version: Version) -> None:
    saved(ben)
    mine = saying.point(version, as_account(ben)).comments.get()
    browser = sign_in(ben)

    for name, ref in (("thread_saved", mine.thread.ref), ("comment_saved", mine.ref)):
        offered = browser.get(reverse(f"critique:{name}", args=[ref])).content.decode()
        assert 'lead with it.">Results' in offered


def test_a_pass_offers_nothing_of_what_the_person_keeps(version: Version) -> None:
    guest = make.invited("Kim")
    SavedComment.objects.create(owner=guest, title="Results", text="Mine", key=uuid4())
    browser = visit(make.visitor_pass(make.grant(version.document, to=guest)))

    assert browser.get(address(version, "saved")).content.decode().strip() == "<ul></ul>"
    assert browser.get(LIST).status_code == 404


def test_a_form_sent_twice_keeps_one(ben: User) -> None:
    browser, typed = sign_in(ben), {"title": "Results", "text": "Lead.", "key": str(uuid4())}

    answers = [browser.post(LIST, typed).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert [one.text for one in SavedComment.objects.all()] == ["Lead."]
    assert "Lead." in browser.get(LIST).content.decode()


def test_words_that_are_missing_are_asked_for_and_the_others_stay(ben: User) -> None:
    answer = sign_in(ben).post(LIST, {"title": "", "text": "Lead.", "key": str(uuid4())})

    assert answer.status_code == 422
    assert "Lead." in answer.content.decode()


def test_two_windows_do_not_overwrite_each_other(ben: User) -> None:
    kept = saved(ben)
    browser = sign_in(ben)
    here = reverse("critique:saved_comment", args=[kept.ref])
    first = {"title": "Results", "text": "Lead with results.", "revision": "0"}
    second = {"title": "Results", "text": "Begin with results.", "revision": "0"}

    assert browser.post(here, first).status_code == 302
    refused = browser.post(here, second)

    assert refused.status_code == 422
    assert "Lead with results." in refused.content.decode()
    assert "Begin with results." in refused.content.decode()
    assert browser.post(here, second | {"revision": "1"}).status_code == 302
    assert SavedComment.objects.get().text == "Begin with results."


def test_the_same_words_again_change_nothing(ben: User) -> None:
    kept = saved(ben)

    actions.reword(kept, by=as_account(ben), title=kept.title, text=kept.text, revision=7)

    assert SavedComment.objects.get().revision == 0


def test_a_deleted_one_is_gone_for_good_and_what_was_said_stays(
    ben: User, version: Version
) -> None:
    kept = saved(ben)
    saying.point(version, as_account(ben), "Ada, lead with it.")
    browser, here = sign_in(ben), reverse("critique:saved_deletion", args=[kept.ref])

    asked = browser.get(here).content.decode()
    answer = browser.post(here)

    assert "Delete “Results”?" in asked
    assert answer.status_code == 302
    assert not SavedComment.objects.exists()
    assert Thread.objects.count() == 1
    with pytest.raises(Refused, match="deleted"):
        actions.reword(kept, by=as_account(ben), title="R", text="T", revision=0)


def test_nobody_finds_what_another_keeps(ben: User, ada: User) -> None:
    kept = saved(ben)
    browser: Client = sign_in(ada)

    for name in ("saved_comment", "saved_deletion"):
        assert browser.get(reverse(f"critique:{name}", args=[kept.ref])).status_code == 404
    with pytest.raises(Refused):
        actions.reword(kept, by=as_account(ada), title="R", text="T", revision=0)
    actions.let_go(kept, by=as_account(ada))
    assert SavedComment.objects.get() == kept


def test_there_is_room_for_so_many(ben: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_comments, "MAX_SAVED_COMMENTS", 1)
    saved(ben)

    answer = sign_in(ben).post(LIST, {"title": "More", "text": "Kept?", "key": str(uuid4())})

    assert answer.status_code == 422
    assert "no room for more" in answer.content.decode()
    assert "Kept?" in answer.content.decode()


def test_what_another_window_changed_is_told_by_its_state(ben: User) -> None:
    kept = saved(ben)
    actions.reword(kept, by=as_account(ben), title="A", text="B", revision=0)

    with pytest.raises(Stale) as stale:
        actions.reword(kept, by=as_account(ben), title="C", text="D", revision=0)

    assert (stale.value.seen, stale.value.kept.title) == (1, "A")
