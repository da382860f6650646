"""`visible_to` in SQL and `rights` in Python are one law: every state there is, enumerated."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from accounts.reader import NOBODY, Reader, Way, as_account
from mentorship.documents.access import NONE, OWNER, Rights, require, rights
from mentorship.documents.models import Document, Grant, Version
from mentorship.toolbox.refused import Refused
from tests import make

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
ENDS = {"open": None, "future": DAY, "past": -DAY}
SCOPES = ("all", "this", "another", "empty")
WAYS = tuple(Way)


@dataclass(frozen=True)
class State:
    """One way a reader can stand towards a document, by one grant."""

    source: Grant.Source
    may: Grant.May
    ends: str
    is_ended: bool


STATES = [
    State(*facts) for facts in itertools.product(Grant.Source, Grant.May, ENDS, (False, True))
]


def given(state: State, document: Document, to: User, number: int) -> Grant:
    """The row of this state: rooms above write such rows, whatever the source."""
    now, ends = timezone.now(), ENDS[state.ends]
    return Grant.objects.create(
        document=document,
        person=to,
        source=state.source,
        source_id=number,
        may=state.may,
        ends_at=None if ends is None else now + ends,
        ended_at=now if state.is_ended else None,
    )


def readers(person: User, grant: Grant) -> Iterator[Reader]:
    """`person` by every way and in every scope, reachable or not: the law holds for all."""
    scopes = {
        "all": None,
        "this": frozenset({grant.pk}),
        "another": frozenset({grant.pk + 1000}),
        "empty": frozenset[int](),
    }
    for way, scope in itertools.product(WAYS, SCOPES):
        yield Reader(person=person, way=way, scope=scopes[scope])


def expected(state: State, reader: Reader, grant: Grant) -> Rights:
    """The law in words, for a document of Ada's."""
    if reader.owns and reader.person == grant.document.owner:
        return OWNER
    in_scope = reader.scope is None or grant.pk in reader.scope
    if state.is_ended or state.ends == "past" or not in_scope:
        return NONE
    return Rights(read=True, comment=state.may is Grant.May.COMMENT)


@pytest.fixture
def ada() -> User:
    return make.person("Ada")


@pytest.fixture
def ben() -> User:
    return make.person("Ben")


@pytest.mark.parametrize("whose", ["somebody else's", "her own"])
def test_a_grant_opens_just_what_it_says_in_every_state(ada: User, ben: User, whose: str) -> None:
    reading = ada if whose == "her own" else ben
    for number, state in enumerate(STATES, start=1):
        document = make.draft(ada)
        grant = given(state, document, reading, number)
        for reader in readers(reading, grant):
            law = expected(state, reader, grant)

            assert rights(reader, document) == law, (state, reader)
            assert Document.objects.visible_to(reader).exists() is law.read, (state, reader)
        document.delete()


def test_versions_are_seen_by_whoever_may_read_their_document_once_ready(
    ada: User, ben: User
) -> None:
    document = make.draft(ada)
    versions = [make.version(document) for _ in Version.State]
    for version, stage in zip(versions, Version.State, strict=True):
        Version.objects.filter(pk=version.pk).update(state=stage)
    for number, state in enumerate(STATES, start=1):
        grant = given(state, document, ben, number)
        for reader in readers(ben, grant):
            seen = set(Version.objects.visible_to(reader).values_list("state", flat=True))

            assert seen == ({"ready"} if rights(reader, document).read else set()), (state, reader)
        grant.delete()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("scope", [None, frozenset[int]()])
def test_an_owner_owns_when_she_signed_in_and_never_by_a_link(
    ada: User, way: Way, scope: frozenset[int] | None
) -> None:
    document = make.document(ada)
    reader = Reader(person=ada, way=way, scope=scope)
    owns = way is Way.ACCOUNT

    assert rights(reader, document) == (OWNER if owns else NONE)
    assert Document.objects.visible_to(reader).exists() is owns
    assert Document.objects.owned_by(reader).exists() is owns
    assert Version.objects.visible_to(reader).exists() is owns


@pytest.mark.parametrize("reader", [NOBODY, *(Reader(way=way, scope=None) for way in WAYS)])
def test_nobody_reads_whatever_is_granted_to_others(ada: User, ben: User, reader: Reader) -> None:
    document = make.document(ada)
    make.grant(document, to=ben)

    assert rights(as_account(ben), document).read
    assert rights(reader, document) == NONE
    assert not Document.objects.visible_to(reader).exists()
    assert not Version.objects.visible_to(reader).exists()


def test_a_grant_on_one_document_opens_no_other(ada: User, ben: User) -> None:
    mine, other = make.document(ada), make.document(ada)
    grant = make.grant(mine, to=ben)

    for reader in (as_account(ben), make.visitor(grant)):
        assert list(Document.objects.visible_to(reader)) == [mine]
        assert rights(reader, other) == NONE


def test_nobody_is_given_a_masked_text_while_nothing_masks(ada: User, ben: User) -> None:
    given = make.grant(make.document(ada), to=ben)
    given.shows = Grant.Shows.MASKED

    with pytest.raises(IntegrityError), transaction.atomic():
        given.save()

    given.refresh_from_db()
    assert given.shows == Grant.Shows.FULL


@pytest.mark.parametrize("first", Grant.May)
@pytest.mark.parametrize("second", Grant.May)
def test_the_widest_live_grant_counts(
    ada: User, ben: User, first: Grant.May, second: Grant.May
) -> None:
    document = make.document(ada)
    full = make.grant(document, to=ben, may=first)
    make.grant(document, to=ben, may=second)
    comment = Grant.May.COMMENT

    assert rights(as_account(ben), document) == Rights(
        read=True, comment=comment in {first, second}
    )
    make.revoked(full)
    assert rights(as_account(ben), document) == Rights(read=True, comment=second == comment)


def test_a_pass_sees_its_own_invitation_and_an_account_sees_all(ada: User, ben: User) -> None:
    document = make.document(ada)
    make.grant(document, to=ben, may=Grant.May.COMMENT)
    reading = make.grant(document, to=ben, may=Grant.May.READ)

    assert rights(as_account(ben), document).comment
    assert rights(make.visitor(reading), document) == Rights(read=True)


def test_a_revoked_invitation_ends_its_grant_and_leaves_the_others(ada: User, ben: User) -> None:
    document = make.document(ada)
    kept, ended = make.grant(document, to=ben), make.grant(document, to=ben)

    make.revoked(ended)

    assert rights(make.visitor(ended), document) == NONE
    assert rights(make.visitor(kept), document).comment


@pytest.mark.parametrize(
    ("right", "codes"),
    [
        ("read", {"owner": None, "commenting": None, "reading": None, "stranger": "not-found"}),
        ("comment", {"owner": None, "commenting": None, "reading": "may-not"}),
        ("own", {"owner": None, "commenting": "may-not", "reading": "may-not"}),
    ],
)
def test_require_refuses_what_is_not_among_the_rights(
    ada: User, right: str, codes: dict[str, str | None]
) -> None:
    document = make.document(ada)
    people = {name: make.person(name) for name in ("commenting", "reading", "stranger")}
    make.grant(document, to=people["commenting"])
    make.grant(document, to=people["reading"], may=Grant.May.READ)
    people["owner"] = ada

    answers = {name: refusal(people[name], right, document) for name in codes}

    assert answers == codes


def refusal(person: User, right: str, document: Document) -> str | None:
    """The code of the refusal, or None."""
    try:
        require(as_account(person), right, on=document)  # type: ignore[arg-type]  # one of Right
    except Refused as refused:
        return refused.code
    return None
