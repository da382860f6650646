"""A thread whose words are gone is offered a place, and a person says whether it is there."""

import pytest

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import actions, tasks
from mentorship.critique.comments.targets import Target
from mentorship.critique.models import Placement, Thread
from mentorship.critique.models.placements import Offer, Place
from mentorship.documents.models import Version
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import sign_in
from tests.browsing.reading import SCRIPT
from tests.make import saying

pytestmark = pytest.mark.django_db

How = Placement.How
GUESS = "Halved the queue in every winter."
TEXT = """Mia Hall

Served guests in a large hotel.

Looked after the shop's website.

Closed the till.
"""


@pytest.fixture
def version(ada: User) -> Version:
    return make.ready_version(ada, text=TEXT)


@pytest.fixture
def thread(version: Version, ben: Reader) -> Thread:
    """What Ben says of the website."""
    return saying.point(version, ben, line=3)


@pytest.fixture
def gone(version: Version, thread: Thread) -> Placement:
    """Its place in the next version, where other words stand in the slot."""
    return next_place(version, thread, TEXT.replace("Looked after the shop's website.", GUESS))


def next_place(version: Version, thread: Thread, text: str) -> Placement:
    """Where the thread is in the next version, which has this text."""
    made = make.ready(make.version(version.document, text=text))
    tasks.carry(made.pk)
    return Placement.objects.get(version=made, thread=thread)


def offer_of(placement: Placement) -> Offer:
    placement.refresh_from_db()
    facts = {name: getattr(placement, name, None) for name in Place._fields if name != "offer"}
    return Place(**{**facts, "is_gone": placement.how == How.GONE}).offer


def test_it_is_offered_what_stands_where_it_was_and_is_not_put_there(gone: Placement) -> None:
    assert (gone.how, gone.start, gone.guess, gone.guess_line) == (How.GONE, None, GUESS, 3)
    assert offer_of(gone) == Offer.OPEN


@pytest.mark.parametrize("who", ["seeker", "ben"])
def test_one_press_places_it_and_one_takes_that_back(
    gone: Placement, thread: Thread, request: pytest.FixtureRequest, who: str
) -> None:
    by = request.getfixturevalue(who)
    actions.answer_guess(gone, by=by, is_here=True)

    assert offer_of(gone) == Offer.TAKEN
    assert (gone.how, gone.quote, gone.line, gone.page) == (How.REWORDED, GUESS, 3, 1)
    assert gone.version.text[gone.start : gone.end] == GUESS
    assert (gone.placed_by, gone.was) == (by.person, "Looked after the shop's website.")

    actions.answer_guess(gone, by=by, is_here=None)

    assert offer_of(gone) == Offer.OPEN
    assert (gone.how, gone.start, gone.quote, gone.placed_by) == (How.GONE, None, "", None)


def test_an_offer_that_was_put_away_is_not_made_again_in_the_next_version(
    gone: Placement, thread: Thread, seeker: Reader
) -> None:
    actions.answer_guess(gone, by=seeker, is_here=False)
    after = next_place(gone.version, thread, gone.version.text.replace("large", "small"))

    assert (offer_of(gone), offer_of(after)) == (Offer.PUT_AWAY, Offer.PUT_AWAY)

    actions.answer_guess(after, by=seeker, is_here=None)

    assert offer_of(after) == Offer.OPEN


def test_what_was_found_so_goes_along_and_its_first_words_are_known_when_they_return(
    gone: Placement, thread: Thread, seeker: Reader
) -> None:
    actions.answer_guess(gone, by=seeker, is_here=True)
    moved = f"Line before.\n\n{gone.version.text}"
    after = next_place(gone.version, thread, moved)
    back = next_place(after.version, thread, TEXT)

    assert (after.quote, after.how, after.was) == (
        GUESS,
        How.REWORDED,
        "Looked after the shop's website.",
    )
    assert (back.quote, back.how) == ("Looked after the shop's website.", How.UNCHANGED)


def test_words_that_were_nowhere_are_known_when_they_return(
    gone: Placement, thread: Thread
) -> None:
    back = next_place(gone.version, thread, TEXT)

    assert (back.quote, back.how, back.guess) == (
        "Looked after the shop's website.",
        How.UNCHANGED,
        "",
    )


def test_who_may_not_place_it_may_not_say(gone: Placement, eve: Reader) -> None:
    with pytest.raises(Refused, match="not-found"):
        actions.answer_guess(gone, by=eve, is_here=True)


def test_what_somebody_put_elsewhere_meanwhile_stays_there(
    gone: Placement, thread: Thread, seeker: Reader, ben: Reader
) -> None:
    actions.place(thread, gone.version, by=ben, place=Target(line=1))

    with pytest.raises(Refused, match="moved"):
        actions.answer_guess(gone, by=seeker, is_here=True)
    assert thread.placements.get(version=gone.version).quote == "Mia Hall"


def test_a_draft_is_found_unseen(version: Version, ben: Reader) -> None:
    drafted = saying.draft(version, ben, line=3)
    text = TEXT.replace("Looked after the shop's website.", GUESS)
    gone = next_place(version, drafted.thread, text)

    actions.answer_guess(gone, by=ben, is_here=True)

    drafted.thread.refresh_from_db()
    assert drafted.thread.changed_at is None


def test_the_card_asks_one_thing_after_the_other(
    gone: Placement, thread: Thread, ada: User
) -> None:
    browser = sign_in(ada)
    page = browser.get(gone.version.get_absolute_url()).content.decode()

    assert ("Is it here?" in page, GUESS in page, "Does that settle the point?" in page) == (
        True,
        True,
        False,
    )
    address = f"/threads/{thread.ref}/placements/2/guess/"
    no = browser.post(address, {"here": "no"}, **SCRIPT).content.decode()
    undone = browser.post(address, {"here": "undo"}, **SCRIPT).content.decode()
    yes = browser.post(address, {"here": "yes"}, **SCRIPT).content.decode()

    assert ("It is not here:" in no, "Does that settle the point?" in no) == (True, True)
    assert "Is it here?" in undone
    assert ("data-unplaced" in yes, 'value="undo"' in yes) == (False, True)
    assert "Does that settle the point?" in yes


def test_the_work_list_offers_it_too_and_comes_back_to_it(
    gone: Placement, thread: Thread, ada: User
) -> None:
    browser, list_ = sign_in(ada), f"/documents/{thread.document.ref}/points/"
    said = {}
    for answer in ("", "no", "undo", "yes"):
        if answer:
            address = f"/threads/{thread.ref}/placements/2/guess/?left=1&list"
            back = browser.post(address, {"here": answer})
            assert back.url == f"{list_}?left=1#point-{thread.ref}"
        said[answer] = browser.get(list_).content.decode()

    assert all("Is it here?" in said[one] and GUESS in said[one] for one in ("", "undo"))
    assert "You said that it is gone." in said["no"]
    assert "You found it here, in other words." in said["yes"]


def test_nothing_is_offered_for_what_is_dealt_with(
    gone: Placement, thread: Thread, seeker: Reader, ada: User
) -> None:
    actions.resolve(thread, by=seeker)
    browser = sign_in(ada)

    for address in (
        gone.version.get_absolute_url(),
        f"/documents/{thread.document.ref}/points/",
    ):
        assert "Is it here?" not in browser.get(address).content.decode()
