"""A seeker sees the address of a person that she typed, wherever that person has moved since."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from accounts.models import User
from mentorship.circle import actions
from mentorship.circle.models import Colleague, Invitation
from mentorship.circle.visitors.passes import as_visitor
from mentorship.documents.models import Document
from tests import make
from tests.browsing.browsers import sign_in
from tests.browsing.invitations import letters

pytestmark = pytest.mark.django_db
NEW = "moved.away@elsewhere.example"


@pytest.fixture
def eve(resume: Document) -> User:
    """Somebody with an account, who was asked and has changed her address since."""
    person = make.person("Eve")
    make.invitation(resume, person, name="Eve")
    EmailAddress.objects.filter(user=person).update(email=NEW)
    User.objects.filter(pk=person.pk).update(email=NEW)
    person.refresh_from_db()
    return person


@pytest.fixture
def old(eve: User) -> str:
    """The address by which she was asked."""
    return Invitation.objects.get(person=eve).email


@pytest.fixture
def browser(ada: User) -> Client:
    return sign_in(ada)


def test_no_page_of_the_seekers_shows_the_new_address(
    eve: User, old: str, browser: Client, resume: Document
) -> None:
    invitation = Invitation.objects.get(person=eve)
    pages = [
        browser.get(path).content.decode()
        for path in (
            invitation.round.get_absolute_url(),
            "/rounds/",
            "/rounds/new/",
            "/desk/",
            "/notices/",
            resume.get_absolute_url(),
        )
    ]

    assert not any(NEW in page or "moved.away" in page for page in pages)
    assert old in pages[0]
    assert f"Eve ({old})" in pages[2]


def test_asked_once_more_by_choice_the_letter_goes_where_she_is(
    eve: User, old: str, browser: Client, resume: Document
) -> None:
    colleague = Colleague.objects.get(person=eve)
    form = browser.get("/rounds/new/").context["form"]
    typed = {
        "documents": [resume.ref],
        "colleagues": [str(colleague.pk)],
        "minutes": "10",
        "openness": "table",
        "key": str(form["key"].value()),
        "people-TOTAL_FORMS": "1",
        "people-INITIAL_FORMS": "0",
    }

    browser.post("/rounds/new/", typed)

    newest = Invitation.objects.filter(person=eve).latest("pk")
    assert Invitation.objects.filter(person=eve).count() == 2
    assert newest.address == old
    assert letters(NEW, "circle.invitation")
    assert not User.objects.filter(email=old).exists()


def test_a_letter_to_the_seeker_names_the_address_she_typed(eve: User, old: str, ada: User) -> None:
    invitation = Invitation.objects.get(person=eve)
    actions.report_wrong_person(invitation, by=as_visitor(invitation))

    (told,) = letters(ada.email, "circle.disowned")

    assert old in told
    assert NEW not in told


def test_the_new_address_once_typed_is_the_one_the_seeker_sees(eve: User, resume: Document) -> None:
    make.invitation(resume, eve, name="Eve")

    assert Colleague.objects.get(person=eve).address == NEW
