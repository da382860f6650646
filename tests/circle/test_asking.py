"""Asking: who may, whom, how often, and what the letter says."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions
from mentorship.circle.asking import Ask, Invitee, RowsRefused
from mentorship.circle.models import Invitation, Round
from mentorship.documents.models import Document, Grant
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter
from mentorship.toolbox.refused import Refused
from mentorship.trail.models import Activity
from tests import make
from tests.browsing.asking import send
from tests.browsing.browsers import sign_in
from tests.browsing.invitations import letters

pytestmark = pytest.mark.django_db

BEN = Invitee("Ben", "ben@example.org")
EVE = Invitee("Eve", "eve@example.org")


def ask(
    document: Document, by: Reader, *people: Invitee, key: UUID | None = None, **what: object
) -> Round:
    """One round about one document."""
    facts = Ask(**what)  # type: ignore[arg-type]  # an Ask's facts by name
    return actions.ask([document], by=by, people=people, ask=facts, key=key or uuid4())


def test_each_person_gets_a_letter_of_her_own(resume: Document, by_ada: Reader) -> None:
    ask(resume, by_ada, BEN, EVE)

    words = letters("ben@example.org")
    assert len(words) == 1
    assert words[0].startswith("Hello Ben,")
    assert "Eve" not in words[0]
    assert len(letters("eve@example.org")) == 1


def test_two_who_ask_at_once_write_two_letters(resume: Document, by_ada: Reader) -> None:
    cleo = make.ready_version(make.person("Cleo"))
    ask(resume, by_ada, BEN)
    actions.ask(
        [cleo.document], by=as_account(cleo.document.owner), people=[BEN], ask=Ask(), key=uuid4()
    )

    assert len(letters("ben@example.org")) == 2


def test_the_letter_is_in_her_name_from_the_services_address(
    resume: Document, by_ada: Reader
) -> None:
    ask(resume, by_ada, BEN)
    gathering.gather()

    letter = Letter.objects.get(address="ben@example.org")
    assert letter.headers["From"] == "Ada via Mentorship <mentorship@localhost>"
    assert letter.headers["Reply-To"] == f"Ada <{by_ada.account.email}>"
    assert "Replies to this email go to Ada." in letter.text
    assert letter.subject == "Ada asks for your opinion on a résumé"


def test_answers_go_to_the_seeker_unless_that_is_unticked(resume: Document, ada: User) -> None:
    browser = sign_in(ada)
    page = browser.get("/rounds/new/").content.decode()
    send(browser, resume, BEN)
    gathering.gather()

    assert re.search(r'<input[^>]*name="may_answer_by_mail"[^>]* checked', page)
    letter = Letter.objects.get(address="ben@example.org")
    assert letter.headers["Reply-To"] == "mentorship@localhost"
    assert "nobody reads replies to this email" in letter.text


def test_no_secret_is_in_the_stored_letter(resume: Document, by_ada: Reader) -> None:
    ask(resume, by_ada, BEN)
    gathering.gather()

    letter = Letter.objects.get(address="ben@example.org")
    assert f"{{{{look:{letter.nonce}}}}}" in letter.text
    assert "/i/" not in letter.text + letter.html


def test_no_word_of_a_document_is_in_a_subject(resume: Document, by_ada: Reader) -> None:
    ask(resume, by_ada, BEN, sentence="Operations lead, please", wanted_by=timezone.localdate())
    gathering.gather()

    subject = Letter.objects.get(address="ben@example.org").subject
    assert [word for word in ("Operations", "lead", "please") if word in subject] == []


def test_sent_twice_it_is_one_round(resume: Document, by_ada: Reader) -> None:
    key = uuid4()

    rounds = {ask(resume, by_ada, BEN, key=key) for _ in range(2)}

    assert len(rounds) == 1
    assert len(letters("ben@example.org")) == 1


def test_an_address_typed_twice_is_asked_once(resume: Document, by_ada: Reader) -> None:
    ask(resume, by_ada, BEN, Invitee("Benjamin", "BEN@example.org"))

    assert [one.name for one in Invitation.objects.all()] == ["Ben"]


def test_an_ask_opens_its_documents_for_comments(resume: Document, by_ada: Reader) -> None:
    ask(resume, by_ada, BEN)

    grant = Grant.objects.get()
    assert (grant.document, grant.person.email, grant.may) == (resume, BEN.email, "comment")  # type: ignore[union-attr]  # a person's
    assert Activity.objects.filter(kind="invited", owner=resume.owner).count() == 1


def test_nobody_asks_about_the_document_of_another(resume: Document) -> None:
    carl = make.person("Carl")

    with pytest.raises(Refused, match="not-found"):
        actions.ask([resume], by=as_account(carl), people=[BEN], ask=Ask(), key=uuid4())

    assert not Round.objects.exists()


def test_whoever_has_not_proved_her_address_asks_nobody(resume: Document, by_ada: Reader) -> None:
    by_ada.account.claimed_at = None

    with pytest.raises(Refused, match="unproved"):
        ask(resume, by_ada, BEN)


def test_twenty_invitations_a_day(resume: Document, by_ada: Reader) -> None:
    people = [Invitee(f"Ben {number}", f"ben{number}@example.org") for number in range(20)]
    ask(resume, by_ada, *people)

    with pytest.raises(Refused, match="too-many"):
        ask(resume, by_ada, EVE)
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        ask(resume, by_ada, EVE)


def test_five_a_day_to_one_address_whoever_asks(resume: Document, by_ada: Reader) -> None:
    for number in range(5):
        asker = make.ready_version(make.person(f"Cleo{number}")).document
        ask(asker, as_account(asker.owner), BEN)

    with pytest.raises(RowsRefused) as refused:
        ask(resume, by_ada, BEN, EVE)

    assert list(refused.value.sentences) == ["ben@example.org"]
    assert letters("eve@example.org") == []
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        ask(resume, by_ada, BEN)


def test_nobody_asks_herself(resume: Document, by_ada: Reader, ada: User) -> None:
    with pytest.raises(RowsRefused):
        ask(resume, by_ada, Invitee("Me", ada.email))


def test_a_letter_whose_invitation_is_gone_opens_nothing(resume: Document, by_ada: Reader) -> None:
    ask(resume, by_ada, BEN)
    gathering.gather()

    Invitation.objects.all().delete()

    assert "/i/" not in letters("ben@example.org")[0]
