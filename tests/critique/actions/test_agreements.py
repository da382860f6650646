"""Agreeing with a point: who may, who sees it, and who never learns of it."""

import re
from uuid import uuid4

import pytest

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique import actions
from mentorship.critique.models import Agreement, Thread
from mentorship.documents.models import Grant, Version
from mentorship.notifications.models import Letter, Notice
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.browsing.reading import SCRIPT, address
from tests.make import saying

pytestmark = pytest.mark.django_db

Openness = Round.Openness


@pytest.fixture
def table(version: Version, ada: User) -> dict[str, Reader]:
    """Three mentors in one round, by the names the seeker calls them."""
    people = [Invitee(name, make.invited(name).email) for name in ("Ines", "Tom", "Uma")]
    asked = circle.ask(
        [version.document], by=as_account(ada), people=people, ask=Ask(), key=uuid4()
    )
    return {one.name: as_visitor(one) for one in asked.invitations.order_by("pk")}


def page(version: Version, reader: Reader) -> str:
    """The reading page as this visitor gets it."""
    grant = Grant.objects.get(person=reader.person)
    return visit(make.visitor_pass(grant)).get(address(version, "reading")).content.decode()


def test_a_press_agrees_and_another_takes_it_back(
    version: Version, table: dict[str, Reader]
) -> None:
    thread = saying.point(version, table["Ines"])
    browser = visit(make.visitor_pass(Grant.objects.get(person=table["Tom"].person)))
    place = thread.get_absolute_url()

    offered = browser.get(address(version, "reading")).content.decode()
    agreed = [browser.post(f"{place}agreement/", **SCRIPT) for _press in range(2)][1]
    taken_back = browser.post(f"{place}withdrawal/", follow=True)

    assert re.search(rf'<button[^>]* formaction="{place}agreement/">Agree</button>', offered)
    assert "You agree" in agreed.content.decode()
    assert "withdrawal/" in agreed.content.decode()
    assert "You agree" not in taken_back.content.decode()
    assert not Agreement.objects.exists()


def test_what_was_never_said_is_taken_back_without_anybody_hearing_of_it(
    version: Version, table: dict[str, Reader]
) -> None:
    thread = saying.point(version, table["Ines"])
    before = Thread.objects.get().changed_at

    actions.withdraw(thread, by=table["Tom"])

    assert Thread.objects.get().changed_at == before


def test_at_an_open_table_everybody_sees_who_agrees(
    version: Version, ada: User, table: dict[str, Reader]
) -> None:
    thread = saying.point(version, table["Ines"])
    for name in ("Tom", "Uma"):
        actions.agree(thread, by=table[name])

    assert "Tom and Uma agree" in page(version, table["Ines"])
    assert "You and Tom agree" in page(version, table["Uma"])
    assert "Tom and Uma agree" in sign_in(ada).get(address(version, "text")).content.decode()


def test_nobody_hears_of_it_by_letter(version: Version, table: dict[str, Reader]) -> None:
    thread = saying.point(version, table["Ines"])
    before = (Notice.objects.count(), Letter.objects.count())

    actions.agree(thread, by=table["Tom"])

    assert (Notice.objects.count(), Letter.objects.count()) == before


def test_others_see_it_at_once(version: Version, table: dict[str, Reader]) -> None:
    thread = saying.point(version, table["Ines"])
    before = thread.changed_at
    assert before

    actions.agree(thread, by=table["Tom"])

    assert list(Thread.objects.changed_after(before)) == [thread]


@pytest.mark.parametrize("openness", [Openness.BLIND_FIRST, Openness.APART])
def test_whom_a_round_hides_agrees_unseen(
    version: Version, ada: User, table: dict[str, Reader], openness: str
) -> None:
    thread = saying.point(version, table["Ines"])
    actions.agree(thread, by=table["Tom"])
    thread.round.reviews.update(finished_at=None)
    Round.objects.update(openness=openness)

    hidden = page(version, table["Ines"])

    assert "Lead with it." in hidden
    assert "agree" not in hidden.lower().replace("agreement", "")
    assert "Tom" not in hidden
    assert not Agreement.objects.visible_to(table["Ines"]).exists()
    assert "Tom agrees" in sign_in(ada).get(address(version, "reading")).content.decode()
    assert Agreement.objects.visible_to(as_account(ada)).exists()


def test_her_own_agreement_she_always_sees(version: Version, table: dict[str, Reader]) -> None:
    thread = saying.point(version, table["Ines"])
    actions.agree(thread, by=table["Tom"])

    assert Agreement.objects.visible_to(table["Tom"]).exists()
    assert not Agreement.objects.visible_to(Reader()).exists()


@pytest.mark.parametrize("who", ["author", "seeker"])
def test_neither_its_author_nor_the_seeker_agrees(
    version: Version, table: dict[str, Reader], seeker: Reader, who: str
) -> None:
    thread = saying.point(version, table["Ines"])
    by = {"author": table["Ines"], "seeker": seeker}[who]

    with pytest.raises(Refused) as refused:
        actions.agree(thread, by=by)

    assert refused.value.status == 403


def test_a_draft_is_agreed_with_by_nobody(version: Version, table: dict[str, Reader]) -> None:
    thread = saying.draft(version, table["Ines"]).thread

    with pytest.raises(Refused) as refused:
        actions.agree(thread, by=table["Tom"])

    assert refused.value.status == 404
