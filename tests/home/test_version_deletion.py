"""A version is deleted: what stands in another one loses nothing, and nothing goes too early."""

import pytest

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.critique import actions as critique
from mentorship.critique.comments.content import editable_words
from mentorship.critique.models import Comment, Placement, Suggestion, Thread
from mentorship.critique.workers import carrying
from mentorship.documents import actions
from mentorship.documents.models import Version
from mentorship.notifications.delivery import gathering, ledger
from mentorship.notifications.models import Letter
from mentorship.toolbox.refused import Refused
from mentorship.trail.models import Activity
from tests import make
from tests.browsing.browsers import sign_in
from tests.make import saying

pytestmark = pytest.mark.django_db

FIRST = "Ada\n\nWrote the first program for a machine that was never built.\n"
SAME = f"{FIRST}\nLikes horses.\n"
REWORDED = "Ada\n\nWrote the very first program for a machine that was never built.\n"
WITHOUT = "Ada\n\nQuite another letter, about horses.\n"
WORDS = "Wrote the first program for a machine that was never built."


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def first(ada: User) -> Version:
    return make.ready_version(ada, text=FIRST)


@pytest.fixture
def ben(first: Version) -> Reader:
    """A mentor who was asked about it."""
    make.invitation(first.document, make.invited("Ben"))
    return make.visitor(first.document.grants.get())


def next_version(of: Version, text: str, *, is_carried: bool = True) -> Version:
    """The next one, ready, with the points of those before it unless it is too early."""
    made = make.ready(make.version(of.document, text=text))
    if is_carried:
        carrying.carry(made.pk)
    return made


def delete(version: Version) -> None:
    actions.delete_version(version, by=as_account(version.document.owner))


def test_a_version_stays_while_a_later_one_is_being_prepared(first: Version, ben: Reader) -> None:
    saying.point(first, ben)
    saying.draft(first, ben, text="Unsent.")
    make.version(first.document, text=SAME)

    with pytest.raises(Refused) as refused:
        delete(first)

    assert (refused.value.code, refused.value.status) == ("still-preparing", 409)
    assert "Version 2 is still being prepared" in refused.value.sentence
    assert Thread.objects.count() == 2


def test_points_move_on_to_a_ready_version_before_the_old_one_goes(
    first: Version, ben: Reader
) -> None:
    saying.point(first, ben)
    saying.draft(first, ben, text="Unsent.")
    second = next_version(first, SAME, is_carried=False)
    third = next_version(first, WITHOUT, is_carried=False)

    delete(first)

    assert Thread.objects.count() == 2
    assert {one.version for one in Placement.objects.exclude(how="gone")} == {second}
    assert {one.version for one in Placement.objects.filter(how="gone")} == {third}


def test_the_latest_version_goes_while_it_is_being_prepared(first: Version, ben: Reader) -> None:
    saying.point(first, ben)

    delete(make.version(first.document, text=SAME))

    assert Thread.objects.count() == 1


def test_two_tabs_delete_a_version_once(first: Version) -> None:
    in_the_other = Version.objects.select_related("document__owner").get(pk=first.pk)
    second = make.ready(make.version(first.document, text=SAME))

    delete(first)
    delete(in_the_other)

    assert list(first.document.versions.all()) == [second]
    assert Activity.objects.filter(kind="deleted").count() == 1


def test_whoever_asks_to_delete_a_version_too_early_reads_why_it_stays(first: Version) -> None:
    later = make.version(first.document, text=SAME)
    browser = sign_in(first.document.owner)
    address = f"{first.document.get_absolute_url()}versions/1/deletion/"

    early = browser.get(address).content.decode()
    make.ready(later)
    then = browser.get(address).content.decode()

    assert "Version 2 is still being prepared" in early
    assert "Delete it" not in early
    assert "Delete it" in then


def test_the_page_of_the_only_version_offers_no_deletion(first: Version) -> None:
    browser = sign_in(first.document.owner)

    page = browser.get(f"{first.document.get_absolute_url()}versions/1/deletion/")

    assert "This is its only version" in page.content.decode()
    assert "Delete it" not in page.content.decode()


def test_whoever_deletes_the_only_version_that_can_be_read_is_told_that_all_points_go(
    first: Version, ben: Reader
) -> None:
    saying.point(first, ben)
    refused = make.version(first.document, text=SAME)
    Version.objects.filter(pk=refused.pk).update(state=Version.State.REFUSED)
    browser = sign_in(first.document.owner)
    address = f"{first.document.get_absolute_url()}versions/1/deletion/"

    asked = browser.get(address).content.decode()
    browser.post(address)

    assert "all comments on this document" in asked
    assert not Thread.objects.exists()


def suggestion(version: Version, mentor: Reader) -> Comment:
    """Other words for those of the first sentence."""
    return saying.draft(version, mentor, wording="I wrote a program.")


def old_words() -> str:
    return Suggestion.objects.get().old


def test_a_suggestion_keeps_words_that_an_earlier_version_has_too(
    first: Version, ben: Reader
) -> None:
    said = suggestion(first, ben)
    second = next_version(first, SAME)

    delete(second)

    assert old_words() == WORDS
    assert editable_words(Comment.objects.get(pk=said.pk)) == WORDS


def test_a_suggestion_keeps_words_that_came_back(first: Version, ben: Reader) -> None:
    suggestion(first, ben)
    second = next_version(first, WITHOUT)
    third = next_version(first, SAME)

    delete(first)

    assert old_words() == WORDS
    assert Placement.objects.get(version=second).was == WORDS
    assert Placement.objects.get(version=third).quote == WORDS


def test_a_suggestion_skips_a_version_without_its_words(first: Version, ben: Reader) -> None:
    suggestion(first, ben)
    second = next_version(first, WITHOUT)
    third = next_version(first, REWORDED)

    delete(first)

    assert old_words() == Placement.objects.get(version=third).quote != ""
    assert Placement.objects.get(version=second).was == ""
    assert Placement.objects.get(version=third).was == ""


def test_what_words_were_before_stays_while_an_earlier_version_has_them(
    first: Version, ben: Reader
) -> None:
    saying.point(first, ben)
    second = next_version(first, SAME)
    third = next_version(first, REWORDED)

    delete(second)

    assert Placement.objects.get(version=third).was == WORDS


@pytest.fixture
def letter(first: Version, ben: Reader) -> Letter:
    """To Ada, of Ben's review of the first version; it waits to leave."""
    saying.draft(first, ben, text="Lead with it.")
    saying.draft(first, ben, text="As a whole.", line=None)
    critique.finish(saying.round_of(ben, first), by=ben, verdict="ready", summary="")
    gathering.gather()
    return Letter.objects.get(kind="critique.finished")


def test_a_letter_about_an_earlier_version_is_as_it_was(first: Version, letter: Letter) -> None:
    second = next_version(first, SAME)

    delete(second)

    kept = Letter.objects.get(pk=letter.pk)
    assert (kept.state, kept.text) == (letter.state, letter.text)


def test_a_letter_that_waits_says_what_is_left_once_its_version_is_gone(
    first: Version, letter: Letter
) -> None:
    next_version(first, REWORDED)
    Letter.objects.filter(pk=letter.pk).update(state="waiting", ended_at=None)

    delete(first)
    waiting = Letter.objects.get(pk=letter.pk)
    claimed = ledger.claim(letter.pk)
    assert claimed
    may_leave = gathering.is_up_to_date(claimed)

    assert (waiting.state, waiting.text, waiting.html) == ("waiting", "", "")
    assert may_leave
    assert "Wrote the very first program" in claimed.text
    assert WORDS not in claimed.text


def test_a_letter_that_may_have_left_does_not_come_a_second_time(
    first: Version, letter: Letter
) -> None:
    next_version(first, REWORDED)
    Letter.objects.filter(pk=letter.pk).update(state="waiting", ended_at=None, ambiguous=1)

    delete(first)

    told = Letter.objects.get(pk=letter.pk)
    assert (told.state, told.text) == ("suppressed", "")


def test_a_letter_in_hand_is_taken_back_and_waits(first: Version, letter: Letter) -> None:
    next_version(first, REWORDED)
    Letter.objects.filter(pk=letter.pk).update(state="claimed", lease="a worker's", ended_at=None)

    delete(first)

    told = Letter.objects.get(pk=letter.pk)
    assert (told.state, told.lease, told.text) == ("waiting", "", "")


def test_a_letter_that_left_loses_the_words_of_the_version(first: Version, letter: Letter) -> None:
    next_version(first, REWORDED)
    Letter.objects.filter(pk=letter.pk).update(state="sent")

    delete(first)

    told = Letter.objects.get(pk=letter.pk)
    assert (told.state, told.text, told.html, told.subject) == ("sent", "", "", "")
