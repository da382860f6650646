"""`visible_to` in SQL and `thread_rights` in Python are one law: who sees a thread, in every state."""

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.utils import timezone

from accounts.reader import NOBODY, Reader, as_account
from mentorship.circle.models import Invitation, Round
from mentorship.circle.visitors.passes import reader_of
from mentorship.critique import actions
from mentorship.critique.access import NONE, ThreadRights, asked_in, require, thread_rights
from mentorship.critique.models import Comment, Thread
from mentorship.documents.access import rights
from mentorship.documents.models import Document, Grant, Version
from mentorship.toolbox.refused import Refused
from tests import make
from tests.make import saying
from tests.make.saying import two_at_one_table

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("openness", "sent", "has_finished"),
    list(itertools.product(Round.Openness.values, ("no", "ahead", "all"), (False, True))),
)
def test_a_round_shows_others_what_it_promises(
    version: Version, openness: str, sent: str, has_finished: bool
) -> None:
    ben, eve = two_at_one_table(version, openness)
    thread = {"no": unsent, "ahead": saying.ahead, "all": saying.point}[sent](version, ben)
    if has_finished:
        saying.finish(version, eve)

    both = sent == "all" and has_finished
    shows = {"table": sent != "no", "blind_first": both, "apart": False}[openness]
    assert thread_rights(eve, thread).read == shows
    assert thread_rights(ben, thread).read
    for reader in (ben, eve, as_account(version.document.owner)):
        seen = {thread} if thread_rights(reader, thread).read else set()
        held = rights(reader, version.document)
        assert set(Thread.objects.visible_to(reader)) == seen
        assert set(Thread.objects.seen_on(version.document, reader, held)) == seen


def unsent(version: Version, mentor: Reader) -> Thread:
    """A thread that only its author sees."""
    return saying.draft(version, mentor).thread


def test_what_is_left_of_somebody_who_is_gone_is_shown_to_whoever_has_finished(
    version: Version,
) -> None:
    ben, eve = two_at_one_table(version, Round.Openness.BLIND_FIRST)
    thread = saying.point(version, ben)
    Thread.objects.update(author=None)
    thread.refresh_from_db()

    for is_shown in (False, True):
        assert thread_rights(eve, thread).read == is_shown
        assert set(Thread.objects.visible_to(eve)) == ({thread} if is_shown else set())
        saying.finish(version, eve)


def test_both_say_the_same_of_everybody(version: Version, seeker: Reader, ben: Reader) -> None:
    ann, eve = two_at_one_table(version, Round.Openness.TABLE)
    reading = make.visitor(make.grant(version.document, make.invited(), may=Grant.May.READ))
    taken_back = make.grant(version.document, make.invited())
    gone = make.visitor(taken_back)
    make.revoked(taken_back)
    stranger = as_account(make.person("Kim"))
    threads = [saying.point(version, by) for by in (ben, ann)] + [saying.draft(version, eve).thread]
    deleted = saying.point(version, ben, "Never mind.")
    actions.delete(deleted.comments.get(), by=ben)
    threads = list(Thread.objects.filter(pk__in=[one.pk for one in [*threads, deleted]]))

    for reader in (seeker, ben, ann, eve, reading, gone, stranger, NOBODY):
        seen = set(Thread.objects.visible_to(reader))
        held = rights(reader, version.document)
        on_it = Thread.objects.seen_on(version.document, reader, held)
        assert seen == {one for one in threads if thread_rights(reader, one).read}
        assert set(on_it) == set(Thread.objects.seen_by(reader))


def test_a_thread_is_answered_by_the_seeker_and_by_whoever_is_asked(
    version: Version, seeker: Reader, ben: Reader
) -> None:
    thread = saying.point(version, ben)
    hers = ThreadRights(read=True, reply=True, resolve=True, place=True)
    whole = replace(hers, settle=True)

    assert (thread_rights(seeker, thread), thread_rights(ben, thread)) == (whole, hers)
    Round.objects.update(closed_at=timezone.now())
    assert thread_rights(seeker, thread) == whole
    assert thread_rights(ben, thread) == replace(hers, reply=False)


def test_a_thread_without_a_round_is_the_seekers_and_its_authors(
    version: Version, seeker: Reader, ben: Reader, eve: Reader
) -> None:
    thread = saying.point(version, ben)
    Thread.objects.update(round=None)
    thread.refresh_from_db()

    assert ben.person
    assert thread_rights(eve, thread) == thread_rights(ben, thread) == NONE
    assert thread_rights(as_account(ben.person), thread).read
    assert thread_rights(seeker, thread).read


def test_another_round_of_the_same_document_shows_nothing(
    version: Version, ben: Reader, eve: Reader
) -> None:
    thread = saying.point(version, ben)

    assert thread_rights(eve, thread) == NONE
    with pytest.raises(Refused) as refused:
        require(eve, "reply", on=thread)
    assert (refused.value.code, refused.value.status) == ("not-found", 404)


def test_whoever_may_only_look_on_does_not_resolve(version: Version) -> None:
    ben, eve = two_at_one_table(version, Round.Openness.TABLE)
    thread = saying.point(version, ben)

    with pytest.raises(Refused) as refused:
        actions.resolve(thread, by=eve)

    assert (refused.value.code, refused.value.status) == ("may-not", 403)


def test_a_closed_round_asks_for_no_comments(version: Version, ben: Reader) -> None:
    Round.objects.update(closed_at=timezone.now())

    with pytest.raises(Refused) as refused:
        saying.draft(version, ben)

    assert refused.value.code == "closed"


def test_of_two_rounds_the_one_with_her_drafts_comes_first(version: Version, ben: Reader) -> None:
    assert ben.person
    saying.draft(version, ben)
    first = saying.round_of(ben, version)
    make.grant(version.document, ben.person)
    both = Grant.objects.filter(person=ben.person).values_list("pk", flat=True)
    rounds = frozenset(Round.objects.values_list("pk", flat=True))
    everywhere = replace(ben, scope=frozenset(both), proved=rounds)

    assert asked_in(everywhere, version.document).first() == first
    assert asked_in(everywhere).count() == 2


def test_nobody_finishes_a_round_that_does_not_ask_her(
    version: Version, seeker: Reader, ben: Reader, eve: Reader
) -> None:
    asked = saying.round_of(ben, version)

    for by in (seeker, eve):
        with pytest.raises(Refused) as refused:
            actions.finish(asked, by=by, verdict="ready", summary="")
        assert refused.value.status == 404
    assert Invitation.objects.get(person=ben.person).answered_at is None


def test_a_mentor_reaches_no_document_by_a_round_that_names_another(
    version: Version, ben: Reader
) -> None:
    other: Document = make.ready_version(version.document.owner, title="Poet").document

    assert not asked_in(ben, other).exists()
    assert Comment.objects.visible_to(ben).count() == 0


@pytest.mark.parametrize("openness", Round.Openness.values)
def test_both_say_the_same_of_every_way_in(version: Version, openness: str) -> None:
    """Whatever was written by letter or by a copied link, unsent, sent ahead or sent."""
    person = make.invited("Ben")
    given = make.grant(version.document, person)
    Round.objects.update(openness=openness)
    letter, copied, other = (
        make.visitor_pass(given),
        make.passed_on_pass(given),
        make.passed_on_pass(given),
    )
    elsewhere = make.grant(version.document, person)
    readers = {
        "account": as_account(person),
        "letter": reader_of([letter]),
        "copied": reader_of([copied]),
        "another copy": reader_of([other]),
        "both": reader_of([copied, letter]),
        "another round": reader_of([make.visitor_pass(elsewhere)]),
        "copied elsewhere": reader_of([make.passed_on_pass(elsewhere)]),
    }
    for way in ("letter", "copied"):
        saying.ahead(version, readers[way], "Sent ahead.")
        saying.draft(version, readers[way], "Not sent yet.")
    threads = {one: one.hand_id for one in Thread.objects.all()}
    drafts = {said.thread_id: said.hand_id for said in Comment.objects.drafts()}

    assert set(readers) == set(OWN)
    for way, reader in readers.items():
        seen = {one for one in threads if thread_rights(reader, one).read}
        assert set(Thread.objects.visible_to(reader)) == seen, way
        held = rights(reader, version.document)
        assert set(Thread.objects.seen_on(version.document, reader, held)) == seen, way
        unsent = Comment.objects.visible_to(reader).drafts().values_list("hand", flat=True)
        assert sorted(map(str, unsent)) == sorted(map(str, OWN[way](copied.pk))), way
        for one in threads:
            owned = one.hand_id in OWN[way](copied.pk)
            assert thread_rights(reader, one).place == owned, way
            assert thread_rights(reader, one).resolve == (owned and one.pk not in drafts), way
            assert Comment.objects.by(reader).filter(thread=one).exists() == owned, way


OWN: dict[str, Callable[[int], tuple[int | None, ...]]] = {
    "account": lambda copied: (None, copied),
    "letter": lambda copied: (None, copied),
    "copied": lambda copied: (copied,),
    "another copy": lambda _copied: (),
    "both": lambda copied: (None, copied),
    "another round": lambda _copied: (),
    "copied elsewhere": lambda _copied: (),
}
"""Whose words are hers, by hand: none is by letter."""
