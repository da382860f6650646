"""Words that were suggested, and words as they were before, in the next version."""

import pytest
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader
from mentorship.critique import actions, tasks
from mentorship.critique.models import Placement, Suggestion, Thread
from mentorship.critique.notices.uptake import summaries
from mentorship.documents.models import Version
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.news import lines
from tests.make import saying

pytestmark = pytest.mark.django_db

How = Placement.How
LINE = "Wrote the first program, for a machine that was never built."
BETTER = "Programmed the Analytical Engine in 1843, a century before there was one."
TEXT = (
    f"Ada Lovelace\n\n{LINE}\n\nCurious about engines, weaving looms and the poetry of numbers.\n"
)
NEXT = TEXT.replace(LINE, BETTER)


@pytest.fixture
def version(ada: User) -> Version:
    return make.ready_version(ada, text=TEXT)


@pytest.fixture
def thread(version: Version, ben: Reader) -> Thread:
    return saying.point(version, ben, "", 2, wording=BETTER)


def following(version: Version, text: str = NEXT) -> Version:
    """The next version, ready, and carried to."""
    made = make.ready(make.version(version.document, text=text))
    tasks.carry(made.pk)
    return made


def wording(thread: Thread) -> Suggestion:
    return Suggestion.objects.get(comment__thread=thread)


def place(thread: Thread, version: Version) -> Placement:
    return thread.placements.get(version=version)


@pytest.mark.parametrize("is_accepted", [True, False])
def test_words_that_were_suggested_are_found_and_ticked(
    version: Version, thread: Thread, seeker: Reader, is_accepted: bool
) -> None:
    if is_accepted:
        actions.accept(wording(thread), by=seeker)

    after = following(version)

    found, kept, said = place(thread, after), Thread.objects.get(), wording(thread)
    assert (found.quote, found.was, found.is_suggested) == (BETTER, LINE, True)
    assert after.text[found.start or 0 : found.end] == BETTER
    assert found.settled_at
    assert (kept.use, kept.resolved_at is not None) == ("used", True)
    assert said.accepted_at
    assert said.done_at


def test_they_go_on_being_hers_in_the_versions_after(version: Version, thread: Thread) -> None:
    following(version)

    last = following(version, f"Summary\n\n{NEXT}")

    assert place(thread, last).is_suggested
    assert place(thread, last).quote == BETTER


def test_both_are_told_in_the_margin(
    version: Version, thread: Thread, ada: User, ben: Reader
) -> None:
    after = following(version)

    hers = visit(make.visitor_pass(version.document.grants.get(person=ben.person)))
    mentor = hers.get(after.get_absolute_url()).content.decode()
    owner = sign_in(ada).get(after.get_absolute_url()).content.decode()

    assert "Your words are in version 2" in mentor
    assert "The suggested words are in version 2" in owner
    assert "no longer there" not in owner
    assert "Does that settle the point?" not in owner


def test_the_mentor_hears_with_the_version(version: Version, thread: Thread, ben: Reader) -> None:
    assert ben.person
    after = following(version)

    told = summaries(after, [ben.person.pk]).get(ben.person.pk)

    assert told
    assert (told.taken, told.points, told.words) == (1, 1, 1)
    assert "Ada has gone through your comments on “Programmer”" in lines(ben.person)


def test_declined_words_are_not_looked_for(
    version: Version, thread: Thread, seeker: Reader
) -> None:
    actions.decline(wording(thread), by=seeker)

    after = following(version)

    assert not place(thread, after).is_suggested
    assert Thread.objects.get().use == "not_used"


def test_what_she_said_herself_stays(version: Version, thread: Thread, seeker: Reader) -> None:
    actions.mark(thread, by=seeker, use="partly", reason="The year.", seen="")

    after = following(version)

    assert place(thread, after).is_suggested
    assert (Thread.objects.get().use, Thread.objects.get().use_reason) == ("partly", "The year.")


def test_words_of_a_draft_tick_nothing(version: Version, ben: Reader) -> None:
    said = saying.draft(version, ben, "", 2, wording=BETTER)

    after = following(version)

    assert not place(said.thread, after).is_suggested
    assert Thread.objects.get().use == ""


def test_words_that_still_stand_as_they_were_are_no_suggestion_followed(
    version: Version, ben: Reader
) -> None:
    shorter = saying.point(version, ben, "", 2, wording="Wrote the first program")

    after = following(version, f"Summary\n\n{TEXT}")

    assert not place(shorter, after).is_suggested
    assert Thread.objects.get().use == ""


GONE = TEXT.replace(f"{LINE}\n\n", "")


@pytest.fixture
def to_go(version: Version, ben: Reader) -> Thread:
    """A point that suggests to leave its words out."""
    return saying.point(version, ben, "", 2, wording="")


def test_words_that_were_to_go_and_are_gone_are_ticked(
    version: Version, to_go: Thread, ben: Reader
) -> None:
    assert ben.person

    after = following(version, GONE)

    found, kept, said = place(to_go, after), Thread.objects.get(), wording(to_go)
    assert (found.how, found.was, found.is_suggested) == (How.GONE, LINE, True)
    assert (kept.use, kept.use_said_at) == ("used", after.ready_at)
    assert said.accepted_at
    assert said.done_at
    assert found.settled_at
    assert summaries(after, [ben.person.pk])[ben.person.pk].words == 1


def test_both_are_told_that_they_are_gone_as_suggested(
    version: Version, to_go: Thread, ada: User, ben: Reader
) -> None:
    after = following(version, GONE)

    hers = visit(make.visitor_pass(version.document.grants.get(person=ben.person)))
    mentor = hers.get(after.get_absolute_url()).content.decode()
    owner = sign_in(ada).get(after.get_absolute_url()).content.decode()

    assert "Gone from version 2, as you suggested" in mentor
    assert "Gone from version 2, as suggested" in owner
    assert "Does that settle the point?" not in owner


def test_words_that_were_to_go_and_come_back_are_no_suggestion_followed(
    version: Version, to_go: Thread
) -> None:
    assert place(to_go, following(version, GONE)).is_suggested

    again = place(to_go, following(version, TEXT))

    assert (again.quote, again.is_suggested) == (LINE, False)


def test_the_very_words_that_come_back_are_unchanged(version: Version, ben: Reader) -> None:
    thread = saying.point(version, ben)
    changed = LINE.replace("that was never built", "nobody had built yet")
    second = following(version, TEXT.replace(LINE, changed))
    third = following(version, f"Summary\n\n{TEXT}")

    again = place(thread, third)
    assert place(thread, second).how == How.REWORDED
    assert (again.quote, again.was, again.how) == (LINE, "", How.UNCHANGED)


def test_words_that_change_twice_and_come_back_are_unchanged(version: Version, ben: Reader) -> None:
    thread = saying.point(version, ben)
    once = LINE.replace("never built", "never really built")
    twice = once.replace("first program", "very first program")
    for words in (once, twice):
        following(version, TEXT.replace(LINE, words))

    again = place(thread, following(version, TEXT))

    assert (again.quote, again.was, again.how) == (LINE, "", How.UNCHANGED)


def test_the_moment_is_that_of_the_version(version: Version, thread: Thread) -> None:
    after = following(version)

    assert Thread.objects.get().use_said_at == after.ready_at
    assert after.ready_at
    assert after.ready_at <= timezone.now()
