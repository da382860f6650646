"""Whoever has a look link is a stranger everywhere else: every address there is, asked by her browser."""

import re

import pytest

from tests.make.looks import followed
from tests.pages.addresses import TAKING, addresses
from tests.pages.personas import Answer, World, world

pytestmark = [pytest.mark.django_db, pytest.mark.walk]

# What her own look answers, before and after it was started and answered by this browser.
TABLE = """
                 start begun sent
looks:entry      GET   302 302 302
looks:look       GET   200 302 302
looks:look       POST  200 302 302
looks:page_one   GET   404 404 404
looks:questions  GET   302 200 302
looks:questions  POST  302 422 302
looks:relevance  GET   302 302 302
looks:relevance  POST  302 302 302
looks:thanks     GET   302 302 200
"""
FRESH = re.compile(r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"')


def plain(answer: Answer) -> Answer:
    """The answer without what is new each time."""
    return Answer(answer.status, answer.kind, FRESH.sub("", answer.body))


def guest(here: World) -> None:
    """One more browser: it knows nothing but the link."""
    here.browsers["guest"] = followed(here.look_link)


def test_a_look_link_opens_nothing_but_its_look() -> None:
    here = world()
    guest(here)

    for address in addresses():
        path = address.in_(here)
        for method in ("GET", "POST"):
            answers = [plain(here.ask(who, path, method)) for who in ("guest", "anonymous")]

            assert answers[0] == answers[1], (method, path)


def test_its_look_answers_as_the_table_says() -> None:
    here = world()
    guest(here)
    browser, ref = here.browsers["guest"], here.look_link.ref
    paths = {
        one.name: one.path({"ref": ref, "token": "wrong"})
        for one in addresses()
        if one.name in TAKING
    }
    rows = [line.split() for line in TABLE.splitlines()[2:]]
    found = [[name, method] for name, method, *_ in rows]
    steps = [{}, {"looks:look": {"pace": "1"}}, {"looks:questions": {"job": "Poet"}}]

    for step in steps:
        for name, typed in step.items():
            assert browser.post(paths[name], typed).status_code in {200, 302}
        for row in found:
            row.append(str(here.ask("guest", paths[row[0]], row[1]).status))

    assert found == rows
