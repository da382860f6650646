"""A look link: so many looks, fourteen days, nothing else, and over when its seeker says so."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.documents.models import Document, Grant, Version
from mentorship.looks import actions
from mentorship.looks.lengths import MAX_LINKS
from mentorship.looks.models import Look, LookLink, Showing
from mentorship.toolbox.refused import Refused
from tests import make
from tests.browsing.browsers import signed_in
from tests.make import looks
from tests.make.looks import answered, at, followed, look_link, visitor_of
from tests.pages.matrix import everything

pytestmark = pytest.mark.django_db


def path(link: LookLink) -> str:
    """Its address on this server."""
    return link.url.partition("8000")[2]


def plain(page: bytes) -> str:
    """The page without what is new each time."""
    fresh = r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"'
    return re.sub(fresh, "", page.decode())


def test_a_scanner_changes_nothing(link: LookLink) -> None:
    before = everything()

    for _ in range(20):
        assert followed(link).get(at("look", link.ref)).status_code == 200

    assert everything() == before


def test_it_leaves_the_address_bar_at_once(link: LookLink) -> None:
    answer = Client().get(path(link))

    assert answer["Location"] == at("look", link.ref)
    assert answer["Referrer-Policy"] == "no-referrer"
    cookie = answer.cookies[f"look-{link.ref}"]
    assert (cookie["httponly"], cookie["path"]) == (True, at("look", link.ref))


def test_each_browser_looks_once_and_following_it_again_is_no_second_look(link: LookLink) -> None:
    browser = followed(link)
    answered(browser, link.ref)

    followed(link, browser)
    again = browser.post(at("look", link.ref), {"pace": "1"})

    assert again["Location"] == at("thanks", link.ref)
    assert Look.objects.count() == 1


def test_it_gives_as_many_looks_as_its_seeker_says(link: LookLink) -> None:
    first, second, third = (followed(link) for _ in range(3))
    first.post(at("look", link.ref), {"pace": "1"})
    answered(second, link.ref)

    late = third.post(at("look", link.ref), {"pace": "1"})

    assert late.status_code == 404
    assert "has been used up" in late.content.decode()
    assert Look.objects.count() == 2
    assert first.post(at("questions", link.ref), {"job": "Cook"}).status_code == 302


def test_two_readers_do_not_share_the_last_look(link: LookLink, showing: Showing) -> None:
    held = [visitor_of(link, browser) for browser in ("a", "b", "c")]
    for one in held[:2]:
        actions.start(one, showing, by=one.by, pace=1, by_text=False)

    with pytest.raises(Refused, match="full"):
        actions.start(held[2], showing, by=held[2].by, pace=1, by_text=False)


@pytest.mark.parametrize("over", ["ended", "late", "wrong", "never"])
def test_over_it_answers_as_a_strangers(link: LookLink, by_ada: Reader, over: str) -> None:
    browser, ref, moment = followed(link), link.ref, timezone.now()
    stranger = Client().get(at("look", "zzzzzzzzzzzz"))
    if over == "ended":
        actions.end_link(link, by=by_ada)
        actions.end_link(link, by=by_ada)
    if over == "late":
        moment += timedelta(days=14, minutes=1)
    if over == "wrong":
        browser = Client()
        browser.get(path(link)[:-3] + "xx/")
    if over == "never":
        browser = Client()

    with time_machine.travel(moment, tick=False):
        answer = browser.get(at("look", ref))

    assert answer.status_code == 404
    assert plain(answer.content) == plain(stranger.content)


def test_ended_it_takes_no_answers_either(link: LookLink, by_ada: Reader) -> None:
    browser = followed(link)
    browser.post(at("look", link.ref), {"pace": "1"})

    actions.end_link(link, by=by_ada)

    assert browser.post(at("questions", link.ref), {"job": "Cook"}).status_code == 404


def test_its_grant_opens_no_text_to_anybody(link: LookLink) -> None:
    grant = Grant.objects.get(source=Grant.Source.LOOK)
    by = visitor_of(link, "a").by

    assert (grant.person, grant.may, grant.ends_at) == (None, Grant.May.READ, link.ends_at)
    assert not Document.objects.visible_to(by).exists()
    assert not Version.objects.visible_to(by).exists()
    assert Showing.objects.visible_to(by).exists()


def test_a_link_opens_one_document_and_no_other(link: LookLink, ada: User) -> None:
    other = make.ready_version(ada)
    by = visitor_of(link, "a").by

    assert not Showing.objects.visible_to(by).filter(version__document=other.document).exists()


def test_its_seeker_finds_no_start_behind_it(link: LookLink, ada: User) -> None:
    browser = followed(link, signed_in(ada))

    page = browser.get(at("look", link.ref)).content.decode()
    browser.post(at("look", link.ref), {"pace": "1"})

    assert "no Start for you here" in page
    assert Look.objects.count() == 0


def test_the_same_form_makes_one_link(showing: Showing, by_ada: Reader) -> None:
    document, key = showing.version.document, uuid4()

    made = [
        actions.make_link(document, by=by_ada, for_whom="Sam", most=3, key=key) for _ in range(2)
    ]

    assert made[0] == made[1]
    assert LookLink.objects.count() == 1


def test_there_is_no_link_before_anything_is_covered(version: Version, by_ada: Reader) -> None:
    with pytest.raises(Refused, match="not-prepared"):
        actions.make_link(version.document, by=by_ada, for_whom="", most=3, key=uuid4())


def test_links_are_bounded(showing: Showing, by_ada: Reader, ada: User) -> None:
    document = showing.version.document
    for _ in range(MAX_LINKS):
        look_link(document)

    sent = {"most": 3, "for_whom": "", "key": uuid4()}
    answer = signed_in(ada).post(reverse("looks:links", args=[document.ref]), sent)

    assert answer.status_code == 422
    assert answer.content.decode().count("<h2>Please look at this again") == 1
    assert "End one of them first" in answer.content.decode()


def test_nobody_else_makes_or_ends_links(link: LookLink) -> None:
    eve = as_account(make.person("Eve"))

    with pytest.raises(Refused, match="not-found"):
        actions.end_link(link, by=eve)
    with pytest.raises(Refused, match="not-found"):
        actions.make_link(link.document, by=eve, for_whom="", most=3, key=uuid4())


def test_a_link_that_has_given_all_its_looks_starts_no_other(version: Version) -> None:
    shown = looks.showing(version)
    link = look_link(version.document, most=1)
    first, second = (visitor_of(link, browser) for browser in ("one", "two"))

    begun, is_new = actions.start(first, shown, by=first.by, pace=1, by_text=False)

    assert is_new
    assert actions.start(first, shown, by=first.by, pace=2, by_text=False) == (begun, False)
    with pytest.raises(Refused, match="full"):
        actions.start(second, shown, by=second.by, pace=1, by_text=False)


def test_what_was_answered_once_is_not_said_otherwise(version: Version) -> None:
    looks.showing(version)
    link = look_link(version.document)
    begun = answered(followed(link), link.ref, job="Analyst")
    held = visitor_of(link, begun.browser)

    actions.answer(begun, by=held.by, said=actions.Recalled(job="Baker"))

    assert Look.objects.get().job == "Analyst"
