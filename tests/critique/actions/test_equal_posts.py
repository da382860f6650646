"""Fifty times the same press at once, through real sockets: one of each, and fifty equal answers."""

import http.client
import re
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation
from mentorship.critique.models import Comment, Review, Suggestion, Thread
from mentorship.documents.models import Version
from mentorship.notifications.models import Event
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.make import saying

pytestmark = pytest.mark.django_db(transaction=True)

MANY = 50
PATIENCE = 300  # seconds: two cores may have much else to do
SECRET = "k" * 32
Answer = tuple[int, str, str]


def fifty(server: LiveServer, browser: Client, path: str, **typed: object) -> Counter[Answer]:
    """The answers, counted: status, where to go, and what is shown."""
    form = urlencode({"csrfmiddlewaretoken": SECRET, **typed})
    cookies = {name: one.value for name, one in browser.cookies.items()}
    cookies[settings.CSRF_COOKIE_NAME] = SECRET
    headers = {
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "Content-Type": "application/x-www-form-urlencoded",
        "Fragment-For": "http://testserver/",
    }
    at_the_door, all_there = threading.Lock(), threading.Barrier(MANY)

    def press(_number: int) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=PATIENCE)
        with at_the_door:  # one after another: a test server's queue is short
            connection.request("GET", "/static/js/forms/kept-words.js")
            connection.getresponse().read()
        all_there.wait(PATIENCE)
        connection.request("POST", path, form, headers)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, answer.headers.get("Location", ""), body

    with ThreadPoolExecutor(MANY) as people:
        return Counter(people.map(press, range(MANY)))


@pytest.fixture
def mentor(version: Version, ben: Reader) -> Client:
    """Ben's browser."""
    return visit(make.visitor_pass(version.document.grants.get(person=ben.person)))


def test_one_comment(
    version: Version, ben: Reader, mentor: Client, live_server: LiveServer
) -> None:
    path = f"{version.get_absolute_url()}threads/"

    answers = fifty(live_server, mentor, path, text="Once.", line=2, key=uuid4())

    assert [(answer[0], count) for answer, count in answers.items()] == [(201, MANY)]
    assert Comment.objects.get().text == "Once."
    assert Thread.objects.count() == Review.objects.count() == 1


def test_one_reply(version: Version, ada: User, ben: Reader, live_server: LiveServer) -> None:
    path = saying.point(version, ben).get_absolute_url()

    answers = fifty(live_server, sign_in(ada), path, text="Thank you.", key=uuid4())

    assert [(answer[0], count) for answer, count in answers.items()] == [(201, MANY)]
    assert Comment.objects.filter(text="Thank you.").count() == 1
    assert Event.objects.filter(kind="critique.replies").count() == 1


def test_one_is_sent_ahead_once(
    version: Version, ben: Reader, mentor: Client, live_server: LiveServer
) -> None:
    path = f"/comments/{saying.draft(version, ben).ref}/sending/"

    answers = fifty(live_server, mentor, path)

    assert [(answer[0], count) for answer, count in answers.items()] == [(200, MANY)]
    assert Event.objects.filter(kind="critique.sent_now").count() == 1


def test_one_review_is_finished_once(
    version: Version, ben: Reader, mentor: Client, live_server: LiveServer
) -> None:
    saying.draft(version, ben)
    path = f"/reviews/{saying.round_of(ben, version).ref}/finish/"
    typed = {"verdict": "ready", "summary": "Go ahead.", "lens": "peer", "revision": 1}

    answers = fifty(live_server, mentor, path, **typed)

    assert [(answer[0], count) for answer, count in answers.items()] == [(302, MANY)]
    assert Event.objects.filter(kind="critique.finished").count() == 1
    assert Review.objects.get().generation == 2


def test_another_look_is_asked_for_once(
    version: Version, ada: User, ben: Reader, live_server: LiveServer
) -> None:
    saying.point(version, ben)
    invitation = Invitation.objects.get()

    answers = fifty(live_server, sign_in(ada), f"/invitations/{invitation.ref}/another-look/")

    assert [(answer[0], count) for answer, count in answers.items()] == [(302, MANY)]
    assert Event.objects.filter(kind="circle.another_look").count() == 1
    invitation.refresh_from_db()
    assert invitation.generation == 2


def test_a_suggestion_is_accepted_once(
    version: Version, ada: User, ben: Reader, live_server: LiveServer
) -> None:
    said = saying.point(version, ben, wording="Designed the first program").comments.get()

    answers = fifty(live_server, sign_in(ada), f"/comments/{said.ref}/acceptance/")

    moments = {re.sub(r'data-after="[^"]*"', "", answer[2]) for answer in answers}
    assert {answer[0] for answer in answers} == {200}
    assert len(moments) == 1
    assert Suggestion.objects.get().accepted_at


def test_a_round_is_opened_up_once(
    version: Version, ada: User, ben: Reader, live_server: LiveServer
) -> None:
    asked = saying.round_of(ben, version)
    circle.choose_openness(asked, by=as_account(ada), openness="apart")
    saying.point(version, ben)

    path = f"{asked.get_absolute_url()}openness/"
    answers = fifty(live_server, sign_in(ada), path, openness="table")

    assert [(answer[0], count) for answer, count in answers.items()] == [(302, MANY)]
    assert Event.objects.filter(kind="critique.opened_up").count() == 1
