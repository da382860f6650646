"""A mentor's place: what waits for her, what she sent, and what became of it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions as critique
from mentorship.documents import actions as documents
from mentorship.documents.models import Grant, Version
from mentorship.home.mentoring import Mentoring, mentoring
from mentorship.toolbox.questions.in_step import ask_all
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.make import evidence, saying
from tests.pages.hollow import hollow

pytestmark = pytest.mark.django_db


@pytest.fixture
def ben() -> User:
    return make.person("Ben")


@pytest.fixture
def version() -> Version:
    return make.ready_version(make.person("Ada"), title="Operations lead")


@pytest.fixture
def asked(version: Version, ben: User) -> Invitation:
    return make.invitation(version.document, ben, name="Ben Okri")


def found(reader: Reader) -> Mentoring:
    return ask_all(mentoring(reader))


def waiting(person: User) -> list[str]:
    return [one.sentence for one in found(as_account(person)).waiting]


def past(person: User) -> list[str]:
    return [one.sentence for one in found(as_account(person)).past]


def test_what_waits_until_it_is_sent(asked: Invitation, version: Version, ben: User) -> None:
    by = as_account(ben)
    at_first = waiting(ben)
    saying.draft(version, by)
    begun = found(by).waiting
    saying.finish(version, by)

    assert at_first == ["Ada would like to hear what you think."]
    assert [(one.name, one.titles, one.sentence, one.step) for one in begun] == [
        ("Ada", "“Operations lead”", "What you wrote is not sent yet.", "Go on, or send it")
    ]
    assert waiting(ben) == []
    [sent] = found(by).past
    assert sent.sentence.endswith(": Small fixes.")
    assert sent.became == "You sent 1 point."
    assert sent.text == version.get_absolute_url()


def test_the_day_that_is_wished_for_and_the_day_that_was_promised(
    asked: Invitation, ben: User
) -> None:
    asked.round.wanted_by = date(2030, 5, 6)
    asked.round.save()
    wished = waiting(ben)
    Invitation.objects.update(put_off_until=timezone.localdate() + timedelta(days=2))
    [promised] = waiting(ben)

    assert wished == ["Ada would like to hear from you by Monday, 6 May."]
    assert promised.startswith("You said you would look at it on ")
    assert found(as_account(ben)).waiting[0].wish == "Ada would like to hear by Monday, 6 May."


def test_the_job_it_is_for_and_where_its_posting_is_read(
    asked: Invitation, version: Version, ben: User
) -> None:
    earlier = make.pursuit(version.document.owner, "Welder", employer="Yard", posting="Weld.")
    later = make.pursuit(version.document.owner, "Fitter", employer="Works", posting="Fit.")
    asked.round.pursuit = earlier
    asked.round.save()
    evidence.asked_for(later, version, ben)
    kim = evidence.mentor_for(make.pursuit(version.document.owner, "Nurse"), version, "Kim")
    browser = sign_in(ben)

    rows = found(as_account(ben)).waiting
    read = {one.job: browser.get(one.posting).content.decode() for one in rows}

    assert set(read) == {"Welder at Yard", "Fitter at Works"}
    assert "Weld." in read["Welder at Yard"]
    assert "Fit." in read["Fitter at Works"]
    assert [one.job.partition(" at ")[0] for one in found(kim).waiting] == ["Nurse"]


def test_no_job_is_told_where_none_was_named(asked: Invitation, ben: User) -> None:
    [one] = found(as_account(ben)).waiting

    assert (one.job, one.posting) == ("", "")


def test_the_nearest_date_stands_first(asked: Invitation, ben: User) -> None:
    later, sooner = (make.ready_version(make.person(name)) for name in ("Eve", "Tom"))
    for version, day in ((later, date(2030, 5, 7)), (sooner, date(2030, 5, 6))):
        invitation = make.invitation(version.document, ben)
        invitation.round.wanted_by = day
        invitation.round.save()

    assert [one.name for one in found(as_account(ben)).waiting] == ["Tom", "Eve", "Ada"]


def test_another_look_waits_again_and_keeps_what_was_sent(
    asked: Invitation, version: Version, ben: User
) -> None:
    by = as_account(ben)
    saying.point(version, by)
    owner = as_account(version.document.owner)
    asked.refresh_from_db()
    circle.ask_again(asked, by=owner)

    [one] = found(by).waiting
    assert one.sentence == "Ada would like you to have another look."
    assert one.sent


def test_what_became_of_her_points(asked: Invitation, version: Version, ben: User) -> None:
    by, owner = as_account(ben), as_account(version.document.owner)
    threads = [saying.point(version, by, f"Point {line}.", line=line) for line in (1, 2)]
    said = [found(by).past[0].became]
    critique.mark(threads[0], by=owner, use="used", reason="", seen="")
    said.append(found(by).past[0].became)
    make.ready(make.version(version.document))
    said.append(found(by).past[0].became)

    assert said == [
        "You sent 2 points.",
        "Used: 1 of your 2 points.",
        "In version 2: 1 of your 2 points.",
    ]


def test_what_she_declined_and_what_she_left(asked: Invitation, ben: User) -> None:
    circle.decline(asked, by=as_account(ben))
    declined = past(ben)
    Invitation.objects.update(declined_at=None, left_at=timezone.now())

    assert declined == ["You couldn’t do it this time."]
    assert past(ben) == ["You stepped back from it."]


def test_what_opens_nothing_any_more_has_no_empty_row(asked: Invitation, ben: User) -> None:
    Invitation.objects.update(left_at=timezone.now())
    Grant.objects.update(ends_at=timezone.now())

    page = sign_in(ben).get("/mentoring/").content.decode()

    assert "You stepped back from it." in page
    assert hollow(page) == []


def test_a_round_that_needs_no_answer_waits_no_more(asked: Invitation, ben: User) -> None:
    asked.round.closed_at = timezone.now()
    asked.round.save()

    assert waiting(ben) == []
    assert past(ben) == ["Ada no longer needs an answer."]


def test_what_was_taken_back_or_deleted_is_gone(
    asked: Invitation, version: Version, ben: User
) -> None:
    other = make.invitation(make.ready_version(make.person("Eve")).document, ben)
    circle.revoke(asked, by=as_account(asked.round.owner))
    left = [one.name for one in found(as_account(ben)).waiting]
    documents.delete(other.round.documents.get(), by=as_account(other.round.owner))

    assert left == ["Eve"]
    assert found(as_account(ben)) == Mentoring([], [])


def test_a_pass_shows_what_it_opens_and_no_more(asked: Invitation, ben: User) -> None:
    make.invitation(make.ready_version(make.person("Eve")).document, ben)

    assert [one.name for one in found(as_visitor(asked)).waiting] == ["Ada"]
    grant = asked.round.documents.get().grants.get(source_id=asked.pk)
    page = visit(make.visitor_pass(grant)).get("/mentoring/").content.decode()
    assert "Ada" in page
    assert "Eve" not in page


def test_a_link_that_was_passed_on_tells_nothing_of_what_its_mentor_did(version: Version) -> None:
    given = make.grant(version.document, make.invited("Ben"))
    saying.point(version, make.visitor(given))
    Invitation.objects.update(put_off_until=timezone.localdate() + timedelta(days=2))
    own = visit(make.visitor_pass(given)).get("/mentoring/").content.decode()
    copied = visit(make.passed_on_pass(given)).get("/mentoring/").content.decode()

    assert "You finished" in own
    assert "Ada would like to hear what you think." in copied
    for hers in ("You finished", "You said", "You sent", "What you sent"):
        assert hers not in copied


def test_the_page_says_so_while_nobody_has_asked(ben: User) -> None:
    page = sign_in(ben).get("/mentoring/").content.decode()

    assert "Nobody has asked you yet." in page


def test_a_question_to_everybody_waits_until_she_answers_it(
    asked: Invitation, version: Version, ben: User
) -> None:
    by = as_account(ben)
    saying.point(version, by)
    thread = saying.ask_all(version, by, "Is this clear?").thread
    [row] = found(by).waiting
    page = sign_in(ben).get("/mentoring/").content.decode()
    saying.reply(thread, by, "Yes.")

    assert row.sentence == "Ada has one more question for you."
    assert row.questions == [("Is this clear?", thread.get_absolute_url())]
    assert thread.get_absolute_url() in page
    assert waiting(ben) == []


def test_a_question_waits_no_more_in_a_closed_round(
    asked: Invitation, version: Version, ben: User
) -> None:
    saying.point(version, as_account(ben))
    saying.ask_all(version, as_account(ben))
    circle.close(asked.round, by=as_account(version.document.owner))

    assert waiting(ben) == []
    assert [one.questions for one in found(as_account(ben)).past] == [[]]
