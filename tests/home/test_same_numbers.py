"""The desk, the work list, the margin, the round's letter and the mail tell the same numbers in every state."""

import re
from collections.abc import Iterator

import pytest

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle.models import Round
from mentorship.critique import actions, tasks
from mentorship.critique.models import Suggestion, Thread
from mentorship.critique.notices.uptake import summaries
from mentorship.critique.steps.asking import on_her_desk
from mentorship.critique.worklist.page import Chosen, progress_of, threads_of, work_list
from mentorship.critique.worklist.report import report_of
from mentorship.documents.models import Version
from mentorship.toolbox.questions.in_step import ask_all
from tests import clock, make
from tests.browsing.browsers import sign_in
from tests.make import saying

pytestmark = pytest.mark.django_db

BETTER = "Programmed the Analytical Engine in 1843, a century before there was one."
TAKEN = {Thread.Use.USED, Thread.Use.PARTLY}
Numbers = tuple[int, int]


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def version(ada: User) -> Version:
    return make.ready_version(ada, text=make.THREE_LINES)


def number(words: str, text: str) -> int:
    """The one before these words; 0 where they are not said."""
    found = re.search(rf"(\d+) {words}", text)
    return int(found[1]) if found else 0


def told(version: Version, ada: User) -> dict[str, Numbers]:
    """By each that tells it: how many points are left, and at how many places people disagree."""
    reader, document = as_account(ada), version.document
    desk = " ".join(line.sentence for line in ask_all(on_her_desk(reader)))
    places = 1 if "At one place" in desk else number("places in", desk)
    listed = work_list(document, Chosen(), reader=reader)
    counted = progress_of(threads_of(document, Chosen(), reader=reader))
    page = sign_in(ada).get(document.versions.latest("number").get_absolute_url())
    asked = Round.objects.filter(documents=document)
    abouts = [about for one in asked for about in report_of(one, reader=reader).abouts]
    apart = [entry for about in abouts for entry in about.apart]
    parts = [part for about in abouts for part in (*about.must_fix, *about.rest)]
    groups = [*(part.points for part in parts), *(entry.points for entry in apart)]
    points = {point.ref: point for group in groups for point in group}
    points |= {point.ref: point for about in abouts for point in about.keep}
    undecided = len(listed.undecided)
    return {
        "desk": (number("points? from", desk), places),
        "list": (listed.progress.left, undecided),
        "count": (counted.left, undecided),
        "margin": (number("open<", page.content.decode()), undecided),
        "letter": (
            sum(not point.is_dealt_with for point in points.values()),
            sum(entry.is_undecided for entry in apart),
        ),
        "letter's end": (sum(about.progress.left for about in abouts), undecided),
    }


def states(version: Version, ada: User, mentors: list[Reader]) -> Iterator[str]:
    """One act after another; the name of each."""
    seeker, (ben, eve) = as_account(ada), mentors
    wording = saying.point(version, ben, "", 2, wording=BETTER)
    fix = saying.point(version, eve, "Cut it.", 2, kind="must_fix")
    keep = saying.point(version, ben, "Keep it.", 2, kind="praise")
    other = saying.point(version, eve, "Which year?", 3, kind="question")
    suggestion = Suggestion.objects.get(comment__thread=wording)
    yield "said"
    for act in (actions.accept, actions.reconsider, actions.decline, actions.reconsider):
        act(suggestion, by=seeker)
        yield act.__name__
    for step in (actions.resolve, actions.reopen):
        step(other, by=seeker)
        yield step.__name__
    actions.mark(other, by=seeker, use="partly", reason="", seen="")
    yield "partly used"
    made = actions.decide(version.document, [keep, fix], by=seeker, chosen=fix)
    yield "decided"
    clock.later()
    actions.undecide(made, by=seeker)
    yield "undecided"
    text = version.text.replace(suggestion.old, BETTER)
    newer = make.ready(make.version(version.document, text=text))
    tasks.carry(newer.pk)
    yield "in version 2"
    clock.later()
    actions.settle(fix.placements.get(version=newer), by=seeker, is_addressed=True)
    yield "settled"
    for one in (fix, keep):
        now = Thread.objects.get(pk=one.pk)
        actions.mark(now, by=seeker, use="not_used", reason="", seen=now.use_seen)
    yield "all dealt with"


def test_in_every_state_all_tell_the_same(version: Version, ada: User) -> None:
    mentors = list(saying.two_at_one_table(version, "table"))
    seen = {}

    for state in states(version, ada, mentors):
        numbers = told(version, ada)
        assert set(numbers.values()) == {numbers["list"]}, (state, numbers)
        assert mailed(version, mentors) == taken(version, ada), state
        seen[state] = numbers["list"][0]

    assert seen == {
        "said": 4, "accept": 3, "reconsider": 4, "decline": 3, "resolve": 3, "reopen": 4,
        "partly used": 3, "decided": 1, "undecided": 3, "in version 2": 2, "settled": 1,
        "all dealt with": 0,
    }  # fmt: skip
    assert taken(version, ada) > 0


def mailed(version: Version, mentors: list[Reader]) -> int:
    """How many points the emails about the latest version would say are in it."""
    people = [mentor.person.pk for mentor in mentors if mentor.person]
    mails = summaries(version.document.versions.latest("number"), people).values()
    return sum(one.taken for one in mails)


def taken(version: Version, ada: User) -> int:
    """How many points the list says are used; none before there is a version that may hold them."""
    if version.document.versions.count() == 1:
        return 0
    shown = work_list(version.document, Chosen(), reader=as_account(ada))
    uses = [one.use for part in shown.sections for entry in part.entries for one in entry.points]
    return sum(use in TAKEN for use in uses)
