"""How many of a mentor's points are in the next version, told once with the letter about it."""

import pytest

from accounts.reader import Reader
from mentorship.critique import actions
from mentorship.critique.actions import Words
from mentorship.critique.models import Thread
from mentorship.critique.notices import uptake
from mentorship.critique.notices.uptake import Summary, summaries
from mentorship.documents.models import Version
from tests import clock, make
from tests.browsing.news import came_in
from tests.make import saying

pytestmark = pytest.mark.django_db


def mark(thread: Thread, by: Reader, use: str) -> None:
    seen = Thread.objects.get(pk=thread.pk).use_seen
    actions.mark(thread, by=by, use=use, reason="", seen=seen)


def next_version(version: Version) -> Version:
    return make.ready(make.version(version.document))


def told(version: Version, mentor: Reader) -> Summary | None:
    assert mentor.person
    return summaries(version, [mentor.person.pk]).get(mentor.person.pk)


def test_what_is_used_or_partly_used_counts(version: Version, seeker: Reader, ben: Reader) -> None:
    points = [saying.point(version, ben) for _ in range(4)]
    for point, use in zip(points, ("used", "partly", "not_used"), strict=False):
        mark(point, seeker, use)

    assert told(next_version(version), ben) == Summary(number=2, taken=2, points=4)


def test_nothing_is_told_when_nothing_was_made_or_used(
    version: Version, seeker: Reader, ben: Reader, eve: Reader
) -> None:
    mark(saying.point(version, ben), seeker, "not_used")
    saying.draft(version, eve)

    newer = next_version(version)

    assert told(newer, ben) is None
    assert told(newer, eve) is None
    assert told(version, ben) is None


def test_points_of_others_and_deleted_ones_do_not_count(
    version: Version, seeker: Reader, ben: Reader, eve: Reader
) -> None:
    for mentor in (ben, eve, eve):
        mark(saying.point(version, mentor), seeker, "used")
    actions.delete(saying.point(version, ben).comments.get(), by=ben)

    assert told(next_version(version), ben) == Summary(number=2, taken=1, points=1)


def tell(version: Version, mentor: Reader, by: Reader) -> None:
    assert mentor.person
    clock.later()
    actions.tell(version, [Words(mentor.person.pk, "")], by=by)
    clock.later()


def test_what_was_told_of_one_version_is_told_of_the_next_no_more(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    came_in(ben)
    first, second, _third = (saying.point(version, ben) for _ in range(3))
    mark(first, seeker, "used")
    newer = next_version(version)
    of_newer = told(newer, ben)
    tell(newer, ben, seeker)
    mark(second, seeker, "used")
    saying.point(newer, ben)

    assert of_newer == Summary(number=2, taken=1, points=3)
    assert told(next_version(version), ben) == Summary(number=3, taken=1, points=3)


def test_what_nobody_was_told_of_is_told_with_the_next_version(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    mark(saying.point(version, ben), seeker, "used")
    actions.tell(next_version(version), [], by=seeker)

    assert told(next_version(version), ben) == Summary(number=3, taken=1, points=1)


def test_points_made_on_the_new_version_itself_are_not_in_it(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    mark(saying.point(version, ben), seeker, "used")
    newer = next_version(version)
    saying.point(newer, ben)

    assert told(newer, ben) == Summary(number=2, taken=1, points=1)


@pytest.mark.parametrize(
    ("uses", "sentence"),
    [
        (["used"], "Your point is in version 2."),
        (["used", "partly"], "All your points are in version 2."),
        (["used", "not_used", "not_used"], "1 of your 3 points is in version 2."),
        (["used", "used", ""], "2 of your 3 points are in version 2."),
    ],
)
def test_the_sentence_about_it(
    version: Version, seeker: Reader, ben: Reader, uses: list[str], sentence: str
) -> None:
    for use in uses:
        point = saying.point(version, ben)
        if use:
            mark(point, seeker, use)

    found = told(next_version(version), ben)

    assert found
    assert uptake.told(found) == sentence


def test_words_that_were_suggested_are_told_in_a_line_of_their_own() -> None:
    one, two = (Summary(number=2, taken=2, points=3, words=words) for words in (1, 2))

    assert uptake.told(one).splitlines() == [
        "2 of your 3 points are in version 2.",
        "Version 2 follows your suggestion.",
    ]
    assert uptake.told(two).splitlines()[1] == "In 2 places version 2 follows your suggestions."
