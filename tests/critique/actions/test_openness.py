"""Choosing what mentors see of each other, opening it up, and who hears of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Invitation, Pass, Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.documents.models import Document, Version
from mentorship.notifications import bell
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter, Notice
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.make import saying

pytestmark = pytest.mark.django_db

Openness = Round.Openness


def passed(invitation: Invitation) -> Pass:
    """A pass that her link gave a browser."""
    ends_at = timezone.now() + timedelta(days=30)
    return Pass.objects.create(invitation=invitation, ends_at=ends_at)


@pytest.fixture
def seeker_round(version: Version) -> tuple[Reader, Round]:
    """Ada's blind round with Ben and Eve."""
    by = as_account(version.document.owner)
    people = [Invitee(name, make.invited(name).email) for name in ("Ben", "Eve")]
    ask = Ask(openness=Openness.BLIND_FIRST)
    return by, circle.ask([version.document], by=by, people=people, ask=ask, key=uuid4())


def mentor(asked: Round, name: str) -> Reader:
    """One of them."""
    return as_visitor(asked.invitations.get(name=name))


def test_it_changes_freely_before_anything_was_sent(
    version: Version, seeker_round: tuple[Reader, Round]
) -> None:
    by, asked = seeker_round
    saying.draft(version, mentor(asked, "Ben"))

    for openness in ("apart", "table", "blind_first", "blind_first"):
        actions.choose_openness(asked, by=by, openness=openness)

    asked.refresh_from_db()
    assert asked.openness == "blind_first"
    assert not Notice.objects.filter(event__kind="critique.opened_up").exists()


@pytest.mark.parametrize("is_ahead", [True, False])
def test_it_is_never_closed_once_something_was_sent(
    is_ahead: bool, version: Version, seeker_round: tuple[Reader, Round]
) -> None:
    by, asked = seeker_round
    ben = mentor(asked, "Ben")
    (saying.ahead if is_ahead else saying.point)(version, ben)

    with pytest.raises(Refused, match="heard"):
        actions.choose_openness(asked, by=by, openness="apart")

    asked.refresh_from_db()
    assert asked.openness == "blind_first"


def test_only_the_seeker_opens_it_up(version: Version, seeker_round: tuple[Reader, Round]) -> None:
    _by, asked = seeker_round
    for other in (mentor(asked, "Ben"), as_account(make.person("Kim"))):
        with pytest.raises(Refused) as refused:
            actions.choose_openness(asked, by=other, openness="table")
        assert refused.value.status == 404


def test_opened_up_those_who_sent_something_are_told_once(
    version: Version, seeker_round: tuple[Reader, Round]
) -> None:
    by, asked = seeker_round
    ben, eve = mentor(asked, "Ben"), mentor(asked, "Eve")
    assert ben.person
    assert eve.person
    saying.point(version, ben)
    saying.draft(version, eve)

    for _press in range(2):
        actions.choose_openness(asked, by=by, openness="table")

    gathering.gather()
    told = Letter.objects.filter(kind="critique.opened_up")
    assert [letter.person for letter in told] == [ben.person]
    assert "everyone who was asked can now see what the others have sent" in told.get().text
    line = bell.shown_notices(
        Notice.objects.filter(person=ben.person, event__kind="critique.opened_up")
    )
    titles = f"“{asked.documents.get().title}”"
    assert f"Ada lets everyone asked see each other’s comments on {titles}" in {
        one.told.sentence for one in line
    }


def test_whoever_was_sent_away_meanwhile_is_told_nothing(
    version: Version, seeker_round: tuple[Reader, Round]
) -> None:
    by, asked = seeker_round
    saying.point(version, mentor(asked, "Ben"))
    actions.choose_openness(asked, by=by, openness="table")
    circle.revoke(asked.invitations.get(name="Ben"), by=by)

    gathering.gather()

    assert not Letter.objects.filter(kind="critique.opened_up").exists()


def test_the_open_page_hears_of_what_it_may_show_now(
    version: Version, seeker_round: tuple[Reader, Round]
) -> None:
    by, asked = seeker_round
    ben, eve = mentor(asked, "Ben"), mentor(asked, "Eve")
    saying.draft(version, ben, "A point of Ben.")
    saying.finish(version, ben)
    browser = visit(passed(asked.invitations.get(name="Eve")))
    news = f"{version.get_absolute_url()}news/"
    now = timezone.now().isoformat()
    assert browser.get(news, {"after": now}).status_code == 204

    actions.choose_openness(asked, by=by, openness="table")

    assert "A point of Ben." in browser.get(news, {"after": now}).content.decode()
    assert eve.person


def test_a_document_of_the_round_that_was_deleted_opens_up_too(
    version: Version, seeker_round: tuple[Reader, Round]
) -> None:
    by, asked = seeker_round
    saying.point(version, mentor(asked, "Ben"))
    Document.objects.all().delete()

    actions.choose_openness(asked, by=by, openness="table")

    gathering.gather()
    assert not Letter.objects.filter(kind="critique.opened_up").exists()


def test_the_form_offers_what_is_left_to_choose(
    version: Version, seeker_round: tuple[Reader, Round]
) -> None:
    _by, asked = seeker_round
    browser = sign_in(asked.owner)
    path = f"{asked.get_absolute_url()}openness/"
    assert browser.get(path).content.decode().count('type="radio"') == 3
    saying.point(version, mentor(asked, "Ben"))
    assert browser.get(path).content.decode().count('type="radio"') == 2
    assert browser.post(path, {"openness": "apart"}).status_code == 422

    page = browser.post(path, {"openness": "table"}, follow=True).content.decode()

    assert "From now on: Open table" in page
    assert "can no longer be narrowed" in browser.get(path).content.decode()
