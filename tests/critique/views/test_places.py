"""A page, and a part drawn on it, commented: with a script and without one."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import actions
from mentorship.critique.comments.targets import Target
from mentorship.critique.models import Placement, Thread
from mentorship.documents.models import Grant, Version
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.invitations import letters
from tests.make import saying

pytestmark = pytest.mark.django_db

SCRIPT = {"HTTP_HX_REQUEST": "true"}
BOX = "0.1,0.2,0.5,0.4"


@pytest.fixture
def mentor(version: Version, ben: Reader) -> Client:
    """Ben's browser."""
    return visit(make.visitor_pass(Grant.objects.get(person=ben.person)))


def address(version: Version, name: str) -> str:
    """One of the version's addresses."""
    return reverse(f"critique:{name}", args=[version.document.ref, version.number])


def written(**place: object) -> dict[str, object]:
    """A filled-in form."""
    return {"text": "Too crowded.", "key": str(uuid4()), **place}


def say(version: Version, mentor: Reader, **place: object) -> Thread:
    """A draft of Ben's about this place."""
    pointed = Target(**place)  # type: ignore[arg-type]  # a Place's own fields
    return actions.comment(version, by=mentor, place=pointed, text="Here.", key=uuid4()).thread


def test_a_page_is_commented_without_a_script(version: Version, mentor: Client) -> None:
    page = mentor.get(address(version, "text")).content.decode()
    assert f'href="{address(version, "text")}?page=1#comment"' in page
    form = mentor.get(address(version, "text") + "?page=1").content.decode()
    assert "<b>Page 1</b>" in form.partition('id="comment"')[2].partition("</form>")[0]

    answer = mentor.post(address(version, "threads"), written(page=1), follow=True)

    placement = Placement.objects.get()
    assert (placement.page, placement.box, placement.quote) == (1, None, "")
    page = answer.content.decode()
    assert 'data-page="1"' in page
    assert f'href="#thread-{placement.thread.ref}">1 comment</a>' in page


def test_a_script_draws_a_part_of_a_page(version: Version, mentor: Client) -> None:
    sent = written(page=1, box=BOX)

    answers = [mentor.post(address(version, "threads"), sent, **SCRIPT) for _twice in range(2)]

    assert [answer.status_code for answer in answers] == [201, 201]
    assert Placement.objects.get().box == [0.1, 0.2, 0.5, 0.4]
    fragment = answers[0].content.decode()
    assert f'data-page="1" data-box="{BOX}"' in fragment
    assert "Part of page 1" in fragment


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ({"page": 9}, "There is no such page."),
        ({"page": 1, "box": "a box"}, "does not lie on the page"),
        ({"page": 1, "box": "0.1,0.2,0.1,0.4"}, "too small to be seen"),
    ],
)
def test_what_is_not_there_is_refused_in_a_sentence(
    version: Version, mentor: Client, place: dict[str, object], says: str
) -> None:
    answer = mentor.post(address(version, "threads"), written(**place), **SCRIPT)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Thread.objects.exists()


def test_threads_stand_in_the_order_of_the_page(version: Version, ben: Reader, ada: User) -> None:
    low = say(version, ben, page=1, box=(0.1, 0.6, 0.5, 0.9))
    words = say(version, ben, line=1)
    high = say(version, ben, page=1, box=(0.1, 0.2, 0.5, 0.4))
    page = say(version, ben, page=1)
    whole = say(version, ben)
    saying.finish(version, ben)

    shown = sign_in(ada).get(address(version, "reading")).content.decode()

    order = [whole, page, high, low, words]
    at = [shown.index(f'id="thread-{thread.ref}"') for thread in order]
    assert at == sorted(at)


@pytest.mark.parametrize(("threads", "is_short"), [(30, False), (31, True)])
def test_a_crowd_is_shown_in_short(
    version: Version, ben: Reader, mentor: Client, threads: int, *, is_short: bool
) -> None:
    for number in range(threads):
        say(version, ben, line=number % 3 + 1)

    shown = mentor.get(address(version, "reading")).content.decode()

    assert ('class="threads is-crowded"' in shown) is is_short
    assert shown.count(">Here.</p>") == threads  # nothing is left out


def test_a_letter_names_the_page(version: Version, ben: Reader, ada: User) -> None:
    say(version, ben, page=1)
    say(version, ben, page=1, box=(0.1, 0.2, 0.5, 0.4))
    say(version, ben)
    saying.finish(version, ben)

    (words,) = letters(ada.email, "critique.finished")

    named = [line for line in words.splitlines() if line.startswith("> ")]
    assert named == ["> Whole document", "> Page 1", "> Part of page 1"]
