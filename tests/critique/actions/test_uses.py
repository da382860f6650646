"""What the seeker made of a point: used, partly, not used; and what of that its mentor hears."""

import pytest

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.critique import actions
from mentorship.critique.models import Thread
from mentorship.documents.models import Version
from mentorship.notifications.models import Letter, Notice
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from tests import make
from tests.browsing.news import lines
from tests.make import saying

pytestmark = pytest.mark.django_db


def mark(
    thread: Thread, by: Reader, use: str = "used", reason: str = "", seen: str | None = None
) -> Thread:
    seen = Thread.objects.get(pk=thread.pk).use_seen if seen is None else seen
    return actions.mark(thread, by=by, use=use, reason=reason, seen=seen)


def state(thread: Thread) -> tuple[str, str, bool]:
    kept = Thread.objects.get(pk=thread.pk)
    return kept.use, kept.use_reason, kept.resolved_at is not None


@pytest.fixture
def thread(version: Version, ben: Reader) -> Thread:
    return saying.point(version, ben)


@pytest.mark.parametrize("use", Thread.Use.values)
def test_a_mark_deals_with_the_point(thread: Thread, seeker: Reader, use: str) -> None:
    mark(thread, seeker, use, "Too long for one page.")

    assert state(thread) == (use, "Too long for one page.", True)
    assert Thread.objects.get().resolved_by == seeker.person


def test_the_same_mark_twice_is_one(thread: Thread, seeker: Reader) -> None:
    first = mark(thread, seeker, seen="")
    again = mark(thread, seeker, seen="")

    assert first.use_said_at == again.use_said_at


def test_a_mark_is_changed_by_whoever_has_seen_it(thread: Thread, seeker: Reader) -> None:
    mark(thread, seeker, "used")
    mark(thread, seeker, "not_used", "After all, no.")

    assert state(thread) == ("not_used", "After all, no.", True)


def test_a_mark_from_a_stale_window_overwrites_nothing(thread: Thread, seeker: Reader) -> None:
    mark(thread, seeker, "not_used", "Too long.")

    with pytest.raises(Stale) as stale:
        mark(thread, seeker, "used", "Good idea.", seen="")

    assert stale.value.kept.use_reason == "Too long."
    assert state(thread) == ("not_used", "Too long.", True)


def test_a_reopened_point_has_no_mark_but_keeps_the_reason(thread: Thread, seeker: Reader) -> None:
    stale = mark(thread, seeker, "not_used", "Too long.").use_seen

    actions.reopen(thread, by=seeker)

    assert state(thread) == ("", "Too long.", False)
    mark(thread, seeker, "used", "Too long.", seen=stale)
    assert state(thread) == ("used", "Too long.", True)


def test_what_is_resolved_already_stays_so(thread: Thread, seeker: Reader, ben: Reader) -> None:
    actions.resolve(thread, by=ben)
    before = Thread.objects.get().resolved_at

    mark(thread, seeker, "partly")

    kept = Thread.objects.get()
    assert (kept.resolved_at, kept.resolved_by, kept.use) == (before, ben.person, "partly")


def test_only_the_seeker_says_what_became_of_it(thread: Thread, ben: Reader, eve: Reader) -> None:
    for by, status in ((ben, 403), (eve, 404), (as_account(make.person("Kim")), 404)):
        with pytest.raises(Refused) as refused:
            mark(thread, by)
        assert refused.value.status == status
    assert state(thread) == ("", "", False)


def test_a_draft_is_not_marked(version: Version, seeker: Reader, ben: Reader) -> None:
    with pytest.raises(Refused):
        mark(saying.draft(version, ben).thread, seeker)


def test_its_author_hears_once_until_she_has_looked(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    assert ben.person
    first, second, third = (saying.point(version, ben, line=line) for line in (1, 2, 3))
    mark(first, seeker)
    mark(second, seeker, "not_used")
    told = lines(ben.person)[:2]
    Notice.objects.filter(person=ben.person).update(seen_at=first.created_at)
    mark(third, seeker)

    gone_through = f"Ada has gone through your comments on “{version.document.title}”"
    assert told.count(gone_through) == 1
    assert lines(ben.person).count(gone_through) == 2
    assert not Letter.objects.filter(kind="critique.used").exists()


def test_what_she_may_no_longer_read_is_not_told(
    version: Version, ada: User, seeker: Reader, ben: Reader
) -> None:
    assert ben.person
    mark(saying.point(version, ben), seeker)
    make.revoked(version.document.grants.get(person=ben.person))

    assert not [line for line in lines(ben.person) if "gone through" in line]


def test_a_point_whose_author_is_gone_is_marked_all_the_same(
    thread: Thread, seeker: Reader
) -> None:
    Thread.objects.update(author=None)

    mark(thread, seeker)

    assert state(thread) == ("used", "", True)
