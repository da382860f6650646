"""Whoever types an address in another way types the same address."""

import pytest
from django.test import Client

from accounts import actions
from accounts.addresses import identity, mailbox
from accounts.models import User
from tests import make
from tests.browsing.accounts import kinds_to, typed


def wide(address: str) -> str:
    """The same address with the first letter of its domain typed in full width."""
    return address.replace("@e", "@ｅ")


SAME = [
    "victim@example.org",
    "Victim@Example.ORG",
    " victim@ｅxample.org",
    "victim@ｅｘａｍｐｌｅ．org",
    "victim@example。org",
    "victim@example.org.",
]


@pytest.mark.parametrize("typed_so", SAME)
def test_one_person_however_the_domain_is_typed(typed_so: str) -> None:
    assert identity(typed_so) == "victim@example.org"


def test_a_domain_in_ascii_is_the_same_in_its_own_letters() -> None:
    assert identity("mia@xn--mller-kva.example") == identity("Mia@MÜLLER.example")
    assert identity("mia@MÜLLER.example") == "mia@müller.example"


@pytest.mark.parametrize(
    "odd", ["", "nobody", "a@", "@", "a@b..c", "a@" + "x" * 90, "a@xn--\u202e"]
)
def test_what_is_no_address_stays_what_it_is(odd: str) -> None:
    assert identity(identity(odd)) == identity(odd)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("victim+1@example.org", "victim@example.org"),
        ("v.i.c.t.i.m+x@gmail.com", "Victim@googlemail.com"),
        ("ｖictim@example.org", "victim@example.org"),
    ],
)
def test_one_mailbox_by_many_addresses(one: str, other: str) -> None:
    assert mailbox(one) == mailbox(other)


def test_dots_count_where_they_are_not_known_to_be_ignored() -> None:
    assert mailbox("a.b@example.org") != mailbox("ab@example.org")


@pytest.mark.django_db
def test_whoever_is_asked_by_a_look_alike_is_the_same_person() -> None:
    assert actions.meet("victim@ｅxample.org") == actions.meet("victim@example.org")
    assert User.objects.get_by_natural_key("VICTIM@example．org").email == "victim@example.org"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "facts", "kind"),
    [
        ("/account/signup/", typed(""), "already_have_account"),
        ("/account/login/code/", {}, "sign_in_code"),
        ("/account/password/reset/", {}, "reset_code"),
    ],
)
def test_whoever_types_the_domain_in_wide_letters_is_known(
    path: str, facts: dict[str, str], kind: str
) -> None:
    ada = make.person("Ada")

    Client().post(path, {**facts, "email": wide(ada.email)})

    assert kinds_to(ada.email) == [kind]


@pytest.mark.django_db
def test_an_address_in_wide_letters_signs_in() -> None:
    facts = {"login": wide(make.person("Ada").email), "password": make.PASSWORD}

    assert Client().post("/account/login/", facts).status_code == 302
