"""What the seeker decides where points on the same words disagree."""

import pytest
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.critique import actions
from mentorship.critique.margin import news
from mentorship.critique.models import Decision, Thread
from mentorship.documents.models import Version
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from tests import clock, make
from tests.make import saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def threads(version: Version, ben: Reader, eve: Reader) -> list[Thread]:
    """Ben and Eve about the same line."""
    return [saying.point(version, ben, "Keep it."), saying.point(version, eve, "Cut it.")]


def state(threads: list[Thread]) -> list[str]:
    """What became of each."""
    return [Thread.objects.get(pk=thread.pk).use for thread in threads]


def decide(
    version: Version, threads: list[Thread], by: Reader, text: str = "I keep it.", **more: object
) -> Decision:
    said = {"text": text, "why": "It is what I do.", "is_told": False} | more
    return actions.decide(version.document, threads, by=by, **said)


def revise(decision: Decision, by: Reader, text: str, seen: str = "", **more: object) -> Decision:
    said = {"why": "It is what I do.", "is_told": False} | more
    return actions.revise(decision, by=by, text=text, seen=seen, **said)


def test_a_decision_for_herself(version: Version, threads: list[Thread], seeker: Reader) -> None:
    made = decide(version, threads, seeker)

    assert (made.text, made.why, made.told_at) == ("I keep it.", "It is what I do.", None)
    assert set(made.threads.all()) == set(threads)


def test_told_to_all_it_is_news_in_these_threads(
    version: Version, threads: list[Thread], seeker: Reader, ben: Reader
) -> None:
    before = timezone.now()

    decide(version, threads, seeker, is_told=True)

    assert set(news.changed(version, ben, after=before)) == {threads[0].ref}


def test_sent_twice_it_is_one(version: Version, threads: list[Thread], seeker: Reader) -> None:
    assert decide(version, threads, seeker) == decide(version, threads, seeker)


def test_decided_otherwise_elsewhere_both_are_shown(
    version: Version, threads: list[Thread], seeker: Reader
) -> None:
    decide(version, threads, seeker)

    with pytest.raises(Stale) as stale:
        decide(version, threads, seeker, "I cut it.")

    assert stale.value.kept.text == "I keep it."


def test_it_takes_points_of_two_people(
    version: Version, threads: list[Thread], seeker: Reader, ben: Reader
) -> None:
    of_one = [threads[0], saying.point(version, ben, "Really.")]

    for too_few in (of_one, threads[:1], []):
        with pytest.raises(Refused) as refused:
            decide(version, too_few, seeker)
        assert refused.value.code == "no-points"


def test_points_of_another_document_do_not_count(
    version: Version, threads: list[Thread], ada: User, seeker: Reader
) -> None:
    other = make.ready_version(ada, title="Poet")

    with pytest.raises(Refused) as refused:
        decide(other, threads, seeker)

    assert refused.value.code == "no-points"


def test_only_the_seeker_decides(
    version: Version, threads: list[Thread], seeker: Reader, ben: Reader
) -> None:
    made = decide(version, threads, seeker)

    for by, status in ((ben, 403), (as_account(make.person("Kim")), 404)):
        for attempt in (lambda: decide(version, threads, by), lambda: revise(made, by, "No.")):  # noqa: B023 - called at once
            with pytest.raises(Refused) as refused:
                attempt()
            assert refused.value.status == status


def test_it_is_changed_told_and_taken_back(
    version: Version, threads: list[Thread], seeker: Reader, ben: Reader
) -> None:
    made = decide(version, threads, seeker)
    told = revise(made, seeker, "I cut it.", made.seen, is_told=True)
    seen = set(Decision.objects.visible_to(ben))
    still = revise(told, seeker, "I cut half of it.", told.seen, is_told=True)
    silent = revise(still, seeker, "I cut half of it.", still.seen)

    assert seen == {made}
    assert told.told_at == still.told_at
    assert (silent.text, silent.told_at) == ("I cut half of it.", None)
    assert not Decision.objects.visible_to(ben).exists()


def test_a_change_for_herself_is_no_news(
    version: Version, threads: list[Thread], seeker: Reader, ben: Reader
) -> None:
    made = decide(version, threads, seeker)
    before = Thread.objects.latest("changed_at").changed_at
    assert before

    revise(made, seeker, "I cut it.", made.seen)

    assert news.changed(version, ben, after=before) == {}


def test_a_stale_window_changes_nothing(
    version: Version, threads: list[Thread], seeker: Reader
) -> None:
    made = decide(version, threads, seeker)
    clock.later()
    revise(made, seeker, "I cut it.", made.seen)

    assert revise(made, seeker, "I cut it.", made.seen).text == "I cut it."
    with pytest.raises(Stale) as stale:
        revise(made, seeker, "I move it.", made.seen)
    assert stale.value.kept.text == "I cut it."


def test_who_sees_none_of_the_points_sees_no_decision(
    version: Version, threads: list[Thread], seeker: Reader
) -> None:
    decide(version, threads, seeker, is_told=True)
    kim = make.visitor(make.grant(version.document, make.invited("Kim")))

    assert not Decision.objects.visible_to(kim).exists()


def test_the_one_she_goes_with_is_used_and_the_others_are_not(
    version: Version, threads: list[Thread], seeker: Reader
) -> None:
    made = actions.decide(version.document, threads, by=seeker, chosen=threads[1])
    decided = state(threads)
    again = actions.decide(version.document, threads, by=seeker, chosen=threads[1])
    actions.undecide(made, by=seeker)
    actions.undecide(made, by=seeker)

    assert (made.chosen, made.text, made == again) == (threads[1], "", True)
    assert decided == ["not_used", "used"]
    assert state(threads) == ["", ""]
    assert not Decision.objects.exists()


def test_decided_in_her_own_words_each_that_is_open_is_used_in_part(
    version: Version, threads: list[Thread], seeker: Reader, ben: Reader
) -> None:
    third = saying.point(version, ben, "Or move it.")
    actions.mark(third, by=seeker, use="not_used", reason="", seen="")

    decide(version, [*threads, third], seeker)

    assert state([*threads, third]) == ["partly", "partly", "not_used"]


def test_neither_one_of_them_nor_words_is_no_decision(
    version: Version, threads: list[Thread], seeker: Reader, ben: Reader
) -> None:
    made = decide(version, threads, seeker)
    attempts = {
        "no-decision": [
            lambda: actions.decide(version.document, threads, by=seeker),
            lambda: revise(made, seeker, "", made.seen),
        ],
        "no-points": [
            lambda: actions.decide(
                version.document, threads, by=seeker, chosen=saying.point(version, ben, line=1)
            )
        ],
    }

    for code, acts in attempts.items():
        for attempt in acts:
            with pytest.raises(Refused) as refused:
                attempt()
            assert refused.value.code == code


def test_undone_it_leaves_what_was_so_before_and_what_she_said_since(
    version: Version, threads: list[Thread], seeker: Reader, ben: Reader
) -> None:
    third = saying.point(version, ben, "Or move it.")
    actions.mark(third, by=seeker, use="not_used", reason="No.", seen="")
    clock.later()
    made = actions.decide(
        version.document, [*threads, third], by=seeker, chosen=threads[0], is_told=True
    )
    kept = Thread.objects.get(pk=threads[1].pk)
    clock.later()
    actions.mark(kept, by=seeker, use="partly", reason="The verb.", seen=kept.use_seen)
    clock.later()
    revised = revise(made, seeker, "As Ben says.", made.seen, is_told=True)
    before = Thread.objects.latest("changed_at").changed_at
    assert before

    actions.undecide(revised, by=seeker)

    assert state([*threads, third]) == ["", "partly", "not_used"]
    assert set(news.changed(version, ben, after=before)) == {threads[0].ref, third.ref}


def test_she_goes_with_another_after_all(
    version: Version, threads: list[Thread], seeker: Reader
) -> None:
    made = actions.decide(version.document, threads, by=seeker, chosen=threads[0])

    revised = revise(made, seeker, "", made.seen, chosen=threads[1])

    assert revised.chosen == threads[1]
    assert state(threads) == ["not_used", "used"]


@pytest.mark.parametrize("text", ["", "As Ben says."])
@pytest.mark.parametrize(
    ("which", "use", "holds"),
    [
        (0, "partly", True),
        (0, "not_used", False),
        (0, "", False),
        (1, "partly", True),
        (1, "", True),
        (1, "used", False),
    ],
)
def test_a_choice_holds_until_a_point_says_otherwise(
    version: Version, threads: list[Thread], seeker: Reader, which: int, use: str, holds: bool,
    text: str,
) -> None:  # fmt: skip
    actions.decide(
        version.document, threads, by=seeker, chosen=threads[0], text=text, is_told=bool(text)
    )
    kept = Thread.objects.get(pk=threads[which].pk)

    if use:
        actions.mark(kept, by=seeker, use=use, reason="", seen=kept.use_seen)
    else:
        actions.reopen(kept, by=seeker)

    found = Decision.objects.first()
    assert (found is not None) == (holds or bool(text))
    assert bool(found and found.chosen) == holds
