"""What nobody types by hand, thrown at every address by everybody: never a fault of ours."""

import re
from urllib.parse import quote, urlencode

import pytest
from django.urls import reverse

from tests.pages.addresses import Address, addresses
from tests.pages.personas import World, world

pytestmark = pytest.mark.django_db

HOSTILE = (
    "a\0\u202e\U0001f40e%[[",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59",
    "99999999999999999999",
)
# Of those who have come in, one who may everything, and one who may little; and one who has not.
WHO = ("owner", "visitor", "anonymous")
NAME = re.compile(r'\bname="([^"]+)"')
IN_ADDRESSES = ("after", "choice", "document", "page", "next", "round", "left", "made", "who")
IN_FORMS = (
    "text",
    "key",
    "revision",
    "reason",
    "seen",
    "use",
    "until",
    "whom",
    "code",
    "box",
    "more",
)


def names_in(here: World) -> tuple[str, ...]:
    """Of all fields in the pages of her who may everything, and of what no page shows by itself."""
    pages = [here.ask("owner", address.in_(here)).body for address in addresses()]
    found = {name for body in pages for name in NAME.findall(body)}
    return (*IN_ADDRESSES, *IN_FORMS, *sorted(found - {"csrfmiddlewaretoken"}))


def twisted(address: Address, here: World, word: str) -> list[str]:
    """The address with this word for each of its parts in turn, as a stranger would type it."""
    marker = "zzzzzzzzzzzz"
    ids = address.ids(here)
    texts = [name for name in address.parameters if isinstance(ids[name], str)]
    paths = [address.path({**ids, name: marker}) for name in texts]
    return [path.replace(marker, quote(word, safe="")) for path in paths]


@pytest.mark.parametrize("word", HOSTILE, ids=ascii)
def test_no_word_anywhere_is_a_fault_of_ours(word: str) -> None:
    here = world()
    typed = urlencode(dict.fromkeys(names_in(here), word))
    asked = 0
    for address in addresses():
        there = address.in_(here)
        for who in WHO:
            for path in (f"{there}?{typed}", *twisted(address, here, word)):
                assert here.ask(who, path).status < 500, (who, path)
                asked += 1
            assert here.ask(who, there, "POST", typed).status < 500, (who, there)

    assert asked > 250


def test_an_address_that_no_letter_holds_is_not_there() -> None:
    here = world()
    for token in ("%e2%80%ae", "%00", "a%0ab", "a b"):
        answer = here.ask("anonymous", f"/i/{here.invitation.ref}/{token}/")
        assert answer.status == 404, token


def test_a_text_with_nul_is_kept_without_it() -> None:
    here = world()
    address = reverse("critique:comment", args=[here.said.ref])
    here.browsers["visitor"].post(address, {"text": "Lead\0 with it.", "revision": 1})

    here.said.refresh_from_db()
    assert here.said.text == "Lead with it."
