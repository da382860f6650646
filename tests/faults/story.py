"""One trial's story: what people do over HTTP, and what they were promised.

Ben, who was asked, comments twice and finishes. Ada, who asked him, answers; uploads another text;
asks Cleo. Whoever gets no answer, or one that says the service is not well, sends the same again.
"""

import hashlib
import http.client
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse
from django.test import Client as Browser
from django.urls import reverse

from accounts.models import User
from mentorship.circle import links
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import hand_over
from mentorship.critique.models import Comment
from mentorship.critique.notices.finished import FINISHED
from mentorship.critique.notices.replies import REPLIES
from mentorship.documents.models import Version
from mentorship.notifications import codes
from mentorship.notifications.models import Letter, Preference
from mentorship.notifications.topics import Topic
from tests import make
from tests.infrastructure.client import Answer, HttpClient

T = TypeVar("T")

PATIENCE = 30.0  # seconds that somebody goes on trying
ANSWERS_WITHIN = 8.0  # seconds until they give up on one answer, and send the same again
PAUSE = 0.1
TOKEN = "k" * 32
LINES = 30


class Unanswered(Exception):  # noqa: N818 - it says what is the case
    """Somebody tried for so long, and the service never did what was asked."""


@dataclass(frozen=True)
class Promise:
    """What the service answered to somebody: an act, what it was about, and when it said so."""

    act: str
    facts: Mapping[str, str]
    at: float


@dataclass
class World:
    """A seeker with a text that is read, used by some trials one after another."""

    port: int
    ada: User
    version: Version

    @property
    def seeker(self) -> HttpClient:
        """Her browser, signed in."""
        signed_in = Browser(SERVER_NAME="localhost")
        signed_in.force_login(self.ada)
        return somebody(self.port, {name: one.value for name, one in signed_in.cookies.items()})


@dataclass
class Story:
    """One trial's people, and what they have been promised so far."""

    world: World
    ben: User
    invitation: Invitation
    seeker: HttpClient
    mentor: HttpClient
    cleo: str
    random: random.Random
    began: float
    promises: list[Promise] = field(default_factory=list)

    def tell(self) -> None:
        """All of it, in an order of its own after what depends on one another."""
        ways: list[list[Callable[[], None]]] = [
            [self.comment, self.comment, self.finish, self.answer],
            [self.upload],
            [self.ask],
        ]
        while ways:
            way = self.random.choice(ways)
            way.pop(0)()
            ways = [one for one in ways if one]

    def of(self, act: str) -> list[Promise]:
        """What was promised of this kind."""
        return [promise for promise in self.promises if promise.act == act]

    def comment(self) -> None:
        """Ben says something at a line."""
        text = f"About {uuid4()}."
        line = self.random.randint(1, LINES)
        words = {"text": text, "kind": "comment", "key": uuid4(), "line": line}
        place = [self.world.version.document.ref, self.world.version.number]
        self._send(self.mentor, reverse("critique:threads", args=place), words, {201})
        self._note("comment", text=text)

    def finish(self) -> None:
        """Ben sends what he has said."""
        summary = f"All in all {uuid4()}."
        words = {"verdict": "small_fixes", "summary": summary}
        path = reverse("critique:finish", args=[self.invitation.round.ref])
        self._send(self.mentor, path, words, {200, 204, 302})
        self._note("finish", summary=summary)

    def answer(self) -> None:
        """Ada answers what Ben said first."""
        said = Comment.objects.filter(author=self.ben).order_by("pk").select_related("thread")
        text = f"Thanks for {uuid4()}."
        path = reverse("critique:thread", args=[patiently(said[:1].get).thread.ref])
        self._send(self.seeker, path, {"text": text, "key": uuid4()}, {201})
        self._note("answer", text=text)

    def upload(self) -> None:
        """Ada uploads another text."""
        content = "".join(f"Line {number} of {uuid4()}.\n" for number in range(3)).encode()
        title = f"Text {uuid4()}"
        file = SimpleUploadedFile("text.txt", content, "text/plain")
        words = {"key": uuid4(), "title": title, "kind": "other", "file": file}
        self._send(self.seeker, reverse("documents:upload"), words, {201, 302})
        self._note("upload", title=title, sha256=hashlib.sha256(content).hexdigest())

    def ask(self) -> None:
        """Ada asks Cleo to read the text."""
        words = {
            "documents": self.world.version.document.ref,
            "minutes": 10,
            "openness": "table",
            "key": uuid4(),
            "people-TOTAL_FORMS": 1,
            "people-INITIAL_FORMS": 0,
            "people-0-name": "Cleo",
            "people-0-email": self.cleo,
        }
        self._send(self.seeker, reverse("circle:ask"), words, {302})
        self._note("ask", email=self.cleo)

    def revoke(self) -> None:
        """Ada takes back what she asked of Ben."""
        path = reverse("circle:revocation", args=[self.invitation.ref])
        self._send(self.seeker, path, {}, {302})
        self._note("revoke", email=self.ben.email, kind=REPLIES)

    def stop(self) -> None:
        """Ada wants no more letters about reviews."""
        words = {"topics": [one for one in Topic if one != Topic.REVIEWS]}
        self._send(self.seeker, reverse("notifications:letters"), words, {302})
        self._note("stop", email=self.world.ada.email, kind=FINISHED)

    def unsubscribe(self) -> None:
        """Ben's mail program presses the link that stops letters about answers; it is signed in nowhere."""
        ids = [self.ben.ref, Topic.REPLIES, codes.stop_token(self.ben, Topic.REPLIES)]
        self._send(
            somebody(self.world.port, {}),
            reverse("notifications:unsubscription", args=ids),
            {"List-Unsubscribe": "One-Click"},
            {200},
        )
        self._note("unsubscribe", email=self.ben.email, kind=REPLIES)

    def silence(self) -> None:
        """Ben wants no more letters of Ada, and says so by the link in hers that is for this."""
        letters = urlsplit(links.stop(self.invitation)).path
        _again_and_again(self.mentor, lambda: self.mentor.get(letters), letters, {302})
        path = reverse("circle:silence", args=[self.invitation.ref])
        self._send(self.mentor, path, {"whom": "seeker"}, {302})
        self._note("silence", email=self.ben.email, kind=REPLIES)

    def _note(self, act: str, **facts: str) -> None:
        self.promises.append(Promise(act, facts, time.time()))

    def _send(
        self, who: HttpClient, path: str, words: Mapping[str, object], wanted: set[int]
    ) -> None:
        """The same form until it is answered as it should be. Raises Unanswered after a while."""

        def post() -> Answer:
            if isinstance(file := words.get("file"), SimpleUploadedFile):
                file.seek(0)
            return who.post(path, TOKEN, words)

        _again_and_again(who, post, path, wanted)


def _again_and_again(
    who: HttpClient, ask: Callable[[], Answer], path: str, wanted: set[int]
) -> None:
    ends = time.monotonic() + PATIENCE
    seen = "nothing"
    while time.monotonic() < ends:
        try:
            answer = ask()
        except (OSError, http.client.HTTPException) as error:
            who.connection.close()
            seen = repr(error)
        else:
            if answer.status in wanted:
                return
            seen = f"{answer.status} {answer.sentence[-200:]}"
            if answer.status < 500:
                break
        time.sleep(PAUSE)
    raise Unanswered(f"{path}: {seen}")


def patiently(ask: Callable[[], T]) -> T:
    """What the database says, as soon as it says something."""
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            return ask()
        except (OperationalError, InterfaceError):
            connection.close()
            if time.monotonic() > ends:
                raise
            time.sleep(PAUSE)


def somebody(port: int, cookies: Mapping[str, str]) -> HttpClient:
    """A browser with these cookies, and with a token for its forms."""
    client = HttpClient(port, {**cookies, settings.CSRF_COOKIE_NAME: TOKEN})
    client.connection.timeout = ANSWERS_WITHIN
    return client


def new_world(port: int) -> World:
    """A seeker and a text of hers, which the service's own worker has prepared."""
    ada = make.person("Ada")
    text = "".join(f"Line {number} of what is discussed.\n" for number in range(1, LINES + 1))
    version = make.document(ada, text=text).versions.get()
    ends = time.monotonic() + PATIENCE
    while not version.is_ready and time.monotonic() < ends:
        time.sleep(PAUSE)
        version.refresh_from_db()
    assert version.is_ready, version.refusal
    return World(port, ada, version)


def new_story(world: World, seed: int) -> Story:
    """Ben is asked, has opened his letter, and holds a pass; nobody has said anything yet."""
    began = time.time()
    # What she chose in another story, and that her address had no mailbox in it.
    Preference.objects.filter(person=world.ada).delete()
    Letter.objects.filter(address=world.ada.email, state=Letter.State.FAILED).update(reason="")
    ben = make.invited("Ben")
    given = make.grant(world.version.document, to=ben)
    answer = HttpResponse()
    hand_over(answer, make.visitor_pass(given))
    return Story(
        world=world,
        ben=ben,
        invitation=Invitation.objects.select_related("round").get(pk=given.source_id),
        seeker=world.seeker,
        mentor=somebody(world.port, {name: one.value for name, one in answer.cookies.items()}),
        cleo=f"cleo-{uuid4().hex[:8]}@example.org",
        random=random.Random(seed),  # noqa: S311 - to tell the same story again
        began=began,
    )
