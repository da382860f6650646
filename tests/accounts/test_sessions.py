"""Who is signed in is found beside the session, and only its content says who that is."""

import pytest
from django.test import Client

from accounts.models import Session, User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def browser(ada: User) -> Client:
    """Hers."""
    made = Client()
    made.force_login(ada)
    return made


def who(browser: Client) -> User | None:
    """Whom the desk is for; None for whoever is asked to sign in."""
    answer = browser.get("/desk/")
    return answer.wsgi_request.user if answer.status_code == 200 else None  # type: ignore[return-value]  # it is open to nobody else


def test_a_session_knows_its_person_as_long_as_she_is_there(browser: Client, ada: User) -> None:
    assert Session.objects.get().person == ada
    assert who(browser) == ada

    ada.delete()

    assert not Session.objects.exists()
    assert who(browser) is None


def test_a_session_that_began_before_it_knew_is_hers_still(browser: Client, ada: User) -> None:
    Session.objects.update(person=None)

    assert who(browser) == ada


def test_a_row_that_is_set_to_another_person_lets_nobody_be_her(browser: Client, ada: User) -> None:
    Session.objects.update(person=make.person("Eve"))

    assert who(browser) == ada


def test_who_may_sign_in_no_more_is_signed_in_no_more(browser: Client, ada: User) -> None:
    assert who(browser) == ada

    User.objects.filter(pk=ada.pk).update(is_active=False)

    assert who(browser) is None


def test_another_password_ends_it(browser: Client, ada: User) -> None:
    ada.set_password("a much longer one")
    ada.save()

    assert who(browser) is None


def test_a_session_of_nobody_belongs_to_nobody(browser: Client) -> None:
    browser.post("/account/logout/")
    session = browser.session
    session["waits"] = "for a code"
    session.save()

    assert [one.person for one in Session.objects.all()] == [None]
    assert who(browser) is None
