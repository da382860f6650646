"""What a mentor writes down for herself: nobody else finds a trace of it."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.reader import NOBODY, as_account
from mentorship.circle import actions as circle
from mentorship.circle.models import Invitation, Round
from mentorship.critique import actions
from mentorship.critique.models import PrivateNote
from mentorship.documents.models import Version
from mentorship.notifications.delivery import gathering
from mentorship.notifications.models import Letter
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.stale import Stale
from tests import make
from tests.browsing.browsers import sign_in, visit
from tests.make import saying
from tests.pages.addresses import addresses
from tests.pages.personas import KEPT, world

pytestmark = pytest.mark.django_db


@pytest.fixture
def ben() -> User:
    return make.person("Ben")


@pytest.fixture
def asked(version: Version, ben: User) -> Round:
    return make.invitation(version.document, ben).round


@pytest.fixture
def hers(ben: User) -> Client:
    return sign_in(ben)


def at(asked: Round) -> str:
    return reverse("critique:private_note", args=[asked.ref])


def words(browser: Client, asked: Round) -> str:
    return browser.get(at(asked)).content.decode()


def test_it_is_kept_shown_again_and_emptied(hers: Client, asked: Round, version: Version) -> None:
    empty = hers.post(at(asked), {"text": "", "revision": "0"})
    assert (empty.status_code, PrivateNote.objects.count()) == (302, 0)

    kept = hers.post(at(asked), {"text": "Ask about Leeds.", "revision": "0"})

    assert kept.headers["Location"] == version.get_absolute_url()
    assert "Ask about Leeds." in words(hers, asked)
    assert "Ask about Leeds." in hers.get("/mentoring/").content.decode()
    hers.post(at(asked), {"text": "", "revision": "1"})
    assert "Ask about Leeds." not in words(hers, asked)


def test_two_windows_do_not_overwrite_each_other(hers: Client, asked: Round) -> None:
    hers.post(at(asked), {"text": "First.", "revision": "0"})
    refused = hers.post(at(asked), {"text": "Second.", "revision": "0"})

    assert refused.status_code == 422
    assert "First." in refused.content.decode()
    assert "Second." in refused.content.decode()
    assert hers.post(at(asked), {"text": "First.", "revision": "0"}).status_code == 302
    assert hers.post(at(asked), {"text": "Both.", "revision": "1"}).status_code == 302
    assert PrivateNote.objects.get().text == "Both."


def test_what_is_too_long_stays_in_the_form(hers: Client, asked: Round) -> None:
    answer = hers.post(at(asked), {"text": "x" * 4001, "revision": "0"})

    assert answer.status_code == 422
    assert "x" * 4001 in answer.content.decode()


def test_a_closed_round_keeps_it_open_and_one_that_was_taken_back_does_not(
    hers: Client, ada: User, ben: User, asked: Round
) -> None:
    by, seeker = as_account(ben), as_account(ada)
    actions.keep_note(asked, by=by, text="Mine.", revision=0)
    circle.close(asked, by=seeker)
    actions.keep_note(asked, by=by, text="Mine still.", revision=1)
    assert "Mine still." in words(hers, asked)

    circle.revoke(asked.invitations.get(), by=seeker)

    assert hers.get(at(asked)).status_code == 404
    assert "Mine still." not in hers.get("/mentoring/").content.decode()
    with pytest.raises(Refused, match="not-found"):
        actions.keep_note(asked, by=by, text="Again.", revision=2)


def test_each_way_in_has_its_own(version: Version) -> None:
    grant = make.grant(version.document, to=make.invited("Ivy"))
    asked = Invitation.objects.get(pk=grant.source_id).round
    letter = visit(make.visitor_pass(grant))
    copied = visit(make.passed_on_pass(grant))

    letter.post(at(asked), {"text": "By the letter.", "revision": "0"})
    assert "By the letter." not in words(copied, asked)
    copied.post(at(asked), {"text": "By a copied link.", "revision": "0"})

    assert "By a copied link." in words(copied, asked)
    assert "By the letter." in words(letter, asked)
    assert "copied link" not in words(letter, asked)


def test_it_goes_with_whoever_wrote_it(ben: User, asked: Round) -> None:
    actions.keep_note(asked, by=as_account(ben), text="Mine.", revision=0)

    assert not PrivateNote.objects.visible_to(NOBODY).exists()
    ben.delete()
    assert not PrivateNote.objects.exists()


def test_another_window_is_told_apart_by_its_state(ben: User, asked: Round) -> None:
    by = as_account(ben)
    actions.keep_note(asked, by=by, text="First.", revision=0)

    with pytest.raises(Stale) as stale:
        actions.keep_note(asked, by=by, text="Second.", revision=0)

    assert (stale.value.kept, stale.value.seen) == ("First.", 1)


def test_the_text_leads_to_it_in_an_open_round_and_in_a_closed_one(
    hers: Client, ada: User, asked: Round, version: Version
) -> None:
    is_linked = [at(asked) in hers.get(version.get_absolute_url()).content.decode()]
    circle.close(asked, by=as_account(ada))
    is_linked.append(at(asked) in hers.get(version.get_absolute_url()).content.decode())

    assert is_linked == [True, True]
    assert at(asked) not in sign_in(ada).get(version.get_absolute_url()).content.decode()


@pytest.mark.walk
def test_neither_the_seeker_nor_anybody_else_finds_a_trace_of_it() -> None:
    here = world()
    saying.point(here.version, make.visitor(make.grant(here.document, make.invited("Pat"))))
    paths = sorted({address.in_(here) for address in addresses()})
    assert KEPT in here.ask("visitor", "/mentoring/").body

    found = {
        (who, path)
        for who in ("owner", "copied", "plain", "commenting")
        for path in paths
        if KEPT in here.ask(who, path).body
    }
    gathering.gather()

    assert found == set()
    assert not any(KEPT in letter.text + letter.html for letter in Letter.objects.all())
