"""A page with nine things on it costs as many queries as the same page with one."""
# long: a scene for each page

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions as critique
from mentorship.notifications import kinds
from mentorship.notifications.letters import write_letter
from mentorship.notifications.models import Event, Notice, Tally
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import address, written
from tests.make import looks, saying

pytestmark = pytest.mark.django_db

BY_SCRIPT = {"Fragment-For": "http://testserver/"}
Scene = Callable[[User, int], tuple[str, str]]


def documents(owner: User, count: int) -> tuple[str, str]:
    """The list of her documents, some of them being written."""
    for _ in range(count):
        make.document(owner, title="Programmer")
        make.draft(owner, title="Programmer")
    return reverse("documents:documents"), "Programmer"


def desk(owner: User, count: int) -> tuple[str, str]:
    """The same documents on her desk, where those that wait for her stand twice."""
    return reverse("home:desk"), documents(owner, count)[1]


def answers(owner: User, count: int) -> tuple[str, str]:
    """Her desk with points that wait for her, and what became of what she asked."""
    for number in range(count):
        version = make.ready_version(owner)
        saying.point(
            version, make.visitor(make.grant(version.document, make.invited(f"B{number}")))
        )
    return reverse("home:desk"), "waits in"


def points(owner: User, count: int) -> tuple[str, str]:
    """The work list of one document, two people about each line, with a decision on each."""
    text = "".join(f"Line {number} of many, and each for itself.\n\n" for number in range(9))
    version = make.ready_version(owner, text=text)
    for number in range(count):
        mentors = [make.invited(f"{name}{number}") for name in ("Ben", "Eve")]
        readers = [make.visitor(make.grant(version.document, mentor)) for mentor in mentors]
        both = [saying.point(version, reader, line=number + 1) for reader in readers]
        by, words = as_account(owner), {"text": "Both.", "why": "", "is_told": True}
        critique.decide(version.document, both, by=by, **words)
    return reverse("critique:points", args=[version.document.ref]), 'class="point '


def letter(owner: User, count: int) -> tuple[str, str]:
    """What one round came to: each mentor keeps one line, and must fix another's."""
    text = "".join(f"Line {number} of many, and each for itself.\n\n" for number in range(9))
    version = make.ready_version(owner, text=text)
    people = [Invitee(f"Ben {number}", f"ben{number}@example.org") for number in range(count + 1)]
    ask = {"people": people, "ask": Ask(questions=["Is it long?"]), "key": uuid4()}
    asked = circle.ask([version.document], by=as_account(owner), **ask)
    for number, invitation in enumerate(asked.invitations.order_by("pk")):
        mentor = as_visitor(invitation)
        saying.point(version, mentor, line=number % 9 + 1, kind="praise")
        saying.point(version, mentor, line=(number + 1) % 9 + 1, kind="must_fix")
    return reverse("critique:letter", args=[asked.ref]), 'class="letter-point"'


def margin(owner: User, count: int) -> tuple[str, str]:
    """The same points beside their words."""
    points(owner, count)
    return owner.documents.get().versions.get().get_absolute_url(), "points about the same words"


def asks(mentor: User, count: int) -> tuple[str, str]:
    """The desk of somebody who is asked, and answered."""
    for number in range(count):
        seeker = make.person(f"Ada{number}")
        version = make.ready_version(seeker)
        make.invitation(version.document, mentor)
        thread = saying.point(version, as_account(mentor))
        saying.reply(thread, as_account(seeker))
        unread = make.ready_version(seeker)
        make.invitation(unread.document, mentor)
        saying.ask_all(unread, as_account(mentor))
        Event.objects.update(happened_at=timezone.now() - timedelta(days=2))  # not all in one day
        Tally.objects.all().delete()
    return reverse("home:desk"), "would like to hear"


def mentoring(mentor: User, count: int) -> tuple[str, str]:
    """The same as she finds it when she looks for what she reads for others."""
    asks(mentor, count)
    return reverse("home:mentoring"), "You finished on"


def versions(owner: User, count: int) -> tuple[str, str]:
    """One document with its versions."""
    document = make.draft(owner)
    for _ in range(count):
        make.version(document)
    return document.get_absolute_url(), 'class="row version"'


def pages_to_read(owner: User, count: int) -> tuple[str, str]:
    """The reading page of a version with many pages."""
    text = "".join(f"Line {number} of many.\n" for number in range(60 * count - 50))
    return make.ready_version(owner, text=text).get_absolute_url(), 'class="page"'


def takings(owner: User, count: int) -> tuple[str, str]:
    """Wording she has accepted from several mentors, to be worked in."""
    version = make.ready_version(owner)
    for number in range(count):
        mentor = make.visitor(make.grant(version.document, make.invited(f"B{number}")))
        said = saying.point(version, mentor, wording=f"Other words {number}").comments.get()
        critique.accept(said.suggestion, by=as_account(owner))
    return reverse("critique:wording", args=[version.document.ref]), 'class="taking"'


def agreed(owner: User, count: int) -> tuple[str, str]:
    """The reading page with points on which others agree, name each other, and suggest words."""
    version = make.ready_version(owner)
    people = [Invitee(f"B{number}", f"b{number}@example.org") for number in range(count + 1)]
    by = as_account(owner)
    begun = circle.ask([version.document], by=by, people=people, ask=Ask(), key=uuid4())
    first, *others = [as_visitor(one) for one in begun.invitations.order_by("pk")]
    for number, other in enumerate(others):
        thread = saying.point(version, first, f"Point {number}", wording=f"Words {number}")
        critique.agree(thread, by=other)
    return version.get_absolute_url(), " agrees<"


def looked_at(owner: User, count: int) -> tuple[str, str]:
    """What readers recalled of two versions, and links to more of them."""
    document = make.ready_version(owner).document
    for _version in range(2):
        looks.showing(document.versions.latest("number"), target="Poet")
        for number in range(count):
            invitation = make.invitation(document, make.invited(f"Ben{number}"))
            looks.recalled_by(invitation, job="Poet", strongest="Rhymes", stopped="Dates")
            looks.look_link(document)
        make.ready(make.version(document))
    return reverse("looks:looks", args=[document.ref]), 'class="status good"'


def letters(owner: User, count: int) -> tuple[str, str]:
    """Her mailbox."""
    for _ in range(count):
        kind = "notifications.password_changed"
        write_letter(kind, address=owner.email, person=owner, context={})
    return reverse("notifications:mailbox"), 'class="row"'


def rounds(owner: User, count: int) -> tuple[str, str]:
    """What became of what she asked, each round about one document."""
    for number in range(count):
        make.invitation(make.ready_version(owner).document, make.invited(f"Ben{number}"))
    return reverse("circle:rounds"), 'class="row round"'


def people(owner: User, count: int) -> tuple[str, str]:
    """One round, and how it stands with each person."""
    document = make.ready_version(owner).document
    asked = [Invitee(f"Ben {number}", f"ben{number}@example.org") for number in range(count)]
    by = as_account(owner)
    begun = circle.ask([document], by=by, people=asked, ask=Ask(), key=uuid4())
    return begun.get_absolute_url(), 'class="person"'


def colleagues(owner: User, count: int) -> tuple[str, str]:
    """The ask page, with the people she asked before and all she has to read."""
    for number in range(count):
        make.invitation(make.ready_version(owner).document, make.invited(f"Ben{number}"))
    return reverse("circle:ask"), 'name="colleagues"'


def choices(owner: User, count: int) -> tuple[str, str]:
    """Two versions compared, with all there are to choose from."""
    document = make.ready_version(owner).document
    for _ in range(count):
        make.ready(make.version(document))
    return reverse("documents:comparison", args=[document.ref, 1, 2]), "<option"


def cost(scene: Scene, count: int) -> tuple[list[str], int]:
    """The queries of the page with so many things on it, and how many of them it shows.

    It is asked twice: the first time may fill what is kept in memory.
    """
    person = make.person()
    path, sign = scene(person, count)
    browser = sign_in(person)
    browser.get(path)
    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(path)
    assert answer.status_code == 200
    return [query["sql"] for query in queries], answer.content.decode().count(sign)


@pytest.mark.parametrize(
    "scene",
    [
        points,
        letter,
        margin,
        documents,
        desk,
        answers,
        asks,
        mentoring,
        versions,
        pages_to_read,
        letters,
        rounds,
        people,
        colleagues,
        choices,
        takings,
        agreed,
        looked_at,
    ],
)
def test_nine_cost_what_one_costs(scene: Scene) -> None:
    few, shown_of_few = cost(scene, 1)
    many, shown_of_many = cost(scene, 9)

    assert shown_of_few < shown_of_many
    assert len(few) == len(many), "\n".join(many)


# What each asks at most, with nine things on it; those of the person and her session among them.
MOST: dict[Scene, int] = {
    desk: 3,
    answers: 3,
    asks: 4,
    documents: 3,
    margin: 4,
    pages_to_read: 3,
}


@pytest.mark.parametrize("scene", MOST)
def test_a_page_asks_little(scene: Scene) -> None:
    asked, _shown = cost(scene, 9)

    assert len(asked) <= MOST[scene], "\n".join(asked)


def asked_by_presses(comments: int) -> tuple[int, int]:
    """What one more comment asks after so many by the same mentor, and then asking for news."""
    version = make.ready_version(make.person())
    browser = visit(make.visitor_pass(make.grant(version.document, make.invited("Ben"))))
    for _ in range(comments):
        browser.post(address(version, "threads"), written(), headers=BY_SCRIPT)
    with CaptureQueriesContext(connection) as writing:
        answer = browser.post(address(version, "threads"), written(), headers=BY_SCRIPT)
    assert answer.status_code == 201
    with CaptureQueriesContext(connection) as asking:
        news = browser.get(address(version, "news"), {"after": timezone.now().isoformat()})
    assert news.status_code == 204
    return len(writing), len(asking)


def test_a_comment_and_no_news_ask_little_however_much_was_said() -> None:
    few, many = asked_by_presses(1), asked_by_presses(9)

    assert few == many
    writing, asking = many
    assert writing <= 14
    assert asking <= 2


def asked_by_the_last_press(comments: int) -> int:
    """What the press asks that sends a review of so many comments; one before has filled what is kept."""
    version = make.ready_version(make.person())
    grant = make.grant(version.document, make.invited("Ben"))
    browser = visit(make.visitor_pass(grant))
    for _ in range(comments):
        saying.draft(version, make.visitor(grant))
    page = reverse("critique:finish", args=[version.document.rounds.get().ref])
    with CaptureQueriesContext(connection) as asked:
        answer = browser.post(page, {"verdict": "small_fixes", "summary": "Nearly.", "revision": 1})
    assert answer.status_code == 302
    return len(asked)


def test_a_review_is_sent_with_few_questions_however_much_is_in_it() -> None:
    asked_by_the_last_press(1)

    few, many = asked_by_the_last_press(1), asked_by_the_last_press(9)

    assert few == many <= 20


def asked_for_words(kind: str, count: int) -> list[str]:
    """What the words of a letter about so many comments ask the database."""
    seeker = make.person()
    version = make.ready_version(seeker)
    ben = make.visitor(make.grant(version.document, make.invited("Ben")))
    for _ in range(count):
        if kind == "critique.finished":
            saying.draft(version, ben)
        else:
            thread = saying.ahead(version, ben)
            saying.reply(thread, as_account(seeker))
    if kind == "critique.finished":
        saying.finish(version, ben)
    notices = Notice.objects.filter(event__kind=kind, channel=Notice.Channel.LETTER)
    told = notices.filter(person__in=[seeker, ben.person]).select_related("event", "person")
    found = list(told.order_by("pk"))
    with CaptureQueriesContext(connection) as queries:
        words = kinds.of(kind).context(found)
    assert len(words["points"]) == count
    return [query["sql"] for query in queries]


@pytest.mark.parametrize("kind", ["critique.finished", "critique.sent_now", "critique.replies"])
def test_a_letter_about_nine_comments_asks_what_one_about_one_asks(kind: str) -> None:
    few, many = asked_for_words(kind, 1), asked_for_words(kind, 9)

    assert len(few) == len(many), "\n".join(many)
