"""What a page shows of threads that were carried along, and the two things asked about them."""

import pytest
from django.test import Client

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import tasks
from mentorship.critique.margin.relocations import relocation_of
from mentorship.critique.markup.relocations import relocation_html
from mentorship.critique.models import Placement, Thread
from mentorship.critique.models.placements import Place
from mentorship.documents.models import Grant, Version
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import SCRIPT
from tests.make import saying

pytestmark = pytest.mark.django_db

How = Placement.How


@pytest.fixture
def thread(version: Version, ben: Reader) -> Thread:
    """What Ben has sent, about words that the next version has not."""
    return saying.point(version, ben)


@pytest.fixture
def rewritten(version: Version, thread: Thread) -> Version:
    """The next version, with other words."""
    made = make.ready(make.version(version.document, text="Ada Lovelace\nPoet of numbers.\n"))
    tasks.carry(made.pk)
    return made


@pytest.fixture
def owner(ada: User) -> Client:
    """The seeker's browser."""
    return sign_in(ada)


def place_of(thread: Thread) -> str:
    """Where it is put elsewhere in the second version."""
    return f"/threads/{thread.ref}/placements/2/"


def test_a_thread_without_a_place_stands_in_the_tray_with_its_old_words(
    rewritten: Version, thread: Thread, owner: Client
) -> None:
    page = owner.get(rewritten.get_absolute_url()).content.decode()

    tray = page.partition('id="tray"')[2].partition("</details>")[0]
    assert f'id="thread-{thread.ref}"' in tray
    assert "Wrote the first program, for a machine that was never built." in tray
    assert "These words are no longer there" in tray


def test_only_who_may_decide_is_asked(rewritten: Version, thread: Thread, owner: Client) -> None:
    mentor = visit(make.visitor_pass(Grant.objects.get(source="invitation")))

    hers = owner.get(rewritten.get_absolute_url()).content.decode()
    his = mentor.get(rewritten.get_absolute_url()).content.decode()

    assert ("thread-settle" in hers, "thread-move" in hers) == (True, True)
    assert ("thread-settle" in his, "thread-move" in his) == (False, True)


def test_the_answer_is_one_press(rewritten: Version, thread: Thread, owner: Client) -> None:
    address = f"{place_of(thread)}settlement/"

    answer = owner.post(address, {"addressed": "yes"}, **SCRIPT)

    assert '<span class="thread-state">Used</span>' in answer.content.decode()
    assert "thread-settle" not in answer.content.decode()
    assert owner.post(address, {"addressed": "no"}).status_code == 302
    assert owner.get(address).url == f"{rewritten.get_absolute_url()}#thread-{thread.ref}"


def test_it_is_put_at_a_line_with_and_without_a_script(
    rewritten: Version, thread: Thread, owner: Client
) -> None:
    fragment = owner.post(place_of(thread), {"line": 2}, **SCRIPT).content.decode()
    page = owner.post(place_of(thread), {"line": 1})

    assert 'data-line="2"' in fragment
    assert "Placed by hand" in fragment
    assert page.url == f"{rewritten.get_absolute_url()}#thread-{thread.ref}"
    assert thread.placements.get(version=rewritten).quote == "Ada Lovelace"


def test_the_page_that_asks_for_a_line_shows_what_it_was_about(
    rewritten: Version, thread: Thread, owner: Client
) -> None:
    shown = owner.get(place_of(thread)).content.decode()
    refused = owner.post(place_of(thread), {"line": ""})
    nowhere = owner.post(place_of(thread), {"line": 99})

    assert "Wrote the first program" in shown
    assert refused.status_code == nowhere.status_code == 422
    assert "Name a line." in refused.content.decode()
    assert "There is no such line." in nowhere.content.decode()


def test_another_mentor_of_the_round_reads_and_does_not_decide(
    version: Version, ada: User, rewritten: Version, thread: Thread
) -> None:
    kim = make.grant(version.document, to=make.invited("Kim"))
    thread.round.invitations.create(person=kim.person, name="Kim")
    Grant.objects.filter(pk=kim.pk).update(source_id=thread.round.invitations.latest("pk").pk)
    browser = visit(make.visitor_pass(Grant.objects.get(pk=kim.pk)))

    shown = browser.get(place_of(thread)).content.decode()

    assert "Only its author and the document’s owner can move it." in shown


@pytest.mark.parametrize(
    ("how", "confidence", "words"),
    [
        (How.POINTED, 1.0, None),
        (How.UNCHANGED, 1.0, None),
        (How.UNCHANGED, 0.4, ("In the same place as before", "unsure, please check")),
        (How.MOVED, 0.95, ("Moved along with its words", "sure")),
        (How.REWORDED, 0.6, ("These words have changed since", "fairly sure")),
        (How.GONE, 0.95, ("These words are no longer there", "sure")),
        (How.BY_HAND, 1.0, ("Placed by hand", None)),
    ],
)
def test_each_relocation_is_said_with_how_sure_it_is(
    how: str, confidence: float, words: tuple[str, str | None] | None
) -> None:
    place = Place(*[None] * 8, how, confidence, "old <b>words</b>", *[None] * 2, "", *[None] * 4)
    relocation = relocation_of(place, address="", is_asked=True)

    if words is None:
        assert relocation is None
        return
    html = relocation_html(relocation)
    said, sure = words
    assert said in html
    assert (f"· {sure}<" in html) if sure else ("·" not in html)
    assert "old &lt;b&gt;words&lt;/b&gt;" in html
