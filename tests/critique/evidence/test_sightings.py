"""A mentor says whether she sees a term: who may, who learns of it, and when it ends."""

from uuid import uuid4

import pytest

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Invitation, Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.critique.models import Sighting
from mentorship.documents.access import rights
from mentorship.documents.models import Version
from mentorship.jobsearch import actions as jobsearch
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.refused import Refused
from tests import make
from tests.make import evidence, saying

pytestmark = pytest.mark.django_db

SEEN, UNSEEN = Sighting.Says


def said(version: Version, reader: Reader) -> list[tuple[str, str]]:
    """What this reader is told of what was said."""
    held = rights(reader, version.document)
    seen = Sighting.objects.seen_on(version.document, reader, held)
    return list(seen.order_by("pk").values_list("name", "says"))


def table(version: Version, pursuit: Pursuit, openness: str) -> list[Reader]:
    """Two mentors in one round."""
    people = [Invitee(name, make.invited(name).email) for name in ("Ines", "Tom")]
    by, ask = as_account(pursuit.owner), Ask(openness=openness)
    asked = circle.ask([version.document], by=by, people=people, ask=ask, key=uuid4())
    Round.objects.filter(pk=asked.pk).update(pursuit=pursuit)
    return [as_visitor(one) for one in asked.invitations.order_by("pk")]


def test_the_seeker_learns_what_her_mentor_sees(
    version: Version, pursuit: Pursuit, ben: Reader, seeker: Reader
) -> None:
    actions.say_seen(version, pursuit, by=ben, name="kafka", says=SEEN)

    assert said(version, seeker) == said(version, ben) == [("kafka", "seen")]


def test_the_later_word_counts_and_can_be_taken_back(
    version: Version, pursuit: Pursuit, ben: Reader, seeker: Reader
) -> None:
    for says in (SEEN, UNSEEN):
        actions.say_seen(version, pursuit, by=ben, name="kafka", says=says)
    assert said(version, seeker) == [("kafka", "unseen")]

    actions.say_seen(version, pursuit, by=ben, name="kafka", says="")

    assert said(version, seeker) == []


def test_nothing_is_said_of_a_term_that_is_not_looked_for(
    version: Version, pursuit: Pursuit, ben: Reader, seeker: Reader
) -> None:
    jobsearch.drop_term(pursuit, by=seeker, text="Kafka")

    for name in ("kafka", "cobol"):
        with pytest.raises(Refused, match="no-term"):
            actions.say_seen(version, pursuit, by=ben, name=name, says=SEEN)


def test_whoever_is_asked_for_another_job_does_not_know_of_this_one(
    version: Version, pursuit: Pursuit, ada: User
) -> None:
    eve = evidence.mentor_for(make.pursuit(ada, posting="• Rust"), version, "Eve")

    with pytest.raises(Refused, match="not-found"):
        actions.say_seen(version, pursuit, by=eve, name="kafka", says=SEEN)


def test_a_round_that_has_ended_takes_no_more(
    version: Version, pursuit: Pursuit, ben: Reader, seeker: Reader
) -> None:
    circle.close(saying.round_of(ben, version), by=seeker)

    with pytest.raises(Refused, match="closed"):
        actions.say_seen(version, pursuit, by=ben, name="kafka", says=SEEN)


def test_whoever_was_taken_back_says_and_sees_nothing_more(
    version: Version, pursuit: Pursuit, ben: Reader, seeker: Reader
) -> None:
    actions.say_seen(version, pursuit, by=ben, name="kafka", says=SEEN)
    circle.revoke(Invitation.objects.get(person=ben.person), by=seeker)

    with pytest.raises(Refused, match="not-found"):
        actions.say_seen(version, pursuit, by=ben, name="kafka", says=UNSEEN)

    assert said(version, ben) == []
    assert said(version, seeker) == [("kafka", "seen")]


@pytest.mark.parametrize(("openness", "others"), [("table", 2), ("blind_first", 1), ("apart", 1)])
def test_mentors_see_each_others_as_their_round_promises(
    version: Version, pursuit: Pursuit, openness: str, others: int
) -> None:
    ines, tom = table(version, pursuit, openness)
    for one in (ines, tom):
        actions.say_seen(version, pursuit, by=one, name="kafka", says=SEEN)

    assert len(said(version, ines)) == others


def test_after_a_blind_first_pass_they_see_each_others(version: Version, pursuit: Pursuit) -> None:
    ines, tom = table(version, pursuit, "blind_first")
    for one in (ines, tom):
        actions.say_seen(version, pursuit, by=one, name="kafka", says=SEEN)
        saying.draft(version, one)

    saying.finish(version, ines)
    assert len(said(version, ines)) == 1
    saying.finish(version, tom)

    assert len(said(version, ines)) == len(said(version, tom)) == 2
