"""The way in decides, not the person: what a link that was passed on, or another invitation, opens."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle import links
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Round
from mentorship.circle.visitors.passes import as_visitor, reader_of
from mentorship.critique import actions
from mentorship.critique.access import as_mentor
from mentorship.critique.models import Agreement, Comment, Review, Thread
from mentorship.documents.models import Grant, Version
from tests import make
from tests.browsing.browsers import visit
from tests.browsing.invitations import letters
from tests.make import saying

pytestmark = pytest.mark.django_db


@pytest.fixture
def given(version: Version) -> Grant:
    """What Ben, who never signed up, was asked to read."""
    return make.grant(version.document, to=make.invited("Ben"))


@pytest.fixture
def ben(given: Grant) -> Reader:
    """He, by the link of his letter."""
    return make.visitor(given)


@pytest.fixture
def by_copy(given: Grant) -> Client:
    """A browser in which the link that the seeker copied was pressed: her own, perhaps."""
    return visit(make.passed_on_pass(given))


def write(browser: Client, version: Version, text: str = "By hand.") -> Comment:
    """A new thread, as the page sends it."""
    address = reverse("critique:threads", args=[version.document.ref, version.number])
    typed = {"text": text, "line": 1, "key": uuid4(), "kind": "comment"}
    assert browser.post(address, typed).status_code == 302
    return Comment.objects.latest("pk")


def page(browser: Client, version: Version) -> str:
    """The reading page."""
    return browser.get(version.get_absolute_url()).content.decode()


def test_a_copied_link_opens_no_drafts_of_its_mentor(
    version: Version, ben: Reader, by_copy: Client
) -> None:
    draft = saying.draft(version, ben, "Not sent yet.")

    assert "Not sent yet." not in page(by_copy, version)
    assert by_copy.get(reverse("critique:thread", args=[draft.thread.ref])).status_code == 404
    assert by_copy.get(reverse("critique:comment", args=[draft.ref])).status_code == 404


@pytest.mark.parametrize("act", ["comment", "deletion", "one_sending"])
def test_a_copied_link_changes_no_words_of_its_mentor(
    act: str, version: Version, ben: Reader, by_copy: Client
) -> None:
    draft = saying.draft(version, ben, "Not sent yet.")
    sent = saying.ahead(version, ben, "Sent already.").comments.get()
    typed = {"text": "By somebody else.", "revision": 1}

    for said in (draft, sent):
        answer = by_copy.post(reverse(f"critique:{act}", args=[said.ref]), typed)
        assert answer.status_code in {403, 404}

    kept = Comment.objects.order_by("pk").values_list("text", "revision", "deleted_at")
    assert list(kept) == [("Not sent yet.", 1, None), ("Sent already.", 1, None)]
    assert list(Comment.objects.drafts()) == [draft]


def test_a_copied_link_does_not_finish_the_review_of_its_mentor(
    version: Version, ben: Reader, by_copy: Client
) -> None:
    draft = saying.draft(version, ben, "Not sent yet.")
    address = reverse("critique:finish", args=[saying.round_of(ben, version).ref])

    by_copy.post(address, {"verdict": "rework", "summary": "Start again.", "revision": 1})

    draft.refresh_from_db()
    own = Review.objects.get(pk=draft.review_id)
    assert (draft.published_at, own.finished_at, own.verdict) == (None, None, "")


def test_in_the_pages_of_a_copied_link_its_own_words_are_its_own(
    version: Version, ben: Reader, by_copy: Client
) -> None:
    said = write(by_copy, version)

    assert "By hand." in page(by_copy, version)
    typed = {"text": "In other words.", "revision": 1}
    assert by_copy.post(reverse("critique:comment", args=[said.ref]), typed).status_code == 302
    finish = reverse("critique:finish", args=[saying.round_of(ben, version).ref])
    by_copy.post(finish, {"verdict": "rework", "summary": "", "revision": 1})
    said.refresh_from_db()
    assert (said.text, said.is_draft) == ("In other words.", False)
    assert said.review
    assert said.review.verdict == "rework"


def test_what_its_mentor_sent_is_seen_as_that_of_any_other(
    version: Version, ben: Reader, by_copy: Client
) -> None:
    thread = saying.ahead(version, ben, "Sent already.")

    assert "Sent already." in page(by_copy, version)
    for act in ("resolution", "agreement"):
        address = reverse(f"critique:{act}", args=[thread.ref])
        assert by_copy.post(address).status_code == 403
    elsewhere = reverse("critique:placement", args=[thread.ref, 1])
    assert by_copy.post(elsewhere, {"line": 3}).status_code == 403


def test_two_copied_links_know_nothing_of_each_others_drafts(
    version: Version, given: Grant, by_copy: Client
) -> None:
    write(by_copy, version, "By the first.")
    second = visit(make.passed_on_pass(given))

    assert "By the first." not in page(second, version)
    write(second, version, "By the second.")
    assert "By the second." not in page(by_copy, version)


def test_a_mentor_sees_all_that_was_written_in_her_name_and_which_of_it_came_by_a_copy(
    version: Version, ben: Reader, by_copy: Client, given: Grant
) -> None:
    write(by_copy, version)
    proved = visit(make.visitor_pass(given))

    shown = page(proved, version)
    assert "By hand." in shown
    assert "came by a link Ada shared" in shown


def test_a_letter_says_what_came_by_a_copied_link_as_the_page_does(
    version: Version, ada: User, ben: Reader, by_copy: Client
) -> None:
    said = write(by_copy, version)
    saying.draft(version, ben, "By letter.")
    by_copy.post(reverse("critique:one_sending", args=[said.ref]))
    saying.finish(version, ben)

    with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=True):
        (ahead,) = letters(ada.email, "critique.sent_now")
    (finished,) = letters(ada.email, "critique.finished")

    assert "· came by a link Ada shared\nBy hand." in ahead
    assert "By letter." in finished
    assert "came by a link" not in finished


def test_opening_her_own_link_takes_no_mark_away(
    version: Version, ben: Reader, by_copy: Client, given: Grant, ada: User
) -> None:
    said = write(by_copy, version)
    make.visitor_pass(given)
    saying.draft(version, ben, "By letter.")
    saying.finish(version, ben)

    marks = Comment.objects.order_by("pk").values_list("text", "hand__is_passed_on")
    assert dict(marks) == {"By hand.": True, "By letter.": None}
    said.refresh_from_db()
    assert not said.is_draft
    assert said.thread in Thread.objects.visible_to(as_account(ada))


def test_another_invitation_opens_nothing_of_a_round_that_asks_for_a_code(
    version: Version, ada: User
) -> None:
    mentor = make.invited("Ben")
    by_code = make.invitation(version.document, mentor, always_by_code=True)
    plain = make.grant(version.document, to=mentor)
    hers = as_visitor(by_code)
    draft = saying.draft(version, hers, "Not sent yet.")
    sent = saying.ahead(version, hers, "Sent already.").comments.get()
    browser = visit(make.visitor_pass(plain))

    shown = page(browser, version)
    assert "Not sent yet." not in shown
    assert "Sent already." not in shown
    for said in (draft, sent):
        address = reverse("critique:deletion", args=[said.ref])
        assert browser.post(address).status_code == 404
        assert browser.get(reverse("critique:thread", args=[said.thread.ref])).status_code == 404
    finish = reverse("critique:finish", args=[by_code.round.ref])
    assert browser.get(finish).status_code == 404
    assert Comment.objects.standing().count() == 2


def test_who_reads_blind_goes_on_blind_when_a_copied_link_finishes_in_her_name(
    version: Version,
) -> None:
    people = [Invitee(name, make.invited(name).email) for name in ("Ben", "Eve")]
    by = as_account(version.document.owner)
    blind = Ask(openness=Round.Openness.BLIND_FIRST)
    asked = circle.ask([version.document], by=by, people=people, ask=blind, key=uuid4())
    bens, eves = asked.invitations.order_by("name")
    ben, given = as_visitor(bens), Grant.objects.get(source_id=bens.pk)
    theirs = saying.point(version, as_visitor(eves), "Of somebody else.")
    by_copy = visit(make.passed_on_pass(given))

    finish = reverse("critique:finish", args=[asked.ref])
    by_copy.post(finish, {"verdict": "ready", "summary": "", "revision": 1})

    assert theirs not in Thread.objects.visible_to(ben)
    actions.finish(asked, by=ben, verdict="ready", summary="")
    assert theirs in Thread.objects.visible_to(ben)


def test_a_mentor_is_told_once_a_day_that_a_link_was_copied_for_her(
    version: Version, given: Grant
) -> None:
    assert given.person
    for _each in range(2):
        make.passed_on_pass(given)

    [letter] = letters(given.person.email, "circle.copied")
    assert "Ada has made a link for you" in letter
    assert "/i/" in letter


def test_a_copied_link_for_whoever_has_an_account_leads_to_signing_in_or_a_code(
    version: Version, seeker: Reader
) -> None:
    asked = make.invitation(version.document, make.person("Eve"))
    copied = circle.copy_link(asked, by=seeker)
    browser = Client()

    shown = browser.get(links.passed_on(copied).removeprefix("http://localhost:8000"), follow=True)
    browser.post(reverse("circle:pass", args=[asked.ref]))

    assert "Sign in" in shown.content.decode()
    assert "Send me a code" in shown.content.decode()
    assert browser.get(version.get_absolute_url()).status_code == 302
    assert not asked.passes.exists()


def test_who_came_by_a_copied_link_leaves_alone(
    version: Version, given: Grant, by_copy: Client
) -> None:
    asked = saying.round_of(make.visitor(given), version).invitations.get()
    proved = visit(make.visitor_pass(given))

    by_copy.post(reverse("circle:departure", args=[asked.ref, version.document.ref]))

    assert by_copy.get(version.get_absolute_url()).status_code == 302
    assert proved.get(version.get_absolute_url()).status_code == 200


def test_agreeing_by_a_copied_link_counts_as_its_hand_until_a_proved_way_agrees_too(
    version: Version, seeker: Reader
) -> None:
    people = [Invitee(name, make.invited(name).email) for name in ("Ben", "Eve")]
    asked = circle.ask([version.document], by=seeker, people=people, ask=Ask(), key=uuid4())
    ben, eve = asked.invitations.order_by("pk")
    thread = saying.point(version, as_visitor(eve))
    copied = make.passed_on_pass(Grant.objects.get(source_id=ben.pk))

    actions.agree(thread, by=reader_of([copied]))
    by_copy = Agreement.objects.get().hand
    actions.agree(thread, by=as_visitor(ben))

    assert by_copy == copied
    assert Agreement.objects.get().hand is None


def test_drafts_of_a_copied_link_are_sent_by_its_hand(version: Version, given: Grant) -> None:
    copied = make.passed_on_pass(given)
    saying.draft(version, reader_of([copied]))

    reader = as_mentor(Review.objects.get(hand=copied))

    assert (reader.person, reader.hands) == (given.person, frozenset([copied.pk]))
