"""What a round is called: as its seeker says, or after what is read, by whom, and the day."""

from datetime import timedelta
from uuid import uuid4

import pytest

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import actions
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Round
from mentorship.circle.naming import among_others, offered
from mentorship.documents.models import Document
from tests.browsing.browsers import sign_in
from tests.clock import TUESDAY

pytestmark = pytest.mark.django_db

NEXT_WEEK = TUESDAY.date() + timedelta(days=7)


@pytest.fixture
def asked(resume: Document, by_ada: Reader) -> Round:
    """Ben and Eve are asked, and it has no name yet."""
    people = [Invitee(name, f"{name}@example.org") for name in ("Ben", "Eve")]
    return actions.ask(
        [resume], by=by_ada, people=people, ask=Ask(wanted_by=NEXT_WEEK), key=uuid4()
    )


def test_a_round_is_called_after_what_is_read_and_the_day_until_it_has_a_name(
    asked: Round, ada: User
) -> None:
    browser = sign_in(ada)
    here = f"/rounds/{asked.ref}/changes/"
    called = browser.get(here).context["form"]["name"].value()
    same = {"name": called, "wanted_by": NEXT_WEEK.isoformat()}

    browser.post(here, same)
    asked.refresh_from_db()
    kept = asked.name
    browser.post(here, same | {"name": "For Riverbank"})

    assert called == "Operations lead with Ben and Eve, 24 November"
    assert kept == ""
    for page in (f"/rounds/{asked.ref}/", "/rounds/"):
        assert "For Riverbank" in browser.get(page).content.decode()


def test_two_rounds_of_a_day_are_told_apart_by_their_people(
    asked: Round, by_ada: Reader, resume: Document
) -> None:
    people = [Invitee(name, f"{name}@example.org") for name in ("Cem", "Dana", "Finn", "Gwen")]
    made = actions.ask([resume], by=by_ada, people=people, ask=Ask(), key=uuid4())
    many = offered(made)
    made.invitations.exclude(name="Gwen").update(revoked_at=made.created_at)
    one_stays = among_others(made)
    made.invitations.all().delete()

    assert many == "Operations lead with Cem, Dana and 2 others, 24 November"
    assert one_stays == "With Gwen, 24 November"
    assert offered(made) == "Operations lead, 24 November"
    assert among_others(made) == "Asked on 24 November"


def test_a_name_that_was_offered_before_somebody_left_is_not_kept_as_her_own(
    asked: Round, ada: User
) -> None:
    browser, here = sign_in(ada), f"/rounds/{asked.ref}/changes/"
    form = browser.get(here).context["form"]
    shown = {name: form[name].value() for name in ("name", "offered")}
    asked.invitations.filter(name="Eve").update(revoked_at=asked.created_at)

    browser.post(here, {**shown, "wanted_by": NEXT_WEEK.isoformat()})

    asked.refresh_from_db()
    assert asked.name == ""


def test_a_round_with_a_long_name_can_be_changed(asked: Round, ada: User, resume: Document) -> None:
    Document.objects.filter(pk=resume.pk).update(title="Long " * 22)
    browser, here = sign_in(ada), f"/rounds/{asked.ref}/changes/"
    shown = browser.get(here).context["form"]["name"].value()

    answer = browser.post(here, {"name": shown, "wanted_by": NEXT_WEEK.isoformat()})

    asked.refresh_from_db()
    assert (answer.status_code, asked.name) == (302, "")
