"""Browsers of people who signed in, or who hold passes."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import User
from mentorship.circle.models import Pass
from mentorship.circle.visitors.passes import hand_over
from tests import make


def sign_in(person: User, password: str = make.PASSWORD) -> Client:
    """A browser in which she signed in with her password."""
    browser = Client()
    typed = {"login": person.email, "password": password}
    assert browser.post(reverse("account_login"), typed).status_code == 302
    return browser


def visit(newest: Pass, *others: Pass) -> Client:
    """A browser that holds this pass, and perhaps earlier ones."""
    answer = HttpResponse()
    hand_over(answer, newest, beside=[one.ref for one in others])
    browser = Client()
    browser.cookies.update(answer.cookies)
    return browser


def signed_in(person: User) -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    client.force_login(person)
    return client
