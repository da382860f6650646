"""Whatever stands in an address, in a query or in a form: nobody is answered with a mistake of ours."""

import re
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from urllib.parse import quote

import pytest
from django import forms
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse

from mentorship.toolbox.web.middleware import WithoutNul
from tests.infrastructure.node import ROOT
from tests.pages.addresses import Address, addresses
from tests.pages.personas import FORM, World, world

pytestmark = pytest.mark.django_db

WHO = ("anonymous", "visitor", "owner")
# As they come over the line: NUL, a sign that turns the order round, half of a pair of UTF-16, bytes
# that are no UTF-8, a moment that is beyond all time in UTC, numbers no database takes, ten kilobytes.
VALUES = (
    "%00",
    "a%00b",
    "%E2%80%AE",
    "%ED%A0%80",
    "%FF%FE",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00%2B23:59",
    "9" * 30,
    "9223372036854775808",
    "-1",
    "1e999",
    "NaN",
    "%5B%5D",
    "a" * 10_000,
    "%25s%27%22%3C",
)
PATHS = ("%00", "%E2%80%AE", "%FF", "9" * 30)
MULTIPART = "multipart/form-data; boundary=edge"
PART = b'--edge\r\nContent-Disposition: form-data; name="text"'
BODIES = (
    (b'{"text": "\\ud800"}', "application/json"),
    (b"text=%FF%00&key=%ED%A0%80", FORM),
    (b"text=\xff\xfe\x00", f"{FORM}; charset=utf-16"),
    (b"text=a", f"{FORM}; charset=nonsense"),
    (b"text=a", "multipart/form-data"),
    (PART, MULTIPART),
    (PART + b"\r\n\r\n\xff\x00\xed\xa0\x80\r\n--edge--\r\n", MULTIPART),
    (PART + b'; filename="\xff\x00"\r\n\r\nwords\r\n--edge--\r\n', MULTIPART),
    (PART + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%\r\n--edge--\r\n", MULTIPART),
    (b"<text/>", "text/xml"),
    (b"", "/;;=;"),
)
READ = re.compile(
    r'(?:GET|POST)(?:\.get|\.getlist)?[\[(]"(\w+)"|"(\w+)" in \w+(?:\.\w+)*\.(?:GET|POST)'
)


def everything_named() -> list[str]:
    """Every name of a field of a form, and of a query."""
    addresses()  # so that every form is known
    kinds, found = [forms.BaseForm], {"page", "after", "login", "next", "more", "whom", "action"}
    for kind in kinds:
        kinds += kind.__subclasses__()
        found |= set(getattr(kind, "base_fields", ()))
    for path in (ROOT / "mentorship").rglob("*.py"):
        found |= {name for pair in READ.findall(path.read_text()) for name in pair if name}
    numbered = {"people-0-name", "people-0-email", "people-TOTAL_FORMS", "people-INITIAL_FORMS"}
    return sorted(found | numbered)


def hostile(shift: int) -> str:
    """Every name with one of the values; of `len(VALUES)` shifts each gives it another one."""
    values = islice(cycle(VALUES), shift, None)
    pairs = zip(everything_named(), values, strict=False)
    return "&".join(f"{quote(name)}={value}" for name, value in pairs)


@pytest.fixture
def here() -> World:
    """The world, in which a mistake of ours is answered as it is in production."""
    made = world()
    for browser in made.browsers.values():
        browser.raise_request_exception = False
    return made


def broken(
    here: World, asked: Iterator[tuple[str, str, bytes | str, str]], people: Sequence[str] = WHO
) -> list[object]:
    """What was answered with 500, of paths, methods, bodies and their types asked by these people."""
    return [
        (who, method, path[:120], body[:80], kind)
        for path, method, body, kind in asked
        for who in people
        if here.ask(who, path, method, body, kind).status >= 500
    ]


def of_all(here: World) -> Iterator[tuple[Address, str]]:
    return ((address, address.in_(here)) for address in addresses())


def test_the_names_are_those_of_forms_and_queries() -> None:
    assert {"text", "email", "login", "after", "page", "document", "box", "code"} <= set(
        everything_named()
    )


@pytest.mark.walk
@pytest.mark.parametrize("shift", [0, 7])
def test_no_query_breaks_a_page(here: World, shift: int) -> None:
    query = hostile(shift)
    asked = ((f"{path}?{query}", "GET", "", FORM) for _address, path in of_all(here))

    assert broken(here, asked) == []


@pytest.mark.walk
@pytest.mark.parametrize("shift", [0, 7])
def test_no_form_breaks_a_page(here: World, shift: int) -> None:
    typed = hostile(shift)
    asked = ((path, "POST", typed, FORM) for _address, path in of_all(here))

    assert broken(here, asked) == []


def test_no_number_is_too_large_for_either_database(here: World) -> None:
    typed = "&".join(f"{quote(name)}={'9' * 30}" for name in everything_named())
    asked = [(f"{path}?{typed}", "GET", "", FORM) for _address, path in of_all(here)]
    asked += [
        (path, method, "nothing=", FORM)
        for address in addresses()
        for path, method in hostile_paths(address, here, PATHS[-1:])
    ]

    assert broken(here, iter(asked), ["owner"]) == []


@pytest.mark.walk
def test_no_body_breaks_a_page(here: World) -> None:
    asked = ((path, "POST", body, kind) for _address, path in of_all(here) for body, kind in BODIES)

    assert broken(here, asked, ["owner"]) == []


@pytest.mark.walk
def test_nothing_in_an_address_breaks_a_page(here: World) -> None:
    asked = (
        (path, method, "nothing=", FORM)
        for address in addresses()
        for path, method in hostile_paths(address, here)
    )

    assert broken(here, asked) == []


def test_an_address_that_no_letter_holds_is_not_there(here: World) -> None:
    for token in ("%e2%80%ae", "%00", "a%0ab", "a b"):
        answer = here.ask("anonymous", f"/i/{here.invitation.ref}/{token}/")
        assert answer.status == 404, token


def test_a_text_with_nul_is_kept_without_it(here: World) -> None:
    address = reverse("critique:comment", args=[here.said.ref])
    here.browsers["visitor"].post(address, {"text": "Lead\0 with it.", "revision": 1})

    here.said.refresh_from_db()
    assert here.said.text == "Lead with it."


def test_a_form_is_read_without_nul(rf: RequestFactory) -> None:
    request = rf.post("/", {"te\0xt": ["a\0b", "c"]})

    WithoutNul(lambda _request: HttpResponse()).process_view(request)

    assert dict(request.POST.lists()) == {"text": ["ab", "c"]}


def hostile_paths(
    address: Address, here: World, values: Sequence[str] = PATHS
) -> Iterator[tuple[str, str]]:
    """The address with one part at a time replaced by something nobody meant."""
    ids = address.ids(here)
    for name in sorted(address.parameters):
        marked = {**ids, name: 987654321 if isinstance(ids[name], int) else "zzzhostilezzz"}
        try:
            path = address.path(marked)
        except NoReverseMatch:
            continue
        for value in values:
            yield path.replace(str(marked[name]), value), "GET"
        yield path.replace(str(marked[name]), PATHS[-1]), "POST"
