"""Every address there is, asked by everybody there is. An address that is not in the table fails."""

import re
from collections.abc import Iterable

import pytest
from django.test import Client

from tests.pages.addresses import Address, addresses
from tests.pages.matrix import LINES, REF, everything
from tests.pages.personas import PERSONAS, Answer, world

pytestmark = [pytest.mark.django_db, pytest.mark.walk]

# They have no right to the document. The first two have not come in: they are asked to sign in.
OUTSIDE = ("anonymous", "lapsed")
WITHOUT_RIGHTS = (*OUTSIDE, "stranger", "revoked", "elsewhere")


def row(address: Address, method: str, statuses: Iterable[int]) -> str:
    """One line of the table."""
    return f"{address.name:<36}{method:<5}" + " ".join(map(str, statuses))


def test_everybody_gets_what_the_table_says_and_looking_changes_nothing_but_the_trail() -> None:
    here = world()
    before = everything()
    looked: dict[str, dict[Address, int]] = {}
    for who, browser in ((who, here.browsers[who]) for who in PERSONAS):
        looked[who] = {address: status(browser, address.in_(here)) for address in addresses()}
        assert everything() == before, who

    rows = []
    for address in addresses():
        rows.append(row(address, "GET", (looked[who][address] for who in PERSONAS)))
        sent = (here.ask(who, address.in_(here), "POST").status for who in PERSONAS)
        rows.append(row(address, "POST", sent))

    assert "\n".join(rows) == "\n".join(LINES)


def test_what_is_not_hers_looks_like_what_is_not_there() -> None:
    here = world()
    compared = 0
    for address in (one for one in addresses() if "ref" in one.parameters):
        there = address.in_(here)
        missing = address.path({**address.ids(here), "ref": "zzzzzzzzzzzz"})
        for who in WITHOUT_RIGHTS:
            for method in ("GET", "POST"):
                answers = [plain(here.ask(who, path, method), path) for path in (there, missing)]

                assert answers[0] == answers[1], (who, method, there)
                compared += 1

    assert compared > 100


def test_parts_of_another_document_are_not_found_under_this_one() -> None:
    here = world()
    assert here.other.number == 2
    assert here.other.pages.filter(number=2).exists()
    for wrong in ({"number": 2}, {"page_number": 2}, {"scale": 9}, {"number": 0}):
        deep = [address for address in addresses() if set(wrong) <= address.parameters]
        for address in deep:
            path = address.path({**address.ids(here), **wrong})
            answers = {who: here.ask(who, path).status for who in PERSONAS}

            assert answers == {who: 302 if who in OUTSIDE else 404 for who in PERSONAS}, path
        assert deep


def status(browser: Client, path: str) -> int:
    """Of the answer to a look at this path; what looking changes stays changed."""
    answer = browser.get(path)
    answer.close()
    return answer.status_code


def plain(answer: Answer, path: str) -> Answer:
    """The answer without what is new each time, and without the path and the ref that were asked."""
    fresh = r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"'
    body = re.sub(fresh, "", answer.body).replace(path, "PATH")
    for ref in REF.findall(path):
        body = body.replace(ref, "REF")
    return Answer(answer.status, answer.kind, body)
