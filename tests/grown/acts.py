"""What people do among many others, and what workers look for: each can be done again and again."""

import random
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from mentorship.celery import app
from mentorship.circle.models import Pass
from mentorship.circle.visitors.passes import hand_over
from mentorship.critique.models import Review
from mentorship.documents.models import Document, Version
from tests.grown.village import LINES, Village
from tests.make import looks

SWEEPS = (
    "notifications.sweep",
    "documents.sweep",
    "documents.reread",
    "circle.sweep",
    "critique.sweep",
    "documents.forget_refused",
)

Act = Callable[[], object]


def pages(village: Village, people: int) -> dict[str, list[Act]]:
    """Each page by its name, as so many people open it who have as much there as one another."""
    desk, documents = reverse("home:desk"), reverse("documents:documents")
    notices = reverse("notifications:notices")
    some = partial(_some, count=people)
    ordinary, revised, discussed = (
        list(_versions(some(village.documents[kind])))
        for kind in ("ordinary", "revised", "discussed")
    )
    return {
        "desk, a few documents": [_opens(_account(pk), desk) for pk in some(village.seekers)],
        "desk, many documents": [_opens(_account(pk), desk) for pk in some(village.hoarders)],
        "desk of a mentor": [_opens(_account(pk), desk) for pk in some(village.mentors)],
        "place of a mentor": [
            _opens(_account(pk), reverse("home:mentoring")) for pk in some(village.mentors)
        ],
        "list of many documents": [
            _opens(_account(pk), documents) for pk in some(village.hoarders)
        ],
        "the bell": [_opens(_account(pk), notices) for pk in some(village.seekers)],
        "reading page, a few points": [_reads(one) for one in ordinary],
        "reading page, second version": [_reads(one) for one in revised],
        "reading page, many points": [_reads(one) for one in discussed],
        "reading page by a pass": [_comes(one) for one in ordinary],
        "news when there are none": [_asks_for_news(one) for one in discussed],
        "comment by a pass": [_comments(one) for one in ordinary],
        "what readers recall": [_hears(one) for one in ordinary],
        "look by its link": [_looks(one) for one in ordinary],
    }


def finishing(village: Village, people: int) -> list[Act]:
    """Mentors send what they have drafted since, which tells the seekers."""
    return [_finishes(one) for one in _versions(_some(village.documents["ordinary"], people))]


def sweeps() -> dict[str, list[Act]]:
    """Each by its name, as a worker does it."""
    app.loader.import_default_modules()
    return {name: [app.tasks[name].run] for name in SWEEPS}


def _some(ids: range, count: int) -> list[int]:
    return random.Random(1).sample(ids, min(count, len(ids)))  # noqa: S311 - the same ones again


def _versions(documents: list[int]) -> Iterable[Version]:
    found = Version.objects.filter(document__in=documents).order_by("document", "-number")
    return found.distinct("document").select_related("document__owner")


def _account(pk: int) -> Client:
    browser = Client()
    browser.force_login(User.objects.get(pk=pk))
    return browser


def _visitor(document: Document) -> Client:
    """Somebody who came by the link of her letter."""
    browser, answer = Client(), HttpResponse()
    passes = Pass.objects.filter(invitation__round__documents=document)
    hand_over(answer, passes.order_by("pk")[0])
    browser.cookies = answer.cookies
    return browser


def _opens(browser: Client, path: str) -> Act:
    return lambda: _is(browser.get(path), 200)


def _reads(version: Version) -> Act:
    return _opens(_account(version.document.owner_id), version.get_absolute_url())


def _comes(version: Version) -> Act:
    return _opens(_visitor(version.document), version.get_absolute_url())


def _asks_for_news(version: Version) -> Act:
    path = reverse("critique:news", args=[version.document.ref, version.number])
    after = (timezone.now() + timedelta(hours=1)).isoformat()
    browser = _account(version.document.owner_id)
    return lambda: _is(browser.get(path, {"after": after}), 204)


def _comments(version: Version) -> Act:
    browser, line = _visitor(version.document), version.pk % LINES + 1
    path = reverse("critique:threads", args=[version.document.ref, version.number])

    def comment() -> None:
        words = {"text": "Lead with the *result*.", "kind": "comment", "key": uuid4(), "line": line}
        _is(browser.post(path, words, headers={"Fragment-For": "http://testserver/"}), 201)

    return comment


def _hears(version: Version) -> Act:
    path = reverse("looks:looks", args=[version.document.ref])
    return _opens(_account(version.document.owner_id), path)


def _looks(version: Version) -> Act:
    """A browser that was never there comes by a look link, and begins."""
    link = looks.look_link(version.document, most=50)

    def look() -> None:
        browser = looks.followed(link)
        _is(browser.post(looks.at("look", link.ref), {"pace": "1"}), 200)

    return look


def _finishes(version: Version) -> Act:
    browser, comment = _visitor(version.document), _comments(version)
    asked = Review.objects.filter(round__documents=version.document).order_by("pk")[0].round
    path = reverse("critique:finish", args=[asked.ref])

    def finish() -> None:
        comment()
        _is(browser.post(path, {"verdict": "small_fixes", "summary": ""}), 302)

    return finish


def _is(answer: HttpResponse, wanted: int) -> None:
    assert answer.status_code == wanted, answer.content[:300]
